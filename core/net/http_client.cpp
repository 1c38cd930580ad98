// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/waits.h"
#include "net/address.h"
#include "net/http.h"

#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <condition_variable>
#include <csignal>
#include <fcntl.h>
#include <mutex>
#include <optional>
#include <thread>

namespace apricot::net {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::steady_clock;

// When a program ends, OpenSSL would clean up behind exchanges that still run, and in what they are
// using. It must be told before anybody else starts it.
const int noCleaningUp = OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);

constexpr std::uint32_t largestHead = 16U << 10U;
constexpr std::size_t readAtOnce = 64U << 10U;
constexpr std::size_t largestFrame = 64U << 10U; // head, chunks' heads, trailers

Error unreachable(const Address &address, const std::string &why) {
    return fail(ErrorCode::NodeUnreachable, address.whole + ": " + why);
}

Error notTrusted(const Address &address, const std::string &why) {
    return fail(ErrorCode::NodeNotTrusted, address.whole + ": " + why);
}

// What verifies the servers of one client.
struct Trust {
    explicit Trust(const ClientOptions &options)
        : from(options.authority.empty() ? "certificates" : options.authority) {
        SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
        context.set_verify_mode(asio::ssl::verify_peer, failed);
        if (failed) return;
        if (options.authority.empty()) {
            context.set_default_verify_paths(failed);
            return;
        }
        const auto authority = authorityIn(options.authority);
        if (authority)
            context.add_certificate_authority(asio::buffer(*authority), failed);
        else
            failed = make_error_code(boost::system::errc::no_such_file_or_directory);
    }
    asio::ssl::context context{asio::ssl::context::tls_client};
    std::string from; // a file, or the system's
    error_code failed;
};

// One request and its answer, from one thread. A connection for each: threads do not wait for each
// other, and a node that has gone away leaves nothing behind.
class Exchange {
  public:
    Exchange(Address address, ClientOptions options, std::shared_ptr<Trust> trust,
             const HttpRequest &request)
        : m_address(std::move(address)), m_options(std::move(options)), m_trust(std::move(trust)),
          m_patience(request.within.count() > 0 ? request.within : m_options.answering),
          m_largest(request.largestAnswer) {
        m_request.method_string(request.method);
        m_request.target(request.path);
        m_request.version(11);
        const bool isV6 = m_address.host.find(':') != std::string::npos;
        m_request.set(http::field::host,
                      (isV6 ? "[" + m_address.host + "]" : m_address.host) + ":" + m_address.port);
        m_request.keep_alive(false);
        m_request.body() = request.body;
        if (!request.body.empty())
            m_request.set(http::field::content_type, "application/octet-stream");
        if (!request.body.empty() || request.method != "GET")
            m_request.content_length(request.body.size());
        m_parser.header_limit(largestHead);
        m_parser.body_limit(m_largest);
    }

    Result<HttpAnswer> run() {
        if (m_address.isSecure) {
            if (m_trust->failed)
                return notTrusted(m_address, m_trust->from + ": " + m_trust->failed.message());
            m_tls.set_verify_callback(asio::ssl::host_name_verification(m_address.host), m_error);
            if (m_error) return unreachable(m_address, m_error.message());
            asio::ip::make_address(m_address.host, m_error);
            if (m_error) SSL_set_tlsext_host_name(m_tls.native_handle(), m_address.host.c_str());
        }
        watch();
        m_resolver.async_resolve(m_address.host, m_address.port,
                                 [this](error_code ec, const tcp::resolver::results_type &found) {
                                     if (ec) return finish(unreachable(m_address, ec.message()));
                                     m_found = found;
                                     m_next = m_found.begin();
                                     connect(asio::error::host_not_found);
                                 });
        m_io.run();
        return std::move(*m_answer);
    }
    // A name is looked for in a thread of the system's, which ends when it likes.
    [[nodiscard]] bool isAddressKnown() const { return m_found.begin() != m_found.end(); }
    // From any thread.
    void stop() {
        asio::post(m_io, [this] { finish(fail(ErrorCode::NetworkStopped, m_address.whole)); });
    }

  private:
    void finish(Result<HttpAnswer> answer) {
        if (!m_answer) m_answer = std::move(answer);
        m_io.stop();
    }
    void moved(std::size_t bytes) {
        m_moved += bytes;
        if (bytes > 0) m_last = steady_clock::now();
    }
    // For the whole, and without a byte.
    [[nodiscard]] steady_clock::time_point until() const {
        const std::chrono::seconds earned(m_moved / m_options.slowest);
        return std::min(m_start + m_patience + earned, m_last + m_patience);
    }
    void watch() {
        m_timer.expires_at(until());
        m_timer.async_wait([this](error_code) {
            if (steady_clock::now() < until()) return watch();
            finish(unreachable(m_address, "took too long"));
        });
    }

    // One address after the other.
    void connect(error_code before) {
        if (m_next == m_found.end()) return finish(unreachable(m_address, before.message()));
        const tcp::endpoint to = (m_next++)->endpoint();
        beast::tcp_stream &tcp = beast::get_lowest_layer(m_tls);
        tcp.close();
        error_code ec;
        tcp.socket().open(to.protocol(), ec);
        if (ec) return connect(ec);
        // It ends where a child of the program begins.
        static_cast<void>(::fcntl(tcp.socket().native_handle(), F_SETFD, FD_CLOEXEC));
        tcp.expires_after(m_options.connecting);
        tcp.async_connect(to, [this](error_code failed) {
            if (failed) return connect(failed);
            beast::get_lowest_layer(m_tls).expires_never(); // watch()
            if (!m_address.isSecure) return write();
            m_tls.async_handshake(asio::ssl::stream_base::client, [this](error_code untrusted) {
                if (untrusted.category() == asio::error::get_ssl_category())
                    return finish(notTrusted(m_address, untrusted.message()));
                if (untrusted) return finish(unreachable(m_address, untrusted.message()));
                write();
            });
        });
    }
    template <class Do>
    void onStream(Do what) {
        if (m_address.isSecure)
            what(m_tls);
        else
            what(m_tls.next_layer());
    }
    void write() {
        onStream([this](auto &stream) {
            http::async_write_some(stream, m_serializer, [this](error_code ec, std::size_t bytes) {
                moved(bytes);
                // Who refuses does not read all of it, and says why.
                if (ec || m_serializer.is_done()) return read();
                write();
            });
        });
    }
    void read() {
        onStream([this](auto &stream) {
            http::async_read_some(stream, m_buffer, m_parser,
                                  [this](error_code ec, std::size_t bytes) {
                                      moved(bytes);
                                      m_taken += bytes;
                                      arrived(ec);
                                  });
        });
    }
    void arrived(error_code ec) {
        // Also what is no body: chunks can have extensions, and trailers, without end.
        if (ec == http::error::body_limit || m_taken > m_largest + m_largest / 8 + largestFrame)
            return finish(
                fail(ErrorCode::AnswerTooLarge,
                     m_address.whole + ": more than " + std::to_string(m_largest) + " bytes"));
        if (ec) return finish(unreachable(m_address, ec.message()));
        if (!m_parser.is_done()) return read();
        auto &got = m_parser.get();
        finish(HttpAnswer{static_cast<int>(got.result_int()), std::move(got.body()),
                          std::string(got[http::field::content_type])});
    }

    using Body = http::vector_body<std::uint8_t>;
    Address m_address;
    ClientOptions m_options;
    std::shared_ptr<Trust> m_trust;
    std::chrono::milliseconds m_patience;
    std::size_t m_largest;
    steady_clock::time_point m_start = steady_clock::now(), m_last = m_start;
    std::size_t m_moved = 0; // bytes, both ways
    std::size_t m_taken = 0; // of the answer, all of them
    std::optional<Result<HttpAnswer>> m_answer;
    error_code m_error;
    asio::io_context m_io{1};
    tcp::resolver m_resolver{m_io};
    tcp::resolver::results_type m_found;
    tcp::resolver::results_type::iterator m_next;
    beast::ssl_stream<beast::tcp_stream> m_tls{m_io, m_trust->context};
    asio::steady_timer m_timer{m_io};
    beast::flat_buffer m_buffer{readAtOnce};
    http::request<Body> m_request;
    http::request_serializer<Body> m_serializer{m_request};
    http::response_parser<Body> m_parser;
};

// Whoever waits for an exchange that runs beside: it is not theirs, since to find a name may take
// longer than anybody waits.
class Waiting {
  public:
    explicit Waiting(Exchange &running) : m_running(&running) {}
    void ends() { // and hears no stop() any more
        const std::scoped_lock lock(m_mutex);
        m_running = nullptr;
    }
    void ran(Result<HttpAnswer> answer) {
        const std::scoped_lock lock(m_mutex);
        m_answer = std::move(answer);
        m_changed.notify_all();
    }
    void stop() {
        const std::scoped_lock lock(m_mutex);
        if (m_running) m_running->stop();
    }
    Result<HttpAnswer> wait() {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_answer.has_value(); });
        return std::move(*m_answer);
    }

  private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    Exchange *m_running;
    std::optional<Result<HttpAnswer>> m_answer;
};

class Client final : public HttpClient {
  public:
    Client(Address address, ClientOptions options)
        : m_address(std::move(address)), m_options(std::move(options)),
          m_trust(std::make_shared<Trust>(m_options)) {}

    std::string name() const override { return m_address.whole; }

    Result<HttpAnswer> send(const HttpRequest &request) override {
        try {
            auto exchange = std::make_unique<Exchange>(m_address, m_options, m_trust, request);
            const auto waiting = std::make_shared<Waiting>(*exchange);
            std::thread([waiting, exchange = std::move(exchange), address = m_address]() mutable {
                std::optional<Result<HttpAnswer>> answer;
                try {
                    answer = exchange->run();
                } catch (const std::exception &why) { // memory ran out
                    answer = unreachable(address, why.what());
                }
                waiting->ends();
                // Nothing of it is left when the answer is heard: the program may end then.
                if (exchange->isAddressKnown()) exchange.reset();
                waiting->ran(std::move(*answer));
            }).detach();
            std::optional<Breaker::Wait> wait;
            if (m_options.breaker) wait.emplace(*m_options.breaker, [waiting] { waiting->stop(); });
            const Waits waits;
            return waiting->wait();
        } catch (const std::exception &why) { // no thread, no memory
            return unreachable(m_address, why.what());
        }
    }

  private:
    Address m_address;
    ClientOptions m_options;
    std::shared_ptr<Trust> m_trust;
};

} // namespace

Result<std::unique_ptr<HttpClient>> connectHttp(const std::string &address,
                                                const ClientOptions &options) {
    // OpenSSL writes to a connection that the other side has closed: an error, not the end of us.
    static const auto ignored = std::signal(SIGPIPE, SIG_IGN);
    static_cast<void>(ignored);
    APRICOT_TRY_ASSIGN(read, readAddress(address));
    return std::unique_ptr<HttpClient>(std::make_unique<Client>(std::move(read), options));
}

} // namespace apricot::net
