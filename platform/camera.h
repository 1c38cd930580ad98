// SPDX-License-Identifier: GPL-3.0-or-later
// A camera's frames, as they come: an interface. Frames are Qt's; what a code in one says is read
// by qml/device. Android and iOS: Qt Multimedia is there as well (platform/qt), after the
// permission has been asked for; the torch is QCamera's.
#pragma once

#include "base/result.h"

#include <QObject>
#include <QStringList>
#include <QVideoFrame>

namespace apricot {

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
    void frame(const QVideoFrame &frame); // possibly from another thread
    void failed(const apricot::Error &error);
    void namesChanged(); // one was plugged in or pulled out
};

} // namespace apricot
