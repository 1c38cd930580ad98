// SPDX-License-Identifier: GPL-3.0-or-later
// What the file keeps of the tree: the last versions whole, of earlier ones no node more than the
// present needs, whoever wrote down what was replaced.
#include "base/file.h"
#include "crypto/crypto.h"
#include "ledger/store_lmdb.h"
#include "write_block.h"

#include "program/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <lmdb.h>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace apricot;

namespace {

constexpr std::uint64_t kept = 4;

Bytes number(std::uint64_t value) {
    Bytes out;
    append(out, bigEndian<8>(value));
    return out;
}

struct Scene {
    QTemporaryDir folder;
    std::shared_ptr<Store> store;
    NodeRef root;
    Height height = 0;
    std::vector<NodeRef> roots; // of each height, from 1
    std::mt19937_64 random{11};

    Scene() { open(); }
    void open() {
        EmbeddedOptions options;
        options.versionsKept = kept;
        store = openLmdbStore(folder.path().toStdString(), options).value();
    }
    bool write(std::size_t changes) {
        Writes writes;
        for (std::size_t i = 0; i < changes; ++i) {
            auto &value = writes[number(random() % 500)];
            if (random() % 4 != 0) value = number(random());
        }
        ++height;
        const auto done = writeBlock(*store, root, height, writes);
        roots.push_back(root);
        return done.ok();
    }
    // The keys of a version, or none where a node of it is missing.
    std::optional<std::uint64_t> keysAt(const NodeRef &version) {
        std::optional<std::uint64_t> out;
        const auto looked = store->read([&](const CommittedState &at) -> Result<> {
            APRICOT_TRY_ASSIGN(keys, checkTree(at, version));
            out = keys;
            return {};
        });
        return looked.ok() ? out : std::nullopt;
    }
    // `look` at the file itself, the store closed meanwhile.
    void raw(const std::function<void(MDB_txn *, MDB_dbi nodes, MDB_dbi replaced)> &look) {
        store.reset();
        MDB_env *env = nullptr;
        MDB_txn *txn = nullptr;
        MDB_dbi nodes = 0, replaced = 0;
        QVERIFY(mdb_env_create(&env) == 0 && mdb_env_set_maxdbs(env, 8) == 0);
        QCOMPARE(mdb_env_set_mapsize(env, std::size_t{64} << 20U), 0);
        QCOMPARE(mdb_env_open(env, qPrintable(folder.path()), MDB_NOTLS, 0600), 0);
        QCOMPARE(mdb_txn_begin(env, nullptr, 0, &txn), 0);
        QCOMPARE(mdb_dbi_open(txn, "nodes", 0, &nodes), 0);
        QCOMPARE(mdb_dbi_open(txn, "replaced", 0, &replaced), 0);
        look(txn, nodes, replaced);
        QCOMPARE(mdb_txn_commit(txn), 0);
        mdb_env_close(env);
        open();
    }
    std::size_t nodesInFile() {
        std::size_t out = 0;
        raw([&](MDB_txn *txn, MDB_dbi nodes, MDB_dbi) {
            MDB_stat stat{};
            if (mdb_stat(txn, nodes, &stat) == 0) out = stat.ms_entries;
        });
        return out;
    }
};

} // namespace

class TestStoreLmdb : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    // Bytes of the file changed at random: nobody waits for ever. Each in a process of its own,
    // since LMDB, which checks no page, can end one (SECURITY.md).
    void aDamagedFileIsNotWaitedFor() {
        Scene s;
        for (int i = 0; i < 30; ++i) QVERIFY(s.write(1 + s.random() % 40));
        s.store.reset();
        const auto file = std::filesystem::path(s.folder.path().toStdString()) / "data.mdb";
        const auto whole = readFile(file, 1U << 30U);
        QVERIFY(whole.ok());
        const auto everything = [&](const CommittedState &at) -> Result<> {
            APRICOT_TRY(at.eachValue([](ByteView, ByteView) -> Result<bool> { return true; }));
            APRICOT_TRY(checkTree(at, s.root));
            APRICOT_TRY(at.height());
            return {};
        };
        std::mt19937 random(6);
        int refused = 0;
        for (int round = 0; round < 200; ++round) {
            Bytes damaged = *whole;
            for (int i = 0; i < 60; ++i)
                damaged[random() % damaged.size()] = static_cast<std::uint8_t>(random());
            std::filesystem::remove(file);
            QVERIFY(writeFile(file, damaged).ok());
            const pid_t child = ::fork();
            if (child == 0) {
                for (const int ended : {SIGSEGV, SIGBUS, SIGABRT}) std::signal(ended, SIG_DFL);
                ::alarm(10);
                const auto store = openLmdbStore(s.folder.path().toStdString(), {});
                ::_exit(store && (*store)->read(everything).ok() ? 0 : 1);
            }
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QVERIFY2(!WIFSIGNALED(status) || WTERMSIG(status) != SIGALRM,
                     qPrintable(QStringLiteral("round %1").arg(round)));
            refused += WIFEXITED(status) ? WEXITSTATUS(status) : 0;
        }
        QVERIFY2(refused > 100, qPrintable(QString::number(refused)));
        qInfo("%d of 200 refused", refused);
    }

    void aBlockOfManyTransactionsComesBack() {
        Scene s;
        const std::vector<Bytes> transactions(10'000, Bytes(900, 7));
        const auto done =
            s.store->write([&](const CommittedState &) -> Result<std::optional<Block>> {
                Block block;
                block.header.height = 1;
                block.stored.transactions = transactions;
                return std::optional<Block>(std::move(block));
            });
        QVERIFY(done.ok());
        QVERIFY(s.store
                    ->read([&](const CommittedState &at) -> Result<> {
                        APRICOT_TRY_ASSIGN(block, at.block(1));
                        return block && block->transactions == transactions
                                   ? Result<>()
                                   : ledgerDamaged("another block");
                    })
                    .ok());
    }

    void theLastVersionsAreWhole() {
        Scene s;
        for (int i = 0; i < 60; ++i) QVERIFY(s.write(1 + s.random() % 40));
        for (std::size_t i = s.roots.size() - kept; i < s.roots.size(); ++i)
            QVERIFY(s.keysAt(s.roots[i]).has_value());
        QVERIFY(!s.keysAt(s.roots[s.roots.size() - kept - 5]).has_value());
        // Nothing changes for a while: what remains is what the present needs. A tree in which
        // every branch has two sides has a branch fewer than leaves; lone sides add some.
        for (std::uint64_t i = 0; i < kept; ++i) QVERIFY(s.write(0));
        const std::uint64_t keys = *s.keysAt(s.root);
        const std::size_t nodes = s.nodesInFile();
        QVERIFY2(nodes >= 2 * keys - 1 && nodes < 3 * keys, qPrintable(QString::number(nodes)));
        QCOMPARE(*s.keysAt(s.root), keys);
    }

    // A node each in an entry of its own, as earlier programs wrote it.
    void whatEarlierProgramsReplacedGoesToo() {
        Scene one, other;
        for (int i = 0; i < 10; ++i) {
            QVERIFY(one.write(20));
            QVERIFY(other.write(20));
        }
        other.raw([](MDB_txn *txn, MDB_dbi, MDB_dbi replaced) {
            std::vector<std::pair<Bytes, Bytes>> lists;
            MDB_cursor *cursor = nullptr;
            QCOMPARE(mdb_cursor_open(txn, replaced, &cursor), 0);
            MDB_val key{}, value{};
            const auto copy = [](const MDB_val &of) {
                const auto *at = static_cast<const std::uint8_t *>(of.mv_data);
                return Bytes(at, at + of.mv_size);
            };
            while (mdb_cursor_get(cursor, &key, &value, MDB_NEXT) == 0)
                lists.emplace_back(copy(key), copy(value));
            mdb_cursor_close(cursor);
            QVERIFY(lists.size() >= kept - 1);
            QCOMPARE(mdb_drop(txn, replaced, 0), 0);
            MDB_val nothing{0, nullptr};
            for (const auto &[version, list] : lists)
                for (std::size_t at = 0; at < list.size(); at += 1 + list[at]) {
                    Bytes entry = version;
                    append(entry, ByteView(list).subspan(at + 1, list[at]));
                    MDB_val k{entry.size(), entry.data()};
                    QCOMPARE(mdb_put(txn, replaced, &k, &nothing, 0), 0);
                }
        });
        for (std::uint64_t i = 0; i < 2 * kept; ++i) {
            QVERIFY(one.write(3));
            QVERIFY(other.write(3));
        }
        QVERIFY(one.root == other.root);
        QCOMPARE(other.nodesInFile(), one.nodesInFile());
        QCOMPARE(other.keysAt(other.root), one.keysAt(one.root));
    }
};

APRICOT_TEST(TestStoreLmdb)
#include "test_store_lmdb.moc"
