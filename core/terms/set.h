// SPDX-License-Identifier: GPL-3.0-or-later
// A set of words is a number: word w is its bit (w - 1).
#pragma once

#include <cstdint>
#include <type_traits>

namespace apricot {

template <class Word>
requires std::is_enum_v<Word>
[[nodiscard]] constexpr std::uint16_t bitOf(Word word) {
    return static_cast<std::uint16_t>(1U << (static_cast<unsigned>(word) - 1U));
}
template <class Word>
requires std::is_enum_v<Word>
[[nodiscard]] constexpr bool isIn(Word word, unsigned set) {
    return (set & bitOf(word)) != 0;
}

} // namespace apricot
