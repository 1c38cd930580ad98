// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules would say of a proposal that all have signed who must: asked of the ledger's
// proven state before anybody signs, so that nobody signs what would be refused.
#pragma once

#include "ledger/action.h"
#include "ledger/ledger.h"

namespace apricot {

// False: it changes nothing. The refusals of the action's own rule; the ledger's errors.
[[nodiscard]] Result<bool> changesSomething(Ledger &ledger, const Action &action,
                                            const Clock &clock);
// The keys that an action brings in and that sign it too: new administrators, new validators.
[[nodiscard]] std::vector<VerifyKey> keysBroughtIn(const Action &action);

} // namespace apricot
