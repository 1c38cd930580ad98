// SPDX-License-Identifier: GPL-3.0-or-later
// What inboxes hold of whom.
#include "crypto/crypto.h"
#include "crypto/hash.h"
#include "crypto/system_random.h"
#include "exchange/inbox_folder.h"

#include "program/test_program.h"

#include <atomic>
#include <set>
#include <thread>

#include <QTemporaryDir>
#include <QtTest>

using namespace apricot;

class TestInboxFolder : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    // By the folder, beside a node that serves it: the letter reached no phone until its next
    // start.
    void whatAnotherProcessPostsIsNoticed() {
        const QTemporaryDir dir;
        FixedClock clock{1'790'000'000};
        SeededRandom random{32};
        const auto at = dir.path().toStdString() + "/inboxes";
        InboxFolder node(at, clock, {}), program(at, clock, {});
        const auto inbox = randomFixed<SealKey>(random);
        const auto noticed = [&] { return node.notices({}, {})->notices.size(); };
        QCOMPARE(noticed(), std::size_t{0});
        for (std::uint8_t i = 1; i < 4; ++i) {
            QVERIFY(program.post(inbox, Bytes{i}, {}).ok());
            QCOMPARE(noticed(), std::size_t{i});
        }
        QVERIFY(node.post(inbox, Bytes{9}, "192.0.2.1").ok());
        QCOMPARE(noticed(), std::size_t{4});
    }

    // Two that post at once gave two messages one number: the second was never noticed nor swept.
    void twoThatPostAtOnceLoseNothing() {
        const QTemporaryDir dir;
        FixedClock clock{1'790'000'000};
        SeededRandom random{33};
        const auto at = dir.path().toStdString() + "/inboxes";
        constexpr std::size_t each = 60;
        InboxFolder one(at, clock, {}), two(at, clock, {});
        const auto inbox = randomFixed<SealKey>(random);
        std::atomic<std::size_t> taken{0};
        const auto write = [&](InboxFolder &to, std::uint8_t who, const std::string &machine) {
            for (std::uint8_t i = 0; i < each; ++i)
                if (to.post(inbox, Bytes{who, i}, machine)) ++taken;
        };
        std::thread program(write, std::ref(two), std::uint8_t{2}, std::string());
        write(one, 1, "192.0.2.1"); // by the port of the one that serves it
        program.join();
        QCOMPARE(taken.load(), 2 * each);
        for (InboxFolder *folder : {&one, &two}) {
            const auto fetched = folder->fetch(inbox);
            QCOMPARE(std::set<Bytes>(fetched->begin(), fetched->end()).size(), 2 * each);
            const auto noticed = folder->notices({}, {});
            QCOMPARE(noticed->notices.size(), 2 * each);
            for (const InboxNotice &notice : noticed->notices)
                QCOMPARE(folder->piece(notice.id, 0)->size(), std::size_t{2});
        }
        clock.advance(InboxLimits().life);
        one.sweep();
        QVERIFY(!std::filesystem::exists(std::filesystem::path(at)
                                         / toHex(sha256(inbox.view()).view())));
        // Numbers begin anew then, also for the one that had them in its index.
        QVERIFY(one.post(inbox, Bytes{9}, "192.0.2.1").ok());
        QCOMPARE(two.notices({}, {})->notices.size(), std::size_t{1});
        QCOMPARE(two.notices({}, {})->notices[0].id, sha256(Bytes{9}));
    }

    // One that sweeps takes away the folder that another is about to write into.
    void aSweepBesideAPostLosesNothing() {
        const QTemporaryDir dir;
        FixedClock early{1'790'000'000}, late{1'790'000'000 + InboxLimits().life};
        SeededRandom random{34};
        const auto at = dir.path().toStdString() + "/inboxes";
        InboxFolder old(at, early, {}), fresh(at, late, {});
        const auto inbox = randomFixed<SealKey>(random);
        std::atomic<bool> over{false};
        std::thread sweeper([&] {
            InboxFolder third(at, late, {});
            while (!over) third.sweep();
        });
        std::size_t lost = 0;
        for (std::uint8_t i = 0; i < 60; ++i)
            if (!old.post(inbox, Bytes{1, i}, {}) || !fresh.post(inbox, Bytes{2, i}, {})) ++lost;
        over = true;
        sweeper.join();
        QCOMPARE(lost, std::size_t{0});
        QCOMPARE(fresh.fetch(inbox)->size(), std::size_t{60});
        QCOMPARE(fresh.notices({}, {})->notices.size(), std::size_t{60});
    }

    // What two wrote under one number before they knew of each other gets one each.
    void twoUnderOneNumberAreBothNoticed() {
        const QTemporaryDir dir;
        FixedClock clock{1'790'000'000};
        SeededRandom random{35};
        const std::filesystem::path at(dir.path().toStdString() + "/inboxes");
        const auto inbox = randomFixed<SealKey>(random);
        QVERIFY(InboxFolder(at, clock, {}).post(inbox, Bytes{1}, {}).ok());
        const auto folder = at / toHex(sha256(inbox.view()).view());
        const Bytes other{2};
        QVERIFY(writeFile(folder
                              / ("000000000001-1790000000-" + toHex(sha256(other).view())
                                 + "-own.message"),
                          other)
                    .ok());
        InboxFolder box(at, clock, {});
        QCOMPARE(box.notices({}, {})->notices.size(), std::size_t{2});
        QVERIFY(box.post(inbox, Bytes{3}, {}).ok());
        QCOMPARE(box.notices({}, {})->notices.size(), std::size_t{3});
        clock.advance(InboxLimits().life);
        box.sweep();
        QVERIFY(!std::filesystem::exists(folder));
    }

    // Whoever posts by however many relays leaves half of an inbox, and three quarters of all.
    void whatIsCarriedLeavesRoomForWhatComesDirectly() {
        const QTemporaryDir dir;
        FixedClock clock{1'790'000'000};
        SeededRandom random{31};
        InboxLimits limits;
        limits.messagesPerInbox = 40;
        limits.messagesOfSourceInInbox = 10;
        limits.messagesCarriedInInbox = 20;
        limits.messages = 100;
        limits.messagesCarried = 25;
        const auto at = dir.path().toStdString() + "/inboxes";
        const auto open = [&] { return std::make_unique<InboxFolder>(at, clock, limits); };
        auto box = open();
        const auto one = randomFixed<SealKey>(random), two = randomFixed<SealKey>(random);
        const auto taken = [&](const SealKey &inbox, const std::string &from, int count) {
            int out = 0;
            for (int i = 0; i < count; ++i)
                if (box->post(inbox, randomFixed<Digest>(random).view(), from)) ++out;
            return out;
        };
        const auto relay = [](int number) {
            std::string out(carriedBy);
            out += "192.0.2." + std::to_string(number);
            return out;
        };
        QCOMPARE(taken(one, relay(1), 30), 10);
        QCOMPARE(taken(one, "192.0.2.1", 8), 8); // its own are not what it carries
        QCOMPARE(taken(one, relay(2), 30), 10);
        box = open(); // a start forgets nothing of it
        QCOMPARE(taken(one, relay(3), 30), 0);
        QCOMPARE(taken(one, "192.0.2.3", 30), 10);
        QCOMPARE(taken(two, relay(3), 30), 5); // of all inboxes
        QCOMPARE(taken(two, "192.0.2.3", 30), 10);
        clock.advance(limits.life);
        box->sweep();
        QCOMPARE(taken(two, relay(3), 30), 10);
        // By bytes too.
        limits.bytesCarriedInInbox = 15 * limits.leastCharge;
        limits.bytesCarried = 20 * limits.leastCharge;
        box = open();
        QCOMPARE(taken(two, relay(4), 30), 5);
        QCOMPARE(taken(one, relay(5), 30), 5);
        QCOMPARE(taken(one, "192.0.2.5", 30), 10);
    }
};

APRICOT_TEST(TestInboxFolder)
#include "test_inbox_folder.moc"
