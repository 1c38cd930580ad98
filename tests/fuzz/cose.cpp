// SPDX-License-Identifier: GPL-3.0-or-later
// No message verifies under a key that did not sign it, whatever its shape.
#include "codec/cose.h"
#include "crypto/crypto.h"
#include "crypto/sign.h"

#include <cstdlib>

using namespace apricot;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const bool started = startCrypto().ok();
    if (!started) std::abort();
    static const VerifyKey key = [] {
        SigningKey secret; // of zeros, and never used to sign
        return verifyKeyOf(secret);
    }();
    const ByteView input(data, size);
    const auto own = cose::decodeSign1(input);
    const auto foreign = cose::decodeForeign(input);
    if (own && cose::verifies(*own, key)) std::abort();
    if (foreign && cose::verifies(*foreign, key)) std::abort();
    if (own && !foreign) std::abort(); // the strict profile is within the standard
    return 0;
}
