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

namespace apricot::net {

struct HttpRequest {
    std::string method = "GET";
    std::string path; // with its query: "/v1/events?from=7"
    Bytes body;
    std::string from; // the asking machine's address, as the server sees it
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
    // AnswerTooLarge, NetworkStopped. Thread-safe.
    [[nodiscard]] virtual Result<HttpAnswer> send(const HttpRequest &request) = 0;
};

struct ClientOptions {
    std::chrono::milliseconds connecting{3000};
    std::chrono::milliseconds answering{15'000};
    std::size_t largestAnswer = std::size_t{700} << 20U;
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
    std::size_t largestRequest = std::size_t{1} << 20U;
    std::size_t threads = 16; // requests at the same time; the others wait
    std::chrono::seconds reading{10}, writing{30};
};

class HttpServer {
  public:
    virtual ~HttpServer() = default; // answers what has begun, then ends
    [[nodiscard]] virtual int port() const = 0;
};
using Handler = std::function<HttpAnswer(const HttpRequest &)>;
// HttpServerUnavailable: the address is taken, a certificate cannot be read, no TLS off loopback.
// `handler` is called from several threads.
[[nodiscard]] Result<std::unique_ptr<HttpServer>> serveHttp(const ServerOptions &options,
                                                            const Handler &handler);

// The value of a query's field; nothing when it is not there.
[[nodiscard]] std::optional<std::string> queryField(const std::string &path, std::string_view name);
[[nodiscard]] std::string pathWithoutQuery(const std::string &path);

} // namespace apricot::net
