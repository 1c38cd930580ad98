// SPDX-License-Identifier: GPL-3.0-or-later
// Keys from keys (keyed BLAKE2b), and keys from passphrases (Argon2id, RFC 9106).
#pragma once

#include "base/result.h"
#include "crypto/keys.h"

#include <functional>

namespace apricot {

// BLAKE2b-256 keyed with `key` over len(label) (one byte) | label | info: one-way, and independent
// for every label and info.
[[nodiscard]] SymmetricKey deriveKey(const SymmetricKey &key, std::string_view label,
                                     ByteView info = {});

struct PasswordCost {
    std::uint32_t passes = 3;
    std::uint64_t memoryBytes = 64ULL << 20U;
    bool operator==(const PasswordCost &) const = default;
};
inline constexpr PasswordCost leastPasswordCost{};

// The cost that takes about a second on this machine, never less than leastPasswordCost. Measured
// with the given stopwatch (seconds since anything), so that tests need not wait.
[[nodiscard]] PasswordCost calibratePasswordCost(const std::function<double()> &stopwatch);
// Measured on this machine's clock. With APRICOT_PASSWORD_COST=least in the environment it is the
// least one: for tests that make many vaults, and for machines so busy that nothing can be
// measured.
[[nodiscard]] PasswordCost passwordCostHere();
// Slow by design: call it off the GUI thread. PasswordCostRefused below the least or above 4 GiB or
// 64 passes (a hostile file must not make the machine swap); OutOfMemory when it cannot be had.
[[nodiscard]] Result<SymmetricKey> deriveFromPassword(const SecretBytes &passphrase,
                                                      const Salt16 &salt, PasswordCost cost);

} // namespace apricot
