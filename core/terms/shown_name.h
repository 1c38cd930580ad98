// SPDX-License-Identifier: GPL-3.0-or-later
// Names that others chose, and other text of theirs that people are shown. Which characters count
// as what is frozen by the code points written here, not by a system's tables: version 3 of the
// ledger's rules refuses organisations by it, so every machine must read the same for ever. A
// change is a new version of the rules.
#pragma once

#include <string>
#include <string_view>

namespace apricot {

inline constexpr std::size_t longestName = 128; // bytes
inline constexpr std::size_t mostMarks = 4;     // on one letter: more cover what stands beside it

// Controls, line ends, direction marks and what is not seen but acts: could fake or turn text.
[[nodiscard]] bool steersText(char32_t point);
// Spaces, fillers and what only changes its neighbours: a name of these alone is not seen.
[[nodiscard]] bool isBlank(char32_t point);

// Whether a name may be registered and stand in the words that a person agrees to: 1 to 128 bytes
// of UTF-8, all of it is seen but plain spaces within it and the same everywhere (nothing of
// private use, no noncharacters), no letter bears more than `mostMarks`, nothing steers the text,
// and no quotation mark could end it before its time.
[[nodiscard]] bool isUsableName(std::string_view utf8);

// For showing: U+FFFD in the place of each character that steers text, and of what is no UTF-8.
enum class LineFeeds : bool { Replaced, Kept };
[[nodiscard]] std::string withoutSteering(std::string_view utf8,
                                          LineFeeds lines = LineFeeds::Replaced);

} // namespace apricot
