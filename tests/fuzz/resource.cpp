// SPDX-License-Identifier: GPL-3.0-or-later
// One resource as it comes out of a package or a letter: refused, or read so that its own bytes
// come out again.
#include "records/resource.h"
#include "crypto/crypto.h"

#include <cstdlib>

using namespace apricot;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const bool started = startCrypto().ok();
    if (!started) std::abort();
    const std::string_view input = textOf(ByteView(data, size));
    const auto record = readResource(input);
    if (record && originalJson(*record) != input) std::abort();
    return 0;
}
