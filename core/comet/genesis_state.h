// SPDX-License-Identifier: GPL-3.0-or-later
// What a consortium's chain begins with, as the "app_state" of CometBFT's genesis file:
// {"admins": [hex ...], "quorum": 3, "quota": 3600}. The quota may be left out (3600). It begins
// with the newest rules; "rules": N begins with older ones, to try a change of the rules.
// A chain that begins anew from a state that was kept has {"continues": {"height": N, "root": hex}}
// alone: all that the state says goes on.
#pragma once

#include "ledger/block.h"

namespace apricot::comet {

struct Continued {
    Height height = 0; // of the kept state's last block; the chain begins with the next
    Digest root;       // of its state
};
// Nothing: it begins with a state of its own. GenesisMalformed.
[[nodiscard]] Result<std::optional<Continued>> continuedIn(std::string_view appState);

// Whether what is here is that state, whole: every key and value under that root, of that chain,
// and no later than `begins`, so that time does not go back. GenesisMalformed says what is here
// instead; LedgerDamaged.
[[nodiscard]] Result<> verifyContinued(const CommittedState &state, const Continued &from,
                                       const std::string &chainId, UnixTime begins);

// The state before the first block. GenesisMalformed.
[[nodiscard]] Result<Writes> genesisState(std::string_view appState, const std::string &chainId,
                                          const ChainValidators &validators);

[[nodiscard]] Error genesisMalformed(std::string what);

} // namespace apricot::comet
