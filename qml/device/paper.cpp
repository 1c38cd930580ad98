// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/paper.h"

#include "controls/words.h"
#include "device/device_of.h"
#include "exchange/frames.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>

namespace apricot {
namespace {

constexpr qreal millimetresAnInch = 25.4;

// Writes blocks from the top down, page after page.
class Press {
  public:
    Press(QPagedPaintDevice &device, QPainter &painter, bool small)
        : m_device(device), m_painter(painter), m_small(small),
          m_millimetre(device.logicalDpiX() / millimetresAnInch), m_width(device.width()),
          m_height(device.height()) {}

    [[nodiscard]] bool add(const PaperBlock &block) {
        switch (block.form) {
        case PaperBlock::Heading:
            return write(block.text, m_small ? 11 : 22, true);
        case PaperBlock::Text:
            return write(block.text, m_small ? 8.5 : 15, false);
        case PaperBlock::Quiet:
            return write(block.text, m_small ? 7 : 11, false);
        case PaperBlock::Code:
            return code(block.text);
        }
        return false;
    }

  private:
    [[nodiscard]] bool newPage() {
        m_y = 0;
        return m_device.newPage();
    }
    // Paragraph by paragraph; one that does not fit what is left of the page is cut between words.
    [[nodiscard]] bool write(const QString &text, qreal points, bool bold) {
        QFont font = m_painter.font();
        font.setPointSizeF(points);
        font.setBold(bold);
        m_painter.setFont(font);
        m_painter.setPen(Qt::black);
        QString rest = text;
        while (!rest.isEmpty()) {
            const qsizetype fits = fitting(rest);
            if (fits == 0) {
                if (m_y == 0) return false; // not one word fits a whole page
                if (!newPage()) return false;
                continue;
            }
            const QString now = rest.left(fits);
            const QRectF place(0, m_y, m_width, m_height - m_y);
            QRectF took;
            m_painter.drawText(place, flags, now, &took);
            m_y += took.height();
            rest = rest.mid(fits).trimmed();
        }
        m_y += 1.6 * m_millimetre;
        return true;
    }
    // How many characters of `text` fit what is left of the page.
    [[nodiscard]] qsizetype fitting(const QString &text) const {
        const auto fits = [&](qsizetype size) {
            const QRectF all(0, 0, m_width, 1e7);
            return m_painter.boundingRect(all, flags, text.left(size)).height() <= m_height - m_y;
        };
        if (fits(text.size())) return text.size();
        qsizetype low = 0, high = text.size();
        while (high - low > 1) {
            const qsizetype middle = (low + high) / 2;
            (fits(middle) ? low : high) = middle;
        }
        const qsizetype space = text.lastIndexOf(u' ', low);
        return space > 0 ? space : low;
    }
    [[nodiscard]] bool code(const QString &text) {
        const auto made = sheetOf(text.toStdString());
        if (!made) return false;
        constexpr int quiet = 4; // modules around it, as the standard wants
        const int all = made->side + 2 * quiet;
        const qreal most = std::min(m_width, (m_small ? 62.0 : 130.0) * m_millimetre);
        // Whole dots of the printer, else modules differ in width.
        const qreal module = std::max(1.0, std::floor(most / all));
        const qreal size = module * all;
        if (m_y + size > m_height && m_y > 0 && !newPage()) return false;
        const qreal left = (m_width - size) / 2;
        m_painter.fillRect(QRectF(left, m_y, size, size), Qt::white);
        for (int y = 0; y < made->side; ++y)
            for (int x = 0; x < made->side; ++x)
                if (made->dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(made->side)
                               + static_cast<std::size_t>(x)])
                    m_painter.fillRect(QRectF(left + (x + quiet) * module,
                                              m_y + (y + quiet) * module, module, module),
                                       Qt::black);
        m_y += size;
        return true;
    }

    static constexpr int flags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
    QPagedPaintDevice &m_device;
    QPainter &m_painter;
    bool m_small;
    qreal m_millimetre, m_width, m_height;
    qreal m_y = 0;
};

} // namespace

bool Paper::paint(QPagedPaintDevice &device, const QList<PaperBlock> &blocks) {
    const bool small = m_size == A6;
    device.setPageSize(QPageSize(small ? QPageSize::A6 : QPageSize::A4));
    const qreal margin = small ? 8 : 18;
    device.setPageMargins({margin, margin, margin, margin}, QPageLayout::Millimeter);
    QPainter painter;
    if (!painter.begin(&device)) return false;
    Press press(device, painter, small);
    for (const PaperBlock &block : blocks)
        if (!press.add(block)) return false;
    return painter.end();
}

bool Paper::end(const QString &problem) {
    m_problem = problem;
    Q_EMIT changed();
    return problem.isEmpty();
}

bool Paper::printOn(const QString &printer, const QList<PaperBlock> &blocks) {
    const bool good = deviceOf(this)->printing->print(
        printer, [&](QPagedPaintDevice &device) { return paint(device, blocks); });
    //: The printer did not take a page
    const QString refused = QCoreApplication::translate(
        "Paper", "The printer did not take it. See whether it is switched on and has paper, or "
                 "write a PDF file instead.");
    return end(good ? QString() : refused);
}

bool Paper::writePdf(const QUrl &file, const QList<PaperBlock> &blocks, bool replace) {
    QByteArray pages;
    QBuffer target(&pages);
    bool good = target.open(QIODevice::WriteOnly);
    if (good) {
        QPdfWriter device(&target);
        device.setResolution(600);
        device.setCreator(QStringLiteral("Apricot"));
        good = paint(device, blocks);
    }
    //: A PDF file could not be made
    const QString unmade = QCoreApplication::translate(
        "Paper", "The pages could not be made. Close other programs and try again.");
    if (!good) return end(unmade);
    const auto written = deviceOf(this)->files->write(
        file, viewOf({pages.constData(), static_cast<std::size_t>(pages.size())}),
        Replace{replace});
    return end(written ? QString() : inWords(written.error()));
}

void Paper::findPrinters() {
    m_printers = deviceOf(this)->printing->names();
    Q_EMIT changed();
}

} // namespace apricot
