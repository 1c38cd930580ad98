// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever decodes as a grant encodes to the same bytes. The first byte chooses the way in.
#include "consent/grant.h"
#include "crypto/crypto.h"

#include <cstdlib>

using namespace apricot;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const bool started = startCrypto().ok();
    if (!started) std::abort();
    if (size == 0) return 0;
    const ByteView input(data + 1, size - 1);
    if (data[0] % 2 == 0) {
        const auto grant = decodeGrant(input);
        if (!grant) return 0;
        const Bytes again = encodeGrant(*grant);
        if (!std::equal(again.begin(), again.end(), input.begin(), input.end())) std::abort();
        (void)verifyGrant(*grant);
    } else {
        const auto open = decodePublicPart(input);
        if (!open) return 0;
        (void)verifyPublicPart(input);
    }
    return 0;
}
