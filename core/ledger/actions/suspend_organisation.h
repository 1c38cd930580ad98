// SPDX-License-Identifier: GPL-3.0-or-later
// An organisation may open nothing until it is reinstated. Signed by a quorum of the consortium.
#pragma once

#include "ledger/action.h"
#include "ledger/state_keys.h"

namespace apricot {

struct SuspendOrganisation {
    OrganisationId organisation;
    [[nodiscard]] static const ActionRow &row();
};

} // namespace apricot
