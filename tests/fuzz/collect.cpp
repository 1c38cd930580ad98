// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is sent as a desk's request, a host reads what signCollectRequest writes, or refuses it;
// the file of kept nodes likewise.
#include "crypto/crypto.h"
#include "crypto/sign.h"
#include "exchange/collect_request.h"
#include "exchange/holders.h"

#include <cstdlib>

using namespace apricot;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const bool started = startCrypto().ok();
    if (!started) std::abort();
    const ByteView input(data, size);
    // Nobody signs by chance.
    if (verifyCollectRequest(input)) std::abort();
    static_cast<void>(decodeNodes(input).ok());

    const auto key = SigningKey::from(Bytes(32, 7));
    CollectRequest request;
    request.time = static_cast<UnixTime>(size);
    if (size == 0) {
        request.package = Locator{};
    } else {
        AskedShare share{
            static_cast<MonthNumber>(size), static_cast<std::uint8_t>(1 + size % 7), {}, {}};
        request.share = WantedShare{Bytes(input.begin(), input.end()), share};
    }
    const auto read = verifyCollectRequest(signCollectRequest(request, *key));
    if (size > 16'000) return 0;
    if (!read || read->time != request.time) std::abort();
    if (const auto &share = read->share)
        if (!std::ranges::equal(share->publicPart, input)) std::abort();
    return 0;
}
