// SPDX-License-Identifier: GPL-3.0-or-later
// The person's answer travels over the network: sealed to the clinic's sealing key and posted under
// it. Whoever holds the mailbox sees that the clinic got something, and not from whom.
#pragma once

#include "exchange/desk_message.h"
#include "flows/redeem.h"
#include "flows/request.h"

namespace apricot {

// A grant, as an answer to a request or by itself. The mailbox's errors.
[[nodiscard]] Result<> sendGrant(const SignedGrant &grant, const Organisation &clinic,
                                 Mailbox &mailbox, const Clock &clock,
                                 const std::optional<RequestId> &answers = std::nullopt);
[[nodiscard]] Result<> decline(const AskedFor &asked, Mailbox &mailbox, const Clock &clock);

// What has been sent to this desk's organisation, oldest first, each once. What does not open, is
// no grant for this organisation on this ledger, or is forged, is left out. The mailbox's errors.
[[nodiscard]] Result<std::vector<DeskMessage>> fetchDesk(const Desk &desk, Ledger &ledger,
                                                         Mailbox &mailbox);

} // namespace apricot
