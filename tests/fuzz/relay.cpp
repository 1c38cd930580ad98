// SPDX-License-Identifier: GPL-3.0-or-later
// What a phone seals for a node, and a node for a phone, may be anything: it is read to a value
// that can be sealed again and read alike, or refused.
#include "gateway/relay.h"
#include "crypto/crypto.h"
#include "crypto/seal.h"
#include "crypto/system_random.h"

#include <cstdlib>

using namespace apricot;
using namespace apricot::gateway;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const bool started = startCrypto().ok();
    if (!started) std::abort();
    static SeededRandom random{5};
    static const OpenKey key = [] {
        OpenKey out;
        random.fill(out.writable());
        return out;
    }();
    static const SymmetricKey answerKey = randomKey(random);
    static const Bytes keyId = [] {
        const auto sealed = sealRequest(sealKeyOf(key), {}, 0, random);
        return Bytes(sealed->wire.begin(), sealed->wire.begin() + 8);
    }();
    const ByteView bytes(data, size);
    if (openRequest(key, bytes)) std::abort(); // nobody seals by chance
    if (openAnswer(answerKey, bytes)) std::abort();

    Bytes wire = keyId;
    append(wire, seal(sealKeyOf(key), bytes));
    if (const auto opened = openRequest(key, wire)) {
        const auto again = sealRequest(sealKeyOf(key), opened->request, opened->asked, random);
        if (!again) return 0; // longer than what is sealed: never, within its size
        const auto reopened = openRequest(key, again->wire);
        if (!reopened || reopened->request.path != opened->request.path
            || reopened->request.body != opened->request.body || reopened->asked != opened->asked)
            std::abort();
    }
    const auto answer = encrypt(answerKey, bytes, viewOf("apricot relayed answer 1"), random);
    if (const auto opened = openAnswer(answerKey, answer))
        if (opened->status < 100 || opened->status > 599) std::abort();
    return 0;
}
