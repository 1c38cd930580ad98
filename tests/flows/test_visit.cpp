// SPDX-License-Identifier: GPL-3.0-or-later
// A visit at the counter: what the ledger says before anything is spent, opening, erasing, what the
// log keeps of it, staff and their PINs, letters that wait. Real vaults, ledger and mailbox.
#include "crypto/crypto.h"
#include "crypto/seal.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "exchange/code_nature.h"
#include "exchange/directory_mailbox.h"
#include "flows/clinic/desk.h"
#include "flows/clinic/outbox.h"
#include "flows/clinic/staff.h"
#include "flows/clinic/standing.h"
#include "flows/clinic/visit.h"
#include "flows/clinic/visit_documents.h"
#include "flows/clinic/write_back.h"
#include "flows/patient/import_records.h"
#include "flows/patient/share.h"
#include "ledger/embedded_ledger.h"
#include "ledger/transaction.h"
#include "program/test_program.h"
#include "records/resource.h"
#include "visit_scene.h"

#include <QTemporaryDir>
#include <QTest>

using namespace apricot;
using namespace apricot::test;
using Scene = apricot::test::VisitScene;

class TestVisit : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void coverageTellsNoneFromNotShown() {
        Scope scope;
        scope.kinds = 1U << (static_cast<unsigned>(Kind::Allergy) - 1U);
        scope.level = 5;
        QVERIFY(coverageOf(scope, Kind::Allergy) == Coverage::All);
        QVERIFY(coverageOf(scope, Kind::Condition) == Coverage::Nothing);
        Scope bounded = scope;
        bounded.level = 4;
        QVERIFY(coverageOf(bounded, Kind::Allergy) == Coverage::Part);
        QVERIFY(coverageOf(bounded, Kind::Condition) == Coverage::Nothing);
        Scope dated = scope;
        dated.from = 1;
        QVERIFY(coverageOf(dated, Kind::Allergy) == Coverage::Part);
        dated = scope;
        dated.until = 1;
        QVERIFY(coverageOf(dated, Kind::Allergy) == Coverage::Part);
        // A record that is named may be of any kind.
        Scope named = scope;
        named.records.emplace_back();
        QVERIFY(coverageOf(named, Kind::Allergy) == Coverage::All);
        QVERIFY(coverageOf(named, Kind::Condition) == Coverage::Part);
    }

    // What standingOf says is what redeeming then does.
    void standingIsWhatTheLedgerWouldSay() {
        Scene s;
        const auto agrees = [&](const Inspection &seen, ErrorCode expected) {
            QCOMPARE(nameOf(s.refusal(seen)), nameOf(expected));
            const auto redeemed = redeem(seen, s.desk, *s.ledger, s.clock, s.random);
            if (expected == ErrorCode::None)
                QVERIFY(redeemed.ok());
            else
                QCOMPARE(redeemed.error().code, expected);
        };
        const Inspection good = s.read(s.give(s.choice()));
        agrees(good, ErrorCode::None);
        agrees(good, ErrorCode::GrantUsedUp);
        const auto again = standingOf(good, s.desk, *s.ledger, s.clock);
        QCOMPARE(again->againUntil, good.grant.closed.eraseBy); // before a day has passed
        QVERIFY(again->redeemed == s.clock.now());
        QCOMPARE(again->used, 1U);

        const SignedGrant ended = s.give(s.choice());
        const Inspection revoked = s.read(ended);
        QVERIFY(revoke(*s.person, s.wallet, *s.ledger, *s.mailbox, revoked.grant.open.id, s.clock,
                       s.random)
                    .ok());
        agrees(revoked, ErrorCode::GrantRevoked);

        ShareChoice research = s.choice();
        research.purpose = Purpose::Research;
        agrees(s.read(s.give(research)), ErrorCode::PurposeNotAllowed);
        ShareChoice sensitive = s.choice();
        sensitive.scope.level = 5;
        agrees(s.read(s.give(sensitive)), ErrorCode::ClearanceTooLow);

        Organisation elsewhere;
        elsewhere.id = s.other.organisation;
        elsewhere.name = "Lakeside";
        elsewhere.clearance = 5;
        elsewhere.purposes = {Purpose::Treatment};
        elsewhere.admin = verifyKeyOf(s.admin);
        elsewhere.desks = {{verifyKeyOf(s.other.signing)}};
        elsewhere.sealing = sealKeyOf(s.other.opening);
        s.submit(RegisterOrganisation{elsewhere});
        ShareChoice theirs = s.choice();
        theirs.clinic = s.other.organisation;
        agrees(s.read(s.give(theirs)), ErrorCode::GrantForOtherOrganisation);

        const Inspection late = s.read(s.give(s.choice()));
        const Inspection before = s.read(s.give(s.choice()));
        s.submit(SuspendOrganisation{s.desk.organisation});
        agrees(late, ErrorCode::OrganisationSuspended);
        s.submit(ReinstateOrganisation{s.desk.organisation});
        Desk stranger = {s.desk.organisation, newKey(s.random), s.desk.opening.clone()};
        QCOMPARE(standingOf(late, stranger, *s.ledger, s.clock)->refusal,
                 ErrorCode::DeskKeyUnknown);
        s.clock.advance(900);
        agrees(late, ErrorCode::GrantExpired);
        Desk nobody = {randomFixed<OrganisationId>(s.random), newKey(s.random),
                       *OpenKey::from(newKey(s.random).view())};
        QCOMPARE(standingOf(before, nobody, *s.ledger, s.clock)->refusal,
                 ErrorCode::OrganisationUnknown);
        s.clock.advance(3600);
        QCOMPARE(standingOf(good, s.desk, *s.ledger, s.clock)->againUntil, 0);
    }

    void withoutTheLedgerTheSignatureStillSpeaks() {
        Scene s;
        const SignedGrant given = s.give(s.choice());
        const auto known = registrationOf(s.desk, *s.ledger);
        QVERIFY(known.ok() && known->organisation && known->deskKnown);
        QVERIFY(keepRegistration(*s.clinic, *known->organisation).ok());
        const auto kept = keptRegistration(*s.clinic);
        QVERIFY(kept.ok() && *kept);
        const auto seen = inspectOffline(grantToText(given), **kept);
        QVERIFY(seen.ok());
        QCOMPARE(seen->words.english, s.read(given).words.english);
        SignedGrant forged = given;
        forged.publicPart.back() ^= 1U;
        QVERIFY(!inspectOffline(grantToText(forged), **kept).ok());
        Organisation renamed = **kept;
        renamed.name = "Another";
        QCOMPARE(inspectOffline(grantToText(given), renamed).error().code,
                 ErrorCode::ConsentTextDiffers);
    }

    void aVisitIsOpenedErasedAndLogged() {
        Scene s;
        const Inspection seen = s.read(s.give(s.choice()));
        auto visit = s.begin(seen);
        QVERIFY2(visit.ok(), visit.ok() ? "" : nameOf(visit.error().code).data());
        QVERIFY(visit->count > 0);
        QCOMPARE(*visit->records->count({}), visit->count);
        QCOMPARE(visit->eraseBy, s.clock.now() + 3600);
        const std::string id = toHex(seen.grant.open.id.view());
        QVERIFY(noteLetter(*s.clinic, visit->seen, "Dr 李", "result").ok());
        auto today = visitsSince(*s.clinic, s.clock.now() - 60);
        QCOMPARE(today->size(), std::size_t{1});
        QCOMPARE(today->front().staff, std::string("Nurse 王"));
        QCOMPARE(today->front().records, visit->count);
        QCOMPARE(today->front().letters, std::vector<std::string>{"result"});
        QVERIFY(today->front().opened != 0 && today->front().erased == 0);
        QVERIFY(keptCode(*s.clinic, id).ok());

        s.clock.advance(60);
        QVERIFY(endVisit(*s.clinic, std::move(*visit), Erasure::Finished).ok());
        QCOMPARE(keptCode(*s.clinic, id).error().code, ErrorCode::VisitOver);
        today = visitsSince(*s.clinic, s.clock.now() - 600);
        QCOMPARE(today->front().erased, s.clock.now());
        QVERIFY(!today->front().opensAgain);
        QVERIFY(visitsSince(*s.clinic, s.clock.now() + 1)->empty());
        QVERIFY(s.clinic->verifyLog().ok());
    }

    // The power fails between the ledger's answer and the records: the code waits in the vault.
    void whatWasRedeemedOpensAfterAPowerCut() {
        Scene s;
        const Inspection seen = s.read(s.give(s.choice()));
        Line line(*s.mailbox);
        line.up = false; // behind the redemption
        QCOMPARE(beginVisit(*s.clinic, seen, s.desk, "Nurse 王", true, *s.ledger, line, s.clock,
                            s.random)
                     .error()
                     .code,
                 ErrorCode::TooFewShares);
        s.clinic.reset(); // and the program dies
        s.clinic =
            Vault::open(s.path("clinic"), secret("four plum trees"), s.random, s.clock).value();
        QVERIFY(settleVisits(*s.clinic, s.clock).ok());
        const auto entry = visitsSince(*s.clinic, 0)->front();
        QVERIFY(entry.redeemed != 0 && entry.opened == 0 && entry.opensAgain);
        const auto code = keptCode(*s.clinic, entry.grant);
        QVERIFY(code.ok());
        const auto inspected = inspect(*code, *s.ledger);
        QVERIFY(s.begin(*inspected, false).ok());
        s.clinic.reset(); // dies again, with the visit open
        s.clinic =
            Vault::open(s.path("clinic"), secret("four plum trees"), s.random, s.clock).value();
        QVERIFY(settleVisits(*s.clinic, s.clock).ok());
        QVERIFY(visitsSince(*s.clinic, 0)->back().erased != 0);
        QVERIFY(visitsSince(*s.clinic, 0)->back().opensAgain);
        s.clock.advance(3600);
        QVERIFY(settleVisits(*s.clinic, s.clock).ok());
        QCOMPARE(keptCode(*s.clinic, entry.grant).error().code, ErrorCode::VisitOver);
        QCOMPARE(s.begin(*inspected, false).error().code, ErrorCode::EraseByPassed);
    }

    // An opening into files and one in memory of the same permission: each tells what became of it.
    void onlyWhatWasShownIsErased() {
        Scene s;
        ShareChoice twice = s.choice();
        twice.uses = 2;
        const Inspection seen = s.read(s.give(twice));
        QVERIFY(s.begin(seen).ok()); // and the program dies
        auto spent =
            spendUse(*s.clinic, seen, s.desk, {}, *s.ledger, *s.mailbox, s.clock, s.random);
        QVERIFY(spent.ok());
        const auto opened =
            openAtDesk(*s.clinic, seen, s.desk, {}, {Place::Files, "/tmp/somewhere"}, *s.mailbox,
                       s.clock, s.random, std::move(spent->package));
        QVERIFY(opened.ok());
        for (int start = 0; start < 2; ++start) QVERIFY(settleVisits(*s.clinic, s.clock).ok());
        const auto entries = visitsSince(*s.clinic, 0).value();
        QCOMPARE(entries.size(), std::size_t{2});
        QVERIFY(entries[0].place == Place::Screen && entries[0].erased != 0);
        QVERIFY(entries[1].place == Place::Files && entries[1].erased == 0);
        QCOMPARE(entries[1].records, std::uint64_t{opened->size()});
        const auto log = s.clinic->log({100, std::nullopt}).value();
        QCOMPARE(std::ranges::count(log, "erase", &LogEntry::kind), 1);
        QVERIFY(isRedeemedHere(*s.clinic, seen.grant.open.id).value());
        // A third use is refused, and what was opened before still opens.
        QCOMPARE(spendUse(*s.clinic, seen, s.desk, {}, *s.ledger, *s.mailbox, s.clock, s.random)
                     .error()
                     .code,
                 ErrorCode::GrantUsedUp);
        QVERIFY(keptCode(*s.clinic, entries[1].grant).ok());
    }

    void whatDoesNotWaitSpendsNothing() {
        Scene s;
        const Inspection seen = s.read(s.give(s.choice()));
        std::filesystem::rename(s.path("mailbox") / "packages", s.path("away"));
        s.mailbox.reset();
        s.mailbox = openDirectoryMailbox(s.path("mailbox"), *s.ledger, s.clock).value();
        QCOMPARE(s.begin(seen).error().code, ErrorCode::PackageNotThere);
        QCOMPARE(standingOf(seen, s.desk, *s.ledger, s.clock)->used, 0U);
        QVERIFY(!keptCode(*s.clinic, toHex(seen.grant.open.id.view())));
        std::filesystem::remove_all(s.path("mailbox") / "packages");
        std::filesystem::rename(s.path("away"), s.path("mailbox") / "packages");
        s.mailbox.reset();
        s.mailbox = openDirectoryMailbox(s.path("mailbox"), *s.ledger, s.clock).value();
        QVERIFY(s.begin(seen).ok());
        // What has ended is refused as that, though its package is gone too.
        QCOMPARE(s.begin(seen).error().code, ErrorCode::GrantUsedUp);
    }

    void aRefusedCodeIsNotKept() {
        Scene s;
        const Inspection seen = s.read(s.give(s.choice()));
        s.clock.advance(900);
        QCOMPARE(s.begin(seen).error().code, ErrorCode::GrantExpired);
        QVERIFY(!keptCode(*s.clinic, toHex(seen.grant.open.id.view())).ok());
        QVERIFY(visitsSince(*s.clinic, 0)->empty());
        QVERIFY(roomForVisit(mostVisits - 1).ok());
        QCOMPARE(roomForVisit(mostVisits).error().code, ErrorCode::TooManyVisits);
    }

    void staffSignInWithTheirPins() {
        Scene s;
        QCOMPARE(addStaff(*s.clinic, "", secret("2580"), s.random).error().code,
                 ErrorCode::StaffNameRefused);
        QCOMPARE(addStaff(*s.clinic, "王", secret("11111"), s.random).error().code,
                 ErrorCode::StaffPinSimple);
        QCOMPARE(addStaff(*s.clinic, "王", secret("123"), s.random).error().code,
                 ErrorCode::StaffPinSimple);
        QVERIFY(addStaff(*s.clinic, "王", secret("2580"), s.random).ok());
        QCOMPARE(addStaff(*s.clinic, "王", secret("2580"), s.random).error().code,
                 ErrorCode::StaffNameRefused);
        QVERIFY(signIn(*s.clinic, "王", secret("2580")).ok());
        QCOMPARE(signIn(*s.clinic, "李", secret("2580")).error().code, ErrorCode::StaffPinWrong);
        for (int i = 0; i < mostWrongPins; ++i)
            QCOMPARE(signIn(*s.clinic, "王", secret("2581")).error().code,
                     ErrorCode::StaffPinWrong);
        QCOMPARE(signIn(*s.clinic, "王", secret("2580")).error().code, ErrorCode::StaffPinBlocked);
        QVERIFY(allowPinsAgain(*s.clinic).ok());
        QVERIFY(signIn(*s.clinic, "王", secret("2580")).ok());
        QCOMPARE(*staffOf(*s.clinic), std::vector<std::string>{"王"});
        QVERIFY(removeStaff(*s.clinic, "王").ok());
        QCOMPARE(signIn(*s.clinic, "王", secret("2580")).error().code, ErrorCode::StaffPinWrong);
    }

    void aLetterWaitsAndArrivesOnce() {
        Scene s;
        Line line(*s.mailbox);
        const OpenKey opening = *OpenKey::from(newKey(s.random).view());
        const SealKey inbox = sealKeyOf(opening);
        const Bytes sealed = seal(inbox, viewOf("a result"));
        line.up = false;
        Outbox away(*s.clinic, &line);
        QVERIFY(away.post(inbox, sealed).ok());
        QVERIFY(away.post(inbox, sealed).ok()); // pressed twice
        Outbox none(*s.clinic, nullptr);
        QVERIFY(none.post(inbox, sealed).ok());
        QCOMPARE(none.fetch(inbox).error().code, ErrorCode::MailboxOutOfReach);
        QCOMPARE(*waitingIn(*s.clinic), std::size_t{1});
        QCOMPARE(sendWaiting(*s.clinic, line)->failure->code, ErrorCode::NodeUnreachable);
        QCOMPARE(*waitingIn(*s.clinic), std::size_t{1});
        line.up = true;
        QCOMPARE(sendWaiting(*s.clinic, line)->letters, std::size_t{1});
        QCOMPARE(*waitingIn(*s.clinic), std::size_t{0});
        const auto arrived = line.fetch(inbox);
        QCOMPARE(arrived->size(), std::size_t{1});
        QVERIFY(arrived->front() == sealed);
    }

    // One that is refused, for as long as its inbox is full, holds up no other.
    void aRefusedLetterStopsNoOther() {
        Scene s;
        Line line(*s.mailbox);
        const SealKey full = sealKeyOf(*OpenKey::from(newKey(s.random).view()));
        const SealKey other = sealKeyOf(*OpenKey::from(newKey(s.random).view()));
        line.full = full;
        Outbox none(*s.clinic, nullptr);
        for (const char *what : {"1", "2", "3", "4"}) {
            QVERIFY(none.post(full, seal(full, viewOf(what))).ok());
            QVERIFY(none.post(other, seal(other, viewOf(what))).ok());
        }
        const auto sent = sendWaiting(*s.clinic, line);
        QCOMPARE(sent->letters, std::size_t{4});
        QCOMPARE(sent->failure->code, ErrorCode::InboxRefusedMessage);
        QCOMPARE(*waitingIn(*s.clinic), std::size_t{4});
        QCOMPARE(line.fetch(other)->size(), std::size_t{4});
        // Nobody there at all: not each waits for that.
        line.up = false;
        line.posts = 0;
        QCOMPARE(sendWaiting(*s.clinic, line)->failure->code, ErrorCode::NodeUnreachable);
        QCOMPARE(line.posts, std::size_t{1});
    }

    // What is said of a letter is that letter's own.
    void anOlderLetterThatWaitsIsNotThisOne() {
        Scene s;
        Line line(*s.mailbox);
        const SealKey full = sealKeyOf(*OpenKey::from(newKey(s.random).view()));
        const SealKey other = sealKeyOf(*OpenKey::from(newKey(s.random).view()));
        line.full = full;
        Outbox outbox(*s.clinic, &line);
        QVERIFY(outbox.post(full, seal(full, viewOf("old"))).ok());
        QCOMPARE(outbox.waits()->code, ErrorCode::InboxRefusedMessage);
        QVERIFY(outbox.post(other, seal(other, viewOf("new"))).ok());
        QVERIFY(!outbox.waits());
        QCOMPARE(*waitingIn(*s.clinic), std::size_t{1});
        Outbox none(*s.clinic, nullptr);
        QVERIFY(none.post(other, seal(other, viewOf("newer"))).ok());
        QCOMPARE(none.waits()->code, ErrorCode::MailboxOutOfReach);
    }

    // The checks are the letter's, whether or not the ledger can be asked.
    void aLetterForLaterIsCheckedAlike() {
        Scene s;
        const Inspection seen = s.read(s.give(s.choice()));
        Outbox none(*s.clinic, nullptr);
        const std::string note = noteDocument({"Well."}, {"Wujin", "李", "p"}, s.random).value();
        const auto later = [&](const Desk &desk, const std::vector<std::string> &what) {
            const auto done =
                writeBackLater(seen, desk, LetterKind::VisitNote, what, none, s.clock);
            return done ? ErrorCode::None : done.error().code;
        };
        QCOMPARE(later(s.other, {note}), ErrorCode::VisitOfOther);
        QCOMPARE(later(s.desk, {}), ErrorCode::LetterEmpty);
        QCOMPARE(later(s.desk, {R"({"resourceType":"Patient","id":"p","name":[{"text":"x"}]})"}),
                 ErrorCode::LetterHoldsPerson);
        QCOMPARE(*waitingIn(*s.clinic), std::size_t{0});
        QCOMPARE(later(s.desk, {note}), ErrorCode::None);
        QCOMPARE(*waitingIn(*s.clinic), std::size_t{1});
    }

    void formsBecomeFhir() {
        SeededRandom random{5};
        const Author author{"Wujin \"Hospital\"", "李", "p1", 1'790'000'000};
        const auto result =
            resultDocument({"血糖 Glucose", "7.20", "mmol/L", "3.9", "6.1"}, author, random);
        QVERIFY(result.ok());
        const auto record = readResource(*result);
        QVERIFY2(record.ok(), result->c_str());
        QCOMPARE(record->kind, Kind::LabResult);
        QCOMPARE(record->value, std::string("7.20"));
        QCOMPARE(record->unit, std::string("mmol/L"));
        QCOMPARE(record->title, std::string("血糖 Glucose"));
        QCOMPARE(record->person, std::string("p1"));
        QVERIFY(record->performer.find("Hospital") != std::string::npos);
        QVERIFY(result->find("\"H\"") != std::string::npos);
        // Before eight in the morning in China it is the day before in UTC.
        Author early = author;
        early.time = 1'790'028'000; // 21 September 2026, 22:00 in UTC
        early.utcOffsetMinutes = 480;
        for (const auto &made :
             {resultDocument({"Glucose", "7.2", "mmol/L", "", ""}, early, random),
              prescriptionDocument({"Metformin", "1", "2", "30", ""}, early, random),
              referralDocument({"Eye clinic", "Diabetes"}, early, random),
              noteDocument({"Well."}, early, random)})
            QVERIFY2(made->find("\"2026-09-22T06:00:00+08:00\"") != std::string::npos,
                     made->c_str());
        const auto medicine = readResource(*prescriptionDocument(
            {"Metformin 500 mg", "1 tablet", "2", "30", "after meals"}, author, random));
        QCOMPARE(medicine->kind, Kind::Medication);
        QCOMPARE(medicine->title, std::string("Metformin 500 mg"));
        QVERIFY(readResource(*referralDocument({"Eye clinic", "Diabetes"}, author, random)).ok());
        const auto brief = readResource(*noteDocument({"Well.\nCome back."}, author, random));
        QCOMPARE(brief->kind, Kind::Document);
        QVERIFY(brief->searchText.find("Come back.") != std::string::npos);
        const std::string story(2000, 'a');
        const auto note = readResource(*noteDocument({"Well.\n" + story}, author, random));
        QCOMPARE(note->attachments.size(), std::size_t{1});
        QCOMPARE(std::string(textOf(note->attachments[0].content)), "Well.\n" + story);

        const auto refused = [](const Result<std::string> &made, const char *field) {
            QVERIFY(!made.ok());
            QCOMPARE(made.error().code, ErrorCode::FormIncomplete);
            QCOMPARE(made.error().detail, std::string(field));
        };
        refused(resultDocument({" ", "7", "", "", ""}, author, random), "test");
        refused(resultDocument({"a", "", "", "", ""}, author, random), "value");
        refused(resultDocument({"a", "7", "", "x", ""}, author, random), "low");
        refused(resultDocument({"a", "7", "", "9", "8"}, author, random), "high");
        refused(prescriptionDocument({"a", "1", "0", "3", ""}, author, random), "timesADay");
        refused(prescriptionDocument({"a", "1", "2", "3x", ""}, author, random), "days");
        refused(referralDocument({"", "why"}, author, random), "to");
        refused(noteDocument({std::string(longestNote + 1, 'a')}, author, random), "text");
        for (const char *odd : {"1e5", "0x10", "--1", "1.", ".5", "007", "nan", "1.2.3"}) {
            const auto words = resultDocument({"a", odd, "", "", ""}, author, random);
            QVERIFY(words.ok() && words->find("valueString") != std::string::npos);
        }
    }

    void otherCodesAreCalledByTheirName() {
        QCOMPARE(natureOf("APRICOT:1:ABC"), CodeNature::Permission);
        QCOMPARE(natureOf("APRICOT:ASK:1:ABC"), CodeNature::ClinicRequest);
        QCOMPARE(natureOf("APRICOT:9:"), CodeNature::OtherApricot);
        QCOMPARE(natureOf("shc:/5676"), CodeNature::HealthCard);
        QCOMPARE(natureOf("HC1:NCF"), CodeNature::HealthCard);
        QCOMPARE(natureOf("wxp://f2f0"), CodeNature::Payment);
        QCOMPARE(natureOf("HTTPS://QR.ALIPAY.COM/x"), CodeNature::Payment);
        QCOMPARE(natureOf("https://example.org"), CodeNature::WebAddress);
        QCOMPARE(natureOf("WIFI:S:x;;"), CodeNature::Network);
        QCOMPARE(natureOf("BEGIN:VCARD"), CodeNature::Contact);
        QCOMPARE(natureOf("6901234567892"), CodeNature::ProductNumber);
        QCOMPARE(natureOf(""), CodeNature::Unknown);
        QCOMPARE(natureOf("\x01\xff"), CodeNature::Unknown);
    }
};

APRICOT_TEST(TestVisit)
#include "test_visit.moc"
