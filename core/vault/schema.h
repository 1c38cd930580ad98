// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a vault and the steps from each version to the next.
#pragma once

#include "vault/database.h"

namespace apricot {

inline constexpr std::int64_t schemaVersion = 3;

// Brings an empty or older database to schemaVersion, each step in a transaction of its own;
// `upTo` stops earlier, so that tests can make old vaults. VaultTooNew names the writing version.
[[nodiscard]] Result<> migrate(const Database &db, std::int64_t upTo = schemaVersion);

} // namespace apricot
