// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/suspend_organisation.h"

#include "ledger/trial.h"

namespace apricot {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, SuspendOrganisation> &a) {
    archive(a.organisation);
}

namespace {

Result<> rule(const SuspendOrganisation &a, Trial &trial) {
    APRICOT_TRY_ASSIGN(organisation, trial.organisation(a.organisation));
    organisation.status = OrganisationStatus::Suspended;
    return trial.store(organisation);
}

} // namespace

const ActionRow &SuspendOrganisation::row() {
    static const ActionRow row =
        rowOf<SuspendOrganisation, rule>(3, "SuspendOrganisation", 3, Signers::Quorum);
    return row;
}

} // namespace apricot
