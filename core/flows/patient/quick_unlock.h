// SPDX-License-Identifier: GPL-3.0-or-later
// Opening a vault on this device without its passphrase: by a PIN, or by a finger or face. What is
// kept is the passphrase, encrypted, in a file beside the vault; the key for it needs a random
// secret that only the device's key store holds, and the PIN stretched by Argon2id.
//
// Who has the file but not the key store can do nothing, whatever they know of the PIN. Who has
// both needs at most 10^6 Argon2id runs for six digits: hours to days. Wrong tries are counted
// before each is made, in the key store as well as in the file (the lower number counts), so
// putting back an old copy of the file gives no more tries. The file ends with a checksum under the
// secret: a change is noticed. A changed passphrase (the vault's key file is another one) ends it.
#pragma once

#include "base/random.h"
#include "base/result.h"
#include "crypto/derive.h"
#include "crypto/key_store.h"

#include <filesystem>

namespace apricot {

inline constexpr unsigned quickTries = 5; // wrong PINs before it is gone
inline constexpr std::size_t leastPinDigits = 6, mostPinDigits = 64;

// Whether it may be a new PIN: ASCII digits, not all alike, no 123456, no 123123 ...
// PinTooShort (also for anything but digits, or too many); PinTooEasy.
[[nodiscard]] Result<> checkPin(const SecretBytes &pin);

// Replaces an earlier PIN; until it is whole the earlier one still works. WrongPassphrase;
// KeyStoreAbsent, KeyStoreRefused; checkPin's errors. Slow (Argon2id, twice).
[[nodiscard]] Result<> enableQuickUnlock(const std::filesystem::path &vault,
                                         const SecretBytes &passphrase, const SecretBytes &pin,
                                         KeyStore &keys, Random &random,
                                         PasswordCost cost = leastPasswordCost);
// The passphrase. PinWrong says in its detail how many tries are left; QuickUnlockGone after the
// last one, when the passphrase was changed, or the key store has forgotten: it is switched off
// then. QuickUnlockDamaged, QuickUnlockOff and the key store's errors change nothing.
[[nodiscard]] Result<SecretBytes> quickUnlock(const std::filesystem::path &vault,
                                              const SecretBytes &pin, KeyStore &keys);
[[nodiscard]] bool hasQuickUnlock(const std::filesystem::path &vault);
// Tries left; errors as quickUnlock, and it changes as little.
[[nodiscard]] Result<unsigned> quickTriesLeft(const std::filesystem::path &vault, KeyStore &keys);
// Also when there is none, or the file is damaged.
[[nodiscard]] Result<> forgetQuickUnlock(const std::filesystem::path &vault, KeyStore &keys);

// The same with a finger or face: a second secret, released by the key store alone. Call
// biometricUnlock only after the operating system has said that it was the right one; where the key
// store does not itself wait for that (Biometrics::guardsKeys), whoever uses this device as this
// person can get at it, which the screen that switches it on must say.
[[nodiscard]] Result<> enableBiometricUnlock(const std::filesystem::path &vault,
                                             const SecretBytes &passphrase, KeyStore &keys,
                                             Random &random);
[[nodiscard]] Result<SecretBytes> biometricUnlock(const std::filesystem::path &vault,
                                                  KeyStore &keys);
[[nodiscard]] bool hasBiometricUnlock(const std::filesystem::path &vault);
[[nodiscard]] Result<> forgetBiometricUnlock(const std::filesystem::path &vault, KeyStore &keys);

} // namespace apricot
