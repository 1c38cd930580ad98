// SPDX-License-Identifier: GPL-3.0-or-later
// A backup is one file: an encrypted SQLCipher database, then the vault's key file, then the digest
// of all before it (SHA-256) and the mark "APRICOTBACKUP001". The database part
// is opened and checked before the rest is appended, then all is read back.
#pragma once

#include "base/chosen_file.h"
#include "base/progress.h"
#include "vault/database.h"
#include "vault/key_file.h"

#include <functional>

namespace apricot {

inline constexpr std::string_view backupMark = "APRICOTBACKUP001";
inline constexpr std::size_t backupTrailerSize = keyFileSize + Digest::size + backupMark.size();

// BackupCancelled, BackupFailed, the errors of ChosenFile; nothing is left then.
[[nodiscard]] Result<> writeBackup(const Database &db, const DataKey &key, ByteView keyFile,
                                   const std::filesystem::path &to, const Progress &progress,
                                   Replace replace);
// The key file out of the last backupTrailerSize bytes; nothing when they are not a trailer.
[[nodiscard]] std::optional<Bytes> keyFileOfTrailer(ByteView trailer);
// What is done to a copy before it has its name.
using ChangeCopy = std::function<Result<>(const std::filesystem::path &copy, const DataKey &key)>;
// Checks all of `backup`, then puts a vault there. BackupRejected; WrongPassphrase; the errors of
// `change`.
[[nodiscard]] Result<> restoreBackup(const std::filesystem::path &backup,
                                     const std::filesystem::path &vault,
                                     const SecretBytes &passphrase, const ChangeCopy &change = {});

} // namespace apricot
