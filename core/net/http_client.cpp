// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http.h"

#include <condition_variable>
#include <csignal>
#include <httplib.h>
#include <mutex>
#include <optional>
#include <thread>

namespace apricot::net {
namespace {

bool isLoopback(const std::string &address) {
    for (const char *start : {"http://127.0.0.1:", "http://[::1]:", "http://localhost:"})
        if (address.starts_with(start)) return true;
    return false;
}

// One request and its answer. A connection for each: threads do not wait for each other, and a node
// that has gone away leaves nothing behind.
class Exchange {
  public:
    Exchange(const std::string &address, const ClientOptions &options, const HttpRequest &request)
        : m_address(address), m_largest(options.largestAnswer), m_client(address) {
        m_client.set_connection_timeout(options.connecting);
        m_client.set_read_timeout(options.answering);
        m_client.set_write_timeout(options.answering);
        m_client.set_follow_location(false);
        if (!options.authority.empty()) m_client.set_ca_cert_path(options.authority);
        m_sent.method = request.method;
        m_sent.path = request.path;
        m_sent.body = textOf(request.body);
        if (!request.body.empty()) m_sent.set_header("Content-Type", "application/octet-stream");
    }

    Result<HttpAnswer> run() {
        HttpAnswer answer;
        bool tooLarge = false;
        m_sent.content_receiver = [&](const char *data, std::size_t size, std::uint64_t,
                                      std::uint64_t) {
            tooLarge = answer.body.size() + size > m_largest;
            if (!tooLarge) append(answer.body, viewOf({data, size}));
            return !tooLarge;
        };
        const httplib::Result result = m_client.send(m_sent);
        if (tooLarge) return fail(Code::AnswerTooLarge, m_address);
        if (!result) return unreachable(to_string(result.error()));
        answer.status = result->status;
        if (answer.body.empty()) {
            const ByteView view = viewOf(result->body); // of an error, which no receiver is given
            answer.body.assign(view.begin(), view.end());
        }
        return answer;
    }

    // What runs beside, for whoever may have to leave at once.
    void runBeside() {
        auto answer = run();
        const std::scoped_lock lock(m_mutex);
        m_answer = std::move(answer);
        m_changed.notify_all();
    }
    void stop() {
        m_client.stop();
        const std::scoped_lock lock(m_mutex);
        m_stopped = true;
        m_changed.notify_all();
    }
    // 0: until it is there.
    Result<HttpAnswer> wait(std::chrono::milliseconds within) {
        std::unique_lock lock(m_mutex);
        const auto over = [this] { return m_stopped || m_answer.has_value(); };
        if (within.count() == 0)
            m_changed.wait(lock, over);
        else if (!m_changed.wait_for(lock, within, over)) {
            m_client.stop();
            return unreachable("took too long");
        }
        if (m_stopped) return fail(Code::NetworkStopped, m_address);
        return std::move(*m_answer);
    }

  private:
    [[nodiscard]] Error unreachable(const std::string &why) const {
        return fail(Code::NodeUnreachable, m_address + ": " + why);
    }

    std::string m_address;
    std::size_t m_largest;
    httplib::Client m_client;
    httplib::Request m_sent;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stopped = false;
    std::optional<Result<HttpAnswer>> m_answer;
};

class Connection final : public HttpClient {
  public:
    Connection(std::string address, const ClientOptions &options)
        : m_address(std::move(address)), m_options(options) {}

    std::string name() const override { return m_address; }

    Result<HttpAnswer> send(const HttpRequest &request) override {
        const auto exchange = std::make_shared<Exchange>(m_address, m_options, request);
        if (!m_options.breaker && request.within.count() == 0) return exchange->run();
        // Left behind when it is cut or late: finding a name or a machine cannot be hurried.
        std::optional<Breaker::Wait> wait;
        if (m_options.breaker) wait.emplace(*m_options.breaker, [exchange] { exchange->stop(); });
        std::thread([exchange] { exchange->runBeside(); }).detach();
        return exchange->wait(request.within);
    }

  private:
    std::string m_address;
    ClientOptions m_options;
};

} // namespace

Result<std::unique_ptr<HttpClient>> connectHttp(const std::string &address,
                                                const ClientOptions &options) {
    // OpenSSL writes to a connection that the other side has closed: an error, not the end of us.
    static const auto ignored = std::signal(SIGPIPE, SIG_IGN);
    static_cast<void>(ignored);
    constexpr std::string_view secure = "https://";
    const bool known = address.starts_with(secure) && address.size() > secure.size();
    if ((!known && !isLoopback(address)) || address.find_first_of(" \r\n") != std::string::npos)
        return fail(Code::NetAddressInvalid, address);
    return std::unique_ptr<HttpClient>(std::make_unique<Connection>(address, options));
}

} // namespace apricot::net
