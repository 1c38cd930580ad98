// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/request.h"

#include "codec/base45.h"
#include "codec/cose.h"
#include "codec/fields.h"
#include "consent/rules.h"
#include "crypto/sign.h"

namespace apricot {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Request> &request) {
    auto &wish = request.wish;
    auto &scope = wish.scope;
    archive(request.id, request.organisation, request.desk, request.chainId);
    archive(scope.kinds, scope.alwaysKinds, scope.from, scope.until, scope.level);
    archive(cbor::joined(scope.records), wish.purpose, wish.minutes, wish.uses);
    archive(request.asked, request.expires);
}

namespace {

// Bound into the signature, so that no other message a desk key signs can stand for a request.
constexpr std::string_view context = "apricot request 1";
constexpr std::size_t largestRequest = 20000; // bytes; a thousand named records fit

Error malformed(std::string what) {
    return fail(ErrorCode::RequestMalformed, std::move(what));
}

Complaint complaintAbout(const Request &request) {
    if (auto wish = apricot::complaintAbout(request.wish)) return wish;
    if (auto times = complaintAboutTimes(request.asked, request.expires, longestRequest))
        return times;
    return complaintAboutChainId(request.chainId);
}

} // namespace

Result<Bytes> signRequest(Request request, const SigningKey &desk) {
    if (const auto complaint = complaintAbout(request))
        return fail(ErrorCode::RequestInvalid, *complaint);
    request.desk = verifyKeyOf(desk);
    return cose::sign1(desk, cbor::encode(request), viewOf(context));
}

Result<Request> verifyRequest(ByteView request) {
    auto message = cose::decodeSign1(request);
    if (!message) return malformed(std::string(nameOf(message.error().code)));
    auto out = cbor::decode<Request>(message->payload, {.bytes = largestRequest, .depth = 2});
    if (!out) return malformed(std::string(nameOf(out.error().code)) + " " + out.error().detail);
    if (const auto complaint = complaintAbout(*out)) return malformed(*complaint);
    if (!cose::verifies(*message, out->desk, viewOf(context)))
        return fail(ErrorCode::RequestForged);
    return out;
}

std::string requestToText(ByteView request) {
    return std::string(requestPrefix) + toBase45(request);
}

Result<Bytes> requestFromText(std::string_view text) {
    auto decoded = text.starts_with(requestPrefix) && text.size() < 2 * largestRequest
                       ? fromBase45(text.substr(requestPrefix.size()))
                       : Result<Bytes>(Bytes{});
    if (!decoded || decoded->empty())
        return fail(ErrorCode::NotARequest, decoded ? "another prefix" : "base45");
    return decoded;
}

} // namespace apricot
