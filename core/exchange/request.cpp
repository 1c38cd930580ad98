// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/request.h"

#include "codec/base45.h"
#include "codec/cbor.h"
#include "codec/cose.h"
#include "consent/rules.h"
#include "crypto/sign.h"

#include <limits>

namespace apricot {
namespace {

// Bound into the signature, so that no other message a desk key signs can stand for a request.
constexpr std::string_view context = "apricot request 1";
constexpr std::size_t fields = 14;
constexpr std::size_t largestRequest = 20000; // bytes; a thousand named records fit

Error malformed(std::string what) {
    return fail(Code::RequestMalformed, std::move(what));
}

Complaint complaintAbout(const Request &request) {
    if (auto wish = apricot::complaintAbout(request.wish)) return wish;
    if (auto times = complaintAboutTimes(request.asked, request.expires, longestRequest))
        return times;
    return complaintAboutChainId(request.chainId);
}

template <class T>
Result<T> number(cbor::Reader &r) {
    APRICOT_TRY_ASSIGN(value, r.unsignedInteger());
    if (value > std::numeric_limits<T>::max()) return malformed("a number is too large");
    return static_cast<T>(value);
}

Result<std::optional<UnixTime>> optionalTime(cbor::Reader &r) {
    if (r.next() == cbor::Reader::Type::Null) {
        APRICOT_TRY(r.null());
        return std::optional<UnixTime>{};
    }
    APRICOT_TRY_ASSIGN(time, r.integer());
    return std::optional<UnixTime>{time};
}

Result<Request> read(ByteView payload) {
    APRICOT_TRY_ASSIGN(r, cbor::Reader::create(payload, {.bytes = largestRequest, .depth = 2}));
    APRICOT_TRY_ASSIGN(count, r.array());
    if (count != fields) return malformed("the number of fields");
    Request out;
    APRICOT_TRY_ASSIGN(id, r.fixed<RequestId>());
    APRICOT_TRY_ASSIGN(organisation, r.fixed<OrganisationId>());
    APRICOT_TRY_ASSIGN(desk, r.fixed<VerifyKey>());
    APRICOT_TRY_ASSIGN(chainId, r.text());
    APRICOT_TRY_ASSIGN(kinds, number<std::uint16_t>(r));
    APRICOT_TRY_ASSIGN(from, optionalTime(r));
    APRICOT_TRY_ASSIGN(until, optionalTime(r));
    APRICOT_TRY_ASSIGN(level, number<std::uint8_t>(r));
    APRICOT_TRY_ASSIGN(records, r.bytes());
    APRICOT_TRY_ASSIGN(purpose, number<std::uint8_t>(r));
    APRICOT_TRY_ASSIGN(minutes, number<std::uint32_t>(r));
    APRICOT_TRY_ASSIGN(uses, number<std::uint32_t>(r));
    APRICOT_TRY_ASSIGN(asked, r.integer());
    APRICOT_TRY_ASSIGN(expires, r.integer());
    if (records.size() % RecordId::size != 0) return malformed("the length of the named records");
    for (std::size_t at = 0; at < records.size(); at += RecordId::size)
        out.wish.scope.records.push_back(
            *RecordId::from(ByteView(records).subspan(at, RecordId::size)));
    out.id = id;
    out.organisation = organisation;
    out.desk = desk;
    out.chainId = std::move(chainId);
    out.wish.scope.kinds = kinds;
    out.wish.scope.from = from;
    out.wish.scope.until = until;
    out.wish.scope.level = level;
    out.wish.purpose = static_cast<Purpose>(purpose);
    out.wish.minutes = minutes;
    out.wish.uses = uses;
    out.asked = asked;
    out.expires = expires;
    if (const auto complaint = complaintAbout(out)) return malformed(*complaint);
    return out;
}

} // namespace

Result<Bytes> signRequest(Request request, const SigningKey &desk) {
    if (const auto complaint = complaintAbout(request))
        return fail(Code::RequestInvalid, *complaint);
    request.desk = verifyKeyOf(desk);
    const Scope &scope = request.wish.scope;
    cbor::Writer w;
    w.array(fields).bytes(request.id.view()).bytes(request.organisation.view());
    w.bytes(request.desk.view()).text(request.chainId).unsignedInteger(scope.kinds);
    for (const auto &date : {scope.from, scope.until})
        if (date)
            w.integer(*date);
        else
            w.null();
    Bytes records;
    for (const RecordId &id : scope.records) append(records, id.view());
    w.unsignedInteger(scope.level).bytes(records);
    w.unsignedInteger(static_cast<std::uint64_t>(request.wish.purpose));
    w.unsignedInteger(request.wish.minutes).unsignedInteger(request.wish.uses);
    w.integer(request.asked).integer(request.expires);
    return cose::sign1(desk, w.take(), viewOf(context));
}

Result<Request> verifyRequest(ByteView request) {
    auto message = cose::decodeSign1(request);
    if (!message) return malformed(std::string(nameOf(message.error().code)));
    auto out = read(message->payload);
    if (!out)
        return out.error().code == Code::RequestMalformed
                   ? out.error()
                   : malformed(std::string(nameOf(out.error().code)));
    if (!cose::verifies(*message, out->desk, viewOf(context))) return fail(Code::RequestForged);
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
        return fail(Code::NotARequest, decoded ? "another prefix" : "base45");
    return decoded;
}

} // namespace apricot
