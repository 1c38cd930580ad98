// SPDX-License-Identifier: GPL-3.0-or-later
#include "person/recovery_words.h"

#include "controls/words.h"
#include "flows/patient/safekeeping.h"
#include "wallet/word_list.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QRandomGenerator>

namespace apricot {
namespace {

constexpr int count = 24;

} // namespace

RecoveryWords::RecoveryWords(QQuickItem *parent) : QQuickPaintedItem(parent) {
    while (m_asked.size() < 3) {
        const int place = QRandomGenerator::global()->bounded(1, count + 1);
        if (!m_asked.contains(place)) m_asked.append(place);
    }
    std::ranges::sort(m_asked);
    connect(this, &RecoveryWords::changed, this, &RecoveryWords::arrange);
    connect(this, &QQuickItem::widthChanged, this, &RecoveryWords::arrange);
}

// A word of the list has 8 letters at most.
int RecoveryWords::columns() const {
    const qreal widest = QFontMetricsF(m_font).averageCharWidth() * 15;
    return std::clamp(static_cast<int>(width() / widest), 1, 4);
}

qreal RecoveryWords::rowHeight() const {
    return QFontMetricsF(m_font).height() * 1.5;
}

void RecoveryWords::arrange() {
    const int rows = (count + columns() - 1) / columns();
    setImplicitHeight(rows * rowHeight());
    update();
}

// Down the first column, then the next, as people write lists.
void RecoveryWords::paint(QPainter *painter) {
    painter->setFont(m_font);
    const int rows = (count + columns() - 1) / columns();
    const qreal wide = width() / columns();
    const qreal numbers = QFontMetricsF(m_font).horizontalAdvance(QStringLiteral("24  "));
    std::string_view rest = textOf(m_phrase.view());
    for (int i = 0; !rest.empty(); ++i) {
        const auto end = std::min(rest.find(' '), rest.size());
        const int column = i / rows;
        const QPointF at(wide * column, rowHeight() * (i % rows));
        painter->setPen(m_quiet);
        painter->drawText(QRectF(at, QSizeF(numbers * 0.75, rowHeight())),
                          Qt::AlignRight | Qt::AlignVCenter, QString::number(i + 1));
        painter->setPen(m_color);
        painter->drawText(QRectF(at + QPointF(numbers, 0), QSizeF(wide - numbers, rowHeight())),
                          Qt::AlignLeft | Qt::AlignVCenter, utf8(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

bool RecoveryWords::matches(int place, SecretField *field) const {
    const SecretBytes typed = field->copy();
    return place > 0 && isWordOf(m_phrase.view(), static_cast<std::size_t>(place), typed.view());
}

void RecoveryWords::forget() {
    m_phrase = {};
    Q_EMIT changed();
}

void RecoveryWords::setPerson(Person *person) {
    m_person = person;
    load();
}

void RecoveryWords::setChinese(bool chinese) {
    if (chinese == m_chinese) return;
    m_chinese = chinese;
    m_phrase = {};
    Q_EMIT changed();
    load();
}

void RecoveryWords::load() {
    if (!m_person) return;
    // Shared: what a job returns must be copyable.
    using Phrase = std::shared_ptr<SecretBytes>;
    const auto language = m_chinese ? WordLanguage::Chinese : WordLanguage::English;
    m_person->ask<Phrase>(
        this,
        [language](Session &session) -> Result<Phrase> {
            APRICOT_TRY_ASSIGN(list, loadWordList(language));
            APRICOT_TRY_ASSIGN(wallet, session.wallet());
            return std::make_shared<SecretBytes>(wallet.phrase(list));
        },
        [this, chinese = m_chinese](Phrase &&phrase) {
            if (chinese != m_chinese) return;
            m_phrase = std::move(*phrase);
            Q_EMIT changed();
        });
}

} // namespace apricot
