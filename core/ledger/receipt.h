// SPDX-License-Identifier: GPL-3.0-or-later
// A receipt: an answer of the ledger that anybody can check later, offline, with nothing but the
// ledger's public key and chain id.
#pragma once

#include "ledger/ledger.h"

namespace apricot {

// HeaderMalformed, HeaderForged, HeaderForOtherChain, ProofMalformed, ProofRefused. A true answer
// may be old: whoever needs a fresh one compares `time`.
[[nodiscard]] Result<VerifiedAnswer>
verifyAnswer(const ProvenAnswer &answer, const VerifyKey &ledgerKey, std::string_view chainId);

// As a file: CBOR [key, value or null, proof, header, height].
[[nodiscard]] Bytes encodeAnswer(const ProvenAnswer &answer);
// ReceiptMalformed, and the CBOR errors.
[[nodiscard]] Result<ProvenAnswer> decodeAnswer(ByteView receipt);

} // namespace apricot
