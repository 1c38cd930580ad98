// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of key and digest, as types that cannot be mixed up.
#pragma once

#include "crypto/secret.h"

namespace apricot {

using SigningKey = SecretKey<struct SigningKeyTag, 32>; // Ed25519 seed (RFC 8032)
using VerifyKey = FixedBytes<struct VerifyKeyTag, 32>;  // Ed25519 public key
using Signature = FixedBytes<struct SignatureTag, 64>;

using OpenKey = SecretKey<struct OpenKeyTag, 32>;  // X25519 secret (RFC 7748): opens sealed boxes
using SealKey = FixedBytes<struct SealKeyTag, 32>; // X25519 public: seals to its owner

using SymmetricKey = SecretKey<struct SymmetricKeyTag, 32>;
using Digest = FixedBytes<struct DigestTag, 32>; // SHA-256 or BLAKE2b-256, as the function says
using Salt16 = FixedBytes<struct SaltTag, 16>;

} // namespace apricot
