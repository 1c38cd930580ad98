// SPDX-License-Identifier: GPL-3.0-or-later
// The system's cameras by Qt Multimedia.
#pragma once

#include "platform/camera.h"

#include <QCamera>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoSink>

#include <memory>

namespace apricot {

class QtCamera final : public Camera {
    Q_OBJECT

  public:
    [[nodiscard]] QStringList names() const override;
    [[nodiscard]] Result<> start(int which) override;
    void stop() override;
    [[nodiscard]] bool hasTorch() const override;
    void setTorch(bool on) override;

  private:
    // Made when the camera is first asked for: Qt Multimedia takes a while to start.
    struct Parts {
        QMediaDevices devices;
        QMediaCaptureSession session;
        QVideoSink sink;
        std::unique_ptr<QCamera> camera;
    };
    [[nodiscard]] Parts &parts();

    std::unique_ptr<Parts> m_parts;
};

} // namespace apricot
