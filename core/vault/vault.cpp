// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/vault.h"

#include "base/file.h"
#include "base/lock.h"
#include "crypto/system_random.h"
#include "vault/backup.h"
#include "vault/event_log.h"
#include "vault/import_batch.h"
#include "vault/key_file.h"
#include "vault/origins.h"
#include "vault/record_store.h"
#include "vault/restore_changed.h"
#include "vault/schema.h"
#include "vault/search_text.h"
#include "vault/timeline.h"

#include <unistd.h>

namespace apricot {
namespace {

std::filesystem::path keyPath(const std::filesystem::path &file) {
    return file.string() + ".key";
}

Error vaultExists(const std::filesystem::path &file) {
    return fail(ErrorCode::VaultExists, file.string());
}

// A key without its vault may be all that opens a vault that was moved away: it is set aside.
void setKeyAside(const std::filesystem::path &file) {
    std::error_code ignored;
    for (int n = 1; std::filesystem::exists(keyPath(file), ignored); ++n) {
        const std::filesystem::path aside = keyPath(file).string() + ".old" + std::to_string(n);
        if (!std::filesystem::exists(aside, ignored))
            std::filesystem::rename(keyPath(file), aside, ignored);
        if (n > 1000) return;
    }
}

class SqlVault final : public Vault {
  public:
    SqlVault(FileLock lock, std::filesystem::path file, DataKey key, std::shared_ptr<Database> db,
             Random &random, const Clock &clock)
        : m_lock(std::move(lock)), m_file(std::move(file)), m_key(std::move(key)),
          m_db(std::move(db)), m_random(random), m_clock(clock) {}
    // Without a file of its own: in memory, or a copy that has no name yet.
    SqlVault(std::shared_ptr<Database> db, Random &random, const Clock &clock)
        : m_db(std::move(db)), m_random(random), m_clock(clock) {}

    Result<> changePassphrase(const SecretBytes &old, const SecretBytes &now,
                              PasswordCost cost) override {
        APRICOT_TRY(hasFile());
        APRICOT_TRY_ASSIGN(before, readFile(keyPath(m_file), keyFileSize));
        APRICOT_TRY_ASSIGN(key, unwrapDataKey(before, old));
        APRICOT_TRY_ASSIGN(after, wrapDataKey(key, now, cost, m_random));
        return writeFile(keyPath(m_file), after);
    }

    Result<std::unique_ptr<ImportBatch>> beginImport() override {
        return startImport(m_db, m_clock.now());
    }
    bool isInBatch() const override { return m_db->inTransaction(); }
    Result<std::vector<RecordRow>> list(const Filter &filter, const Page &page) override {
        return listRecords(*m_db, filter, page);
    }
    Result<std::uint64_t> count(const Filter &filter) override {
        return countRecords(*m_db, filter);
    }

    Result<Record> record(const RecordId &id) override {
        static const std::string sql =
            "SELECT " + std::string(recordColumns) + " FROM record WHERE id = ?1";
        APRICOT_TRY_ASSIGN(q, m_db->query(sql));
        q.bind(1, id.view());
        APRICOT_TRY_ASSIGN(found, q.step());
        if (!found) return missing(id);
        return loadRecord(*m_db, q, true);
    }

    Result<std::vector<Record>> history(const RecordId &id) override {
        static const std::string sql = "SELECT " + std::string(recordColumns)
                                       + " FROM history WHERE id = ?1 ORDER BY number DESC";
        APRICOT_TRY_ASSIGN(q, m_db->query(sql));
        q.bind(1, id.view());
        std::vector<Record> out;
        for (;;) {
            APRICOT_TRY_ASSIGN(found, q.step());
            if (!found) return out;
            APRICOT_TRY_ASSIGN(record, loadRecord(*m_db, q, true));
            out.push_back(std::move(record));
        }
    }

    Result<> setLevel(const RecordId &id, std::uint8_t level) override {
        if (level < 1 || level > 5) return fail(ErrorCode::LevelRefused, std::to_string(level));
        if (m_db->inTransaction()) return vaultBusy(); // its words may still wait in the batch
        APRICOT_TRY_ASSIGN(change, Transaction::begin(*m_db));
        std::int64_t row = 0;
        std::string words;
        {
            static const std::string sql =
                "SELECT " + std::string(recordColumns) + ", row FROM record WHERE id = ?1";
            APRICOT_TRY_ASSIGN(q, m_db->query(sql));
            q.bind(1, id.view());
            APRICOT_TRY_ASSIGN(found, q.step());
            if (!found) return missing(id);
            row = q.integer(17);
            APRICOT_TRY_ASSIGN(record, loadRecord(*m_db, q, false));
            WordMemory memory;
            words = wordsOf(record, level, memory);
        }
        APRICOT_TRY_ASSIGN(q, m_db->query("UPDATE record SET chosen = ?2 WHERE row = ?1"));
        q.bind(1, row).bind(2, std::int64_t{level});
        APRICOT_TRY(q.run());
        APRICOT_TRY(reindex(*m_db, row, words));
        return change.commit();
    }

    Result<std::vector<Source>> sources() override {
        APRICOT_TRY_ASSIGN(
            q, m_db->query("SELECT number, name, imported, shell FROM source ORDER BY number"));
        std::vector<Source> out;
        for (;;) {
            APRICOT_TRY_ASSIGN(found, q.step());
            if (!found) return out;
            const ByteView shell = q.blob(3);
            out.push_back({q.integer(0), q.text(1), q.integer(2), {shell.begin(), shell.end()}});
        }
    }

    Result<> vouch(const RecordId &record, const Digest &content, const Origin &origin) override {
        return keepOrigin(*m_db, record, content, origin);
    }
    Result<std::vector<VersionOrigin>> origins(const RecordId &record) override {
        return readOrigins(*m_db, record);
    }

    Result<> logVisit(VisitEvent event, const VisitFacts &facts, std::string_view body) override {
        const UnixTime now = m_clock.now();
        APRICOT_TRY_ASSIGN(change, Transaction::begin(*m_db));
        APRICOT_TRY(appendEntry(*m_db, now, nameOf(event), body));
        APRICOT_TRY(keepVisit(*m_db, now, event, facts));
        return change.commit();
    }
    Result<std::vector<VisitRow>> visitsSince(UnixTime since) override {
        return readVisits(*m_db, since);
    }
    Result<> appendLog(const Event &event, std::string_view body) override {
        return appendEntry(*m_db, m_clock.now(), event.kind, body);
    }
    Result<std::vector<LogEntry>> log(const Page &page) override { return readLog(*m_db, page); }
    Result<> verifyLog() override { return verifyEntries(*m_db); }

    Result<> put(const Space &space, std::string_view key, ByteView value) override {
        APRICOT_TRY_ASSIGN(
            q, m_db->query("INSERT OR REPLACE INTO setting(space, key, value) VALUES(?1, ?2, ?3)"));
        q.bind(1, space.name).bind(2, key).bind(3, value);
        return q.run();
    }

    Result<std::optional<SecretBytes>> get(const Space &space, std::string_view key) override {
        APRICOT_TRY_ASSIGN(q,
                           m_db->query("SELECT value FROM setting WHERE space = ?1 AND key = ?2"));
        q.bind(1, space.name).bind(2, key);
        APRICOT_TRY_ASSIGN(found, q.step());
        if (!found) return std::optional<SecretBytes>();
        const ByteView value = q.blob(0);
        SecretBytes out(value.size());
        std::copy(value.begin(), value.end(), out.writable().begin());
        return std::optional<SecretBytes>(std::move(out));
    }

    Result<std::vector<std::string>> keys(const Space &space) override {
        APRICOT_TRY_ASSIGN(q, m_db->query("SELECT key FROM setting WHERE space = ?1 ORDER BY key"));
        q.bind(1, space.name);
        std::vector<std::string> out;
        for (;;) {
            APRICOT_TRY_ASSIGN(found, q.step());
            if (!found) return out;
            out.push_back(q.text(0));
        }
    }

    Result<> remove(const Space &space, std::string_view key) override {
        APRICOT_TRY_ASSIGN(q, m_db->query("DELETE FROM setting WHERE space = ?1 AND key = ?2"));
        q.bind(1, space.name).bind(2, key);
        return q.run();
    }

    Result<> backup(const std::filesystem::path &to, const Progress &progress,
                    Replace replace) override {
        APRICOT_TRY(hasFile());
        if (m_db->inTransaction()) return vaultBusy();
        APRICOT_TRY_ASSIGN(keyFile, readFile(keyPath(m_file), keyFileSize));
        return writeBackup(*m_db, m_key, keyFile, to, progress, replace);
    }

    Result<> checkIntegrity() override { return m_db->check(); }

  private:
    static Error missing(const RecordId &id) {
        return fail(ErrorCode::RecordMissing, toHex(id.view()));
    }

    [[nodiscard]] Result<> hasFile() const {
        if (m_file.empty()) return fail(ErrorCode::VaultHasNoFile);
        return {};
    }

    std::optional<FileLock> m_lock; // first in, last out
    std::filesystem::path m_file;
    DataKey m_key;
    std::shared_ptr<Database> m_db;
    Random &m_random;
    const Clock &m_clock;
};

// "<vault>.lock": one process at a time.
Result<FileLock> lockedFor(const std::filesystem::path &vault) {
    auto lock = FileLock::take(vault.string() + ".lock");
    if (lock) return lock;
    if (lock.error().code == ErrorCode::InUseElsewhere) return vaultInUse(lock.error().detail);
    return fail(ErrorCode::VaultFolderUnusable, lock.error().detail);
}

// What `make` makes alone. When nothing came of it, a lock made for it goes again: what lies beside
// one counts as a vault.
template <class Make>
std::invoke_result_t<Make, FileLock &> alone(const std::filesystem::path &vault, Make make) {
    APRICOT_TRY_ASSIGN(lock, lockedFor(vault));
    auto made = make(lock);
    if (!made.ok()) lock.undo();
    return made;
}

Error createFailed(const std::filesystem::path &file, const Error &why) {
    return fail(ErrorCode::VaultCreateFailed,
                file.string() + ": " + std::string(nameOf(why.code)) + " " + why.detail);
}

} // namespace

Result<std::unique_ptr<Vault>> Vault::create(const std::filesystem::path &file,
                                             const SecretBytes &passphrase, PasswordCost cost,
                                             Random &random, const Clock &clock, const Fill &fill) {
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) return vaultExists(file);
    return alone(file, [&](FileLock &lock) -> Result<std::unique_ptr<Vault>> {
        // Under another name until it is whole: a vault that exists is one that opens, with all
        // that was to be in it.
        APRICOT_TRY_ASSIGN(fresh, ChosenFile::beginVault(file));
        DataKey key{randomKey(random), randomFixed<Salt16>(random)};
        APRICOT_TRY_ASSIGN(keyFile, wrapDataKey(key, passphrase, cost, random));
        setKeyAside(file);
        if (const auto written = writeFile(keyPath(file), keyFile); !written)
            return createFailed(file, written.error());
        const auto undone = [&](const Error &why) {
            ::unlink(keyPath(file).c_str());
            return why;
        };
        {
            auto empty = Database::open(fresh.path(), key.key, key.salt, Database::Mode::Create);
            if (!empty) return undone(createFailed(file, empty.error()));
            if (const auto made = migrate(**empty); !made)
                return undone(createFailed(file, made.error()));
            SqlVault filled(std::move(*empty), random, clock);
            if (const auto in = fill ? fill(filled) : Result<>(); !in) return undone(in.error());
        }
        if (const auto named = fresh.finish(); !named)
            return undone(createFailed(file, named.error()));
        auto db = Database::open(file, key.key, key.salt, Database::Mode::ReadWrite);
        if (!db) return createFailed(file, db.error());
        return std::unique_ptr<Vault>(std::make_unique<SqlVault>(
            std::move(lock), file, std::move(key), std::move(*db), random, clock));
    });
}

Result<std::unique_ptr<Vault>> Vault::open(const std::filesystem::path &file,
                                           const SecretBytes &passphrase, Random &random,
                                           const Clock &clock) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored))
        return fail(ErrorCode::VaultMissing, file.string());
    return alone(file, [&](FileLock &lock) -> Result<std::unique_ptr<Vault>> {
        // A missing or oversized key file counts as a damaged one.
        auto keyFile = readFile(keyPath(file), keyFileSize);
        APRICOT_TRY_ASSIGN(key, unwrapDataKey(keyFile ? *keyFile : Bytes{}, passphrase));
        APRICOT_TRY_ASSIGN(db, Database::open(file, key.key, key.salt, Database::Mode::ReadWrite));
        APRICOT_TRY_ASSIGN(version, db->number("PRAGMA user_version"));
        if (version == 0) return vaultDamaged("no schema");
        APRICOT_TRY(migrate(*db));
        return std::unique_ptr<Vault>(std::make_unique<SqlVault>(
            std::move(lock), file, std::move(key), std::move(db), random, clock));
    });
}

Result<std::unique_ptr<Vault>> Vault::inMemory(Random &random, const Clock &clock) {
    APRICOT_TRY_ASSIGN(db, Database::inMemory());
    APRICOT_TRY(migrate(*db));
    return std::unique_ptr<Vault>(std::make_unique<SqlVault>(std::move(db), random, clock));
}

namespace {

Result<> restoreWith(const std::filesystem::path &backup, const std::filesystem::path &vault,
                     const SecretBytes &passphrase, const ChangeCopy &change) {
    std::error_code ignored;
    if (std::filesystem::exists(vault, ignored)) return vaultExists(vault);
    return alone(vault, [&](FileLock &) -> Result<> {
        setKeyAside(vault);
        return restoreBackup(backup, vault, passphrase, change);
    });
}

} // namespace

Result<> Vault::restore(const std::filesystem::path &backup, const std::filesystem::path &vault,
                        const SecretBytes &passphrase) {
    return restoreWith(backup, vault, passphrase, {});
}

Result<> restoreChanged(const std::filesystem::path &backup, const std::filesystem::path &vault,
                        const SecretBytes &passphrase,
                        const std::function<Result<>(Vault &)> &change, Random &random,
                        const Clock &clock) {
    return restoreWith(backup, vault, passphrase,
                       [&](const std::filesystem::path &copy, const DataKey &key) -> Result<> {
                           APRICOT_TRY_ASSIGN(
                               db, Database::open(copy, key.key, key.salt, Database::Mode::Copy));
                           APRICOT_TRY(migrate(*db));
                           SqlVault changed(std::move(db), random, clock);
                           return change(changed);
                       });
}

} // namespace apricot
