// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/opening_rows.h"

#include "controls/words.h"

namespace apricot {

void OpeningRows::show(const std::vector<RedemptionLeaf> &openings) {
    std::vector<Redemption> rows;
    for (const RedemptionLeaf &one : openings)
        if (one) rows.push_back(*one);
    std::ranges::reverse(rows);
    if (rows == m_rows) return; // a list that is made anew loses its place
    beginResetModel();
    m_countedOnly = static_cast<int>(openings.size() - rows.size());
    m_rows = std::move(rows);
    endResetModel();
    Q_EMIT changed();
}

int OpeningRows::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant OpeningRows::data(const QModelIndex &index, int role) const {
    const Redemption &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Time) return localTime(row.time);
    if (role == Block) return QString::number(row.height);
    return {};
}

QHash<int, QByteArray> OpeningRows::roleNames() const {
    return {{Time, "time"}, {Block, "block"}};
}

QString OpeningRows::lastTime() const {
    return m_rows.empty() ? QString() : localTime(m_rows.front().time);
}

QString OpeningRows::lastBlock() const {
    return m_rows.empty() ? QString() : QString::number(m_rows.front().height);
}

} // namespace apricot
