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
    void eachIsLookedAtWithinAQuarterOfAnHour() {
        PollSchedule schedule(m_clock, m_random);
        QVERIFY(!schedule.next() && !schedule.take());
        schedule.watch({"a", "b", "c"});
        QVERIFY(!schedule.take()); // nothing at once
        const UnixTime start = m_clock.now();
        std::map<std::string, UnixTime> last{{"a", start}, {"b", start}, {"c", start}};
        std::map<std::string, int> times;
        for (const auto &[at, what] : play(schedule, UnixTime{6} * 3600)) {
            QVERIFY(at > last[what] && at <= last[what] + PollSchedule::within);
            last[what] = at;
            ++times[what];
        }
        // On the average each half of it: 48 in six hours.
        for (const auto &[what, n] : times) QVERIFY2(n > 30 && n < 75, what.c_str());
        QCOMPARE(times.size(), std::size_t{3});
    }

    // Opened a hundred times: two of a person are near each other as often as chance has it.
    void openingAsksNothingTogether() {
        int near = 0;
        for (int i = 0; i < 400; ++i) {
            PollSchedule schedule(m_clock, m_random);
            schedule.watch({"a", "b"});
            const auto taken = play(schedule, PollSchedule::within + 1);
            const auto first = [&](const char *what) {
                return std::ranges::find(taken, what, [](const auto &t) { return t.second; })
                    ->first;
            };
            near += std::abs(first("a") - first("b")) <= 45 ? 1 : 0;
        }
        QVERIFY2(near > 15 && near < 65, qPrintable(QString::number(near))); // about a tenth
    }

    void whoeverSleptAsksNothingAtOnce() {
        PollSchedule schedule(m_clock, m_random);
        schedule.watch({"a", "b", "c", "d", "e", "f"});
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
        schedule.watch({"a"});
        const auto moment = schedule.next();
        for (int i = 0; i < 5; ++i) schedule.watch({"a"});
        QVERIFY(schedule.next() == moment);
        schedule.watch({"b"});
        schedule.watch({});
        QVERIFY(!schedule.next());
    }

    void anOrderOfChanceIsEachOnce() {
        std::set<std::vector<std::size_t>> seen;
        for (int i = 0; i < 300; ++i) {
            auto order = shuffled(4, m_random);
            seen.insert(order);
            std::ranges::sort(order);
            QVERIFY(order == (std::vector<std::size_t>{0, 1, 2, 3}));
        }
        QCOMPARE(seen.size(), std::size_t{24});
    }
};

APRICOT_TEST(TestPollSchedule)
#include "test_poll_schedule.moc"
