// SPDX-License-Identifier: GPL-3.0-or-later
// What the state says of organisations, of the policy and of the directory: what is read is written
// back alike.
#include "crypto/crypto.h"
#include "ledger/directory_index.h"
#include "ledger/policy.h"

#include <cstdlib>

using namespace apricot;

namespace {

void same(const Bytes &again, ByteView input) {
    if (!std::equal(again.begin(), again.end(), input.begin(), input.end())) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const bool started = startCrypto().ok();
    if (!started) std::abort();
    const ByteView input(data, size);
    if (const auto organisation = decodeOrganisation(input)) same(encode(*organisation), input);
    if (const auto one = cbor::decode<Restriction>(input)) same(cbor::encode(*one), input);
    if (const auto desk = cbor::decode<DeskKey>(input)) same(cbor::encode(*desk), input);
    if (const auto policy = cbor::decode<Policy>(input)) same(encode(*policy), input);
    if (const auto pages = decodePages(input)) same(encodePages(*pages), input);
    if (const auto page = decodePage(input)) same(encodePage(*page), input);
    return 0;
}
