// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/relay.h"

#include "codec/cbor.h"
#include "crypto/hash.h"
#include "crypto/seal.h"
#include "crypto/system_random.h"
#include "gateway/messages.h"

#include <algorithm>

namespace apricot::gateway {
namespace {

constexpr std::size_t keyIdSize = 8;
constexpr std::size_t lengthSize = 4; // big-endian, before the content
constexpr std::string_view answerContext = "apricot relayed answer 1";

Bytes keyIdOf(const SealKey &key) {
    const Digest digest = sha256({viewOf("apricot relay key"), key.view()});
    return {digest.bytes.begin(), digest.bytes.begin() + keyIdSize};
}

Result<Bytes> padded(ByteView content, std::span<const std::size_t> sizes) {
    const auto size = std::ranges::find_if(
        sizes, [&](std::size_t s) { return s >= content.size() + lengthSize; });
    if (size == sizes.end())
        return messageMalformed(std::to_string(content.size()) + " bytes do not go by relay");
    Bytes out;
    out.reserve(*size);
    append(out, bigEndian<lengthSize>(content.size()));
    append(out, content);
    out.resize(*size, 0);
    return out;
}

Result<ByteView> unpadded(ByteView padded) {
    if (padded.size() < lengthSize) return messageMalformed("too short");
    const std::uint64_t size = fromBigEndian(padded.first(lengthSize));
    if (size > padded.size() - lengthSize) return messageMalformed("length");
    return padded.subspan(lengthSize, size);
}

class Relayed final : public net::HttpClient {
  public:
    Relayed(net::HttpClient &relay, std::string node, const SealKey &key, const Clock &clock,
            Random &random)
        : m_relay(relay), m_node(std::move(node)), m_key(key), m_clock(clock), m_random(random) {}

    [[nodiscard]] std::string name() const override { return m_node + " by " + m_relay.name(); }

    [[nodiscard]] Result<net::HttpAnswer> send(const net::HttpRequest &request) override {
        APRICOT_TRY_ASSIGN(sealed, sealRequest(m_key, request, m_clock.now(), m_random));
        APRICOT_TRY_ASSIGN(
            carried, m_relay.send({"POST", "/v1/relay?to=" + m_node, std::move(sealed.wire), {}}));
        if (carried.status != 200) return carried; // the relay's own error
        return openAnswer(sealed.answerKey, carried.body);
    }

  private:
    net::HttpClient &m_relay;
    std::string m_node;
    SealKey m_key;
    const Clock &m_clock;
    Random &m_random;
};

} // namespace

Error relayUnavailable(std::string why) {
    return fail(Code::RelayUnavailable, std::move(why));
}

Result<SealedRequest> sealRequest(const SealKey &node, const net::HttpRequest &request,
                                  UnixTime now, Random &random) {
    SealedRequest out{keyIdOf(node), randomKey(random)};
    cbor::Writer content;
    content.array(4).unsignedInteger(static_cast<std::uint64_t>(std::max<UnixTime>(0, now)));
    content.text(request.method).text(request.path).bytes(request.body);
    APRICOT_TRY_ASSIGN(whole, padded(content.take(), relayedRequestSizes));
    SecretBytes plain(SymmetricKey::size + whole.size());
    std::ranges::copy(out.answerKey.view(), plain.writable().begin());
    std::ranges::copy(whole, plain.writable().begin() + SymmetricKey::size);
    append(out.wire, seal(node, plain.view()));
    return out;
}

bool isFor(const OpenKey &key, ByteView wire) {
    return wire.size() >= keyIdSize && wire.size() <= largestRelayed
           && std::ranges::equal(wire.first(keyIdSize), keyIdOf(sealKeyOf(key)));
}

namespace {

Result<OpenedRequest> requestIn(const OpenKey &key, ByteView wire) {
    if (!isFor(key, wire)) return messageMalformed("not sealed to this key");
    const auto plain = openSealed(key, wire.subspan(keyIdSize));
    if (!plain) return messageMalformed("cannot be opened");
    if (plain->size() < SymmetricKey::size) return messageMalformed("too short");
    auto answerKey = SymmetricKey::from(plain->view().first(SymmetricKey::size));
    APRICOT_TRY_ASSIGN(content, unpadded(plain->view().subspan(SymmetricKey::size)));
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(content));
    APRICOT_TRY_ASSIGN(fields, in.array());
    if (fields != 4) return messageMalformed("fields");
    APRICOT_TRY_ASSIGN(asked, in.unsignedInteger());
    if (asked > INT64_MAX) return messageMalformed("time");
    OpenedRequest out{{}, static_cast<UnixTime>(asked), std::move(*answerKey)};
    APRICOT_TRY_ASSIGN(method, in.text());
    APRICOT_TRY_ASSIGN(path, in.text());
    APRICOT_TRY_ASSIGN(body, in.bytes());
    out.request = {std::move(method), std::move(path), std::move(body), {}};
    return out;
}

} // namespace

Result<OpenedRequest> openRequest(const OpenKey &key, ByteView wire) {
    auto out = requestIn(key, wire);
    if (!out && out.error().code != Code::GatewayMessageMalformed)
        return messageMalformed(std::string(nameOf(out.error().code)));
    return out;
}

Result<Bytes> sealAnswer(const SymmetricKey &key, const net::HttpAnswer &answer, Random &random) {
    cbor::Writer content;
    content.array(3).unsignedInteger(static_cast<std::uint64_t>(answer.status)).text(answer.type);
    const Bytes plain = content.bytes(answer.body).take();
    APRICOT_TRY_ASSIGN(whole, padded(plain, relayedAnswerSizes));
    return encrypt(key, whole, viewOf(answerContext), random);
}

Result<net::HttpAnswer> openAnswer(const SymmetricKey &key, ByteView wire) {
    APRICOT_TRY_ASSIGN(plain, decrypt(key, wire, viewOf(answerContext)));
    APRICOT_TRY_ASSIGN(content, unpadded(plain.view()));
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(content, {relayedAnswerSizes.back(), 2}));
    APRICOT_TRY_ASSIGN(fields, in.array());
    if (fields != 3) return messageMalformed("fields");
    APRICOT_TRY_ASSIGN(status, in.unsignedInteger());
    if (status < 100 || status > 599) return messageMalformed("status");
    APRICOT_TRY_ASSIGN(type, in.text());
    APRICOT_TRY_ASSIGN(body, in.bytes());
    return net::HttpAnswer{static_cast<int>(status), std::move(body), std::move(type)};
}

Result<Bytes> answerRelayed(const OpenKey &key, ByteView wire, UnixTime now, const IsNew &isNew,
                            const Answer &answer, Random &random) {
    APRICOT_TRY_ASSIGN(opened, openRequest(key, wire));
    if (opened.asked > now + relayedWithin || opened.asked < now - relayedWithin)
        return messageMalformed("of another time");
    // No relay of relays.
    if (opened.request.path.starts_with("/v1/relay")) return messageMalformed("nested");
    APRICOT_TRY(isNew(opened.asked, sha256(opened.answerKey.view())));
    return sealAnswer(opened.answerKey, answer(opened.request), random);
}

std::unique_ptr<net::HttpClient> relayedThrough(net::HttpClient &relay, std::string node,
                                                const SealKey &nodeKey, const Clock &clock,
                                                Random &random) {
    return std::make_unique<Relayed>(relay, std::move(node), nodeKey, clock, random);
}

} // namespace apricot::gateway
