// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/change_consortium.h"

#include "ledger/trial.h"

namespace apricot {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, ChangeConsortium> &a) {
    archive(a.admins, a.quorum, a.quota);
}

namespace {

// Whoever comes shows that the key is theirs, lest one that nobody holds lock the quorum.
Result<Complaint> complaintAboutSigners(const ChangeConsortium &a, const Trial &trial) {
    APRICOT_TRY_ASSIGN(value, trial.value(consortiumKey()));
    std::vector<VerifyKey> before;
    if (value) {
        APRICOT_TRY_ASSIGN(standing, decodeConsortium(*value));
        before = std::move(standing.admins);
    }
    for (const VerifyKey &admin : a.admins)
        if (!std::ranges::binary_search(before, admin) && !trial.isSignedBy(admin))
            return Complaint("not signed by the new administrator " + toHex(admin.view()));
    return Complaint();
}

Result<> rule(const ChangeConsortium &a, Trial &trial) {
    const Consortium changed{trial.block().chainId, a.admins, a.quorum};
    APRICOT_TRY_ASSIGN(version, trial.version());
    const bool proven = version.current >= provenSince;
    Complaint complaint = proven ? complaintAboutNew(changed) : complaintAbout(changed);
    if (!complaint && (version.current < 2) != (a.quota == 0))
        complaint = "an organisation's transactions an hour: none in version 1, some from 2 on";
    if (!complaint && proven) {
        APRICOT_TRY_ASSIGN(unsignedBy, complaintAboutSigners(a, trial));
        complaint = std::move(unsignedBy);
    }
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
        return out;
    }();
    return row;
}

} // namespace apricot
