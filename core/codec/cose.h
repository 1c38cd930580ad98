// SPDX-License-Identifier: GPL-3.0-or-later
// COSE_Sign1 with EdDSA (RFC 9052 sections 3 and 4.2, RFC 9053 section 2.2).
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "crypto/keys.h"

namespace apricot::cose {

// Tag 18 [ protected << {1: -8} >>, {}, payload, signature ]; the key is named in the payload.
[[nodiscard]] Bytes sign1(const SigningKey &key, ByteView payload, ByteView externalAad = {});

// Apricot's own strict profile: exactly what sign1 writes, nothing else.
struct Sign1 {
    Bytes payload;
    Signature signature;
};
// CoseMalformed, and the CBOR errors. Does not check the signature.
[[nodiscard]] Result<Sign1> decodeSign1(ByteView message);
[[nodiscard]] bool verifies(const Sign1 &message, const VerifyKey &key, ByteView externalAad = {});

// Anybody's COSE_Sign1 (tagged or not, headers in any order, detached payload refused) for the
// conformance program: any valid CBOR, but an unknown critical header (RFC 9052 section 3.1) or an
// algorithm other than EdDSA is refused (CoseUnsupported).
struct Foreign {
    Bytes protectedHeader, payload, signature;
    std::int64_t algorithm = 0;
};
[[nodiscard]] Result<Foreign> decodeForeign(ByteView message);
[[nodiscard]] bool verifies(const Foreign &message, const VerifyKey &key,
                            ByteView externalAad = {});

} // namespace apricot::cose
