// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/change_keys.h"

#include "ledger/trial.h"

namespace apricot {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, ChangeKeys> &a) {
    archive(a.organisation, a.admin, a.desks, a.sealing);
}

namespace {

Result<> rule(const ChangeKeys &a, Trial &trial) {
    APRICOT_TRY_ASSIGN(organisation, trial.organisation(a.organisation));
    if (!trial.isSignedBy(organisation.admin)) APRICOT_TRY(trial.isSignedByQuorum());
    organisation.admin = a.admin;
    organisation.desks = a.desks;
    organisation.sealing = a.sealing;
    return trial.store(organisation);
}

} // namespace

const ActionRow &ChangeKeys::row() {
    static const ActionRow row = rowOf<ChangeKeys, rule>(2, "ChangeKeys", 3, Signers::Rule);
    return row;
}

} // namespace apricot
