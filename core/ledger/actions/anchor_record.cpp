// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/anchor_record.h"

#include "ledger/trial.h"

namespace apricot {
namespace {

void write(cbor::Writer &out, const AnchorRecord &a) {
    out.bytes(a.organisation.view()).bytes(a.commitment.view());
}

Result<Action> read(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(organisation, in.fixed<OrganisationId>());
    APRICOT_TRY_ASSIGN(commitment, in.fixed<Digest>());
    return Action(AnchorRecord{organisation, commitment});
}

Result<> rule(const AnchorRecord &a, Trial &trial) {
    APRICOT_TRY(trial.organisationOfDesk(a.organisation));
    APRICOT_TRY(trial.countQuota(a.organisation));
    return trial.markOnce(anchorKey(a.organisation, a.commitment));
}

} // namespace

const ActionRow &AnchorRecord::row() {
    static const ActionRow row =
        rowOf<AnchorRecord, write, read, rule>(8, "AnchorRecord", 3, 2, Signers::One);
    return row;
}

} // namespace apricot
