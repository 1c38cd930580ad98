// SPDX-License-Identifier: GPL-3.0-or-later
// A node, all anew, its key apart; a resting one receives no more shares. Signed by a quorum of the
// consortium.
#pragma once

#include "ledger/action.h"
#include "ledger/node_state.h"

namespace apricot {

struct ChangeNode {
    NodeId id;
    Node node;
    [[nodiscard]] static const ActionRow &row();
};

} // namespace apricot
