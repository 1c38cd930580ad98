// SPDX-License-Identifier: GPL-3.0-or-later
// The real source of randomness (libsodium's randombytes), and a seeded one for tests.
#pragma once

#include "base/random.h"
#include "crypto/keys.h"

namespace apricot {

class SystemRandom final : public Random {
  public:
    void fill(std::span<std::uint8_t> out) override;
};

// The same bytes for the same seed (ChaCha20): for tests and generators, never for keys in use.
class SeededRandom final : public Random {
  public:
    explicit SeededRandom(std::uint64_t seed) : m_seed(seed) {}
    void fill(std::span<std::uint8_t> out) override;

  private:
    std::uint64_t m_seed;
    std::uint64_t m_calls = 0;
};

template <class Fixed>
[[nodiscard]] Fixed randomFixed(Random &random) {
    Fixed out;
    random.fill(out.bytes);
    return out;
}
[[nodiscard]] SymmetricKey randomKey(Random &random);

} // namespace apricot
