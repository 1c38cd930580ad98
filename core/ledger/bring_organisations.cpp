// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/bring_organisations.h"

#include "codec/fields.h"
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

Result<Writes> bringOrganisations(const CommittedState &committed, const StateView &now) {
    const char letter = static_cast<char>(organisationKey({}).front());
    std::vector<Bytes> keys;
    APRICOT_TRY(committed.eachValue([&](ByteView key, ByteView) -> Result<bool> {
        const char here = key.empty() ? '\0' : static_cast<char>(key.front());
        if (here == letter) keys.emplace_back(key.begin(), key.end());
        return here <= letter;
    }));
    Writes out;
    std::vector<Listed> all;
    for (const Bytes &key : keys) {
        APRICOT_TRY_ASSIGN(value, now.value(key));
        if (!value) continue;
        APRICOT_TRY_ASSIGN(old, cbor::decode<Organisation2>(*value));
        const Organisation organisation = brought(old);
        if (!isValid(organisation)) return stateMalformed("organisation of version 2");
        all.push_back(listedFrom(organisation));
        out[key] = encode(organisation);
    }
    out.merge(listAll(std::move(all)));
    return out;
}

} // namespace apricot
