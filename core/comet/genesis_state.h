// SPDX-License-Identifier: GPL-3.0-or-later
// What a consortium's chain begins with, as the "app_state" of CometBFT's genesis file:
// {"admins": [hex ...], "quorum": 3, "quota": 3600}. The quota may be left out (3600). It begins
// with the newest rules; "rules": N begins with older ones, to try a change of the rules.
#pragma once

#include "ledger/rules.h"

namespace apricot::comet {

// The state before the first block. GenesisMalformed.
[[nodiscard]] Result<Writes> genesisState(std::string_view appState, const std::string &chainId,
                                          const ChainValidators &validators);

} // namespace apricot::comet
