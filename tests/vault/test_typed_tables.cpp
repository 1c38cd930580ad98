// SPDX-License-Identifier: GPL-3.0-or-later
// Origins and visits stand in tables of their own; what version 2 kept in settings and in the log's
// JSON comes into them.
#include "codec/cbor.h"
#include "crypto/crypto.h"
#include "crypto/hash.h"
#include "crypto/system_random.h"
#include "program/test_program.h"
#include "records/resource.h"
#include "sample_records.h"
#include "vault/event_log.h"
#include "vault/origins.h"
#include "vault/schema.h"

#include <QTemporaryDir>
#include <QTest>

using namespace apricot;

namespace {

constexpr const char *potassium =
    R"({"resourceType":"Observation","id":"k","status":"final","code":{"text":"Potassium"}})";
constexpr const char *corrected =
    R"({"resourceType":"Observation","id":"k","status":"amended","code":{"text":"Potassium"}})";

void put(const Database &db, std::string_view space, std::string_view key, const Bytes &value) {
    auto q = db.query("INSERT INTO setting(space, key, value) VALUES(?1, ?2, ?3)");
    QVERIFY(q.ok());
    q->bind(1, space).bind(2, key).bind(3, ByteView(value));
    QVERIFY(q->run().ok());
}

} // namespace

class TestTypedTables : public QObject {
    Q_OBJECT
    SystemRandom random;
    FixedClock clock{1772357400};

    [[nodiscard]] std::unique_ptr<Vault> vault() { return Vault::inMemory(random, clock).value(); }
    static void add(Vault &vault, const char *json) {
        auto batch = vault.beginImport();
        QVERIFY((*batch)->add(*readResource(json)).ok());
        QVERIFY((*batch)->commit().ok());
    }

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void anOriginGoesByContent() {
        const auto kept = vault();
        add(*kept, potassium);
        const Record record = *readResource(potassium);
        QVERIFY(originOf(*kept, record.id)->state == OriginState::Unknown);
        const auto clinic = randomFixed<OrganisationId>(random);
        QVERIFY(kept->vouch(record.id, contentOf(record),
                            {OriginState::Ledger, clinic, "Wujin Hospital", 1772000000})
                    .ok());
        const auto origin = originOf(*kept, record.id);
        QVERIFY(origin.ok() && origin->state == OriginState::Ledger);
        QVERIFY(origin->organisation == clinic);
        QCOMPARE(origin->name, std::string("Wujin Hospital"));
        QCOMPARE(origin->time, UnixTime{1772000000});
        // Another version is not vouched for by whoever wrote this one.
        add(*kept, corrected);
        QVERIFY(originOf(*kept, record.id)->state == OriginState::Unknown);
    }

    void soManyVersionsAreRemembered() {
        const auto kept = vault();
        const Record record = *readResource(potassium);
        const auto clinic = randomFixed<OrganisationId>(random);
        const Digest first = sha256(viewOf(std::string("0")));
        for (std::size_t i = 0; i <= originsKept; ++i)
            QVERIFY(kept->vouch(record.id, sha256(viewOf(std::to_string(i))),
                                {OriginState::Ledger, clinic, "", 0})
                        .ok());
        auto all = kept->origins(record.id);
        QCOMPARE(all->size(), originsKept);
        QVERIFY(all->front().content != first); // the oldest went
        // Vouched for anew it is the newest, and stands there once.
        const Digest second = all->front().content;
        QVERIFY(kept->vouch(record.id, second, {OriginState::Ledger, clinic, "", 1}).ok());
        all = kept->origins(record.id);
        QCOMPARE(all->size(), originsKept);
        QVERIFY(all->back().content == second);
    }

    void aVisitIsOneRow() {
        const auto kept = vault();
        VisitFacts facts{"a1", "Dr 李", Purpose::Emergency, Place::Screen, 0, {}};
        QVERIFY(kept->logVisit(VisitEvent::Redeem, facts, "{}").ok());
        clock.set(clock.now() + 10);
        facts.records = 7;
        QVERIFY(kept->logVisit(VisitEvent::Open, facts, "{}").ok());
        facts.letter = "result";
        QVERIFY(kept->logVisit(VisitEvent::Letter, facts, "{}").ok());
        facts.letter = "note";
        QVERIFY(kept->logVisit(VisitEvent::Letter, facts, "{}").ok());
        clock.set(clock.now() + 10);
        QVERIFY(kept->logVisit(VisitEvent::Erase, facts, "{}").ok());
        QVERIFY(kept->logVisit(VisitEvent::Open, facts, "{}").ok()); // again, without a new use
        const auto rows = kept->visitsSince(0);
        QVERIFY(rows.ok());
        QCOMPARE(rows->size(), std::size_t{2});
        const VisitRow &one = rows->front();
        QCOMPARE(one.grant, std::string("a1"));
        QCOMPARE(one.staff, std::string("Dr 李"));
        QVERIFY(one.purpose == Purpose::Emergency);
        QCOMPARE(one.records, std::uint64_t{7});
        QVERIFY(one.letters == (std::vector<std::string>{"result", "note"}));
        QVERIFY(one.redeemed + 10 == one.opened && one.opened + 10 == one.erased);
        QVERIFY(rows->back().redeemed == 0 && rows->back().erased == 0);
        // The log says it too, entry by entry.
        QCOMPARE(kept->log({})->size(), std::size_t{6});
        QVERIFY(kept->verifyLog().ok());
        QVERIFY(kept->visitsSince(clock.now() + 1)->empty());
    }

    void whatVersionTwoKeptComesIntoTheTables() {
        auto db = *Database::inMemory();
        QVERIFY(migrate(*db, 2).ok());
        const auto clinic = randomFixed<OrganisationId>(random);
        const Record record = *readResource(potassium);
        cbor::Writer letter;
        letter.array(10).unsignedInteger(1).unsignedInteger(1).unsignedInteger(1);
        letter.bytes(clinic.view()).text("Wujin Hospital").integer(1772000000);
        letter.bytes(Bytes(16)).integer(1772000100).bytes(Bytes()).bytes(Bytes());
        put(*db, "letters", "abcd", letter.take());
        cbor::Writer vouchers;
        vouchers.array(6);
        vouchers.bytes(contentOf(record).view()).bytes(clinic.view()).text("abcd");
        vouchers.bytes(sha256(viewOf(std::string("old"))).view()).bytes(clinic.view()).text("gone");
        put(*db, "origins", toHex(record.id.view()), vouchers.take());
        put(*db, "origins", "no record's name", Bytes{1, 2, 3});
        put(*db, "origins", toHex(sha256(viewOf(std::string("x"))).view()), Bytes{0xff});
        const auto log = [&](UnixTime time, const char *kind, const char *body) {
            QVERIFY(appendEntry(*db, time, kind, body).ok());
        };
        log(100, "redeem", R"({"grant":"a1","purpose":2,"staff":"Dr 李"})");
        log(110, "open",
            R"({"grant":"a1","purpose":2,"staff":"Dr 李","records":3,"place":"screen"})");
        log(120, "letter", R"({"grant":"a1","what":"result"})");
        log(125, "letter", R"({"letter":"00","clinic":"11","records":1})"); // a person's own
        log(130, "erase", R"({"grant":"a1","why":"finished"})");
        log(140, "redeem", R"({"grant":"b2","purpose":1})");
        log(150, "open", R"({"grant":"c3","purpose":1,"records":1,"place":"files","folder":"x"})");
        QVERIFY(migrate(*db).ok());

        const auto rows = readVisits(*db, 0);
        QVERIFY(rows.ok());
        QCOMPARE(rows->size(), std::size_t{3});
        const VisitRow &first = rows->at(0);
        QVERIFY(first.redeemed == 100 && first.opened == 110 && first.erased == 130);
        QVERIFY(first.purpose == Purpose::Emergency && first.records == 3);
        QVERIFY(first.letters == std::vector<std::string>{"result"});
        QVERIFY(rows->at(1).grant == "b2" && rows->at(1).opened == 0);
        QVERIFY(rows->at(2).place == Place::Files && rows->at(2).staff.empty());

        const auto origins = readOrigins(*db, record.id);
        QVERIFY(origins.ok());
        QCOMPARE(origins->size(), std::size_t{2});
        QVERIFY(origins->front().content == contentOf(record));
        QVERIFY(origins->front().origin.state == OriginState::Ledger);
        QCOMPARE(origins->front().origin.name, std::string("Wujin Hospital"));
        QCOMPARE(origins->front().origin.time, UnixTime{1772000000});
        QVERIFY(origins->back().origin.name.empty()); // its letter is gone
        QCOMPARE(*db->number("SELECT count(*) FROM setting WHERE space = 'origins'"), 0);
        QVERIFY(verifyEntries(*db).ok());
    }
};

APRICOT_TEST(TestTypedTables)
#include "test_typed_tables.moc"
