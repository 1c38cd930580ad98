// SPDX-License-Identifier: GPL-3.0-or-later
// One thread reads and writes (Boost.Asio and Beast), so that what is held needs no lock; others
// run the handlers.
#include "net/http.h"
#include "net/places.h"

#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <fcntl.h>
#include <limits>
#include <list>
#include <map>
#include <thread>

namespace apricot::net {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::seconds;

constexpr std::uint32_t largestHead = 8U << 10U;
constexpr std::size_t readAtOnce = 16U << 10U;
constexpr std::size_t bodyStep = 64U << 10U; // of a body, within the patience
constexpr int requestsOfConnection = 100;
constexpr seconds betweenRequests{5};
constexpr seconds toTheEnd{5}; // for what has begun, when the server ends
// An answer to a request that was not read to its end gets lost when the connection is closed at
// once; so a little more is read and dropped.
constexpr seconds lingering{1};
constexpr std::size_t dropped = 256U << 10U;
// What the system keeps of answers that nobody reads is no more than this for a connection, twice.
constexpr int sendBuffer = 128 << 10;

// Waiting: for a handler. Answering: until whoever asked has taken the answer.
enum class Doing : std::uint8_t { Reading, Waiting, Handled, Answering, Ending };

HttpAnswer plain(int status, std::string_view text) {
    const ByteView view = viewOf(text);
    return {status, Bytes(view.begin(), view.end()), "text/plain"};
}

// What a machine has of the server at the moment.
struct Machine {
    std::size_t connections = 0;
    std::size_t held = 0; // bytes
};

class Connection {
  public:
    Connection() = default;
    virtual ~Connection() = default;
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    virtual void begin() = 0;
    virtual void answer(HttpAnswer answer) = 0;
    virtual void close() = 0;

    Doing doing = Doing::Reading;
    std::map<std::string, Machine>::iterator machine;
    HttpRequest request;
    std::size_t largestAnswer = 0;
    std::size_t held = 0; // bytes, of the body and the answer
};
using Shared = std::shared_ptr<Connection>;

class Server final : public HttpServer {
  public:
    Server(ServerOptions options, Judge judge, Handler handler)
        : m_options(std::move(options)), m_judge(std::move(judge)), m_handler(std::move(handler)),
          m_handlers(m_options.threads), m_pool(m_options.threads) {}
    ~Server() override;

    [[nodiscard]] Result<> listen();
    void run() {
        accept();
        m_running = std::jthread([this] { m_io.run(); });
    }
    [[nodiscard]] int port() const override { return m_port; }

    // For the connections.
    [[nodiscard]] const ServerOptions &options() const { return m_options; }
    [[nodiscard]] Judgement judge(const HttpRequest &head, std::uint64_t length) const {
        return m_judge(head, length);
    }
    [[nodiscard]] bool isEnding() const { return m_ending; }
    // False when so many more bytes do not fit. Small ones always do: connections are few.
    [[nodiscard]] bool hold(Connection &connection, std::size_t bytes) {
        return bytes <= smallBody || grow(connection, bytes);
    }
    [[nodiscard]] bool grow(Connection &connection, std::size_t bytes);
    void release(Connection &connection);
    void enqueue(const Shared &connection) {
        connection->doing = Doing::Waiting;
        m_waiting.push_back({connection, std::chrono::steady_clock::now() + m_options.patience});
        if (m_waiting.size() == 1) giveUp(); // before others' coming and going: it stays armed
        startHandlers();
    }
    void leave(Connection &connection);
    [[nodiscard]] seconds timeFor(std::uint64_t bytes) const {
        return m_options.patience + seconds(bytes / m_options.slowest);
    }

  private:
    void accept();
    void accepted(tcp::socket socket);
    bool makeRoom();
    void startHandlers();
    void giveUp();
    void handle(const Shared &connection);

    struct Waiting {
        Shared connection;
        std::chrono::steady_clock::time_point until;
    };

    ServerOptions m_options;
    Judge m_judge;
    Handler m_handler;
    int m_port = 0;
    bool m_ending = false, m_ended = false;
    std::map<std::string, Machine> m_machines;
    std::list<std::weak_ptr<Connection>> m_connections; // oldest first
    std::size_t m_count = 0, m_held = 0;
    Places m_handlers;
    asio::ssl::context m_tls{asio::ssl::context::tls_server};
    asio::io_context m_io{
        1}; // before what stands above: its connections speak of that at their end
    tcp::acceptor m_acceptor{m_io};
    asio::steady_timer m_again{m_io}, m_givingUp{m_io};
    std::list<Waiting> m_waiting; // for a handler
    asio::thread_pool m_pool;
    std::jthread m_running;
};

// One connection's requests, one after the other. `Stream`: with TLS or without.
template <class Stream>
class Session final : public Connection, public std::enable_shared_from_this<Session<Stream>> {
  public:
    template <class... Tls>
    Session(Server &server, tcp::socket socket, Tls &...tls)
        : m_server(server), m_stream(std::move(socket), tls...) {}
    ~Session() override { m_server.leave(*this); }

    void begin() override {
        tcpStream().expires_after(m_server.options().patience);
        if constexpr (isTls)
            m_stream.async_handshake(asio::ssl::stream_base::server,
                                     [self = self()](error_code ec) {
                                         if (!ec) self->readHead();
                                     });
        else
            readHead();
    }

    void close() override {
        doing = Doing::Ending;
        tcpStream().close();
    }

    void answer(HttpAnswer answer) override {
        write(std::move(answer), m_parser->is_done() && m_parser->keep_alive());
    }

  private:
    using Body = http::vector_body<std::uint8_t>;
    static constexpr bool isTls = !std::is_same_v<Stream, beast::tcp_stream>;
    auto self() { return this->shared_from_this(); }
    beast::tcp_stream &tcpStream() { return beast::get_lowest_layer(m_stream); }

    void write(HttpAnswer answer, bool mayKeep) {
        m_server.release(*this);
        if (!m_server.hold(*this, answer.body.size())) answer = plain(503, "the node is busy\n");
        const bool keep = mayKeep && !m_server.isEnding() && ++m_answered < requestsOfConnection;
        const std::size_t size = answer.body.size();
        m_answer = {};
        m_answer.result(static_cast<unsigned>(answer.status));
        m_answer.version(11);
        m_answer.set(http::field::content_type, answer.type);
        m_answer.body() = std::move(answer.body);
        m_answer.content_length(size);
        m_answer.keep_alive(keep);
        doing = Doing::Answering;
        m_answerUntil = std::chrono::steady_clock::now() + m_server.timeFor(size);
        m_serializer.emplace(m_answer);
        writeSome(keep);
    }

    // As a whole in its time, and never long without a byte of it taken.
    void writeSome(bool keep) {
        const auto soon = std::chrono::steady_clock::now() + m_server.options().stalled;
        tcpStream().expires_at(std::min(m_answerUntil, soon));
        http::async_write_some(m_stream, *m_serializer,
                               [self = self(), keep](error_code ec, std::size_t) {
                                   if (ec || self->m_serializer->is_done())
                                       return self->answered(ec, keep);
                                   self->writeSome(keep);
                               });
    }

    void readHead() {
        m_parser.emplace();
        m_parser->header_limit(largestHead);
        m_parser->body_limit(std::numeric_limits<std::uint64_t>::max()); // it is judged first
        http::async_read_header(
            m_stream, m_buffer, *m_parser,
            [self = self()](error_code ec, std::size_t) { self->headRead(ec); });
    }

    void headRead(error_code ec) {
        if (ec == http::error::header_limit) return refuse(plain(431, "the head is too long\n"));
        if (ec.category() == http::make_error_code(http::error::end_of_stream).category()
            && ec != http::error::end_of_stream && ec != http::error::partial_message)
            return refuse(plain(400, "not a request of HTTP/1.1\n"));
        if (ec) return;
        const auto &head = m_parser->get();
        const auto length = m_parser->content_length();
        const bool bodiless = head.method() == http::verb::get;
        if (m_parser->chunked() || head.count(http::field::transfer_encoding) > 0
            || (!length && !bodiless))
            return refuse(plain(411, "a request has a Content-Length\n"));
        if (head.count(http::field::content_encoding) > 0)
            return refuse(plain(415, "a request has no Content-Encoding\n"));
        const std::uint64_t size = length ? *length : 0;
        if (size > m_server.options().largestRequest)
            return refuse(plain(413, "the request is too large\n"));
        request = {
            std::string(head.method_string()), std::string(head.target()), {}, machine->first};
        Judgement judged = m_server.judge(request, size);
        if (judged.refusal) return refuse(std::move(*judged.refusal));
        largestAnswer = judged.largestAnswer;
        m_parser->body_limit(size);
        m_bodyUntil = std::chrono::steady_clock::now() + m_server.timeFor(size);
        m_arrived = m_marked = 0;
        expectMore();
        if (size > 0 && beast::iequals(head[http::field::expect], "100-continue")) {
            m_continue = {http::status::continue_, 11};
            http::async_write(m_stream, m_continue,
                              [self = self()](error_code failed, std::size_t) {
                                  if (!failed) self->readBody();
                              });
        } else {
            readBody();
        }
    }

    // A length that is only said costs nobody anything: what has arrived is held, and whoever does
    // not send a step more within the patience is let go, however long the whole may take.
    void expectMore() {
        const auto soon = std::chrono::steady_clock::now() + m_server.options().patience;
        tcpStream().expires_at(std::min(m_bodyUntil, soon));
    }

    void readBody() {
        if (m_parser->is_done()) return bodyArrived(0); // there is none
        http::async_read_some(m_stream, m_buffer, *m_parser,
                              [self = self()](error_code ec, std::size_t bytes) {
                                  if (ec) return;
                                  self->bodyArrived(bytes);
                              });
    }

    void bodyArrived(std::size_t bytes) {
        m_arrived += bytes;
        if (m_arrived > smallBody && m_arrived > held && !m_server.grow(*this, m_arrived - held))
            return refuse(plain(503, "the node is busy\n"));
        if (!m_parser->is_done()) {
            if (m_arrived - m_marked >= bodyStep) {
                m_marked = m_arrived;
                expectMore();
            }
            return readBody();
        }
        request.body = std::move(m_parser->get().body());
        tcpStream().expires_never(); // the handler's time is its own
        m_server.enqueue(self());
    }

    // What follows on the connection might be the body of what was refused.
    void refuse(HttpAnswer refusal) { write(std::move(refusal), false); }

    void answered(error_code ec, bool keep) {
        m_serializer.reset();
        m_answer = {};
        m_server.release(*this);
        if (ec) return;
        if (keep) {
            doing = Doing::Reading;
            tcpStream().expires_after(betweenRequests);
            return readHead();
        }
        doing = Doing::Ending;
        tcpStream().expires_after(lingering);
        if constexpr (isTls)
            m_stream.async_shutdown([self = self()](error_code) { self->linger(); });
        else
            linger();
    }

    void linger() {
        error_code ignored;
        tcpStream().socket().shutdown(tcp::socket::shutdown_send, ignored);
        m_buffer.clear();
        drop();
    }

    void drop() {
        tcpStream().async_read_some(m_buffer.prepare(readAtOnce),
                                    [self = self()](error_code ec, std::size_t got) {
                                        self->m_dropped += got;
                                        if (!ec && self->m_dropped < dropped) self->drop();
                                    });
    }

    Server &m_server;
    Stream m_stream;
    beast::flat_buffer m_buffer{readAtOnce};
    std::optional<http::request_parser<Body>> m_parser;
    http::response<Body> m_answer;
    std::optional<http::response_serializer<Body>> m_serializer; // of m_answer
    http::response<http::empty_body> m_continue;
    int m_answered = 0;
    std::size_t m_dropped = 0;
    std::size_t m_arrived = 0, m_marked = 0; // of the body; when it was last waited for anew
    std::chrono::steady_clock::time_point m_bodyUntil, m_answerUntil;
};

// Asio leaves its sockets open to a child that the program starts.
void keepFromChildren(int socket) {
    static_cast<void>(::fcntl(socket, F_SETFD, FD_CLOEXEC));
}

Error unavailable(std::string what) {
    return fail(ErrorCode::HttpServerUnavailable, std::move(what));
}

Result<> Server::listen() {
    error_code ec;
    const auto address = asio::ip::make_address(m_options.host, ec);
    if (ec) return unavailable("no address of this machine: " + m_options.host);
    if (m_options.certificate.empty() && !address.is_loopback())
        return unavailable("without a certificate it serves this machine alone: " + m_options.host);
    if (!m_options.certificate.empty()) {
        m_tls.use_certificate_chain_file(m_options.certificate, ec);
        if (!ec) m_tls.use_private_key_file(m_options.key, asio::ssl::context::pem, ec);
        if (ec) return unavailable("certificate or key: " + m_options.certificate);
        SSL_CTX *tls = m_tls.native_handle();
        SSL_CTX_set_min_proto_version(tls, TLS1_2_VERSION);
        SSL_CTX_set_options(tls, SSL_OP_NO_RENEGOTIATION);
        SSL_CTX_set_session_cache_mode(tls, SSL_SESS_CACHE_OFF); // it would grow with strangers
        SSL_CTX_set_mode(tls, SSL_MODE_RELEASE_BUFFERS);
    }
    const tcp::endpoint where(address, static_cast<std::uint16_t>(m_options.port));
    m_acceptor.open(where.protocol(), ec);
    if (!ec) keepFromChildren(m_acceptor.native_handle());
    // Past connections' remains do not hinder; somebody else who listens does.
    if (!ec) m_acceptor.set_option(tcp::acceptor::reuse_address(true), ec);
    if (!ec) m_acceptor.bind(where, ec);
    if (!ec) m_acceptor.listen(tcp::acceptor::max_listen_connections, ec);
    if (ec)
        return unavailable(m_options.host + ":" + std::to_string(m_options.port) + ": "
                           + ec.message());
    m_port = m_acceptor.local_endpoint(ec).port();
    return {};
}

Server::~Server() {
    if (m_running.joinable()) {
        asio::post(m_io, [this] {
            m_ending = true;
            error_code ignored;
            m_acceptor.close(ignored);
            m_again.expires_after(toTheEnd);
            m_again.async_wait([this](error_code) { m_io.stop(); });
            for (const auto &weak : m_connections)
                if (const auto open = weak.lock();
                    open && (open->doing == Doing::Reading || open->doing == Doing::Ending))
                    open->close();
            if (m_count == 0) m_io.stop();
        });
        m_running.join();
    }
    m_pool.join();
    m_ended = true;
    m_waiting.clear();
}

void Server::accept() {
    m_acceptor.async_accept([this](error_code ec, tcp::socket socket) {
        if (!m_acceptor.is_open()) return;
        if (!ec) {
            accepted(std::move(socket));
            return accept();
        }
        m_again.expires_after(std::chrono::milliseconds(50)); // no descriptors left, say
        m_again.async_wait([this](error_code stopped) {
            if (!stopped) accept();
        });
    });
}

void Server::accepted(tcp::socket socket) {
    keepFromChildren(socket.native_handle());
    error_code ec;
    const auto from = socket.remote_endpoint(ec);
    if (ec) return;
    const std::string name = machineOf(from.address().to_string());
    const auto known = m_machines.find(name);
    if (known != m_machines.end() && known->second.connections >= m_options.connectionsOfMachine)
        return;
    if (m_count >= m_options.connections && !makeRoom()) return;
    socket.set_option(tcp::no_delay(true), ec);
    socket.set_option(tcp::socket::send_buffer_size(sendBuffer), ec);
    Shared connection;
    if (m_options.certificate.empty())
        connection = std::make_shared<Session<beast::tcp_stream>>(*this, std::move(socket));
    else
        connection = std::make_shared<Session<beast::ssl_stream<beast::tcp_stream>>>(
            *this, std::move(socket), m_tls);
    // Only now: who made room may have been this machine's last.
    connection->machine = m_machines.try_emplace(name).first;
    ++connection->machine->second.connections;
    ++m_count;
    m_connections.push_back(connection);
    connection->begin();
}

// The machine with the most loses its oldest that is not in a handler. It is gone when its last
// operation has ended, in a moment; until then one more is open. False: nobody gives way.
bool Server::makeRoom() {
    Shared victim;
    for (const auto &weak : m_connections) {
        auto open = weak.lock();
        if (open && open->doing != Doing::Handled
            && (!victim || open->machine->second.connections > victim->machine->second.connections))
            victim = std::move(open);
    }
    if (!victim) return false;
    m_waiting.remove_if([&](const Waiting &one) { return one.connection == victim; });
    victim->close();
    victim.reset();
    return m_count < m_options.connections + m_options.connectionsOfMachine;
}

void Server::leave(Connection &connection) {
    release(connection);
    m_connections.remove_if([](const auto &weak) { return weak.expired(); });
    if (--connection.machine->second.connections == 0) m_machines.erase(connection.machine);
    --m_count;
    if (m_ending && !m_ended && m_count == 0) m_io.stop();
}

bool Server::grow(Connection &connection, std::size_t bytes) {
    Machine &machine = connection.machine->second;
    // As with Places: nobody gets more than is then left for others.
    const std::size_t most =
        std::min(m_options.heldBytesOfMachine,
                 m_options.heldBytes - std::min(m_options.heldBytes, m_held + bytes));
    if (machine.held + bytes > most) return false;
    m_held += bytes;
    machine.held += bytes;
    connection.held += bytes;
    return true;
}

void Server::release(Connection &connection) {
    m_held -= connection.held;
    connection.machine->second.held -= connection.held;
    const bool some = std::exchange(connection.held, 0) > 0;
    if (some && !m_ending) startHandlers();
}

// First come, first served, but for a machine that has its share and an answer that finds no room.
void Server::startHandlers() {
    for (auto it = m_waiting.begin(); it != m_waiting.end() && m_handlers.free() > 0;) {
        Connection &first = *it->connection;
        if (!m_handlers.take(first.machine->first)) {
            ++it;
            continue;
        }
        if (!hold(first, first.largestAnswer)) {
            m_handlers.give(first.machine->first);
            ++it;
            continue;
        }
        first.doing = Doing::Handled;
        const Shared connection = std::move(it->connection);
        it = m_waiting.erase(it);
        handle(connection);
    }
}

// Once a second while somebody waits: who has waited too long hears so.
void Server::giveUp() {
    m_givingUp.expires_after(seconds(1));
    m_givingUp.async_wait([this](error_code stopped) {
        const auto now = std::chrono::steady_clock::now();
        while (!stopped && !m_waiting.empty() && m_waiting.front().until < now) {
            const Shared connection = std::move(m_waiting.front().connection);
            m_waiting.pop_front();
            connection->request = {};
            connection->answer(plain(503, "the node is busy\n"));
        }
        if (!stopped && !m_waiting.empty()) giveUp();
    });
}

void Server::handle(const Shared &connection) {
    // It is handed back whole: its last holder is never of the pool's threads, where it would
    // leave.
    asio::post(m_pool,
               [this, connection = connection, working = asio::make_work_guard(m_io)]() mutable {
                   HttpAnswer answer;
                   try {
                       answer = m_handler(connection->request);
                   } catch (...) { // memory ran out
                       answer = plain(500, "the node failed\n");
                   }
                   asio::post(m_io, [this, connection = std::move(connection),
                                     answer = std::move(answer)]() mutable {
                       m_handlers.give(connection->machine->first);
                       connection->request = {};
                       connection->answer(std::move(answer));
                       startHandlers();
                   });
               });
}

} // namespace

Result<std::unique_ptr<HttpServer>> serveHttp(const ServerOptions &options, const Judge &judge,
                                              const Handler &handler) {
    auto server = std::make_unique<Server>(options, judge, handler);
    APRICOT_TRY(server->listen());
    server->run();
    return std::unique_ptr<HttpServer>(std::move(server));
}

} // namespace apricot::net
