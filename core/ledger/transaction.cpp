// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/transaction.h"

#include "codec/cose.h"
#include "crypto/sign.h"
#include "ledger/state_codec.h"

namespace apricot {
namespace {

struct Envelope {
    Bytes body;
    std::vector<SignedBy> signatures;
};

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Envelope> &envelope) {
    archive(envelope.body, envelope.signatures);
    const std::size_t count = envelope.signatures.size();
    archive.check(count > 0 && count <= mostSigners, "number of signatures");
    archive.check(ascendsByKey(envelope.signatures), "order of signatures");
}

// Whatever is wrong with the bytes, the ledger calls it one thing.
Error malformed(const Error &cause) {
    return refuse(Refusal::TransactionMalformed,
                  std::string(nameOf(cause.code)) + ' ' + cause.detail);
}

} // namespace

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, SignedBy> &by) {
    archive(by.key, by.signature);
}
// All but the action's own.
template <class Archive>
void commonFields(Archive &archive, cbor::In<Archive, Transaction> &transaction,
                  cbor::In<Archive, std::uint64_t> &number) {
    archive(number, transaction.chainId, transaction.nonce, transaction.notAfter);
}

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
    cbor::Encoder out;
    commonFields(out, transaction, row.number);
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
    return cbor::encode(Envelope{Bytes(body.begin(), body.end()), std::move(signatures)});
}

Bytes signTransaction(const Transaction &transaction, const SigningKey &signer) {
    const Bytes body = encodeBody(transaction);
    return assembleTransaction(body, {signBody(body, signer)});
}

Result<Bytes> addSignature(SubmittedTransaction &proposal, const SigningKey &signer) {
    const SignedBy own = signBody(proposal.body, signer);
    std::erase_if(proposal.signatures, [&](const SignedBy &by) { return by.key == own.key; });
    proposal.signatures.push_back(own);
    Bytes wire = assembleTransaction(proposal.body, proposal.signatures);
    APRICOT_TRY(decodeTransaction(wire));
    return wire;
}

Result<Transaction> decodeBody(ByteView body) {
    auto in = cbor::Reader::create(body, {largestTransaction, 8});
    if (!in) return malformed(in.error());
    cbor::Decoder from(*in);
    Transaction out;
    std::uint64_t number = 0;
    commonFields(from, out, number);
    if (const ActionRow *row = actionNumbered(number))
        out.action = row->read(from);
    else
        from.check("action " + std::to_string(number));
    if (const auto whole = from.finish(); !whole) return malformed(whole.error());
    return out;
}

Result<SubmittedTransaction> decodeTransaction(ByteView wire) {
    auto envelope = cbor::decode<Envelope>(wire, {largestTransaction, 8});
    if (!envelope) return malformed(envelope.error());
    APRICOT_TRY_ASSIGN(transaction, decodeBody(envelope->body));
    return SubmittedTransaction{std::move(transaction), std::move(envelope->body),
                                std::move(envelope->signatures)};
}

} // namespace apricot
