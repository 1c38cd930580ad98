// SPDX-License-Identifier: GPL-3.0-or-later
// Records as rows.
//
// A record's row number is its place in time: (seconds since the year 1 + 2^20) << 20 | tie, where
// the tie counts records of the same second. Undated records use the numbers below 2^40, so that
// they come last. "Newest first" is then the order of the table and of the search index, and a
// page at any depth reads only its own rows.
#pragma once

#include "records/record.h"
#include "vault/database.h"

namespace apricot {

// The first row number of that second; dates outside the years 1 to 9999 count as the nearest.
[[nodiscard]] std::int64_t firstRowAt(UnixTime time);
// Records without a date come before this one.
[[nodiscard]] std::int64_t firstDatedRow();
// A free row for a record of that date.
[[nodiscard]] Result<std::int64_t> freeRow(const Database &db, const ClinicalDate &date);

// A record made ready to be bound: its attachments by hash, the rest encoded.
struct PackedRecord {
    const Record &record;
    Digest hash; // of the resource's own bytes: equal only when they are
    Bytes extra; // codes, references, search text, attachments
    std::vector<Digest> attachments;
};
[[nodiscard]] PackedRecord pack(const Record &record);

[[nodiscard]] Result<> insertRecord(const Database &db, std::int64_t row,
                                    const PackedRecord &packed,
                                    std::optional<std::int64_t> chosenLevel);
[[nodiscard]] Result<> insertHistory(const Database &db, const PackedRecord &packed);
// The columns that loadRecord reads, in its order.
inline constexpr std::string_view recordColumns =
    "id, kind, coalesce(chosen, level), type, logical_id, version, updated, precision, start,"
    " date_text, title, value, unit, performer, person, extra, json";
// The record of the query's current row, its attachments loaded when asked for.
[[nodiscard]] Result<Record> loadRecord(const Database &db, const Query &query,
                                        bool withAttachments);

} // namespace apricot
