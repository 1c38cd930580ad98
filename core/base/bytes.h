// SPDX-License-Identifier: GPL-3.0-or-later
// Byte strings and their text forms. Text is UTF-8 in std::string everywhere below flows.
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace apricot {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

// A fixed-length public value. The tag keeps two kinds of the same length apart.
template <class Tag, std::size_t N>
struct FixedBytes {
    static constexpr std::size_t size = N;
    std::array<std::uint8_t, N> bytes{};

    auto operator<=>(const FixedBytes &) const = default;
    [[nodiscard]] ByteView view() const { return bytes; }
    // Nothing when the length is not exactly N.
    [[nodiscard]] static std::optional<FixedBytes> from(ByteView in) {
        if (in.size() != N) return std::nullopt;
        FixedBytes out;
        std::copy(in.begin(), in.end(), out.bytes.begin());
        return out;
    }
};

[[nodiscard]] inline ByteView viewOf(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}
[[nodiscard]] inline std::string_view textOf(ByteView bytes) {
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}
inline void append(Bytes &to, ByteView what) {
    to.insert(to.end(), what.begin(), what.end());
}

// A number as n bytes, the most significant first; and back, of at most 8.
template <std::size_t n>
[[nodiscard]] constexpr std::array<std::uint8_t, n> bigEndian(std::uint64_t number) {
    std::array<std::uint8_t, n> out{};
    for (std::size_t i = n; i-- > 0; number >>= 8U) out[i] = static_cast<std::uint8_t>(number);
    return out;
}
[[nodiscard]] constexpr std::uint64_t fromBigEndian(ByteView bytes) {
    std::uint64_t out = 0;
    for (const std::uint8_t byte : bytes) out = out << 8U | byte;
    return out;
}

// Lower-case hexadecimal.
[[nodiscard]] std::string toHex(ByteView bytes);
// Accepts either case; nothing on an odd length or any other character.
[[nodiscard]] std::optional<Bytes> fromHex(std::string_view text);

} // namespace apricot
