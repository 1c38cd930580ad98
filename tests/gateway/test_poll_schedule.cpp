// SPDX-License-Identifier: GPL-3.0-or-later
// When a phone looks after what it watches, on played time.
#include "crypto/system_random.h"
#include "gateway/poll_schedule.h"
#include "program/test_program.h"

#include <QtTest>
#include <map>
#include <set>

using namespace apricot;
using namespace apricot::gateway;

class TestPollSchedule : public QObject {
    Q_OBJECT
    FixedClock m_clock{1'800'000'000};
    SeededRandom m_random{11};

    // What is taken within so many seconds, second by second.
    std::vector<std::pair<UnixTime, std::string>> play(PollSchedule &schedule, UnixTime seconds) {
        std::vector<std::pair<UnixTime, std::string>> out;
        for (const UnixTime end = m_clock.now() + seconds; m_clock.now() < end; m_clock.advance(1))
            while (const auto one = schedule.take()) out.emplace_back(m_clock.now(), *one);
        return out;
    }

  private Q_SLOTS:
    // In each turn one relationship, and each of its things once in the first quarter of an hour:
    // two relationships never within one. In a round each relationship.
    void oneRelationshipAloneInATurn() {
        PollSchedule schedule(m_clock, m_random);
        QVERIFY(!schedule.next() && !schedule.take());
        const PollSchedule::Watched watched{
            {"a", {"a1", "a2", "a3"}}, {"b", {"b1"}}, {"c", {"c1", "c2"}}, {"none", {}}};
        schedule.watch(watched);
        QVERIFY(!schedule.take()); // nothing at once
        std::set<std::string> orders;
        for (int round = 0; round < 100; ++round) {
            std::map<std::string, int> times;
            std::string order;
            for (int turn = 0; turn < 3; ++turn) {
                std::set<char> whose;
                const UnixTime begun = m_clock.now();
                for (const auto &[at, what] : play(schedule, PollSchedule::turn)) {
                    QVERIFY(at >= begun && at < begun + PollSchedule::within);
                    whose.insert(what.front());
                    ++times[what];
                    schedule.watch(watched); // as after each look
                }
                QCOMPARE(whose.size(), std::size_t{1});
                order += *whose.begin();
            }
            QCOMPARE(times.size(), std::size_t{6});
            for (const auto &[what, n] : times) QCOMPARE(n, 1);
            orders.insert(order);
        }
        QCOMPARE(orders.size(), std::size_t{6}); // in any order
    }

    // A session of a few minutes, again and again: as often as chance has it something is asked.
    void openingAsksNothingAtOnce() {
        int asked = 0;
        for (int i = 0; i < 400; ++i) {
            PollSchedule schedule(m_clock, m_random);
            schedule.watch({{"a", {"a"}}, {"b", {"b"}}});
            asked += static_cast<int>(play(schedule, 90).size());
        }
        QVERIFY2(asked > 15 && asked < 65, qPrintable(QString::number(asked))); // about a tenth
    }

    // The record locks itself after minutes: opening it again asks about nobody else.
    void lockingDoesNotMakeItAnothersTurn() {
        const PollSchedule::Watched watched{{"a", {"a"}}, {"b", {"b"}}, {"c", {"c"}}};
        std::set<std::string> seen;
        for (int i = 0; i < 50; ++i) {
            PollSchedule schedule(m_clock, m_random);
            std::set<std::string> asked;
            for (int minutes = 0; minutes < 30; minutes += 3) {
                schedule.watch(watched);
                for (const auto &one : play(schedule, 180)) asked.insert(one.second);
                schedule.watch({});
                QVERIFY(!schedule.next() && !schedule.take());
            }
            QCOMPARE(asked.size(), std::size_t{1});
            seen.merge(asked);
        }
        QCOMPARE(seen.size(), std::size_t{3});
    }

    void whoeverSleptAsksNothingAtOnce() {
        PollSchedule schedule(m_clock, m_random);
        schedule.watch({{"one", {"a", "b", "c", "d", "e", "f"}}});
        m_clock.advance(UnixTime{8} * 3600);
        QVERIFY(!schedule.take());
        QVERIFY(*schedule.next() > m_clock.now()
                && *schedule.next() <= m_clock.now() + PollSchedule::within);
        m_clock.advance(-UnixTime{24} * 3600); // set back
        QVERIFY(!schedule.take());
        QVERIFY(*schedule.next() <= m_clock.now() + PollSchedule::within);
    }

    void whatIsWatchedKeepsItsMoment() {
        PollSchedule schedule(m_clock, m_random);
        schedule.watch({{"one", {"a"}}});
        const auto moment = schedule.next();
        for (int i = 0; i < 5; ++i) schedule.watch({{"one", {"a"}}});
        QVERIFY(schedule.next() == moment);
        schedule.watch({{"one", {"b"}}});
        schedule.watch({});
        QVERIFY(!schedule.next());
    }
};

APRICOT_TEST(TestPollSchedule)
#include "test_poll_schedule.moc"
