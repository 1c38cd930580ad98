// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/reinstate_organisation.h"

#include "ledger/trial.h"

namespace apricot {
namespace {

void write(cbor::Writer &out, const ReinstateOrganisation &a) {
    out.bytes(a.organisation.view());
}

Result<Action> read(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(organisation, in.fixed<OrganisationId>());
    return Action(ReinstateOrganisation{organisation});
}

Result<> rule(const ReinstateOrganisation &a, Trial &trial) {
    APRICOT_TRY_ASSIGN(organisation, trial.organisation(a.organisation));
    organisation.status = OrganisationStatus::Active;
    return trial.store(organisation);
}

} // namespace

const ActionRow &ReinstateOrganisation::row() {
    static const ActionRow row = rowOf<ReinstateOrganisation, write, read, rule>(
        4, "ReinstateOrganisation", 3, 1, Signers::Quorum);
    return row;
}

} // namespace apricot
