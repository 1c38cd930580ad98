// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/camera_part.h"

#include "platform/dummy/dummy.h"
#include "platform/qt/frame_qt.h"

#include <QCameraDevice>

namespace apricot {
namespace {

// The largest picture that is not more than a 1080p frame: more only makes reading slower.
QCameraFormat bestFormat(const QCameraDevice &device) {
    QCameraFormat best;
    const auto area = [](const QCameraFormat &f) {
        return qint64{f.resolution().width()} * f.resolution().height();
    };
    for (const QCameraFormat &format : device.videoFormats())
        if (area(format) <= qint64{1920} * 1080
            && (area(format) > area(best)
                || (area(format) == area(best) && format.maxFrameRate() > best.maxFrameRate())))
            best = format;
    return best;
}

} // namespace

QtCamera::Parts &QtCamera::parts() {
    if (!m_parts) {
        m_parts = std::make_unique<Parts>();
        m_parts->session.setVideoSink(&m_parts->sink);
        // Not by way of this object's thread: frames may come from another.
        connect(
            &m_parts->sink, &QVideoSink::videoFrameChanged, this,
            [this](const QVideoFrame &seen) { Q_EMIT frame(std::make_shared<QtFrame>(seen)); },
            Qt::DirectConnection);
        connect(&m_parts->devices, &QMediaDevices::videoInputsChanged, this,
                &QtCamera::namesChanged);
    }
    return *m_parts;
}

QStringList QtCamera::names() const {
    QStringList out;
    for (const QCameraDevice &device : QMediaDevices::videoInputs()) out += device.description();
    return out;
}

Result<> QtCamera::start(int which) {
    const auto devices = QMediaDevices::videoInputs();
    if (which < 0 || which >= devices.size()) return cameraAbsent();
    stop();
    parts().camera = std::make_unique<QCamera>(devices[which]);
    QCamera &camera = *parts().camera;
    const QCameraFormat format = bestFormat(devices[which]);
    if (!format.isNull()) camera.setCameraFormat(format);
    if (camera.isFocusModeSupported(QCamera::FocusModeAutoNear))
        camera.setFocusMode(QCamera::FocusModeAutoNear);
    connect(&camera, &QCamera::errorOccurred, this, [this](QCamera::Error, const QString &what) {
        Q_EMIT failed(fail(ErrorCode::CameraFailed, what.toStdString()));
    });
    parts().session.setCamera(&camera);
    camera.start();
    return {};
}

void QtCamera::stop() {
    if (!m_parts || !m_parts->camera) return;
    m_parts->camera->stop();
    m_parts->session.setCamera(nullptr);
    m_parts->camera.reset();
}

bool QtCamera::hasTorch() const {
    return m_parts && m_parts->camera && m_parts->camera->isTorchModeSupported(QCamera::TorchOn);
}

void QtCamera::setTorch(bool on) {
    if (hasTorch()) m_parts->camera->setTorchMode(on ? QCamera::TorchOn : QCamera::TorchOff);
}

} // namespace apricot
