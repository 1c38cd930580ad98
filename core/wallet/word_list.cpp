// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/word_list.h"

#include "base/file.h"
#include "wallet/typed_words.h"

#include <algorithm>
#include <set>

namespace apricot {

std::filesystem::path wordListPath(WordLanguage language) {
    const char *name = language == WordLanguage::Chinese ? "chinese_simplified.txt" : "english.txt";
    std::error_code ignored;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
    auto installed =
        program.parent_path().parent_path() / "share" / program.filename() / "word-lists" / name;
    if (std::filesystem::exists(installed, ignored)) return installed;
    return std::filesystem::path(APRICOT_WORD_LISTS) / name;
}

WordLanguage wordLanguageOf(std::string_view phrase) {
    return hasChineseWord(phrase) ? WordLanguage::Chinese : WordLanguage::English;
}

Result<std::vector<std::string>> loadWordList(WordLanguage language) {
    return loadWordList(wordListPath(language));
}

Result<std::vector<std::string>> loadWordList(const std::filesystem::path &path) {
    const auto unusable = [&](const char *why) {
        return fail(ErrorCode::WordListUnusable, path.string() + ": " + why);
    };
    APRICOT_TRY_ASSIGN(content, readFile(path, 1U << 20U));
    std::vector<std::string> words;
    std::string word;
    for (const char c : textOf(content)) {
        if (c != '\n') {
            if (static_cast<unsigned char>(c) <= ' ' && c != '\r') return unusable("a space");
            if (c != '\r') word += c;
            continue;
        }
        if (word.empty()) return unusable("an empty line");
        words.push_back(std::move(word));
        word.clear();
    }
    if (!word.empty()) words.push_back(std::move(word));
    if (words.size() != 2048) return unusable("not 2048 words");
    if (std::set<std::string>(words.begin(), words.end()).size() != words.size())
        return unusable("a word twice");
    return words;
}

} // namespace apricot
