// SPDX-License-Identifier: GPL-3.0-or-later
// A delegation that verifies also decodes, to the same key.
#include "consent/delegation.h"
#include "crypto/crypto.h"

#include <cstdlib>

using namespace apricot;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const bool started = startCrypto().ok();
    if (!started) std::abort();
    const auto decoded = decodeDelegation({data, size});
    const auto verified = verifyDelegation({data, size});
    if (verified && (!decoded || decoded->from != verified->from)) std::abort();
    return 0;
}
