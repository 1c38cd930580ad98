// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/store_lmdb.h"

#include <algorithm>
#include <lmdb.h>
#include <mutex>
#include <shared_mutex>
#include <unistd.h>

namespace apricot {
namespace {

Error failed(int rc, const char *doing) {
    const std::string what = std::string(doing) + ": " + mdb_strerror(rc);
    switch (rc) {
    case MDB_CORRUPTED:
    case MDB_PAGE_NOTFOUND:
    case MDB_INVALID:
    case MDB_VERSION_MISMATCH:
    case MDB_BAD_TXN:
        return ledgerDamaged(what);
    default:
        return fail(ErrorCode::LedgerUnavailable, what);
    }
}

MDB_val valueOf(ByteView bytes) {
    return {bytes.size(), const_cast<std::uint8_t *>(bytes.data())}; // LMDB does not write to it
}
ByteView viewOfValue(const MDB_val &value) {
    return {static_cast<const std::uint8_t *>(value.mv_data), value.mv_size};
}

// More than any value or node of the state has: LMDB believes what a damaged page says of its size.
// A block is as large as its transactions.
constexpr std::size_t largestValue = std::size_t{4} << 20U;

struct Tables {
    MDB_dbi values = 0; // key -> latest value
    MDB_dbi nodes = 0;  // node key -> node
    // Version that replaced them (big-endian) -> node keys, each after its size in a byte. Written
    // by earlier programs: version | node key -> nothing.
    MDB_dbi replaced = 0;
    MDB_dbi blocks = 0; // height (big-endian) -> StoredBlock
};

class State final : public CommittedState {
  public:
    State(MDB_txn *txn, const Tables &tables) : m_txn(txn), m_tables(tables) {}
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State() override {
        if (m_txn) mdb_txn_abort(m_txn);
    }
    [[nodiscard]] int commit() { return mdb_txn_commit(std::exchange(m_txn, nullptr)); }
    [[nodiscard]] MDB_txn *get() const { return m_txn; }

    Result<std::optional<Bytes>> value(ByteView key) const override {
        return lookUp(m_tables.values, key);
    }
    Result<Bytes> node(ByteView nodeKey) const override {
        APRICOT_TRY_ASSIGN(node, lookUp(m_tables.nodes, nodeKey));
        if (!node) return ledgerDamaged("a node of the tree is missing");
        return std::move(*node);
    }
    Result<> eachValue(const Each &told) const override {
        MDB_cursor *cursor = nullptr;
        int rc = mdb_cursor_open(m_txn, m_tables.values, &cursor);
        if (rc != 0) return failed(rc, "reading the values");
        const std::unique_ptr<MDB_cursor, decltype(&mdb_cursor_close)> closes(cursor,
                                                                              mdb_cursor_close);
        MDB_val key{};
        MDB_val data{};
        while ((rc = mdb_cursor_get(cursor, &key, &data, MDB_NEXT)) == 0) {
            if (data.mv_size > largestValue) return failed(MDB_CORRUPTED, "reading the values");
            APRICOT_TRY_ASSIGN(goOn, told(viewOfValue(key), viewOfValue(data)));
            if (!goOn) return {};
        }
        if (rc != MDB_NOTFOUND) return failed(rc, "reading the values");
        return {};
    }
    Result<Height> height() const override {
        MDB_cursor *cursor = nullptr;
        int rc = mdb_cursor_open(m_txn, m_tables.blocks, &cursor);
        if (rc != 0) return failed(rc, "reading the blocks");
        MDB_val key{};
        MDB_val data{};
        rc = mdb_cursor_get(cursor, &key, &data, MDB_LAST);
        const Height height = rc == 0 && key.mv_size == 8 ? fromBigEndian(viewOfValue(key)) : 0;
        mdb_cursor_close(cursor);
        if (rc != 0 && rc != MDB_NOTFOUND) return failed(rc, "reading the blocks");
        return height;
    }
    Result<std::optional<StoredBlock>> block(Height height) const override {
        APRICOT_TRY_ASSIGN(stored, lookUp(m_tables.blocks, bigEndian<8>(height)));
        if (!stored) return std::optional<StoredBlock>();
        APRICOT_TRY_ASSIGN(block, decodeBlock(*stored));
        return std::optional<StoredBlock>(std::move(block));
    }

    // What LMDB said; 0 when the block is in the transaction, ready to commit.
    [[nodiscard]] int put(const Block &block, std::uint64_t versionsKept) {
        int rc = 0;
        for (const auto &[key, value] : block.writes) {
            MDB_val k = valueOf(key);
            if (!value) {
                rc = mdb_del(m_txn, m_tables.values, &k, nullptr);
                if (rc == MDB_NOTFOUND) rc = 0;
            } else {
                rc = putOne(m_tables.values, key, *value);
            }
            if (rc != 0) return rc;
        }
        if ((rc = putNodes(block.tree.written)) != 0) return rc;
        if (!block.tree.replaced.empty()) {
            std::vector<ByteView> sorted(block.tree.replaced.begin(), block.tree.replaced.end());
            std::ranges::sort(sorted, std::ranges::lexicographical_compare); // as they stand
            Bytes keys;
            for (const ByteView key : sorted) {
                keys.push_back(static_cast<std::uint8_t>(key.size()));
                append(keys, key);
            }
            rc = putOne(m_tables.replaced, bigEndian<8>(block.header.height), keys);
            if (rc != 0) return rc;
        }
        rc = putOne(m_tables.blocks, bigEndian<8>(block.header.height), encodeBlock(block.stored));
        return rc != 0 ? rc : prune(block.header.height, versionsKept);
    }

  private:
    Result<std::optional<Bytes>> lookUp(MDB_dbi table, ByteView key) const {
        // A key that cannot stand there does not.
        if (key.empty() || key.size() > longestKey()) return std::optional<Bytes>();
        MDB_val k = valueOf(key);
        MDB_val data{};
        const int rc = mdb_get(m_txn, table, &k, &data);
        if (rc == MDB_NOTFOUND) return std::optional<Bytes>();
        if (rc != 0) return failed(rc, "reading");
        if (table != m_tables.blocks && data.mv_size > largestValue)
            return failed(MDB_CORRUPTED, "reading");
        const ByteView view = viewOfValue(data);
        return std::optional<Bytes>(Bytes(view.begin(), view.end()));
    }

    [[nodiscard]] std::size_t longestKey() const {
        return static_cast<std::size_t>(mdb_env_get_maxkeysize(mdb_txn_env(m_txn)));
    }

    int putOne(MDB_dbi table, ByteView key, ByteView value, unsigned flags = 0) {
        MDB_val k = valueOf(key);
        MDB_val v = valueOf(value);
        return mdb_put(m_txn, table, &k, &v, flags);
    }

    // A new version's nodes stand behind all others: in order, each is a step and no search, and
    // the pages are full.
    int putNodes(const std::vector<std::pair<Bytes, Bytes>> &written) {
        std::vector<const std::pair<Bytes, Bytes> *> sorted;
        sorted.reserve(written.size());
        for (const auto &one : written) sorted.push_back(&one);
        std::ranges::sort(sorted, {}, [](const auto *one) -> const Bytes & { return one->first; });
        for (const auto *one : sorted) {
            int rc = putOne(m_tables.nodes, one->first, one->second, MDB_APPEND);
            if (rc == MDB_KEYEXIST) rc = putOne(m_tables.nodes, one->first, one->second);
            if (rc != 0) return rc;
        }
        return 0;
    }

    // A node replaced at version r serves the versions before r only.
    int prune(Height height, std::uint64_t versionsKept) {
        MDB_cursor *cursor = nullptr;
        int rc = mdb_cursor_open(m_txn, m_tables.replaced, &cursor);
        if (rc != 0) return rc;
        MDB_val entry{};
        MDB_val list{};
        while ((rc = mdb_cursor_get(cursor, &entry, &list, MDB_FIRST)) == 0) {
            const ByteView view = viewOfValue(entry);
            if (view.size() < 8 || fromBigEndian(view.first(8)) + versionsKept > height + 1) break;
            const bool alone = view.size() > 8;
            const ByteView shown = alone ? view.subspan(8) : viewOfValue(list);
            // A page that is written to moves: what LMDB showed of it is copied first.
            const Bytes keys(shown.begin(), shown.end());
            rc = alone ? removeNode(keys) : removeNodes(keys);
            if (rc == 0) rc = mdb_cursor_del(cursor, 0);
            if (rc != 0) break;
        }
        mdb_cursor_close(cursor);
        return rc == MDB_NOTFOUND ? 0 : rc;
    }

    // Each key after its size.
    int removeNodes(ByteView keys) {
        int rc = 0;
        while (rc == 0 && !keys.empty()) {
            const std::size_t size = std::min<std::size_t>(keys[0], keys.size() - 1);
            rc = removeNode(keys.subspan(1, size));
            keys = keys.subspan(1 + size);
        }
        return rc;
    }

    int removeNode(ByteView key) {
        MDB_val k = valueOf(key);
        const int rc = mdb_del(m_txn, m_tables.nodes, &k, nullptr);
        return rc == MDB_NOTFOUND ? 0 : rc;
    }

    MDB_txn *m_txn;
    const Tables &m_tables;
};

class LmdbStore final : public Store {
  public:
    explicit LmdbStore(EmbeddedOptions options) : m_options(options) {}
    LmdbStore(const LmdbStore &) = delete;
    LmdbStore &operator=(const LmdbStore &) = delete;
    ~LmdbStore() override {
        // In a forked child the environment is the parent's; closing it would drop its locks.
        if (m_env && m_process == ::getpid()) mdb_env_close(m_env);
    }

    [[nodiscard]] bool isOurs() const { return m_process == ::getpid(); }

    Result<> open(const std::filesystem::path &folder) {
        int rc = mdb_env_create(&m_env);
        if (rc == 0) rc = mdb_env_set_maxdbs(m_env, 8);
        if (rc == 0) rc = mdb_env_set_mapsize(m_env, m_options.firstMapSize);
        // A reader belongs to its transaction, not to its thread.
        const unsigned flags = MDB_NOTLS | (m_options.lastBlockMayBeUndone ? MDB_NOMETASYNC : 0U);
        if (rc == 0) rc = mdb_env_open(m_env, folder.c_str(), flags, 0600);
        if (rc != 0) return failed(rc, "opening");
        int dead = 0;
        static_cast<void>(mdb_reader_check(m_env, &dead)); // slots of killed processes
        APRICOT_TRY(isWhole(folder));
        return openTables();
    }

    Result<> write(const Build &build) override {
        const std::scoped_lock lock(m_writers);
        for (;;) {
            bool full = false;
            APRICOT_TRY(writeOnce(build, full));
            if (!full) return {};
            APRICOT_TRY(grow());
        }
    }

    Result<> read(const std::function<Result<>(const CommittedState &)> &look) override {
        MDB_txn *txn = nullptr;
        std::shared_lock lock(m_map);
        if (const int rc = begin(MDB_RDONLY, txn, lock); rc != 0) return failed(rc, "reading");
        const State state(txn, m_tables);
        return look(state);
    }

  private:
    // LMDB maps the file: pages that are not there would end the process.
    Result<> isWhole(const std::filesystem::path &folder) {
        MDB_envinfo info{};
        MDB_stat stat{};
        mdb_env_info(m_env, &info);
        mdb_env_stat(m_env, &stat);
        std::error_code ignored;
        const auto size = std::filesystem::file_size(folder / "data.mdb", ignored);
        if (ignored || size < (std::uint64_t{info.me_last_pgno} + 1) * stat.ms_psize)
            return ledgerDamaged("the file is cut short");
        return {};
    }

    Result<> openTables() {
        MDB_txn *txn = nullptr;
        std::shared_lock lock(m_map);
        int rc = begin(0, txn, lock);
        if (rc != 0) return failed(rc, "opening the tables");
        State transaction(txn, m_tables);
        const auto open = [&](const char *name, MDB_dbi &table) {
            if (rc == 0) rc = mdb_dbi_open(txn, name, MDB_CREATE, &table);
        };
        open("values", m_tables.values);
        open("nodes", m_tables.nodes);
        open("replaced", m_tables.replaced);
        open("blocks", m_tables.blocks);
        if (rc == 0) rc = transaction.commit();
        if (rc != 0) return failed(rc, "opening the tables");
        return {};
    }

    // The map may only be changed while nobody of this process reads: `lock` shares it, and gives
    // way when another process has made it larger.
    int begin(unsigned flags, MDB_txn *&txn, std::shared_lock<std::shared_mutex> &lock) {
        for (int tries = 0;; ++tries) {
            int rc = mdb_txn_begin(m_env, nullptr, flags, &txn);
            if (rc != MDB_MAP_RESIZED) return rc;
            if (tries == 100) return MDB_CORRUPTED; // it says more than any map can hold
            lock.unlock();
            {
                const std::unique_lock alone(m_map);
                rc = mdb_env_set_mapsize(m_env, 0);
            }
            lock.lock();
            if (rc != 0) return rc;
        }
    }

    Result<> writeOnce(const Build &build, bool &full) {
        MDB_txn *txn = nullptr;
        std::shared_lock lock(m_map);
        if (const int rc = begin(0, txn, lock); rc != 0) return failed(rc, "writing");
        State state(txn, m_tables);
        APRICOT_TRY_ASSIGN(block, build(state));
        if (!block) return {};
        int rc = state.put(*block, m_options.versionsKept);
        if (rc == 0) rc = state.commit();
        full = rc == MDB_MAP_FULL;
        if (rc != 0 && !full) return failed(rc, "writing");
        return {};
    }

    Result<> grow() {
        const std::unique_lock alone(m_map);
        MDB_envinfo info{};
        mdb_env_info(m_env, &info);
        if (info.me_mapsize * 2 > m_options.largestMapSize) return failed(MDB_MAP_FULL, "writing");
        const int rc = mdb_env_set_mapsize(m_env, info.me_mapsize * 2);
        if (rc != 0) return failed(rc, "making room");
        return {};
    }

    EmbeddedOptions m_options;
    MDB_env *m_env = nullptr;
    Tables m_tables;
    std::mutex m_writers;
    std::shared_mutex m_map;
    pid_t m_process = ::getpid();
};

} // namespace

Result<std::shared_ptr<Store>> openLmdbStore(const std::filesystem::path &folder,
                                             const EmbeddedOptions &options) {
    static std::mutex mutex;
    static std::map<std::string, std::weak_ptr<LmdbStore>> opened;
    const std::scoped_lock lock(mutex);
    std::error_code problem;
    const std::string name = std::filesystem::canonical(folder, problem).string();
    if (problem) return failed(problem.value(), "opening the folder");
    if (auto store = opened[name].lock(); store && store->isOurs())
        return std::shared_ptr<Store>(std::move(store));
    auto store = std::make_shared<LmdbStore>(options);
    APRICOT_TRY(store->open(folder));
    opened[name] = store;
    return std::shared_ptr<Store>(std::move(store));
}

} // namespace apricot
