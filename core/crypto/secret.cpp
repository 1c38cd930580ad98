// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/secret.h"

#include <new>
#include <sodium.h>

namespace apricot {

void SecretBytes::Free::operator()(std::uint8_t *p) const {
    sodium_free(p);
}

SecretBytes::SecretBytes(std::size_t size) : m_size(size) {
    if (size == 0) return;
    // sodium_malloc aborts before sodium_init; an object with a key may exist before startCrypto().
    static const bool ready = sodium_init() >= 0;
    if (!ready) throw std::bad_alloc();
    m_data.reset(static_cast<std::uint8_t *>(sodium_malloc(size)));
    if (!m_data) throw std::bad_alloc(); // as every allocation; nothing can go on without it
    sodium_memzero(m_data.get(), size);
}

SecretBytes SecretBytes::take(std::span<std::uint8_t> source) {
    SecretBytes out(source.size());
    std::copy(source.begin(), source.end(), out.writable().begin());
    if (!source.empty()) sodium_memzero(source.data(), source.size());
    return out;
}

SecretBytes SecretBytes::clone() const {
    SecretBytes out(m_size);
    std::copy(view().begin(), view().end(), out.writable().begin());
    return out;
}

} // namespace apricot
