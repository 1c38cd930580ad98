// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/crypto.h"
#include "crypto/seal.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "exchange/collect_request.h"
#include "exchange/directory_mailbox.h"
#include "ledger/memory_ledger.h"
#include "ledger/transaction.h"
#include "program/test_program.h"

#include <QTemporaryDir>
#include <QTest>

using namespace apricot;

class TestMailbox : public QObject {
    Q_OBJECT

    struct Scene {
        FixedClock clock{1'800'000'000};
        SeededRandom random{11};
        SigningKey admin = key(), desk = key(), otherDesk = key(), patient = key();
        Organisation clinic = organisation("Wujin Hospital", desk);
        Organisation other = organisation("Lakeside Clinic", otherDesk);
        std::unique_ptr<Ledger> ledger;
        QTemporaryDir dir;
        std::unique_ptr<Mailbox> mailbox;
        Deposit deposit;
        Grant grant;

        Scene() {
            Consortium genesis;
            genesis.chainId = "mailbox-test";
            genesis.admins = {verifyKeyOf(admin)};
            auto made = createMemoryLedger(genesis, clock, random);
            if (!made) qFatal("%s", made.error().detail.c_str());
            ledger = std::move(*made);
            must(submit(RegisterOrganisation{clinic}, admin));
            must(submit(RegisterOrganisation{other}, admin));
            mailbox = openDirectoryMailbox(folder(), *ledger, clock).value();
            make();
        }
        std::filesystem::path folder() const { return dir.path().toStdString(); }
        SigningKey key() {
            SigningKey out;
            random.fill(out.writable());
            return out;
        }
        Organisation organisation(const char *name, const SigningKey &deskKey) {
            Organisation out;
            out.id = randomFixed<OrganisationId>(random);
            out.name = name;
            out.clearance = 5;
            out.purposes = {Purpose::Treatment};
            out.admin = verifyKeyOf(admin);
            out.deskKeys = {verifyKeyOf(deskKey)};
            out.sealing = sealKeyOf(*OpenKey::from(key().view()));
            return out;
        }
        Outcome submit(Action action, const SigningKey &signer) {
            const auto t = makeTransaction(ledger->chainId(), std::move(action), clock, random);
            auto outcome = ledger->submit(signTransaction(t, signer));
            if (!outcome) qFatal("%s", outcome.error().detail.c_str());
            return *outcome;
        }
        static void must(const Outcome &outcome) {
            if (!outcome.accepted()) qFatal("%s", nameOf(outcome.refusal).data());
        }
        void make() {
            grant.open.id = randomFixed<GrantId>(random);
            grant.open.audience = clinic.id;
            grant.open.notBefore = clock.now() - 1;
            grant.open.expiry = clock.now() + 900;
            grant.open.chainId = ledger->chainId();
            grant.closed.scope.kinds = 1;
            grant.closed.locator = randomFixed<Locator>(random);
            grant.closed.eraseBy = clock.now() + 86400;
            const auto signedGrant = signGrant(grant, patient);
            if (!signedGrant) qFatal("%s", signedGrant.error().detail.c_str());
            deposit = {grant.closed.locator, signedGrant->publicPart, Bytes{1, 2, 3}, Bytes(32, 7)};
        }
        void redeem() { must(submit(Redeem{clinic.id, deposit.publicPart}, desk)); }
        Bytes request(const Organisation &by, const SigningKey &deskKey) {
            CollectRequest r;
            r.locator = deposit.locator;
            r.organisation = by.id;
            r.time = clock.now();
            r.nonce = randomFixed<decltype(r.nonce)>(random);
            return signCollectRequest(r, deskKey);
        }
        Code refusal(ByteView request) {
            const auto out = mailbox->collect(request);
            return out.ok() ? Code::None : out.error().code;
        }
        std::size_t filesLeft() const {
            std::size_t n = 0;
            for (const auto &entry : std::filesystem::recursive_directory_iterator(folder()))
                n += entry.is_regular_file();
            return n;
        }
    };

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void whoRedeemedCollects() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        QCOMPARE(s.refusal(s.request(s.clinic, s.desk)),
                 Code::CollectionRefused); // not redeemed yet
        s.redeem();
        const auto collected = s.mailbox->collect(s.request(s.clinic, s.desk));
        QVERIFY(collected.ok());
        QVERIFY(collected->package == s.deposit.package);
        QVERIFY(std::ranges::equal(collected->mailboxHalf.view(), s.deposit.mailboxHalf));
    }

    void nobodyElseCollects() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        s.redeem();
        QCOMPARE(s.refusal(s.request(s.other, s.otherDesk)), Code::CollectionRefused);
        QCOMPARE(s.refusal(s.request(s.clinic, s.otherDesk)), Code::CollectionRefused);
        Scene::must(s.submit(SuspendOrganisation{s.clinic.id}, s.admin));
        QCOMPARE(s.refusal(s.request(s.clinic, s.desk)), Code::CollectionRefused);
    }

    void aRequestIsGoodForItsMomentOnly() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        s.redeem();
        const Bytes request = s.request(s.clinic, s.desk);
        s.clock.advance(collectWindow);
        QCOMPARE(s.refusal(request), Code::None);
        s.clock.advance(1);
        QCOMPARE(s.refusal(request), Code::CollectionRefused);
    }

    void aChangedRequestIsRefused() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        s.redeem();
        const Bytes request = s.request(s.clinic, s.desk);
        for (std::size_t i = 0; i < request.size(); ++i) {
            Bytes changed = request;
            changed[i] ^= 1U;
            QCOMPARE(s.refusal(changed), Code::CollectRequestMalformed);
            QCOMPARE(s.refusal(ByteView(request).first(i)), Code::CollectRequestMalformed);
        }
    }

    void revocationDestroysThePackage() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        s.redeem();
        Scene::must(s.submit(Revoke{verifyKeyOf(s.patient), s.grant.open.id}, s.patient));
        QCOMPARE(s.refusal(s.request(s.clinic, s.desk)), Code::PackageNotThere);
        QCOMPARE(s.filesLeft(), std::size_t{0});
    }

    void sweepingDestroysWhatHasEnded() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        QCOMPARE(*s.mailbox->sweep(), std::size_t{0});
        s.clock.advance(900 + MailboxLimits{}.grace - 1);
        QCOMPARE(*s.mailbox->sweep(), std::size_t{0});
        s.clock.advance(1);
        QCOMPARE(*s.mailbox->sweep(), std::size_t{1});
        QCOMPARE(s.filesLeft(), std::size_t{0});
    }

    void badDepositsAreRefusedAndLeaveNothing() {
        Scene s;
        const auto refused = [&s](Deposit deposit) {
            const auto out = s.mailbox->deposit(deposit);
            return !out.ok() && out.error().code == Code::MailboxRefusedDeposit
                   && s.filesLeft() == 0;
        };
        Deposit forged = s.deposit;
        forged.publicPart.back() ^= 1U;
        QVERIFY(refused(forged));
        Deposit half = s.deposit;
        half.mailboxHalf.pop_back();
        QVERIFY(refused(half));
        s.clock.advance(900);
        QVERIFY(refused(s.deposit)); // expired
    }

    void aTakenLocatorIsNotOverwritten() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        Deposit again = s.deposit;
        again.package = {9};
        QCOMPARE(s.mailbox->deposit(again).error().code, Code::MailboxRefusedDeposit);
        s.redeem();
        QVERIFY(s.mailbox->collect(s.request(s.clinic, s.desk))->package == s.deposit.package);
    }

    void messagesAreFetchedInTheOrderTheyCame() {
        Scene s;
        const SealKey inbox = s.clinic.sealing;
        for (std::uint8_t i = 0; i < 12; ++i) QVERIFY(s.mailbox->post(inbox, Bytes{i}).ok());
        const auto messages = s.mailbox->fetch(inbox);
        QVERIFY(messages.ok());
        QCOMPARE(messages->size(), std::size_t{12});
        for (std::uint8_t i = 0; i < 12; ++i) QVERIFY((*messages)[i] == Bytes{i});
        QVERIFY(s.mailbox->fetch(s.other.sealing)->empty());
        QCOMPARE(s.mailbox->post(inbox, Bytes((16U << 20U) + 1)).error().code,
                 Code::InboxRefusedMessage);
    }

    void aMessageWaitsNinetyDays() {
        Scene s;
        const SealKey inbox = s.clinic.sealing;
        QVERIFY(s.mailbox->post(inbox, Bytes{1}).ok());
        s.clock.advance(UnixTime{60} * 86400);
        QVERIFY(s.mailbox->post(inbox, Bytes{2}).ok());
        s.clock.advance(UnixTime{30} * 86400 - 1);
        QCOMPARE(s.mailbox->fetch(inbox)->size(), std::size_t{2});
        s.clock.advance(1);
        QCOMPARE(*s.mailbox->fetch(inbox), std::vector<Bytes>{Bytes{2}});
        QVERIFY(s.mailbox->post(inbox, Bytes{3}).ok());
        QCOMPARE(*s.mailbox->fetch(inbox), (std::vector<Bytes>{Bytes{2}, Bytes{3}}));
        s.clock.advance(UnixTime{100} * 86400);
        QVERIFY(s.mailbox->sweep().ok());
        QVERIFY(std::filesystem::is_empty(s.folder() / "inboxes"));
    }

    void inboxesHoldSoMuch() {
        Scene s;
        MailboxLimits limits;
        limits.bytesPerInbox = 1000;
        limits.messagesPerInbox = 5;
        limits.inboxBytes = 1500;
        auto box = openDirectoryMailbox(s.folder(), *s.ledger, s.clock, limits).value();
        const auto refused = [&](const SealKey &inbox, std::size_t bytes) {
            const auto done = box->post(inbox, Bytes(bytes));
            return !done.ok() && done.error().code == Code::InboxRefusedMessage;
        };
        QVERIFY(box->post(s.clinic.sealing, Bytes(600)).ok());
        QVERIFY(refused(s.clinic.sealing, 401));
        QVERIFY(box->post(s.clinic.sealing, Bytes(400)).ok());
        // The others' room is what is left of all.
        QVERIFY(refused(s.other.sealing, 501));
        for (int i = 0; i < 5; ++i) QVERIFY(box->post(s.other.sealing, Bytes(10)).ok());
        QVERIFY(refused(s.other.sealing, 10));
        // Another process counts what lies there already.
        box = openDirectoryMailbox(s.folder(), *s.ledger, s.clock, limits).value();
        QVERIFY(refused(sealKeyOf(*OpenKey::from(s.key().view())), 451));
        QCOMPARE(box->fetch(s.clinic.sealing)->size(), std::size_t{2});
        QCOMPARE(box->fetch(s.other.sealing)->size(), std::size_t{5});
        // What waited its time makes room again.
        s.clock.advance(limits.messageLife);
        QVERIFY(box->sweep().ok());
        QVERIFY(box->post(s.clinic.sealing, Bytes(1000)).ok());
    }
};

APRICOT_TEST(TestMailbox)
#include "test_mailbox.moc"
