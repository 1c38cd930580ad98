// SPDX-License-Identifier: GPL-3.0-or-later
// What a new ledger begins with.
#pragma once

#include "base/random.h"
#include "ledger/state_keys.h"

namespace apricot {

// Sorts the admin keys and, when there is no chain id, makes one. LedgerGenesisInvalid.
[[nodiscard]] Result<Consortium> completeGenesis(Consortium genesis, Random &random);

} // namespace apricot
