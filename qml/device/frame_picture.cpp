// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/frame_picture.h"

#include <cstring>

namespace apricot {
namespace {

// Where the brightness of a pixel lies: in which byte of how many, in plane 0.
struct Layout {
    int first = 0, step = 1;
};
std::optional<Layout> brightnessIn(QVideoFrameFormat::PixelFormat format) {
    using Format = QVideoFrameFormat;
    switch (format) {
    case Format::Format_NV12:
    case Format::Format_NV21:
    case Format::Format_YUV420P:
    case Format::Format_YUV422P:
    case Format::Format_YV12:
    case Format::Format_IMC1:
    case Format::Format_IMC2:
    case Format::Format_IMC3:
    case Format::Format_IMC4:
    case Format::Format_Y8:
        return Layout{0, 1};
    case Format::Format_YUYV:
        return Layout{0, 2};
    case Format::Format_UYVY:
    case Format::Format_P010: // 16 bits, little-endian: the higher byte
    case Format::Format_P016:
    case Format::Format_Y16:
        return Layout{1, 2};
    default:
        return std::nullopt;
    }
}

class Mapped {
  public:
    explicit Mapped(QVideoFrame &frame)
        : m_frame(frame), m_done(frame.map(QVideoFrame::ReadOnly)) {}
    Mapped(const Mapped &) = delete;
    Mapped &operator=(const Mapped &) = delete;
    ~Mapped() {
        if (m_done) m_frame.unmap();
    }
    explicit operator bool() const { return m_done; }

  private:
    QVideoFrame &m_frame;
    bool m_done;
};

// A picture that shares the mapped frame's bytes; null for formats that are no plain pixels.
QImage plainImage(const QVideoFrame &frame) {
    const auto format = QVideoFrameFormat::imageFormatFromPixelFormat(frame.pixelFormat());
    if (format == QImage::Format_Invalid) return {};
    return {frame.bits(0), frame.width(), frame.height(), frame.bytesPerLine(0), format};
}

Picture greyOfPlane(const QVideoFrame &frame, Layout layout, int every) {
    Picture out{frame.width() / every, frame.height() / every, {}};
    out.grey.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
    std::uint8_t *to = out.grey.data();
    for (int y = 0; y < out.height; ++y) {
        const std::uint8_t *from =
            frame.bits(0) + qsizetype{y} * every * frame.bytesPerLine(0) + layout.first;
        if (layout.step == 1 && every == 1) {
            std::memcpy(to, from, static_cast<std::size_t>(out.width));
            to += out.width;
            continue;
        }
        const qsizetype step = qsizetype{layout.step} * every;
        for (qsizetype x = 0; x < out.width; ++x) *to++ = from[x * step];
    }
    return out;
}

// The planes hold what the size says: a driver that lies must not make us read beyond them.
bool holdsAll(const QVideoFrame &frame, Layout layout) {
    return frame.width() > 0 && frame.height() > 0
           && frame.bytesPerLine(0) >= frame.width() * layout.step
           && frame.mappedBytes(0)
                  >= frame.bytesPerLine(0) * (frame.height() - 1) + frame.width() * layout.step;
}

} // namespace

Picture greyOf(const QImage &image) {
    QImage flat = image;
    if (image.hasAlphaChannel()) {
        flat = QImage(image.size(), QImage::Format_RGB32);
        flat.fill(Qt::white);
        const QImage over = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
        for (int y = 0; y < flat.height(); ++y) {
            const auto *from = reinterpret_cast<const QRgb *>(over.constScanLine(y));
            auto *to = reinterpret_cast<QRgb *>(flat.scanLine(y));
            for (int x = 0; x < flat.width(); ++x) {
                const int rest = 255 - qAlpha(from[x]);
                to[x] = qRgb(qRed(from[x]) + rest, qGreen(from[x]) + rest, qBlue(from[x]) + rest);
            }
        }
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

std::optional<Picture> greyOf(QVideoFrame frame) {
    const Mapped mapped(frame);
    if (!mapped) return std::nullopt;
    if (const auto layout = brightnessIn(frame.pixelFormat())) {
        if (!holdsAll(frame, *layout)) return std::nullopt;
        return greyOfPlane(frame, *layout, 1);
    }
    if (frame.pixelFormat() == QVideoFrameFormat::Format_Jpeg) {
        auto read = decodePicture({frame.bits(0), static_cast<std::size_t>(frame.mappedBytes(0))});
        if (!read) return std::nullopt;
        return std::move(*read);
    }
    const QImage image = plainImage(frame);
    if (image.isNull()) return std::nullopt;
    return greyOf(image);
}

QImage previewOf(QVideoFrame frame, int widest) {
    const Mapped mapped(frame);
    if (!mapped) return {};
    if (const auto layout = brightnessIn(frame.pixelFormat())) {
        if (!holdsAll(frame, *layout)) return {};
        const int every = std::max(1, (frame.width() + widest - 1) / widest);
        const Picture grey = greyOfPlane(frame, *layout, every);
        return QImage(grey.grey.data(), grey.width, grey.height, grey.width,
                      QImage::Format_Grayscale8)
            .copy();
    }
    QImage image = frame.pixelFormat() == QVideoFrameFormat::Format_Jpeg
                       ? QImage::fromData(frame.bits(0), frame.mappedBytes(0))
                       : plainImage(frame);
    if (image.isNull()) return {};
    return image.width() > widest ? image.scaledToWidth(widest) : image.copy();
}

} // namespace apricot
