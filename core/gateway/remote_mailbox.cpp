// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/remote_mailbox.h"

#include <algorithm>
#include <thread>

namespace apricot::gateway {
namespace {

constexpr std::size_t copies = 2;
constexpr int attempts = 5;
constexpr std::chrono::milliseconds pause{700};

Bytes withKey(const SealKey &inbox, ByteView sealed) {
    Bytes out(inbox.view().begin(), inbox.view().end());
    append(out, sealed);
    return out;
}

} // namespace

Result<> RemoteMailbox::deposit(const Deposit &deposit) {
    const Bytes message = encode(deposit);
    std::size_t taken = 0;
    std::optional<Error> failure;
    for (const auto &node : m_nodes) {
        const auto answer = node->post("/v1/packages", message);
        if (!answer && !failure) failure = answer.error();
        if (answer && ++taken == copies) break;
    }
    if (taken == 0) return *failure;
    return {};
}

Result<Collected> RemoteMailbox::collect(ByteView request) {
    std::optional<Error> failure;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        bool behind = false;
        for (const auto &node : m_nodes) {
            auto answer = node->post("/v1/packages/collect", Bytes(request.begin(), request.end()));
            if (answer) return decodeCollected(*answer);
            // That one has the package and does not see the redemption, or not yet.
            const bool refused = answer.error().code == Code::CollectionRefused;
            behind = behind || refused;
            if (!failure || refused) failure = answer.error();
        }
        if (!behind) break;
        std::this_thread::sleep_for(pause);
    }
    return *failure;
}

Result<> RemoteMailbox::post(const SealKey &inbox, ByteView sealed) {
    APRICOT_TRY(firstOf(m_nodes, [&](std::size_t i) {
        return m_nodes[i]->post("/v1/inbox", withKey(inbox, sealed));
    }));
    return {};
}

Result<std::vector<Bytes>> RemoteMailbox::fetch(const SealKey &inbox) {
    std::vector<Bytes> out;
    std::optional<Error> failure;
    bool answered = false;
    for (const auto &node : m_nodes) {
        const auto body = node->post("/v1/inbox/fetch", withKey(inbox, {}));
        auto messages = body ? decodeMessages(*body) : body.error();
        if (!messages) {
            failure = messages.error();
            continue;
        }
        answered = true;
        for (Bytes &message : *messages)
            if (std::ranges::find(out, message) == out.end()) out.push_back(std::move(message));
    }
    if (!answered) return *failure;
    return out;
}

} // namespace apricot::gateway
