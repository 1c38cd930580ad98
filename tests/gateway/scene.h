// SPDX-License-Identifier: GPL-3.0-or-later
// A phone and its nodes, some of which lie. The nodes are real gateways; only the wire is not
// there.
#pragma once

#include "../comet/chain.h"
#include "../ledger/parties.h"
#include "crypto/hash.h"
#include "exchange/directory_mailbox.h"
#include "gateway/gateway_server.h"
#include "gateway/remote_ledger.h"
#include "gateway/remote_mailbox.h"
#include "ledger/header.h"
#include "ledger/memory_ledger.h"
#include "ledger/receipt.h"

#include <QTemporaryDir>

namespace apricot::gateway {

using comet::Chain;
using comet::LightBlock;

// A ledger in memory, told as a consortium's: its state roots stand in blocks that validators sign.
class ChainLedger final : public Ledger, public comet::LightBlockSource {
  public:
    ChainLedger(Ledger &inner, Chain &chain, FixedClock &clock)
        : m_inner(inner), m_chain(chain), m_clock(clock) {}
    [[nodiscard]] std::string chainId() const override { return m_inner.chainId(); }
    [[nodiscard]] std::optional<VerifyKey> ledgerKey() const override { return std::nullopt; }
    [[nodiscard]] Result<Outcome> submit(ByteView transaction) override {
        auto outcome = m_inner.submit(transaction);
        m_clock.set(std::max(m_clock.now(), Chain::start + 5 * std::int64_t(height() + 1) + 2));
        return outcome;
    }
    [[nodiscard]] Result<ProvenAnswer> query(ByteView key) override {
        auto answer = m_inner.query(key);
        m_roots[answer->height] =
            verifyHeader(answer->header, *m_inner.ledgerKey(), chainId())->stateRoot;
        answer->header.clear();
        return answer;
    }
    [[nodiscard]] Result<ProvenPrefix> queryPrefix(const StatePrefix &prefix) override {
        auto answer = m_inner.queryPrefix(prefix);
        m_roots[answer->height] =
            verifyHeader(answer->header, *m_inner.ledgerKey(), chainId())->stateRoot;
        answer->header.clear();
        return answer;
    }
    [[nodiscard]] Result<VerifiedAnswer> verify(const ProvenAnswer &answer) const override {
        return VerifiedAnswer{0, answer.height, answer.key, answer.value};
    }
    [[nodiscard]] Subscription watch(Height, std::function<void(const LedgerEvent &)>) override {
        return nullptr;
    }
    [[nodiscard]] std::string name() const override { return "chain"; }
    [[nodiscard]] Result<LightBlock> lightBlock(std::int64_t at) override {
        const auto root = m_roots.find(static_cast<Height>(at - 1));
        if (root == m_roots.end()) return comet::readLightBlock("null");
        m_chain.appHash = comet::bytesOf(root->second);
        return m_chain.block(at);
    }
    [[nodiscard]] Height height() { return m_inner.query({})->height; }

  private:
    Ledger &m_inner;
    Chain &m_chain;
    FixedClock &m_clock;
    std::map<Height, Digest> m_roots;
};

// As a port does it.
inline net::HttpAnswer answerOf(GatewayServer &server, net::HttpRequest request) {
    const auto judged =
        server.judge({request.method, request.path, {}, request.from}, request.body.size());
    return judged.refusal ? *judged.refusal : server.answer(request);
}

// The wire: to a gateway, through a liar.
class Wire final : public net::HttpClient {
  public:
    using Lie = std::function<void(const net::HttpRequest &, net::HttpAnswer &)>;
    Wire(std::string name, GatewayServer &server, Lie &lie, bool &silent)
        : m_name(std::move(name)), m_server(server), m_lie(lie), m_silent(silent) {}
    [[nodiscard]] std::string name() const override { return m_name; }
    [[nodiscard]] Result<net::HttpAnswer> send(const net::HttpRequest &request) override {
        if (m_silent) return Error{ErrorCode::NodeUnreachable, "wire", {}};
        net::HttpRequest asked = request;
        asked.from = "phone";
        net::HttpAnswer answer = answerOf(m_server, asked);
        if (m_lie) m_lie(request, answer);
        return answer;
    }

  private:
    std::string m_name;
    GatewayServer &m_server;
    Lie &m_lie;
    bool &m_silent;
};

class Memory final : public TrustStore {
  public:
    std::optional<Bytes> state, evidence;
    Result<std::optional<Bytes>> load() override { return state; }
    Result<> save(ByteView bytes) override {
        state = Bytes(bytes.begin(), bytes.end());
        return {};
    }
    Result<> keepEvidence(ByteView bytes) override {
        evidence = Bytes(bytes.begin(), bytes.end());
        return {};
    }
};

inline bool isState(const net::HttpRequest &request) {
    return request.path.starts_with("/v1/state");
}
inline bool isBlock(const net::HttpRequest &request) {
    return request.path.starts_with("/v1/light-block");
}
inline Bytes bytesOfText(const std::string &text) {
    return {text.begin(), text.end()};
}

struct Scene {
    Parties parties;
    Chain chain{4};
    QTemporaryDir folder;
    std::unique_ptr<Ledger> memory;
    std::unique_ptr<ChainLedger> ledger;
    std::unique_ptr<Mailbox> mailbox;
    std::unique_ptr<GatewayServer> server;
    std::vector<Wire::Lie> lies;
    std::array<bool, 4> silent{};
    std::vector<BlockEvents> events;
    Nodes nodes;
    Memory trust;
    ConsortiumFile file;

    // As many nodes as there are operators named.
    explicit Scene(const std::vector<std::string> &operators = {{}, {}}) : lies(operators.size()) {
        parties.clock.set(Chain::start + 12);
        memory =
            std::move(createMemoryLedger(parties.genesis(), parties.clock, parties.random)).value();
        ledger = std::make_unique<ChainLedger>(*memory, chain, parties.clock);
        mailbox =
            std::move(openDirectoryMailbox(folder.path().toStdString(), *memory, parties.clock))
                .value();
        // Its chain has made all blocks that are asked for.
        Services services{*ledger, *mailbox, ledger.get(),
                          [this] { return ledger->height() + 1000; },
                          [this](Height from, std::size_t, std::size_t) {
                              std::vector<BlockEvents> out;
                              for (const BlockEvents &block : events)
                                  if (block.height >= from) out.push_back(block);
                              return out;
                          }};
        Limits limits;
        limits.burst = 100000;
        server = std::make_unique<GatewayServer>(std::move(services), parties.clock, limits);
        for (std::size_t i = 0; i < operators.size(); ++i)
            nodes.push_back(
                std::make_unique<Node>(std::make_unique<Wire>("https://node" + std::to_string(i),
                                                              *server, lies[i], silent[i]),
                                       operators[i]));
        file.chainId = "test-chain";
        file.anchor = chain.genesis();
        file.trustingPeriod = 86400;
        const auto registered = ledger->submit(
            parties.signedBy(parties.admin, RegisterOrganisation{parties.organisation()}));
        if (!registered || !registered->accepted()) qFatal("register");
    }
    [[nodiscard]] std::unique_ptr<ConsortiumLedger> open() {
        auto out = ConsortiumLedger::open(file, nodes, &trust, parties.clock);
        if (!out) qFatal("%s", out.error().detail.c_str());
        return std::move(*out);
    }
    // What a phone says that both nodes tell this lie.
    [[nodiscard]] ErrorCode deceived(const Wire::Lie &lie) {
        lies = {lie, lie};
        trust = {};
        const auto answer = open()->query(consortiumKey());
        return answer ? ErrorCode::None : answer.error().code;
    }
};

} // namespace apricot::gateway
