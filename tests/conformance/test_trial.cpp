// SPDX-License-Identifier: GPL-3.0-or-later
// A judge in a process of its own: its verdict, its crash, its hang, its greed.
#include "conformance/trial.h"
#include "program/test_program.h"

#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace apricot::conformance;

class TestTrial : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aVerdictComesBack() {
        const Verdict verdict = tryInChild([] { return Verdict{Kind::Refused, "说明"}; }, {});
        QCOMPARE(verdict.kind, Kind::Refused);
        QCOMPARE(verdict.reason, std::string("说明"));
    }
    void aCrashIsAVerdict() {
        const Verdict verdict = tryInChild(
            []() -> Verdict {
                raise(SIGSEGV);
                return {};
            },
            {});
        // A sanitizer ends the process in its own way.
        QCOMPARE(verdict.kind, Kind::Crash);
        QVERIFY(!verdict.reason.empty());
    }
    void aQuietExitIsACrash() {
        const Verdict verdict = tryInChild([]() -> Verdict { _exit(0); }, {});
        QCOMPARE(verdict.kind, Kind::Crash);
    }
    void aHangIsAVerdict() {
        const Verdict verdict = tryInChild(
            []() -> Verdict {
                for (;;) pause();
            },
            {1, 1ULL << 30U});
        QCOMPARE(verdict.kind, Kind::Hang);
    }
    void greedIsACrash() {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("address space is not limited under a sanitizer");
#endif
        const Verdict verdict = tryInChild(
            []() -> Verdict {
                const std::string much(4ULL << 30U, 'x');
                return {Kind::Ok, much.substr(0, 1)};
            },
            {10, 1ULL << 30U});
        QCOMPARE(verdict.kind, Kind::Crash);
    }
};

APRICOT_TEST(TestTrial)
#include "test_trial.moc"
