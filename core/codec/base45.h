// SPDX-License-Identifier: GPL-3.0-or-later
// Base45 (RFC 9285), for the alphanumeric mode of QR codes.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

namespace apricot {

[[nodiscard]] std::string toBase45(ByteView bytes);
// Base45Malformed: another character, an impossible length, or a group above its maximum.
[[nodiscard]] Result<Bytes> fromBase45(std::string_view text);

} // namespace apricot
