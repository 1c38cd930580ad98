// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/relay_server.h"

#include "crypto/hash.h"
#include "crypto/system_random.h"
#include "gateway/messages.h"

namespace apricot::gateway {
namespace {

// One of those that may be carried at the same time.
class Place {
  public:
    Place(std::atomic<std::size_t> &taken, std::size_t most)
        : m_taken(taken), m_free(taken.fetch_add(1) < most) {}
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;
    ~Place() { m_taken.fetch_sub(1); }
    [[nodiscard]] bool isFree() const { return m_free; }

  private:
    std::atomic<std::size_t> &m_taken;
    bool m_free;
};

} // namespace

std::string connectable(const std::string &address) {
    return address.find("://") == std::string::npos ? "https://" + address : address;
}

Result<std::shared_ptr<net::HttpClient>> RelayServer::connectionTo(const NodeId &id) {
    APRICOT_TRY_ASSIGN(value, m_state.standing(nodeKey(id)));
    if (!value || id == m_keys.id()) return relayUnavailable("no other node of that name");
    APRICOT_TRY_ASSIGN(node, decodeNode(*value));
    if (node.status != NodeStatus::Active || node.address.empty())
        return relayUnavailable("that node rests, or has no address");
    const std::scoped_lock lock(m_mutex);
    auto &[address, http] = m_connections[id]; // at most as many as the state has nodes
    if (!http || address != node.address) {
        APRICOT_TRY_ASSIGN(made, m_connect(connectable(node.address)));
        address = node.address;
        http = std::move(made);
    }
    return http;
}

Result<net::HttpAnswer> RelayServer::carry(std::string_view to, Bytes sealed) {
    const Place place(m_carried, m_limits.carriedAtOnce);
    if (!place.isFree()) return nodeBusy("carries as much as it may");
    const auto raw = fromHex(to);
    const auto id = raw ? NodeId::from(*raw) : std::nullopt;
    if (!id) return relayUnavailable("no node's name");
    APRICOT_TRY_ASSIGN(http, connectionTo(*id));
    return http->send({"POST", "/v1/relayed", std::move(sealed), {}});
}

Result<> RelayServer::isNew(const Digest &request) {
    const UnixTime now = m_clock.now();
    const std::scoped_lock lock(m_mutex);
    // As long as its time is good: a little before now, or after.
    while (!m_answered.empty() && m_answered.front().first + 2 * relayedWithin < now) {
        m_known.erase(m_answered.front().second);
        m_answered.pop_front();
    }
    if (m_known.contains(request)) return messageMalformed("answered before");
    if (m_answered.size() >= m_limits.remembered) return nodeBusy("answered too many lately");
    m_known.insert(request);
    m_answered.emplace_back(now, request);
    return {};
}

Result<Bytes> RelayServer::answer(ByteView wire, const Answer &answer) {
    const MonthNumber month = monthOf(m_clock.now());
    // Whoever asks may be a little ahead at the end of a month; what is past is gone.
    for (const auto wanted : {month, static_cast<MonthNumber>(month + 1)}) {
        APRICOT_TRY_ASSIGN(key, m_keys.keyOf(wanted));
        if (!key || !isFor(*key, wire)) continue;
        SystemRandom random;
        return answerRelayed(
            *key, wire, m_clock.now(), [this](const Digest &request) { return isNew(request); },
            answer, random);
    }
    return messageMalformed("for another key");
}

} // namespace apricot::gateway
