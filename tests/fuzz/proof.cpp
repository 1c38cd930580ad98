// SPDX-License-Identifier: GPL-3.0-or-later
// A proof, and a receipt, that decodes encodes to the same bytes; none verifies under a root or a
// key that it was not made for.
#include "ledger/proof.h"
#include "crypto/crypto.h"
#include "ledger/receipt.h"

#include <cstdlib>

using namespace apricot;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const bool started = startCrypto().ok();
    if (!started) std::abort();
    const ByteView input(data, size);
    if (const auto proof = decodeProof(input)) {
        const Bytes again = encodeProof(*proof);
        if (!std::equal(again.begin(), again.end(), input.begin(), input.end())) std::abort();
        if (verifyProof(*proof, Digest{}, Bytes{1}, std::nullopt).ok()) std::abort();
    }
    if (const auto answer = decodeAnswer(input)) {
        const Bytes again = encodeAnswer(*answer);
        if (!std::equal(again.begin(), again.end(), input.begin(), input.end())) std::abort();
        if (verifyAnswer(*answer, VerifyKey{}, "test-chain").ok()) std::abort();
    }
    return 0;
}
