// SPDX-License-Identifier: GPL-3.0-or-later
// What inboxes hold of whom.
#include "crypto/crypto.h"
#include "crypto/system_random.h"
#include "exchange/inbox_folder.h"

#include "program/test_program.h"

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
        const auto open = [&] {
            return std::make_unique<InboxFolder>(dir.path().toStdString(), clock, limits);
        };
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
