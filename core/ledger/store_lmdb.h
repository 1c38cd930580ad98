// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks and states in LMDB, one file. LMDB's lock keeps the writers of all processes apart.
#pragma once

#include "ledger/block.h"
#include "ledger/embedded_ledger.h"

namespace apricot {

// The folder must exist. Two opens of one folder in one process share one environment, as LMDB
// demands. LedgerUnavailable, LedgerDamaged.
[[nodiscard]] Result<std::shared_ptr<Store>> openLmdbStore(const std::filesystem::path &folder,
                                                           const EmbeddedOptions &options);

} // namespace apricot
