// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/revoke_delegation.h"

#include "consent/delegation.h"
#include "crypto/hash.h"
#include "ledger/trial.h"

namespace apricot {
namespace {

void write(cbor::Writer &out, const RevokeDelegation &a) {
    out.bytes(a.delegator.view()).bytes(a.delegation);
}

Result<Action> read(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(delegator, in.fixed<VerifyKey>());
    APRICOT_TRY_ASSIGN(delegation, in.bytes());
    return Action(RevokeDelegation{delegator, std::move(delegation)});
}

void check(const RevokeDelegation &a, CheckedTransaction &checked) {
    const auto delegation = verifyDelegation(a.delegation);
    checked.delegationIsSigners = delegation.ok() && delegation->from == a.delegator;
}

Result<> rule(const RevokeDelegation &a, Trial &trial) {
    APRICOT_TRY(trial.isSignedByOnly(a.delegator));
    if (!trial.checked().delegationIsSigners) return Trial::notAuthorised("not the delegator");
    return trial.markOnce(delegationTombstoneKey(sha256(a.delegation)));
}

} // namespace

const ActionRow &RevokeDelegation::row() {
    static const ActionRow row = [] {
        ActionRow out =
            rowOf<RevokeDelegation, write, read, rule>(7, "RevokeDelegation", 1, 2, Signers::One);
        out.check = [](const void *a, CheckedTransaction &checked) {
            check(*static_cast<const RevokeDelegation *>(a), checked);
        };
        return out;
    }();
    return row;
}

} // namespace apricot
