// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/register_organisation.h"

#include "ledger/trial.h"

namespace apricot {
namespace {

void write(cbor::Writer &out, const RegisterOrganisation &a) {
    out.bytes(encode(a.organisation));
}

Result<Action> read(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(encoded, in.bytes());
    auto organisation = decodeOrganisation(encoded);
    if (!organisation) return malformedAction("organisation: " + organisation.error().detail);
    return Action(RegisterOrganisation{std::move(organisation).value()});
}

Result<> rule(const RegisterOrganisation &a, Trial &trial) {
    APRICOT_TRY_ASSIGN(standing, trial.value(organisationKey(a.organisation.id)));
    if (standing) return refuse(Refusal::OrganisationExists);
    if (a.organisation.status != OrganisationStatus::Active)
        return invalidOrganisation("a new organisation is active");
    if (a.organisation.restriction) return invalidOrganisation("a new one is not restricted");
    return trial.store(a.organisation);
}

} // namespace

const ActionRow &RegisterOrganisation::row() {
    static const ActionRow row = rowOf<RegisterOrganisation, write, read, rule>(
        1, "RegisterOrganisation", 3, 1, Signers::Quorum);
    return row;
}

} // namespace apricot
