// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/bring_organisations.h"

#include "ledger/directory_index.h"
#include "ledger/state_codec.h"

namespace apricot {
namespace {

// As it stood before.
struct Organisation2 {
    OrganisationId id;
    std::string name;
    OrganisationStatus status = OrganisationStatus::Active;
    std::uint8_t tier = 1, clearance = 1;
    std::vector<Purpose> purposes;
    VerifyKey admin;
    std::vector<VerifyKey> deskKeys;
    SealKey sealing;
};

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Organisation2> &o) {
    archive(o.id, o.name, o.status, o.tier, o.clearance, o.purposes, o.admin, o.deskKeys,
            o.sealing);
}

// Nothing that stood before is forbidden: all were providers; a desk may what its organisation may,
// and is a doctor's, the profession that a policy to come shuts out last.
Organisation brought(const Organisation2 &old) {
    Organisation out;
    out.id = old.id;
    out.name = old.name;
    out.status = old.status;
    out.roles = bitOf(Role::Provider);
    out.tier = old.tier;
    out.clearance = old.clearance;
    out.purposes = old.purposes;
    out.admin = old.admin;
    for (const VerifyKey &key : old.deskKeys)
        out.desks.push_back({key, Profession::Doctor, old.clearance});
    out.sealing = old.sealing;
    return out;
}

} // namespace

Result<Migrated> bringOrganisations(const CommittedState &committed, const StateView &now) {
    const std::uint8_t letter = organisationKey({}).front();
    Migrated out;
    std::vector<Listed> listed;
    APRICOT_TRY(committed.eachValue([&](ByteView key, ByteView value) -> Result<bool> {
        if (key[0] != letter) return key[0] < letter;
        if (cbor::decode<Organisation>(value)) return true; // by a block before
        out.done = listed.size() < organisationsOfABlock;
        if (!out.done) return false;
        APRICOT_TRY_ASSIGN(old, cbor::decode<Organisation2>(value));
        const Organisation organisation = brought(old);
        if (const auto complaint = complaintAbout(organisation))
            return stateMalformed("organisation of version 2: " + *complaint);
        listed.push_back(listedFrom(organisation));
        out.writes[Bytes(key.begin(), key.end())] = encode(organisation);
        return true;
    }));
    APRICOT_TRY_ASSIGN(index, enterAll(now, listed));
    out.writes.merge(std::move(index));
    return out;
}

} // namespace apricot
