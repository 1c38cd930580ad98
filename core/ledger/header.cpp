// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/header.h"

#include "codec/cbor.h"
#include "codec/cose.h"
#include "crypto/hash.h"

namespace apricot {
namespace {

constexpr std::uint64_t formatVersion = 1;
constexpr std::string_view signingContext = "apricot header 1"; // external additional data of COSE

Result<Header> decode(ByteView payload) {
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(payload, {1024, 2}));
    APRICOT_TRY_ASSIGN(fields, in.array());
    APRICOT_TRY_ASSIGN(version, in.unsignedInteger());
    if (fields != 7 || version != formatVersion) return fail(Code::HeaderMalformed);
    APRICOT_TRY_ASSIGN(chainId, in.text());
    APRICOT_TRY_ASSIGN(height, in.unsignedInteger());
    APRICOT_TRY_ASSIGN(time, in.integer());
    APRICOT_TRY_ASSIGN(stateRoot, in.fixed<Digest>());
    APRICOT_TRY_ASSIGN(previous, in.fixed<Digest>());
    APRICOT_TRY_ASSIGN(transactions, in.fixed<Digest>());
    return Header{std::move(chainId), height, time, stateRoot, previous, transactions};
}

} // namespace

Bytes encodeHeader(const Header &header) {
    cbor::Writer out;
    out.array(7).unsignedInteger(formatVersion).text(header.chainId);
    out.unsignedInteger(header.height).integer(header.time).bytes(header.stateRoot.view());
    return out.bytes(header.previous.view()).bytes(header.transactions.view()).take();
}

Result<Header> decodeHeader(ByteView encoded) {
    return decode(encoded);
}

Bytes signHeader(const Header &header, const SigningKey &ledgerKey) {
    return cose::sign1(ledgerKey, encodeHeader(header), viewOf(signingContext));
}

Result<Header> verifyHeader(ByteView signedHeader, const VerifyKey &ledgerKey,
                            std::string_view chainId) {
    APRICOT_TRY_ASSIGN(message, cose::decodeSign1(signedHeader));
    if (!cose::verifies(message, ledgerKey, viewOf(signingContext)))
        return fail(Code::HeaderForged);
    APRICOT_TRY_ASSIGN(header, decode(message.payload));
    if (header.chainId != chainId) return fail(Code::HeaderForOtherChain, header.chainId);
    return header;
}

Digest headerHash(ByteView signedHeader) {
    return sha256(signedHeader);
}

Digest transactionsHash(const std::vector<Bytes> &transactions) {
    cbor::Writer out;
    out.array(transactions.size());
    for (const Bytes &transaction : transactions) out.bytes(transaction);
    return sha256(out.take());
}

} // namespace apricot
