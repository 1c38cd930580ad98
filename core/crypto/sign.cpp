// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/sign.h"

#include <sodium.h>

namespace apricot {
namespace {

// libsodium's secret key: the seed followed by the public key.
SecretBytes expanded(const SigningKey &key, VerifyKey &verifying) {
    SecretBytes secret(crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(verifying.bytes.data(), secret.writable().data(), key.view().data());
    return secret;
}

} // namespace

VerifyKey verifyKeyOf(const SigningKey &key) {
    VerifyKey out;
    (void)expanded(key, out);
    return out;
}

Signature sign(const SigningKey &key, ByteView message) {
    VerifyKey verifying;
    const SecretBytes secret = expanded(key, verifying);
    Signature out;
    crypto_sign_detached(out.bytes.data(), nullptr, message.data(), message.size(),
                         secret.view().data());
    return out;
}

bool verify(const VerifyKey &key, ByteView message, const Signature &signature) {
    return crypto_sign_verify_detached(signature.bytes.data(), message.data(), message.size(),
                                       key.bytes.data())
           == 0;
}

} // namespace apricot
