// SPDX-License-Identifier: GPL-3.0-or-later
// When a phone looks after what it watches, on played time.
#include "crypto/system_random.h"
#include "gateway/poll_schedule.h"
#include "program/test_program.h"

#include <QtTest>
#include <algorithm>
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

    // Nor about anything twice, or not at all: with it locked each few minutes each thing is asked
    // about once in its relationship's turn, as without.
    void lockingAsksNothingAgain_data() {
        QTest::addColumn<int>("minutes");
        for (const int minutes : {1, 3, 5, 7, 45})
            QTest::addRow("each %d minutes", minutes) << minutes;
    }
    void lockingAsksNothingAgain() {
        QFETCH(const int, minutes);
        const PollSchedule::Watched watched{
            {"a", {"a1", "a2", "a3"}}, {"b", {"b1", "b2", "b3"}}, {"c", {"c1", "c2", "c3"}}};
        PollSchedule schedule(m_clock, m_random);
        schedule.watch(watched);
        const UnixTime begun = m_clock.now();
        constexpr int rounds = 7; // each whole, by whatever number of minutes
        std::map<UnixTime, std::map<std::string, int>> asked; // by turn
        while (m_clock.now() < begun + UnixTime{rounds} * 3 * PollSchedule::turn) {
            for (const auto &[at, what] : play(schedule, UnixTime{minutes} * 60))
                ++asked[(at - begun) / PollSchedule::turn][what];
            const auto next = schedule.next();
            schedule.watch({});
            QVERIFY(!schedule.next() && !schedule.take());
            schedule.watch(watched);
            QVERIFY(schedule.next() == next);
        }
        std::map<std::string, int> times;
        for (const auto &[turn, things] : asked) {
            QCOMPARE(things.size(), std::size_t{3});
            for (const auto &[what, n] : things) {
                QCOMPARE(what.front(), things.begin()->first.front());
                QCOMPARE(n, 1);
                ++times[what];
            }
        }
        QCOMPARE(times.size(), std::size_t{9});
        for (const auto &[what, n] : times) QCOMPARE(n, rounds);
    }

    // Locked while moments went by: what missed its own gets another in what is left of the first
    // half, else waits for its next turn; nothing comes at once, or twice in a turn.
    void whatWasMissedWhileLockedIsNotAskedAtOnce() {
        const PollSchedule::Watched watched{{"a", {"a1", "a2", "a3"}}, {"b", {"b1", "b2", "b3"}}};
        int all = 0;
        for (int i = 0; i < 50; ++i) {
            PollSchedule schedule(m_clock, m_random);
            const UnixTime begun = m_clock.now();
            std::map<UnixTime, std::map<std::string, int>> asked;
            while (m_clock.now() < begun + 4 * PollSchedule::turn) {
                schedule.watch(watched);
                for (const auto &[at, what] : play(schedule, 180)) {
                    const UnixTime since = (at - begun) % PollSchedule::turn;
                    QVERIFY(since <= PollSchedule::within + PollSchedule::late);
                    QCOMPARE(++asked[(at - begun) / PollSchedule::turn][what], 1);
                    ++all;
                }
                schedule.watch({});
                m_clock.advance(120);
            }
            for (const auto &[turn, things] : asked)
                for (const auto &[what, n] : things)
                    QCOMPARE(what.front(), things.begin()->first.front());
        }
        // Of 3 in each of 4 turns: no more than were missed at its end.
        QVERIFY2(all > 50 * 12 * 8 / 10, qPrintable(QString::number(all)));
    }

    // A lock over the turn's end: then it is the next one's, from its opening on, whoever is left.
    void lockedOverTheTurnsEndItIsTheNextOnes() {
        const PollSchedule::Watched watched{{"a", {"a1", "a2", "a3"}}, {"b", {"b1", "b2", "b3"}}};
        for (int i = 0; i < 100; ++i) {
            PollSchedule schedule(m_clock, m_random);
            schedule.watch(watched);
            const auto before = play(schedule, 600);
            schedule.watch({});
            m_clock.advance(PollSchedule::turn);
            schedule.watch(watched);
            std::multiset<std::string> after;
            const auto rest = play(schedule, PollSchedule::within);
            for (const auto &one : rest) after.insert(one.second);
            const bool isA = rest.front().second.front() == 'a';
            QCOMPARE(after, isA ? (std::multiset<std::string>{"a1", "a2", "a3"})
                                : (std::multiset<std::string>{"b1", "b2", "b3"}));
            for (const auto &one : before) QVERIFY(one.second.front() != (isA ? 'a' : 'b'));
        }
    }

    // New of the one whose turn it is: in what is left of the first half. Of another, or too late:
    // in its next turn.
    void whatIsNewIsAskedAboutInWhatIsLeft() {
        for (int i = 0; i < 100; ++i) {
            PollSchedule schedule(m_clock, m_random);
            PollSchedule::Watched watched{{"a", {"a1", "a2"}}, {"b", {"b1", "b2"}}};
            schedule.watch(watched);
            const UnixTime begun = m_clock.now();
            auto asked = play(schedule, 120);
            for (auto &[whose, what] : watched) what.push_back(whose + "3");
            schedule.watch(watched);
            std::ranges::move(play(schedule, 1080), std::back_inserter(asked));
            for (auto &[whose, what] : watched) what.push_back(whose + "4");
            schedule.watch(watched); // too late
            std::ranges::move(play(schedule, 600), std::back_inserter(asked));
            const std::string whose(1, asked.front().second.front());
            std::map<std::string, UnixTime> at;
            for (const auto &[when, what] : asked) QVERIFY(at.emplace(what, when).second);
            // Unless both were asked about in the two minutes before it came.
            if (std::max(at[whose + "1"], at[whose + "2"]) >= begun + 120)
                QVERIFY(at[whose + "3"] >= begun + 120);
            else
                QVERIFY(!at.contains(whose + "3"));
            QVERIFY(at.size() <= 3 && !at.contains(whose + "4"));
            for (const auto &one : at) QCOMPARE(one.first.substr(0, 1), whose);
            QCOMPARE(play(schedule, PollSchedule::turn).size(), std::size_t{4}); // the other's
        }
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
