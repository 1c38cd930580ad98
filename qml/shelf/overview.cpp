// SPDX-License-Identifier: GPL-3.0-or-later
#include "shelf/overview.h"

#include "chart/summary.h"
#include "controls/sentences.h"
#include "controls/words.h"
#include "shelf/wording.h"

#include <QCoreApplication>

namespace apricot {
namespace {

QList<OverviewRow> inRows(const std::vector<SummaryRow> &rows) {
    QList<OverviewRow> out;
    for (const SummaryRow &row : rows)
        out.append({utf8(toHex(row.id.view())), utf8(row.title), noteInWords(row), row.serious,
                    dateInWords(row.dateText), utf8(row.performer)});
    return out;
}

QString listed(const QList<OverviewRow> &rows) {
    QStringList names;
    for (const OverviewRow &row : rows)
        names.append(row.title
                     + (row.note.isEmpty() ? QString() : QStringLiteral(", ") + row.note));
    // A pause after each, so that a listener can tell them apart.
    return names.join(QStringLiteral("; "));
}

QList<OverviewRow> serious(const QList<OverviewRow> &rows, bool wanted) {
    QList<OverviewRow> out;
    for (const OverviewRow &row : rows)
        if (row.serious == wanted) out.append(row);
    return out;
}

} // namespace

QString Overview::spoken() const {
    if (!m_ready) return {};
    QStringList sentences;
    if (m_allergies.isEmpty())
        //: Read aloud: the summary of a record; the words of the card
        sentences.append(QCoreApplication::translate(
            "SummaryCards", "No allergy is written down. That does not mean there is none."));
    const QList<OverviewRow> dangerous = serious(m_allergies, true);
    const QList<OverviewRow> others = serious(m_allergies, false);
    if (!dangerous.isEmpty())
        //: Read aloud, first of all: allergies that can be dangerous; %1 are allergies
        sentences.append(QCoreApplication::translate("Overview", "Warning, dangerous allergy: %1.")
                             .arg(listed(dangerous)));
    if (!others.isEmpty())
        //: Read aloud: the summary of a record; %1 are allergies
        sentences.append(
            QCoreApplication::translate("Overview", "Allergies: %1.").arg(listed(others)));
    if (m_medicines.isEmpty())
        //: Read aloud: the summary of a record; the words of the card
        sentences.append(QCoreApplication::translate("SummaryCards",
                                                     "No medicine is written down as taken now."));
    else
        //: Read aloud: the summary of a record; %1 are medicines
        sentences.append(QCoreApplication::translate("Overview", "Medicines you take now: %1.")
                             .arg(listed(m_medicines)));
    if (!m_conditions.isEmpty())
        //: Read aloud: the summary of a record; %1 are illnesses
        sentences.append(
            QCoreApplication::translate("Overview", "Conditions: %1.").arg(listed(m_conditions)));
    return joined(sentences);
}

void Overview::setShelf(Shelf *shelf) {
    if (m_shelf == shelf) return;
    if (m_shelf) m_shelf->disconnect(this);
    m_shelf = shelf;
    if (shelf) connect(shelf, &Shelf::recordsChanged, this, &Overview::read);
    read();
}

void Overview::read() {
    ++m_search;
    // At once: the shelf may hold another person's records now, and one person's allergies must not
    // stand under another's name, not for a moment.
    m_ready = false;
    for (auto *list : {&m_allergies, &m_medicines, &m_conditions, &m_visits}) list->clear();
    Q_EMIT changed();
    if (!m_shelf || !m_shelf->isOpen()) return;
    m_shelf->look<Summary>(
        this, [](Vault &vault) -> Result<Summary> { return summaryOf(vault, SystemClock().now()); },
        [this, search = m_search](Summary &&summary) {
            if (search != m_search) return;
            m_ready = true;
            m_allergies = inRows(summary.allergies);
            m_medicines = inRows(summary.medicines);
            m_conditions = inRows(summary.conditions);
            m_visits = inRows(summary.latest);
            Q_EMIT changed();
        });
}

} // namespace apricot
