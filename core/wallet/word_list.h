// SPDX-License-Identifier: GPL-3.0-or-later
// The 2048 words of a recovery phrase (BIP-39), one a line, in order. They are data of another
// package (Debian: python3-mnemonic), never part of our sources.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <vector>

namespace apricot {

enum class WordLanguage : std::uint8_t { English, Chinese };
// Where this installation has the list, from where the program is (../share/PROGRAM/word-lists);
// else where the build found it.
[[nodiscard]] std::filesystem::path wordListPath(WordLanguage language);

// In which list a phrase stands: the two scripts never meet.
[[nodiscard]] WordLanguage wordLanguageOf(std::string_view phrase);

// FileUnreadable; WordListUnusable unless it has 2048 different words, none with a space in it.
[[nodiscard]] Result<std::vector<std::string>> loadWordList(const std::filesystem::path &path);
[[nodiscard]] Result<std::vector<std::string>> loadWordList(WordLanguage language);

} // namespace apricot
