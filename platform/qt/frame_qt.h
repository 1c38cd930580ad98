// SPDX-License-Identifier: GPL-3.0-or-later
// A frame of Qt Multimedia's cameras, of any of their formats.
#pragma once

#include "platform/camera.h"

#include <QVideoFrame>

namespace apricot {

class QtFrame final : public CameraFrame {
  public:
    explicit QtFrame(QVideoFrame frame) : m_frame(std::move(frame)) {}
    [[nodiscard]] QImage grey() const override;
    [[nodiscard]] QImage preview(int widest) const override;

  private:
    QVideoFrame m_frame;
};

} // namespace apricot
