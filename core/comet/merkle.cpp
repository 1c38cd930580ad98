// SPDX-License-Identifier: GPL-3.0-or-later
#include "comet/merkle.h"

#include <bit>

namespace apricot::comet {
namespace {
constexpr std::array<std::uint8_t, 1> leafPrefix{0};
constexpr std::array<std::uint8_t, 1> innerPrefix{1};
} // namespace

Digest merkleRoot(std::span<const Bytes> leaves) {
    if (leaves.empty()) return sha256(ByteView{});
    if (leaves.size() == 1) return sha256({leafPrefix, leaves.front()});
    const std::size_t split = std::bit_floor(leaves.size() - 1);
    const Digest left = merkleRoot(leaves.first(split));
    const Digest right = merkleRoot(leaves.subspan(split));
    return sha256({innerPrefix, left.view(), right.view()});
}

} // namespace apricot::comet
