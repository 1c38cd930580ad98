// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/letter.h"

#include "codec/compress.h"
#include "codec/cose.h"
#include "codec/fields.h"
#include "consent/rules.h"
#include "crypto/sign.h"
#include "exchange/envelope.h"

namespace apricot {
namespace {

// Bound into the signature, so that no other message a desk key signs can stand for a letter.
constexpr std::string_view context = "apricot letter 1";
constexpr std::size_t frame = 1024; // bytes that are no resources, at most

Error malformed(std::string what) {
    return fail(ErrorCode::LetterMalformed, std::move(what));
}
Error tooLarge(std::string what) {
    return fail(ErrorCode::LetterTooLarge, std::move(what));
}

// What so many packed bytes may become.
std::uint64_t mostUnpacked(std::uint64_t packed) {
    constexpr std::uint64_t always = 1U << 20U, expansion = 64;
    return std::min<std::uint64_t>(largestLetter + frame, std::max(always, expansion * packed));
}

Result<std::vector<std::string>> unpack(ByteView packed) {
    APRICOT_TRY_ASSIGN(plain, gunzip(packed, mostUnpacked(packed.size())));
    constexpr cbor::Limits limits{largestLetter + frame, 2};
    // Counted first: an empty one is a byte here and 32 in memory.
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(plain, limits));
    APRICOT_TRY_ASSIGN(count, in.array());
    if (count > mostLetterResources) return malformed("too many resources");
    return cbor::decode<std::vector<std::string>>(plain, limits);
}

// As it travels. The resources are packed: whoever's signature does not verify has nothing
// unpacked for them.
struct Wire {
    Letter letter;
    Bytes packed;
};

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Wire> &wire) {
    auto &letter = wire.letter;
    archive(letter.kind, letter.organisation, letter.desk, letter.chainId, letter.grant);
    archive(letter.inbox, letter.time, wire.packed, letter.request);
    const auto kind = static_cast<std::uint8_t>(letter.kind);
    archive.check(kind >= 1 && kind <= letterKinds, "the kind");
    archive.check(letter.time >= 0 && letter.time <= lastTime, "the time");
    archive.check(complaintAboutChainId(letter.chainId));
    const bool asks = letter.kind == LetterKind::Request;
    archive.check(asks == wire.packed.empty() && asks != letter.request.empty(), "what it holds");
}

constexpr std::array<std::string_view, letterKinds> kindNames = {
    "result", "prescription", "referral", "visit-note", "request"};

} // namespace

std::string_view nameOf(LetterKind kind) {
    return kindNames.at(static_cast<std::size_t>(kind) - 1);
}

std::optional<LetterKind> letterKindNamed(std::string_view name) {
    const auto at = std::ranges::find(kindNames, name);
    if (at == kindNames.end()) return std::nullopt;
    return static_cast<LetterKind>(at - kindNames.begin() + 1);
}

Result<Bytes> signLetter(Letter letter, const SigningKey &desk) {
    if (letter.resources.size() > mostLetterResources) return tooLarge("resources");
    std::size_t size = 0;
    for (const std::string &resource : letter.resources) size += resource.size();
    if (size > largestLetter) return tooLarge(std::to_string(size) + " bytes");
    Bytes packed;
    if (letter.kind != LetterKind::Request) {
        const Bytes plain = cbor::encode(letter.resources);
        packed = gzip(plain);
        if (plain.size() > mostUnpacked(packed.size())) return tooLarge("for its packed size");
    }
    letter.desk = verifyKeyOf(desk);
    Bytes out = cose::sign1(desk, cbor::encode(Wire{std::move(letter), packed}), viewOf(context));
    if (out.size() > largestEnveloped) return tooLarge(std::to_string(out.size()) + " bytes");
    return out;
}

Result<Letter> verifyLetter(ByteView letter) {
    const auto asMalformed = [](const Error &cause) {
        return cause.code == ErrorCode::LetterMalformed
                   ? cause
                   : malformed(std::string(nameOf(cause.code)) + " " + cause.detail);
    };
    const auto message = cose::decodeSign1(letter);
    if (!message) return asMalformed(message.error());
    auto wire = cbor::decode<Wire>(message->payload, {largestEnveloped, 2});
    if (!wire) return asMalformed(wire.error());
    if (!cose::verifies(*message, wire->letter.desk, viewOf(context)))
        return fail(ErrorCode::LetterForged);
    if (!wire->packed.empty()) {
        auto resources = unpack(wire->packed);
        if (!resources) return asMalformed(resources.error());
        wire->letter.resources = std::move(*resources);
    }
    return std::move(wire->letter);
}

} // namespace apricot
