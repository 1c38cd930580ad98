// SPDX-License-Identifier: GPL-3.0-or-later
// The node whose log is read: a ledger, inboxes and a connection that write down what they see.
#pragma once

#include "classifiers.h"
#include "crypto/hash.h"
#include "exchange/mailbox.h"
#include "gateway/gateway_server.h"
#include "ledger/ledger.h"

#include <map>
#include <set>

namespace apricot::unlinkability {

// What the node knows of a question, as it comes to what answers it: also when it came sealed.
class Seen {
  public:
    std::vector<Line> lines;
    struct About {
        StatePrefix prefix;
        bool inboxes = false; // else the state
        auto operator<=>(const About &) const = default;
    };
    std::vector<About> about; // of each line
    std::string from;
    bool on = false; // the node whose log it is is asked, and no other
    void note(UnixTime now, std::string words, const StatePrefix &prefix, bool inboxes = false) {
        lines.push_back({now, from, std::move(words), 0, prefix.bits});
        about.push_back({prefix, inboxes});
    }
};

class SeenLedger final : public Ledger {
  public:
    SeenLedger(Ledger &inner, Seen &seen, const Clock &clock)
        : m_inner(inner), m_seen(seen), m_clock(clock) {}
    std::string chainId() const override { return m_inner.chainId(); }
    std::optional<VerifyKey> ledgerKey() const override { return m_inner.ledgerKey(); }
    Result<Outcome> submit(ByteView transaction) override { return m_inner.submit(transaction); }
    Result<ProvenAnswer> query(ByteView key) override { return m_inner.query(key); }
    Result<VerifiedAnswer> verify(const ProvenAnswer &a) const override {
        return m_inner.verify(a);
    }
    Subscription watch(Height, std::function<void(const LedgerEvent &)>) override { return {}; }
    Result<ProvenPrefix> queryPrefix(const StatePrefix &prefix) override {
        if (m_seen.on) m_seen.note(m_clock.now(), toHex(pathBytes(prefix)), prefix);
        // The memory ledger hashes its whole tree for each answer.
        auto known = m_answers.find(prefix);
        if (known == m_answers.end()) {
            APRICOT_TRY_ASSIGN(answer, m_inner.queryPrefix(prefix));
            known = m_answers.emplace(prefix, std::move(answer)).first;
        }
        return known->second;
    }
    void change() { m_answers.clear(); }

  private:
    Ledger &m_inner;
    Seen &m_seen;
    const Clock &m_clock;
    std::map<StatePrefix, ProvenPrefix> m_answers;
};

// Inboxes in memory: what InboxFolder tells, without a file to open for each notice.
class SeenMailbox final : public Mailbox {
  public:
    SeenMailbox(Seen &seen, const Clock &clock) : m_seen(seen), m_clock(clock) {}
    Result<std::vector<HostFacts>> hosts() override { return std::vector<HostFacts>(); }
    Result<> deposit(const Deposit &) override { return {}; }
    Result<Bytes> collect(ByteView, const CheckPackage &) override {
        return Error{ErrorCode::PackageNotThere, {}, {}};
    }
    Released release(const std::vector<Bytes> &) override { return {}; }
    Result<std::size_t> sweep() override { return std::size_t{0}; }
    Result<> post(const SealKey &inbox, ByteView sealed, const std::string &) override {
        Bytes body(sealed.begin(), sealed.end());
        InboxNotice one{{sha256(inbox.view()), ++m_last}, sha256(sealed), sealed.size(), {}};
        m_whole[one.id] = {one.place.inbox, body};
        if (body.size() <= inlineBody) one.body = std::move(body);
        m_live.insert(one.place.inbox);
        m_notices.emplace(one.place, std::move(one));
        return {};
    }
    Result<> fetchEach(const SealKey &, const KnownMessage &, const TakeMessage &) override {
        return {};
    }
    Result<Notices> notices(const StatePrefix &under, const NoticePlace &after) override {
        if (m_seen.on) m_seen.note(m_clock.now(), "inbox " + toHex(pathBytes(under)), under, true);
        Notices out{m_live.size(), false, {}};
        std::size_t bytes = 0;
        for (auto at = m_notices.upper_bound(std::max(after, NoticePlace{under.path, 0}));
             at != m_notices.end() && isUnder(under, at->first.inbox); ++at) {
            bytes += 128 + at->second.body.size();
            out.more = bytes > pageBytes;
            if (out.more) break;
            out.notices.push_back(at->second);
        }
        return out;
    }
    Result<Bytes> piece(const Digest &id, std::uint64_t offset) override {
        const auto &[inbox, body] = m_whole.at(id);
        // Whose it is the node knows.
        if (m_seen.on)
            m_seen.note(m_clock.now(), "letter " + toHex(id.view()), prefixOf(inbox, 32), true);
        if (offset >= body.size()) return Bytes();
        const auto from = body.begin() + std::ptrdiff_t(offset);
        return Bytes(from, from + std::ptrdiff_t(std::min(pieceBytes, body.size() - offset)));
    }

  private:
    Seen &m_seen;
    const Clock &m_clock;
    std::map<NoticePlace, InboxNotice> m_notices;
    std::map<Digest, std::pair<Digest, Bytes>> m_whole;
    std::set<Digest> m_live;
    std::uint64_t m_last = 0;
};

// To a node from an address. `log`: the node whose log it is, which also sees sizes.
class Wire final : public net::HttpClient {
  public:
    Wire(gateway::GatewayServer &node, std::string from, Seen *log)
        : m_node(node), m_from(std::move(from)), m_log(log) {}
    std::string name() const override { return "node"; }
    Result<net::HttpAnswer> send(const net::HttpRequest &request) override {
        net::HttpRequest asked = request;
        asked.from = m_from;
        if (m_log) m_log->from = m_from;
        if (m_log) m_log->on = true;
        const std::size_t before = m_log ? m_log->lines.size() : 0;
        auto judged = m_node.judge({asked.method, asked.path, {}, m_from}, asked.body.size());
        net::HttpAnswer out = judged.refusal ? *judged.refusal : m_node.answer(asked);
        if (m_log) m_log->on = false;
        if (out.status != 200 && !asked.path.starts_with("/v1/relay"))
            qFatal("refused: %d %s", out.status, asked.path.c_str());
        for (std::size_t i = before; m_log && i < m_log->lines.size(); ++i)
            m_log->lines[i].bytes = out.body.size();
        return out;
    }

  private:
    gateway::GatewayServer &m_node;
    std::string m_from;
    Seen *m_log;
};

} // namespace apricot::unlinkability
