// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/collect_request.h"

#include "codec/cbor.h"
#include "codec/cose.h"
#include "crypto/sign.h"

namespace apricot {
namespace {

// Bound into the signature, so that no other message a desk key signs can stand for a request.
constexpr std::string_view context = "apricot collect 1";
constexpr std::size_t fields = 5;

Result<CollectRequest> read(ByteView request, cose::Sign1 &message) {
    APRICOT_TRY_ASSIGN(decoded, cose::decodeSign1(request));
    APRICOT_TRY_ASSIGN(reader, cbor::Reader::create(decoded.payload, {.bytes = 512, .depth = 2}));
    APRICOT_TRY_ASSIGN(count, reader.array());
    CollectRequest out;
    APRICOT_TRY_ASSIGN(locator, reader.fixed<decltype(out.locator)>());
    APRICOT_TRY_ASSIGN(organisation, reader.fixed<OrganisationId>());
    APRICOT_TRY_ASSIGN(desk, reader.fixed<VerifyKey>());
    APRICOT_TRY_ASSIGN(time, reader.integer());
    APRICOT_TRY_ASSIGN(nonce, reader.fixed<decltype(out.nonce)>());
    out = {locator, organisation, desk, time, nonce};
    if (count != fields || !reader.atEnd()) out.desk = {}; // signed by nobody
    message = std::move(decoded);
    return out;
}

} // namespace

Bytes signCollectRequest(CollectRequest request, const SigningKey &desk) {
    request.desk = verifyKeyOf(desk);
    cbor::Writer w;
    w.array(fields).bytes(request.locator.view()).bytes(request.organisation.view());
    w.bytes(request.desk.view()).integer(request.time).bytes(request.nonce.view());
    return cose::sign1(desk, w.take(), viewOf(context));
}

Result<CollectRequest> verifyCollectRequest(ByteView request) {
    cose::Sign1 message;
    auto out = read(request, message);
    if (!out || !cose::verifies(message, out->desk, viewOf(context)))
        return fail(Code::CollectRequestMalformed, out ? "signature" : out.error().detail);
    return out;
}

} // namespace apricot
