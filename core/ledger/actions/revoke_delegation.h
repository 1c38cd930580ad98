// SPDX-License-Identifier: GPL-3.0-or-later
// Ends every grant made under a delegation. Signed by the key that signed the delegation.
#pragma once

#include "ledger/action.h"
#include "ledger/state_keys.h"

namespace apricot {

struct RevokeDelegation {
    VerifyKey delegator;
    Bytes delegation; // the signed delegation, whole: its signature shows whose it is
    [[nodiscard]] static const ActionRow &row();
};

} // namespace apricot
