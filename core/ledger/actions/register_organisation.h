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

// Nobody could give a permission to one of another name. Asked before a clinic makes its keys, too.
// OrganisationInvalid.
[[nodiscard]] Result<> checkNewName(std::string_view name);

} // namespace apricot
