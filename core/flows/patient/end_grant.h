// SPDX-License-Identifier: GPL-3.0-or-later
// Ends a permission for good, and shows that the ledger proves it.
#pragma once

#include "flows/patient/openings.h"
#include "session/session.h"

namespace apricot {

// By way of another operator's node; directly when nobody carries it, since an end must not wait.
// What the ledger proves of the permission then, which is kept. MailboxNotChosen; the errors of
// revoke and lookAfter.
[[nodiscard]] Result<Opening> endGrant(Session &session, const GrantId &grant);

} // namespace apricot
