// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/revoke_delegation.h"

#include "ledger/trial.h"

namespace apricot {
namespace {

void write(cbor::Writer &out, const RevokeDelegation &a) {
    out.bytes(a.delegation.view());
}

Result<Action> read(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(delegation, in.fixed<DelegationId>());
    return Action(RevokeDelegation{delegation});
}

Result<> rule(const RevokeDelegation &a, Trial &trial) {
    return trial.markOnce(delegationEndKey(trial.checked().signers.front(), a.delegation));
}

} // namespace

const ActionRow &RevokeDelegation::row() {
    static const ActionRow row =
        rowOf<RevokeDelegation, write, read, rule>(7, "RevokeDelegation", 3, 1, Signers::One);
    return row;
}

} // namespace apricot
