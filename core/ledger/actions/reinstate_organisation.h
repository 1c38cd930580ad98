// SPDX-License-Identifier: GPL-3.0-or-later
// A suspended organisation works again. Signed by a quorum of the consortium.
#pragma once

#include "ledger/action.h"
#include "ledger/state_keys.h"

namespace apricot {

struct ReinstateOrganisation {
    OrganisationId organisation;
    [[nodiscard]] static const ActionRow &row();
};

} // namespace apricot
