// SPDX-License-Identifier: GPL-3.0-or-later
// A secret in n shares of which any t rebuild it and t - 1 say nothing of it (Shamir 1979, byte by
// byte over GF(256) with the polynomial of FIPS 197). Arithmetic on secrets takes the same time
// whatever they are. A share that was changed gives another secret: whoever hands shares out
// commits to each.
#pragma once

#include "base/random.h"
#include "base/result.h"
#include "crypto/secret.h"

namespace apricot {

struct SecretShare {
    std::uint8_t at = 1; // the place on the polynomial; the secret lies at 0
    SecretBytes value;   // as long as the secret
};

// Shares at 1 to n. SharesUnusable unless 1 <= t <= n <= 255.
[[nodiscard]] Result<std::vector<SecretShare>> splitSecret(ByteView secret, std::size_t n,
                                                           std::size_t t, Random &random);
// The polynomial's value elsewhere; `shares` fix its degree. SharesUnusable: none, of different
// lengths, or two of one place.
[[nodiscard]] Result<SecretBytes> valueAt(std::uint8_t at, std::span<const SecretShare> shares);
// valueAt(0): exactly t shares.
[[nodiscard]] Result<SecretBytes> joinShares(std::span<const SecretShare> shares);

} // namespace apricot
