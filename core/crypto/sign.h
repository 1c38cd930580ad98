// SPDX-License-Identifier: GPL-3.0-or-later
// Ed25519 signatures (RFC 8032) by libsodium, which refuses small-order keys and non-canonical S.
#pragma once

#include "crypto/keys.h"

namespace apricot {

[[nodiscard]] VerifyKey verifyKeyOf(const SigningKey &key);
[[nodiscard]] Signature sign(const SigningKey &key, ByteView message);
[[nodiscard]] bool verify(const VerifyKey &key, ByteView message, const Signature &signature);

} // namespace apricot
