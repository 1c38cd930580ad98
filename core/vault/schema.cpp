// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/schema.h"

#include "vault/typed_tables.h"

#include <array>

namespace apricot {
namespace {

// A step is never edited once released: a change is a new step.
//
// record.row is the clinical date, so that the newest first is the table's own order backwards and
// neither the timeline nor the index sorts (record_store.h). `search` holds words only; it also
// carries the filters as words of their own (search_text.h).
struct Step {
    const char *sql;
    Result<> (*then)(const Database &db) = nullptr; // in the same transaction
};
constexpr std::array steps = {
    // 1
    Step{"CREATE TABLE about(name TEXT PRIMARY KEY, value) WITHOUT ROWID;" // stays in every version
         "CREATE TABLE record(row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, kind INTEGER NOT "
         "NULL,"
         " level INTEGER NOT NULL, chosen INTEGER, type TEXT NOT NULL, logical_id TEXT NOT NULL,"
         " version TEXT NOT NULL, updated TEXT NOT NULL, precision INTEGER NOT NULL,"
         " start INTEGER NOT NULL, date_text TEXT NOT NULL, title TEXT NOT NULL, value TEXT NOT "
         "NULL,"
         " unit TEXT NOT NULL, performer TEXT NOT NULL, person TEXT NOT NULL, hash BLOB NOT NULL,"
         " extra BLOB NOT NULL, json BLOB NOT NULL);"
         "CREATE TABLE history(number INTEGER PRIMARY KEY, id BLOB NOT NULL, kind INTEGER NOT NULL,"
         " level INTEGER NOT NULL, chosen INTEGER, type TEXT NOT NULL, logical_id TEXT NOT NULL,"
         " version TEXT NOT NULL, updated TEXT NOT NULL, precision INTEGER NOT NULL,"
         " start INTEGER NOT NULL, date_text TEXT NOT NULL, title TEXT NOT NULL, value TEXT NOT "
         "NULL,"
         " unit TEXT NOT NULL, performer TEXT NOT NULL, person TEXT NOT NULL, hash BLOB NOT NULL,"
         " extra BLOB NOT NULL, json BLOB NOT NULL);"
         "CREATE VIRTUAL TABLE search USING fts5(words, content='', contentless_delete=1,"
         " detail=none, tokenize=\"ascii tokenchars '_'\");"
         // Words wait in memory until this many bytes, so that a big import writes few segments.
         "INSERT INTO search(search, rank) VALUES('hashsize', 16777216);"
         "CREATE TABLE attachment(number INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE,"
         " size INTEGER NOT NULL);"
         "CREATE TABLE chunk(place INTEGER PRIMARY KEY, hash BLOB NOT NULL, content BLOB NOT NULL);"
         "CREATE TABLE log(number INTEGER PRIMARY KEY, time INTEGER NOT NULL, kind TEXT NOT NULL,"
         " body TEXT NOT NULL, hash BLOB NOT NULL);"
         "CREATE TABLE setting(space TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL,"
         " PRIMARY KEY(space, key)) WITHOUT ROWID;"
         "CREATE TABLE source(number INTEGER PRIMARY KEY, name TEXT NOT NULL, imported INTEGER NOT "
         "NULL,"
         " shell BLOB NOT NULL);"},
    // 2: old versions of a record are found without reading through all of them.
    Step{"CREATE INDEX history_by_record ON history(id, number);"},
    // 3: who answers for a version of a record, and a clinic's visits, in tables of their own.
    Step{"CREATE TABLE origin(number INTEGER PRIMARY KEY AUTOINCREMENT, record BLOB NOT NULL,"
         " content BLOB NOT NULL, state INTEGER NOT NULL, organisation BLOB NOT NULL,"
         " name TEXT NOT NULL, time INTEGER NOT NULL);"
         "CREATE INDEX origin_by_record ON origin(record, number);"
         "CREATE TABLE visit(number INTEGER PRIMARY KEY, grant_id TEXT NOT NULL,"
         " staff TEXT NOT NULL, purpose INTEGER NOT NULL, place INTEGER NOT NULL,"
         " redeemed INTEGER NOT NULL, opened INTEGER NOT NULL, erased INTEGER NOT NULL,"
         " records INTEGER NOT NULL, letters TEXT NOT NULL);"
         "CREATE INDEX visit_by_grant ON visit(grant_id, number);"
         "CREATE INDEX visit_by_time ON visit(max(redeemed, opened), number);",
         fillTypedTables},
};
static_assert(steps.size() == schemaVersion);

} // namespace

Result<> migrate(const Database &db, std::int64_t upTo) {
    APRICOT_TRY_ASSIGN(version, db.number("PRAGMA user_version"));
    if (version > schemaVersion) {
        APRICOT_TRY_ASSIGN(q, db.query("SELECT value FROM about WHERE name = 'app'"));
        APRICOT_TRY_ASSIGN(row, q.step());
        return fail(ErrorCode::VaultTooNew, "written by Apricot " + (row ? q.text(0) : "?")
                                                + ", this is " + APRICOT_VERSION);
    }
    for (std::int64_t next = version; next < upTo; ++next) {
        APRICOT_TRY_ASSIGN(step, Transaction::begin(db));
        const Step &what = steps[static_cast<std::size_t>(next)];
        APRICOT_TRY(db.execute(what.sql));
        if (what.then) APRICOT_TRY(what.then(db));
        const std::string done = "INSERT OR REPLACE INTO about VALUES('app', '" APRICOT_VERSION
                                 "'); PRAGMA user_version = "
                                 + std::to_string(next + 1);
        APRICOT_TRY(db.execute(done.c_str()));
        APRICOT_TRY(step.commit());
    }
    return {};
}

} // namespace apricot
