// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/change_consortium.h"

#include "ledger/trial.h"

namespace apricot {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, ChangeConsortium> &a) {
    archive(a.admins, a.quorum, a.quota);
}

namespace {

Result<> rule(const ChangeConsortium &a, Trial &trial) {
    const Consortium changed{trial.block().chainId, a.admins, a.quorum};
    APRICOT_TRY_ASSIGN(version, trial.version());
    const bool proven = version.current >= provenSince;
    Complaint complaint = proven ? complaintAboutNew(changed) : complaintAbout(changed);
    if (!complaint && (version.current < 2) != (a.quota == 0))
        complaint = "an organisation's transactions an hour: none in version 1, some from 2 on";
    // Whoever comes shows that the key is theirs, lest one that nobody holds lock the quorum.
    APRICOT_TRY_ASSIGN(absent, trial.joinsUnsigned());
    if (!complaint && absent)
        complaint = "not signed by the new administrator " + toHex(absent->view());
    if (complaint) return refuse(Refusal::ConsortiumInvalid, *complaint);
    trial.write(consortiumKey(), encode(changed));
    if (a.quota != 0) trial.write(quotaKey(), encodeQuota(a.quota));
    return {};
}

} // namespace

const ActionRow &ChangeConsortium::row() {
    static const ActionRow row = [] {
        ActionRow out = rowOf<ChangeConsortium, rule>(10, "ChangeConsortium", 1, Signers::Quorum);
        out.bringsIn = [](const void *a) {
            return static_cast<const ChangeConsortium *>(a)->admins;
        };
        out.members = [](const StateView &state) -> Result<std::vector<VerifyKey>> {
            APRICOT_TRY_ASSIGN(value, state.value(consortiumKey()));
            if (!value) return std::vector<VerifyKey>();
            APRICOT_TRY_ASSIGN(standing, decodeConsortium(*value));
            return std::move(standing.admins);
        };
        return out;
    }();
    return row;
}

} // namespace apricot
