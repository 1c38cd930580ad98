// SPDX-License-Identifier: GPL-3.0-or-later
// From that height on, blocks are made by that version of the rules; an older host stops there.
// A later plan takes the place of an earlier one. Signed by a quorum of the consortium.
#pragma once

#include "ledger/action.h"
#include "ledger/state_keys.h"

namespace apricot {

struct ScheduleRules {
    std::uint32_t version = 0;
    Height from = 0;
    [[nodiscard]] static const ActionRow &row();
};

} // namespace apricot
