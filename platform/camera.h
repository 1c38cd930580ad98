// SPDX-License-Identifier: GPL-3.0-or-later
// A camera and its pictures, as they come: interfaces. What a code in one says is read by
// qml/device. Android and iOS: Qt Multimedia is there as well (platform/qt), after the permission
// has been asked for; the torch is QCamera's.
#pragma once

#include "base/result.h"

#include <QImage>
#include <QObject>
#include <QStringList>

#include <memory>

namespace apricot {

// One picture. What is asked of it is made then, in the thread that asks, without the GPU.
class CameraFrame {
  public:
    virtual ~CameraFrame() = default;
    // For reading: Grayscale8. Null: of an unknown format, or not what it says it is.
    [[nodiscard]] virtual QImage grey() const = 0;
    // For showing: at most `widest` pixels wide, in colour where that is cheap. Null as above.
    [[nodiscard]] virtual QImage preview(int widest) const = 0;
};

class Camera : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;
    // Names a person can tell apart, in the order start() counts; empty: there is none. Asking does
    // not switch anything on.
    [[nodiscard]] virtual QStringList names() const = 0;
    [[nodiscard]] virtual bool isSimulated() const { return false; }
    // Switches it on: frames come until stop(). CameraAbsent at once; CameraFailed by failed().
    [[nodiscard]] virtual Result<> start(int which) = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual bool hasTorch() const = 0; // of the one that is on
    virtual void setTorch(bool on) = 0;

  Q_SIGNALS:
    // Possibly from another thread.
    void frame(const std::shared_ptr<const apricot::CameraFrame> &frame);
    void failed(const apricot::Error &error);
    void namesChanged(); // one was plugged in or pulled out
};

} // namespace apricot
