// SPDX-License-Identifier: GPL-3.0-or-later
// Memory for secrets: locked against swapping, guarded, left out of core dumps, wiped when released
// (libsodium's sodium_malloc). Move-only, so that a secret is never copied by accident.
#pragma once

#include "base/bytes.h"

#include <memory>

namespace apricot {

class SecretBytes {
  public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size); // zeroed
    // Copies, then wipes the source.
    [[nodiscard]] static SecretBytes take(std::span<std::uint8_t> source);
    [[nodiscard]] SecretBytes clone() const;

    [[nodiscard]] std::span<std::uint8_t> writable() { return {m_data.get(), m_size}; }
    [[nodiscard]] ByteView view() const { return {m_data.get(), m_size}; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }

  private:
    struct Free {
        void operator()(std::uint8_t *p) const; // wipes
    };
    std::unique_ptr<std::uint8_t[], Free> m_data;
    std::size_t m_size = 0;
};

// A secret of one kind and length; the tag keeps two kinds apart.
template <class Tag, std::size_t N>
class SecretKey {
  public:
    static constexpr std::size_t size = N;
    SecretKey() : m_bytes(N) {}
    [[nodiscard]] static std::optional<SecretKey> from(ByteView in) {
        if (in.size() != N) return std::nullopt;
        SecretKey out;
        std::copy(in.begin(), in.end(), out.m_bytes.writable().begin());
        return out;
    }
    [[nodiscard]] ByteView view() const { return m_bytes.view(); }
    [[nodiscard]] std::span<std::uint8_t> writable() { return m_bytes.writable(); }
    [[nodiscard]] SecretKey clone() const { return *from(view()); }

  private:
    SecretBytes m_bytes;
};

} // namespace apricot
