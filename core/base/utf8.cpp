// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"

#include <cstdint>

namespace apricot {

std::optional<char32_t> takePoint(std::string_view &rest) {
    const auto byte = [&rest](std::size_t at) { return static_cast<std::uint8_t>(rest[at]); };
    const std::uint8_t first = byte(0);
    const std::size_t length = first < 0x80   ? 1
                               : first < 0xc2 ? 0
                               : first < 0xe0 ? 2
                               : first < 0xf0 ? 3
                               : first < 0xf5 ? 4
                                              : 0;
    char32_t point = length == 1 ? first : first & (0xffU >> (length + 1));
    bool whole = length != 0 && length <= rest.size();
    for (std::size_t i = 1; whole && i < length; ++i) {
        whole = (byte(i) & 0xc0U) == 0x80;
        point = (point << 6U) | (byte(i) & 0x3fU);
    }
    if ((length == 3 && point < 0x800) || (length == 4 && point < 0x10000) || point > 0x10ffff
        || (point >= 0xd800 && point < 0xe000))
        whole = false;
    rest.remove_prefix(whole ? length : 1);
    return whole ? std::optional(point) : std::nullopt;
}

bool isUtf8(std::string_view text) {
    while (!text.empty())
        if (!takePoint(text)) return false;
    return true;
}

} // namespace apricot
