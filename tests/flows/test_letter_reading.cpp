// SPDX-License-Identifier: GPL-3.0-or-later
// What a hostile letter costs: a line a day, and one reading at most. A real process runs out of
// memory.
#include "letter_scene.h"

#include <QTest>

#include <exception>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace apricot;
using apricot::test::observation;
using apricot::test::Scene;

class TestLetterReading : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void aFloodOfForgeriesIsALineADay() {
        Scene s;
        const auto visit = s.visit(s.clinic);
        for (std::uint8_t i = 0; i < 20; ++i) {
            s.post(visit, Bytes{1, 2, i});
            QCOMPARE(s.fetch().size(), std::size_t{1});
        }
        QCOMPARE(s.logged("letter-refused"), std::size_t{1});
        s.clock.advance(86400);
        s.post(visit, Bytes{1, 2, 30});
        QCOMPARE(s.fetch().size(), std::size_t{1});
        QCOMPARE(s.logged("letter-refused"), std::size_t{2});
        QVERIFY(s.vault->log({1, std::nullopt})->front().body.find(":20}") != std::string::npos);
        QCOMPARE(arrived(*s.vault)->size(), std::size_t{21});
        // What no mailbox keeps any more needs no memory either.
        s.clock.advance(UnixTime{93} * 86400);
        (void)s.fetch();
        QCOMPARE(arrived(*s.vault)->size(), std::size_t{0});
    }

    void aLetterThatEndsTheProgramIsReadOnce() {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("the address sanitizer needs all the addresses there are");
#endif
        Scene s;
        const auto visit = s.visit(s.clinic);
        Bytes noise(300'000);
        s.random.fill(noise);
        const std::string large = "{\"resourceType\":\"Basic\",\"note\":\"" + toHex(noise)
                                  + std::string(16U << 20U, 'a') + "\"}";
        s.post(visit, *signLetter(s.letterFor(visit, large), s.clinic.signing));
        s.ledger->away = true; // LMDB is not for a forked process
        const auto killed = [&] {
            s.vault.reset();
            const pid_t child = ::fork();
            // Not to be caught by the test's own frame.
            const auto inChild = [&]() noexcept {
                auto vault = Vault::open(s.path("vault"), Scene::passphrase(), s.random, s.clock);
                std::ifstream statm("/proc/self/statm");
                rlim_t pages = 0;
                statm >> pages;
                const rlim_t most = pages * 4096 + (8U << 20U);
                const rlimit limit{most, most};
                if (!vault || ::setrlimit(RLIMIT_AS, &limit) != 0) ::_exit(1);
                std::set_terminate([] { ::_exit(9); });
                const auto got = fetchInbox(**vault, s.wallet, *s.ledger, *s.mailbox, s.clock);
                ::_exit(got ? 0 : 2);
            };
            if (child == 0) inChild();
            int status = 0;
            ::waitpid(child, &status, 0);
            s.vault = Vault::open(s.path("vault"), Scene::passphrase(), s.random, s.clock).value();
            return WEXITSTATUS(status);
        };
        QCOMPARE(killed(), 9);
        QCOMPARE(killed(), 0); // the same process with the same memory: it goes on behind it
        s.ledger->away = false;
        QVERIFY(s.write(visit, s.clinic, observation("after", "5.20")).ok());
        const auto news = s.fetch();
        QCOMPARE(news.size(), std::size_t{1});
        QVERIFY(news[0].sender.state == LetterState::Verified);
        const auto all = *arrived(*s.vault);
        QCOMPARE(all.size(), std::size_t{2});
        QVERIFY(std::ranges::any_of(all, [](const News &one) {
            return one.sender.state == LetterState::Unreadable && one.records.empty();
        }));
        QCOMPARE(s.logged("letter-unreadable"), std::size_t{1});
        QVERIFY(s.fetch().empty());
    }
};

QTEST_APPLESS_MAIN(TestLetterReading)
#include "test_letter_reading.moc"
