// SPDX-License-Identifier: GPL-3.0-or-later
// One import is one transaction. Which of two versions of a resource is newer: meta.lastUpdated
// decides, else meta.versionId when both are numbers, else the later import. The very same bytes
// change nothing, even when they are an old version already kept.
#pragma once

#include "vault/vault.h"

#include "vault/database.h"

namespace apricot {

// The batch keeps the database open; VaultBusy while another batch is.
[[nodiscard]] Result<std::unique_ptr<ImportBatch>> startImport(std::shared_ptr<Database> db,
                                                               UnixTime now);
// Replaces the words of one record in the index.
[[nodiscard]] Result<> reindex(const Database &db, std::int64_t row, std::string_view words);
// Raised in one place.
[[nodiscard]] Error vaultBusy();

} // namespace apricot
