// SPDX-License-Identifier: GPL-3.0-or-later
#include "comet/abci_server.h"

#include "comet/abci.pb.h"
#include "comet/wire.h"

#include <arpa/inet.h>
#include <charconv>
#include <cstring>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace apricot::comet {
namespace {

constexpr int pollMilliseconds = 100; // how soon a stop is heard
constexpr std::size_t readSize = 1U << 16U;
constexpr std::size_t longestHeld = 1U << 20U; // of answers that wait for a flush

Error unavailable(const std::string &what) {
    return fail(ErrorCode::AbciUnavailable, what + ": " + std::strerror(errno));
}

// Under the lock beside it: a socket that is there is left over.
int listenUnix(const std::string &path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    struct stat there {};
    if (path.size() >= sizeof address.sun_path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    std::memcpy(address.sun_path, path.c_str(), path.size());
    if (::lstat(path.c_str(), &there) == 0) {
        if (!S_ISSOCK(there.st_mode)) {
            errno = EEXIST;
            return -1;
        }
        ::unlink(path.c_str());
    }
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd >= 0 && ::bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0
        && ::listen(fd, 16) == 0)
        return fd;
    if (fd >= 0) ::close(fd);
    return -1;
}

int listenTcp(const std::string &host, std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    if (fd >= 0) static_cast<void>(::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes));
    if (fd >= 0 && ::inet_pton(AF_INET, host.c_str(), &address.sin_addr) == 1
        && ::bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0
        && ::listen(fd, 16) == 0)
        return fd;
    if (fd >= 0) ::close(fd);
    return -1;
}

bool writeAll(int fd, ByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

// Takes messages off a stream of bytes.
class Frames {
  public:
    void add(ByteView bytes) { append(m_buffer, bytes); }

    enum class Next : std::uint8_t { Message, NotYet, Broken };
    Next take(wire::Request &message) {
        std::uint64_t length = 0;
        std::size_t used = 0;
        for (unsigned shift = 0;; shift += 7) {
            if (shift > 35) return Next::Broken;
            if (m_start + used == m_buffer.size()) return rest();
            const std::uint8_t byte = m_buffer[m_start + used++];
            length |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
            if (byte < 0x80) break;
        }
        if (length > largestAbciMessage) return Next::Broken;
        if (m_buffer.size() - m_start - used < length) return rest();
        const bool read =
            message.ParseFromArray(m_buffer.data() + m_start + used, static_cast<int>(length));
        m_start += used + static_cast<std::size_t>(length);
        return read ? Next::Message : Next::Broken;
    }

  private:
    // What has been taken is dropped once for many messages.
    Next rest() {
        m_buffer.erase(m_buffer.begin(), m_buffer.begin() + static_cast<std::ptrdiff_t>(m_start));
        m_start = 0;
        return Next::NotYet;
    }
    Bytes m_buffer;
    std::size_t m_start = 0;
};

} // namespace

AbciServer::AbciServer(Application &application, int listening, std::string path,
                       std::optional<FileLock> lock)
    : m_application(application), m_listening(listening), m_path(std::move(path)),
      m_lock(std::move(lock)), m_accepting([this] { accept(); }) {}

AbciServer::~AbciServer() {
    m_stopping = true;
    m_accepting = {};
    ::close(m_listening);
    if (!m_path.empty()) ::unlink(m_path.c_str());
    const std::scoped_lock lock(m_mutex);
    m_serving.clear();
}

Result<std::unique_ptr<AbciServer>> AbciServer::listen(const std::string &address,
                                                       Application &application) {
    constexpr std::string_view unixScheme = "unix://";
    constexpr std::string_view tcpScheme = "tcp://";
    errno = EINVAL;
    int fd = -1;
    std::string path;
    std::optional<FileLock> lock;
    if (address.starts_with(unixScheme) && address.size() > unixScheme.size()) {
        path = address.substr(unixScheme.size());
        APRICOT_TRY_ASSIGN(taken, FileLock::take(path + ".lock"));
        lock.emplace(std::move(taken));
        fd = listenUnix(path);
    } else if (const auto colon = address.rfind(':');
               address.starts_with(tcpScheme) && colon > tcpScheme.size()) {
        std::uint16_t port = 0;
        const char *end = address.data() + address.size();
        if (std::from_chars(address.data() + colon + 1, end, port).ec == std::errc())
            fd = listenTcp(address.substr(tcpScheme.size(), colon - tcpScheme.size()), port);
    }
    if (fd < 0) return unavailable(address);
    return std::unique_ptr<AbciServer>(new AbciServer(application, fd, path, std::move(lock)));
}

void AbciServer::accept() {
    while (!m_stopping) {
        pollfd waiting{m_listening, POLLIN, 0};
        if (::poll(&waiting, 1, pollMilliseconds) <= 0) continue;
        const int connection = ::accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0) continue;
        const int yes = 1; // fails on a unix socket, which has no delay to switch off
        static_cast<void>(::setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes));
        const std::scoped_lock lock(m_mutex);
        m_serving.emplace_back([this, connection] { serve(connection); });
    }
}

void AbciServer::serve(int connection) {
    ++m_connected;
    Frames frames;
    Bytes held;
    std::array<std::uint8_t, readSize> chunk{};
    for (bool open = true; open && !m_stopping;) {
        pollfd waiting{connection, POLLIN, 0};
        if (::poll(&waiting, 1, pollMilliseconds) == 0) continue;
        const ssize_t got = ::recv(connection, chunk.data(), chunk.size(), 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        frames.add({chunk.data(), static_cast<std::size_t>(got)});
        wire::Request request;
        for (auto next = Frames::Next::Message; open && next == Frames::Next::Message;) {
            next = frames.take(request);
            if (next == Frames::Next::Broken) {
                wire::Response broken;
                broken.mutable_exception()->set_error("AbciMalformed");
                append(held, framed(broken));
            } else if (next == Frames::Next::Message) {
                append(held, framed(m_application.answer(request)));
            }
            const bool flush =
                next == Frames::Next::Broken || held.size() > longestHeld
                || (next == Frames::Next::Message && request.value_case() == wire::Request::kFlush);
            if (flush) {
                open = writeAll(connection, held) && next != Frames::Next::Broken;
                held.clear();
            }
        }
    }
    ::close(connection);
    --m_connected;
}

} // namespace apricot::comet
