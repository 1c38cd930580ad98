// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/gateway_server.h"

#include "gateway/messages.h"
#include "ledger/prefix_proof.h"
#include "ledger/transaction.h"

#include <algorithm>
#include <charconv>

namespace apricot::gateway {
namespace {

using net::HttpAnswer;
using net::HttpRequest;

constexpr const char *cborType = "application/cbor";
constexpr std::size_t mostBlocksAtOnce = 200;
constexpr std::size_t longestKey = 128;

HttpAnswer found(Bytes body) {
    return {200, std::move(body), cborType};
}

int statusOf(Code code) {
    switch (code) {
    case Code::GatewayNoSuchRequest:
    case Code::PackageNotThere:
    case Code::HeightNotHere:
        return 404;
    case Code::GatewayTooManyRequests:
        return 429;
    case Code::CollectionRefused:
        return 403;
    case Code::GatewayRequestMalformed:
    case Code::GatewayMessageMalformed:
    case Code::CollectRequestMalformed:
    case Code::StatePrefixTooWide:
    case Code::MailboxRefusedDeposit:
    case Code::InboxRefusedMessage:
        return 400;
    default:
        return 503;
    }
}

Error malformed(std::string what) {
    return fail(Code::GatewayRequestMalformed, std::move(what));
}

Result<Bytes> hexField(const std::string &path, std::string_view name) {
    const auto text = net::queryField(path, name);
    auto bytes = text ? fromHex(*text) : std::nullopt;
    if (!bytes || bytes->empty() || bytes->size() > longestKey) return malformed(std::string(name));
    return std::move(*bytes);
}

Result<std::uint64_t> numberField(const std::string &path, std::string_view name) {
    const auto text = net::queryField(path, name);
    std::uint64_t out = 0;
    if (!text || text->empty()) return malformed(std::string(name));
    const auto read = std::from_chars(text->data(), text->data() + text->size(), out);
    if (read.ec != std::errc() || read.ptr != text->data() + text->size() || out > INT64_MAX)
        return malformed(std::string(name));
    return out;
}

} // namespace

HttpAnswer GatewayServer::answer(const HttpRequest &request) {
    auto answered = isWithinRate(request.from)
                        ? route(request)
                        : Result<HttpAnswer>(fail(Code::GatewayTooManyRequests));
    const std::scoped_lock lock(m_mutex);
    if (answered) {
        ++m_counted.answered;
        return std::move(answered).value();
    }
    const Error &error = answered.error();
    ++(error.code == Code::GatewayTooManyRequests ? m_counted.limited : m_counted.refused);
    return {statusOf(error.code), encode(error), cborType};
}

Counted GatewayServer::counted() const {
    const std::scoped_lock lock(m_mutex);
    return m_counted;
}

// A bucket of tokens for each machine, which fills with time.
bool GatewayServer::isWithinRate(const std::string &machine) {
    const UnixTime now = m_clock.now();
    const std::scoped_lock lock(m_mutex);
    if (m_buckets.size() >= m_limits.machinesRemembered && !m_buckets.contains(machine))
        std::erase_if(m_buckets, [&](const auto &entry) { return entry.second.filled < now - 60; });
    auto [it, isNew] = m_buckets.try_emplace(machine, Bucket{m_limits.burst, now});
    Bucket &bucket = it->second;
    const auto passed = static_cast<double>(std::max<UnixTime>(0, now - bucket.filled));
    bucket.tokens = std::min(m_limits.burst, bucket.tokens + passed * m_limits.requestsPerSecond);
    bucket.filled = now;
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
}

Result<HttpAnswer> GatewayServer::route(const HttpRequest &request) {
    const std::string path = net::pathWithoutQuery(request.path);
    const bool get = request.method == "GET";
    const bool post = request.method == "POST";
    if (get && path == "/v1/ledger") return describe();
    if (get && path == "/v1/states") return states(request.path);
    if (get && path == "/v1/light-block") return lightBlock(request.path);
    if (get && path == "/v1/events") return events(request.path);
    if (post && path == "/v1/transactions") return submit(request.body);
    if (post && path == "/v1/packages") return deposit(request.body);
    if (post && path == "/v1/packages/collect") return collect(request.body);
    if ((get || post) && path == "/v1/inbox") return inbox(request);
    return fail(Code::GatewayNoSuchRequest, request.method + " " + path);
}

HttpAnswer GatewayServer::describe() {
    return found(encode(Description{m_services.ledger.chainId(), m_services.ledger.ledgerKey(),
                                    m_services.height()}));
}

Result<HttpAnswer> GatewayServer::submit(ByteView transaction) {
    if (transaction.empty() || transaction.size() > largestTransaction) return malformed("size");
    APRICOT_TRY_ASSIGN(outcome, m_services.ledger.submit(transaction));
    return found(encode(outcome));
}

// Only by prefix: which key is meant nobody says.
Result<HttpAnswer> GatewayServer::states(const std::string &path) {
    APRICOT_TRY_ASSIGN(bits, numberField(path, "bits"));
    const auto text = net::queryField(path, "prefix");
    const auto bytes = text ? fromHex(*text) : std::nullopt;
    const auto prefix = bytes ? prefixFrom(*bytes, bits) : std::nullopt;
    if (!prefix) return malformed("prefix");
    APRICOT_TRY_ASSIGN(answer, m_services.ledger.queryPrefix(*prefix));
    return found(encodeProvenPrefix(answer));
}

Result<HttpAnswer> GatewayServer::lightBlock(const std::string &path) {
    APRICOT_TRY_ASSIGN(height, numberField(path, "height"));
    if (!m_services.lightBlocks) return malformed("this ledger has no signed blocks");
    // Only for one that can be near: a wait holds a thread.
    if (m_services.await && height <= m_services.height() + 3) m_services.await(height);
    APRICOT_TRY_ASSIGN(block,
                       m_services.lightBlocks->lightBlock(static_cast<std::int64_t>(height)));
    const std::string json = comet::toJson(block);
    const ByteView view = viewOf(json);
    return HttpAnswer{200, Bytes(view.begin(), view.end()), "application/json"};
}

Result<HttpAnswer> GatewayServer::events(const std::string &path) {
    APRICOT_TRY_ASSIGN(from, numberField(path, "from"));
    APRICOT_TRY_ASSIGN(blocks, m_services.events(std::max<Height>(1, from), mostBlocksAtOnce));
    return found(encode(blocks));
}

Result<HttpAnswer> GatewayServer::deposit(ByteView body) {
    if (body.size() > m_limits.packageBytes) return malformed("a package too large for this node");
    APRICOT_TRY_ASSIGN(deposit, decodeDeposit(body));
    APRICOT_TRY(m_services.mailbox.deposit(deposit));
    return found({});
}

Result<HttpAnswer> GatewayServer::collect(ByteView request) {
    APRICOT_TRY_ASSIGN(collected, m_services.mailbox.collect(request));
    return found(encode(collected));
}

Result<HttpAnswer> GatewayServer::inbox(const HttpRequest &request) {
    APRICOT_TRY_ASSIGN(raw, hexField(request.path, "key"));
    const auto inbox = SealKey::from(raw);
    if (!inbox) return malformed("key");
    if (request.method == "POST") {
        APRICOT_TRY(m_services.mailbox.post(*inbox, request.body));
        return found({});
    }
    APRICOT_TRY_ASSIGN(messages, m_services.mailbox.fetch(*inbox));
    return found(encode(messages));
}

} // namespace apricot::gateway
