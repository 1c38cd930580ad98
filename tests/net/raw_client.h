// SPDX-License-Identifier: GPL-3.0-or-later
// A client that writes whatever bytes it likes, from whichever loopback address it likes.
#pragma once

#include <arpa/inet.h>
#include <chrono>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

class RawClient {
  public:
    explicit RawClient(int port, const char *from = "127.0.0.1") {
        m_fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        ::inet_pton(AF_INET, from, &address.sin_addr);
        static_cast<void>(::bind(m_fd, reinterpret_cast<sockaddr *>(&address), sizeof address));
        ::inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        m_connected = ::connect(m_fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    }
    RawClient(RawClient &&other) noexcept
        : m_fd(std::exchange(other.m_fd, -1)), m_connected(other.m_connected) {}
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;
    RawClient &operator=(RawClient &&) = delete;
    ~RawClient() {
        if (m_fd >= 0) ::close(m_fd);
    }

    [[nodiscard]] bool isConnected() const { return m_connected; }
    // False when the other side has closed.
    bool send(std::string_view text) const {
        while (!text.empty()) {
            const ssize_t sent = ::send(m_fd, text.data(), text.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            text.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    // What comes until the other side closes, an answer is whole, or the time is over.
    [[nodiscard]] std::string receive(int milliseconds = 5000) {
        std::string out;
        const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
        for (;;) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
                end - std::chrono::steady_clock::now());
            pollfd waiting{m_fd, POLLIN, 0};
            if (left.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0)
                return out;
            char chunk[4096];
            const ssize_t got = ::recv(m_fd, chunk, sizeof chunk, 0);
            if (got <= 0) {
                m_closed = true;
                return out;
            }
            out.append(chunk, static_cast<std::size_t>(got));
            if (isWhole(out)) return out;
        }
    }
    [[nodiscard]] bool isClosed() const { return m_closed; } // as `receive` saw it
    // 0: no answer.
    [[nodiscard]] int status(int milliseconds = 5000) {
        const std::string answer = receive(milliseconds);
        return answer.starts_with("HTTP/1.1 ") ? std::stoi(answer.substr(9, 3)) : 0;
    }

  private:
    static bool isWhole(const std::string &answer) {
        const auto head = answer.find("\r\n\r\n");
        const auto length = answer.find("Content-Length: ");
        return head != std::string::npos && length < head
               && answer.size() >= head + 4 + std::stoul(answer.substr(length + 16));
    }
    int m_fd = -1;
    bool m_connected = false, m_closed = false;
};
