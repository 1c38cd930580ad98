// SPDX-License-Identifier: GPL-3.0-or-later
// What the encodings of grants and delegations share. Internal to core/consent.
#pragma once

#include "base/result.h"
#include "codec/cbor.h"

namespace apricot {

inline constexpr unsigned purposeCount = 7;

[[nodiscard]] Error malformedGrant(std::string what); // GrantMalformed
[[nodiscard]] Error forgedGrant(std::string what);    // GrantForged
[[nodiscard]] Error invalidGrant(std::string what);   // GrantInvalid

// An unsigned integer from 0 to `most`; GrantMalformed above.
[[nodiscard]] Result<std::uint64_t> smallNumber(cbor::Reader &reader, std::uint64_t most);

} // namespace apricot
