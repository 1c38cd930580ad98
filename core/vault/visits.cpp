// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/visits.h"

#include "vault/database.h"
#include "vault/events.h"

#include <array>

namespace apricot {
namespace {

constexpr std::array<std::string_view, 3> placeNames = {"screen", "output", "files"};
constexpr std::array eventNames = {events::redeem.kind, events::open.kind, events::erase.kind,
                                   events::writtenBack.kind};

std::vector<std::string> wordsIn(const std::string &text) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        out.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

Result<std::int64_t> numberOf(const Database &db, std::string_view sql, std::string_view grant) {
    APRICOT_TRY_ASSIGN(q, db.query(sql));
    q.bind(1, grant);
    APRICOT_TRY_ASSIGN(found, q.step());
    return found ? q.integer(0) : 0;
}

Result<> add(const Database &db, UnixTime redeemed, UnixTime opened, const VisitFacts &facts) {
    APRICOT_TRY_ASSIGN(q, db.query("INSERT INTO visit(grant_id, staff, purpose, place, redeemed,"
                                   " opened, erased, records, letters) VALUES(?1, ?2, ?3, ?4, ?5,"
                                   " ?6, 0, ?7, '')"));
    q.bind(1, std::string_view(facts.grant)).bind(2, std::string_view(facts.staff));
    q.bind(3, static_cast<std::int64_t>(facts.purpose));
    q.bind(4, static_cast<std::int64_t>(facts.place)).bind(5, redeemed).bind(6, opened);
    q.bind(7, static_cast<std::int64_t>(facts.records));
    return q.run();
}

} // namespace

std::string_view nameOf(Place place) {
    return placeNames.at(static_cast<std::size_t>(place));
}

std::string_view nameOf(VisitEvent event) {
    return eventNames.at(static_cast<std::size_t>(event));
}

Result<> keepVisit(const Database &db, UnixTime time, VisitEvent event, const VisitFacts &facts) {
    switch (event) {
    case VisitEvent::Redeem:
        return add(db, time, 0, facts);
    case VisitEvent::Open: {
        APRICOT_TRY_ASSIGN(unopened,
                           numberOf(db,
                                    "SELECT number FROM visit WHERE opened = 0 AND number = (SELECT"
                                    " max(number) FROM visit WHERE grant_id = ?1)",
                                    facts.grant));
        if (unopened == 0) return add(db, 0, time, facts);
        APRICOT_TRY_ASSIGN(q, db.query("UPDATE visit SET staff = ?2, purpose = ?3, place = ?4,"
                                       " opened = ?5, records = ?6 WHERE number = ?1"));
        q.bind(1, unopened).bind(2, std::string_view(facts.staff));
        q.bind(3, static_cast<std::int64_t>(facts.purpose));
        q.bind(4, static_cast<std::int64_t>(facts.place)).bind(5, time);
        q.bind(6, static_cast<std::int64_t>(facts.records));
        return q.run();
    }
    case VisitEvent::Erase: {
        APRICOT_TRY_ASSIGN(shown,
                           numberOf(db,
                                    "SELECT number FROM visit WHERE grant_id = ?1 AND place ="
                                    " 0 AND opened <> 0 AND erased = 0 ORDER BY number DESC",
                                    facts.grant));
        APRICOT_TRY_ASSIGN(q, db.query("UPDATE visit SET erased = ?2 WHERE number = ?1"));
        q.bind(1, shown).bind(2, time);
        return q.run();
    }
    case VisitEvent::Letter:
        break;
    }
    APRICOT_TRY_ASSIGN(
        latest, numberOf(db, "SELECT max(number) FROM visit WHERE grant_id = ?1", facts.grant));
    APRICOT_TRY_ASSIGN(q, db.query("UPDATE visit SET letters = ltrim(letters || ' ' || ?2)"
                                   " WHERE number = ?1"));
    q.bind(1, latest).bind(2, std::string_view(facts.letter));
    return q.run();
}

Result<std::vector<VisitRow>> readVisits(const Database &db, UnixTime since) {
    APRICOT_TRY_ASSIGN(q,
                       db.query("SELECT grant_id, staff, purpose, place, redeemed, opened, erased,"
                                " records, letters FROM visit WHERE max(redeemed, opened) >= ?1"
                                " ORDER BY number"));
    q.bind(1, since);
    std::vector<VisitRow> out;
    for (;;) {
        APRICOT_TRY_ASSIGN(found, q.step());
        if (!found) return out;
        VisitRow row;
        row.grant = q.text(0);
        row.staff = q.text(1);
        row.purpose = static_cast<Purpose>(q.integer(2));
        if (q.integer(3) < 0 || q.integer(3) >= static_cast<std::int64_t>(placeNames.size()))
            return vaultDamaged("a visit");
        row.place = static_cast<Place>(q.integer(3));
        row.redeemed = q.integer(4);
        row.opened = q.integer(5);
        row.erased = q.integer(6);
        row.records = static_cast<std::uint64_t>(q.integer(7));
        row.letters = wordsIn(q.text(8));
        out.push_back(std::move(row));
    }
}

} // namespace apricot
