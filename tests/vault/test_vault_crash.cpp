// SPDX-License-Identifier: GPL-3.0-or-later
// A child imports and backs up and is killed at a random moment; the vault must then open, be
// whole, and hold every batch wholly or not at all. ROUNDS (environment; default 150) kills.
#include "crypto/crypto.h"
#include "crypto/system_random.h"
#include "program/test_program.h"
#include "sample_records.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace apricot;

namespace {

constexpr int batchSize = 40;

// Batches one after another, a backup after each, until killed.
[[noreturn]] void work(const std::filesystem::path &file, int round) {
    SystemRandom random;
    const FixedClock clock(1);
    auto vault = Vault::open(file, sample::passphrase("p"), random, clock);
    if (!vault) ::_exit(1);
    for (int b = 0;; ++b) {
        auto batch = (*vault)->beginImport();
        if (!batch) ::_exit(1);
        for (int i = 0; i < batchSize; ++i) {
            const std::string name =
                std::to_string(round) + "-" + std::to_string(b) + "-" + std::to_string(i);
            if (!(*batch)->add(sample::record(name, 1000 + i, "word"))) ::_exit(1);
        }
        if (!(*batch)->commit()) ::_exit(1);
        if (!(*vault)->backup(file.string() + ".backup", {}, Replace::Yes)) ::_exit(1);
    }
}

} // namespace

class TestVaultCrash : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void killedAnywhere() {
        QVERIFY(startCrypto().ok());
        const QTemporaryDir dir;
        const std::filesystem::path file = dir.filePath(QStringLiteral("v")).toStdString();
        SystemRandom random;
        const FixedClock clock(1);
        QVERIFY(Vault::create(file, sample::passphrase("p"), {}, random, clock).ok());
        const int rounds =
            qEnvironmentVariableIsSet("ROUNDS") ? qEnvironmentVariableIntValue("ROUNDS") : 150;
        std::uint64_t before = 0;
        int backups = 0;
        for (int round = 0; round < rounds; ++round) {
            const pid_t child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0) work(file, round);
            std::array<std::uint8_t, 2> r{};
            random.fill(r);
            ::usleep(100000 + (r[0] * 256U + r[1]) * 6U); // up to 0.5 s
            ::kill(child, SIGKILL);
            int status = 0;
            ::waitpid(child, &status, 0);
            QVERIFY2(WIFSIGNALED(status), "the child failed by itself");
            auto vault = Vault::open(file, sample::passphrase("p"), random, clock);
            QVERIFY2(vault.ok(), vault.ok() ? "" : nameOf(vault.error().code).data());
            QVERIFY((*vault)->checkIntegrity().ok());
            const auto count = *(*vault)->count({});
            QCOMPARE(count % batchSize, std::uint64_t{0});
            QVERIFY(count >= before);
            Filter filter;
            filter.text = "word";
            QCOMPARE(*(*vault)->count(filter), count); // the index with the records
            before = count;
            if (std::filesystem::exists(file.string() + ".backup")) { // whole, if it is there
                const std::filesystem::path to = file.string() + "-r";
                for (const char *end : {"", ".key"}) std::filesystem::remove(to.string() + end);
                QVERIFY(
                    Vault::restore(file.string() + ".backup", to, sample::passphrase("p")).ok());
                ++backups;
            }
        }
        QVERIFY2(before > 0 && backups > 0, "no batch was ever finished: the test shows nothing");
    }
};

APRICOT_TEST(TestVaultCrash)
#include "test_vault_crash.moc"
