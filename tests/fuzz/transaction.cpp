// SPDX-License-Identifier: GPL-3.0-or-later
// A transaction that decodes encodes to the same bytes, and so does what the state holds of grants;
// a ledger without organisations accepts nothing but what its owner signed, whatever comes.
#include "../ledger/empty_state.h"
#include "crypto/crypto.h"
#include "ledger/grant_state.h"
#include "ledger/rules.h"

#include <algorithm>
#include <cstdlib>

using namespace apricot;

namespace {

// Read, it is written as it came.
void comesBack(ByteView value) {
    const auto same = [&](const auto &decoded, auto encode) {
        if (decoded && !std::ranges::equal(encode(*decoded), value)) std::abort();
    };
    const auto plainly = [](const auto &one) { return encode(one); };
    same(decodeGrantState(value), plainly);
    same(decodeRedemption(value), plainly);
    same(decodeGrantName(value), plainly);
    same(decodeGrantCount(value), encodeGrantCount);
    same(decodeSpareHolder(value), encodeSpareHolder);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const bool started = startCrypto().ok();
    if (!started) std::abort();
    const ByteView wire(data, size);
    const auto decoded = decodeTransaction(wire);
    if (decoded) {
        if (encodeBody(decoded->transaction) != decoded->body) std::abort();
        const Bytes again = assembleTransaction(decoded->body, decoded->signatures);
        if (!std::equal(again.begin(), again.end(), wire.begin(), wire.end())) std::abort();
    }
    comesBack(wire);
    const CheckedTransaction checked = checkTransaction(wire);
    const auto writes = applyRules(EmptyState(), {"test-chain", 2, 1'800'000'000}, checked);
    if (writes && (!decoded || !checked.allVerified)) std::abort();
    return 0;
}
