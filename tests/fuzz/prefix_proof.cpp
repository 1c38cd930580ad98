// SPDX-License-Identifier: GPL-3.0-or-later
// An answer about a prefix that decodes encodes to the same bytes, and verifies under no root that
// it was not made for; whatever it holds, a key's own answer can be cut out of it.
#include "ledger/prefix_proof.h"
#include "crypto/crypto.h"

#include <cstdlib>

using namespace apricot;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const bool started = startCrypto().ok();
    if (!started) std::abort();
    const ByteView input(data, size);
    if (const auto proof = decodePrefixProof(input)) {
        const Bytes again = encodePrefixProof(*proof);
        if (!std::equal(again.begin(), again.end(), input.begin(), input.end())) std::abort();
    }
    if (const auto answer = decodeProvenPrefix(input)) {
        const Bytes again = encodeProvenPrefix(*answer);
        if (!std::equal(again.begin(), again.end(), input.begin(), input.end())) std::abort();
        if (verifyPrefixProof(answer->proof, Digest{}, answer->prefix).ok()) std::abort();
    }
    return 0;
}
