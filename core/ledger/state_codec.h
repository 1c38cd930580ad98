// SPDX-License-Identifier: GPL-3.0-or-later
// What the codecs of the state's values share: for this library's own sources.
#pragma once

#include "codec/cbor.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace apricot {

[[nodiscard]] Bytes stateKey(char letter, std::initializer_list<ByteView> parts);
[[nodiscard]] Error stateMalformed(std::string what);

template <class T>
bool ascendsStrictly(const std::vector<T> &items) {
    return std::adjacent_find(items.begin(), items.end(), std::greater_equal<>()) == items.end();
}

// An integer up to `most`.
[[nodiscard]] Result<std::uint32_t> readCount(cbor::Reader &in, std::uint64_t most = 0xffffffffU);
// A reader inside an array of that many fields.
[[nodiscard]] Result<cbor::Reader> readerOf(ByteView value, std::size_t fields);

// An array of fixed byte strings.
template <class Fixed>
Result<std::vector<Fixed>> readAll(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(count, in.array());
    std::vector<Fixed> out;
    for (std::size_t i = 0; i < count; ++i) {
        APRICOT_TRY_ASSIGN(one, in.fixed<Fixed>());
        out.push_back(one);
    }
    return out;
}

} // namespace apricot
