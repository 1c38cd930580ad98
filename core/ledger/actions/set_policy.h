// SPDX-License-Identifier: GPL-3.0-or-later
// The policy, all anew. Signed by a quorum of the consortium.
#pragma once

#include "ledger/action.h"
#include "ledger/policy.h"

namespace apricot {

struct SetPolicy {
    Policy policy; // empty: none stands from now on
    [[nodiscard]] static const ActionRow &row();
};

} // namespace apricot
