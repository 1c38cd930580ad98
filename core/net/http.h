// SPDX-License-Identifier: GPL-3.0-or-later
// Requests over HTTP (RFC 9110), with TLS or on loopback, as an interface: what asks and what
// answers can be tested without a network.
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "net/breaker.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace apricot::net {

struct HttpRequest {
    std::string method = "GET";
    std::string path; // with its query: "/v1/events?from=7"
    Bytes body;
    std::string from; // the asking machine, as the server sees it (machineOf)
    // Of a client's; 0: ClientOptions::answering.
    std::chrono::milliseconds within{0};
    std::size_t largestAnswer = std::size_t{64} << 10U; // bytes of its body; no more is ever held
};
struct HttpAnswer {
    int status = 200;
    Bytes body;
    std::string type = "application/json";
};

class HttpClient {
  public:
    virtual ~HttpClient() = default;
    [[nodiscard]] virtual std::string name() const = 0;
    // Any answer that came, whatever its status. NodeUnreachable (also when it took too long),
    // AnswerTooLarge (before it is held), NetworkStopped. Thread-safe.
    [[nodiscard]] virtual Result<HttpAnswer> send(const HttpRequest &request) = 0;
};

struct ClientOptions {
    std::chrono::milliseconds connecting{3000}; // to one of a name's addresses
    // For the whole of a request, from the name to the last byte of the answer, and a second more
    // for each `slowest` bytes that have gone or come; and so long at most without one.
    std::chrono::milliseconds answering{15'000};
    std::size_t slowest = std::size_t{128} << 10U;
    std::string
        authority; // file of the certificates (PEM) that vouch for the server; empty: the system's
    // Cut: what waits answers NetworkStopped at once. None: nobody cuts.
    std::shared_ptr<Breaker> breaker;
};
// Ignores SIGPIPE in this process from then on.
// "https://host:port" or "http://127.0.0.1:port": without TLS to this machine alone.
// NetAddressInvalid.
[[nodiscard]] Result<std::unique_ptr<HttpClient>> connectHttp(const std::string &address,
                                                              const ClientOptions &options = {});

struct ServerOptions {
    std::string host = "127.0.0.1";
    int port = 0;                 // 0: any that is free
    std::string certificate, key; // PEM files; both empty: no TLS, and then loopback only
    std::size_t largestRequest = std::size_t{1} << 20U; // bytes of a body
    std::size_t threads = 16;                           // handlers at the same time
    // When all places are taken, the machine with the most loses its oldest that is not in a
    // handler, also one whose answer it does not read.
    std::size_t connections = 512;
    std::size_t connectionsOfMachine = 64; // of them in a handler: its share of threads (places.h)
    // Of all bodies and answers larger than `smallBody`, and of one machine's.
    std::size_t heldBytes = std::size_t{256} << 20U, heldBytesOfMachine = std::size_t{80} << 20U;
    // For a head with its handshake, for a body, for an answer: each as a whole, and a second more
    // for each `slowest` bytes of it.
    std::chrono::seconds patience{10};
    std::chrono::seconds stalled{5}; // of an answer of which nobody takes a byte
    std::size_t slowest = std::size_t{128} << 10U;
};
inline constexpr std::size_t smallBody = std::size_t{64} << 10U;

class HttpServer {
  public:
    virtual ~HttpServer() = default; // answers what has begun (5 s at most), then ends
    [[nodiscard]] virtual int port() const = 0;
};

// What is said of a request before a byte of its body is read.
struct Judgement {
    std::optional<HttpAnswer> refusal; // sent, and the connection closed
    // Bytes that the answer may have; one that may be larger waits until they are free.
    std::size_t largestAnswer = smallBody;
};
// `head` has no body yet; `length` is what the body will have. From one thread, so: quick.
using Judge = std::function<Judgement(const HttpRequest &head, std::uint64_t length)>;
// From several threads. The request is its own: what it no longer needs of it, it may destroy.
using Handler = std::function<HttpAnswer(HttpRequest &request)>;
// A request has a length or no body: no chunks (411), no content encoding (415), at most
// `largestRequest` (413); its head has at most 8 KiB (431). HttpServerUnavailable: the address is
// taken, a certificate cannot be read, no TLS off loopback.
[[nodiscard]] Result<std::unique_ptr<HttpServer>>
serveHttp(const ServerOptions &options, const Judge &judge, const Handler &handler);

// What counts as one machine: an IPv4 address (also when it is written as IPv6), an IPv6 network of
// 64 bits, which one customer is given whole. What is no address counts as itself.
[[nodiscard]] std::string machineOf(const std::string &address);

// The value of a query's field; nothing when it is not there.
[[nodiscard]] std::optional<std::string> queryField(const std::string &path, std::string_view name);
[[nodiscard]] std::string pathWithoutQuery(const std::string &path);

} // namespace apricot::net
