// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/register_organisation.h"

#include "consent/text.h"
#include "ledger/trial.h"

namespace apricot {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, RegisterOrganisation> &a) {
    archive(cbor::enclosed(a.organisation));
    archive.check(complaintAbout(a.organisation));
}

namespace {

Result<> rule(const RegisterOrganisation &a, Trial &trial) {
    APRICOT_TRY_ASSIGN(standing, trial.value(organisationKey(a.organisation.id)));
    if (standing) return refuse(Refusal::OrganisationExists);
    // Nobody could give it a permission.
    if (!isUsableName(a.organisation.name))
        return invalidOrganisation("the name cannot stand in a permission's words");
    if (a.organisation.status != OrganisationStatus::Active)
        return invalidOrganisation("a new organisation is active");
    if (a.organisation.restriction) return invalidOrganisation("a new one is not restricted");
    return trial.store(a.organisation);
}

} // namespace

const ActionRow &RegisterOrganisation::row() {
    static const ActionRow row =
        rowOf<RegisterOrganisation, rule>(1, "RegisterOrganisation", 3, Signers::Quorum);
    return row;
}

} // namespace apricot
