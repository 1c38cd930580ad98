// SPDX-License-Identifier: GPL-3.0-or-later
// A clinic opens what a grant opens. Signed by one desk key of the organisation.
#pragma once

#include "ledger/action.h"
#include "ledger/state_keys.h"

namespace apricot {

struct Redeem {
    OrganisationId organisation;
    Bytes grant; // SignedGrant::publicPart
    [[nodiscard]] static const ActionRow &row();
};

} // namespace apricot
