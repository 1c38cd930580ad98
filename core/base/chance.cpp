// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/chance.h"

#include <array>
#include <bit>

namespace apricot {

std::uint64_t drawn(std::uint64_t count, Random &random) {
    std::array<std::uint8_t, 8> raw{};
    random.fill(raw);
    return std::bit_cast<std::uint64_t>(raw) % count; // of 2^64: no bias that shows
}

std::vector<std::size_t> shuffled(std::size_t count, Random &random) {
    std::vector<std::size_t> out(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto j = static_cast<std::size_t>(drawn(i + 1, random));
        out[i] = out[j];
        out[j] = i;
    }
    return out;
}

} // namespace apricot
