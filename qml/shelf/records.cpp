// SPDX-License-Identifier: GPL-3.0-or-later
#include "shelf/records.h"

#include "controls/words.h"
#include "records/validity.h"
#include "shelf/visits.h"
#include "shelf/wording.h"

#include <QCoreApplication>

namespace apricot {

struct Records::Found {
    std::vector<Row> rows;
    std::vector<QString> visits; // of each row's day
    std::uint64_t total = 0;
};

namespace {

constexpr std::uint32_t pageSize = 100;
constexpr int ahead = 60; // rows before the end at which the next page is asked for

QString dayOf(const RecordRow &row) {
    return utf8(row.dateText).left(10);
}

// What a row shows beside what the list has. A document's content, which may be large, is not read
// for it.
Result<Record> readRow(Vault &vault, const RecordRow &row) {
    if (row.kind != Kind::Document) return vault.record(row.id);
    Record out;
    out.id = row.id;
    out.type = row.type;
    out.kind = row.kind;
    out.date.start = row.date;
    out.date.text = row.dateText;
    out.json = "{}";
    return out;
}

} // namespace

QString Records::withoutDate() {
    //: Heading above the records that have no date
    return QCoreApplication::translate("Records", "Without a date");
}

int Records::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant Records::data(const QModelIndex &index, int role) const {
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Id:
        return utf8(toHex(row.record.id.view()));
    case Title:
        return utf8(row.record.title);
    case Value:
        return valueInWords(row.record.value, row.record.unit);
    case When:
        return dateInWords(row.record.dateText);
    case Year:
        return row.record.dated ? dayOf(row.record).left(4) : withoutDate();
    case Kind:
        return inWords(row.record.kind);
    case Level:
        return row.record.level;
    case Performer:
        return utf8(row.record.performer);
    case Section:
        return row.section;
    case FlagSign:
        return signOf(row.flag);
    case FlagWords:
        return inWords(row.flag);
    case Mistaken:
        return row.mistaken;
    default:
        return {};
    }
}

QHash<int, QByteArray> Records::roleNames() const {
    return {{Id, "recordId"},       {Title, "title"},         {Value, "value"},
            {When, "when"},         {Year, "year"},           {Kind, "kind"},
            {Level, "level"},       {Performer, "performer"}, {Section, "day"},
            {FlagSign, "flagSign"}, {FlagWords, "flagWords"}, {Mistaken, "mistaken"}};
}

bool Records::canFetchMore(const QModelIndex &) const {
    return m_more && !m_reading;
}

void Records::fetchMore(const QModelIndex &) {
    readPage();
}

void Records::near(int row) {
    if (m_more && !m_reading && row + ahead >= rowCount()) readPage();
}

QString Records::idAt(int row) const {
    if (row < 0 || row >= rowCount()) return {};
    return utf8(toHex(m_rows[static_cast<std::size_t>(row)].record.id.view()));
}

int Records::rowOf(const QString &id) const {
    const auto bytes = fromHex(id.toStdString());
    const auto wanted = bytes ? RecordId::from(*bytes) : std::nullopt;
    for (std::size_t i = 0; wanted && i < m_rows.size(); ++i)
        if (m_rows[i].record.id == *wanted) return static_cast<int>(i);
    return -1;
}

void Records::setShelf(Shelf *shelf) {
    if (m_shelf == shelf) return;
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
    m_day.clear();
    m_year.clear();
    m_section.clear();
    endResetModel();
    ++m_search;
    Q_EMIT changed();
    if (!m_shelf || !m_shelf->isOpen()) {
        m_kindsThere.clear();
        Q_EMIT kindsThereChanged();
        return;
    }
    readPage();
    readKinds();
}

void Records::readKinds() {
    using Counts = std::vector<std::uint64_t>;
    m_shelf->look<Counts>(
        this,
        [](Vault &vault) -> Result<Counts> {
            Counts out;
            for (unsigned kind = 0; kind < kindCount; ++kind) {
                Filter filter;
                filter.kinds = static_cast<std::uint16_t>(1U << kind);
                APRICOT_TRY_ASSIGN(count, vault.count(filter));
                out.push_back(count);
            }
            return out;
        },
        [this](Counts &&counts) {
            QList<KindThere> there;
            for (std::size_t i = 0; i < counts.size(); ++i)
                if (counts[i] > 0)
                    there.append({static_cast<int>(i) + 1, kindName(static_cast<int>(i) + 1)});
            if (there == m_kindsThere) return;
            m_kindsThere = std::move(there);
            Q_EMIT kindsThereChanged();
        });
}

void Records::readPage() {
    Filter filter;
    filter.text = m_text.trimmed().toStdString();
    filter.kinds = static_cast<std::uint16_t>(m_kinds);
    Page page{pageSize, std::nullopt};
    if (!m_rows.empty()) page.after = m_rows.back().record.cursor;
    m_reading = true;
    m_shelf->look<Found>(
        this,
        [filter, page, known = m_day](Vault &vault) -> Result<Found> {
            APRICOT_TRY_ASSIGN(rows, vault.list(filter, page));
            Found out;
            QString day = known, visits;
            for (RecordRow &row : rows) {
                APRICOT_TRY_ASSIGN(record, readRow(vault, row));
                if (dayOf(row) != day) {
                    day = dayOf(row);
                    APRICOT_TRY_ASSIGN(names, visitsOn(vault, record));
                    visits = utf8(names);
                }
                out.visits.push_back(visits);
                const bool mistaken =
                    validityOf(record, row.date) == Validity::Mistaken && row.kind != Kind::Person;
                const Flag flag = flagOf(record);
                out.rows.push_back({std::move(row), flag, mistaken, {}});
            }
            if (!page.after) {
                APRICOT_TRY_ASSIGN(total, vault.count(filter));
                out.total = total;
            }
            return out;
        },
        [this, search = m_search](Found &&found) {
            if (search == m_search) take(std::move(found));
        });
}

void Records::take(Found &&found) {
    m_reading = false;
    m_more = found.rows.size() == pageSize;
    if (m_rows.empty()) m_total = static_cast<int>(found.total);
    for (std::size_t i = 0; i < found.rows.size(); ++i) {
        Row &row = found.rows[i];
        const QString day = dayOf(row.record);
        if (m_section.isEmpty() || day != m_day) {
            const QString year = row.record.dated ? day.left(4) : withoutDate();
            // The heading of a year stands once, above its newest day.
            const QString shownDay = day.size() > 4 ? dateInWords(row.record.dateText) : QString();
            m_section =
                (year == m_year ? QString() : year) + u'\n' + shownDay + u'\n' + found.visits[i];
            m_year = year;
            m_day = day;
        }
        row.section = m_section;
    }
    if (!found.rows.empty()) {
        const int at = rowCount();
        beginInsertRows({}, at, at + static_cast<int>(found.rows.size()) - 1);
        std::ranges::move(found.rows, std::back_inserter(m_rows));
        endInsertRows();
    }
    Q_EMIT changed();
}

} // namespace apricot
