// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/change_consortium.h"

#include "ledger/state_codec.h"
#include "ledger/trial.h"

namespace apricot {
namespace {

void write(cbor::Writer &out, const ChangeConsortium &a) {
    out.array(a.admins.size());
    for (const VerifyKey &admin : a.admins) out.bytes(admin.view());
    out.unsignedInteger(a.quorum).unsignedInteger(a.quota);
}

Result<Action> read(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(admins, readAll<VerifyKey>(in));
    APRICOT_TRY_ASSIGN(quorum, readNumber(in));
    APRICOT_TRY_ASSIGN(quota, readNumber(in));
    return Action(ChangeConsortium{std::move(admins), quorum, quota});
}

Result<> rule(const ChangeConsortium &a, Trial &trial) {
    const Consortium changed{trial.block().chainId, a.admins, a.quorum};
    APRICOT_TRY_ASSIGN(version, trial.version());
    if (!mayBegin(changed) || (version.current < 2) != (a.quota == 0))
        return refuse(Refusal::ConsortiumInvalid);
    trial.write(consortiumKey(), encode(changed));
    if (a.quota != 0) trial.write(quotaKey(), encodeQuota(a.quota));
    return {};
}

} // namespace

const ActionRow &ChangeConsortium::row() {
    static const ActionRow row =
        rowOf<ChangeConsortium, write, read, rule>(10, "ChangeConsortium", 1, 3, Signers::Quorum);
    return row;
}

} // namespace apricot
