// SPDX-License-Identifier: GPL-3.0-or-later
// Encryption: sealed boxes to a public key (X25519), one-piece authenticated encryption under a key
// (XChaCha20-Poly1305-IETF), and streams in chunks (libsodium's secretstream).
#pragma once

#include "base/random.h"
#include "base/result.h"
#include "crypto/keys.h"

namespace apricot {

[[nodiscard]] SealKey sealKeyOf(const OpenKey &key);

inline constexpr std::size_t sealOverhead = 48; // bytes a sealed box adds
[[nodiscard]] Bytes seal(const SealKey &to, ByteView plain);
// SealedBoxUnopenable: not for this key, or changed on the way.
[[nodiscard]] Result<SecretBytes> openSealed(const OpenKey &key, ByteView box);

// nonce (24) | ciphertext | tag (16), bound to `context` (additional data).
[[nodiscard]] Bytes encrypt(const SymmetricKey &key, ByteView plain, ByteView context,
                            Random &random);
// CiphertextRejected: wrong key, wrong context, or changed.
[[nodiscard]] Result<SecretBytes> decrypt(const SymmetricKey &key, ByteView box, ByteView context);

// The key that the owners of two X25519 keys share: keyed BLAKE2b (derive.h) over label and `info`,
// in which both public keys belong. KeyAgreementRefused: a key of small order.
[[nodiscard]] Result<SymmetricKey> agreedKey(const OpenKey &own, const SealKey &other,
                                             std::string_view label, ByteView info);
// ciphertext | tag (16) under a key that encrypts this and nothing else: the nonce is zero.
[[nodiscard]] Bytes encryptOnce(const SymmetricKey &key, ByteView plain);
[[nodiscard]] Result<SecretBytes> decryptOnce(const SymmetricKey &key, ByteView box);

// secretstream: header (24 bytes), then chunks in order, each 17 bytes longer than its plain text;
// the last one is marked, so that a cut-off stream is noticed.
class StreamSealer {
  public:
    static constexpr std::size_t headerSize = 24;
    static constexpr std::size_t chunkOverhead = 17;
    explicit StreamSealer(const SymmetricKey &key);
    [[nodiscard]] ByteView header() const { return m_header; }
    [[nodiscard]] Bytes chunk(ByteView plain, bool last);

  private:
    std::array<std::uint8_t, headerSize> m_header{};
    SecretBytes m_state;
};

class StreamOpener {
  public:
    // StreamRejected when the header has the wrong size.
    [[nodiscard]] static Result<StreamOpener> open(const SymmetricKey &key, ByteView header);
    struct Chunk {
        Bytes plain;
        bool last;
    };
    // StreamChunkRejected: changed, out of order, or after the last one.
    [[nodiscard]] Result<Chunk> chunk(ByteView sealed);

  private:
    StreamOpener() = default;
    SecretBytes m_state;
    bool m_ended = false;
};

} // namespace apricot
