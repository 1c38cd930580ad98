// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/register_organisation.h"

#include "ledger/trial.h"
#include "terms/shown_name.h"

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
    APRICOT_TRY(checkNewName(a.organisation.name));
    if (a.organisation.status != OrganisationStatus::Active)
        return invalidOrganisation("a new organisation is active");
    if (a.organisation.restriction) return invalidOrganisation("a new one is not restricted");
    return trial.store(a.organisation);
}

} // namespace

Result<> checkNewName(std::string_view name) {
    if (!isUsableName(name))
        return invalidOrganisation("the name cannot stand in a permission's words");
    return {};
}

const ActionRow &RegisterOrganisation::row() {
    static const ActionRow row =
        rowOf<RegisterOrganisation, rule>(1, "RegisterOrganisation", 3, Signers::Quorum);
    return row;
}

} // namespace apricot
