// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/desk.h"

#include "crypto/seal.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"

#include <algorithm>

namespace apricot {
namespace {

Result<SigningKey> newKey(Vault &vault, std::string_view name, Random &random) {
    SigningKey key;
    random.fill(key.writable());
    APRICOT_TRY(vault.put(deskKeySpace, name, key.view()));
    return key;
}

} // namespace

Result<Organisation> makeDesk(Vault &vault, std::string name, std::uint8_t clearance,
                              std::vector<Purpose> purposes, Random &random) {
    Organisation out;
    out.id = randomFixed<OrganisationId>(random);
    out.name = std::move(name);
    out.clearance = clearance;
    std::ranges::sort(purposes);
    purposes.erase(std::unique(purposes.begin(), purposes.end()), purposes.end());
    out.purposes = std::move(purposes);
    APRICOT_TRY_ASSIGN(admin, newKey(vault, "admin", random));
    APRICOT_TRY_ASSIGN(desk, newKey(vault, "desk", random));
    APRICOT_TRY_ASSIGN(opening, newKey(vault, "opening", random));
    APRICOT_TRY(vault.put(deskKeySpace, "organisation", out.id.view()));
    out.admin = verifyKeyOf(admin);
    out.deskKeys = {verifyKeyOf(desk)};
    out.sealing = sealKeyOf(*OpenKey::from(opening.view()));
    return out;
}

Result<Desk> deskOf(Vault &vault) {
    Desk out;
    APRICOT_TRY_ASSIGN(signing, vault.get(deskKeySpace, "desk"));
    APRICOT_TRY_ASSIGN(opening, vault.get(deskKeySpace, "opening"));
    APRICOT_TRY_ASSIGN(organisation, vault.get(deskKeySpace, "organisation"));
    auto signs = signing ? SigningKey::from(signing->view()) : std::nullopt;
    auto opens = opening ? OpenKey::from(opening->view()) : std::nullopt;
    const auto id = organisation ? OrganisationId::from(organisation->view()) : std::nullopt;
    if (!signs || !opens || !id) return fail(Code::KeyNotInVault, "desk");
    out.signing = std::move(*signs);
    out.opening = std::move(*opens);
    out.organisation = *id;
    return out;
}

} // namespace apricot
