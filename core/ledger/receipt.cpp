// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/receipt.h"

#include "codec/fields.h"
#include "ledger/header.h"
#include "ledger/proof.h"

namespace apricot {

Result<VerifiedAnswer> verifyAnswer(const ProvenAnswer &answer, const VerifyKey &ledgerKey,
                                    std::string_view chainId) {
    APRICOT_TRY_ASSIGN(header, verifyHeader(answer.header, ledgerKey, chainId));
    APRICOT_TRY_ASSIGN(proof, decodeProof(answer.proof));
    APRICOT_TRY(verifyProof(proof, header.stateRoot, answer.key, answer.value));
    // The height beside the answer is unsigned; the header's is the true one.
    return VerifiedAnswer{header.time, header.height, answer.key, answer.value};
}

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, ProvenAnswer> &answer) {
    archive(answer.key, answer.value, answer.proof, answer.header, answer.height);
}

Bytes encodeAnswer(const ProvenAnswer &answer) {
    return cbor::encode(answer);
}

Result<ProvenAnswer> decodeAnswer(ByteView receipt) {
    auto answer = cbor::decode<ProvenAnswer>(receipt);
    if (!answer) return fail(ErrorCode::ReceiptMalformed, answer.error().detail);
    return answer;
}

} // namespace apricot
