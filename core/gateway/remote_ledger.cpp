// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/remote_ledger.h"

#include "codec/cbor.h"
#include "comet/consortium_receipt.h"
#include "crypto/hash.h"
#include "ledger/receipt.h"
#include "ledger/transaction.h"

#include <map>
#include <set>
#include <thread>

namespace apricot::gateway {
namespace {

using comet::LightBlock;

constexpr std::chrono::milliseconds watchPause{500};

constexpr std::size_t mostHeard = 65'536;

// What has been told of a ledger, whichever node told it first. Thread-safe.
class Heard {
  public:
    Heard(std::string chainId, std::function<void(const LedgerEvent &)> told)
        : m_chainId(std::move(chainId)), m_told(std::move(told)) {}

    // Checked as far as a transaction can be. When too many are remembered they are told again.
    void hear(Height height, const Bytes &transaction) {
        const Digest id = sha256(transaction);
        const std::scoped_lock lock(m_mutex);
        if (m_ids.contains(id)) return;
        const CheckedTransaction checked = checkTransaction(transaction);
        if (!checked.allVerified || checked.transaction.chainId != m_chainId) return;
        if (m_ids.size() == mostHeard) m_ids.clear();
        m_ids.insert(id);
        m_told({height, 0, transaction});
    }

  private:
    const std::string m_chainId;
    const std::function<void(const LedgerEvent &)> m_told;
    std::mutex m_mutex;
    std::set<Digest> m_ids;
};

// Hears what one node says of its blocks, one after the other. Where it stands counts for it alone.
void follow(const std::stop_token &stop, Node &node, Height next, Heard &heard) {
    while (!stop.stop_requested()) {
        const auto body = node.get("/v1/events?from=" + std::to_string(next));
        const auto blocks = body ? decodeEvents(*body) : body.error();
        if (blocks)
            for (const BlockEvents &block : *blocks) {
                if (block.height != next || stop.stop_requested()) break;
                ++next;
                for (const Bytes &transaction : block.transactions)
                    heard.hear(block.height, transaction);
            }
        if (!blocks && blocks.error().code == ErrorCode::NetworkStopped) return;
        if (!blocks || blocks->empty()) std::this_thread::sleep_for(watchPause);
    }
}

Ledger::Subscription following(const Nodes &nodes, const std::string &chainId, Height from,
                               std::function<void(const LedgerEvent &)> told) {
    struct Following {
        Following(const std::string &chain, std::function<void(const LedgerEvent &)> tell)
            : heard(chain, std::move(tell)) {}
        Following(const Following &) = delete;
        Following &operator=(const Following &) = delete;
        ~Following() {
            for (std::jthread &one : each) one.request_stop(); // all, before one is waited for
        }
        Heard heard;
        std::vector<std::jthread> each; // end before it
    };
    auto out = std::make_shared<Following>(chainId, std::move(told));
    for (const auto &node : nodes)
        out->each.emplace_back([&node = *node, from = std::max<Height>(1, from),
                                &heard = out->heard](const std::stop_token &stop) {
            follow(stop, node, from, heard);
        });
    return out;
}

constexpr const char *notInState = "said to be accepted, but not in the state";

Error lied(const char *how) {
    return fail(ErrorCode::NodeLied, how);
}

// An answer older than what is known here.
Error stale(const std::string &node) {
    return fail(ErrorCode::LedgerAnswerStale, node);
}

} // namespace

ConsortiumLedger::ConsortiumLedger(const ConsortiumFile &file, const Nodes &nodes,
                                   TrustStore *trust, const Clock &clock,
                                   const RemoteOptions &options)
    : m_chainId(file.chainId), m_nodes(nodes), m_trust(trust), m_clock(clock),
      m_options(options), m_lightOptions{file.trustingPeriod}, m_anchor(file.anchor),
      m_buckets(clock, m_random, options.bucketsKept) {}

Result<std::unique_ptr<ConsortiumLedger>>
ConsortiumLedger::open(const ConsortiumFile &file, const Nodes &nodes, TrustStore *trust,
                       const Clock &clock, const RemoteOptions &options) {
    std::unique_ptr<ConsortiumLedger> out(new ConsortiumLedger(file, nodes, trust, clock, options));
    out->m_client.emplace(out->m_anchor, out->m_lightOptions, clock);
    APRICOT_TRY(out->load());
    // Only once something is kept does a device go on from there.
    if (out->m_pinned.empty() && out->m_client->trail().empty()) out->m_toBegin = file.checkpoint;
    return out;
}

// CBOR [the checkpoint's block or empty, trail], both JSON arrays.
Result<> ConsortiumLedger::load() {
    if (!m_trust) return {};
    APRICOT_TRY_ASSIGN(kept, m_trust->load());
    if (!kept) return {};
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(*kept, {comet::largestLightBlock * 4, 2}));
    APRICOT_TRY(in.array());
    APRICOT_TRY_ASSIGN(pinnedJson, in.text());
    APRICOT_TRY_ASSIGN(trailJson, in.text());
    APRICOT_TRY_ASSIGN(pinned, comet::readLightBlocks(pinnedJson));
    APRICOT_TRY_ASSIGN(trail, comet::readLightBlocks(trailJson));
    if (!pinned.empty()) {
        APRICOT_TRY_ASSIGN(anchor, comet::trustByHash(pinned[0], pinned[0].commit.block.hash));
        m_anchor = std::move(anchor);
        m_pinned = std::move(pinned);
        m_client.emplace(m_anchor, m_lightOptions, m_clock);
    }
    return m_client->resume(std::move(trail));
}

Result<> ConsortiumLedger::save() {
    if (!m_trust) return {};
    cbor::Writer out;
    out.array(2).text(comet::toJson(m_pinned)).text(comet::toJson(m_client->trail()));
    return m_trust->save(out.take());
}

std::vector<comet::LightBlockSource *> ConsortiumLedger::sourcesFrom(std::size_t first) const {
    std::vector<comet::LightBlockSource *> out{m_nodes[first].get()};
    for (std::size_t i = 1; i < m_nodes.size(); ++i) {
        const auto &node = m_nodes[(first + i) % m_nodes.size()];
        if (node->operatedBy() != m_nodes[first]->operatedBy()) out.push_back(node.get());
    }
    return out;
}

std::size_t ConsortiumLedger::operators() const {
    std::set<std::string> out;
    for (const auto &node : m_nodes) out.insert(node->operatedBy());
    return out.size();
}

Result<LightBlock> ConsortiumLedger::trustHeight(std::size_t first, std::int64_t height) {
    const std::int64_t before = m_client->latest().height;
    auto block = m_client->trust(height, sourcesFrom(first));
    if (!block && block.error().code == ErrorCode::LightWitnessDisagrees && m_trust)
        APRICOT_TRY(m_trust->keepEvidence(viewOf(m_client->evidence())));
    if (block && m_client->latest().height != before) APRICOT_TRY(save());
    return block;
}

Result<ProvenAnswer> ConsortiumLedger::queryFrom(std::size_t first, ByteView key) {
    return m_buckets.query(key,
                           [&](const StatePrefix &prefix) { return bucketFrom(first, prefix); });
}

Result<ProvenPrefix> ConsortiumLedger::bucketFrom(std::size_t first, const StatePrefix &prefix) {
    APRICOT_TRY_ASSIGN(answer, m_nodes[first]->queryPrefix(prefix));
    if (answer.height < m_least || answer.height > INT64_MAX - 1)
        return stale(m_nodes[first]->name());
    APRICOT_TRY_ASSIGN(block, trustHeight(first, static_cast<std::int64_t>(answer.height) + 1));
    const UnixTime age = m_clock.now() - block.header.time.seconds;
    if (age > m_options.freshness)
        return fail(ErrorCode::LedgerTooQuiet,
                    m_nodes[first]->name() + ": " + std::to_string(age) + " s");
    std::vector<LightBlock> shown = m_pinned;
    shown.insert(shown.end(), m_client->trail().begin(), m_client->trail().end());
    // The trail ends with the newest trusted block, which is the one that names the state.
    const std::string json = comet::toJson(shown);
    const ByteView view = viewOf(json);
    answer.header.assign(view.begin(), view.end());
    APRICOT_TRY(verifyPrefixProof(answer.proof,
                                  Digest::from(block.header.appHash).value_or(Digest{}), prefix));
    // Its block is verified, and so is the height: what a node merely says never comes here.
    m_least = answer.height;
    return answer;
}

Result<ProvenAnswer> ConsortiumLedger::query(ByteView key) {
    const std::scoped_lock lock(m_mutex);
    APRICOT_TRY(begin());
    if (auto kept = m_buckets.kept(key, m_least)) return std::move(*kept);
    return firstOf(m_nodes, [&](std::size_t i) { return queryFrom(i, key); });
}

Result<ProvenPrefix> ConsortiumLedger::queryPrefix(const StatePrefix &prefix) {
    const std::scoped_lock lock(m_mutex);
    APRICOT_TRY(begin());
    return firstOf(m_nodes, [&](std::size_t i) { return bucketFrom(i, prefix); });
}

Result<std::size_t> ConsortiumLedger::prefixBits() {
    const std::scoped_lock lock(m_mutex);
    APRICOT_TRY(begin());
    return firstOf(m_nodes, [&](std::size_t i) {
        return m_buckets.bits([&](const StatePrefix &prefix) { return bucketFrom(i, prefix); });
    });
}

Result<VerifiedAnswer> ConsortiumLedger::verify(const ProvenAnswer &answer) const {
    comet::Trusted anchor;
    {
        const std::scoped_lock lock(m_mutex);
        anchor = m_anchor;
    }
    return comet::verifyConsortiumAnswer(answer, anchor, m_lightOptions);
}

// The memory of accepted transactions is part of the state: a proof of it is proof of acceptance.
// One node may be behind, or show an older truth: each is asked, first the one that said so.
Result<Outcome> ConsortiumLedger::confirmed(std::size_t first, ByteView transaction,
                                            const Outcome &said) {
    APRICOT_TRY_ASSIGN(submitted, decodeTransaction(transaction));
    const Bytes key = seenKey(sha256(submitted.body));
    std::optional<Height> absentAt;
    std::optional<Error> failure;
    const std::scoped_lock lock(m_mutex);
    APRICOT_TRY(begin());
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const auto answer = queryFrom((first + i) % m_nodes.size(), key);
        if (!answer) {
            if (!mayAskAnother(answer.error().code)) return answer.error();
            if (!failure) failure = answer.error();
            continue;
        }
        // Height and time are the proof's: what the node says of them nobody has signed.
        if (answer->value)
            return Outcome{
                answer->height, m_client->latest().time.seconds, {}, {}, sha256(transaction)};
        absentAt = std::max(absentAt.value_or(0), answer->height);
    }
    if (!absentAt) return *failure;
    if (!said.accepted()) return said;
    if (*absentAt < said.height) return stale(m_nodes[first]->name());
    return lied(notInState);
}

Result<Outcome> ConsortiumLedger::submit(ByteView transaction) {
    std::map<decltype(Outcome::refusal), std::set<std::string>> refusedBy;
    std::optional<std::string> alone;
    std::optional<Error> failure;
    const std::size_t needed = std::min(m_options.refusalsNeeded, operators());
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        auto said = m_nodes[i]->submit(transaction);
        if (!said) {
            failure = said.error();
            continue;
        }
        // Already carried out: by an earlier attempt of ours, of which the answer got lost.
        if (said->accepted() || said->refusal == Refusal::TransactionReplayed) {
            auto outcome = confirmed(i, transaction, *said);
            if (outcome && outcome->accepted()) return outcome;
            if (!outcome) failure = outcome.error();
            if (!outcome && !mayAskAnother(outcome.error().code)) return outcome;
            if (!outcome) continue;
        }
        std::set<std::string> &by = refusedBy[said->refusal];
        by.insert(m_nodes[i]->operatedBy());
        // A refusal stands in no block that could be shown: of what was said, the reason counts.
        if (by.size() >= needed)
            return Outcome{0, m_clock.now(), said->refusal, std::move(said->detail),
                           sha256(transaction)};
        alone = m_nodes[i]->name() + ": " + std::string(nameOf(said->refusal));
    }
    if (alone)
        return fail(ErrorCode::RefusalUnconfirmed, *alone); // the others are silent, or differ
    const std::scoped_lock lock(m_mutex);
    m_buckets.forget(); // it may be done, and its answer lost
    return *failure;
}

Ledger::Subscription ConsortiumLedger::watch(Height from,
                                             std::function<void(const LedgerEvent &)> told) {
    return following(m_nodes, m_chainId, from, std::move(told));
}

Result<comet::Checkpoint> ConsortiumLedger::checkpoint() {
    APRICOT_TRY(query(consortiumKey())); // brings the trail up to date
    const std::scoped_lock lock(m_mutex);
    return comet::checkpointOf(m_client->trail().empty() ? m_pinned.front()
                                                         : m_client->trail().back());
}

Result<> ConsortiumLedger::trustCheckpoint(const comet::Checkpoint &checkpoint) {
    if (checkpoint.chainId != m_chainId)
        return fail(ErrorCode::CheckpointForOtherChain, checkpoint.chainId);
    const std::scoped_lock lock(m_mutex);
    return take(checkpoint);
}

// Where the file says, once, before anything else is asked.
Result<> ConsortiumLedger::begin() {
    if (!m_toBegin) return {};
    return take(comet::Checkpoint(*m_toBegin));
}

Result<> ConsortiumLedger::take(const comet::Checkpoint &checkpoint) {
    std::optional<Error> refused;
    std::string evidence;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        auto block = m_client->adopt(checkpoint, sourcesFrom(i));
        if (block) {
            APRICOT_TRY_ASSIGN(anchor, comet::trustedBy(*block, checkpoint));
            m_anchor = std::move(anchor);
            m_pinned = {std::move(*block)};
            m_toBegin.reset();
            m_buckets.forget(); // what leads to them begins elsewhere
            return save();
        }
        const ErrorCode code = block.error().code;
        if (code == ErrorCode::CheckpointContradicts || code == ErrorCode::LightWitnessDisagrees)
            evidence = m_client->evidence();
        if (!refused || code == ErrorCode::CheckpointContradicts) refused = block.error();
        if (!mayAskAnother(code)) break;
    }
    if (!evidence.empty() && m_trust) APRICOT_TRY(m_trust->keepEvidence(viewOf(evidence)));
    return *refused;
}

Result<std::unique_ptr<SingleLedger>> SingleLedger::open(const ConsortiumFile &file,
                                                         const Nodes &nodes, TrustStore *trust,
                                                         const Clock &clock,
                                                         const SingleOptions &options) {
    std::unique_ptr<SingleLedger> out(new SingleLedger(file, nodes, trust, clock, options));
    if (!trust) return out;
    APRICOT_TRY_ASSIGN(kept, trust->load());
    if (!kept) return out;
    APRICOT_TRY_ASSIGN(header, verifyHeader(*kept, out->m_key, out->m_chainId));
    out->m_newest = std::move(header);
    out->m_signed = std::move(*kept);
    return out;
}

// Under m_mutex, as bucket.
Result<> SingleLedger::take(ByteView signedHeader, const Header &header, const Node &node) {
    if (header.height < m_newest.height) return stale(node.name());
    if (header == m_newest) return {};
    if (header.height == m_newest.height || header.time < m_newest.time) {
        cbor::Writer both;
        both.array(2).bytes(m_signed).bytes(signedHeader);
        if (m_trust) APRICOT_TRY(m_trust->keepEvidence(both.take()));
        return lied("its ledger's key signed two truths");
    }
    m_newest = header;
    m_signed.assign(signedHeader.begin(), signedHeader.end());
    return m_trust ? m_trust->save(m_signed) : Result<>();
}

Result<ProvenPrefix> SingleLedger::bucket(const StatePrefix &prefix) {
    return firstOf(m_nodes, [&](std::size_t i) -> Result<ProvenPrefix> {
        APRICOT_TRY_ASSIGN(answer, m_nodes[i]->queryPrefix(prefix));
        APRICOT_TRY_ASSIGN(header, verifyHeader(answer.header, m_key, m_chainId));
        APRICOT_TRY(verifyPrefixProof(answer.proof, header.stateRoot, prefix));
        APRICOT_TRY(take(answer.header, header, *m_nodes[i]));
        answer.height = header.height; // the height beside the answer is unsigned
        return answer;
    });
}

Result<Outcome> SingleLedger::submit(ByteView transaction) {
    auto sent = firstOf(m_nodes, [&](std::size_t i) { return m_nodes[i]->submit(transaction); });
    const std::scoped_lock lock(m_mutex);
    m_buckets.forget(); // what was done from here is seen at once, also when the answer was lost
    APRICOT_TRY_ASSIGN(said, std::move(sent));
    // Already carried out: by an earlier attempt of ours, of which the answer got lost.
    if (!said.accepted() && said.refusal != Refusal::TransactionReplayed) return said;
    APRICOT_TRY_ASSIGN(submitted, decodeTransaction(transaction));
    APRICOT_TRY_ASSIGN(answer,
                       m_buckets.query(seenKey(sha256(submitted.body)),
                                       [&](const StatePrefix &prefix) { return bucket(prefix); }));
    if (answer.value) return Outcome{answer.height, m_newest.time, {}, {}, sha256(transaction)};
    if (!said.accepted()) return said;
    return lied(notInState);
}

Result<ProvenPrefix> SingleLedger::queryPrefix(const StatePrefix &prefix) {
    const std::scoped_lock lock(m_mutex);
    return bucket(prefix);
}

Result<ProvenAnswer> SingleLedger::query(ByteView key) {
    const std::scoped_lock lock(m_mutex);
    if (auto kept = m_buckets.kept(key, m_newest.height)) return std::move(*kept);
    return m_buckets.query(key, [&](const StatePrefix &prefix) { return bucket(prefix); });
}

Result<std::size_t> SingleLedger::prefixBits() {
    const std::scoped_lock lock(m_mutex);
    return m_buckets.bits([&](const StatePrefix &prefix) { return bucket(prefix); });
}

Result<VerifiedAnswer> SingleLedger::verify(const ProvenAnswer &answer) const {
    return verifyAnswer(answer, m_key, m_chainId);
}

Ledger::Subscription SingleLedger::watch(Height from,
                                         std::function<void(const LedgerEvent &)> told) {
    return following(m_nodes, m_chainId, from, std::move(told));
}

} // namespace apricot::gateway
