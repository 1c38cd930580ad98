// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/code_image.h"

#include <QPainter>
#include <QQuickWindow>

namespace apricot {

void CodeImage::paint(QPainter *painter) {
    painter->fillRect(boundingRect(), Qt::white);
    if (m_code.side == 0) return;
    constexpr int quiet = 4; // modules around it, as the standard wants
    const int all = m_code.side + 2 * quiet;
    const qreal room = std::min(width(), height());
    const qreal dots = room * (window() ? window()->effectiveDevicePixelRatio() : 1);
    const qreal module = dots >= all ? room / dots * std::floor(dots / all) : room / all;
    const qreal left = (width() - module * m_code.side) / 2;
    const qreal top = (height() - module * m_code.side) / 2;
    for (int y = 0; y < m_code.side; ++y)
        for (int x = 0; x < m_code.side; ++x)
            if (m_code.dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_code.side)
                            + static_cast<std::size_t>(x)])
                painter->fillRect(QRectF(left + x * module, top + y * module, module, module),
                                  Qt::black);
}

void CodeImage::setText(const QString &text) {
    if (text == m_text) return;
    m_text = text;
    m_code = {};
    if (!text.isEmpty())
        if (auto code = encodeQr(text.toStdString())) m_code = std::move(*code);
    Q_EMIT textChanged();
    update();
}

} // namespace apricot
