// SPDX-License-Identifier: GPL-3.0-or-later
// Who works at a counter: names with PINs, kept in the clinic's vault, so that its log says who
// opened what. A PIN tells colleagues apart; what protects the vault is its passphrase. Who has the
// vault open may set up and remove staff: the caller asks for the passphrase before it lets them.
#pragma once

#include "crypto/derive.h"
#include "vault/vault.h"

namespace apricot {

inline constexpr std::size_t shortestPin = 4; // characters
inline constexpr int mostWrongPins = 5;

// StaffNameRefused: empty, longer than 64 bytes, or there already. StaffPinSimple: too short, or
// one character over and over.
[[nodiscard]] Result<> addStaff(Vault &clinic, std::string_view name, const SecretBytes &pin,
                                Random &random);
[[nodiscard]] Result<> removeStaff(Vault &clinic, std::string_view name); // no error if unknown
[[nodiscard]] Result<std::vector<std::string>> staffOf(Vault &clinic);    // ascending
// StaffPinWrong; StaffPinBlocked after mostWrongPins of them, until allowPinsAgain. Both signing in
// and a refusal are noted in the log.
[[nodiscard]] Result<> signIn(Vault &clinic, std::string_view name, const SecretBytes &pin);
// After the vault was opened with its passphrase.
[[nodiscard]] Result<> allowPinsAgain(Vault &clinic);

} // namespace apricot
