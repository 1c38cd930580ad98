// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "crypto/crypto.h"
#include "ledger/node_state.h"
#include "mailbox_scene.h"
#include "program/test_program.h"

#include <atomic>
#include <csignal>
#include <sys/resource.h>
#include <thread>

#include <QTemporaryDir>
#include <QTest>

using namespace apricot;

class TestMailbox : public QObject {
    Q_OBJECT

    using Scene = MailboxScene;

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void whoRedeemedCollects() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        QCOMPARE(s.refusal(s.request(s.clinic, s.desk)),
                 ErrorCode::CollectionRefused); // not redeemed yet
        s.redeem();
        const auto collected = s.mailbox->collect(s.request(s.clinic, s.desk));
        QVERIFY(collected.ok());
        QVERIFY(*collected == s.deposit.package);
    }

    void nobodyElseCollects() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        s.redeem();
        QCOMPARE(s.refusal(s.request(s.other, s.otherDesk)), ErrorCode::CollectionRefused);
        QCOMPARE(s.refusal(s.request(s.clinic, s.otherDesk)), ErrorCode::CollectionRefused);
        Scene::must(s.submit(SuspendOrganisation{s.clinic.id}, s.admin));
        QCOMPARE(s.refusal(s.request(s.clinic, s.desk)), ErrorCode::CollectionRefused);
    }

    void aRequestIsGoodForItsMomentOnly() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        s.redeem();
        const Bytes request = s.request(s.clinic, s.desk);
        const Bytes second = s.request(s.clinic, s.desk);
        s.clock.advance(collectWindow);
        QCOMPARE(s.refusal(request), ErrorCode::None);
        s.clock.advance(1);
        QCOMPARE(s.refusal(second), ErrorCode::CollectionRefused);
    }

    // A captured request used up the times that a package is handed out.
    void aRequestIsAnsweredOnce() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        const Bytes early = s.request(s.clinic, s.desk);
        QCOMPARE(s.refusal(early), ErrorCode::CollectionRefused);
        s.redeem();
        QCOMPARE(s.refusal(early), ErrorCode::None); // it had not been answered
        for (int i = 0; i < 40; ++i) QCOMPARE(s.refusal(early), ErrorCode::DeskRequestAnswered);
        for (int i = 0; i < 40; ++i)
            QCOMPARE(s.refusal(s.request(s.clinic, s.desk)), ErrorCode::None);
        // Nor is it worth anything to another host.
        QTemporaryDir elsewhere;
        const auto other =
            openDirectoryMailbox(elsewhere.path().toStdString(), *s.ledger, s.clock).value();
        QCOMPARE(other->collect(s.request(s.clinic, s.desk)).error().code,
                 ErrorCode::CollectionRefused);
    }

    void whatWasAnsweredIsKnownAfterAStart() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        s.redeem();
        const Bytes first = s.request(s.clinic, s.desk);
        QCOMPARE(s.refusal(first), ErrorCode::None);
        const auto again = [&s] {
            s.mailbox = openDirectoryMailbox(s.folder(), *s.ledger, s.clock).value();
        };
        again();
        const Bytes second = s.request(s.clinic, s.desk);
        QCOMPARE(s.refusal(second), ErrorCode::None);
        QCOMPARE(s.refusal(first), ErrorCode::DeskRequestAnswered);
        // Killed in the middle of noting: what was whole is known.
        const auto file = s.folder() / "answered";
        std::filesystem::resize_file(file, std::filesystem::file_size(file) + 7);
        again();
        QCOMPARE(s.refusal(second), ErrorCode::DeskRequestAnswered);
        QCOMPARE(s.refusal(s.request(s.clinic, s.desk)), ErrorCode::None);
        again();
        QCOMPARE(s.refusal(first), ErrorCode::DeskRequestAnswered);
        // Not for ever: a request that is not of its moment is refused for that.
        s.clock.advance(2 * collectWindow + 1);
        again();
        QCOMPARE(s.refusal(s.request(s.clinic, s.desk)), ErrorCode::None);
        QCOMPARE(std::filesystem::file_size(file), std::uintmax_t{40});
    }

    void whatCannotBeNotedIsNotAnswered() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        s.redeem();
        std::filesystem::create_directory(s.folder() / "answered"); // where the file should be
        QCOMPARE(s.refusal(s.request(s.clinic, s.desk)), ErrorCode::FileUnreadable);
    }

    // Of an embedded ledger the desks' programs use one folder at once.
    void whatAnotherProcessAnsweredIsKnown() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        s.redeem();
        const auto other = openDirectoryMailbox(s.folder(), *s.ledger, s.clock).value();
        std::vector<Bytes> asked;
        for (int i = 0; i < 3; ++i) {
            for (Mailbox *one : {s.mailbox.get(), other.get()}) {
                asked.push_back(s.request(s.clinic, s.desk));
                QVERIFY(one->collect(asked.back()).ok());
            }
        }
        for (Mailbox *one : {s.mailbox.get(), other.get()})
            for (const Bytes &request : asked)
                QCOMPARE(one->collect(request).error().code, ErrorCode::DeskRequestAnswered);
    }

    // A disk that was full in the middle of an entry, and then is not.
    void nothingIsNotedBehindATornEntry() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        s.redeem();
        QCOMPARE(s.refusal(s.request(s.clinic, s.desk)), ErrorCode::None);
        const auto file = s.folder() / "answered";
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit full = before;
        full.rlim_cur = std::filesystem::file_size(file) + 16;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &full), 0);
        const ErrorCode refused = s.refusal(s.request(s.clinic, s.desk));
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        QCOMPARE(refused, ErrorCode::FileUnwritable);
        const Bytes later = s.request(s.clinic, s.desk), last = s.request(s.clinic, s.desk);
        QCOMPARE(s.refusal(later), ErrorCode::None);
        QCOMPARE(s.refusal(last), ErrorCode::None);
        s.mailbox = openDirectoryMailbox(s.folder(), *s.ledger, s.clock).value();
        QCOMPARE(s.refusal(later), ErrorCode::DeskRequestAnswered);
        QCOMPARE(s.refusal(last), ErrorCode::DeskRequestAnswered);
    }

    // What was answered is not known then: an I/O error must not make it answered anew.
    void whatCannotBeReadIsNotAnswered() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        s.redeem();
        const Bytes first = s.request(s.clinic, s.desk);
        QCOMPARE(s.refusal(first), ErrorCode::None);
        const auto file = s.folder() / "answered", aside = s.folder() / "aside";
        std::filesystem::rename(file, aside);
        std::filesystem::create_directory(file);
        s.mailbox = openDirectoryMailbox(s.folder(), *s.ledger, s.clock).value();
        QCOMPARE(s.refusal(first), ErrorCode::FileUnreadable);
        std::filesystem::remove(file);
        std::filesystem::rename(aside, file);
        s.mailbox = openDirectoryMailbox(s.folder(), *s.ledger, s.clock).value();
        QCOMPARE(s.refusal(first), ErrorCode::DeskRequestAnswered);
    }

    // Of an embedded ledger the patient's program and the clinic's use one folder.
    void anotherProcessMayHaveLeftIt() {
        Scene s;
        const auto other = openDirectoryMailbox(s.folder(), *s.ledger, s.clock).value();
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        s.redeem();
        QVERIFY(*other->collect(s.request(s.clinic, s.desk)) == s.deposit.package);
        s.clock.advance(24 * 3600);
        QCOMPARE(*s.mailbox->sweep(), std::size_t{1});
        QCOMPARE(other->collect(s.request(s.clinic, s.desk)).error().code,
                 ErrorCode::PackageNotThere);
    }

    // A host's program and another one in its folder: one package a grant, room and time hold for
    // both together.
    void whatAnotherProcessLeftCounts() {
        Scene s;
        s.make(UnixTime{30} * 86400);
        MailboxLimits limits;
        limits.packagesPerAudience = 4;
        const auto open = [&] {
            return openDirectoryMailbox(s.folder(), *s.ledger, s.clock, limits).value();
        };
        s.mailbox = open();
        const auto other = open();
        QVERIFY(other->deposit(s.deposit).ok());
        Deposit again = s.deposit;
        again.locator.bytes[0] ^= 1U;
        again = signDeposit(again, s.patient);
        QCOMPARE(s.mailbox->deposit(again).error().code, ErrorCode::MailboxRefusedDeposit);
        for (int i = 0; i < 3; ++i)
            QVERIFY((i % 2 == 0 ? s.mailbox : other)->deposit(s.invented(10, {})).ok());
        QVERIFY(!s.mailbox->deposit(s.invented(10, {})).ok());
        QVERIFY(!other->deposit(s.invented(10, {})).ok());
        s.clock.advance(UnixTime{14} * 86400);
        QCOMPARE(*s.mailbox->sweep(), std::size_t{4});
        QCOMPARE(s.filesLeft(), std::size_t{0});
        QVERIFY(other->deposit(s.deposit).ok()); // what was dropped is left again
        s.redeem();
        QCOMPARE(s.refusal(s.request(s.clinic, s.desk)), ErrorCode::None);
    }

    // At once under one locator: one of them lies there whole, and it is the one that was told so.
    void twoThatLeaveAtOnceDoNotMix() {
        Scene s;
        const auto other = openDirectoryMailbox(s.folder(), *s.ledger, s.clock).value();
        for (int round = 0; round < 10; ++round) {
            Deposit one = s.invented(10, {}), two = s.invented(20, {});
            const SigningKey mine = s.key();
            Grant grant = s.grant;
            grant.open.id = randomFixed<GrantId>(s.random);
            two = signDeposit(
                {s.host(), one.locator, signGrant(grant, mine)->publicPart, two.package, {}, {}},
                mine);
            std::atomic<bool> there{false}; // both begin then
            bool isOne = false;
            std::thread beside([&] {
                while (!there) {
                }
                isOne = other->deposit(one).ok();
            });
            there = true;
            const bool isTwo = s.mailbox->deposit(two).ok();
            beside.join();
            QVERIFY(isOne != isTwo);
            const std::string name = toHex(one.locator.view());
            const auto package = readFile(s.folder() / "packages" / (name + ".package"), 100);
            QCOMPARE(package->size(), std::size_t(isOne ? 10 : 20));
        }
    }

    void collectingEndsADayAfterTheRedemption() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        s.redeem();
        s.clock.advance(24 * 3600 - 1);
        QCOMPARE(s.refusal(s.request(s.clinic, s.desk)), ErrorCode::None);
        QCOMPARE(*s.mailbox->sweep(), std::size_t{0});
        s.clock.advance(1);
        QCOMPARE(s.refusal(s.request(s.clinic, s.desk)), ErrorCode::CollectionRefused);
        QCOMPARE(*s.mailbox->sweep(), std::size_t{1});
        QCOMPARE(s.filesLeft(), std::size_t{0});
    }

    void aChangedRequestIsRefused() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        s.redeem();
        const Bytes request = s.request(s.clinic, s.desk);
        for (std::size_t i = 0; i < request.size(); ++i) {
            Bytes changed = request;
            changed[i] ^= 1U;
            QCOMPARE(s.refusal(changed), ErrorCode::CollectRequestMalformed);
            QCOMPARE(s.refusal(ByteView(request).first(i)), ErrorCode::CollectRequestMalformed);
        }
    }

    void revocationDestroysThePackage() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        s.redeem();
        Scene::must(s.submit(Revoke{verifyKeyOf(s.patient), s.grant.open.id}, s.patient));
        QCOMPARE(s.refusal(s.request(s.clinic, s.desk)), ErrorCode::PackageNotThere);
        QCOMPARE(s.filesLeft(), std::size_t{0});
    }

    void sweepingDestroysWhatHasEnded() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        QCOMPARE(*s.mailbox->sweep(), std::size_t{0});
        s.clock.advance(900 - 1);
        QCOMPARE(*s.mailbox->sweep(), std::size_t{0});
        s.clock.advance(1);
        QCOMPARE(*s.mailbox->sweep(), std::size_t{1});
        QCOMPARE(s.filesLeft(), std::size_t{0});
    }

    void badDepositsAreRefusedAndLeaveNothing() {
        Scene s;
        const auto refusal = [&s](const Deposit &deposit) {
            const auto out = s.mailbox->deposit(deposit);
            return out.ok() || s.filesLeft() != 0 ? ErrorCode::None : out.error().code;
        };
        Deposit forged = s.deposit;
        forged.publicPart.back() ^= 1U;
        QCOMPARE(refusal(forged), ErrorCode::MailboxRefusedDeposit);
        // Nobody takes the person's place: not with their grant, nor with what they left elsewhere.
        Deposit changed = s.deposit;
        changed.package = {9};
        QCOMPARE(refusal(changed), ErrorCode::DepositForged);
        QCOMPARE(refusal(signDeposit(changed, s.desk)), ErrorCode::DepositForged);
        changed = s.deposit;
        changed.locator.bytes[0] ^= 1U;
        QCOMPARE(refusal(changed), ErrorCode::DepositForged);
        changed = s.deposit;
        changed.host.bytes[0] ^= 1U;
        QCOMPARE(refusal(signDeposit(changed, s.patient)), ErrorCode::DepositForged);
        changed = s.deposit;
        changed.host = s.host();
        changed.signature.bytes[0] ^= 1U;
        QCOMPARE(refusal(changed), ErrorCode::DepositForged);
        s.clock.advance(900);
        QCOMPARE(refusal(s.deposit), ErrorCode::PackageOfEndedGrant); // expired
    }

    // What a node at another mailbox was given it hands on in vain.
    void whatWasLeftHereIsForgedElsewhere() {
        Scene s;
        QTemporaryDir elsewhere;
        const auto other =
            openDirectoryMailbox(elsewhere.path().toStdString(), *s.ledger, s.clock).value();
        QCOMPARE(other->deposit(s.deposit).error().code, ErrorCode::DepositForged);
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
    }

    // A node takes in what is for those it acts for, once the state says whom nodes act for.
    void aNodeTakesWhatIsForThoseItActsFor() {
        Scene s;
        Node node;
        node.operatedBy = s.other.id;
        Scene::must(s.submit(RegisterNode{verifyKeyOf(s.otherDesk), node}, s.admin));
        QCOMPARE(s.mailbox->deposit(s.deposit).error().code, ErrorCode::MailboxRefusedDeposit);
        Scene::must(s.submit(RegisterNode{s.host(), node}, s.admin));
        QCOMPARE(s.mailbox->deposit(s.deposit).error().code, ErrorCode::MailboxRefusedDeposit);
        node.actsFor = {s.clinic.id};
        node.status = NodeStatus::Resting;
        Scene::must(s.submit(ChangeNode{s.host(), node}, s.admin));
        QCOMPARE(s.mailbox->deposit(s.deposit).error().code, ErrorCode::MailboxRefusedDeposit);
        node.status = NodeStatus::Active;
        Scene::must(s.submit(ChangeNode{s.host(), node}, s.admin));
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
    }

    void aTakenLocatorIsNotOverwritten() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        QVERIFY(s.mailbox->deposit(s.deposit).ok()); // the answer was lost
        Deposit again = s.deposit;
        again.package = {9};
        again = signDeposit(again, s.patient);
        QCOMPARE(s.mailbox->deposit(again).error().code, ErrorCode::MailboxRefusedDeposit);
        again.locator.bytes[0] ^= 1U; // one package a grant
        again = signDeposit(again, s.patient);
        QCOMPARE(s.mailbox->deposit(again).error().code, ErrorCode::MailboxRefusedDeposit);
        s.redeem();
        QVERIFY(*s.mailbox->collect(s.request(s.clinic, s.desk)) == s.deposit.package);
    }

    // Invented identities filled every mailbox for 366 days.
    void inventedIdentitiesFillLittleAndNotForLong() {
        Scene s;
        s.make(longestGrant - 10);
        MailboxLimits limits;
        limits.packagesPerSource = 5;
        limits.bytesPerSource = 1000;
        limits.bytesPerAudience = 1900;
        const auto open = [&] {
            s.mailbox = openDirectoryMailbox(s.folder(), *s.ledger, s.clock, limits).value();
        };
        open();
        const auto taken = [&](std::size_t bytes, const char *source) {
            return s.mailbox->deposit(s.invented(bytes, source)).ok();
        };
        for (int i = 0; i < 5; ++i) QVERIFY(taken(10, "192.0.2.1"));
        QVERIFY(!taken(10, "192.0.2.1"));
        QVERIFY(taken(900, "192.0.2.2"));
        QVERIFY(!taken(101, "192.0.2.2"));
        QVERIFY(taken(900, "192.0.2.3"));
        QVERIFY(!taken(51, "192.0.2.4")); // the clinic's own room
        QVERIFY(taken(50, "192.0.2.4"));
        open(); // what lies there counts, whoever brought it
        QVERIFY(!taken(1, "192.0.2.5"));
        s.clock.advance(UnixTime{14} * 86400 - 1);
        QCOMPARE(*s.mailbox->sweep(), std::size_t{0});
        s.clock.advance(1);
        QCOMPARE(*s.mailbox->sweep(), std::size_t{8});
        QCOMPARE(s.filesLeft(), std::size_t{0});
        QVERIFY(taken(900, "192.0.2.2"));
    }

    // A standing grant's package stays between its redemptions; what was dropped is left again.
    void whatWasDroppedIsLeftAgain() {
        Scene s;
        s.grant.open.uses = 3;
        s.make(UnixTime{30} * 86400);
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        s.clock.advance(UnixTime{14} * 86400);
        QCOMPARE(*s.mailbox->sweep(), std::size_t{1});
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        s.redeem();
        s.clock.advance(UnixTime{6} * 86400);
        QCOMPARE(*s.mailbox->sweep(), std::size_t{0});
        QCOMPARE(s.refusal(s.request(s.clinic, s.desk)), ErrorCode::CollectionRefused);
        s.redeem();
        QCOMPARE(s.refusal(s.request(s.clinic, s.desk)), ErrorCode::None);
        s.clock.advance(UnixTime{10} * 86400);
        QCOMPARE(*s.mailbox->sweep(), std::size_t{1});
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
                 ErrorCode::InboxRefusedMessage);
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
        limits.inboxes.leastCharge = 1;
        limits.inboxes.bytesPerInbox = 1000;
        limits.inboxes.messagesPerInbox = 5;
        limits.inboxes.bytes = 1500;
        limits.inboxes.bytesPerSource = 300;
        auto box = openDirectoryMailbox(s.folder(), *s.ledger, s.clock, limits).value();
        const auto refused = [&](const SealKey &inbox, std::size_t bytes) {
            const auto done = box->post(inbox, Bytes(bytes));
            return !done.ok() && done.error().code == ErrorCode::InboxRefusedMessage;
        };
        QVERIFY(box->post(s.clinic.sealing, Bytes(600)).ok());
        QVERIFY(refused(s.clinic.sealing, 401));
        QVERIFY(box->post(s.clinic.sealing, Bytes(400)).ok());
        // The others' room is what is left of all.
        QVERIFY(refused(s.other.sealing, 501));
        for (std::uint8_t i = 0; i < 5; ++i) QVERIFY(box->post(s.other.sealing, Bytes(10, i)).ok());
        QVERIFY(box->post(s.other.sealing, Bytes(10, 3)).ok()); // again: it lies there once
        QVERIFY(refused(s.other.sealing, 11));
        // Another process counts what lies there already.
        box = openDirectoryMailbox(s.folder(), *s.ledger, s.clock, limits).value();
        QVERIFY(refused(sealKeyOf(*OpenKey::from(s.key().view())), 451));
        QCOMPARE(box->fetch(s.clinic.sealing)->size(), std::size_t{2});
        QCOMPARE(box->fetch(s.other.sealing)->size(), std::size_t{5});
        // What waited its time makes room again.
        s.clock.advance(limits.inboxes.life);
        QVERIFY(box->sweep().ok());
        QVERIFY(box->post(s.clinic.sealing, Bytes(900)).ok());
        // So much waits from one machine.
        QVERIFY(box->post(s.other.sealing, Bytes(200), "192.0.2.1").ok());
        QCOMPARE(box->post(s.other.sealing, Bytes(101), "192.0.2.1").error().code,
                 ErrorCode::InboxRefusedMessage);
        QVERIFY(box->post(s.other.sealing, Bytes(101), "192.0.2.2").ok());
    }

    // As many and as small as it likes: the inbox, and all of them, have room for others.
    void oneMachineFillsNoInboxForOthers() {
        Scene s;
        MailboxLimits limits;
        limits.inboxes.messagesPerInbox = 40;
        limits.inboxes.messagesOfSourceInInbox = 10;
        limits.inboxes.messages = 100;
        limits.inboxes.messagesPerSource = 15;
        const auto open = [&] {
            return openDirectoryMailbox(s.folder(), *s.ledger, s.clock, limits).value();
        };
        auto box = open();
        const auto taken = [&](const SealKey &inbox, const char *from, int count) {
            int out = 0;
            for (int i = 0; i < count; ++i)
                out += box->post(inbox, randomFixed<OrganisationId>(s.random).view(), from).ok()
                           ? 1
                           : 0;
            return out;
        };
        QCOMPARE(taken(s.clinic.sealing, "192.0.2.1", 30), 10);
        box = open(); // a start forgets nothing of it
        QCOMPARE(taken(s.clinic.sealing, "192.0.2.1", 5), 0);
        QCOMPARE(taken(s.clinic.sealing, "192.0.2.2", 5), 5);
        QCOMPARE(taken(s.other.sealing, "192.0.2.1", 10), 5);
        QCOMPARE(taken(s.other.sealing, "192.0.2.2", 10), 10);
        s.clock.advance(limits.inboxes.life);
        QVERIFY(box->sweep().ok());
        QCOMPARE(taken(s.clinic.sealing, "192.0.2.1", 10), 10);
        // What is small costs a place all the same.
        limits.inboxes.bytesPerSource = 20 * limits.inboxes.leastCharge;
        limits.inboxes.messagesPerSource = 1000;
        box = open();
        QCOMPARE(taken(s.other.sealing, "192.0.2.1", 10), 10);
        QCOMPARE(taken(sealKeyOf(*OpenKey::from(s.key().view())), "192.0.2.1", 1), 0);
    }

    // By bytes, in the proportion that is in use: three machines leave room for a fourth.
    void fourMachinesFillAnInboxWithBytes() {
        Scene s;
        const InboxLimits limits;
        constexpr std::uint64_t part = 64;
        MailboxLimits small;
        small.inboxes.bytesPerInbox /= part;
        small.inboxes.bytesOfSourceInInbox /= part;
        const auto box = openDirectoryMailbox(s.folder(), *s.ledger, s.clock, small).value();
        std::uint8_t made = 0;
        const auto taken = [&](const std::string &from) {
            std::uint64_t out = 0;
            for (int i = 0; i < 7; ++i) {
                const Bytes message((std::size_t{4} << 20U) / part, ++made);
                if (box->post(s.clinic.sealing, message, from)) out += message.size();
            }
            return out;
        };
        for (const char *from : {"192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4"})
            QCOMPARE(taken(from), limits.bytesPerInbox / 4 / part);
        QCOMPARE(taken("192.0.2.5"), std::uint64_t{0});
        // Of all inboxes a tenth at most.
        QVERIFY(limits.bytesPerSource <= limits.bytes / 10);
        QVERIFY(limits.messagesPerSource <= limits.messages / 10);
        QVERIFY(limits.messagesOfSourceInInbox <= limits.messagesPerInbox / 4);
    }
};

APRICOT_TEST(TestMailbox)
#include "test_mailbox.moc"
