// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/desk_message.h"

#include "codec/cbor.h"
#include "consent/rules.h"

namespace apricot {
namespace {

constexpr std::size_t fields = 5;
constexpr std::uint64_t version = 1;
constexpr std::size_t largest = 70000; // bytes: a grant's largest and a little

Error malformed(std::string what) {
    return fail(Code::DeskMessageMalformed, std::move(what));
}

void put(cbor::Writer &w, const std::optional<RequestId> &id) {
    if (id)
        w.bytes(id->view());
    else
        w.null();
}

Result<std::optional<RequestId>> optionalId(cbor::Reader &r) {
    if (r.next() == cbor::Reader::Type::Null) {
        APRICOT_TRY(r.null());
        return std::optional<RequestId>{};
    }
    APRICOT_TRY_ASSIGN(id, r.fixed<RequestId>());
    return std::optional<RequestId>{id};
}

Result<DeskMessage> read(ByteView message) {
    APRICOT_TRY_ASSIGN(r, cbor::Reader::create(message, {.bytes = largest, .depth = 2}));
    APRICOT_TRY_ASSIGN(count, r.array());
    if (count != fields) return malformed("the number of fields");
    APRICOT_TRY_ASSIGN(form, r.unsignedInteger());
    if (form != version) return malformed("a later version");
    APRICOT_TRY_ASSIGN(grant, r.bytes());
    APRICOT_TRY_ASSIGN(declined, optionalId(r));
    APRICOT_TRY_ASSIGN(answers, optionalId(r));
    APRICOT_TRY_ASSIGN(time, r.integer());
    if (grant.empty() != declined.has_value() || (declined && answers))
        return malformed("what it holds");
    if (time < 0 || time > lastTime) return malformed("the time");
    DeskMessage out{{}, declined, answers, time};
    if (!grant.empty()) {
        APRICOT_TRY_ASSIGN(decoded, decodeGrant(grant));
        out.code = grantToText(decoded);
    }
    return out;
}

} // namespace

Bytes encode(const DeskMessage &message) {
    cbor::Writer w;
    w.array(fields).unsignedInteger(version);
    const auto grant = grantFromText(message.code);
    w.bytes(grant ? encodeGrant(*grant) : Bytes{});
    put(w, message.declined);
    put(w, message.answers);
    w.integer(message.time);
    return w.take();
}

Result<DeskMessage> decodeDeskMessage(ByteView message) {
    auto out = read(message);
    if (!out && out.error().code != Code::DeskMessageMalformed)
        return malformed(std::string(nameOf(out.error().code)));
    return out;
}

} // namespace apricot
