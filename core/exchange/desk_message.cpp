// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/desk_message.h"

#include "codec/fields.h"
#include "consent/rules.h"

namespace apricot {
namespace {

constexpr std::uint64_t knownForm = 2;
constexpr std::size_t largest = 70000; // bytes: a grant's largest and a little

Error malformed(std::string what) {
    return fail(ErrorCode::DeskMessageMalformed, std::move(what));
}

// As it travels: the grant's bytes in place of its text.
struct Wire {
    std::uint64_t form = knownForm;
    std::optional<Bytes> grant;
    std::optional<RequestId> declined, answers;
    UnixTime time = 0;
};

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Wire> &wire) {
    archive(wire.form);
    archive.check(wire.form == knownForm, "a later version");
    archive(wire.grant, wire.declined, wire.answers, wire.time);
    archive.check(wire.grant.has_value() != wire.declined.has_value()
                      && !(wire.declined && wire.answers),
                  "what it holds");
    archive.check(wire.time >= 0 && wire.time <= lastTime, "the time");
}

Result<DeskMessage> read(ByteView message) {
    APRICOT_TRY_ASSIGN(wire, cbor::decode<Wire>(message, {.bytes = largest, .depth = 2}));
    DeskMessage out{{}, wire.declined, wire.answers, wire.time};
    if (wire.grant) {
        APRICOT_TRY_ASSIGN(grant, decodeGrant(*wire.grant));
        out.code = grantToText(grant);
    }
    return out;
}

} // namespace

Bytes encode(const DeskMessage &message) {
    Wire wire{knownForm, {}, message.declined, message.answers, message.time};
    if (const auto grant = grantFromText(message.code)) wire.grant = encodeGrant(*grant);
    return cbor::encode(wire);
}

Result<DeskMessage> decodeDeskMessage(ByteView message) {
    auto out = read(message);
    if (!out) return malformed(std::string(nameOf(out.error().code)) + " " + out.error().detail);
    return out;
}

} // namespace apricot
