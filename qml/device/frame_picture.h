// SPDX-License-Identifier: GPL-3.0-or-later
// From a camera's frame to grey pixels for reading, and to a small picture for showing. Neither
// touches the GPU, so both may run in any thread.
#pragma once

#include "exchange/qr.h"

#include <QImage>
#include <QVideoFrame>

namespace apricot {

// Nothing when the frame's format is unknown, or it cannot be mapped.
[[nodiscard]] std::optional<Picture> greyOf(QVideoFrame frame);
[[nodiscard]] Picture greyOf(const QImage &image); // what is transparent lies on white
// In colour where that is cheap; at most `widest` pixels wide. Null when greyOf is nothing.
[[nodiscard]] QImage previewOf(QVideoFrame frame, int widest);

} // namespace apricot
