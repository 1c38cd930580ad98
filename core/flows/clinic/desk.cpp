// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/clinic/desk.h"

#include "crypto/seal.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "ledger/actions/register_organisation.h"
#include "vault/restore_changed.h"

#include <algorithm>

namespace apricot {
namespace {

Result<SigningKey> newKey(Vault &vault, std::string_view name, Random &random) {
    SigningKey key;
    random.fill(key.writable());
    APRICOT_TRY(vault.put(spaces::keys, name, key.view()));
    return key;
}

} // namespace

Result<Organisation> makeDesk(Vault &vault, std::string name, std::uint8_t clearance,
                              std::vector<Purpose> purposes, Random &random,
                              const std::optional<OrganisationId> &standing) {
    APRICOT_TRY(checkNewName(name));
    Organisation out;
    out.id = standing ? *standing : randomFixed<OrganisationId>(random);
    out.name = std::move(name);
    out.clearance = clearance;
    std::ranges::sort(purposes);
    purposes.erase(std::unique(purposes.begin(), purposes.end()), purposes.end());
    out.purposes = std::move(purposes);
    APRICOT_TRY_ASSIGN(admin, newKey(vault, "admin", random));
    APRICOT_TRY_ASSIGN(desk, newKey(vault, "desk", random));
    APRICOT_TRY_ASSIGN(opening, newKey(vault, "opening", random));
    APRICOT_TRY(vault.put(spaces::keys, "organisation", out.id.view()));
    out.admin = verifyKeyOf(admin);
    out.desks = {{verifyKeyOf(desk)}};
    out.desks.front().level = clearance;
    out.sealing = sealKeyOf(*OpenKey::from(opening.view()));
    return out;
}

namespace {

template <class Key>
Result<Key> keyOf(Vault &vault, std::string_view name) {
    APRICOT_TRY_ASSIGN(stored, vault.get(spaces::keys, name));
    auto key = stored ? Key::from(stored->view()) : std::nullopt;
    if (!key) return fail(ErrorCode::KeyNotInVault, std::string(name));
    return std::move(*key);
}

} // namespace

Result<VerifyKey> makeSecondDesk(const std::filesystem::path &backup,
                                 const std::filesystem::path &vault, const SecretBytes &passphrase,
                                 Random &random, const Clock &clock) {
    VerifyKey made;
    const auto change = [&](Vault &copy) -> Result<> {
        APRICOT_TRY(deskOf(copy));
        APRICOT_TRY_ASSIGN(desk, newKey(copy, "desk", random));
        made = verifyKeyOf(desk);
        return copy.remove(spaces::keys, "admin");
    };
    APRICOT_TRY(restoreChanged(backup, vault, passphrase, change, random, clock));
    return made;
}

Result<SigningKey> signingKeyOf(Vault &vault, std::string_view name) {
    return keyOf<SigningKey>(vault, name);
}

Result<Desk> deskOf(Vault &vault) {
    APRICOT_TRY_ASSIGN(signing, signingKeyOf(vault, "desk"));
    APRICOT_TRY_ASSIGN(opening, keyOf<OpenKey>(vault, "opening"));
    APRICOT_TRY_ASSIGN(organisation, keyOf<OrganisationId>(vault, "organisation"));
    Desk out;
    out.signing = std::move(signing);
    out.opening = std::move(opening);
    out.organisation = organisation;
    return out;
}

} // namespace apricot
