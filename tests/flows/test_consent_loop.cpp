// SPDX-License-Identifier: GPL-3.0-or-later
// The consent loop: a real vault file, the embedded ledger on disk, the mailbox, a real QR picture.
#include "crypto/crypto.h"
#include "crypto/hash.h"
#include "crypto/seal.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "exchange/directory_mailbox.h"
#include "exchange/qr.h"
#include "flows/clinic/redeem.h"
#include "flows/patient/history.h"
#include "flows/patient/import_records.h"
#include "flows/patient/looked_after.h"
#include "flows/patient/openings.h"
#include "flows/patient/share.h"
#include "flows/shared/export_records.h"
#include "ledger/embedded_ledger.h"
#include "ledger/policy.h"
#include "ledger/transaction.h"
#include "program/test_program.h"
#include "session/known_nodes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace apricot;

class TestConsentLoop : public QObject {
    Q_OBJECT

    struct Scene {
        FixedClock clock{1'790'000'000};
        SeededRandom random{21};
        QTemporaryDir dir;
        SigningKey admin = key();
        Desk clinic = desk(), other = desk();
        std::unique_ptr<Vault> vault;
        std::unique_ptr<Ledger> ledger;
        std::unique_ptr<Mailbox> mailbox;
        Wallet wallet = Wallet::create(random);

        Scene() {
            std::string phrase = "four plum trees";
            const SecretBytes passphrase =
                SecretBytes::take({reinterpret_cast<std::uint8_t *>(phrase.data()), phrase.size()});
            vault =
                Vault::create(path("vault"), passphrase, leastPasswordCost, random, clock).value();
            Consortium genesis;
            genesis.chainId = "apricot-embedded-1";
            genesis.admins = {verifyKeyOf(admin)};
            ledger = createEmbeddedLedger(path("ledger"), genesis, clock, random).value();
            mailbox = openDirectoryMailbox(path("mailbox"), *ledger, clock).value();
            enlist(clinic, "Wujin Hospital");
            enlist(other, "Lakeside Clinic");
            std::ofstream(path("bundle.json")) << bundle();
            const auto report = importRecords(*vault, path("bundle.json"));
            if (!report || report->added != 4) qFatal("import");
        }
        std::filesystem::path path(const char *name) const {
            return std::filesystem::path(dir.path().toStdString()) / name;
        }
        SigningKey key() {
            SigningKey out;
            random.fill(out.writable());
            return out;
        }
        Desk desk() {
            return {randomFixed<OrganisationId>(random), key(), *OpenKey::from(key().view())};
        }
        void enlist(const Desk &of, const char *name) {
            Organisation o;
            o.id = of.organisation;
            o.name = name;
            o.clearance = 5;
            o.purposes = {Purpose::Treatment};
            o.admin = verifyKeyOf(admin);
            o.desks = {{verifyKeyOf(of.signing)}};
            o.sealing = sealKeyOf(of.opening);
            const auto t =
                makeTransaction(ledger->chainId(), RegisterOrganisation{o}, clock, random);
            const auto outcome = ledger->submit(signTransaction(t, admin));
            if (!outcome || !outcome->accepted()) qFatal("register");
        }
        ShareChoice labResults() const {
            ShareChoice choice;
            choice.clinic = clinic.organisation;
            choice.scope.kinds = 1U << (static_cast<unsigned>(Kind::LabResult) - 1U);
            choice.scope.level = 3;
            choice.expiry = clock.now() + 900;
            choice.eraseBy = clock.now() + 86400;
            choice.utcOffsetMinutes = 480;
            return choice;
        }
        SignedGrant give(std::uint32_t uses = 1) {
            ShareChoice choice = labResults();
            choice.uses = uses;
            auto rehearsal = rehearse(*vault, *ledger, choice, clock, random);
            if (!rehearsal) qFatal("rehearse: %s", nameOf(rehearsal.error().code).data());
            auto given = share(*vault, wallet, *mailbox, std::move(*rehearsal), random);
            if (!given) qFatal("share: %s", nameOf(given.error().code).data());
            return *given;
        }
        Result<ProvenAnswer> redeemBy(const Desk &who, const SignedGrant &grant) {
            auto seen = inspect(grantToText(grant), *ledger);
            if (!seen) return seen.error();
            return redeem(*seen, who, *ledger, clock, random);
        }
        void refused(const Desk &who, const SignedGrant &grant, std::string_view rule) {
            const auto out = redeemBy(who, grant);
            QVERIFY(!out.ok());
            QCOMPARE(std::string(nameOf(out.error().code)), std::string(rule));
        }
        GrantId idOf(const SignedGrant &grant) { return verifyGrant(grant)->open.id; }
    };

    static std::string glucose();
    static std::string hba1c();
    static std::string bundle();

  private Q_SLOTS:
    void whatThePolicyForbidsIsNotSigned() {
        Scene s;
        const auto decide = [&](Policy policy) {
            const auto t = makeTransaction(s.ledger->chainId(), SetPolicy{std::move(policy)},
                                           s.clock, s.random);
            return s.ledger->submit(signTransaction(t, s.admin))->accepted();
        };
        const auto rehearsed = [&] {
            return rehearse(*s.vault, *s.ledger, s.labResults(), s.clock, s.random);
        };
        QVERIFY(decide({{Role::Insurer, Purpose::Treatment}}));
        QCOMPARE(rehearsed().error().code, ErrorCode::ClinicMayNotOpen);
        QVERIFY(decide({{Role::Provider, Purpose::Treatment, allProfessions, 2}}));
        QCOMPARE(rehearsed().error().code, ErrorCode::ClinicMayNotOpen); // the choice is of level 3
        QVERIFY(decide({{Role::Provider, Purpose::Treatment, allProfessions, 3}}));
        QVERIFY(rehearsed().ok());
    }

    void aClinicThatNobodyRegisteredIsToldSo() {
        Scene s;
        const SignedGrant given = s.give();
        QTemporaryDir dir;
        Consortium genesis;
        genesis.chainId = "apricot-embedded-1";
        genesis.admins = {verifyKeyOf(s.admin)};
        const auto empty =
            createEmbeddedLedger(std::filesystem::path(dir.path().toStdString()) / "empty", genesis,
                                 s.clock, s.random)
                .value();
        QCOMPARE(inspect(grantToText(given), *empty).error().code, ErrorCode::ClinicNotOnLedger);
    }

    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void theClinicGetsExactlyWhatWasRehearsed() {
        Scene s;
        const auto rehearsal = rehearse(*s.vault, *s.ledger, s.labResults(), s.clock, s.random);
        QVERIFY(rehearsal.ok());
        QCOMPARE(rehearsal->records.size(), std::size_t{2});
        QVERIFY(rehearsal->words.english.find("Wujin Hospital") != std::string::npos);

        // Through the picture, as it travels.
        const SignedGrant given = s.give();
        const auto png = qrToPng(*encodeQr(grantToText(given)));
        QVERIFY(png.ok());
        const auto texts = decodeQr(*decodePicture(*png));
        QVERIFY(texts.ok());
        QCOMPARE(texts->size(), std::size_t{1});
        const auto seen = inspect(texts->front(), *s.ledger);
        QVERIFY(seen.ok());
        QCOMPARE(seen->audience.name, std::string("Wujin Hospital"));

        // Nobody opens before the ledger has the redemption.
        QCOMPARE(openRecords(*seen, s.clinic, *s.mailbox, s.clock, s.random).error().code,
                 ErrorCode::CollectionRefused);
        QVERIFY(redeem(*seen, s.clinic, *s.ledger, s.clock, s.random).ok());
        const auto opened = openRecords(*seen, s.clinic, *s.mailbox, s.clock, s.random);
        QVERIFY(opened.ok());
        auto resources = *opened;
        std::sort(resources.begin(), resources.end());
        auto expected = std::vector<std::string>{glucose(), hba1c()};
        std::sort(expected.begin(), expected.end());
        QVERIFY(resources == expected); // byte for byte, and no other
        // A counter that lost power after redeeming opens again without another redemption.
        QVERIFY(*openRecords(*seen, s.clinic, *s.mailbox, s.clock, s.random) == *opened);
        QCOMPARE(openRecords(*seen, s.other, *s.mailbox, s.clock, s.random).error().code,
                 ErrorCode::CollectionRefused);
        // Nor again once the patient wanted them erased.
        s.clock.set(rehearsal->grant.closed.eraseBy);
        QCOMPARE(openRecords(*seen, s.clinic, *s.mailbox, s.clock, s.random).error().code,
                 ErrorCode::EraseByPassed);
    }

    void thePatientSeesWhoOpenedWhat() {
        Scene s;
        const SignedGrant given = s.give();
        QVERIFY(!openings(*s.vault, *s.ledger)->front().state.has_value());
        QVERIFY(s.redeemBy(s.clinic, given).ok());
        const auto seen = openings(*s.vault, *s.ledger);
        QVERIFY(seen.ok());
        QCOMPARE(seen->size(), std::size_t{1});
        QVERIFY(seen->front().state.has_value());
        QVERIFY(seen->front().state->organisation == s.clinic.organisation);
        QCOMPARE(seen->front().state->used, std::uint32_t{1});
        QVERIFY(s.vault->verifyLog().ok());
    }

    // What is said of a permission is what the clinic can really have, and ending still ends it.
    void whatAClinicCanStillHaveIsToldAsTheHostsDecideIt() {
        Scene s;
        const SignedGrant once = s.give(), never = s.give(2), ended = s.give();
        const auto reach = [&](const SignedGrant &given, bool asked = true) {
            const auto grant = verifyGrant(given);
            const auto seen = openingOf(*grant, *s.ledger);
            return reachOf(grant->open, asked ? &*seen : nullptr, s.clock.now());
        };
        for (const SignedGrant *one : {&once, &never, &ended}) {
            QVERIFY(reach(*one) == Reach::Open);
            QVERIFY(reach(*one, false) == Reach::Unknown);
        }
        const auto first = inspect(grantToText(once), *s.ledger);
        const auto second = inspect(grantToText(ended), *s.ledger);
        for (const auto *one : {&first, &second}) {
            QVERIFY(redeem(**one, s.clinic, *s.ledger, s.clock, s.random).ok());
            QVERIFY(openRecords(**one, s.clinic, *s.mailbox, s.clock, s.random).ok());
        }
        QVERIFY(reach(once) == Reach::Fetch);
        const UnixTime last = fetchableUntil(*openingOf(*verifyGrant(once), *s.ledger));
        QCOMPARE(last, s.clock.now() + 24 * 3600); // as the words of the consent say
        QVERIFY(openRecords(*first, s.clinic, *s.mailbox, s.clock, s.random).ok());
        QVERIFY(revoke(*s.vault, s.wallet, *s.ledger, *s.mailbox, s.idOf(ended), s.clock, s.random)
                    ->accepted());
        QVERIFY(reach(ended) == Reach::Ended);
        QVERIFY(!openRecords(*second, s.clinic, *s.mailbox, s.clock, s.random));
        s.clock.advance(last - s.clock.now() - 1);
        QVERIFY(reach(once) == Reach::Fetch);
        QVERIFY(reach(never) == Reach::Over); // its time has run out
        QVERIFY(openRecords(*first, s.clinic, *s.mailbox, s.clock, s.random).ok());
        s.clock.advance(1);
        QVERIFY(reach(once) == Reach::Over);
        QVERIFY(!openRecords(*first, s.clinic, *s.mailbox, s.clock, s.random));
        s.clock.advance(24 * 3600);
        QVERIFY(reach(once, false) == Reach::Over); // nobody need be asked
    }

    void fortyOpeningsAreFortyLines() {
        Scene s;
        const SignedGrant given = s.give(40);
        for (int i = 0; i < 40; ++i) {
            s.clock.advance(1);
            QVERIFY(s.redeemBy(s.clinic, given).ok());
        }
        s.refused(s.clinic, given, "GrantUsedUp");
        const auto seen = openings(*s.vault, *s.ledger);
        QCOMPARE(seen->front().openings.size(), std::size_t{40});
        for (const RedemptionLeaf &one : seen->front().openings)
            QVERIFY(one->desk == verifyKeyOf(s.clinic.signing));
        QCOMPARE(seen->front().openings.back()->time, s.clock.now());
        // What was proven before is not asked for again; the list of permissions asks for the last.
        const auto more =
            openingOf(seen->front().grant, *s.ledger,
                      {seen->front().openings.begin(), seen->front().openings.begin() + 38});
        QVERIFY(more->openings == seen->front().openings);
        const auto latest = latestOpeningOf(seen->front().grant, *s.ledger);
        QCOMPARE(latest->openings.size(), std::size_t{1});
        QVERIFY(latest->openings.back() == seen->front().openings.back());
        QVERIFY(untoldOpenings(*s.vault, *s.ledger)->empty());
        // And in the history, each with its proof; one that is left out is missed.
        const auto json = exportHistory(*s.vault, *s.ledger);
        QVERIFY(json.ok());
        const auto verify = [&](const ProvenAnswer &answer) { return s.ledger->verify(answer); };
        QCOMPARE(checkHistory(*json, verify)->opened, std::uint64_t{40});
        QCOMPARE(json->size() / 1000 < 200, true);
        auto document = QJsonDocument::fromJson(QByteArray::fromStdString(*json)).object();
        auto permissions = document[QStringLiteral("permissions")].toArray();
        const QJsonObject whole = permissions[0].toObject();
        for (const QString &list : {QStringLiteral("openings"), QStringLiteral("proofs")}) {
            QJsonObject entry = whole;
            QJsonArray shorter = entry[list].toArray();
            shorter.removeAt(7);
            entry[list] = shorter;
            permissions[0] = entry;
            document[QStringLiteral("permissions")] = permissions;
            const auto changed = QJsonDocument(document).toJson().toStdString();
            QCOMPARE(checkHistory(changed, verify).error().code, ErrorCode::HistoryRefused);
        }
        // Nor can the whole permission be left out: its opening stands under the person's key.
        document[QStringLiteral("permissions")] = QJsonArray();
        QCOMPARE(checkHistory(QJsonDocument(document).toJson().toStdString(), verify).error().code,
                 ErrorCode::HistoryRefused);
    }

    // What was proven at the last look is shown without asking anybody, with the time of that look.
    void whatWasLookedAfterIsKnownWithoutAsking() {
        Scene s;
        const SignedGrant given = s.give(3);
        const SignedGrant elsewhere = s.give(2);
        const GrantId id = s.idOf(given);
        QVERIFY(s.redeemBy(s.clinic, elsewhere).ok());
        QVERIFY(s.vault->remove(spaces::grants, toHex(s.idOf(elsewhere).view())).ok());
        const auto kept = [&] { return *keptOpening(grantGiven(*s.vault, id)->grant, *s.vault); };
        const auto worth = [&] {
            return *worthLooking(*s.vault, s.ledger->chainId(), s.clock.now());
        };
        QVERIFY(!kept().has_value());
        QVERIFY(keptUntold(*s.vault)->empty());
        const std::map<GrantId, OrganisationId> alone{{id, s.clinic.organisation}};
        QVERIFY(worth().grants == alone);
        QCOMPARE(worth().subjects.size(), std::size_t{1});
        QVERIFY(worth().subjects.begin()->second == s.clinic.organisation);

        QVERIFY(s.redeemBy(s.clinic, given).ok());
        const auto seen = lookAfter(id, *s.vault, *s.ledger);
        QVERIFY(seen.ok());
        QVERIFY(lookAfter(worth().subjects.begin()->first, *s.vault, *s.ledger).ok());
        QCOMPARE(kept()->openings.size(), std::size_t{1});
        QCOMPARE(kept()->asOf, seen->asOf);
        QVERIFY(s.ledger->verify(kept()->receipt).ok());
        QVERIFY(s.ledger->verify(kept()->endReceipt).ok());
        QCOMPARE(keptUntold(*s.vault)->size(), std::size_t{1});
        QCOMPARE(keptUntold(*s.vault)->front().organisation->name, std::string("Wujin Hospital"));

        // What happens meanwhile is not known before the next look.
        s.clock.advance(60);
        QVERIFY(s.redeemBy(s.clinic, given).ok());
        QCOMPARE(kept()->state->used, std::uint32_t{1});
        QVERIFY(lookAfter(id, *s.vault, *s.ledger).ok());
        QCOMPARE(kept()->openings.size(), std::size_t{2});
        QVERIFY(kept()->asOf > seen->asOf);
        // Half kept is not kept.
        const Bytes leaf = openingKey(seen->grant.open.subject, {seen->grant.open.signer, id}, 1);
        QVERIFY(s.vault->remove(spaces::proofs, toHex(sha256(leaf).view())).ok());
        QVERIFY(!kept().has_value());
        QVERIFY(lookAfter(id, *s.vault, *s.ledger).ok());
        QVERIFY(kept().has_value());
        // Ended: nothing of it changes any more. Its key is looked after once a day.
        QVERIFY(revoke(*s.vault, s.wallet, *s.ledger, *s.mailbox, id, s.clock, s.random).ok());
        QVERIFY(lookAfter(id, *s.vault, *s.ledger).ok());
        QVERIFY(kept()->ended.has_value());
        QVERIFY(worth().grants.empty() && worth().subjects.empty());
        s.clock.advance(86400 + 60);
        QCOMPARE(worth().subjects.size(), std::size_t{1});
    }

    // Nobody is told that it ran out unopened when it was opened after the last look.
    void whatWasKeptTellsNothingOfWhatCameLater() {
        Scene s;
        const SignedGrant given = s.give();
        const GrantId id = s.idOf(given);
        const GrantPublic open = grantGiven(*s.vault, id)->grant.open;
        const auto kept = [&] { return *keptOpening(grantGiven(*s.vault, id)->grant, *s.vault); };
        const auto reach = [&] {
            const auto seen = kept();
            return reachOf(open, &*seen, s.clock.now());
        };
        const auto isWhole = [&] {
            const auto seen = kept();
            return everyOpeningIsIn(&*seen);
        };
        const auto isWorth = [&] {
            return !worthLooking(*s.vault, s.ledger->chainId(), s.clock.now())->grants.empty();
        };
        QVERIFY(!everyOpeningIsIn(nullptr));
        QVERIFY(lookAfter(id, *s.vault, *s.ledger).ok());
        QVERIFY(reach() == Reach::Open);
        QVERIFY(s.redeemBy(s.clinic, given).ok());
        s.clock.advance(open.expiry - s.clock.now());
        QVERIFY(reach() == Reach::Unknown);
        QVERIFY(!isWhole() && isWorth());
        // Too long ago for anything to be had of it; what happened is still asked.
        const UnixTime ranOut = s.clock.now();
        s.clock.advance(24 * 3600);
        QVERIFY(reach() == Reach::Over);
        QVERIFY(!isWhole() && isWorth());
        s.clock.set(ranOut);
        QVERIFY(lookAfter(id, *s.vault, *s.ledger).ok());
        QVERIFY(reach() == Reach::Fetch);
        QVERIFY(isWhole() && isWorth()); // it may still be ended
        s.clock.advance(24 * 3600);
        QVERIFY(reach() == Reach::Over && !isWorth());
    }

    // Another device gave it, or this one lost it: the ledger knows all the same.
    void whatWasNotGivenHereIsShownAllTheSame() {
        Scene s;
        const SignedGrant here = s.give();
        const SignedGrant elsewhere = s.give(3);
        QVERIFY(s.vault->remove(spaces::grants, toHex(s.idOf(elsewhere).view())).ok());
        QVERIFY(untoldOpenings(*s.vault, *s.ledger)->empty());
        for (int i = 0; i < 2; ++i) QVERIFY(s.redeemBy(s.clinic, elsewhere).ok());
        QVERIFY(s.redeemBy(s.clinic, here).ok());
        const auto untold = untoldOpenings(*s.vault, *s.ledger);
        QCOMPARE(untold->size(), std::size_t{1});
        QVERIFY(untold->front().grant.id == s.idOf(elsewhere));
        QCOMPARE(untold->front().openings.size(), std::size_t{2});
        QCOMPARE(untold->front().organisation->name, std::string("Wujin Hospital"));
        QCOMPARE(openings(*s.vault, *s.ledger)->size(), std::size_t{1});
        const auto checked =
            checkHistory(*exportHistory(*s.vault, *s.ledger),
                         [&](const ProvenAnswer &answer) { return s.ledger->verify(answer); });
        QVERIFY(checked.ok());
        QCOMPARE(checked->permissions, std::uint64_t{1});
        QCOMPARE(checked->untold, std::uint64_t{1});
        QCOMPARE(checked->opened, std::uint64_t{3});
    }

    void aSecondRedemptionIsRefused() {
        Scene s;
        const SignedGrant given = s.give();
        QVERIFY(s.redeemBy(s.clinic, given).ok());
        s.refused(s.clinic, given, "GrantUsedUp");
    }

    void anotherClinicIsRefused() {
        Scene s;
        const SignedGrant given = s.give();
        s.refused(s.other, given, "GrantForOtherOrganisation");
        QVERIFY(s.redeemBy(s.clinic, given).ok()); // and has taken nothing away
    }

    void anExpiredGrantIsRefused() {
        Scene s;
        const SignedGrant given = s.give();
        s.clock.advance(900);
        s.refused(s.clinic, given, "GrantExpired");
    }

    void aForgedGrantIsRefused() {
        Scene s;
        SignedGrant given = s.give();
        given.publicPart.back() ^= 1U;
        QCOMPARE(s.redeemBy(s.clinic, given).error().code, ErrorCode::GrantForged);
    }

    void revokingBeforeTheFirstRedemptionIsFinal() {
        Scene s;
        const SignedGrant given = s.give();
        const auto outcome =
            revoke(*s.vault, s.wallet, *s.ledger, *s.mailbox, s.idOf(given), s.clock, s.random);
        QVERIFY(outcome.ok() && outcome->accepted());
        s.refused(s.clinic, given, "GrantRevoked");
        QVERIFY(openings(*s.vault, *s.ledger)->front().ended.has_value());
        const GrantId never{};
        QCOMPARE(revoke(*s.vault, s.wallet, *s.ledger, *s.mailbox, never, s.clock, s.random)
                     .error()
                     .code,
                 ErrorCode::GrantUnknownHere);
    }

    // Another ledger knows nothing of it: what it answers is no proof, and ends nothing.
    void anotherLedgerSaysNothingOfAPermission() {
        Scene s;
        const SignedGrant given = s.give();
        const GrantId id = s.idOf(given);
        Consortium genesis;
        genesis.chainId = "another-1";
        genesis.admins = {verifyKeyOf(s.admin)};
        const auto other =
            createEmbeddedLedger(s.path("other"), genesis, s.clock, s.random).value();
        const auto isElsewhere = [](const auto &out) {
            return !out.ok() && out.error().code == ErrorCode::GrantOnOtherLedger;
        };
        QVERIFY(isElsewhere(revoke(*s.vault, s.wallet, *other, *s.mailbox, id, s.clock, s.random)));
        QVERIFY(isElsewhere(openingOf(*verifyGrant(given), *other)));
        QVERIFY(isElsewhere(latestOpeningOf(*verifyGrant(given), *other)));
        QVERIFY(isElsewhere(lookAfter(id, *s.vault, *other)));
        QVERIFY(isElsewhere(inspect(grantToText(given), *other)));
        QVERIFY(openings(*s.vault, *other)->empty());
        const auto worth = worthLooking(*s.vault, other->chainId(), s.clock.now());
        QVERIFY(worth->grants.empty() && worth->subjects.empty());
        QVERIFY(!keptOpening(*verifyGrant(given), *s.vault)->has_value());
        QVERIFY(s.redeemBy(s.clinic, given).ok()); // it stands, untouched
        QCOMPARE(openings(*s.vault, *s.ledger)->size(), std::size_t{1});
    }

    void aHostIsKnownOfItsOwnLedgerAlone() {
        Scene s;
        const MonthNumber month = keyMonthOf(s.clock.now());
        const auto asked = knownHost(*s.vault, "a", s.mailbox.get(), month);
        QVERIFY(asked.ok() && !asked->nodes.empty());
        QVERIFY(!knownHost(*s.vault, "a", nullptr, month)->nodes.empty());
        QVERIFY(knownHost(*s.vault, "b", nullptr, month)->nodes.empty());
    }

    void whatChangedAfterTheRehearsalIsNotSigned() {
        Scene s;
        auto rehearsal = rehearse(*s.vault, *s.ledger, s.labResults(), s.clock, s.random);
        QVERIFY(rehearsal.ok());
        std::string changed = glucose();
        changed.replace(changed.find("7.10"), 4, "9.99");
        std::ofstream(s.path("newer.json")) << changed;
        const auto newer = importRecords(*s.vault, s.path("newer.json"));
        QVERIFY(newer.ok());
        QCOMPARE(newer->newer, std::uint64_t{1});
        QCOMPARE(
            share(*s.vault, s.wallet, *s.mailbox, std::move(*rehearsal), s.random).error().code,
            ErrorCode::RecordsChanged);
        QVERIFY(openings(*s.vault, *s.ledger)->empty());
    }

    void whatCameInGoesOutAgain() {
        Scene s;
        const auto sources = s.vault->sources();
        QVERIFY(sources.ok() && sources->size() == 1);
        const auto number = sources->front().number;
        QCOMPARE(*exportSource(*s.vault, number), bundle());
        // Also after a record has a newer version.
        std::string changed = glucose();
        changed.replace(changed.find("7.10"), 4, "9.99");
        std::ofstream(s.path("newer.json")) << changed;
        QVERIFY(importRecords(*s.vault, s.path("newer.json")).ok());
        QCOMPARE(*exportSource(*s.vault, number), bundle());
        QCOMPARE(exportSource(*s.vault, 4711).error().code, ErrorCode::SourceMissing);
        const auto all = exportAll(*s.vault);
        QVERIFY(all.ok());
        QVERIFY(all->find(changed) != std::string::npos);
        QVERIFY(all->find(glucose()) == std::string::npos);
        QVERIFY(all->find(hba1c()) != std::string::npos);
        QCOMPARE(exportAll(*s.vault, [](auto, auto) { return false; }).error().code,
                 ErrorCode::ExportCancelled);
        // It comes in again as the same records.
        std::ofstream(s.path("all.json")) << *all;
        const auto again = importRecords(*s.vault, s.path("all.json"));
        QVERIFY(again.ok());
        QCOMPARE(again->unchanged, std::uint64_t{4});
        QCOMPARE(again->added + again->newer + again->older, std::uint64_t{0});
    }

    void nothingIsSharedWithAStrangerOrOfNothing() {
        Scene s;
        ShareChoice stranger = s.labResults();
        stranger.clinic = {};
        QCOMPARE(rehearse(*s.vault, *s.ledger, stranger, s.clock, s.random).error().code,
                 ErrorCode::ClinicNotOnLedger);
        ShareChoice nothing = s.labResults();
        nothing.scope.kinds = 1U << (static_cast<unsigned>(Kind::Immunisation) - 1U);
        QCOMPARE(rehearse(*s.vault, *s.ledger, nothing, s.clock, s.random).error().code,
                 ErrorCode::NothingToShare);
    }

    void severalPeopleNeedAChoice() {
        Scene s;
        std::ofstream(s.path("two.json"))
            << R"({"resourceType":"Bundle","type":"collection","entry":[)"
               R"({"resource":{"resourceType":"Patient","id":"a"}},)"
               R"({"resource":{"resourceType":"Patient","id":"b"}}]})";
        const auto before = s.vault->count({});
        QCOMPARE(importRecords(*s.vault, s.path("two.json")).error().code,
                 ErrorCode::PersonChoiceNeeded);
        QCOMPARE(*s.vault->count({}), *before);
        const auto one = importRecords(*s.vault, s.path("two.json"), "b");
        QVERIFY(one.ok());
        QCOMPARE(one->added, std::uint64_t{1});
    }
};

std::string TestConsentLoop::glucose() {
    return R"({"resourceType":"Observation","id":"g1","status":"final","category":[{"coding":[{"system":)"
           R"("http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],)"
           R"("code":{"text":"空腹血糖"},"subject":{"reference":"Patient/p"},"effectiveDateTime":"2026-03-01",)"
           R"("valueQuantity":{"value":7.10,"unit":"mmol/L"}})";
}
std::string TestConsentLoop::hba1c() {
    return R"({"resourceType":"Observation","id":"h1","status":"final","category":[{"coding":[{"system":)"
           R"("http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],)"
           R"("code":{"text":"HbA1c"},"subject":{"reference":"Patient/p"},"effectiveDateTime":"2026-03-02",)"
           R"(  "valueQuantity":{"value":6.9,"unit":"%"}})";
}
std::string TestConsentLoop::bundle() {
    return R"({"resourceType":"Bundle","type":"collection","entry":[{"resource":)"
           R"({"resourceType":"Patient","id":"p","name":[{"text":"林桂芳"}]}},{"resource":)"
           + glucose() + R"(},{"resource":)" + hba1c()
           + R"(},{"resource":{"resourceType":"AllergyIntolerance","id":"a1","code":{"text":"Penicillin"},)"
             R"("patient":{"reference":"Patient/p"}}}]})";
}

APRICOT_TEST(TestConsentLoop)
#include "test_consent_loop.moc"
