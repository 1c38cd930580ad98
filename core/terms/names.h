// SPDX-License-Identifier: GPL-3.0-or-later
// The names of words that are numbered from 1, for scripts and files.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace apricot {

// Empty for a number that has none.
template <class Word, std::size_t count>
std::string_view nameIn(const std::array<std::string_view, count> &names, Word word) {
    const auto at = static_cast<std::size_t>(word) - 1; // 0 wraps round and is out of range too
    return at < count ? names[at] : std::string_view();
}

template <class Word, std::size_t count>
std::optional<Word> wordIn(const std::array<std::string_view, count> &names,
                           std::string_view name) {
    for (std::size_t i = 0; i < count; ++i)
        if (names[i] == name) return static_cast<Word>(i + 1);
    return std::nullopt;
}

} // namespace apricot
