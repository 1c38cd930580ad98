// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/relay_server.h"

#include "crypto/hash.h"
#include "gateway/messages.h"
#include "gateway/routes.h"
#include "ledger/ledger.h"

namespace apricot::gateway {

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

Result<net::HttpAnswer> RelayServer::carry(std::string_view to, Bytes sealed,
                                           const std::string &from) {
    const UnixTime now = m_clock.now();
    if (!m_bytes.take(from, static_cast<double>(sealed.size()), now))
        return nodeBusy("has carried enough from there for now");
    if (!m_carrying.take(from)) return nodeBusy("carries as much as it may");
    const auto given = [&](void *) { m_carrying.give(from); };
    const std::unique_ptr<void, decltype(given)> place(this, given);
    const auto raw = fromHex(to);
    const auto id = raw ? NodeId::from(*raw) : std::nullopt;
    if (!id) return relayUnavailable("no node's name");
    APRICOT_TRY_ASSIGN(http, connectionTo(*id));
    const std::string pair = from + ' ' + toHex(id->view()); // a node that lies shuts itself off
    if (!m_misfits.has(pair, 1, now))
        return relayUnavailable("too much of it was not for that node");
    APRICOT_TRY_ASSIGN(answer, http->send(bounded({"POST", "/v1/relayed", std::move(sealed), {}})));
    if (answer.status == misfitStatus) static_cast<void>(m_misfits.take(pair, 1, now));
    return answer;
}

Result<OpenedRequest> RelayServer::open(ByteView wire) {
    const MonthNumber month = monthOf(m_clock.now());
    // Whoever asks may be a little ahead at the end of a month; what is past is gone.
    for (const auto wanted : {month, static_cast<MonthNumber>(month + 1)}) {
        APRICOT_TRY_ASSIGN(key, m_keys.keyOf(wanted));
        if (key && isFor(*key, wire)) return openRequest(*key, wire);
    }
    return messageMalformed("for another key");
}

// What was answered before this program began is no longer known: so what was asked before that is
// to be asked again.
Result<> RelayServer::admit(const OpenedRequest &request, const std::string &from) {
    const UnixTime now = m_clock.now();
    const UnixTime asked = request.asked;
    // In the ledger's words for a transaction of another time: they name the clock.
    const bool behind = asked < now - relayedWithin;
    if (behind || asked > now + relayedWithin)
        return errorOf(
            {{},
             {},
             behind ? Refusal::TransactionExpired : Refusal::TransactionTooLongLived,
             "asked at " + std::to_string(asked) + ", the node's time " + std::to_string(now),
             {}});
    const std::pair known(asked, sha256(request.answerKey.view()));
    const std::scoped_lock lock(m_mutex);
    while (!m_answered.empty() && m_answered.begin()->first.first + relayedWithin < now) {
        m_remembering.give(m_answered.begin()->second);
        m_answered.erase(m_answered.begin());
    }
    if (asked < m_started) return nodeBusy("asked before this program began");
    if (m_answered.contains(known)) return messageMalformed("answered before");
    if (!m_remembering.take(from)) return nodeBusy("answered too many lately");
    m_answered.emplace(known, from);
    return {};
}

} // namespace apricot::gateway
