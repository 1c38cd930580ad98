// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/split.h"

namespace apricot {
namespace {

constexpr std::size_t mostShares = 255;

// Without branches or tables: what is multiplied is secret.
std::uint8_t product(std::uint8_t a, std::uint8_t b) {
    unsigned out = 0, left = a;
    for (unsigned bit = 0; bit < 8; ++bit) {
        out ^= left & (0U - (unsigned{b} >> bit & 1U));
        left = (left << 1U) ^ ((0U - (left >> 7U & 1U)) & 0x11BU);
    }
    return static_cast<std::uint8_t>(out);
}

// a^254: the inverse, and 0 for 0.
std::uint8_t inverse(std::uint8_t a) {
    std::uint8_t power = a, out = 1;
    for (int i = 0; i < 7; ++i) {
        power = product(power, power);
        out = product(out, power);
    }
    return out;
}

Error unusable(std::string why) {
    return fail(ErrorCode::SharesUnusable, std::move(why));
}

} // namespace

Result<std::vector<SecretShare>> splitSecret(ByteView secret, std::size_t n, std::size_t t,
                                             Random &random) {
    if (t < 1 || t > n || n > mostShares)
        return unusable(std::to_string(t) + " of " + std::to_string(n));
    std::vector<SecretBytes> coefficients; // of x, x^2 ...
    for (std::size_t i = 1; i < t; ++i) {
        coefficients.emplace_back(secret.size());
        random.fill(coefficients.back().writable());
    }
    std::vector<SecretShare> out;
    for (std::size_t at = 1; at <= n; ++at) {
        const auto x = static_cast<std::uint8_t>(at);
        SecretShare share{x, SecretBytes(secret.size())};
        const auto value = share.value.writable();
        for (std::size_t i = t - 1; i > 0; --i) // Horner
            for (std::size_t byte = 0; byte < value.size(); ++byte)
                value[byte] = product(value[byte] ^ coefficients[i - 1].view()[byte], x);
        for (std::size_t byte = 0; byte < value.size(); ++byte) value[byte] ^= secret[byte];
        out.push_back(std::move(share));
    }
    return out;
}

Result<SecretBytes> valueAt(std::uint8_t at, std::span<const SecretShare> shares) {
    if (shares.empty()) return unusable("none");
    SecretBytes out(shares.front().value.size());
    for (const SecretShare &share : shares) {
        if (share.value.size() != out.size()) return unusable("lengths");
        std::uint8_t above = 1, below = 1; // of Lagrange's basis; places are public
        for (const SecretShare &other : shares) {
            if (&other == &share) continue;
            if (other.at == share.at) return unusable("one place twice");
            above = product(above, at ^ other.at);
            below = product(below, share.at ^ other.at);
        }
        const std::uint8_t weight = product(above, inverse(below));
        const auto sum = out.writable();
        for (std::size_t byte = 0; byte < sum.size(); ++byte)
            sum[byte] ^= product(share.value.view()[byte], weight);
    }
    return out;
}

Result<SecretBytes> joinShares(std::span<const SecretShare> shares) {
    return valueAt(0, shares);
}

} // namespace apricot
