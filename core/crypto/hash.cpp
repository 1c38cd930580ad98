// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/hash.h"

#include <sodium.h>

namespace apricot {

static_assert(sizeof(crypto_hash_sha256_state) <= 128);

Digest sha256(ByteView data) {
    Digest out;
    crypto_hash_sha256(out.bytes.data(), data.data(), data.size());
    return out;
}

Digest sha256(std::initializer_list<ByteView> parts) {
    Sha256 hash;
    for (ByteView part : parts) hash.update(part);
    return hash.finish();
}

Digest blake2b(ByteView data) {
    return blake2b({data});
}

Digest blake2b(std::initializer_list<ByteView> parts) {
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, Digest::size);
    for (ByteView part : parts) crypto_generichash_update(&state, part.data(), part.size());
    Digest out;
    crypto_generichash_final(&state, out.bytes.data(), Digest::size);
    return out;
}

namespace {
crypto_hash_sha256_state *stateIn(std::array<std::uint8_t, 128> &bytes) {
    return reinterpret_cast<crypto_hash_sha256_state *>(bytes.data());
}
} // namespace

Sha256::Sha256() {
    crypto_hash_sha256_init(stateIn(m_state));
}

void Sha256::update(ByteView data) {
    crypto_hash_sha256_update(stateIn(m_state), data.data(), data.size());
}

Digest Sha256::finish() {
    Digest out;
    crypto_hash_sha256_final(stateIn(m_state), out.bytes.data());
    return out;
}

} // namespace apricot
