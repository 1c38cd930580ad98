// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/revoke_delegation.h"

#include "ledger/trial.h"

namespace apricot {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, RevokeDelegation> &a) {
    archive(a.delegation);
}

namespace {

Result<> rule(const RevokeDelegation &a, Trial &trial) {
    return trial.markOnce(delegationEndKey(trial.checked().signers.front(), a.delegation));
}

} // namespace

const ActionRow &RevokeDelegation::row() {
    static const ActionRow row =
        rowOf<RevokeDelegation, rule>(7, "RevokeDelegation", 3, Signers::One);
    return row;
}

} // namespace apricot
