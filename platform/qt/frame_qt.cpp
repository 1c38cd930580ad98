// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/frame_qt.h"

#include <QBuffer>
#include <QImageReader>

#include <cstring>
#include <optional>

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
    explicit Mapped(QVideoFrame frame)
        : m_frame(std::move(frame)), m_done(m_frame.map(QVideoFrame::ReadOnly)) {}
    Mapped(const Mapped &) = delete;
    Mapped &operator=(const Mapped &) = delete;
    ~Mapped() {
        if (m_done) m_frame.unmap();
    }
    explicit operator bool() const { return m_done; }
    const QVideoFrame *operator->() const { return &m_frame; }

    // The first plane holds what the size says: a driver that lies must not make us read beyond it.
    [[nodiscard]] bool holds(qsizetype bytesInRow) const {
        const qsizetype line = m_frame.bytesPerLine(0);
        return m_frame.width() > 0 && m_frame.height() > 0 && line >= bytesInRow
               && m_frame.mappedBytes(0) >= line * (m_frame.height() - 1) + bytesInRow;
    }

  private:
    QVideoFrame m_frame;
    bool m_done;
};

QImage greyOfPlane(const Mapped &frame, Layout layout, int every) {
    if (!frame.holds(qsizetype{frame->width()} * layout.step)) return {};
    QImage out(frame->width() / every, frame->height() / every, QImage::Format_Grayscale8);
    const qsizetype step = qsizetype{layout.step} * every;
    for (int y = 0; y < out.height(); ++y) {
        const std::uint8_t *from =
            frame->bits(0) + qsizetype{y} * every * frame->bytesPerLine(0) + layout.first;
        std::uint8_t *to = out.scanLine(y);
        if (step == 1)
            std::memcpy(to, from, static_cast<std::size_t>(out.width()));
        else
            for (qsizetype x = 0; x < out.width(); ++x) to[x] = from[x * step];
    }
    return out;
}

QImage jpegOf(const Mapped &frame) {
    QByteArray bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(frame->bits(0)),
                                               frame->mappedBytes(0));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, "jpeg");
    return reader.size() == frame->size() ? reader.read() : QImage(); // no more memory than it says
}

// Of what is no plain brightness; shares the frame's bytes where it can.
QImage coloured(const Mapped &frame) {
    if (frame->pixelFormat() == QVideoFrameFormat::Format_Jpeg) return jpegOf(frame);
    const auto format = QVideoFrameFormat::imageFormatFromPixelFormat(frame->pixelFormat());
    if (format == QImage::Format_Invalid) return {};
    const qsizetype bits = QImage::toPixelFormat(format).bitsPerPixel();
    if (!frame.holds((frame->width() * bits + 7) / 8)) return {};
    return {frame->bits(0), frame->width(), frame->height(), frame->bytesPerLine(0), format};
}

} // namespace

QImage QtFrame::grey() const {
    const Mapped frame(m_frame);
    if (!frame) return {};
    if (const auto layout = brightnessIn(frame->pixelFormat()))
        return greyOfPlane(frame, *layout, 1);
    const QImage image = coloured(frame);
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    return image.format() == grey.format() ? grey.copy() : grey; // not the frame's own bytes
}

QImage QtFrame::preview(int widest) const {
    const Mapped frame(m_frame);
    if (!frame) return {};
    if (const auto layout = brightnessIn(frame->pixelFormat()))
        return greyOfPlane(frame, *layout, std::max(1, (frame->width() + widest - 1) / widest));
    const QImage image = coloured(frame);
    return image.width() > widest ? image.scaledToWidth(widest) : image.copy();
}

} // namespace apricot
