// SPDX-License-Identifier: GPL-3.0-or-later
#include "terms/shown_name.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <span>

namespace apricot {
namespace {

struct Range {
    char32_t first, last;
};

constexpr auto steering = std::to_array<Range>({
    {0x0, 0x1f},        // controls
    {0x7f, 0x9f},       // likewise
    {0xad, 0xad},       // soft hyphen
    {0x61c, 0x61c},     // a direction mark
    {0x180e, 0x180e},   // a separator without width
    {0x200b, 0x200f},   // without width; direction marks
    {0x2028, 0x202e},   // line and paragraph ends, directions
    {0x2060, 0x206f},   // without width; directions
    {0xfeff, 0xfeff},   // byte order mark
    {0xfff9, 0xfffb},   // annotations
    {0x1bca0, 0x1bca3}, // shorthand's controls
    {0x1d173, 0x1d17a}, // music's
    {0xe0000, 0xe007f}, // tags
});

constexpr auto blanks = std::to_array<Range>({
    {0x20, 0x20},       {0xa0, 0xa0},     {0xad, 0xad},     {0x300, 0x36f},   {0x115f, 0x1160},
    {0x1680, 0x1680},   {0x17b4, 0x17b5}, {0x180b, 0x180f}, {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff},
    {0x2000, 0x200a},   {0x202f, 0x202f}, {0x205f, 0x205f}, {0x20d0, 0x20ff}, {0x2800, 0x2800},
    {0x3000, 0x3000},   {0x3164, 0x3164}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xffa0, 0xffa0},
    {0xe0000, 0xe0fff},
});

// What is not seen, or looks as a plain space does: two names that look alike would be two.
constexpr auto unseen = std::to_array<Range>({
    {0xa0, 0xa0},       {0x34f, 0x34f},   {0x115f, 0x1160}, {0x1680, 0x1680}, {0x17b4, 0x17b5},
    {0x180b, 0x180f},   {0x2000, 0x200a}, {0x202f, 0x202f}, {0x205f, 0x205f}, {0x2800, 0x2800},
    {0x3000, 0x3000},   {0x3164, 0x3164}, {0xfe00, 0xfe0f}, {0xffa0, 0xffa0}, {0xfff0, 0xfff8},
    {0xfffc, 0xfffc},   // stands for what is not there
    {0x1107f, 0x1107f}, // joins numbers
    {0x13430, 0x1343f}, // joins hieroglyphs
    {0x16fe4, 0x16fe4}, // a filler
    {0x1d159, 0x1d159}, // a note's empty head
    {0xe0080, 0xe0fff},
});

// Of no meaning but by agreement: each machine shows them as it likes.
constexpr auto ofPrivateUse = std::to_array<Range>({
    {0xe000, 0xf8ff},
    {0xf0000, 0x10ffff},
});
// Plane by plane the last two, and these: no characters.
constexpr Range noCharacters{0xfdd0, 0xfdef};

// What stands above, below or around the letter before it.
constexpr auto marks = std::to_array<Range>({
    {0x300, 0x36f},
    {0x1ab0, 0x1aff},
    {0x1dc0, 0x1dff},
    {0x20d0, 0x20ff},
    {0xfe20, 0xfe2f},
});

// What a name is set apart by in the words.
constexpr auto quotes = std::to_array<Range>({
    {0x22, 0x22},
    {0xab, 0xab},
    {0xbb, 0xbb},
    {0x201c, 0x201f},
    {0x2039, 0x203a},
    {0x300c, 0x300f},
    {0x301d, 0x301f},
    {0xfe41, 0xfe44},
    {0xff02, 0xff02},
});

bool isAmong(std::span<const Range> ranges, char32_t point) {
    return std::ranges::any_of(
        ranges, [point](const Range &one) { return one.first <= point && point <= one.last; });
}

bool isNoCharacter(char32_t point) {
    return (point & 0xfffe) == 0xfffe || isAmong(std::span(&noCharacters, 1), point);
}

} // namespace

bool steersText(char32_t point) {
    return isAmong(steering, point);
}

bool isBlank(char32_t point) {
    return isAmong(blanks, point);
}

bool isUsableName(std::string_view utf8) {
    if (utf8.size() > longestName || utf8.starts_with(' ') || utf8.ends_with(' ')) return false;
    bool isSeen = false;
    std::size_t marksOfOne = 0;
    while (!utf8.empty()) {
        const auto point = takePoint(utf8);
        if (!point || steersText(*point) || isAmong(unseen, *point) || isAmong(quotes, *point)
            || isAmong(ofPrivateUse, *point) || isNoCharacter(*point))
            return false;
        marksOfOne = isAmong(marks, *point) ? marksOfOne + 1 : 0;
        if (marksOfOne > mostMarks) return false;
        isSeen = isSeen || !isBlank(*point);
    }
    return isSeen;
}

std::string withoutSteering(std::string_view utf8, LineFeeds lines) {
    std::string out;
    while (!utf8.empty()) {
        const std::string_view before = utf8;
        const auto point = takePoint(utf8);
        const bool kept =
            point && (!steersText(*point) || (*point == '\n' && lines == LineFeeds::Kept));
        out += kept ? before.substr(0, before.size() - utf8.size()) : "\xef\xbf\xbd";
    }
    return out;
}

} // namespace apricot
