// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/backup.h"

#include "base/file.h"
#include "crypto/hash.h"
#include "vault/schema.h"

#include <fstream>
#include <sqlcipher/sqlite3.h>

namespace apricot {
namespace {

constexpr int pagesPerStep = 512;
constexpr std::size_t blockSize = 1U << 20U;

Error failed(std::string what) {
    return fail(ErrorCode::BackupFailed, std::move(what));
}
Error rejected(std::string what) {
    return fail(ErrorCode::BackupRejected, std::move(what));
}
std::string said(const Error &error) {
    return std::string(nameOf(error.code)) + " " + error.detail;
}

Result<> copyPages(const Database &from, const Database &to, const Progress &progress) {
    sqlite3_backup *copy = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (!copy) return failed(sqlite3_errmsg(to.handle()));
    int rc = SQLITE_OK;
    bool wanted = true;
    while (wanted && rc == SQLITE_OK) {
        rc = sqlite3_backup_step(copy, pagesPerStep);
        const auto total = static_cast<std::uint64_t>(sqlite3_backup_pagecount(copy));
        const auto left = static_cast<std::uint64_t>(sqlite3_backup_remaining(copy));
        wanted = !progress || progress(total - left, total);
    }
    sqlite3_backup_finish(copy);
    if (!wanted) return fail(ErrorCode::BackupCancelled);
    if (rc != SQLITE_DONE) return failed(sqlite3_errstr(rc));
    return {};
}

// SHA-256 of the file's first `size` bytes, each block also given to `copy`.
std::optional<Digest> digestOf(const std::filesystem::path &path, std::uint64_t size,
                               std::ofstream *copy = nullptr) {
    std::ifstream in(path, std::ios::binary);
    Sha256 sum;
    Bytes block(blockSize);
    while (size > 0) {
        const auto want = static_cast<std::streamsize>(std::min<std::uint64_t>(size, block.size()));
        if (!in.read(reinterpret_cast<char *>(block.data()), want)) return std::nullopt;
        sum.update(ByteView(block).first(static_cast<std::size_t>(want)));
        if (copy && !copy->write(reinterpret_cast<const char *>(block.data()), want))
            return std::nullopt;
        size -= static_cast<std::uint64_t>(want);
    }
    return sum.finish();
}

Result<> checkDatabase(const std::filesystem::path &file, const DataKey &key) {
    APRICOT_TRY_ASSIGN(db, Database::open(file, key.key, key.salt, Database::Mode::ReadOnlyFile));
    APRICOT_TRY_ASSIGN(version, db->number("PRAGMA user_version"));
    if (version > schemaVersion) return migrate(*db); // says which version wrote it
    return db->check();
}

Result<Bytes> readTrailer(const std::filesystem::path &backup, std::uint64_t &databaseSize) {
    std::error_code error;
    const std::uint64_t size = std::filesystem::file_size(backup, error);
    if (error) return rejected(error.message());
    if (size <= backupTrailerSize) return rejected("too short");
    databaseSize = size - backupTrailerSize;
    auto trailer = readPart(backup, databaseSize, backupTrailerSize);
    if (!trailer || trailer->size() < backupTrailerSize) return rejected("unreadable");
    return trailer;
}

} // namespace

std::optional<Bytes> keyFileOfTrailer(ByteView trailer) {
    if (trailer.size() != backupTrailerSize
        || textOf(trailer.last(backupMark.size())) != backupMark)
        return std::nullopt;
    return Bytes(trailer.begin(), trailer.begin() + keyFileSize);
}

Result<> writeBackup(const Database &db, const DataKey &key, ByteView keyFile,
                     const std::filesystem::path &to, const Progress &progress, Replace replace) {
    APRICOT_TRY_ASSIGN(file, ChosenFile::begin(to, replace));
    {
        const auto copy = Database::open(file.path(), key.key, key.salt, Database::Mode::Copy);
        if (!copy) return failed(said(copy.error()));
        APRICOT_TRY(copyPages(db, **copy, progress));
    }
    // Before the trailer is there: SQLCipher's check takes every byte for a page.
    if (const auto checked = checkDatabase(file.path(), key); !checked)
        return failed(said(checked.error()));
    std::error_code error;
    const std::uint64_t size = std::filesystem::file_size(file.path(), error);
    const auto pages = digestOf(file.path(), error ? 0 : size);
    Bytes trailer(keyFile.begin(), keyFile.end());
    append(trailer, sha256({pages ? pages->view() : ByteView(), keyFile}).view());
    append(trailer, viewOf(backupMark));
    std::ofstream out(file.path(), std::ios::binary | std::ios::app);
    out.write(reinterpret_cast<const char *>(trailer.data()),
              static_cast<std::streamsize>(trailer.size()));
    out.close();
    if (error || !pages || !out) return failed("the end could not be written");
    // What counts is what can be read back.
    const auto again = digestOf(file.path(), size);
    std::uint64_t sizeAgain = 0;
    const auto trailerAgain = readTrailer(file.path(), sizeAgain);
    if (!again || *again != *pages || sizeAgain != size || !trailerAgain
        || *trailerAgain != trailer)
        return failed("reads back differently");
    return file.finish();
}

Result<> restoreBackup(const std::filesystem::path &backup, const std::filesystem::path &vault,
                       const SecretBytes &passphrase, const ChangeCopy &change) {
    std::uint64_t size = 0;
    APRICOT_TRY_ASSIGN(trailer, readTrailer(backup, size));
    const auto keyFile = keyFileOfTrailer(trailer);
    if (!keyFile) return rejected("not a backup, or cut off");
    APRICOT_TRY_ASSIGN(file, ChosenFile::beginVault(vault));
    {
        std::ofstream out(file.path(), std::ios::binary);
        const auto pages = digestOf(backup, size, &out);
        out.close();
        if (!out) return failed("no room for the restored vault");
        if (!pages
            || Digest::from(ByteView(trailer).subspan(keyFileSize, Digest::size))
                   != sha256({pages->view(), *keyFile}))
            return rejected("changed or cut off");
    }
    APRICOT_TRY_ASSIGN(key, unwrapDataKey(*keyFile, passphrase));
    if (const auto checked = checkDatabase(file.path(), key); !checked) {
        if (checked.error().code == ErrorCode::VaultTooNew) return checked.error();
        return rejected(said(checked.error()));
    }
    if (change) APRICOT_TRY(change(file.path(), key));
    APRICOT_TRY(writeFile(vault.string() + ".key", *keyFile));
    return file.finish();
}

} // namespace apricot
