// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/timeline.h"

#include "vault/record_store.h"
#include "vault/search_text.h"

#include <limits>

namespace apricot {
namespace {

#define APRICOT_ROW_COLUMNS                                                                        \
    "r.row, r.id, r.kind, coalesce(r.chosen, r.level), r.type, r.logical_id, r.precision,"         \
    " r.start, r.date_text, r.title, r.value, r.unit, r.performer, r.person"

struct Range {
    std::int64_t first = 0; // included
    std::int64_t end = std::numeric_limits<std::int64_t>::max();
};

Range rangeOf(const Filter &filter) {
    Range out;
    if (filter.from || filter.until) out.first = firstDatedRow();
    if (filter.from) out.first = firstRowAt(*filter.from);
    if (filter.until) out.end = firstRowAt(*filter.until);
    return out;
}

std::optional<std::string> wordsQuery(const Filter &filter) {
    return ftsQuery({filter.kinds, filter.maxLevel.value_or(5), filter.text, filter.person});
}

Result<RecordRow> rowOf(const Query &q) {
    RecordRow out;
    const auto id = RecordId::from(q.blob(1));
    if (!id) return vaultDamaged("record id");
    out.cursor = q.integer(0);
    out.id = *id;
    out.kind = static_cast<Kind>(q.integer(2));
    out.level = static_cast<std::uint8_t>(q.integer(3));
    out.type = q.text(4);
    out.logicalId = q.text(5);
    out.dated = static_cast<ClinicalDate::Precision>(q.integer(6)) != ClinicalDate::Precision::None;
    out.date = out.dated ? q.integer(7) : 0;
    out.dateText = q.text(8);
    out.title = q.text(9);
    out.value = q.text(10);
    out.unit = q.text(11);
    out.performer = q.text(12);
    out.person = q.text(13);
    return out;
}

} // namespace

Result<std::vector<RecordRow>> listRecords(const Database &db, const Filter &filter,
                                           const Page &page) {
    const auto words = wordsQuery(filter);
    Range range = rangeOf(filter);
    if (page.after) range.end = std::min(range.end, *page.after);
    // CROSS JOIN keeps the index outermost: it yields rows newest first, and LIMIT stops it.
    APRICOT_TRY_ASSIGN(
        q, db.query(words ? "SELECT " APRICOT_ROW_COLUMNS
                            " FROM search s CROSS JOIN record r ON r.row = s.rowid"
                            " WHERE s.search MATCH ?4 AND s.rowid >= ?1 AND s.rowid < ?2"
                            " ORDER BY s.rowid DESC LIMIT ?3"
                          : "SELECT " APRICOT_ROW_COLUMNS " FROM record r"
                            " WHERE r.row >= ?1 AND r.row < ?2 ORDER BY r.row DESC LIMIT ?3"));
    q.bind(1, range.first).bind(2, range.end).bind(3, std::int64_t{page.limit});
    if (words) q.bind(4, std::string_view(*words));
    std::vector<RecordRow> out;
    for (;;) {
        APRICOT_TRY_ASSIGN(found, q.step());
        if (!found) return out;
        APRICOT_TRY_ASSIGN(row, rowOf(q));
        out.push_back(std::move(row));
    }
}

Result<std::uint64_t> countRecords(const Database &db, const Filter &filter) {
    const auto words = wordsQuery(filter);
    const Range range = rangeOf(filter);
    const bool all = !words && !filter.from && !filter.until;
    APRICOT_TRY_ASSIGN(
        q, db.query(all     ? "SELECT count(*) FROM record"
                    : words ? "SELECT count(*) FROM search WHERE search MATCH ?3 AND rowid >= ?1"
                              " AND rowid < ?2"
                            : "SELECT count(*) FROM record WHERE row >= ?1 AND row < ?2"));
    if (!all) q.bind(1, range.first).bind(2, range.end);
    if (words) q.bind(3, std::string_view(*words));
    APRICOT_TRY(q.step());
    return static_cast<std::uint64_t>(q.integer(0));
}

} // namespace apricot
