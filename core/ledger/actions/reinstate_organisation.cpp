// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/reinstate_organisation.h"

#include "ledger/trial.h"

namespace apricot {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, ReinstateOrganisation> &a) {
    archive(a.organisation);
}

namespace {

Result<> rule(const ReinstateOrganisation &a, Trial &trial) {
    APRICOT_TRY_ASSIGN(organisation, trial.organisation(a.organisation));
    organisation.status = OrganisationStatus::Active;
    return trial.store(organisation);
}

} // namespace

const ActionRow &ReinstateOrganisation::row() {
    static const ActionRow row =
        rowOf<ReinstateOrganisation, rule>(4, "ReinstateOrganisation", 3, Signers::Quorum);
    return row;
}

} // namespace apricot
