// SPDX-License-Identifier: GPL-3.0-or-later
// A node that keeps packages and month keys, who runs it and for whom. Signed by a quorum of the
// consortium.
#pragma once

#include "ledger/action.h"
#include "ledger/node_state.h"

namespace apricot {

struct RegisterNode {
    NodeId id;
    Node node; // status Active
    [[nodiscard]] static const ActionRow &row();
};

} // namespace apricot
