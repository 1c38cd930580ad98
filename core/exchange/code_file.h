// SPDX-License-Identifier: GPL-3.0-or-later
// A code as a file, NAME.apricot: what the QR code says ("APRICOT:..."), in ASCII, and a line feed.
// A permission and a clinic's request travel alike; whoever opens the file sees by the prefix which
// it is. It holds no record and no key that opens one by itself: like the code, it is of use to the
// clinic it names only.
#pragma once

#include "base/chosen_file.h"
#include "base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace apricot {

inline constexpr std::string_view codeFileSuffix = ".apricot";
inline constexpr std::uint64_t largestCodeFile = 64U << 10U; // bytes

[[nodiscard]] Error notACode(); // NotACodeFile: of what is none of our codes
// The errors of writeChosenFile.
[[nodiscard]] Result<> writeCodeFile(const std::filesystem::path &file, std::string_view code,
                                     Replace replace = Replace::No);
// Whether a file is a code's: by its name, or because it begins as a code does.
[[nodiscard]] bool isCodeFile(const std::filesystem::path &file);
// What the code says; what it means is for its reader to find out. FileUnreadable, NotACodeFile.
[[nodiscard]] Result<std::string> readCodeFile(const std::filesystem::path &file);

inline constexpr std::uint64_t largestCodePicture = 64U << 20U; // bytes
// What such a file says, or each QR code of a picture, parts (exchange/frames.h) as they are. Never
// empty. Also the errors of decodePicture and decodeQr.
[[nodiscard]] Result<std::vector<std::string>> codesInFile(const std::filesystem::path &file);
// The first that begins with `prefix`, else the first: whatever it is, it is refused by its name.
// Parts are put together; FramesIncomplete.
[[nodiscard]] Result<std::string> codeInFile(const std::filesystem::path &file,
                                             std::string_view prefix);
// The code in a link: its scheme is apricot: in small letters, and what follows percent-encoded.
// Anything else is as it is, without the blanks around it.
[[nodiscard]] std::string codeInLink(std::string_view text);
// As a picture for a file that ends in .svg, else PNG (exchange/frames.h). Which version of code.
[[nodiscard]] Result<int> writeCodePicture(const std::filesystem::path &file, std::string_view code,
                                           Replace replace = Replace::No);

} // namespace apricot
