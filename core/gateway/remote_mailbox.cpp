// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/remote_mailbox.h"

#include <algorithm>
#include <future>
#include <thread>

namespace apricot::gateway {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds pause{700};
// For who a node is and for a share: a silent one costs so much, once.
constexpr milliseconds patience{5000};
// For so long nobody is asked again who it is, so that it is once in an act.
constexpr std::chrono::seconds metFor{10};

Bytes withKey(const SealKey &inbox, ByteView sealed) {
    Bytes out(inbox.view().begin(), inbox.view().end());
    append(out, sealed);
    return out;
}

} // namespace

Result<std::vector<HostFacts>> RemoteMailbox::hosts() {
    {
        const std::scoped_lock lock(m_mutex);
        if (m_met && steady_clock::now() < *m_met + metFor) return m_hosts;
    }
    std::vector<std::future<Result<HostFacts>>> asked;
    for (const auto &node : m_nodes)
        asked.push_back(std::async(std::launch::async, [&node]() -> Result<HostFacts> {
            APRICOT_TRY_ASSIGN(body, node->get("/v1/shares", patience));
            return decodeHost(body);
        }));
    std::vector<HostFacts> out;
    std::optional<Error> failure;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        auto answer = asked[i].get();
        if (!answer) {
            if (!failure) failure = answer.error();
            continue;
        }
        const std::scoped_lock lock(m_mutex);
        auto &known = m_known[answer->id];
        if (std::ranges::find(known, m_nodes[i].get()) == known.end())
            known.push_back(m_nodes[i].get());
        out.push_back(std::move(*answer));
    }
    if (out.empty()) return failure ? *failure : noNode("no node is known");
    const std::scoped_lock lock(m_mutex);
    m_met = steady_clock::now();
    m_hosts = out;
    return out;
}

Error RemoteMailbox::noNode(std::string which) {
    return fail(Code::HostNotThere, std::move(which));
}

std::vector<Node *> RemoteMailbox::knownAs(const VerifyKey &host) {
    const std::scoped_lock lock(m_mutex);
    const auto known = m_known.find(host);
    return known == m_known.end() ? std::vector<Node *>() : known->second;
}

// Once for all of them: whoever is silent is not waited for again.
Result<> RemoteMailbox::meet(const std::vector<VerifyKey> &wanted) {
    const bool all =
        std::ranges::none_of(wanted, [this](const auto &host) { return knownAs(host).empty(); });
    if (all) return {};
    APRICOT_TRY(hosts());
    return {};
}

Result<> RemoteMailbox::deposit(const Deposit &deposit) {
    APRICOT_TRY(meet({deposit.host}));
    const Bytes message = encode(deposit);
    Error failure = noNode(toHex(deposit.host.view()));
    for (Node *node : knownAs(deposit.host)) {
        const auto answer = node->post("/v1/packages", message);
        if (answer) return {};
        failure = answer.error();
    }
    return failure;
}

// A node that does not see the redemption, or not yet, is asked again for a while.
Result<Bytes> RemoteMailbox::ask(Node &node, const char *path, ByteView request,
                                 milliseconds within) const {
    for (const auto end = steady_clock::now() + m_behind;;) {
        auto answer = node.post(path, Bytes(request.begin(), request.end()), within);
        if (answer || answer.error().code != Code::CollectionRefused
            || steady_clock::now() + pause > end)
            return answer;
        std::this_thread::sleep_for(pause);
    }
}

Result<Bytes> RemoteMailbox::collect(ByteView request) {
    APRICOT_TRY_ASSIGN(asked, verifyCollectRequest(request));
    APRICOT_TRY(meet({asked.host}));
    Error failure = noNode(toHex(asked.host.view()));
    for (Node *node : knownAs(asked.host)) {
        auto answer = ask(*node, "/v1/packages/collect", request, {});
        if (answer) return answer;
        failure = answer.error();
    }
    return failure;
}

Released RemoteMailbox::release(const std::vector<Bytes> &requests) {
    Released out;
    std::vector<VerifyKey> hosts(requests.size());
    for (std::size_t i = 0; i < requests.size(); ++i)
        if (const auto request = verifyCollectRequest(requests[i])) hosts[i] = request->host;
    if (const auto met = meet(hosts); !met) return {{}, met.error()};
    std::vector<std::pair<std::size_t, std::future<Result<Bytes>>>> asked;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        const auto nodes = knownAs(hosts[i]);
        if (nodes.empty() && !out.failure) out.failure = noNode(toHex(hosts[i].view()));
        for (Node *node : nodes)
            asked.emplace_back(i,
                               std::async(std::launch::async, [this, node, &bytes = requests[i]] {
                                   return ask(*node, "/v1/shares", bytes, patience);
                               }));
    }
    for (auto &[request, future] : asked) {
        auto answer = future.get();
        if (answer)
            out.answers.push_back({request, std::move(*answer)});
        else if (!out.failure || answer.error().code == Code::CollectionRefused)
            out.failure = answer.error(); // why one refused says more than that one is missing
    }
    return out;
}

Result<> RemoteMailbox::post(const SealKey &inbox, ByteView sealed,
                             const std::string & /*the node sees it*/) {
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
