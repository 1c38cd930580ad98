// SPDX-License-Identifier: GPL-3.0-or-later
// Randomness is injected. The real source is crypto/system_random.h; tests use a seeded one.
#pragma once

#include <cstdint>
#include <span>

namespace apricot {

class Random {
  public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> out) = 0;
};

} // namespace apricot
