// SPDX-License-Identifier: GPL-3.0-or-later
// An organisation's standing is lowered for a time, or restored. Signed by a quorum of the
// consortium.
#pragma once

#include "ledger/action.h"
#include "ledger/organisation.h"

namespace apricot {

struct SetStanding {
    OrganisationId organisation;
    std::optional<Restriction> restriction; // nothing: it is restored
    [[nodiscard]] static const ActionRow &row();
};

} // namespace apricot
