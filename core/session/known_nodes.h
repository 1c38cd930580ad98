// SPDX-License-Identifier: GPL-3.0-or-later
// What a phone knows of the ledger's nodes without a network: as they were when it last asked.
#pragma once

#include "exchange/holders.h"
#include "exchange/mailbox.h"
#include "ledger/ledger.h"
#include "vault/vault.h"

namespace apricot {

// The nodes that the ledger's state names, from the vault while they are of today or the ledger is
// out of reach. The vault's errors.
[[nodiscard]] Result<std::vector<HolderNode>> knownNodes(Vault &vault, Ledger &ledger,
                                                         const Clock &clock);
// The one host of that chain's ledger, whose state names no nodes, asked or as it was last known;
// no nodes: neither.
[[nodiscard]] Result<Holders> knownHost(Vault &vault, std::string_view chain, Mailbox *mailbox,
                                        MonthNumber month);
// Those of a chain as they were last known, nobody being asked; none: never.
[[nodiscard]] Result<std::vector<HolderNode>> rememberedNodes(Vault &vault, std::string_view chain);

} // namespace apricot
