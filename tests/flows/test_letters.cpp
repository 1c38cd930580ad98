// SPDX-License-Identifier: GPL-3.0-or-later
// A clinic asks and writes back; what a person can believe of it. Real vault files, the embedded
// ledger on disk, the mailbox in a folder.
#include "letter_scene.h"
#include "line.h"

#include "crypto/crypto.h"
#include "crypto/hash.h"
#include "crypto/seal.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "exchange/directory_mailbox.h"
#include "exchange/envelope.h"
#include "exchange/qr.h"
#include "flows/clinic/desk_messages.h"
#include "flows/clinic/write_back.h"
#include "flows/patient/answer.h"
#include "flows/patient/deliver.h"
#include "flows/patient/history.h"
#include "flows/patient/import_records.h"
#include "flows/patient/inbox.h"
#include "ledger/embedded_ledger.h"
#include "ledger/prefix_proof.h"
#include "ledger/receipt.h"
#include "ledger/transaction.h"
#include "program/test_program.h"
#include "vault/origins.h"

#include <QTemporaryDir>
#include <QTest>

using namespace apricot;
using apricot::test::Line;
using apricot::test::observation;
using apricot::test::Scene;

class TestLetters : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void aResultArrivesVerifiedAndOnce() {
        Scene s;
        const auto visit = s.visit(s.clinic);
        QVERIFY(s.write(visit, s.clinic, observation("new1", "5.20")).ok());
        const auto news = s.fetch();
        QCOMPARE(news.size(), std::size_t{1});
        QVERIFY(news[0].sender.state == LetterState::Verified);
        QCOMPARE(news[0].sender.name, std::string("Wujin Hospital"));
        QCOMPARE(news[0].records.size(), std::size_t{1});
        QCOMPARE(s.vault->record(news[0].records[0])->value, std::string("5.20"));
        const auto origin = originOf(*s.vault, news[0].records[0]);
        QVERIFY(origin.ok() && origin->state == OriginState::Ledger);
        QVERIFY(origin->organisation == s.clinic.organisation);
        QCOMPARE(*s.vault->count({}), std::uint64_t{2});
        // The same letter waits in the mailbox still.
        QVERIFY(s.fetch().empty());
        QCOMPARE(arrived(*s.vault)->size(), std::size_t{1});
        QCOMPARE(s.logged("letter"), std::size_t{1});
        // A record of a file has no origin.
        const auto rows = s.vault->list({}, {});
        for (const RecordRow &row : *rows)
            if (row.logicalId == "g1")
                QVERIFY(originOf(*s.vault, row.id)->state == OriginState::Unknown);
    }

    void originOutlivesReimportAndBackup() {
        Scene s;
        QVERIFY(s.write(s.visit(s.clinic), s.clinic, observation("new1", "5.20")).ok());
        const RecordId id = s.fetch().at(0).records.at(0);
        s.import(observation("new1", "5.20"));
        QVERIFY(originOf(*s.vault, id)->state == OriginState::Ledger);
        QVERIFY(s.vault->backup(s.path("backup")).ok());
        QVERIFY(Vault::restore(s.path("backup"), s.path("again"), Scene::passphrase()).ok());
        auto again = Vault::open(s.path("again"), Scene::passphrase(), s.random, s.clock);
        QVERIFY(again.ok());
        QCOMPARE(originOf(**again, id)->name, std::string("Wujin Hospital"));
        // What a file says later is not the clinic's word.
        s.import(observation("new1", "9.90", "2026-04-01T10:00:00Z"));
        QVERIFY(originOf(*s.vault, id)->state == OriginState::Unknown);
    }

    void aLetterReplacesOnlyItsOwnClinicsRecords() {
        Scene s;
        const auto visit = s.visit(s.clinic), elsewhere = s.visit(s.other);
        const RecordId file = s.vault->list({}, {})->at(0).id;
        // Of the file: it stays, the letter's comes in beside it.
        QVERIFY(s.write(visit, s.clinic, observation("g1", "1.00", "2030-01-01T00:00:00Z")).ok());
        const auto beside = s.fetch().at(0).records;
        QCOMPARE(beside.size(), std::size_t{1});
        QVERIFY(beside[0] != file);
        QCOMPARE(s.vault->record(file)->value, std::string("7.10"));
        QCOMPARE(s.vault->record(beside[0])->value, std::string("1.00"));
        QVERIFY(originOf(*s.vault, beside[0])->state == OriginState::Ledger);
        QVERIFY(s.vault->history(file)->empty());
        // A clinic corrects its own, also that one.
        QVERIFY(s.write(visit, s.clinic, observation("g1", "2.00", "2030-01-02T00:00:00Z")).ok());
        QVERIFY(s.fetch().at(0).records == beside);
        QCOMPARE(s.vault->record(beside[0])->value, std::string("2.00"));
        QCOMPARE(s.vault->record(file)->value, std::string("7.10"));
        // Another clinic's does not replace it either.
        QVERIFY(s.write(visit, s.clinic, observation("x", "3.00")).ok());
        const RecordId mine = s.fetch().at(0).records.at(0);
        QVERIFY(s.write(elsewhere, s.other, observation("x", "4.00", "2031-01-01T00:00:00Z")).ok());
        QVERIFY(s.fetch().at(0).records.at(0) != mine);
        QCOMPARE(s.vault->record(mine)->value, std::string("3.00"));
        QVERIFY(originOf(*s.vault, mine)->organisation == s.clinic.organisation);
    }

    void forgedLettersChangeNothingAndAreNotedOnce() {
        Scene s;
        const auto visit = s.visit(s.clinic), elsewhere = s.visit(s.other);
        Letter letter = s.letterFor(visit, observation("bad", "1.00"));
        // Signed by another clinic's desk, in this one's name: its key is not this one's.
        s.post(visit, *signLetter(letter, s.other.signing));
        QVERIFY(s.fetch().at(0).sender.state == LetterState::UnknownSigner);
        // A genuine letter of the other clinic, in this one's inbox.
        letter = s.letterFor(elsewhere, observation("bad", "1.00"));
        s.post(visit, *signLetter(letter, s.other.signing));
        // The same, saying that it belongs there.
        letter.inbox = visit.grant.closed.inbox;
        letter.grant = visit.grant.open.id;
        s.post(visit, *signLetter(letter, s.other.signing));
        // Of another ledger, and for a grant that was never given.
        letter = s.letterFor(visit, observation("bad", "1.00"));
        letter.chainId = "elsewhere-1";
        s.post(visit, *signLetter(letter, s.clinic.signing));
        letter = s.letterFor(visit, observation("bad", "1.00"));
        letter.grant = randomFixed<GrantId>(s.random);
        s.post(visit, *signLetter(letter, s.clinic.signing));
        // Changed on the way, and no letter at all.
        Bytes changed =
            *signLetter(s.letterFor(visit, observation("bad", "1.00")), s.clinic.signing);
        changed.back() ^= 1U;
        s.post(visit, changed);
        s.post(visit, Bytes{1, 2, 3});
        const auto news = s.fetch();
        QCOMPARE(news.size(), std::size_t{6});
        for (const News &one : news) {
            QVERIFY(one.sender.state == LetterState::Forged);
            QVERIFY(one.records.empty());
        }
        QVERIFY(s.fetch().empty());
        QCOMPARE(s.logged("letter-refused"), std::size_t{1});
        QCOMPARE(*s.vault->count({}), std::uint64_t{1});
    }

    void noSignatureOfTheDeskPassesForAnother() {
        Scene s;
        const auto visit = s.visit(s.clinic);
        const Bytes letter =
            *signLetter(s.letterFor(visit, observation("a", "1.00")), s.clinic.signing);
        QCOMPARE(verifyRequest(letter).error().code, ErrorCode::RequestMalformed);
        const auto code = askInCode(s.clinic, s.wish(), *s.ledger, s.clock, s.random);
        const Bytes request = *requestFromText(*code);
        QCOMPARE(verifyLetter(request).error().code, ErrorCode::LetterMalformed);
    }

    void whatCannotBeDecidedWaits() {
        Scene s;
        const auto visit = s.visit(s.clinic);
        QVERIFY(s.write(visit, s.clinic, observation("n", "5.00")).ok());
        s.ledger->away = true;
        auto news = s.fetch();
        QCOMPARE(news.size(), std::size_t{1});
        QVERIFY(news[0].sender.state == LetterState::Unchecked);
        QCOMPARE(*s.vault->count({}), std::uint64_t{1});
        QVERIFY(s.fetch().empty());
        QVERIFY(arrived(*s.vault)->at(0).sender.state == LetterState::Unchecked);
        s.ledger->away = false;
        // Kept in the vault: the mailbox may be gone.
        std::filesystem::remove_all(s.path("mailbox") / "inboxes");
        news = s.fetch();
        QCOMPARE(news.size(), std::size_t{1});
        QVERIFY(news[0].sender.state == LetterState::Verified);
        QCOMPARE(*s.vault->count({}), std::uint64_t{2});
        QCOMPARE(arrived(*s.vault)->size(), std::size_t{1});
    }

    void aSuspendedClinicsLetterWaits() {
        Scene s;
        const auto visit = s.visit(s.clinic);
        QVERIFY(s.write(visit, s.clinic, observation("n", "5.00")).ok());
        s.submit(SuspendOrganisation{s.clinic.organisation});
        QVERIFY(s.fetch().at(0).sender.state == LetterState::UnknownSigner);
        QCOMPARE(*s.vault->count({}), std::uint64_t{1});
        QCOMPARE(s.write(visit, s.clinic, observation("m", "5.00")).error().code,
                 ErrorCode::ClinicNotOnLedger);
        s.submit(ReinstateOrganisation{s.clinic.organisation});
        QVERIFY(s.fetch().at(0).sender.state == LetterState::Verified);
        QCOMPARE(*s.vault->count({}), std::uint64_t{2});
    }

    void rubbishHidesNoGoodLetter() {
        Scene s;
        const auto visit = s.visit(s.clinic);
        Bytes rubbish(5000);
        for (int i = 0; i < 300; ++i) {
            s.random.fill(rubbish);
            QVERIFY(s.mailbox->post(visit.grant.closed.inbox, rubbish).ok());
        }
        QVERIFY(s.write(visit, s.clinic, observation("n", "5.00")).ok());
        const auto news = s.fetch();
        QCOMPARE(news.size(), std::size_t{1});
        QVERIFY(news[0].sender.state == LetterState::Verified);
        QCOMPARE(s.logged("letter-refused"), std::size_t{0});
    }

    void aBombIsNotUnpacked() {
        Scene s;
        const auto visit = s.visit(s.clinic);
        Letter letter = s.letterFor(visit, std::string(largestLetter + 1, 'x'));
        QCOMPARE(signLetter(letter, s.clinic.signing).error().code, ErrorCode::LetterTooLarge);
        letter.resources.assign(mostLetterResources + 1, "{}");
        QCOMPARE(signLetter(letter, s.clinic.signing).error().code, ErrorCode::LetterTooLarge);
        QCOMPARE(sealEnvelope(visit.grant.closed.inbox, Bytes(largestEnveloped + 1)).error().code,
                 ErrorCode::EnvelopeTooLarge);
    }

    void whatTheClinicMayNotWriteIsRefusedThere() {
        Scene s;
        const auto visit = s.visit(s.clinic);
        QCOMPARE(writeBack(visit, s.clinic, LetterKind::Result, {}, *s.ledger, *s.mailbox, s.clock)
                     .error()
                     .code,
                 ErrorCode::LetterEmpty);
        QCOMPARE(s.write(visit, s.clinic, R"({"resourceType":"Patient","id":"p"})").error().code,
                 ErrorCode::LetterHoldsPerson);
        QVERIFY(!s.write(visit, s.clinic, "{").ok());
        QCOMPARE(s.write(visit, s.other, observation("n", "5.00")).error().code,
                 ErrorCode::VisitOfOther);
        Desk stranger = s.copyOf(s.clinic);
        stranger.signing = s.key();
        QCOMPARE(s.write(visit, stranger, observation("n", "5.00")).error().code,
                 ErrorCode::DeskNotOnLedger);
        QVERIFY(s.fetch().empty());
    }

    void noMutatedLetterIsBelieved() {
        Scene s;
        const auto visit = s.visit(s.clinic);
        const Bytes good =
            *signLetter(s.letterFor(visit, observation("n", "5.00")), s.clinic.signing);
        QVERIFY(verifyLetter(good).ok());
        for (std::size_t i = 0; i < good.size(); ++i) {
            for (const unsigned bit : {0x01U, 0x10U, 0x80U}) {
                Bytes bad = good;
                bad[i] = static_cast<std::uint8_t>(bad[i] ^ bit);
                QVERIFY2(!verifyLetter(bad).ok(), std::to_string(i).c_str());
            }
            QVERIFY(!verifyLetter(ByteView(good).first(i)).ok());
        }
    }

    void aRequestIsReadNarrowedAndAnswered() {
        Scene s;
        const auto code = askInCode(s.clinic, s.wish(), *s.ledger, s.clock, s.random);
        QVERIFY(code.ok());
        const auto picture = qrToPng(*encodeQr(*code));
        const auto asked =
            readRequest(decodeQr(*decodePicture(*picture))->front(), *s.ledger, s.clock);
        QVERIFY(asked.ok());
        QCOMPARE(asked->clinic.name, std::string("Wujin Hospital"));
        QVERIFY(asked->wish == s.wish());
        const auto words = wordsOf(*asked, 480);
        QCOMPARE(words->english,
                 std::string("Wujin Hospital asks to see your lab results, for treatment. Private "
                             "and most private records would stay closed. They could open this "
                             "once, within 1 hour of your answer."));
        QCOMPARE(words->chinese,
                 std::string("“Wujin Hospital”请求查看您的化验结果，用于诊疗。私密和最私密的记录将"
                             "不开放。对方可在您答复后1小时内最多打开1次。"));

        const UnixTime now = s.clock.now();
        const ShareChoice all = choiceFor(*asked, now, 480);
        QVERIFY(checkNarrowed(*asked, all, now).ok());
        ShareChoice less = all;
        less.scope.from = 1'700'000'000;
        less.expiry -= 60;
        QVERIFY(checkNarrowed(*asked, less, now).ok());
        const auto exceeds = [&](auto change) {
            ShareChoice more = all;
            change(more);
            const auto checked = checkNarrowed(*asked, more, now);
            return !checked.ok() && checked.error().code == ErrorCode::RequestExceeded;
        };
        QVERIFY(exceeds([](ShareChoice &c) { c.scope.level = 4; }));
        QVERIFY(exceeds([](ShareChoice &c) { c.scope.kinds = allKinds; }));
        QVERIFY(exceeds([](ShareChoice &c) { ++c.uses; }));
        QVERIFY(exceeds([](ShareChoice &c) { ++c.expiry; }));
        QVERIFY(exceeds([](ShareChoice &c) { c.purpose = Purpose::Research; }));
        QVERIFY(exceeds([&](ShareChoice &c) { c.clinic = s.other.organisation; }));

        QVERIFY(keepRequest(*s.vault, *asked).ok());
        QVERIFY(keepRequest(*s.vault, *asked).ok()); // scanned twice
        QCOMPARE(openRequests(*s.vault, *s.ledger, s.clock)->size(), std::size_t{1});
        auto rehearsal = rehearse(*s.vault, *s.ledger, less, s.clock, s.random);
        QVERIFY(rehearsal.ok());
        const auto answered = answerRequest(*s.vault, s.wallet, *s.mailbox, asked->id,
                                            std::move(*rehearsal), s.clock, s.random);
        QVERIFY(answered.ok());
        QVERIFY(!answered->unsent);
        QVERIFY(openRequests(*s.vault, *s.ledger, s.clock)->empty());
        QCOMPARE(keepRequest(*s.vault, *asked).error().code, ErrorCode::RequestAnswered);

        // It came, and opens.
        const auto messages = fetchDesk(s.clinic, *s.ledger, *s.mailbox);
        QVERIFY(messages.ok());
        QCOMPARE(messages->size(), std::size_t{1});
        QVERIFY(messages->front().answers == asked->id);
        const auto seen = inspect(messages->front().code, *s.ledger);
        QVERIFY(seen.ok());
        QVERIFY(redeem(*seen, s.clinic, *s.ledger, s.clock, s.random).ok());
        QVERIFY(fetchDesk(s.other, *s.ledger, *s.mailbox)->empty());
    }

    // Whatever of it fails: one grant at most, and what did not arrive is known.
    void anAnswerIsGivenOnce() {
        Scene s;
        Line line(*s.mailbox);
        const auto asked = readRequest(*askInCode(s.clinic, s.wish(), *s.ledger, s.clock, s.random),
                                       *s.ledger, s.clock);
        QVERIFY(keepRequest(*s.vault, *asked).ok());
        const auto answer = [&](auto change) {
            auto rehearsal = rehearse(*s.vault, *s.ledger, choiceFor(*asked, s.clock.now(), 0),
                                      s.clock, s.random);
            if (!rehearsal) qFatal("rehearse");
            change(*rehearsal);
            return answerRequest(*s.vault, s.wallet, line, asked->id, std::move(*rehearsal),
                                 s.clock, s.random);
        };
        // Nothing came of it: it can be answered again.
        const auto changed = answer([](Rehearsal &r) { r.contents.bytes[0] ^= 1U; });
        QCOMPARE(changed.error().code, ErrorCode::RecordsChanged);
        QVERIFY(grantsGiven(*s.vault)->empty());
        QCOMPARE(openRequests(*s.vault, *s.ledger, s.clock)->size(), std::size_t{1});
        line.up = false;
        const auto answered = answer([](Rehearsal &) {});
        QVERIFY(answered.ok());
        QCOMPARE(answered->unsent->code, ErrorCode::NodeUnreachable);
        QVERIFY(openRequests(*s.vault, *s.ledger, s.clock)->empty());
        line.up = true;
        QCOMPARE(answer([](Rehearsal &) {}).error().code, ErrorCode::RequestAnswered);
        QCOMPARE(declineRequest(*s.vault, &line, *asked, s.clock).error().code,
                 ErrorCode::RequestAnswered);
        QCOMPARE(grantsGiven(*s.vault)->size(), std::size_t{1});
        QVERIFY(fetchDesk(s.clinic, *s.ledger, line)->empty());
    }

    void declinedIsDeclinedWhoeverHearsIt() {
        Scene s;
        Line line(*s.mailbox);
        line.up = false;
        for (const Result<Mailbox *> &mailbox :
             {Result<Mailbox *>(&line),
              Result<Mailbox *>(Error{ErrorCode::MailboxNotChosen, {}, {}})}) {
            const auto asked = readRequest(
                *askInCode(s.clinic, s.wish(), *s.ledger, s.clock, s.random), *s.ledger, s.clock);
            QVERIFY(keepRequest(*s.vault, *asked).ok());
            const auto unsent = declineRequest(*s.vault, mailbox, *asked, s.clock);
            QVERIFY(unsent.ok());
            QVERIFY(unsent->has_value());
            QVERIFY(openRequests(*s.vault, *s.ledger, s.clock)->empty());
        }
    }

    void aRequestCanBeDeclined() {
        Scene s;
        const auto code = askInCode(s.clinic, s.wish(), *s.ledger, s.clock, s.random);
        const auto asked = readRequest(*code, *s.ledger, s.clock);
        QVERIFY(keepRequest(*s.vault, *asked).ok());
        const auto unsent = declineRequest(*s.vault, s.mailbox.get(), *asked, s.clock);
        QVERIFY(unsent.ok());
        QVERIFY(!*unsent);
        QVERIFY(openRequests(*s.vault, *s.ledger, s.clock)->empty());
        const auto messages = fetchDesk(s.clinic, *s.ledger, *s.mailbox);
        QCOMPARE(messages->size(), std::size_t{1});
        QVERIFY(messages->front().declined == asked->id);
        QVERIFY(messages->front().code.empty());
        QCOMPARE(closeRequest(*s.vault, RequestId{}, false).error().code,
                 ErrorCode::RequestUnknownHere);
    }

    void badRequestsAreRefusedByName() {
        Scene s;
        const auto code = askInCode(s.clinic, s.wish(), *s.ledger, s.clock, s.random);
        const auto refused = [&](std::string_view text) {
            return readRequest(text, *s.ledger, s.clock).error().code;
        };
        QCOMPARE(refused("APRICOT:1:ABC"), ErrorCode::NotARequest);
        // Cut between two whole groups of three characters: still base45, but no request.
        QCOMPARE(refused(code->substr(0, requestPrefix.size() + 90)), ErrorCode::RequestMalformed);
        Bytes forged = *requestFromText(*code);
        forged.back() ^= 1U;
        QCOMPARE(refused(requestToText(forged)), ErrorCode::RequestForged);
        Desk stranger = s.copyOf(s.clinic);
        stranger.signing = s.key();
        QCOMPARE(askInCode(stranger, s.wish(), *s.ledger, s.clock, s.random).error().code,
                 ErrorCode::DeskNotOnLedger);
        Request request = *verifyRequest(*requestFromText(*code));
        QCOMPARE(refused(requestToText(*signRequest(request, s.other.signing))),
                 ErrorCode::DeskNotOnLedger);
        request.chainId = "elsewhere-1";
        QCOMPARE(refused(requestToText(*signRequest(request, s.clinic.signing))),
                 ErrorCode::RequestForOtherLedger);
        request.wish.uses = 0;
        QCOMPARE(signRequest(request, s.clinic.signing).error().code, ErrorCode::RequestInvalid);
        s.clock.advance(requestInCode - 1);
        QVERIFY(readRequest(*code, *s.ledger, s.clock).ok());
        s.clock.advance(1);
        QCOMPARE(refused(*code), ErrorCode::RequestExpired);
    }

    void aRequestComesByLetter() {
        Scene s;
        const auto visit = s.visit(s.clinic);
        QVERIFY(
            askInLetter(visit, s.clinic, s.wish(), *s.ledger, *s.mailbox, s.clock, s.random).ok());
        const auto news = s.fetch();
        QCOMPARE(news.size(), std::size_t{1});
        QVERIFY(news[0].kind == LetterKind::Request);
        QVERIFY(news[0].asked.has_value());
        const auto open = openRequests(*s.vault, *s.ledger, s.clock);
        QCOMPARE(open->size(), std::size_t{1});
        QVERIFY(open->front().id == news[0].asked->id);
        QVERIFY(arrived(*s.vault)->at(0).asked.has_value());
        s.clock.advance(requestInLetter);
        QVERIFY(openRequests(*s.vault, *s.ledger, s.clock)->empty());
    }

    void rubbishAtTheDeskHidesNoGrant() {
        Scene s;
        const SealKey inbox = sealKeyOf(s.clinic.opening);
        Bytes rubbish(5000);
        for (int i = 0; i < 100; ++i) {
            s.random.fill(rubbish);
            QVERIFY(s.mailbox->post(inbox, rubbish).ok());
        }
        QVERIFY(s.mailbox->post(inbox, *sealEnvelope(inbox, Bytes{0})).ok());
        const SignedGrant grant = s.give(s.clinic), notTheirs = s.give(s.other);
        const auto clinic = s.visit(s.clinic).audience;
        QVERIFY(sendGrant(notTheirs, clinic, *s.mailbox, s.clock).ok());
        QVERIFY(sendGrant(grant, clinic, *s.mailbox, s.clock).ok());
        QVERIFY(sendGrant(grant, clinic, *s.mailbox, s.clock).ok());
        const auto messages = fetchDesk(s.clinic, *s.ledger, *s.mailbox);
        QCOMPARE(messages->size(), std::size_t{1});
        QCOMPARE(messages->front().code, grantToText(grant));
    }

    void theHistoryCanBeCheckedWithoutTheVault() {
        Scene s;
        const auto visit = s.visit(s.clinic);
        QVERIFY(redeem(visit, s.clinic, *s.ledger, s.clock, s.random).ok());
        (void)s.give(s.other);
        QVERIFY(revoke(*s.vault, s.wallet, *s.ledger, *s.mailbox, visit.grant.open.id, s.clock,
                       s.random)
                    .ok());
        QVERIFY(s.write(visit, s.clinic, observation("n", "5.00")).ok());
        (void)s.fetch();
        const auto json = exportHistory(*s.vault, *s.ledger);
        QVERIFY(json.ok());
        const VerifyKey key = *s.ledger->ledgerKey();
        const auto verify = [&](const ProvenAnswer &answer) {
            return verifyAnswer(answer, key, "apricot-embedded-1");
        };
        const auto checked = checkHistory(*json, verify);
        QVERIFY(checked.ok());
        QCOMPARE(checked->permissions, std::uint64_t{2});
        QCOMPARE(checked->opened, std::uint64_t{1});
        QCOMPARE(checked->ended, std::uint64_t{1});
        QCOMPARE(checked->letters, std::uint64_t{1});
        // Every change of what it says of permissions is noticed; letters are told, not proven.
        const auto proven = json->find("\"permissions\"");
        const auto changed = [&](std::string_view from, std::string_view to) {
            std::string other = *json;
            const auto at =
                other.find(from, from.find("History") == std::string::npos ? proven : 0);
            if (at == std::string::npos) qFatal("not there");
            other.replace(at, from.size(), to);
            const auto result = checkHistory(other, verify);
            return result.ok() ? ErrorCode::None : result.error().code;
        };
        QCOMPARE(changed("\"used\": 1", "\"used\": 0"), ErrorCode::HistoryRefused);
        QCOMPARE(changed("Wujin Hospital", "Lakeside Clinic"), ErrorCode::HistoryRefused);
        QCOMPARE(changed("\"ended\"", "\"endet\""), ErrorCode::HistoryRefused);
        QCOMPARE(changed("\"apricotHistory\": 2", "\"apricotHistory\": 1"),
                 ErrorCode::HistoryMalformed);
        QCOMPARE(checkHistory("", verify).error().code, ErrorCode::HistoryMalformed);
        // By another ledger's key nothing in it is proven.
        const VerifyKey wrong = verifyKeyOf(s.key());
        QVERIFY(!checkHistory(*json, [&](const ProvenAnswer &answer) {
                     return verifyAnswer(answer, wrong, "apricot-embedded-1");
                 }).ok());
    }
};

APRICOT_TEST(TestLetters)
#include "test_letters.moc"
