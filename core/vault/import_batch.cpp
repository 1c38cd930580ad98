// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/import_batch.h"

#include "vault/attachments.h"
#include "vault/record_store.h"
#include "vault/search_text.h"

#include <QDateTime>

#include <charconv>
#include <sqlcipher/sqlite3.h>

namespace apricot {
namespace {

constexpr std::size_t mostWaitingWords = 4U << 20U; // bytes

struct Known {
    std::int64_t row;
    std::optional<std::int64_t> chosenLevel;
    Digest hash;
    std::string version, updated;
};

std::optional<std::int64_t> instantOf(const std::string &updated) {
    const auto time = QDateTime::fromString(QString::fromStdString(updated), Qt::ISODateWithMs);
    if (!time.isValid()) return std::nullopt;
    return time.toMSecsSinceEpoch();
}

std::optional<std::uint64_t> numberOf(const std::string &version) {
    std::uint64_t out = 0;
    const char *end = version.data() + version.size();
    const auto read = std::from_chars(version.data(), end, out);
    if (version.empty() || read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return out;
}

bool isOlder(const Record &record, const Known &known) {
    const auto ours = instantOf(record.updated), theirs = instantOf(known.updated);
    if (ours && theirs && *ours != *theirs) return *ours < *theirs;
    const auto number = numberOf(record.version), current = numberOf(known.version);
    return number && current && *number < *current;
}

Result<std::optional<Known>> find(const Database &db, const RecordId &id) {
    APRICOT_TRY_ASSIGN(
        q, db.query("SELECT row, chosen, hash, version, updated FROM record WHERE id = ?1"));
    q.bind(1, id.view());
    APRICOT_TRY_ASSIGN(row, q.step());
    if (!row) return std::optional<Known>();
    const auto hash = Digest::from(q.blob(2));
    if (!hash) return vaultDamaged("record hash");
    Known out{q.integer(0), {}, *hash, q.text(3), q.text(4)};
    if (!q.isNull(1)) out.chosenLevel = q.integer(1);
    return std::optional<Known>(std::move(out));
}

Result<bool> isInHistory(const Database &db, const RecordId &id, const Digest &hash) {
    APRICOT_TRY_ASSIGN(q, db.query("SELECT 1 FROM history WHERE id = ?1 AND hash = ?2"));
    q.bind(1, id.view()).bind(2, hash.view());
    return q.step();
}

class Batch final : public ImportBatch {
  public:
    Batch(std::shared_ptr<Database> db, Transaction transaction, UnixTime now)
        : m_db(std::move(db)), m_transaction(std::move(transaction)), m_now(now) {}

    Result<Added> add(const Record &record) override {
        if (m_error) return *m_error;
        auto added = tryAdd(record);
        // A record that is half in would be committed with the rest.
        if (!added) m_error = added.error();
        return added;
    }

    Result<std::int64_t> addSource(std::string_view name, ByteView shell) override {
        if (m_error) return *m_error;
        APRICOT_TRY_ASSIGN(
            q, m_db->query("INSERT INTO source(name, imported, shell) VALUES(?1, ?2, ?3)"));
        q.bind(1, name).bind(2, m_now).bind(3, shell);
        if (const auto done = q.run(); !done) {
            m_error = done.error();
            return *m_error;
        }
        return sqlite3_last_insert_rowid(m_db->handle());
    }

    Result<> commit() override {
        if (m_error) return *m_error;
        APRICOT_TRY(flushWords());
        APRICOT_TRY(m_transaction.commit());
        m_error = vaultBusy(); // a second commit, or an add after it
        return {};
    }

  private:
    Result<Added> tryAdd(const Record &record) {
        const PackedRecord packed = pack(record);
        APRICOT_TRY_ASSIGN(known, find(*m_db, record.id));
        if (known && known->hash == packed.hash) return Added::Unchanged;
        if (known) {
            APRICOT_TRY_ASSIGN(kept, isInHistory(*m_db, record.id, packed.hash));
            if (kept) return Added::Unchanged;
        }
        for (std::size_t i = 0; i < packed.attachments.size(); ++i)
            APRICOT_TRY(
                storeAttachment(*m_db, packed.attachments[i], record.attachments[i].content));
        if (known && isOlder(record, *known)) {
            APRICOT_TRY(insertHistory(*m_db, packed));
            return Added::Older;
        }
        std::optional<std::int64_t> chosen;
        if (known) {
            chosen = known->chosenLevel;
            APRICOT_TRY(retire(known->row));
        }
        APRICOT_TRY_ASSIGN(row, freeRow(*m_db, record.date));
        APRICOT_TRY(insertRecord(*m_db, row, packed, chosen));
        const auto level = chosen ? static_cast<std::uint8_t>(*chosen) : record.level;
        std::string words = wordsOf(record, level, m_words);
        m_waitingBytes += words.size();
        m_waiting.insert_or_assign(row, std::move(words));
        if (m_waitingBytes > mostWaitingWords) APRICOT_TRY(flushWords());
        return known ? Added::Newer : Added::New;
    }

    // Moves a current version to the history.
    Result<> retire(std::int64_t row) {
        APRICOT_TRY_ASSIGN(
            copy, m_db->query("INSERT INTO history SELECT NULL, id, kind, level, chosen, type,"
                              " logical_id, version, updated, precision, start, date_text, title,"
                              " value, unit, performer, person, hash, extra, json"
                              " FROM record WHERE row = ?1"));
        copy.bind(1, row);
        APRICOT_TRY(copy.run());
        APRICOT_TRY_ASSIGN(drop, m_db->query("DELETE FROM record WHERE row = ?1"));
        drop.bind(1, row);
        APRICOT_TRY(drop.run());
        if (m_waiting.erase(row) == 0) m_retired.push_back(row);
        return {};
    }

    // The index takes words fastest in the order of its rows: out of order, every record would
    // become a segment of its own.
    Result<> flushWords() {
        for (const std::int64_t row : m_retired) {
            APRICOT_TRY_ASSIGN(q, m_db->query("DELETE FROM search WHERE rowid = ?1"));
            q.bind(1, row);
            APRICOT_TRY(q.run());
        }
        m_retired.clear();
        APRICOT_TRY_ASSIGN(q, m_db->query("INSERT INTO search(rowid, words) VALUES(?1, ?2)"));
        for (const auto &[row, words] : m_waiting) {
            q.bind(1, row).bind(2, std::string_view(words));
            APRICOT_TRY(q.run());
            q.reset();
        }
        m_waiting.clear();
        m_waitingBytes = 0;
        return {};
    }

    std::shared_ptr<Database> m_db; // outlives the transaction
    Transaction m_transaction;
    UnixTime m_now;
    std::map<std::int64_t, std::string> m_waiting; // row, words
    WordMemory m_words;
    std::vector<std::int64_t> m_retired;
    std::size_t m_waitingBytes = 0;
    std::optional<Error> m_error;
};

} // namespace

Error vaultBusy() {
    return fail(ErrorCode::VaultBusy, "an import is open, or is already finished");
}

Result<std::unique_ptr<ImportBatch>> startImport(std::shared_ptr<Database> db, UnixTime now) {
    if (db->inTransaction()) return vaultBusy();
    APRICOT_TRY_ASSIGN(transaction, Transaction::begin(*db));
    return std::unique_ptr<ImportBatch>(
        std::make_unique<Batch>(std::move(db), std::move(transaction), now));
}

Result<> reindex(const Database &db, std::int64_t row, std::string_view words) {
    APRICOT_TRY_ASSIGN(drop, db.query("DELETE FROM search WHERE rowid = ?1"));
    drop.bind(1, row);
    APRICOT_TRY(drop.run());
    APRICOT_TRY_ASSIGN(add, db.query("INSERT INTO search(rowid, words) VALUES(?1, ?2)"));
    add.bind(1, row).bind(2, words);
    return add.run();
}

} // namespace apricot
