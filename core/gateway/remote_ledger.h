// SPDX-License-Identifier: GPL-3.0-or-later
// A ledger that others run, as a Ledger: asked through their nodes' gateways, believing none of
// them. Of a consortium, every answer is verified from the genesis validators on; of a ledger that
// one organisation runs, by its key.
#pragma once

#include "comet/checkpoint.h"
#include "comet/light_client.h"
#include "gateway/consortium_file.h"
#include "gateway/nodes.h"

#include <mutex>

namespace apricot::gateway {

// Where what has been verified is kept, safe from change: a vault.
class TrustStore {
  public:
    virtual ~TrustStore() = default;
    [[nodiscard]] virtual Result<std::optional<Bytes>> load() = 0;
    [[nodiscard]] virtual Result<> save(ByteView state) = 0;
    [[nodiscard]] virtual Result<> keepEvidence(ByteView evidence) = 0;
};

struct RemoteOptions {
    UnixTime freshness = 120;       // seconds that an answer's block may be old
    std::size_t refusalsNeeded = 2; // nodes that must refuse before a refusal is believed
};

class ConsortiumLedger final : public Ledger {
  public:
    // Goes on from what `trust` kept (null: from genesis each time). The clock, the nodes and the
    // store must outlive the ledger. Errors of the store and of comet::verifyStep.
    [[nodiscard]] static Result<std::unique_ptr<ConsortiumLedger>>
    open(const ConsortiumFile &file, const Nodes &nodes, TrustStore *trust, const Clock &clock,
         const RemoteOptions &options = {});

    [[nodiscard]] std::string chainId() const override { return m_chainId; }
    [[nodiscard]] std::optional<VerifyKey> ledgerKey() const override { return std::nullopt; }
    // Accepted only when a proof says so; refused only when enough nodes say so.
    [[nodiscard]] Result<Outcome> submit(ByteView transaction) override;
    // Verified, fresh, and not older than anything this side has seen. LedgerAnswerStale,
    // GatewayMessageMalformed, and the errors of LightClient::trust.
    [[nodiscard]] Result<ProvenAnswer> query(ByteView key) override;
    [[nodiscard]] Result<VerifiedAnswer> verify(const ProvenAnswer &answer) const override;
    // What nodes tell is a hint here: genuine transactions of this chain, in the order in which
    // they are said to be accepted. Whoever acts on one asks for its proof.
    [[nodiscard]] Subscription watch(Height from,
                                     std::function<void(const LedgerEvent &)> told) override;

    // The newest block that is trusted. Errors as in query.
    [[nodiscard]] Result<comet::Checkpoint> checkpoint();
    // Trusts the block that a checkpoint names, and goes on from there. LightBlockForOtherChain,
    // and the errors of comet::trustByHash.
    [[nodiscard]] Result<> trustCheckpoint(const comet::Checkpoint &checkpoint);

  private:
    ConsortiumLedger(const ConsortiumFile &file, const Nodes &nodes, TrustStore *trust,
                     const Clock &clock, const RemoteOptions &options);
    [[nodiscard]] Result<> load();
    [[nodiscard]] Result<> save();
    [[nodiscard]] Result<ProvenAnswer> queryFrom(std::size_t first, ByteView key);
    [[nodiscard]] Result<comet::LightBlock> trustHeight(std::size_t first, std::int64_t height);
    [[nodiscard]] Result<Outcome> confirmed(ByteView transaction, const Outcome &said);

    std::string m_chainId;
    const Nodes &m_nodes;
    TrustStore *m_trust;
    const Clock &m_clock;
    RemoteOptions m_options;
    comet::LightOptions m_lightOptions;
    comet::Trusted m_anchor;
    std::vector<comet::LightBlock> m_pinned; // the block of a checkpoint, if that is the anchor
    std::mutex m_mutex;                      // of what follows
    std::optional<comet::LightClient> m_client;
    Height m_least = 0; // a state older than this would hide what was done from here
};

// A ledger that one organisation runs, by its node's gateway.
class SingleLedger final : public Ledger {
  public:
    SingleLedger(const ConsortiumFile &file, const Nodes &nodes)
        : m_chainId(file.chainId), m_key(*file.ledgerKey), m_nodes(nodes) {}
    [[nodiscard]] std::string chainId() const override { return m_chainId; }
    [[nodiscard]] std::optional<VerifyKey> ledgerKey() const override { return m_key; }
    [[nodiscard]] Result<Outcome> submit(ByteView transaction) override;
    [[nodiscard]] Result<ProvenAnswer> query(ByteView key) override;
    [[nodiscard]] Result<VerifiedAnswer> verify(const ProvenAnswer &answer) const override;
    [[nodiscard]] Subscription watch(Height from,
                                     std::function<void(const LedgerEvent &)> told) override;

  private:
    std::string m_chainId;
    VerifyKey m_key;
    const Nodes &m_nodes;
};

} // namespace apricot::gateway
