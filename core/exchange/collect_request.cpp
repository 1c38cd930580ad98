// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/collect_request.h"

#include "codec/cbor.h"
#include "codec/cose.h"
#include "crypto/sign.h"

namespace apricot {
namespace {

// Bound into the signature, so that no other message a desk key signs can stand for a request.
constexpr std::string_view context = "apricot collect 2";
// Host, organisation, desk, time, nonce, and a locator or the parts of a share.
constexpr std::size_t packageFields = 6, shareFields = 10;
constexpr std::size_t largest = 20'000;

Result<WantedShare> readShare(cbor::Reader &reader) {
    WantedShare out;
    APRICOT_TRY_ASSIGN(publicPart, reader.bytes());
    APRICOT_TRY_ASSIGN(month, reader.unsignedInteger());
    APRICOT_TRY_ASSIGN(at, reader.unsignedInteger());
    APRICOT_TRY_ASSIGN(ephemeral, reader.fixed<SealKey>());
    APRICOT_TRY_ASSIGN(sealed, reader.fixed<SealedShareBytes>());
    if (month > UINT16_MAX || at < 1 || at > mostHolders) return WantedShare{}; // no grant
    out = {std::move(publicPart),
           {static_cast<MonthNumber>(month), static_cast<std::uint8_t>(at), ephemeral, sealed}};
    return out;
}

Result<CollectRequest> read(ByteView request, cose::Sign1 &message) {
    APRICOT_TRY_ASSIGN(decoded, cose::decodeSign1(request));
    APRICOT_TRY_ASSIGN(reader,
                       cbor::Reader::create(decoded.payload, {.bytes = largest, .depth = 2}));
    APRICOT_TRY_ASSIGN(count, reader.array());
    CollectRequest out;
    APRICOT_TRY_ASSIGN(host, reader.fixed<VerifyKey>());
    APRICOT_TRY_ASSIGN(organisation, reader.fixed<OrganisationId>());
    APRICOT_TRY_ASSIGN(desk, reader.fixed<VerifyKey>());
    APRICOT_TRY_ASSIGN(time, reader.integer());
    APRICOT_TRY_ASSIGN(nonce, reader.fixed<CollectNonce>());
    out = {host, organisation, desk, time, nonce, {}};
    if (count == packageFields) {
        APRICOT_TRY_ASSIGN(locator, reader.fixed<Locator>());
        out.wanted = WantedPackage{locator};
    } else if (count == shareFields) {
        APRICOT_TRY_ASSIGN(share, readShare(reader));
        if (share.publicPart.empty()) out.desk = {};
        out.wanted = std::move(share);
    }
    if (!reader.atEnd()) out.desk = {}; // signed by nobody
    message = std::move(decoded);
    return out;
}

} // namespace

Bytes signCollectRequest(CollectRequest request, const SigningKey &desk) {
    request.desk = verifyKeyOf(desk);
    const auto *share = std::get_if<WantedShare>(&request.wanted);
    cbor::Writer w;
    w.array(share ? shareFields : packageFields).bytes(request.host.view());
    w.bytes(request.organisation.view()).bytes(request.desk.view()).integer(request.time);
    w.bytes(request.nonce.view());
    if (share) {
        w.bytes(share->publicPart).unsignedInteger(share->share.month);
        w.unsignedInteger(share->share.at).bytes(share->share.ephemeral.view());
        w.bytes(share->share.sealed.view());
    } else {
        w.bytes(std::get<WantedPackage>(request.wanted).locator.view());
    }
    return cose::sign1(desk, w.take(), viewOf(context));
}

Result<CollectRequest> verifyCollectRequest(ByteView request) {
    cose::Sign1 message;
    auto out = request.size() <= largest + 128 ? read(request, message)
                                               : Result<CollectRequest>(CollectRequest{});
    if (!out || !cose::verifies(message, out->desk, viewOf(context)))
        return fail(Code::CollectRequestMalformed, out ? "signature" : out.error().detail);
    return out;
}

} // namespace apricot
