// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger would say of a proposal that all have signed who must: its own judgement
// (rules.h) of its proven state, asked before anybody signs, so that nobody signs what would be
// refused.
#pragma once

#include "ledger/ledger.h"
#include "ledger/rules.h"

namespace apricot {

// What it would change; empty: nothing. The refusal; the ledger's errors.
[[nodiscard]] Result<Writes> tried(Ledger &ledger, const Transaction &unsignedYet,
                                   const Clock &clock);
// Of one that some have signed, as it travels.
[[nodiscard]] Result<Writes> tried(Ledger &ledger, ByteView wire, const Clock &clock);
// The keys that an action lets in and that sign it too: administrators, new validators.
[[nodiscard]] std::vector<VerifyKey> keysBroughtIn(const Action &action);

} // namespace apricot
