// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/change_keys.h"

#include "ledger/trial.h"

namespace apricot {
namespace {

void write(cbor::Writer &out, const ChangeKeys &a) {
    out.bytes(a.organisation.view()).bytes(a.admin.view()).array(a.desks.size());
    for (const DeskKey &desk : a.desks) out.raw(encode(desk));
    out.bytes(a.sealing.view());
}

Result<Action> read(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(organisation, in.fixed<OrganisationId>());
    APRICOT_TRY_ASSIGN(admin, in.fixed<VerifyKey>());
    APRICOT_TRY_ASSIGN(count, in.array());
    std::vector<DeskKey> desks;
    for (std::size_t i = 0; i < count; ++i) {
        APRICOT_TRY_ASSIGN(raw, in.raw());
        APRICOT_TRY_ASSIGN(desk, decodeDeskKey(raw));
        desks.push_back(desk);
    }
    APRICOT_TRY_ASSIGN(sealing, in.fixed<SealKey>());
    return Action(ChangeKeys{organisation, admin, std::move(desks), sealing});
}

Result<> rule(const ChangeKeys &a, Trial &trial) {
    APRICOT_TRY_ASSIGN(organisation, trial.organisation(a.organisation));
    if (!trial.isSignedBy(organisation.admin)) APRICOT_TRY(trial.isSignedByQuorum());
    organisation.admin = a.admin;
    organisation.desks = a.desks;
    organisation.sealing = a.sealing;
    return trial.store(organisation);
}

} // namespace

const ActionRow &ChangeKeys::row() {
    static const ActionRow row =
        rowOf<ChangeKeys, write, read, rule>(2, "ChangeKeys", 3, 4, Signers::Rule);
    return row;
}

} // namespace apricot
