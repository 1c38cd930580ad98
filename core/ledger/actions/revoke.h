// SPDX-License-Identifier: GPL-3.0-or-later
// A grant ends, whether or not the ledger ever saw it. Signed by the key that signed the grant.
#pragma once

#include "ledger/action.h"
#include "ledger/state_keys.h"

namespace apricot {

struct Revoke {
    VerifyKey pseudonym;
    GrantId grant;
    [[nodiscard]] static const ActionRow &row();
};

} // namespace apricot
