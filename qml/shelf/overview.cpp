// SPDX-License-Identifier: GPL-3.0-or-later
#include "shelf/overview.h"

#include "controls/words.h"
#include "flows/summary.h"
#include "shelf/wording.h"

namespace apricot {
namespace {

QVariantList inRows(const std::vector<SummaryRow> &rows) {
    QVariantList out;
    for (const SummaryRow &row : rows)
        out.append(QVariantMap{{QStringLiteral("id"), utf8(toHex(row.id.view()))},
                               {QStringLiteral("title"), utf8(row.title)},
                               {QStringLiteral("note"), utf8(row.note)},
                               {QStringLiteral("serious"), row.serious},
                               {QStringLiteral("when"), dateInWords(row.dateText)},
                               {QStringLiteral("where"), utf8(row.performer)}});
    return out;
}

} // namespace

void Overview::setShelf(Shelf *shelf) {
    if (m_shelf == shelf) return;
    if (m_shelf) m_shelf->disconnect(this);
    m_shelf = shelf;
    if (shelf) connect(shelf, &Shelf::recordsChanged, this, &Overview::read);
    read();
}

void Overview::read() {
    ++m_search;
    if (!m_shelf || !m_shelf->isOpen()) {
        m_ready = false;
        for (QVariantList *list : {&m_allergies, &m_medicines, &m_conditions, &m_visits})
            list->clear();
        Q_EMIT changed();
        return;
    }
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
