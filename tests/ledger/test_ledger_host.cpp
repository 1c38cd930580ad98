// SPDX-License-Identifier: GPL-3.0-or-later
// The embedded ledger: races of threads and of processes, kills, full and damaged files.
#include <QTemporaryDir>
#include <QTest>

#include "parties.h"

#include "crypto/crypto.h"
#include "ledger/embedded_ledger.h"
#include "ledger/header.h"
#include "ledger/memory_ledger.h"
#include "ledger/receipt.h"
#include "program/test_program.h"

#include <csignal>
#include <filesystem>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace apricot;

namespace {

struct Folder : Parties {
    QTemporaryDir dir;
    std::filesystem::path path = dir.filePath(QStringLiteral("ledger")).toStdString();
    std::unique_ptr<Ledger> open(const EmbeddedOptions &options = {}) {
        auto ledger = openEmbeddedLedger(path, clock, options);
        if (!ledger)
            qFatal("%s %s", std::string(nameOf(ledger.error().code)).c_str(),
                   ledger.error().detail.c_str());
        return std::move(ledger).value();
    }
    std::unique_ptr<Ledger> create(const EmbeddedOptions &options = {}) {
        auto ledger = createEmbeddedLedger(path, genesis(), clock, random, options);
        if (!ledger) qFatal("create: %s", ledger.error().detail.c_str());
        const auto done = (*ledger)->submit(signedBy(admin, RegisterOrganisation{organisation()}));
        if (!done || !done->accepted()) qFatal("register");
        return std::move(ledger).value();
    }
};

} // namespace

class TestLedgerHost : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void aRangeOfBlocksIsReadWithoutTheChain() {
        Folder f;
        auto ledger = f.create(); // genesis and one block
        for (int i = 0; i < 5; ++i) {
            Organisation more = f.organisation();
            more.id = randomFixed<OrganisationId>(f.random);
            QVERIFY(ledger->submit(f.signedBy(f.admin, RegisterOrganisation{more}))->accepted());
        }
        ledger.reset();
        const auto hosted = openEmbeddedLedger(f.path, f.clock);
        QVERIFY(hosted.ok());
        const auto range = [&](Height from, std::size_t most, std::size_t bytes) {
            return (*hosted)->blocksFrom(from, most, bytes)->size();
        };
        QCOMPARE(range(1, 100, 1U << 20U), 7U);
        QCOMPARE(range(3, 2, 1U << 20U), 2U);
        QCOMPARE(range(3, 100, 1), 1U); // the one that is larger than that, so that it goes on
        QCOMPARE(range(7, 100, 1U << 20U), 1U);
        QCOMPARE(range(8, 100, 1U << 20U), 0U);
        QCOMPARE(range(INT64_MAX, 100, 1U << 20U), 0U);
        QVERIFY((*(*hosted)->blocksFrom(1, 1, 1))[0].transactions.empty());
        QVERIFY(
            (*hosted)->submit(f.signedBy(f.admin, RegisterOrganisation{f.organisation()})).ok());
    }

    void createsOnceAndOpensAgain() {
        Folder f;
        QCOMPARE(openEmbeddedLedger(f.path, f.clock).error().code, ErrorCode::LedgerMissing);
        const VerifyKey key = *f.create()->ledgerKey();
        QCOMPARE(createEmbeddedLedger(f.path, f.genesis(), f.clock, f.random).error().code,
                 ErrorCode::LedgerExists);
        const auto ledger = f.open();
        QVERIFY(*ledger->ledgerKey() == key);
        QCOMPARE(ledger->chainId(), f.chainId);
        QCOMPARE(std::filesystem::status(f.path / "ledger.key").permissions(),
                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    }

    // The same transactions lead to the same root, whoever hosts them.
    void bothHostsReachTheSameRoots() {
        Folder f;
        const auto disk = f.create();
        auto memory = createMemoryLedger(f.genesis(), f.clock, f.random);
        std::vector<Bytes> all;
        const auto copy =
            disk->watch(0, [&](const LedgerEvent &event) { all.push_back(event.transaction); });
        for (int i = 0; i < 20; ++i) QVERIFY(disk->submit(f.redeem(f.publicPart(f.grant()))).ok());
        for (const Bytes &transaction : all) QVERIFY((*memory)->submit(transaction)->accepted());
        const auto rootOf = [&](Ledger &ledger) {
            return verifyHeader(ledger.query(consortiumKey())->header, *ledger.ledgerKey(),
                                f.chainId)
                ->stateRoot;
        };
        QVERIFY(rootOf(*disk) == rootOf(**memory));
        QCOMPARE(all.size(), std::size_t{21});
    }

    void manyThreadsRedeemOnce() {
        Folder f;
        const auto first = f.create();
        const auto second = f.open();
        const Bytes part = f.publicPart(f.grant());
        std::vector<Bytes> attempts;
        for (int i = 0; i < 16; ++i) attempts.push_back(f.redeem(part));
        std::atomic<int> won = 0;
        std::atomic<int> usedUp = 0;
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < attempts.size(); ++i)
            threads.emplace_back([&, i] {
                const auto outcome = (i % 2 ? first : second)->submit(attempts[i]);
                if (outcome && outcome->accepted()) ++won;
                if (outcome && outcome->refusal == Refusal::GrantUsedUp) ++usedUp;
            });
        for (auto &thread : threads) thread.join();
        QCOMPARE(won.load(), 1);
        QCOMPARE(usedUp.load(), 15);
    }

    void manyProcessesRedeemOnce() {
        Folder f;
        f.create().reset();
        const Bytes part = f.publicPart(f.grant());
        std::vector<pid_t> children;
        for (int i = 0; i < 8; ++i) {
            const Bytes attempt = f.redeem(part);
            const pid_t child = ::fork();
            if (child == 0) {
                const auto outcome = f.open()->submit(attempt);
                ::_exit(!outcome ? 3 : outcome->accepted() ? 1 : 2);
            }
            children.push_back(child);
        }
        int won = 0;
        for (const pid_t child : children) {
            int status = 0;
            ::waitpid(child, &status, 0);
            QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) != 3);
            if (WEXITSTATUS(status) == 1) ++won;
        }
        QCOMPARE(won, 1);
    }

    // Whatever was told as committed before the kill is there after it.
    void survivesBeingKilledAnywhere() {
        Folder f;
        f.create().reset();
        const int rounds = qEnvironmentVariableIntValue("ROUNDS") > 0
                               ? qEnvironmentVariableIntValue("ROUNDS")
                               : 60;
        for (int round = 0; round < rounds; ++round) {
            int told[2];
            QVERIFY(::pipe(told) == 0);
            const pid_t child = ::fork();
            if (child == 0) {
                const auto ledger = f.open();
                for (;;) {
                    const auto outcome = ledger->submit(f.redeem(f.publicPart(f.grant())));
                    if (!outcome || !outcome->accepted()) ::_exit(1);
                    if (::write(told[1], &outcome->height, sizeof outcome->height) < 0) ::_exit(2);
                }
            }
            ::close(told[1]);
            ::usleep(static_cast<useconds_t>(3000 + (round * 7919) % 25000));
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            Height last = 0;
            Height next = 0;
            while (::read(told[0], &next, sizeof next) == ssize_t{sizeof next}) last = next;
            ::close(told[0]);
            const auto answer = f.open()->query(consortiumKey());
            QVERIFY(answer.ok());
            QVERIFY(answer->height >= last);
            f.random = SeededRandom(static_cast<std::uint64_t>(1000 + round)); // other grants
        }
    }

    void growsItsMapAndSaysWhenItMayNot() {
        Folder f;
        EmbeddedOptions small;
        small.firstMapSize = small.largestMapSize = 256U << 10U;
        {
            const auto ledger = f.create(small);
            ErrorCode code = ErrorCode::None;
            Height height = 0;
            for (int i = 0; i < 500 && code == ErrorCode::None; ++i) {
                height = ledger->query(consortiumKey())->height;
                const auto outcome = ledger->submit(f.redeem(f.publicPart(f.grant())));
                if (!outcome) code = outcome.error().code;
            }
            QCOMPARE(code, ErrorCode::LedgerUnavailable);
            QCOMPARE(ledger->query(consortiumKey())->height, height); // nothing changed
        }
        const auto ledger = f.open(); // with room
        for (int i = 0; i < 20; ++i)
            QVERIFY(ledger->submit(f.redeem(f.publicPart(f.grant())))->accepted());
    }

    void damageIsNamed() {
        Folder f;
        f.create().reset();
        const auto data = f.path / "data.mdb";
        std::filesystem::resize_file(data, 8192);
        QCOMPARE(openEmbeddedLedger(f.path, f.clock).error().code, ErrorCode::LedgerDamaged);
        std::filesystem::resize_file(data, 0);
        std::filesystem::resize_file(data, 65536);
        QCOMPARE(openEmbeddedLedger(f.path, f.clock).error().code, ErrorCode::LedgerDamaged);
        Folder g;
        g.create().reset();
        std::filesystem::resize_file(g.path / "ledger.key", 31);
        QCOMPARE(openEmbeddedLedger(g.path, g.clock).error().code, ErrorCode::LedgerDamaged);
    }
};

APRICOT_TEST(TestLedgerHost)
#include "test_ledger_host.moc"
