// SPDX-License-Identifier: GPL-3.0-or-later
// SQLCipher behind RAII: one keyed connection, its prepared statements, transactions that undo
// themselves, and the one place where SQLite's result codes become ours.
#pragma once

#include "base/result.h"
#include "crypto/keys.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace apricot {

class Database;

// A borrowed prepared statement; its destructor resets it. Bound bytes are not copied: they must
// live until the last step().
class Query {
  public:
    Query(const Database &db, sqlite3_stmt *statement) : m_db(&db), m_statement(statement) {}
    Query(Query &&other) noexcept
        : m_db(other.m_db), m_statement(std::exchange(other.m_statement, nullptr)) {}
    Query &operator=(Query &&) = delete;
    ~Query();

    Query &bind(int parameter, std::int64_t value);
    Query &bind(int parameter, ByteView value);
    Query &bind(int parameter, std::string_view value);
    Query &bindNull(int parameter);
    // True when there is a row.
    [[nodiscard]] Result<bool> step();
    // For a statement that returns no rows.
    [[nodiscard]] Result<> run();
    void reset(); // to be bound and stepped again

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] ByteView blob(int column) const; // until the next step
    [[nodiscard]] bool isNull(int column) const;

  private:
    const Database *m_db;
    sqlite3_stmt *m_statement;
};

class Database {
  public:
    // Copy: a new file being filled; ReadOnlyFile: a finished one, never changed.
    enum class Mode { Create, ReadWrite, Copy, ReadOnlyFile };
    // The raw key is `key` and `salt` as SQLCipher's x'...' (sqlite3_key_v2); `file` is UTF-8.
    [[nodiscard]] static Result<std::shared_ptr<Database>>
    open(const std::filesystem::path &file, const SymmetricKey &key, const Salt16 &salt, Mode mode);
    // In memory alone, temporary tables too; without a key, since SQLCipher encrypts pages only on
    // their way to a file.
    [[nodiscard]] static Result<std::shared_ptr<Database>> inMemory();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    [[nodiscard]] Result<Query> query(std::string_view sql) const;
    [[nodiscard]] Result<> execute(const char *sql) const; // statements without results
    [[nodiscard]] Result<std::int64_t> number(std::string_view sql) const; // one row, one integer
    [[nodiscard]] sqlite3 *handle() const { return m_db; }
    [[nodiscard]] bool inTransaction() const;
    // Page authentication, then SQLite's own structure check.
    [[nodiscard]] Result<> check() const;
    [[nodiscard]] Error errorFor(int resultCode) const;

  private:
    explicit Database(sqlite3 *db) : m_db(db) {}
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };
    sqlite3 *m_db;
    mutable std::map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>, std::less<>>
        m_statements;
};

// Undone by the destructor unless committed. Inside an open transaction it is a savepoint of it.
class Transaction {
  public:
    [[nodiscard]] static Result<Transaction> begin(const Database &db);
    Transaction(Transaction &&other) noexcept
        : m_db(std::exchange(other.m_db, nullptr)), m_nested(other.m_nested) {}
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    [[nodiscard]] Result<> commit();

  private:
    Transaction(const Database &db, bool nested) : m_db(&db), m_nested(nested) {}
    const Database *m_db;
    bool m_nested;
};

// Raised in one place each; `what` says what was found.
[[nodiscard]] Error vaultDamaged(std::string what);
[[nodiscard]] Error vaultInUse(std::string what);

} // namespace apricot
