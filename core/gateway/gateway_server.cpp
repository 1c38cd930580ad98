// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/gateway_server.h"

#include "comet/application.h"
#include "crypto/system_random.h"
#include "gateway/messages.h"
#include "gateway/relay_server.h"
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

HttpAnswer found(Bytes body) {
    return {200, std::move(body), cborType};
}

int statusOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::GatewayNoSuchRequest:
    case ErrorCode::PackageNotThere:
    case ErrorCode::HeightNotHere:
    case ErrorCode::RelayUnavailable:
        return 404;
    case ErrorCode::GatewayTooManyRequests:
        return 429;
    case ErrorCode::CollectionRefused:
    case ErrorCode::DepositForged:
    case ErrorCode::DeskRequestAnswered:
        return 403;
    case ErrorCode::GatewayMessageMalformed:
    case ErrorCode::GatewayRequestMalformed:
    case ErrorCode::TransactionExpired: // of a carried request, as the next (relay_server.h)
    case ErrorCode::TransactionTooLongLived:
    case ErrorCode::CollectRequestMalformed:
    case ErrorCode::GrantMalformed:
    case ErrorCode::GrantForged:
    case ErrorCode::StatePrefixTooWide:
    case ErrorCode::MailboxRefusedDeposit:
    case ErrorCode::PackageOfEndedGrant:
    case ErrorCode::InboxRefusedMessage:
        return 400;
    default:
        return 503;
    }
}

Error noSuch(const HttpRequest &request) {
    return fail(ErrorCode::GatewayNoSuchRequest,
                request.method + " " + net::pathWithoutQuery(request.path).substr(0, 100));
}

Error malformed(std::string what) {
    return fail(ErrorCode::GatewayRequestMalformed, std::move(what));
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

Result<StatePrefix> prefixField(const std::string &path) {
    APRICOT_TRY_ASSIGN(bits, numberField(path, "bits"));
    const auto text = net::queryField(path, "prefix");
    const auto bytes = text ? fromHex(*text) : std::nullopt;
    const auto prefix = bytes ? prefixFrom(*bytes, bits) : std::nullopt;
    if (!prefix) return malformed("prefix");
    return *prefix;
}

const RouteLimits *routeOf(const HttpRequest &request) {
    return limitsOf(request.method, net::pathWithoutQuery(request.path));
}

HttpAnswer refused(const Error &error) {
    return {statusOf(error.code), encode(error), cborType};
}

HttpAnswer said(Result<HttpAnswer> answered) {
    return answered ? std::move(answered).value() : refused(answered.error());
}

} // namespace

struct GatewayServer::Handlers {
    struct Row {
        std::string_view method, path;
        Answer (GatewayServer::*handler)(HttpRequest &);
    };
    static constexpr std::array<Row, routes.size()> rows{{
        {"GET", "/v1/ledger", &GatewayServer::describe},
        {"GET", "/v1/light-block", &GatewayServer::lightBlock},
        {"GET", "/v1/events", &GatewayServer::events},
        {"GET", "/v1/states", &GatewayServer::states},
        {"POST", "/v1/transactions", &GatewayServer::submit},
        {"POST", "/v1/packages", &GatewayServer::deposit},
        {"POST", "/v1/packages/collect", &GatewayServer::collect},
        {"GET", "/v1/shares", &GatewayServer::host},
        {"POST", "/v1/shares", &GatewayServer::release},
        {"POST", "/v1/inbox", &GatewayServer::post},
        {"GET", "/v1/notices", &GatewayServer::notices},
        {"POST", "/v1/messages", &GatewayServer::message},
        {"POST", "/v1/relay", &GatewayServer::carry},
        {"POST", "/v1/relayed", &GatewayServer::carried},
    }};
    static constexpr std::size_t placeOf(const RouteLimits &route) { // rows.size(): it has none
        std::size_t place = 0;
        while (place < rows.size()
               && (rows[place].method != route.method || rows[place].path != route.path))
            ++place;
        return place;
    }
    static consteval bool areComplete() {
        return std::ranges::all_of(
            routes, [](const RouteLimits &route) { return placeOf(route) < rows.size(); });
    }
};

GatewayServer::GatewayServer(Services services, const Clock &clock, const Limits &limits)
    : m_services(std::move(services)), m_clock(clock),
      m_rates({limits.requestsPerSecond, limits.burst}, limits.machinesRemembered) {}

net::Judgement GatewayServer::judge(const HttpRequest &head, std::uint64_t length) {
    if (!m_rates.take(head.from, 1, m_clock.now())) {
        count(&Counted::limited);
        return {refused(fail(ErrorCode::GatewayTooManyRequests)), 0};
    }
    if (auto refusal = refusalOf(head, length)) {
        count(&Counted::refused);
        return {std::move(refusal), 0};
    }
    return {std::nullopt, routeOf(head)->largestAnswer};
}

std::optional<HttpAnswer> GatewayServer::refusalOf(const HttpRequest &head, std::uint64_t length) {
    const RouteLimits *route = routeOf(head);
    if (!route) return refused(noSuch(head));
    if (length <= route->largestBody) return std::nullopt;
    auto out = refused(malformed("larger than " + std::to_string(route->largestBody)));
    out.status = 413;
    return out;
}

Result<HttpAnswer> GatewayServer::handled(HttpRequest &request) {
    const RouteLimits *route = routeOf(request);
    if (!route) return noSuch(request);
    static_assert(Handlers::areComplete());
    return (this->*Handlers::rows[Handlers::placeOf(*route)].handler)(request);
}

HttpAnswer GatewayServer::answer(HttpRequest &request) {
    HttpAnswer out = said(handled(request));
    count(out.status == 200 ? &Counted::answered : &Counted::refused);
    return out;
}

void GatewayServer::count(std::uint64_t Counted::*as) {
    const std::scoped_lock lock(m_mutex);
    ++(m_counted.*as);
}

Counted GatewayServer::counted() const {
    const std::scoped_lock lock(m_mutex);
    return m_counted;
}

Result<HttpAnswer> GatewayServer::describe(HttpRequest & /*request*/) {
    return found(encode(Description{m_services.ledger.chainId(), m_services.ledger.ledgerKey(),
                                    m_services.height()}));
}

Result<HttpAnswer> GatewayServer::submit(HttpRequest &request) {
    if (request.body.empty()) return malformed("no transaction");
    APRICOT_TRY_ASSIGN(outcome, m_services.ledger.submit(request.body));
    return found(encode(outcome));
}

// Only by prefix: which key is meant nobody says.
Result<HttpAnswer> GatewayServer::states(HttpRequest &request) {
    APRICOT_TRY_ASSIGN(prefix, prefixField(request.path));
    APRICOT_TRY_ASSIGN(answer, m_services.ledger.queryPrefix(prefix));
    return found(encodeProvenPrefix(answer));
}

Result<HttpAnswer> GatewayServer::lightBlock(HttpRequest &request) {
    APRICOT_TRY_ASSIGN(height, numberField(request.path, "height"));
    if (height == 0) return malformed("height");
    if (!m_services.lightBlocks) return malformed("this ledger has no signed blocks");
    // Whoever is ahead asks again: a wait would hold a thread.
    if (height > m_services.height()) return comet::heightNotHere(height);
    APRICOT_TRY_ASSIGN(block,
                       m_services.lightBlocks->lightBlock(static_cast<std::int64_t>(height)));
    const std::string json = comet::toJson(block);
    const ByteView view = viewOf(json);
    return HttpAnswer{200, Bytes(view.begin(), view.end()), "application/json"};
}

Result<HttpAnswer> GatewayServer::events(HttpRequest &request) {
    APRICOT_TRY_ASSIGN(from, numberField(request.path, "from"));
    APRICOT_TRY_ASSIGN(blocks,
                       m_services.events(std::max<Height>(1, from), mostBlocksAtOnce, eventBytes));
    return found(encode(blocks));
}

Result<HttpAnswer> GatewayServer::deposit(HttpRequest &request) {
    auto read = decodeDeposit(request.body);
    if (!read) return malformed(std::string(nameOf(read.error().code)));
    Deposit &deposit = *read;
    request.body = {};
    deposit.source = request.from;
    APRICOT_TRY(m_services.mailbox.deposit(deposit));
    return found({});
}

Result<HttpAnswer> GatewayServer::collect(HttpRequest &request) {
    APRICOT_TRY_ASSIGN(package, m_services.mailbox.collect(request.body));
    return found(std::move(package));
}

Result<HttpAnswer> GatewayServer::host(HttpRequest & /*request*/) {
    APRICOT_TRY_ASSIGN(hosts, m_services.mailbox.hosts());
    return found(encode(hosts.front()));
}

Result<HttpAnswer> GatewayServer::release(HttpRequest &request) {
    auto released = m_services.mailbox.release({std::move(request.body)});
    if (released.answers.empty()) return *released.failure;
    return found(std::move(released.answers.front().sealed));
}

Result<HttpAnswer> GatewayServer::post(HttpRequest &request) {
    const ByteView body = request.body;
    const auto inbox = SealKey::from(body.first(std::min(body.size(), SealKey::size)));
    if (!inbox) return malformed("key");
    APRICOT_TRY(m_services.mailbox.post(*inbox, body.subspan(SealKey::size), request.from));
    return found({});
}

// Only by prefix: which inbox is meant nobody says. `inbox` and `number`: the last of the page
// before.
Result<HttpAnswer> GatewayServer::notices(HttpRequest &request) {
    APRICOT_TRY_ASSIGN(under, prefixField(request.path));
    NoticePlace after;
    if (const auto text = net::queryField(request.path, "inbox")) {
        const auto raw = fromHex(*text);
        const auto inbox = raw ? Digest::from(*raw) : std::nullopt;
        if (!inbox) return malformed("inbox");
        APRICOT_TRY_ASSIGN(number, numberField(request.path, "number"));
        after = {*inbox, number};
    }
    APRICOT_TRY_ASSIGN(page, m_services.mailbox.notices(under, after));
    return found(encode(page));
}

Result<HttpAnswer> GatewayServer::message(HttpRequest &request) {
    const ByteView body = request.body;
    const auto id = Digest::from(body.first(std::min(body.size(), Digest::size)));
    if (!id || body.size() != Digest::size + offsetBytes) return malformed("message");
    const std::uint64_t offset = fromBigEndian(body.subspan(Digest::size));
    APRICOT_TRY_ASSIGN(piece, m_services.mailbox.piece(*id, offset));
    return found(std::move(piece));
}

// Whatever the other node answers, an error too: whoever asked can tell.
Result<HttpAnswer> GatewayServer::carry(HttpRequest &request) {
    const auto to = net::queryField(request.path, "to");
    if (!to || !m_services.relay) return malformed("this node carries nothing there");
    return m_services.relay->carry(*to, std::move(request.body), request.from);
}

// The same routes and sizes as for what comes directly, but those of goesByRelay alone. That it was
// not for this node only the relay is told, all else only whoever asked.
Result<HttpAnswer> GatewayServer::carried(HttpRequest &request) {
    if (!m_services.relay) return noSuch(request);
    auto opened = m_services.relay->open(request.body);
    if (!opened) {
        if (opened.error().code != ErrorCode::GatewayMessageMalformed)
            return opened.error(); // its own
        HttpAnswer misfit = refused(opened.error());
        misfit.status = misfitStatus;
        return misfit;
    }
    const HttpAnswer answer = answerCarried(*opened, request.from);
    SystemRandom random;
    APRICOT_TRY_ASSIGN(sealed, sealAnswer(opened->answerKey, answer, random));
    return found(std::move(sealed));
}

HttpAnswer GatewayServer::answerCarried(OpenedRequest &opened, const std::string &from) {
    if (const auto admitted = m_services.relay->admit(opened, from); !admitted)
        return refused(admitted.error());
    HttpRequest &inner = opened.request;
    inner.from = carriedBy;
    inner.from += from;
    if (auto refusal = refusalOf(inner, inner.body.size())) return std::move(*refusal);
    if (!goesByRelay(*routeOf(inner))) return refused(noSuch(inner));
    return said(handled(inner));
}

} // namespace apricot::gateway
