// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/shared/grant_ledger.h"

namespace apricot {

Result<> standsOn(const Ledger &ledger, const GrantPublic &grant) {
    if (grant.chainId == ledger.chainId()) return {};
    return fail(ErrorCode::GrantOnOtherLedger, grant.chainId);
}

} // namespace apricot
