// SPDX-License-Identifier: GPL-3.0-or-later
// A package on its way to the clinic's mailbox: kept in the person's vault until it is there, and
// for as long as the mailbox may drop it unredeemed; what a phone must know to share without a
// network.
#pragma once

#include "exchange/holders.h"
#include "exchange/mailbox.h"
#include "ledger/ledger.h"
#include "vault/vault.h"
#include "wallet/wallet.h"

namespace apricot {

inline constexpr UnixTime leaveAgainAfter = UnixTime{7} * 86400; // mailboxes keep it 14 days

// The nodes that the ledger's state names, from the vault while they are of today or the ledger is
// out of reach. The vault's errors.
[[nodiscard]] Result<std::vector<HolderNode>> knownNodes(Vault &vault, Ledger &ledger,
                                                         const Clock &clock);
// The one host of a ledger whose state names no nodes, asked or as it was last known; no nodes:
// neither.
[[nodiscard]] Result<Holders> knownHost(Vault &vault, Mailbox *mailbox, MonthNumber month);

[[nodiscard]] Result<> keepParcel(Vault &vault, const GrantId &grant, ByteView package);
[[nodiscard]] Result<> dropParcel(Vault &vault, const GrantId &grant);
// To be handed over beside the code; nothing: it has been delivered and is not kept any more.
[[nodiscard]] Result<std::optional<Bytes>> parcelOf(Vault &vault, const GrantId &grant);
// Leaves it where the audience's packages wait, signed for each host. MailboxRefusedDeposit;
// ClinicMailboxOutOfReach; GrantUnknownHere.
[[nodiscard]] Result<> deliverParcel(Vault &vault, const Wallet &wallet, Mailbox &mailbox,
                                     const GrantId &grant, UnixTime now);
// All that have not arrived or may have been dropped; forgets what has expired. How many still wait
// to arrive for the first time.
[[nodiscard]] Result<std::size_t> deliverParcels(Vault &vault, const Wallet &wallet,
                                                 Mailbox &mailbox, UnixTime now);
[[nodiscard]] Result<std::size_t> parcelsWaiting(Vault &vault);

} // namespace apricot
