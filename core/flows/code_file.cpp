// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/code_file.h"

#include "base/file.h"

namespace apricot {

Result<> writeCodeFile(const std::filesystem::path &file, std::string_view code) {
    return writeFile(file, viewOf(std::string(code) + '\n'));
}

Result<std::string> readCodeFile(const std::filesystem::path &file) {
    APRICOT_TRY_ASSIGN(raw, readFile(file, largestCodeFile));
    std::string_view text = textOf(raw);
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
    const bool plain =
        std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7f; }); // also no NUL
    if (!plain || !text.starts_with("APRICOT:")) return fail(Code::NotACodeFile);
    return std::string(text);
}

} // namespace apricot
