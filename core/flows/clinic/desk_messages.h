// SPDX-License-Identifier: GPL-3.0-or-later
// What patients sent to a clinic's desk: grants, and declined requests.
#pragma once

#include "exchange/desk_message.h"
#include "exchange/mailbox.h"
#include "flows/clinic/desk.h"
#include "ledger/ledger.h"

namespace apricot {

// What has been sent to this desk's organisation, oldest first, each once. What does not open, is
// no grant for this organisation on this ledger, or is forged, is left out. The mailbox's errors.
[[nodiscard]] Result<std::vector<DeskMessage>> fetchDesk(const Desk &desk, Ledger &ledger,
                                                         Mailbox &mailbox);

} // namespace apricot
