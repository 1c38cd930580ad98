// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/system_random.h"

#include <sodium.h>

namespace apricot {

void SystemRandom::fill(std::span<std::uint8_t> out) {
    randombytes_buf(out.data(), out.size());
}

void SeededRandom::fill(std::span<std::uint8_t> out) {
    std::array<std::uint8_t, randombytes_SEEDBYTES> seed{};
    for (std::size_t i = 0; i < 8; ++i) {
        seed[i] = static_cast<std::uint8_t>(m_seed >> (8 * i));
        seed[8 + i] = static_cast<std::uint8_t>(m_calls >> (8 * i));
    }
    ++m_calls;
    if (!out.empty()) randombytes_buf_deterministic(out.data(), out.size(), seed.data());
}

SymmetricKey randomKey(Random &random) {
    SymmetricKey out;
    random.fill(out.writable());
    return out;
}

} // namespace apricot
