// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/patient/end_grant.h"

#include "flows/patient/looked_after.h"
#include "flows/patient/share.h"

namespace apricot {

Result<Opening> endGrant(Session &session, const GrantId &grant) {
    APRICOT_TRY_ASSIGN(chosen, session.ledger());
    APRICOT_TRY_ASSIGN(mailbox, chosen->neededMailbox());
    APRICOT_TRY_ASSIGN(wallet, session.wallet());
    bool isEnded = false; // also when the relay that carried the end does not carry the look
    return session.askApartElseDirectly([&](Ledger &ledger) -> Result<Opening> {
        if (!isEnded)
            APRICOT_TRY(revoke(*session.vault, wallet, ledger, *mailbox, grant, session.clock,
                               session.random));
        isEnded = true;
        return lookAfter(grant, *session.vault, ledger);
    });
}

} // namespace apricot
