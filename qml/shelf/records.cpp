// SPDX-License-Identifier: GPL-3.0-or-later
#include "shelf/records.h"

#include "controls/words.h"

#include <QCoreApplication>

namespace apricot {

QString dayOf(const RecordRow &row) {
    return utf8(row.dateText).left(10);
}

int Records::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant Records::data(const QModelIndex &index, int role) const {
    const RecordRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Id:
        return utf8(toHex(row.id.view()));
    case Title:
        return utf8(row.title);
    case Value:
        return utf8(row.unit.empty() ? row.value : row.value + " " + row.unit);
    case When:
        return dayOf(row);
    case Year:
        //: Heading above the records that have no date
        return row.dated ? dayOf(row).left(4)
                         : QCoreApplication::translate("Records", "Without a date");
    case Kind:
        return inWords(row.kind);
    case Level:
        return row.level;
    case Performer:
        return utf8(row.performer);
    default:
        return {};
    }
}

QHash<int, QByteArray> Records::roleNames() const {
    return {{Id, "recordId"}, {Title, "title"}, {Value, "value"}, {When, "when"},
            {Year, "year"},   {Kind, "kind"},   {Level, "level"}, {Performer, "performer"}};
}

bool Records::canFetchMore(const QModelIndex &) const {
    return m_more && !m_reading;
}

void Records::fetchMore(const QModelIndex &) {
    readPage();
}

void Records::setShelf(Shelf *shelf) {
    if (m_shelf) m_shelf->disconnect(this);
    m_shelf = shelf;
    if (shelf) connect(shelf, &Shelf::recordsChanged, this, &Records::reload);
    reload();
}

void Records::setText(const QString &text) {
    if (text == m_text) return;
    m_text = text;
    reload();
}

void Records::setKinds(int kinds) {
    if (kinds == m_kinds) return;
    m_kinds = kinds;
    reload();
}

QString Records::kindName(int kind) {
    return kind >= 1 && kind <= kindCount ? inWords(static_cast<apricot::Kind>(kind)) : QString();
}

void Records::reload() {
    beginResetModel();
    m_rows.clear();
    m_total = 0;
    m_more = m_reading = false;
    endResetModel();
    ++m_search;
    Q_EMIT changed();
    if (m_shelf && m_shelf->isOpen()) readPage();
}

void Records::readPage() {
    struct Found {
        std::vector<RecordRow> rows;
        std::uint64_t total = 0;
    };
    Filter filter;
    filter.text = m_text.trimmed().toStdString();
    filter.kinds = static_cast<std::uint16_t>(m_kinds);
    Page page{100, std::nullopt};
    if (!m_rows.empty()) page.after = m_rows.back().cursor;
    m_reading = true;
    m_shelf->look<Found>(
        this,
        [filter, page](Vault &vault) -> Result<Found> {
            APRICOT_TRY_ASSIGN(rows, vault.list(filter, page));
            Found out{std::move(rows), 0};
            if (!page.after) {
                APRICOT_TRY_ASSIGN(total, vault.count(filter));
                out.total = total;
            }
            return out;
        },
        [this, search = m_search, limit = page.limit](Found &&found) {
            if (search != m_search) return;
            m_reading = false;
            m_more = found.rows.size() == limit;
            if (m_rows.empty()) m_total = static_cast<int>(found.total);
            if (!found.rows.empty()) {
                const int at = rowCount();
                beginInsertRows({}, at, at + static_cast<int>(found.rows.size()) - 1);
                std::ranges::move(found.rows, std::back_inserter(m_rows));
                endInsertRows();
            }
            Q_EMIT changed();
        });
}

} // namespace apricot
