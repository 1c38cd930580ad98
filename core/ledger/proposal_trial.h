// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger would say of a proposal that all have signed who must: its own judgement
// (rules.h) of its proven state, asked before anybody signs, so that nobody signs what would be
// refused.
#pragma once

#include "ledger/ledger.h"
#include "ledger/rules.h"
#include "ledger/signatories.h"

namespace apricot {

// What it would change; empty: nothing. The refusal; the ledger's errors.
[[nodiscard]] Result<Writes> tried(Ledger &ledger, const Transaction &unsignedYet,
                                   const Clock &clock);
// Of one that some have signed, as it travels.
[[nodiscard]] Result<Writes> tried(Ledger &ledger, ByteView wire, const Clock &clock);
// Who must sign it, as the ledger stands. The state's errors.
[[nodiscard]] Result<Signatories> signatoriesOf(const Action &action, StateReader &state);

} // namespace apricot
