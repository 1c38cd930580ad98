// SPDX-License-Identifier: GPL-3.0-or-later
// A permission stands on the ledger that it names. Any other knows nothing of it, and what it
// answers would look like a proof that nobody opened it, or that it has ended.
#pragma once

#include "consent/grant.h"
#include "ledger/ledger.h"

namespace apricot {

// GrantOnOtherLedger: names the ledger that it stands on.
[[nodiscard]] Result<> standsOn(const Ledger &ledger, const GrantPublic &grant);

} // namespace apricot
