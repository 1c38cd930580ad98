// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/seal.h"

#include "crypto/derive.h"

#include <sodium.h>

namespace apricot {

static_assert(sealOverhead == crypto_box_SEALBYTES);
static_assert(StreamSealer::headerSize == crypto_secretstream_xchacha20poly1305_HEADERBYTES);
static_assert(StreamSealer::chunkOverhead == crypto_secretstream_xchacha20poly1305_ABYTES);

namespace {

constexpr std::size_t nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

crypto_secretstream_xchacha20poly1305_state *streamIn(SecretBytes &bytes) {
    return reinterpret_cast<crypto_secretstream_xchacha20poly1305_state *>(bytes.writable().data());
}

} // namespace

SealKey sealKeyOf(const OpenKey &key) {
    SealKey out;
    crypto_scalarmult_base(out.bytes.data(), key.view().data());
    return out;
}

Bytes seal(const SealKey &to, ByteView plain) {
    Bytes out(plain.size() + sealOverhead);
    // Fails for keys of small order only: then the box holds nothing and nobody can open it.
    if (crypto_box_seal(out.data(), plain.data(), plain.size(), to.bytes.data()) != 0)
        std::fill(out.begin(), out.end(), std::uint8_t{0});
    return out;
}

Result<SecretBytes> openSealed(const OpenKey &key, ByteView box) {
    bool opened = false;
    SecretBytes out;
    if (box.size() >= sealOverhead) {
        const SealKey own = sealKeyOf(key);
        out = SecretBytes(box.size() - sealOverhead);
        opened = crypto_box_seal_open(out.writable().data(), box.data(), box.size(),
                                      own.bytes.data(), key.view().data())
                 == 0;
    }
    if (!opened) return fail(ErrorCode::SealedBoxUnopenable, std::to_string(box.size()) + " bytes");
    return out;
}

Bytes encrypt(const SymmetricKey &key, ByteView plain, ByteView context, Random &random) {
    Bytes out(nonceSize + plain.size() + tagSize);
    random.fill(std::span(out).first(nonceSize));
    crypto_aead_xchacha20poly1305_ietf_encrypt(out.data() + nonceSize, nullptr, plain.data(),
                                               plain.size(), context.data(), context.size(),
                                               nullptr, out.data(), key.view().data());
    return out;
}

Result<SymmetricKey> agreedKey(const OpenKey &own, const SealKey &other, std::string_view label,
                               ByteView info) {
    SymmetricKey secret;
    if (crypto_scalarmult(secret.writable().data(), own.view().data(), other.bytes.data()) != 0)
        return fail(ErrorCode::KeyAgreementRefused);
    return deriveKey(secret, label, info);
}

Bytes encryptOnce(const SymmetricKey &key, ByteView plain) {
    constexpr std::array<std::uint8_t, nonceSize> nonce{};
    Bytes out(plain.size() + tagSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out.data(), nullptr, plain.data(), plain.size(),
                                               nullptr, 0, nullptr, nonce.data(),
                                               key.view().data());
    return out;
}

Result<SecretBytes> decryptOnce(const SymmetricKey &key, ByteView box) {
    Bytes whole(nonceSize);
    append(whole, box);
    return decrypt(key, whole, {});
}

Result<SecretBytes> decrypt(const SymmetricKey &key, ByteView box, ByteView context) {
    bool opened = false;
    SecretBytes out;
    if (box.size() >= nonceSize + tagSize) {
        out = SecretBytes(box.size() - nonceSize - tagSize);
        opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
                     out.writable().data(), nullptr, nullptr, box.data() + nonceSize,
                     box.size() - nonceSize, context.data(), context.size(), box.data(),
                     key.view().data())
                 == 0;
    }
    if (!opened) return fail(ErrorCode::CiphertextRejected, std::to_string(box.size()) + " bytes");
    return out;
}

StreamSealer::StreamSealer(const SymmetricKey &key)
    : m_state(sizeof(crypto_secretstream_xchacha20poly1305_state)) {
    crypto_secretstream_xchacha20poly1305_init_push(streamIn(m_state), m_header.data(),
                                                    key.view().data());
}

Bytes StreamSealer::chunk(ByteView plain, bool last) {
    Bytes out(plain.size() + chunkOverhead);
    crypto_secretstream_xchacha20poly1305_push(
        streamIn(m_state), out.data(), nullptr, plain.data(), plain.size(), nullptr, 0,
        last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
             : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
    return out;
}

Result<StreamOpener> StreamOpener::open(const SymmetricKey &key, ByteView header) {
    StreamOpener out;
    out.m_state = SecretBytes(sizeof(crypto_secretstream_xchacha20poly1305_state));
    if (header.size() != StreamSealer::headerSize
        || crypto_secretstream_xchacha20poly1305_init_pull(streamIn(out.m_state), header.data(),
                                                           key.view().data())
               != 0)
        return fail(ErrorCode::StreamRejected, std::to_string(header.size()) + " bytes of header");
    return out;
}

Result<StreamOpener::Chunk> StreamOpener::chunk(ByteView sealed) {
    Chunk out{{}, false};
    unsigned char tag = 0;
    bool accepted = false;
    if (!m_ended && sealed.size() >= StreamSealer::chunkOverhead) {
        out.plain.resize(sealed.size() - StreamSealer::chunkOverhead);
        accepted = crypto_secretstream_xchacha20poly1305_pull(streamIn(m_state), out.plain.data(),
                                                              nullptr, &tag, sealed.data(),
                                                              sealed.size(), nullptr, 0)
                   == 0;
    }
    if (!accepted)
        return fail(ErrorCode::StreamChunkRejected,
                    m_ended ? "after the last chunk" : "not authentic");
    out.last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    m_ended = out.last;
    return out;
}

} // namespace apricot
