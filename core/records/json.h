// SPDX-License-Identifier: GPL-3.0-or-later
// JSON texts (RFC 8259), checked strictly by simdjson before anything else looks at them.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

namespace apricot {

// How deep arrays and objects may lie in each other; how many values one text may hold, which are
// counted before it is parsed.
inline constexpr std::size_t jsonDepthLimit = 128;
inline constexpr std::size_t jsonValueLimit = 1'000'000;

// One whole JSON text: valid UTF-8, nothing before or after but white space, no byte order mark.
// TextNotUtf8, JsonTooDeep, JsonTooLarge, JsonMalformed. Memory: 16 times the text while it runs.
// Repeated keys are legal here (RFC 8259 section 4), and refused where a resource is read
// (JsonDuplicateKey).
[[nodiscard]] Result<> checkJson(ByteView text);

// The same text with a line for each member, to be read by a person; digits and strings stay as
// they are. For texts that passed checkJson.
[[nodiscard]] std::string indented(std::string_view json);

} // namespace apricot
