// SPDX-License-Identifier: GPL-3.0-or-later
// A new organisation. Signed by a quorum of the consortium.
#pragma once

#include "ledger/action.h"
#include "ledger/state_keys.h"

namespace apricot {

struct RegisterOrganisation {
    Organisation organisation; // as it shall stand; status Active, not restricted
    [[nodiscard]] static const ActionRow &row();
};

} // namespace apricot
