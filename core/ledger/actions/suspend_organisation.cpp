// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/suspend_organisation.h"

#include "ledger/trial.h"

namespace apricot {
namespace {

void write(cbor::Writer &out, const SuspendOrganisation &a) {
    out.bytes(a.organisation.view());
}

Result<Action> read(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(organisation, in.fixed<OrganisationId>());
    return Action(SuspendOrganisation{organisation});
}

Result<> rule(const SuspendOrganisation &a, Trial &trial) {
    APRICOT_TRY_ASSIGN(organisation, trial.organisation(a.organisation));
    organisation.status = OrganisationStatus::Suspended;
    return trial.store(organisation);
}

} // namespace

const ActionRow &SuspendOrganisation::row() {
    static const ActionRow row = rowOf<SuspendOrganisation, write, read, rule>(
        3, "SuspendOrganisation", 3, 1, Signers::Quorum);
    return row;
}

} // namespace apricot
