// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/letter.h"

#include "codec/cbor.h"
#include "codec/compress.h"
#include "codec/cose.h"
#include "consent/rules.h"
#include "crypto/sign.h"
#include "exchange/envelope.h"

namespace apricot {
namespace {

// Bound into the signature, so that no other message a desk key signs can stand for a letter.
constexpr std::string_view context = "apricot letter 1";
constexpr std::size_t fields = 9;
constexpr std::size_t frame = 1024; // bytes that are no resources, at most

Error malformed(std::string what) {
    return fail(Code::LetterMalformed, std::move(what));
}
Error tooLarge(std::string what) {
    return fail(Code::LetterTooLarge, std::move(what));
}

// What so many packed bytes may become.
std::uint64_t mostUnpacked(std::uint64_t packed) {
    constexpr std::uint64_t always = 1U << 20U, expansion = 64;
    return std::min<std::uint64_t>(largestLetter + frame, std::max(always, expansion * packed));
}

Result<std::vector<std::string>> unpack(ByteView packed) {
    APRICOT_TRY_ASSIGN(plain, gunzip(packed, mostUnpacked(packed.size())));
    APRICOT_TRY_ASSIGN(r, cbor::Reader::create(plain, {largestLetter + frame, 2}));
    APRICOT_TRY_ASSIGN(count, r.array());
    if (count > mostLetterResources) return malformed("too many resources");
    std::vector<std::string> out;
    for (std::size_t i = 0; i < count; ++i) {
        APRICOT_TRY_ASSIGN(resource, r.text());
        out.push_back(std::move(resource));
    }
    return out;
}

// The resources come last: whoever's signature does not verify has nothing unpacked for them.
struct Opened {
    cose::Sign1 message;
    Letter letter;
    Bytes packed;
};

Result<Opened> read(ByteView letter) {
    Opened out;
    APRICOT_TRY_ASSIGN(message, cose::decodeSign1(letter));
    APRICOT_TRY_ASSIGN(r, cbor::Reader::create(message.payload, {largestEnveloped, 2}));
    APRICOT_TRY_ASSIGN(count, r.array());
    if (count != fields) return malformed("the number of fields");
    APRICOT_TRY_ASSIGN(kind, r.unsignedInteger());
    if (kind < 1 || kind > letterKinds) return malformed("the kind");
    APRICOT_TRY_ASSIGN(organisation, r.fixed<OrganisationId>());
    APRICOT_TRY_ASSIGN(desk, r.fixed<VerifyKey>());
    APRICOT_TRY_ASSIGN(chainId, r.text());
    APRICOT_TRY_ASSIGN(grant, r.fixed<GrantId>());
    APRICOT_TRY_ASSIGN(inbox, r.fixed<SealKey>());
    APRICOT_TRY_ASSIGN(time, r.integer());
    APRICOT_TRY_ASSIGN(packed, r.bytes());
    APRICOT_TRY_ASSIGN(request, r.bytes());
    if (time < 0 || time > lastTime) return malformed("the time");
    if (const auto complaint = complaintAboutChainId(chainId)) return malformed(*complaint);
    const bool asks = kind == static_cast<std::uint64_t>(LetterKind::Request);
    if (asks != packed.empty() || asks == request.empty()) return malformed("what it holds");
    out.message = std::move(message);
    out.letter = {static_cast<LetterKind>(kind),
                  organisation,
                  desk,
                  std::move(chainId),
                  grant,
                  inbox,
                  time,
                  {},
                  std::move(request)};
    out.packed = std::move(packed);
    return out;
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
        cbor::Writer resources;
        resources.array(letter.resources.size());
        for (const std::string &resource : letter.resources) resources.text(resource);
        const Bytes plain = resources.take();
        packed = gzip(plain);
        if (plain.size() > mostUnpacked(packed.size())) return tooLarge("for its packed size");
    }
    letter.desk = verifyKeyOf(desk);
    cbor::Writer w;
    w.array(fields).unsignedInteger(static_cast<std::uint64_t>(letter.kind));
    w.bytes(letter.organisation.view()).bytes(letter.desk.view()).text(letter.chainId);
    w.bytes(letter.grant.view()).bytes(letter.inbox.view()).integer(letter.time);
    w.bytes(packed).bytes(letter.request);
    Bytes out = cose::sign1(desk, w.take(), viewOf(context));
    if (out.size() > largestEnveloped) return tooLarge(std::to_string(out.size()) + " bytes");
    return out;
}

Result<Letter> verifyLetter(ByteView letter) {
    const auto asMalformed = [](const Error &cause) {
        return cause.code == Code::LetterMalformed ? cause
                                                   : malformed(std::string(nameOf(cause.code)));
    };
    auto opened = read(letter);
    if (!opened) return asMalformed(opened.error());
    if (!cose::verifies(opened->message, opened->letter.desk, viewOf(context)))
        return fail(Code::LetterForged);
    if (!opened->packed.empty()) {
        auto resources = unpack(opened->packed);
        if (!resources) return asMalformed(resources.error());
        opened->letter.resources = std::move(*resources);
    }
    return std::move(opened->letter);
}

} // namespace apricot
