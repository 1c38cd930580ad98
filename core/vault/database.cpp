// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/database.h"

#include "base/file.h"

#include <array>
#include <cstring>
#include <sodium.h>
#include <sqlcipher/sqlite3.h>

namespace apricot {
namespace {

// "x'<64 hex digits of the key><32 of the salt>'", as SQLCipher wants a raw key.
SecretBytes rawKeyLiteral(const SymmetricKey &key, const Salt16 &salt) {
    static constexpr std::string_view digits = "0123456789abcdef";
    SecretBytes out(3 + 2 * (SymmetricKey::size + Salt16::size));
    auto to = out.writable().begin();
    const auto put = [&](ByteView bytes) {
        for (const std::uint8_t byte : bytes) {
            *to++ = static_cast<std::uint8_t>(digits[byte >> 4U]);
            *to++ = static_cast<std::uint8_t>(digits[byte & 15U]);
        }
    };
    *to++ = 'x';
    *to++ = '\'';
    put(key.view());
    put(salt.view());
    *to = '\'';
    return out;
}

// What SQLite gives back is wiped: its pages hold records and keys in the clear, and would stay in
// memory after the vault is closed. (cipher_memory_security also locks every page, at several times
// the cost.)
sqlite3_mem_methods given; // before ours

void wipeAndFree(void *memory) {
    if (!memory) return;
    sodium_memzero(memory, static_cast<std::size_t>(given.xSize(memory)));
    given.xFree(memory);
}

void *moveAndWipe(void *memory, int size) {
    if (memory && given.xSize(memory) >= size) return memory;
    void *const out = given.xMalloc(size);
    if (!out || !memory) return out;
    std::memcpy(out, memory, static_cast<std::size_t>(given.xSize(memory)));
    wipeAndFree(memory);
    return out;
}

// Before SQLite's first use; SQLCipher lays its own methods over these.
void wipeFreedMemory() {
    static const bool done = [] {
        if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &given) != SQLITE_OK || !given.xMalloc)
            return false;
        sqlite3_mem_methods ours = given;
        ours.xFree = wipeAndFree;
        ours.xRealloc = moveAndWipe;
        return sqlite3_config(SQLITE_CONFIG_MALLOC, &ours) == SQLITE_OK;
    }();
    static_cast<void>(done);
}

Error writeFailed(std::string detail) {
    return fail(ErrorCode::VaultWriteFailed, std::move(detail));
}

} // namespace

Error vaultDamaged(std::string what) {
    return fail(ErrorCode::VaultDamaged, std::move(what));
}
Error vaultInUse(std::string what) {
    return fail(ErrorCode::VaultInUse, std::move(what));
}

Query::~Query() {
    if (m_statement) reset();
}

void Query::reset() {
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

Query &Query::bind(int parameter, std::int64_t value) {
    sqlite3_bind_int64(m_statement, parameter, value);
    return *this;
}

Query &Query::bind(int parameter, ByteView value) {
    // A null pointer would bind NULL.
    const void *data = value.empty() ? "" : static_cast<const void *>(value.data());
    sqlite3_bind_blob64(m_statement, parameter, data, value.size(), SQLITE_STATIC);
    return *this;
}

Query &Query::bind(int parameter, std::string_view value) {
    const char *data = value.empty() ? "" : value.data();
    sqlite3_bind_text64(m_statement, parameter, data, value.size(), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Query &Query::bindNull(int parameter) {
    sqlite3_bind_null(m_statement, parameter);
    return *this;
}

Result<bool> Query::step() {
    const int rc = sqlite3_step(m_statement);
    if (rc == SQLITE_ROW) return true;
    if (rc == SQLITE_DONE) return false;
    return m_db->errorFor(rc);
}

Result<> Query::run() {
    const auto stepped = step();
    if (!stepped) return stepped.error();
    return {};
}

std::int64_t Query::integer(int column) const {
    return sqlite3_column_int64(m_statement, column);
}

std::string Query::text(int column) const {
    return std::string(textOf(blob(column)));
}

ByteView Query::blob(int column) const {
    const void *data = sqlite3_column_blob(m_statement, column);
    return {static_cast<const std::uint8_t *>(data),
            static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

bool Query::isNull(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

void Database::Finalize::operator()(sqlite3_stmt *statement) const {
    sqlite3_finalize(statement);
}

Result<std::shared_ptr<Database>> Database::open(const std::filesystem::path &file,
                                                 const SymmetricKey &key, const Salt16 &salt,
                                                 Mode mode) {
    wipeFreedMemory();
    std::string name = file.string();
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
    if (mode == Mode::ReadOnlyFile) {
        // "immutable": no journal is looked for, no lock is taken.
        std::string uri = "file:";
        for (const char c : std::filesystem::absolute(file).string()) {
            const auto byte = static_cast<std::uint8_t>(c);
            if (c == '?' || c == '#' || c == '%')
                uri += "%" + toHex(ByteView(&byte, 1));
            else
                uri += c;
        }
        name = uri + "?immutable=1";
        flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    } else {
        flags |= SQLITE_OPEN_READWRITE | (mode == Mode::ReadWrite ? 0 : SQLITE_OPEN_CREATE);
    }
    std::error_code ignored;
    if ((mode == Mode::Create || mode == Mode::Copy) && !std::filesystem::exists(file, ignored))
        APRICOT_TRY(writeFile(file, {})); // SQLite would let others read it
    sqlite3 *raw = nullptr;
    const int opened = sqlite3_open_v2(name.c_str(), &raw, flags, nullptr);
    std::shared_ptr<Database> db(new Database(raw)); // closes even what could not be opened
    if (opened != SQLITE_OK) return db->errorFor(opened);
    const SecretBytes literal = rawKeyLiteral(key, salt);
    const int keyed =
        sqlite3_key_v2(raw, "main", literal.view().data(), static_cast<int>(literal.size()));
    if (keyed != SQLITE_OK) return db->errorFor(keyed);
    // The extended codes tell a full disk from an unreadable one. A trusted schema could call
    // functions; ours calls none.
    APRICOT_TRY(db->execute("PRAGMA cipher_log_level = NONE; PRAGMA cipher_page_size = 8192; "
                            "PRAGMA temp_store = MEMORY;"
                            "PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = OFF;"
                            "PRAGMA secure_delete = ON; PRAGMA cache_size = -65536;"));
    if (mode == Mode::ReadOnlyFile) return db;
    if (mode == Mode::Copy) { // synced once, when it is whole
        APRICOT_TRY(db->execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"));
        return db;
    }
    // Exclusive locking keeps WAL's index in memory, so that no -shm file is needed.
    APRICOT_TRY(db->execute("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;"
                            "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 0;"));
    return db;
}

Result<std::shared_ptr<Database>> Database::inMemory() {
    wipeFreedMemory();
    sqlite3 *raw = nullptr;
    const int opened =
        sqlite3_open_v2(":memory:", &raw,
                        SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE
                            | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY,
                        nullptr);
    std::shared_ptr<Database> db(new Database(raw));
    if (opened != SQLITE_OK) return db->errorFor(opened);
    APRICOT_TRY(db->execute("PRAGMA cipher_log_level = NONE; PRAGMA temp_store = MEMORY;"
                            "PRAGMA journal_mode = MEMORY; PRAGMA trusted_schema = OFF;"
                            "PRAGMA foreign_keys = OFF; PRAGMA secure_delete = ON;"));
    return db;
}

Database::~Database() {
    m_statements.clear();
    sqlite3_close_v2(m_db);
}

Result<Query> Database::query(std::string_view sql) const {
    const auto known = m_statements.find(sql);
    if (known != m_statements.end()) {
        // Borrowed by somebody further up: a second, private one would be needed. Never happens,
        // because no function calls another with the same statement while stepping it.
        return Query(*this, known->second.get());
    }
    sqlite3_stmt *raw = nullptr;
    const int rc = sqlite3_prepare_v3(m_db, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    if (rc != SQLITE_OK) return errorFor(rc);
    m_statements.emplace(std::string(sql), raw);
    return Query(*this, raw);
}

Result<> Database::execute(const char *sql) const {
    const int rc = sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr);
    if (rc != SQLITE_OK) return errorFor(rc);
    return {};
}

Result<std::int64_t> Database::number(std::string_view sql) const {
    APRICOT_TRY_ASSIGN(q, query(sql));
    APRICOT_TRY_ASSIGN(row, q.step());
    return row ? q.integer(0) : 0;
}

bool Database::inTransaction() const {
    return sqlite3_get_autocommit(m_db) == 0;
}

Result<> Database::check() const {
    // Each row of the first is a page that fails its HMAC; the second says "ok" or what is wrong.
    {
        APRICOT_TRY_ASSIGN(pages, query("PRAGMA cipher_integrity_check"));
        APRICOT_TRY_ASSIGN(bad, pages.step());
        if (bad) return vaultDamaged(pages.text(0));
    }
    APRICOT_TRY_ASSIGN(structure, query("PRAGMA integrity_check(1)"));
    APRICOT_TRY_ASSIGN(row, structure.step());
    if (!row || structure.text(0) != "ok")
        return vaultDamaged(row ? structure.text(0) : "no answer");
    return {};
}

Error Database::errorFor(int resultCode) const {
    // SQLite's message may quote a value: only its code and the code's own text are passed on.
    const int code = m_db ? sqlite3_extended_errcode(m_db) : resultCode;
    const std::string detail =
        std::string(sqlite3_errstr(code)) + " (" + std::to_string(code) + ")";
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return vaultInUse(detail);
    case SQLITE_FULL:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_NOMEM:
        return writeFailed(detail);
    case SQLITE_IOERR:
        if (code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ
            || code == SQLITE_IOERR_CORRUPTFS || code == SQLITE_IOERR_DATA)
            return vaultDamaged(detail);
        return writeFailed(detail);
    default:
        // Our statements are fixed and valid: what fails otherwise is a page that does not
        // authenticate (SQLCipher reports it as SQLITE_ERROR) or a broken structure.
        return vaultDamaged(detail);
    }
}

Result<Transaction> Transaction::begin(const Database &db) {
    const bool nested = db.inTransaction();
    APRICOT_TRY(db.execute(nested ? "SAVEPOINT inner" : "BEGIN IMMEDIATE"));
    return Transaction(db, nested);
}

Transaction::~Transaction() {
    // SQLite itself has undone everything after some failures (a full disk).
    if (!m_db || !m_db->inTransaction()) return;
    (void)m_db->execute(m_nested ? "ROLLBACK TO inner; RELEASE inner" : "ROLLBACK");
}

Result<> Transaction::commit() {
    APRICOT_TRY(m_db->execute(m_nested ? "RELEASE inner" : "COMMIT"));
    m_db = nullptr;
    return {};
}

} // namespace apricot
