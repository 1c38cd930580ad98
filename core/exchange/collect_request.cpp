// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/collect_request.h"

#include "codec/cose.h"
#include "codec/fields.h"
#include "crypto/sign.h"

namespace apricot {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, WantedShare> &wanted) {
    auto &share = wanted.share;
    archive(wanted.publicPart, share.month, share.at, share.ephemeral, share.sealed);
    archive.check(share.at >= 1 && share.at <= mostHolders, "no holder's place");
}

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, CollectRequest> &request) {
    archive(request.host, request.organisation, request.desk, request.time, request.nonce);
    archive(request.package, request.share);
    archive.check(request.package.has_value() != request.share.has_value(), "not one thing");
}

namespace {

// Bound into the signature, so that no other message a desk key signs can stand for a request.
constexpr std::string_view context = "apricot collect 3";
constexpr std::size_t largest = 20'000;

Error malformed(std::string what) {
    return fail(ErrorCode::CollectRequestMalformed, std::move(what));
}

Result<CollectRequest> read(ByteView request) {
    if (request.size() > largest) return malformed("too large");
    APRICOT_TRY_ASSIGN(message, cose::decodeSign1(request));
    APRICOT_TRY_ASSIGN(out, cbor::decode<CollectRequest>(message.payload, {largest, 3}));
    if (!cose::verifies(message, out.desk, viewOf(context))) return malformed("signature");
    return out;
}

} // namespace

Bytes signCollectRequest(CollectRequest request, const SigningKey &desk) {
    request.desk = verifyKeyOf(desk);
    return cose::sign1(desk, cbor::encode(request), viewOf(context));
}

Result<CollectRequest> verifyCollectRequest(ByteView request) {
    auto out = read(request);
    if (!out && out.error().code != ErrorCode::CollectRequestMalformed)
        return malformed(std::string(nameOf(out.error().code)) + " " + out.error().detail);
    return out;
}

} // namespace apricot
