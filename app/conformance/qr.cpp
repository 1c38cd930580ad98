// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/qr.h"

#include "base/file.h"
#include "conformance/family.h"

#include <algorithm>

namespace apricot::conformance {
namespace {

bool concerns(const std::filesystem::path &file) {
    std::string extension = file.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return extension == ".png" || extension == ".jpg" || extension == ".jpeg"
           || extension == ".webp";
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

// The text that a file of the same name with .txt holds, if there is one.
std::optional<std::string> expectedFor(std::filesystem::path file) {
    const auto content = readFile(file.replace_extension(".txt"), 1U << 20U);
    if (!content) return std::nullopt;
    return std::string(trimmed({reinterpret_cast<const char *>(content->data()), content->size()}));
}

Verdict judge(const std::filesystem::path &file, ByteView content) {
    const auto picture = decodePicture(content);
    if (!picture) return {Kind::Refused, std::string(nameOf(picture.error().code))};
    const auto texts = decodeQr(*picture);
    if (!texts) return {Kind::Refused, std::string(nameOf(texts.error().code))};
    const auto expected = expectedFor(file);
    if (expected) {
        const bool there = std::ranges::any_of(
            *texts, [&](const std::string &text) { return trimmed(text) == *expected; });
        return {there ? Kind::Ok : Kind::Wrong, "read: " + texts->front()};
    }
    if (file.string().find("falsepositive") != std::string::npos)
        return {Kind::Wrong, "read where there is nothing: " + texts->front()};
    return {Kind::Ok, std::to_string(texts->size()) + " codes: " + texts->front()};
}

} // namespace

const Family qrFamily = {"qr", "pictures (PNG, JPEG, WebP), each with its text in a .txt beside it",
                         concerns, judge};

} // namespace apricot::conformance
