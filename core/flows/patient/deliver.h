// SPDX-License-Identifier: GPL-3.0-or-later
// Over the network to a clinic, by way of its mailbox: a grant, or a no to what it asked.
#pragma once

#include "exchange/mailbox.h"
#include "flows/patient/request.h"

namespace apricot {

// A grant, as an answer to a request or by itself. The mailbox's errors.
[[nodiscard]] Result<> sendGrant(const SignedGrant &grant, const Organisation &clinic,
                                 Mailbox &mailbox, const Clock &clock,
                                 const std::optional<RequestId> &answers = std::nullopt);
// One that was given, and first its package, if that waits here. GrantUnknownHere, the errors of
// deliverParcel (flows/patient/parcel.h) and of sendGrant.
[[nodiscard]] Result<> sendGiven(Vault &vault, const Wallet &wallet, Mailbox &mailbox,
                                 const GrantId &grant, const Organisation &clinic,
                                 const Clock &clock);
[[nodiscard]] Result<> decline(const AskedFor &asked, Mailbox &mailbox, const Clock &clock);

} // namespace apricot
