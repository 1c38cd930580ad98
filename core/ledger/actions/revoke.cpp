// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/revoke.h"

#include "ledger/trial.h"

namespace apricot {
namespace {

void write(cbor::Writer &out, const Revoke &a) {
    out.bytes(a.revoker.view()).bytes(a.grant.view());
}

Result<Action> read(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(revoker, in.fixed<VerifyKey>());
    APRICOT_TRY_ASSIGN(grant, in.fixed<GrantId>());
    return Action(Revoke{revoker, grant});
}

Result<> rule(const Revoke &a, Trial &trial) {
    APRICOT_TRY(trial.isSignedByOnly(a.revoker));
    return trial.markOnce(tombstoneKey(a.revoker, a.grant));
}

} // namespace

const ActionRow &Revoke::row() {
    static const ActionRow row = rowOf<Revoke, write, read, rule>(6, "Revoke", 1, 2, Signers::One);
    return row;
}

} // namespace apricot
