// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/secret_field.h"

#include <QFontMetricsF>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPainter>

namespace apricot {

SecretField::SecretField(QQuickItem *parent) : QQuickPaintedItem(parent) {
    setAcceptedMouseButtons(Qt::LeftButton);
    setFlag(ItemAcceptsInputMethod);
    setFlag(ItemIsFocusScope, false);
    setActiveFocusOnTab(true);
    setClip(true);
    connect(this, &SecretField::edited, this, [this] { update(); });
}

void SecretField::paint(QPainter *painter) {
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(m_color);
    painter->setFont(m_font);
    if (m_shown) {
        const QString text = QString::fromUtf8(
            reinterpret_cast<const char *>(m_bytes.view().data()), static_cast<qsizetype>(m_size));
        painter->drawText(boundingRect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                          text);
        return;
    }
    painter->setBrush(m_color);
    const qreal size = QFontMetricsF(m_font).height() * 0.4;
    const qreal step = std::min(size * 1.5, (width() - size) / std::max(1, m_characters));
    for (int i = 0; i < m_characters; ++i)
        painter->drawEllipse(QRectF(i * step, (height() - size) / 2, size, size));
}

void SecretField::setShown(bool shown) {
    m_shown = shown;
    Q_EMIT edited();
}

SecretBytes SecretField::copy() const {
    SecretBytes out(m_size);
    std::copy_n(m_bytes.view().begin(), m_size, out.writable().begin());
    return out;
}

SecretBytes SecretField::take() {
    SecretBytes out = copy();
    clear();
    return out;
}

void SecretField::clear() {
    std::ranges::fill(m_bytes.writable(), std::uint8_t{0});
    m_size = 0;
    m_characters = 0;
    Q_EMIT edited();
}

void SecretField::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT accepted();
    } else if (event->key() == Qt::Key_Backspace) {
        removeLast();
    } else if (!event->text().isEmpty() && event->text().front().isPrint()
               && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        add(event->text());
    } else {
        event->ignore();
    }
}

void SecretField::inputMethodEvent(QInputMethodEvent *event) {
    add(event->commitString());
}

QVariant SecretField::inputMethodQuery(Qt::InputMethodQuery query) const {
    // Keyboards must not learn, predict or correct what is typed here.
    if (query == Qt::ImHints)
        return static_cast<int>(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                                | Qt::ImhNoAutoUppercase
                                | (m_shown ? Qt::ImhNone : Qt::ImhHiddenText));
    if (query == Qt::ImEnabled) return true;
    return QQuickPaintedItem::inputMethodQuery(query);
}

void SecretField::mousePressEvent(QMouseEvent *) {
    forceActiveFocus(Qt::MouseFocusReason);
}

void SecretField::add(const QString &text) {
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty() || m_size + static_cast<std::size_t>(bytes.size()) > longest) return;
    std::copy(bytes.begin(), bytes.end(),
              m_bytes.writable().begin() + static_cast<std::ptrdiff_t>(m_size));
    m_size += static_cast<std::size_t>(bytes.size());
    m_characters += static_cast<int>(text.toUcs4().size());
    Q_EMIT edited();
}

void SecretField::removeLast() {
    if (m_size == 0) return;
    const auto bytes = m_bytes.writable();
    while (m_size > 0) {
        const bool first = (bytes[m_size - 1] & 0xC0U) != 0x80U;
        bytes[--m_size] = 0;
        if (first) break;
    }
    --m_characters;
    Q_EMIT edited();
}

Result<> SecretField::longEnough() const {
    if (m_characters < 8) return fail(ErrorCode::PassphraseTooShort);
    return {};
}

} // namespace apricot
