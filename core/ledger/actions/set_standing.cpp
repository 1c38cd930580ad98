// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/set_standing.h"

#include "ledger/trial.h"

namespace apricot {
namespace {

void write(cbor::Writer &out, const SetStanding &a) {
    out.bytes(a.organisation.view());
    if (a.restriction)
        out.bytes(encode(*a.restriction));
    else
        out.null();
}

Result<Action> read(cbor::Reader &in) {
    SetStanding out;
    APRICOT_TRY_ASSIGN(organisation, in.fixed<OrganisationId>());
    out.organisation = organisation;
    if (in.next() == cbor::Reader::Type::Null) {
        APRICOT_TRY(in.null());
        return Action(out);
    }
    APRICOT_TRY_ASSIGN(encoded, in.bytes());
    APRICOT_TRY_ASSIGN(restriction, decodeRestriction(encoded));
    out.restriction = restriction;
    return Action(out);
}

Result<> rule(const SetStanding &a, Trial &trial) {
    APRICOT_TRY_ASSIGN(organisation, trial.organisation(a.organisation));
    const UnixTime now = trial.block().time;
    if (a.restriction
        && (!isValid(*a.restriction) || a.restriction->until <= now
            || a.restriction->until > now + longestRestriction))
        return refuse(Refusal::StandingInvalid);
    organisation.restriction = a.restriction;
    return trial.store(organisation);
}

} // namespace

const ActionRow &SetStanding::row() {
    static const ActionRow row =
        rowOf<SetStanding, write, read, rule>(17, "SetStanding", 3, 2, Signers::Quorum);
    return row;
}

} // namespace apricot
