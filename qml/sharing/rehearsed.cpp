// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/rehearsed.h"

#include "controls/words.h"
#include "shelf/wording.h"

#include <array>

namespace apricot {

int Rehearsed::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant Rehearsed::data(const QModelIndex &index, int role) const {
    const RecordRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Id:
        return utf8(toHex(row.id.view()));
    case Title:
        return utf8(row.title);
    case Value:
        return valueInWords(row.value, row.unit);
    case When:
        return dateInWords(row.dateText);
    case Section:
        return inWords(row.kind);
    case Seen:
        return m_seen.contains(row.id);
    case Level:
        return row.level;
    default:
        return {};
    }
}

QHash<int, QByteArray> Rehearsed::roleNames() const {
    return {{Id, "recordId"},     {Title, "title"}, {Value, "value"}, {When, "when"},
            {Section, "section"}, {Seen, "seen"},   {Level, "level"}};
}

void Rehearsed::set(std::vector<RecordRow> rows, std::set<RecordId> seen) {
    beginResetModel();
    m_rows = std::move(rows);
    std::ranges::stable_sort(m_rows, {}, &RecordRow::kind);
    m_seen = std::move(seen);
    endResetModel();
}

void Rehearsed::see(const RecordId &id, bool seen) {
    if (seen)
        m_seen.insert(id);
    else
        m_seen.erase(id);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].id == id) {
            const QModelIndex at = index(static_cast<int>(i));
            Q_EMIT dataChanged(at, at, {Seen});
        }
}

QList<SeenOfKind> Rehearsed::counts() const {
    std::array<int, kindCount> counted{};
    for (const RecordRow &row : m_rows)
        if (m_seen.contains(row.id)) ++counted[static_cast<std::size_t>(row.kind) - 1];
    QList<SeenOfKind> out;
    for (std::size_t i = 0; i < counted.size(); ++i)
        if (counted[i] > 0) out.append({inWords(static_cast<Kind>(i + 1)), counted[i]});
    return out;
}

int Rehearsed::closed(int level) const {
    return static_cast<int>(std::ranges::count_if(m_rows, [&](const RecordRow &row) {
        return row.level > level && !m_seen.contains(row.id);
    }));
}

} // namespace apricot
