// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/header.h"

#include "codec/cose.h"
#include "codec/fields.h"
#include "crypto/hash.h"

namespace apricot {
namespace {

constexpr std::uint64_t formatVersion = 1;
constexpr std::string_view signingContext = "apricot header 1"; // external additional data of COSE

} // namespace

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Header> &header) {
    std::uint64_t version = formatVersion;
    archive(version, header.chainId, header.height, header.time, header.stateRoot);
    archive(header.previous, header.transactions);
    archive.check(version == formatVersion, "version of the format");
}

Bytes encodeHeader(const Header &header) {
    return cbor::encode(header);
}

Result<Header> decodeHeader(ByteView encoded) {
    auto header = cbor::decode<Header>(encoded, {1024, 2});
    if (!header) return fail(ErrorCode::HeaderMalformed, header.error().detail);
    return header;
}

Bytes signHeader(const Header &header, const SigningKey &ledgerKey) {
    return cose::sign1(ledgerKey, encodeHeader(header), viewOf(signingContext));
}

Result<Header> verifyHeader(ByteView signedHeader, const VerifyKey &ledgerKey,
                            std::string_view chainId) {
    APRICOT_TRY_ASSIGN(message, cose::decodeSign1(signedHeader));
    if (!cose::verifies(message, ledgerKey, viewOf(signingContext)))
        return fail(ErrorCode::HeaderForged);
    APRICOT_TRY_ASSIGN(header, decodeHeader(message.payload));
    if (header.chainId != chainId) return fail(ErrorCode::HeaderForOtherChain, header.chainId);
    return header;
}

Digest headerHash(ByteView signedHeader) {
    return sha256(signedHeader);
}

Digest transactionsHash(const std::vector<Bytes> &transactions) {
    return sha256(cbor::encode(transactions));
}

} // namespace apricot
