// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/crypto.h"

#include "crypto/hash.h"
#include "crypto/seal.h"
#include "crypto/sign.h"

#include <sodium.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace apricot {
namespace {

Bytes hex(std::string_view text) {
    return fromHex(text).value_or(Bytes{});
}

bool equal(ByteView a, std::string_view expected) {
    return toHex(a) == expected;
}

// RFC 8032 section 7.1, test 1.
bool ed25519IsRight() {
    const auto key =
        SigningKey::from(hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
    const Signature signature = sign(*key, {});
    Signature wrong = signature;
    wrong.bytes[0] ^= 1U;
    return equal(verifyKeyOf(*key).view(),
                 "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
           && equal(signature.view(),
                    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a3"
                    "3bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")
           && verify(verifyKeyOf(*key), {}, signature) && !verify(verifyKeyOf(*key), {}, wrong);
}

// RFC 7748 section 5.2, first vector.
bool x25519IsRight() {
    const Bytes scalar = hex("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4");
    const Bytes point = hex("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c");
    std::array<std::uint8_t, crypto_scalarmult_BYTES> out{};
    return crypto_scalarmult(out.data(), scalar.data(), point.data()) == 0
           && equal(out, "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552");
}

// FIPS 180-4 and RFC 7693 (32 bytes long), of "abc".
bool hashesAreRight() {
    return equal(sha256(viewOf("abc")).view(),
                 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
           && equal(blake2b(viewOf("abc")).view(),
                    "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

// draft-irtf-cfrg-xchacha-03, appendix A.3.1: the authentication tag.
bool xchachaIsRight() {
    const Bytes key = hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
    const Bytes nonce = hex("404142434445464748494a4b4c4d4e4f5051525354555657");
    const Bytes context = hex("50515253c0c1c2c3c4c5c6c7");
    constexpr std::string_view plain = "Ladies and Gentlemen of the class of '99: If I could offer "
                                       "you only one tip for the future, sunscreen would be it.";
    Bytes sealed(plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data(), nullptr, viewOf(plain).data(),
                                               plain.size(), context.data(), context.size(),
                                               nullptr, nonce.data(), key.data());
    return equal(ByteView(sealed).last(crypto_aead_xchacha20poly1305_ietf_ABYTES),
                 "c0875924c1c7987947deafd8780acf49");
}

// RFC 9106; the answer for "apricot", salt 00..0f, 1 pass, 8 KiB was computed with the reference
// implementation. The least cost, so that a start is not slowed down.
bool argon2idIsRight() {
    std::array<std::uint8_t, crypto_pwhash_argon2id_SALTBYTES> salt{};
    for (std::size_t i = 0; i < salt.size(); ++i) salt[i] = static_cast<std::uint8_t>(i);
    std::array<std::uint8_t, 32> out{};
    constexpr std::string_view passphrase = "apricot";
    return crypto_pwhash(out.data(), out.size(), passphrase.data(), passphrase.size(), salt.data(),
                         1, 8192, crypto_pwhash_ALG_ARGON2ID13)
               == 0
           && equal(out, "e2e1d8a44cb3fd70e9f3b2baeb2bee7776314e5bacac84010019a0b26bf8d9dd");
}

// Its parts are checked above; that they are put together right shows in the way back.
bool streamIsRight() {
    const SymmetricKey key;
    StreamSealer sealer(key);
    const Bytes chunk = sealer.chunk(viewOf("abc"), true);
    auto opener = StreamOpener::open(key, sealer.header());
    if (!opener) return false;
    const auto opened = opener->chunk(chunk);
    return opened.ok() && textOf(opened->plain) == "abc" && opened->last;
}

} // namespace

Result<> startCrypto() {
    struct Check {
        const char *name;
        bool (*isRight)();
    };
    constexpr std::array checks = {
        Check{"Ed25519", ed25519IsRight},          Check{"X25519", x25519IsRight},
        Check{"SHA-256, BLAKE2b", hashesAreRight}, Check{"XChaCha20-Poly1305", xchachaIsRight},
        Check{"Argon2id", argon2idIsRight},        Check{"secretstream", streamIsRight},
    };
    std::string wrong;
    if (sodium_init() < 0) {
        wrong = "libsodium does not start";
    } else {
        for (const Check &check : checks)
            if (!check.isRight()) wrong += std::string(wrong.empty() ? "" : ", ") + check.name;
    }
    if (!wrong.empty()) return fail(ErrorCode::CryptoSelfTestFailed, wrong);

    // A core dump would hold keys and records.
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
    return {};
}

} // namespace apricot
