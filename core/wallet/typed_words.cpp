// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/typed_words.h"

#include "base/utf8.h"

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
    std::string_view rest = text;
    char32_t value = takePoint(rest).value_or(noPoint);
    if (value >= 0xff01 && value <= 0xff5e) value -= 0xfee0; // full width
    if (value >= 'A' && value <= 'Z') value += 'a' - 'A';
    return {value, text.size() - rest.size()};
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
