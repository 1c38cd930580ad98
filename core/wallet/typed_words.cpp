// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/typed_words.h"

#include <cstddef>

namespace apricot {
namespace {

struct Point {
    char32_t value;
    std::size_t bytes;
};

constexpr char32_t noPoint = 0xfffd; // what is not UTF-8: part of a word that no list has

// The first character, as it was meant: small, and not of full width.
Point firstOf(std::string_view text) {
    const auto byteAt = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
    };
    const char32_t lead = byteAt(0);
    const std::size_t bytes = lead < 0x80   ? 1
                              : lead < 0xc0 ? 0
                              : lead < 0xe0 ? 2
                              : lead < 0xf0 ? 3
                                            : 4;
    if (bytes == 0 || bytes > text.size()) return {noPoint, 1};
    char32_t value = bytes == 1 ? lead : lead & (0x7fU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byteAt(i) & 0xc0U) != 0x80) return {noPoint, 1};
        value = (value << 6U) | (byteAt(i) & 0x3fU);
    }
    if (value >= 0xff01 && value <= 0xff5e) value -= 0xfee0; // full width
    if (value >= 'A' && value <= 'Z') value += 'a' - 'A';
    return {value, bytes};
}

bool separates(char32_t c) {
    if (c < 0x80) return c < 'a' || c > 'z';
    const auto in = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    return c == 0xa0 || c == 0xb7               // no-break space, middle dot
           || in(0x2000, 0x206f)                // spaces, dashes, quotes, what has no width
           || in(0x2460, 0x24ff)                // numbers in circles and brackets
           || in(0x3000, 0x303f)                // the wide space, 、 。
           || c == 0x30fb || in(0xff5f, 0xff65) // ・ and what is half as wide
           || c == 0xfeff;
}

bool isChinese(char32_t c) {
    return c >= 0x2e80 && c != noPoint && !separates(c);
}

} // namespace

std::string_view nextTypedWord(std::string_view &rest) {
    while (!rest.empty() && separates(firstOf(rest).value)) rest.remove_prefix(firstOf(rest).bytes);
    std::size_t end = 0;
    while (end < rest.size()) {
        const Point next = firstOf(rest.substr(end));
        if (separates(next.value) || (end > 0 && isChinese(next.value))) break;
        end += next.bytes;
        if (isChinese(next.value)) break;
    }
    const auto word = rest.substr(0, end);
    rest.remove_prefix(end);
    return word;
}

bool isTypedAs(std::string_view typed, std::string_view listed) {
    while (!typed.empty() && !listed.empty()) {
        const Point one = firstOf(typed), other = firstOf(listed);
        if (one.value != other.value || one.value == noPoint) return false;
        typed.remove_prefix(one.bytes);
        listed.remove_prefix(other.bytes);
    }
    return typed.empty() && listed.empty();
}

bool hasChineseWord(std::string_view phrase) {
    for (; !phrase.empty(); phrase.remove_prefix(firstOf(phrase).bytes))
        if (isChinese(firstOf(phrase).value)) return true;
    return false;
}

} // namespace apricot
