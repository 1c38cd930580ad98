// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/relay.h"

#include "codec/fields.h"
#include "crypto/hash.h"
#include "crypto/seal.h"
#include "crypto/system_random.h"
#include "gateway/messages.h"
#include "gateway/routes.h"

#include <algorithm>

namespace apricot {
namespace net {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, HttpAnswer> &answer) {
    archive(answer.status, answer.type, answer.body);
    archive.check(answer.status >= 100 && answer.status <= 599, "status");
}

} // namespace net

namespace gateway {
namespace {

struct Asked {
    UnixTime at = 0;
    net::HttpRequest request;
};
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Asked> &asked) {
    archive(asked.at, asked.request.method, asked.request.path, asked.request.body);
    archive.check(asked.at >= 0, "time");
}

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

template <class T>
Result<T> unpadded(ByteView padded, cbor::Limits limits) {
    if (padded.size() < lengthSize) return messageMalformed("too short");
    const std::uint64_t size = fromBigEndian(padded.first(lengthSize));
    if (size > padded.size() - lengthSize) return messageMalformed("length");
    auto out = cbor::decode<T>(padded.subspan(lengthSize, size), limits);
    if (!out) return messageMalformed(out.error().detail);
    return out;
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
            carried,
            m_relay.send(bounded(
                {"POST", "/v1/relay?to=" + m_node, std::move(sealed.wire), {}, within(request)})));
        if (carried.status != 200) return carried; // the relay's own error
        APRICOT_TRY_ASSIGN(answer, openAnswer(sealed.answerKey, carried.body));
        if (answer.body.size() > request.largestAnswer) return messageMalformed("a larger answer");
        return answer;
    }

  private:
    static std::chrono::milliseconds within(const net::HttpRequest &request) {
        // As patient as with anybody, or the request's own: then the relay's end of it comes first.
        return request.within.count() == 0 ? request.within : request.within + carryingTakes;
    }
    net::HttpClient &m_relay;
    std::string m_node;
    SealKey m_key;
    const Clock &m_clock;
    Random &m_random;
};

} // namespace

std::string connectable(const std::string &address) {
    return address.find("://") == std::string::npos ? "https://" + address : address;
}

Error relayUnavailable(std::string why) {
    return fail(ErrorCode::RelayUnavailable, std::move(why));
}

Result<SealedRequest> sealRequest(const SealKey &node, const net::HttpRequest &request,
                                  UnixTime now, Random &random) {
    SealedRequest out{keyIdOf(node), randomKey(random)};
    const Asked asked{std::max<UnixTime>(0, now), request};
    APRICOT_TRY_ASSIGN(whole, padded(cbor::encode(asked), relayedRequestSizes));
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

Result<OpenedRequest> openRequest(const OpenKey &key, ByteView wire) {
    if (!isFor(key, wire)) return messageMalformed("not sealed to this key");
    const auto plain = openSealed(key, wire.subspan(keyIdSize));
    if (!plain) return messageMalformed("cannot be opened");
    if (plain->size() < SymmetricKey::size) return messageMalformed("too short");
    auto answerKey = SymmetricKey::from(plain->view().first(SymmetricKey::size));
    APRICOT_TRY_ASSIGN(asked, unpadded<Asked>(plain->view().subspan(SymmetricKey::size),
                                              {relayedRequestSizes.back(), 2}));
    return OpenedRequest{std::move(asked.request), asked.at, std::move(*answerKey)};
}

Result<Bytes> sealAnswer(const SymmetricKey &key, const net::HttpAnswer &answer, Random &random) {
    APRICOT_TRY_ASSIGN(whole, padded(cbor::encode(answer), relayedAnswerSizes));
    return encrypt(key, whole, viewOf(answerContext), random);
}

Result<net::HttpAnswer> openAnswer(const SymmetricKey &key, ByteView wire) {
    APRICOT_TRY_ASSIGN(plain, decrypt(key, wire, viewOf(answerContext)));
    return unpadded<net::HttpAnswer>(plain.view(), {relayedAnswerSizes.back(), 2});
}

std::unique_ptr<net::HttpClient> relayedThrough(net::HttpClient &relay, std::string node,
                                                const SealKey &nodeKey, const Clock &clock,
                                                Random &random) {
    return std::make_unique<Relayed>(relay, std::move(node), nodeKey, clock, random);
}

} // namespace gateway
} // namespace apricot
