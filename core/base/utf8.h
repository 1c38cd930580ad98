// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 (RFC 3629), character by character: no overlong forms, no surrogates, nothing above
// U+10FFFF.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace apricot {

// The first character of `rest`, which must not be empty, is taken off. Nothing: it is no UTF-8,
// and one byte is taken off.
[[nodiscard]] std::optional<char32_t> takePoint(std::string_view &rest);

[[nodiscard]] bool isUtf8(std::string_view text);

} // namespace apricot
