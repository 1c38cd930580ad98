// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/set_standing.h"

#include "ledger/trial.h"

namespace apricot {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, SetStanding> &a) {
    archive(a.organisation, cbor::enclosed(a.restriction));
}

namespace {

Complaint complaintAbout(const Restriction &restriction, UnixTime now) {
    if (restriction.until <= now) return "it ends before it begins";
    if (restriction.until > now + longestRestriction) return "it lasts more than five years";
    return complaintAbout(restriction);
}

Result<> rule(const SetStanding &a, Trial &trial) {
    APRICOT_TRY_ASSIGN(organisation, trial.organisation(a.organisation));
    if (a.restriction)
        if (const auto complaint = complaintAbout(*a.restriction, trial.block().time))
            return refuse(Refusal::StandingInvalid, *complaint);
    organisation.restriction = a.restriction;
    return trial.store(organisation);
}

} // namespace

const ActionRow &SetStanding::row() {
    static const ActionRow row = rowOf<SetStanding, rule>(17, "SetStanding", 3, Signers::Quorum);
    return row;
}

} // namespace apricot
