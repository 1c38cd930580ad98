// SPDX-License-Identifier: GPL-3.0-or-later
// A planned version of the rules is given up. Signed by a quorum of the consortium.
#pragma once

#include "ledger/action.h"
#include "ledger/state_keys.h"

namespace apricot {

struct CancelRules {
    std::uint32_t version = 0; // that was planned
    [[nodiscard]] static const ActionRow &row();
};

} // namespace apricot
