// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes a node or a client writes, the other reads them to a value that it would write the
// same way, or refuses them.
#include "comet/ics23.h"
#include "crypto/crypto.h"
#include "gateway/messages.h"

#include <cstdlib>

using namespace apricot;
using namespace apricot::gateway;

namespace {

template <class Value>
void same(const Result<Value> &read, ByteView bytes) {
    if (!read) return;
    const Bytes again = encode(*read);
    if (!std::ranges::equal(again, bytes)) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const bool started = startCrypto().ok();
    if (!started) std::abort();
    const ByteView bytes(data, size);
    same(decodeDeposit(bytes), bytes);
    same(decodeHost(bytes), bytes);
    same(decodeEvents(bytes), bytes);
    same(decodeNotices(bytes), bytes);
    static_cast<void>(decodeDescription(bytes).ok());
    static_cast<void>(decodeOutcome(bytes).ok());
    static_cast<void>(decodeError(bytes, "node"));
    for (const auto tree :
         {comet::TreeKind::Iavl, comet::TreeKind::Tendermint, comet::TreeKind::Jellyfish})
        if (comet::verifyIcs23(tree, bytes, Bytes(32, 1), Bytes{1}, Bytes{2}).ok()
            || comet::verifyIcs23(tree, bytes, Bytes(32, 1), Bytes{1}, std::nullopt).ok())
            std::abort();
    return 0;
}
