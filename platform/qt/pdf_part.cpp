// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/pdf_part.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>

namespace apricot {
namespace {

constexpr int longestSide = 8000; // of a picture that is made here

struct Opened {
    QByteArray bytes; // no copy; the caller's outlives it
    QBuffer buffer;
    QPdfDocument document;

    explicit Opened(ByteView pdf)
        : bytes(QByteArray::fromRawData(reinterpret_cast<const char *>(pdf.data()),
                                        static_cast<qsizetype>(pdf.size()))),
          buffer(&bytes) {
        buffer.open(QIODevice::ReadOnly);
        document.load(&buffer);
    }
    [[nodiscard]] int pages() const {
        return document.status() == QPdfDocument::Status::Ready ? document.pageCount() : 0;
    }
};

} // namespace

std::optional<int> QtPdf::pages(ByteView pdf) {
    const Opened opened(pdf);
    if (opened.pages() < 1) return std::nullopt;
    return opened.pages();
}

QImage QtPdf::page(ByteView pdf, int page, int width) {
    Opened opened(pdf);
    if (page < 0 || page >= opened.pages()) return {};
    const QSizeF points = opened.document.pagePointSize(page);
    if (!(points.width() > 0) || !(points.height() > 0)) return {};
    const double height = points.height() / points.width() * width;
    if (height > longestSide || height < 1) return {};
    const QImage drawn = opened.document.render(page, QSize(width, static_cast<int>(height)));
    if (drawn.isNull()) return {};
    QImage out(drawn.size(), QImage::Format_RGB32); // paper is white, whatever the screen is
    out.fill(Qt::white);
    QPainter(&out).drawImage(0, 0, drawn);
    return out;
}

} // namespace apricot
