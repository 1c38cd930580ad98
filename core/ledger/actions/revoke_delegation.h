// SPDX-License-Identifier: GPL-3.0-or-later
// Ends every grant made under a delegation, whether or not the ledger ever saw it. Signed by the
// key that signed the delegation: another's end stands under that other's key and ends nothing.
#pragma once

#include "ledger/action.h"
#include "ledger/state_keys.h"

namespace apricot {

struct RevokeDelegation {
    DelegationId delegation;
    [[nodiscard]] static const ActionRow &row();
};

} // namespace apricot
