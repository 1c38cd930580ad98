// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/patient/end_grant.h"

#include "flows/patient/looked_after.h"
#include "flows/patient/share.h"
#include "gateway/relayed_nodes.h"

namespace apricot {

Result<Opening> endGrant(Session &session, const GrantId &grant) {
    APRICOT_TRY_ASSIGN(chosen, session.ledger());
    APRICOT_TRY_ASSIGN(mailbox, chosen->neededMailbox());
    APRICOT_TRY_ASSIGN(wallet, session.wallet());
    Ledger *asked = nullptr;
    const auto end = [&](Ledger &ledger) {
        asked = &ledger;
        return revoke(*session.vault, wallet, ledger, *mailbox, grant, session.clock,
                      session.random);
    };
    const auto apart = session.apart();
    const auto done = gateway::relayedElseDirectly(apart, chosen->ledger(), end);
    auto out = done ? lookAfter(grant, *session.vault, *asked) : Result<Opening>(done.error());
    if (!done || !apart || asked != *apart) session.forgetRelay(); // another next time
    return out;
}

} // namespace apricot
