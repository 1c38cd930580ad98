// SPDX-License-Identifier: GPL-3.0-or-later
// Protobuf messages as our bytes, and back.
#pragma once

#include "base/bytes.h"

#include <google/protobuf/message_lite.h>

namespace apricot::comet {

[[nodiscard]] inline std::string toString(ByteView bytes) {
    return std::string(textOf(bytes));
}
[[nodiscard]] inline Bytes toBytes(std::string_view text) {
    const ByteView view = viewOf(text);
    return {view.begin(), view.end()};
}
[[nodiscard]] inline Bytes toBytes(const google::protobuf::MessageLite &message) {
    return toBytes(message.SerializeAsString());
}
// With its length before it, as a protobuf varint.
[[nodiscard]] inline Bytes framed(const google::protobuf::MessageLite &message) {
    Bytes out;
    const std::string body = message.SerializeAsString();
    std::size_t length = body.size();
    for (; length >= 0x80; length >>= 7U) out.push_back(static_cast<std::uint8_t>(length | 0x80U));
    out.push_back(static_cast<std::uint8_t>(length));
    append(out, viewOf(body));
    return out;
}

} // namespace apricot::comet
