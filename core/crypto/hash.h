// SPDX-License-Identifier: GPL-3.0-or-later
// Hashes: SHA-256 (FIPS 180-4) and keyed or plain BLAKE2b-256 (RFC 7693).
#pragma once

#include "crypto/keys.h"

#include <initializer_list>

namespace apricot {

[[nodiscard]] Digest sha256(ByteView data);
[[nodiscard]] Digest sha256(std::initializer_list<ByteView> parts); // of their concatenation
[[nodiscard]] Digest blake2b(ByteView data);
[[nodiscard]] Digest blake2b(std::initializer_list<ByteView> parts);

// Incremental SHA-256 for streams.
class Sha256 {
  public:
    Sha256();
    void update(ByteView data);
    [[nodiscard]] Digest finish(); // once

  private:
    alignas(16) std::array<std::uint8_t, 128> m_state{};
};

} // namespace apricot
