// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/grey.h"

#include <QPainter>

#include <cstring>

namespace apricot {

Picture greyOf(const QImage &image) {
    QImage flat = image;
    if (image.hasAlphaChannel()) {
        flat = QImage(image.size(), QImage::Format_RGB32);
        flat.fill(Qt::white);
        QPainter(&flat).drawImage(0, 0, image);
    }
    const QImage grey = flat.convertToFormat(QImage::Format_Grayscale8);
    const auto width = static_cast<std::size_t>(grey.width());
    Picture out{grey.width(), grey.height(),
                Bytes(width * static_cast<std::size_t>(grey.height()))};
    for (int y = 0; y < grey.height(); ++y)
        std::memcpy(out.grey.data() + static_cast<std::size_t>(y) * width, grey.constScanLine(y),
                    width);
    return out;
}

} // namespace apricot
