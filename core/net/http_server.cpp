// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http.h"

#include <httplib.h>
#include <thread>

namespace apricot::net {
namespace {

class Server final : public HttpServer {
  public:
    Server(std::unique_ptr<httplib::Server> server, int port)
        : m_server(std::move(server)), m_port(port),
          m_running([this] { m_server->listen_after_bind(); }) {}
    ~Server() override {
        // One that has not begun would not hear the stop.
        while (!m_server->is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        m_server->stop();
        m_running.join();
    }
    [[nodiscard]] int port() const override { return m_port; }

  private:
    std::unique_ptr<httplib::Server> m_server;
    int m_port;
    std::jthread m_running;
};

Error unavailable(std::string what) {
    return fail(Code::HttpServerUnavailable, std::move(what));
}

void configure(httplib::Server &server, const ServerOptions &options, const Handler &handler) {
    server.set_payload_max_length(options.largestRequest);
    server.set_read_timeout(options.reading);
    server.set_write_timeout(options.writing);
    server.set_keep_alive_max_count(100);
    server.set_keep_alive_timeout(5);
    server.new_task_queue = [threads = options.threads] {
        return std::make_unique<httplib::ThreadPool>(threads).release(); // httplib deletes it
    };
    const auto answer = [handler](const httplib::Request &in, httplib::Response &out) {
        const ByteView body = viewOf(in.body);
        const HttpAnswer answered =
            handler({in.method, in.target, Bytes(body.begin(), body.end()), in.remote_addr});
        out.status = answered.status;
        out.set_content(std::string(textOf(answered.body)), answered.type);
    };
    server.Get(".*", answer);
    server.Post(".*", answer);
    server.set_exception_handler([](const httplib::Request &, httplib::Response &out,
                                    const std::exception_ptr &) { out.status = 500; });
}

} // namespace

Result<std::unique_ptr<HttpServer>> serveHttp(const ServerOptions &options,
                                              const Handler &handler) {
    std::unique_ptr<httplib::Server> server;
    if (options.certificate.empty()) {
        if (options.host != "127.0.0.1" && options.host != "::1")
            return unavailable("without a certificate it serves this machine alone: "
                               + options.host);
        server = std::make_unique<httplib::Server>();
    } else {
        server =
            std::make_unique<httplib::SSLServer>(options.certificate.c_str(), options.key.c_str());
        if (!server->is_valid()) return unavailable("certificate or key: " + options.certificate);
    }
    configure(*server, options, handler);
    int port = options.port;
    if (port == 0)
        port = server->bind_to_any_port(options.host);
    else if (!server->bind_to_port(options.host, port))
        port = -1;
    if (port <= 0) return unavailable(options.host + ":" + std::to_string(options.port));
    return std::unique_ptr<HttpServer>(std::make_unique<Server>(std::move(server), port));
}

std::string pathWithoutQuery(const std::string &path) {
    return path.substr(0, path.find('?'));
}

std::optional<std::string> queryField(const std::string &path, std::string_view name) {
    const auto question = path.find('?');
    if (question == std::string::npos) return std::nullopt;
    std::string_view rest(path);
    rest.remove_prefix(question + 1);
    while (!rest.empty()) {
        const auto end = std::min(rest.find('&'), rest.size());
        const std::string_view field = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (field.size() > name.size() && field.starts_with(name) && field[name.size()] == '=')
            return std::string(field.substr(name.size() + 1));
    }
    return std::nullopt;
}

} // namespace apricot::net
