// SPDX-License-Identifier: GPL-3.0-or-later
// What the codecs of the state's values share: for this library's own sources.
#pragma once

#include "codec/fields.h"

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
// Items that have a key, none of them twice.
template <class T>
bool ascendsByKey(const std::vector<T> &items) {
    return std::ranges::adjacent_find(items, std::greater_equal<>(), &T::key) == items.end();
}

// A value of the state that is within its limits (complaintAbout).
template <class T>
Result<T> decodeState(ByteView value, std::string_view name) {
    APRICOT_TRY_ASSIGN(out, cbor::decode<T>(value));
    if (const auto complaint = complaintAbout(out))
        return stateMalformed(std::string(name) + ": " + *complaint);
    return out;
}

} // namespace apricot
