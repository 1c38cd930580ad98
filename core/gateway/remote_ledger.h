// SPDX-License-Identifier: GPL-3.0-or-later
// A ledger that others run, as a Ledger: asked through their nodes' gateways, believing none of
// them. Of a consortium, every answer is verified from the genesis validators on; of a ledger that
// one organisation runs, by its key.
#pragma once

#include "comet/checkpoint.h"
#include "comet/light_client.h"
#include "crypto/system_random.h"
#include "gateway/buckets.h"
#include "gateway/consortium_file.h"
#include "gateway/nodes.h"
#include "ledger/header.h"

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
    std::size_t refusalsNeeded = 2; // operators that must refuse alike before it is believed
    UnixTime bucketsKept = 15;      // seconds that a bucket of the state is used again
};

class ConsortiumLedger final : public Ledger {
  public:
    // Goes on from what `trust` kept (null: from genesis each time); asks nobody yet. The clock,
    // the nodes and the store must outlive the ledger. Errors of the store and of
    // comet::verifyStep.
    [[nodiscard]] static Result<std::unique_ptr<ConsortiumLedger>>
    open(const ConsortiumFile &file, const Nodes &nodes, TrustStore *trust, const Clock &clock,
         const RemoteOptions &options = {});

    [[nodiscard]] std::string chainId() const override { return m_chainId; }
    [[nodiscard]] std::optional<VerifyKey> ledgerKey() const override { return std::nullopt; }
    // Accepted only when a proof says so, and then as of that proof; refused only when enough
    // operators say so, each for the same reason. RefusalUnconfirmed, NodeLied, LedgerAnswerStale,
    // and the errors of query.
    [[nodiscard]] Result<Outcome> submit(ByteView transaction) override;
    // Verified, fresh, and not older than anything this side has verified. LedgerAnswerStale,
    // GatewayMessageMalformed, and the errors of LightClient::trust; before the first, those of
    // trustCheckpoint for the file's checkpoint.
    // Asked by prefix: no node learns the key (gateway/buckets.h).
    [[nodiscard]] Result<ProvenAnswer> query(ByteView key) override;
    [[nodiscard]] Result<ProvenPrefix> queryPrefix(const StatePrefix &prefix) override;
    [[nodiscard]] Result<VerifiedAnswer> verify(const ProvenAnswer &answer) const override;
    // What nodes tell is a hint here: genuine transactions of this chain. Each node is followed by
    // itself, so that none can hide what another tells; the height is what the first one said, and
    // one may be told twice. Whoever acts on one asks for its proof.
    [[nodiscard]] Subscription watch(Height from,
                                     std::function<void(const LedgerEvent &)> told) override;

    // How many bits a question about the state has (gateway/buckets.h). Errors as in query.
    [[nodiscard]] Result<std::size_t> prefixBits();
    // The newest block that is trusted. Errors as in query.
    [[nodiscard]] Result<comet::Checkpoint> checkpoint();
    // Trusts the block that a checkpoint names, and goes on from there: by LightClient::adopt, each
    // node asked in turn, confirmed by one of another operator. A block that contradicts what is
    // trusted is kept as evidence. CheckpointForOtherChain, and the errors of LightClient::adopt.
    [[nodiscard]] Result<> trustCheckpoint(const comet::Checkpoint &checkpoint);

  private:
    ConsortiumLedger(const ConsortiumFile &file, const Nodes &nodes, TrustStore *trust,
                     const Clock &clock, const RemoteOptions &options);
    [[nodiscard]] Result<> load();
    [[nodiscard]] Result<> save();
    [[nodiscard]] Result<> begin();
    [[nodiscard]] Result<> take(const comet::Checkpoint &checkpoint);
    [[nodiscard]] Result<ProvenAnswer> queryFrom(std::size_t first, ByteView key);
    [[nodiscard]] Result<ProvenPrefix> bucketFrom(std::size_t first, const StatePrefix &prefix);
    [[nodiscard]] Result<comet::LightBlock> trustHeight(std::size_t first, std::int64_t height);
    [[nodiscard]] Result<Outcome> confirmed(std::size_t first, ByteView transaction,
                                            const Outcome &said);
    // The node that is asked, then those of other operators, to be its witnesses.
    [[nodiscard]] std::vector<comet::LightBlockSource *> sourcesFrom(std::size_t first) const;
    [[nodiscard]] std::size_t operators() const;

    std::string m_chainId;
    const Nodes &m_nodes;
    TrustStore *m_trust;
    const Clock &m_clock;
    RemoteOptions m_options;
    comet::LightOptions m_lightOptions;
    mutable std::mutex m_mutex; // of what follows
    comet::Trusted m_anchor;
    std::vector<comet::LightBlock> m_pinned;    // the block of a checkpoint, if that is the anchor
    std::optional<comet::Checkpoint> m_toBegin; // the file's, while nothing is known yet
    std::optional<comet::LightClient> m_client;
    SystemRandom m_random;
    Buckets m_buckets;
    Height m_least = 0; // of the newest answer that was verified; never what somebody says
};

struct SingleOptions {
    UnixTime bucketsKept = 15; // seconds that a bucket of the state is used again
};

// A ledger that one organisation runs, by its node's gateway. What it says is signed by its key,
// and it goes back behind nothing that was seen of it. There is no other operator: a refusal is
// believed, and how old its newest block may be is not bounded, since it makes none while nothing
// happens.
class SingleLedger final : public Ledger {
  public:
    // Goes on from the newest header that `trust` kept (null: from any each time); asks nobody yet.
    // The clock, the nodes and the store must outlive the ledger. Errors of the store and of
    // verifyHeader.
    [[nodiscard]] static Result<std::unique_ptr<SingleLedger>>
    open(const ConsortiumFile &file, const Nodes &nodes, TrustStore *trust, const Clock &clock,
         const SingleOptions &options = {});

    [[nodiscard]] std::string chainId() const override { return m_chainId; }
    [[nodiscard]] std::optional<VerifyKey> ledgerKey() const override { return m_key; }
    // Accepted only when a proof says so, and then as of that proof. NodeLied, and the errors of
    // query.
    [[nodiscard]] Result<Outcome> submit(ByteView transaction) override;
    // Verified, and not older than anything this side has verified. LedgerAnswerStale; NodeLied:
    // its key signed two truths, which are kept as evidence; the errors of verifyHeader and
    // verifyPrefixProof.
    [[nodiscard]] Result<ProvenAnswer> query(ByteView key) override;
    [[nodiscard]] Result<ProvenPrefix> queryPrefix(const StatePrefix &prefix) override;
    [[nodiscard]] Result<VerifiedAnswer> verify(const ProvenAnswer &answer) const override;
    [[nodiscard]] Subscription watch(Height from,
                                     std::function<void(const LedgerEvent &)> told) override;
    [[nodiscard]] Result<std::size_t> prefixBits();

  private:
    SingleLedger(const ConsortiumFile &file, const Nodes &nodes, TrustStore *trust,
                 const Clock &clock, const SingleOptions &options)
        : m_chainId(file.chainId), m_key(*file.ledgerKey), m_nodes(nodes), m_trust(trust),
          m_buckets(clock, m_random, options.bucketsKept) {}
    [[nodiscard]] Result<ProvenPrefix> bucket(const StatePrefix &prefix);
    [[nodiscard]] Result<> take(ByteView signedHeader, const Header &header, const Node &node);

    std::string m_chainId;
    VerifyKey m_key;
    const Nodes &m_nodes;
    TrustStore *m_trust;
    std::mutex m_mutex; // of what follows
    SystemRandom m_random;
    Buckets m_buckets;
    Header m_newest; // that was verified
    Bytes m_signed;  // as the ledger's key signed it
};

} // namespace apricot::gateway
