// SPDX-License-Identifier: GPL-3.0-or-later
// A node's sealing keys for the months to come, all anew. Signed by the node's own key.
#pragma once

#include "ledger/action.h"
#include "ledger/node_state.h"

namespace apricot {

struct SetMonthKeys {
    NodeId node;
    MonthKeys keys;
    [[nodiscard]] static const ActionRow &row();
};

} // namespace apricot
