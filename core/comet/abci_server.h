// SPDX-License-Identifier: GPL-3.0-or-later
// The socket by which CometBFT reaches its application: messages with their length before them, in
// order on each connection, connections side by side (CometBFT 0.38, spec/abci; chain.proto and
// abci.proto have the messages).
#pragma once

#include "base/lock.h"
#include "comet/application.h"

namespace apricot::comet {

inline constexpr std::size_t largestAbciMessage = std::size_t{100} << 20U;

class AbciServer {
  public:
    // "unix:///path" or "tcp://127.0.0.1:26658", for one server at a time ("/path.lock" is locked).
    // The application must outlive the server. AbciUnavailable, InUseElsewhere, LockFileUnusable.
    [[nodiscard]] static Result<std::unique_ptr<AbciServer>> listen(const std::string &address,
                                                                    Application &application);
    // Ends every connection and waits for the request that each is answering.
    ~AbciServer();

    [[nodiscard]] std::size_t connections() const { return m_connected; }

    AbciServer(const AbciServer &) = delete;
    AbciServer &operator=(const AbciServer &) = delete;

  private:
    AbciServer(Application &application, int listening, std::string path,
               std::optional<FileLock> lock);
    void accept();
    void serve(int connection);

    Application &m_application;
    int m_listening;
    std::string m_path; // of a unix socket, which it alone removes
    std::optional<FileLock> m_lock;
    std::atomic<bool> m_stopping{false};
    std::atomic<std::size_t> m_connected{0};
    std::mutex m_mutex;
    std::list<std::jthread> m_serving;
    std::jthread m_accepting;
};

} // namespace apricot::comet
