// SPDX-License-Identifier: GPL-3.0-or-later
// A transaction that decodes encodes to the same bytes; a ledger without organisations accepts
// nothing but what its owner signed, whatever comes.
#include "crypto/crypto.h"
#include "ledger/rules.h"

#include <cstdlib>

using namespace apricot;

namespace {

class EmptyState final : public StateView {
  public:
    Result<std::optional<Bytes>> value(ByteView) const override { return std::optional<Bytes>(); }
};

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
    const CheckedTransaction checked = checkTransaction(wire);
    const auto writes = applyRules(EmptyState(), {"test-chain", 2, 1'800'000'000}, checked);
    if (writes && (!decoded || !checked.allVerified)) std::abort();
    return 0;
}
