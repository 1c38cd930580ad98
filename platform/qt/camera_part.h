// SPDX-License-Identifier: GPL-3.0-or-later
// The system's cameras by Qt Multimedia.
#pragma once

#include "platform/qt/parts.h"

#include <QCamera>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoSink>

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

class CameraPart final : public QObject, public Part {
    Q_OBJECT
    Q_INTERFACES(apricot::Part)
    Q_PLUGIN_METADATA(IID APRICOT_PART_IID)

  public:
    [[nodiscard]] std::unique_ptr<Camera> camera() const override {
        return std::make_unique<QtCamera>();
    }
};

} // namespace apricot
