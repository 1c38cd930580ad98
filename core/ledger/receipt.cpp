// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/receipt.h"

#include "codec/cbor.h"
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

Bytes encodeAnswer(const ProvenAnswer &answer) {
    cbor::Writer out;
    out.array(5).bytes(answer.key);
    if (answer.value)
        out.bytes(*answer.value);
    else
        out.null();
    out.bytes(answer.proof).bytes(answer.header).unsignedInteger(answer.height);
    return out.take();
}

Result<ProvenAnswer> decodeAnswer(ByteView receipt) {
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(receipt));
    APRICOT_TRY_ASSIGN(fields, in.array());
    if (fields != 5) return fail(Code::ReceiptMalformed);
    ProvenAnswer out;
    APRICOT_TRY_ASSIGN(key, in.bytes());
    out.key = std::move(key);
    if (in.next() == cbor::Reader::Type::Null) {
        APRICOT_TRY(in.null());
    } else {
        APRICOT_TRY_ASSIGN(value, in.bytes());
        out.value = std::move(value);
    }
    APRICOT_TRY_ASSIGN(proof, in.bytes());
    APRICOT_TRY_ASSIGN(header, in.bytes());
    APRICOT_TRY_ASSIGN(height, in.unsignedInteger());
    out.proof = std::move(proof);
    out.header = std::move(header);
    out.height = height;
    return out;
}

} // namespace apricot
