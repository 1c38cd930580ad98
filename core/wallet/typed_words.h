// SPDX-License-Identifier: GPL-3.0-or-later
// How a recovery phrase that somebody typed, pasted or read off paper falls into words. Between
// them may stand what people and programs put there: blanks of any width, line ends, commas, 、 and
// dots, numbers ("1. abandon", "①的"). Capitals and full-width letters are the plain small ones.
#pragma once

#include <string_view>

namespace apricot {

// The next word of `rest`, not copied, and `rest` behind it; empty when there is none. A Chinese
// character is a word by itself, since nobody writes spaces between them.
[[nodiscard]] std::string_view nextTypedWord(std::string_view &rest);
// Whether it is this word of a list, however it was typed.
[[nodiscard]] bool isTypedAs(std::string_view typed, std::string_view listed);
// Whether a Chinese character is among the words.
[[nodiscard]] bool hasChineseWord(std::string_view phrase);

} // namespace apricot
