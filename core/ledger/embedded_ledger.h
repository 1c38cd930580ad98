// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger in a folder: LMDB, one atomic commit a block, headers chained by hash and signed by
// the ledger's own key. Several threads and several processes may open the same folder at once.
#pragma once

#include "base/random.h"
#include "ledger/hosted_ledger.h"
#include "ledger/state_keys.h"

#include <filesystem>

namespace apricot {

struct EmbeddedOptions {
    std::uint64_t versionsKept = 256;        // states whose proofs can still be made
    std::uint64_t firstMapSize = 64U << 20U; // bytes; doubled as needed
    // Whether a power cut may undo the last block (never tear one). Only for a host that is told
    // its blocks again.
    bool lastBlockMayBeUndone = false;
    std::uint64_t largestMapSize = std::uint64_t{64} << 30U;
};

// Makes the folder, the ledger's signing key (ledger.key, mode 0600) and the genesis block. With no
// chain id in `genesis` a random one is made. Killed in the middle, it can be created again.
// LedgerExists, LedgerGenesisInvalid, LedgerUnavailable. The clock must outlive the ledger.
[[nodiscard]] Result<std::unique_ptr<Ledger>>
createEmbeddedLedger(const std::filesystem::path &folder, Consortium genesis, const Clock &clock,
                     Random &random, const EmbeddedOptions &options = {});

// A ledger that an older Apricot made is brought to the newest rules by blocks of its own.
// LedgerMissing, LedgerDamaged, LedgerUnavailable; RulesTooNew when a newer one made it.
[[nodiscard]] Result<std::unique_ptr<HostedLedger>>
openEmbeddedLedger(const std::filesystem::path &folder, const Clock &clock,
                   const EmbeddedOptions &options = {});

} // namespace apricot
