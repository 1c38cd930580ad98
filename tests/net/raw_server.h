// SPDX-License-Identifier: GPL-3.0-or-later
// A server that says whatever bytes it likes, as slowly as it likes.
#pragma once

#include <arpa/inet.h>
#include <atomic>
#include <chrono>
#include <functional>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

// Takes one connection after the other, and does with each what it likes.
class RawServer {
  public:
    // `say`: false when the other side has gone.
    using Say = std::function<bool(const std::string &)>;
    explicit RawServer(std::function<void(const Say &)> with) : m_with(std::move(with)) {
        m_fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        ::inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
        static_cast<void>(::bind(m_fd, reinterpret_cast<sockaddr *>(&address), sizeof address));
        ::listen(m_fd, 16);
        socklen_t size = sizeof address;
        ::getsockname(m_fd, reinterpret_cast<sockaddr *>(&address), &size);
        port = ntohs(address.sin_port);
        m_serving = std::jthread([this](const std::stop_token &stop) { serve(stop); });
    }
    RawServer(const RawServer &) = delete;
    RawServer &operator=(const RawServer &) = delete;
    ~RawServer() {
        m_serving.request_stop();
        m_serving.join();
        ::close(m_fd);
    }
    [[nodiscard]] std::string address(const char *scheme = "http") const {
        return std::string(scheme) + "://127.0.0.1:" + std::to_string(port);
    }
    int port = 0;
    std::atomic<std::size_t> said = 0; // bytes that went out

  private:
    void serve(const std::stop_token &stop) {
        while (!stop.stop_requested()) {
            pollfd waiting{m_fd, POLLIN, 0};
            if (::poll(&waiting, 1, 20) <= 0) continue;
            const int fd = ::accept4(m_fd, nullptr, nullptr, SOCK_CLOEXEC);
            m_with([&](const std::string &text) {
                const bool gone = ::send(fd, text.data(), text.size(), MSG_NOSIGNAL)
                                  != static_cast<ssize_t>(text.size());
                if (!gone) said += text.size();
                return !gone && !stop.stop_requested();
            });
            // What was not read would turn the last of what was said into an error.
            ::shutdown(fd, SHUT_WR);
            pollfd rest{fd, POLLIN, 0};
            for (char dropped[4096]; ::poll(&rest, 1, 20) > 0;)
                if (::recv(fd, dropped, sizeof dropped, 0) <= 0) break;
            ::close(fd);
        }
    }
    std::function<void(const Say &)> m_with;
    int m_fd = -1;
    std::jthread m_serving;
};

// Byte by byte, without end.
inline void drip(const RawServer::Say &say) {
    while (say("x")) std::this_thread::sleep_for(std::chrono::milliseconds(20));
}
