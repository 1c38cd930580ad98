// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/event_log.h"

#include "crypto/hash.h"

#include <limits>

namespace apricot {
namespace {

struct Head {
    std::int64_t number = 0;
    Digest hash; // zeros before the first entry
};

Digest hashOf(const Digest &previous, UnixTime time, std::string_view kind, std::string_view body) {
    return sha256({previous.view(), bigEndian<8>(static_cast<std::uint64_t>(time)),
                   bigEndian<8>(kind.size()), viewOf(kind), viewOf(body)});
}

Error broken(std::int64_t number) {
    return fail(ErrorCode::LogBroken, "entry " + std::to_string(number));
}

Result<Head> headOf(const Database &db) {
    APRICOT_TRY_ASSIGN(q, db.query("SELECT (SELECT value FROM about WHERE name = 'log number'),"
                                   " (SELECT value FROM about WHERE name = 'log hash')"));
    APRICOT_TRY(q.step());
    Head out;
    if (q.isNull(0)) return out;
    out.number = q.integer(0);
    const auto hash = Digest::from(q.blob(1));
    if (!hash) return broken(out.number);
    out.hash = *hash;
    return out;
}

} // namespace

Result<> appendEntry(const Database &db, UnixTime time, std::string_view kind,
                     std::string_view body) {
    APRICOT_TRY_ASSIGN(change, Transaction::begin(db));
    APRICOT_TRY_ASSIGN(head, headOf(db));
    const Digest hash = hashOf(head.hash, time, kind, body);
    APRICOT_TRY_ASSIGN(q, db.query("INSERT INTO log VALUES(?1, ?2, ?3, ?4, ?5)"));
    q.bind(1, head.number + 1).bind(2, time).bind(3, kind).bind(4, body).bind(5, hash.view());
    APRICOT_TRY(q.run());
    APRICOT_TRY_ASSIGN(end, db.query("INSERT OR REPLACE INTO about VALUES('log number', ?1),"
                                     " ('log hash', ?2)"));
    end.bind(1, head.number + 1).bind(2, hash.view());
    APRICOT_TRY(end.run());
    return change.commit();
}

Result<std::vector<LogEntry>> readLog(const Database &db, const Page &page) {
    APRICOT_TRY_ASSIGN(q, db.query("SELECT number, time, kind, body, hash FROM log"
                                   " WHERE number < ?1 ORDER BY number DESC LIMIT ?2"));
    q.bind(1, page.after.value_or(std::numeric_limits<std::int64_t>::max()));
    q.bind(2, std::int64_t{page.limit});
    std::vector<LogEntry> out;
    for (;;) {
        APRICOT_TRY_ASSIGN(row, q.step());
        if (!row) return out;
        const auto hash = Digest::from(q.blob(4));
        if (!hash) return broken(q.integer(0));
        out.push_back({q.integer(0), q.integer(1), q.text(2), q.text(3), *hash});
    }
}

Result<> verifyEntries(const Database &db) {
    APRICOT_TRY_ASSIGN(head, headOf(db));
    APRICOT_TRY_ASSIGN(q, db.query("SELECT number, time, kind, body, hash FROM log"
                                   " ORDER BY number"));
    Digest previous;
    std::int64_t number = 0;
    for (;;) {
        APRICOT_TRY_ASSIGN(row, q.step());
        if (!row) break;
        ++number;
        previous = hashOf(previous, q.integer(1), q.text(2), q.text(3));
        if (q.integer(0) != number || Digest::from(q.blob(4)) != previous) return broken(number);
    }
    if (head.number != number) return broken(std::min(head.number, number) + 1);
    if (head.hash != previous) return broken(number);
    return {};
}

} // namespace apricot
