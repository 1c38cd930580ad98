// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger in memory, for tests and rehearsals: the same rules, tree and headers as the embedded
// one, and nothing on disk. Thread-safe.
#pragma once

#include "base/random.h"
#include "ledger/ledger.h"
#include "ledger/state_keys.h"

namespace apricot {

// LedgerGenesisInvalid. The clock must outlive the ledger.
[[nodiscard]] Result<std::unique_ptr<Ledger>>
createMemoryLedger(const Consortium &genesis, const Clock &clock, Random &random);

} // namespace apricot
