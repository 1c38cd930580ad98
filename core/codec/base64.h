// SPDX-License-Identifier: GPL-3.0-or-later
// Base64 (RFC 4648 section 4), strict: the one canonical spelling with padding, nothing else.
#pragma once

#include "base/bytes.h"

namespace apricot {

[[nodiscard]] std::string toBase64(ByteView bytes);
[[nodiscard]] std::optional<Bytes> fromBase64(std::string_view text);

} // namespace apricot
