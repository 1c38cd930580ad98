// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/typed_tables.h"

#include "codec/cbor.h"
#include "records/json_tree.h"
#include "vault/origins.h"
#include "vault/visits.h"

#include <charconv>

namespace apricot {
namespace {

constexpr cbor::Limits stored{std::size_t{1} << 20U, 3};

// Space "letters", by the letter's name: [1, state, kind, organisation, name, time ...].
struct Sender {
    std::string name;
    UnixTime time = 0;
};
Result<Sender> senderOf(const Database &db, std::string_view letter) {
    APRICOT_TRY_ASSIGN(q,
                       db.query("SELECT value FROM setting WHERE space = 'letters' AND key = ?1"));
    q.bind(1, letter);
    APRICOT_TRY_ASSIGN(found, q.step());
    if (!found) return Sender();
    APRICOT_TRY_ASSIGN(r, cbor::Reader::create(q.blob(0), stored));
    APRICOT_TRY_ASSIGN(count, r.array());
    if (count < 6) return Sender();
    for (int skipped = 0; skipped < 3; ++skipped) APRICOT_TRY(r.unsignedInteger());
    APRICOT_TRY(r.fixed<OrganisationId>());
    APRICOT_TRY_ASSIGN(name, r.text());
    APRICOT_TRY_ASSIGN(time, r.integer());
    return Sender{std::move(name), time};
}

// Space "origins", by the record's id in hex: [content, organisation, the letter's name ...].
Result<> moveOriginsOf(const Database &db, const RecordId &record, ByteView value) {
    APRICOT_TRY_ASSIGN(r, cbor::Reader::create(value, stored));
    APRICOT_TRY_ASSIGN(count, r.array());
    for (std::size_t i = 0; i + 2 < count; i += 3) {
        APRICOT_TRY_ASSIGN(content, r.fixed<Digest>());
        APRICOT_TRY_ASSIGN(organisation, r.fixed<OrganisationId>());
        APRICOT_TRY_ASSIGN(letter, r.text());
        APRICOT_TRY_ASSIGN(sender, senderOf(db, letter));
        APRICOT_TRY(
            keepOrigin(db, record, content,
                       {OriginState::Ledger, organisation, std::move(sender.name), sender.time}));
    }
    return {};
}

Result<> moveOrigins(const Database &db) {
    struct Kept {
        std::string record;
        Bytes value;
    };
    std::vector<Kept> all;
    {
        APRICOT_TRY_ASSIGN(
            q, db.query("SELECT key, value FROM setting WHERE space = 'origins' ORDER BY key"));
        for (;;) {
            APRICOT_TRY_ASSIGN(found, q.step());
            if (!found) break;
            const ByteView value = q.blob(1);
            all.push_back({q.text(0), Bytes(value.begin(), value.end())});
        }
    }
    for (const Kept &one : all) {
        const auto bytes = fromHex(one.record);
        const auto record = bytes ? RecordId::from(*bytes) : std::nullopt;
        // What cannot be read vouched for nothing before either.
        if (record) (void)moveOriginsOf(db, *record, one.value).ok();
    }
    return db.execute("DELETE FROM setting WHERE space = 'origins'");
}

std::int64_t numberIn(const JsonTree::Value &value) {
    const std::string text = value ? value.text() : std::string();
    std::int64_t out = 0;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

// Bodies of "redeem", "open", "erase" and "letter": {"grant", "staff", "purpose", "place",
// "records", "what"}. A person's own "letter" names no grant.
Result<> readVisit(const Database &db, UnixTime time, VisitEvent event, std::string_view body) {
    APRICOT_TRY_ASSIGN(tree, JsonTree::of(body));
    const auto fields = tree.root();
    const auto textOf = [&](std::string_view name) {
        const auto field = fields[name];
        return field ? field.text() : std::string();
    };
    VisitFacts facts;
    facts.grant = textOf("grant");
    if (facts.grant.empty()) return {};
    facts.staff = textOf("staff");
    facts.purpose = static_cast<Purpose>(numberIn(fields["purpose"]));
    for (const Place place : {Place::Output, Place::Files})
        if (textOf("place") == nameOf(place)) facts.place = place;
    facts.records = static_cast<std::uint64_t>(numberIn(fields["records"]));
    facts.letter = textOf("what");
    return keepVisit(db, time, event, facts);
}

Result<> readVisitsInLog(const Database &db) {
    std::int64_t number = 0;
    for (;;) { // one at a time: rows are written in between
        UnixTime time = 0;
        std::string kind, body;
        {
            APRICOT_TRY_ASSIGN(q,
                               db.query("SELECT number, time, kind, body FROM log WHERE number > ?1"
                                        " AND kind IN ('redeem', 'open', 'erase', 'letter')"
                                        " ORDER BY number LIMIT 1"));
            q.bind(1, number);
            APRICOT_TRY_ASSIGN(found, q.step());
            if (!found) return {};
            number = q.integer(0);
            time = q.integer(1);
            kind = q.text(2);
            body = q.text(3);
        }
        for (const VisitEvent event :
             {VisitEvent::Redeem, VisitEvent::Open, VisitEvent::Erase, VisitEvent::Letter})
            if (kind == nameOf(event)) APRICOT_TRY(readVisit(db, time, event, body));
    }
}

} // namespace

Result<> fillTypedTables(const Database &db) {
    APRICOT_TRY(moveOrigins(db));
    return readVisitsInLog(db);
}

} // namespace apricot
