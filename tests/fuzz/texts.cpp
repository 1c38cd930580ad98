// SPDX-License-Identifier: GPL-3.0-or-later
// Base45, base64 and gzip: one text for each value; unpacking stays within its limit.
#include "codec/base45.h"
#include "codec/base64.h"
#include "codec/compress.h"

#include <cstdlib>

using namespace apricot;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const ByteView input(data, size);
    const auto text = textOf(input);
    if (const auto bytes = fromBase45(text); bytes && toBase45(*bytes) != text) std::abort();
    if (const auto bytes = fromBase64(text); bytes && toBase64(*bytes) != text) std::abort();
    constexpr std::size_t limit = 1U << 20U;
    if (const auto plain = gunzip(input, limit); plain && plain->size() > limit) std::abort();
    const auto again = gunzip(gzip(input), size);
    if (!again || !std::equal(again->begin(), again->end(), input.begin(), input.end()))
        std::abort();
    return 0;
}
