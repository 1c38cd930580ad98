// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/transaction.h"

#include "codec/cbor.h"
#include "codec/cose.h"
#include "crypto/sign.h"

namespace apricot {
namespace {

constexpr std::size_t commonFields = 4;

} // namespace

Transaction makeTransaction(std::string chainId, Action action, const Clock &clock, Random &random,
                            UnixTime life) {
    Transaction t;
    t.chainId = std::move(chainId);
    random.fill(t.nonce.bytes);
    t.notAfter = clock.now() + life;
    t.action = std::move(action);
    return t;
}

Bytes encodeBody(const Transaction &transaction) {
    const ActionRow &row = *transaction.action.row();
    cbor::Writer out;
    out.array(commonFields + row.fields).unsignedInteger(row.number).text(transaction.chainId);
    out.bytes(transaction.nonce.view()).integer(transaction.notAfter);
    row.write(out, transaction.action.value());
    return out.take();
}

SignedBy signBody(ByteView body, const SigningKey &signer) {
    const auto message =
        cose::decodeSign1(cose::sign1(signer, body, viewOf(transactionSigningContext)));
    return {verifyKeyOf(signer), message.value().signature};
}

Bytes assembleTransaction(ByteView body, std::vector<SignedBy> signatures) {
    std::sort(signatures.begin(), signatures.end());
    cbor::Writer out;
    out.array(2).bytes(body).array(signatures.size());
    for (const SignedBy &by : signatures)
        out.array(2).bytes(by.key.view()).bytes(by.signature.view());
    return out.take();
}

Bytes signTransaction(const Transaction &transaction, const SigningKey &signer) {
    const Bytes body = encodeBody(transaction);
    return assembleTransaction(body, {signBody(body, signer)});
}

Result<Transaction> decodeBody(ByteView body) {
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(body, {largestTransaction, 8}));
    APRICOT_TRY_ASSIGN(fields, in.array());
    if (fields < commonFields) return malformedAction("too few fields");
    APRICOT_TRY_ASSIGN(type, in.unsignedInteger());
    APRICOT_TRY_ASSIGN(chainId, in.text());
    APRICOT_TRY_ASSIGN(nonce, in.fixed<Nonce>());
    APRICOT_TRY_ASSIGN(notAfter, in.integer());
    const ActionRow *row = actionNumbered(type);
    if (row == nullptr || fields != commonFields + row->fields)
        return malformedAction("type " + std::to_string(type) + " with " + std::to_string(fields)
                               + " fields");
    APRICOT_TRY_ASSIGN(action, row->read(in));
    return Transaction{std::move(chainId), nonce, notAfter, std::move(action)};
}

Result<SubmittedTransaction> decodeTransaction(ByteView wire) {
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(wire, {largestTransaction, 8}));
    APRICOT_TRY_ASSIGN(fields, in.array());
    if (fields != 2) return malformedAction("not a pair of body and signatures");
    SubmittedTransaction out;
    APRICOT_TRY_ASSIGN(body, in.bytes());
    APRICOT_TRY_ASSIGN(count, in.array());
    if (count == 0 || count > mostSigners) return malformedAction("number of signatures");
    for (std::size_t i = 0; i < count; ++i) {
        APRICOT_TRY_ASSIGN(parts, in.array());
        if (parts != 2) return malformedAction("signature");
        APRICOT_TRY_ASSIGN(key, in.fixed<VerifyKey>());
        APRICOT_TRY_ASSIGN(signature, in.fixed<Signature>());
        if (i > 0 && !(out.signatures.back().key < key))
            return malformedAction("order of signatures");
        out.signatures.push_back({key, signature});
    }
    APRICOT_TRY_ASSIGN(transaction, decodeBody(body));
    out.transaction = std::move(transaction);
    out.body = std::move(body);
    return out;
}

} // namespace apricot
