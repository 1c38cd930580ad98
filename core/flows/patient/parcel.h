// SPDX-License-Identifier: GPL-3.0-or-later
// A package on its way to the clinic's mailbox: kept in the person's vault until it is there, and
// for as long as the mailbox may drop it unredeemed.
#pragma once

#include "exchange/mailbox.h"
#include "vault/vault.h"
#include "wallet/wallet.h"

namespace apricot {

inline constexpr UnixTime leaveAgainAfter = UnixTime{7} * 86400; // mailboxes keep it 14 days

[[nodiscard]] Result<> keepParcel(Vault &vault, const GrantId &grant, ByteView package);
[[nodiscard]] Result<> dropParcel(Vault &vault, const GrantId &grant);
// To be handed over beside the code; nothing: it has been delivered and is not kept any more.
[[nodiscard]] Result<std::optional<Bytes>> parcelOf(Vault &vault, const GrantId &grant);
// Leaves it where the audience's packages wait, signed for each host, unless it lies there.
// MailboxRefusedDeposit; ClinicMailboxOutOfReach: it waits on; PackageOfEndedGrant: every host says
// so, and it is not kept any more; GrantUnknownHere.
[[nodiscard]] Result<> deliverParcel(Vault &vault, const Wallet &wallet, Mailbox &mailbox,
                                     const GrantId &grant, UnixTime now);
struct Delivered {
    std::size_t waiting = 0;    // for their first arrival, of all
    std::optional<Error> ended; // PackageOfEndedGrant: one was dropped for that, and never arrived
};
// All that have not arrived or may have been dropped, `to` one clinic or to each; forgets what has
// expired. The vault's errors.
[[nodiscard]] Result<Delivered> deliverParcels(Vault &vault, const Wallet &wallet, Mailbox &mailbox,
                                               UnixTime now,
                                               const std::optional<OrganisationId> &to = {});
[[nodiscard]] Result<std::size_t> parcelsWaiting(Vault &vault);

} // namespace apricot
