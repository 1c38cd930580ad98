// SPDX-License-Identifier: GPL-3.0-or-later
// JSON texts (RFC 8259), checked strictly by simdjson before anything else looks at them.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <span>
#include <string_view>

namespace apricot {

// How deep arrays and objects may lie in each other; how many values one text may hold, which are
// counted before it is parsed.
inline constexpr std::size_t jsonDepthLimit = 128;
inline constexpr std::size_t jsonValueLimit = 1'000'000;

// One whole JSON text: valid UTF-8, nothing before or after but white space, no byte order mark.
// TextNotUtf8, JsonTooDeep, JsonTooLarge, JsonMalformed. Memory: 16 times the text while it runs.
// Repeated keys are legal here (RFC 8259 section 4), and refused where a resource is read
// (JsonDuplicateKey). It holds no more values than is answered.
[[nodiscard]] Result<std::size_t> checkJson(ByteView text);

// Where the next quote or backslash stands, or the end.
[[nodiscard]] std::size_t nextMark(std::string_view json, std::size_t from);

// A member of an object by its name, as it is written there.
struct JsonMember {
    std::string_view key;
    std::string_view value; // raw; of the last member with that key
    int count = 0;
};
// Finds top-level members in one walk. Of what is no object, or no JSON, whatever looks like them.
void findMembers(std::string_view object, std::span<JsonMember> wanted);
// What stands between a text's quotes, escapes and all; empty when it is no text.
[[nodiscard]] std::string_view unquoted(std::string_view raw);

// The same text with a line for each member, to be read by a person; digits and strings stay as
// they are. For texts that passed checkJson.
[[nodiscard]] std::string indented(std::string_view json);

} // namespace apricot
