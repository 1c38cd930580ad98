// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/clinic/staff.h"

#include "crypto/system_random.h"
#include "vault/events.h"

#include <algorithm>

namespace apricot {
namespace {

bool isSimple(const SecretBytes &pin) {
    const ByteView all = pin.view();
    return all.size() < shortestPin
           || std::ranges::all_of(all, [&](std::uint8_t c) { return c == all.front(); });
}

} // namespace

Result<> addStaff(Vault &clinic, std::string_view name, const SecretBytes &pin, Random &random) {
    APRICOT_TRY_ASSIGN(there, clinic.get(spaces::staff, name));
    if (name.empty() || name.size() > 64 || there)
        return fail(ErrorCode::StaffNameRefused, std::string(name));
    if (isSimple(pin)) return fail(ErrorCode::StaffPinSimple);
    const auto salt = randomFixed<Salt16>(random);
    APRICOT_TRY_ASSIGN(key, deriveFromPassword(pin, salt, leastPasswordCost));
    SecretBytes kept(Salt16::size + SymmetricKey::size);
    std::ranges::copy(salt.view(), kept.writable().begin());
    std::ranges::copy(key.view(), kept.writable().begin() + Salt16::size);
    APRICOT_TRY(clinic.put(spaces::staff, name, kept.view()));
    return note<events::staffAdded>(clinic, name);
}

Result<> removeStaff(Vault &clinic, std::string_view name) {
    APRICOT_TRY(clinic.remove(spaces::staff, name));
    APRICOT_TRY(clinic.remove(spaces::staffWrong, name));
    return note<events::staffRemoved>(clinic, name);
}

Result<std::vector<std::string>> staffOf(Vault &clinic) {
    return clinic.keys(spaces::staff);
}

Result<> signIn(Vault &clinic, std::string_view name, const SecretBytes &pin) {
    APRICOT_TRY_ASSIGN(kept, clinic.get(spaces::staff, name));
    APRICOT_TRY_ASSIGN(wrong, clinic.get(spaces::staffWrong, name));
    const int tries = wrong && wrong->size() == 1 ? wrong->view().front() : 0;
    if (tries >= mostWrongPins) return fail(ErrorCode::StaffPinBlocked, std::string(name));
    bool right = false;
    if (kept && kept->size() == Salt16::size + SymmetricKey::size) {
        const auto salt = Salt16::from(kept->view().first(Salt16::size));
        APRICOT_TRY_ASSIGN(key, deriveFromPassword(pin, *salt, leastPasswordCost));
        std::uint8_t differs = 0; // in constant time
        for (std::size_t i = 0; i < SymmetricKey::size; ++i)
            differs |= static_cast<std::uint8_t>(key.view()[i] ^ kept->view()[Salt16::size + i]);
        right = differs == 0;
    }
    if (right) {
        APRICOT_TRY(clinic.remove(spaces::staffWrong, name));
        return note<events::signIn>(clinic, name);
    }
    const auto counted = static_cast<std::uint8_t>(tries + 1);
    APRICOT_TRY(clinic.put(spaces::staffWrong, name, ByteView(&counted, 1)));
    APRICOT_TRY(note<events::wrongPin>(clinic, name));
    return fail(ErrorCode::StaffPinWrong, std::to_string(mostWrongPins - counted));
}

Result<> allowPinsAgain(Vault &clinic) {
    APRICOT_TRY_ASSIGN(names, clinic.keys(spaces::staffWrong));
    for (const std::string &name : names) APRICOT_TRY(clinic.remove(spaces::staffWrong, name));
    return {};
}

} // namespace apricot
