// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/revoke.h"

#include "ledger/trial.h"

namespace apricot {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Revoke> &a) {
    archive(a.revoker, a.grant);
}

namespace {

Result<> rule(const Revoke &a, Trial &trial) {
    APRICOT_TRY(trial.isSignedByOnly(a.revoker));
    return trial.markOnce(tombstoneKey(a.revoker, a.grant));
}

} // namespace

const ActionRow &Revoke::row() {
    static const ActionRow row = rowOf<Revoke, rule>(6, "Revoke", 1, Signers::One);
    return row;
}

} // namespace apricot
