// SPDX-License-Identifier: GPL-3.0-or-later
// What a consortium's chain begins with, as the "app_state" of CometBFT's genesis file:
// {"admins": [hex ...], "quorum": 3, "quota": 3600}. Without a quota it begins with version 1 of
// the rules, which knows none.
#pragma once

#include "ledger/rules.h"

namespace apricot::comet {

// The state before the first block. GenesisMalformed.
[[nodiscard]] Result<Writes> genesisState(std::string_view appState, const std::string &chainId,
                                          const ChainValidators &validators);

} // namespace apricot::comet
