// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/remote_ledger.h"

#include "codec/cbor.h"
#include "comet/consortium_receipt.h"
#include "crypto/hash.h"
#include "ledger/receipt.h"
#include "ledger/transaction.h"

#include <thread>

namespace apricot::gateway {
namespace {

using comet::LightBlock;

constexpr std::chrono::milliseconds watchPause{500};

// Tells what a node says of its blocks, checked as far as a transaction can be.
void follow(const std::stop_token &stop, const Nodes &nodes, const std::string &chainId,
            Height next, const std::function<void(const LedgerEvent &)> &told) {
    while (!stop.stop_requested()) {
        const auto body = firstOf(nodes, [&](std::size_t i) {
            return nodes[i]->get("/v1/events?from=" + std::to_string(next));
        });
        const auto blocks = body ? decodeEvents(*body) : body.error();
        if (blocks)
            for (const BlockEvents &block : *blocks) {
                if (block.height != next) break;
                ++next;
                for (const Bytes &transaction : block.transactions) {
                    const CheckedTransaction checked = checkTransaction(transaction);
                    if (checked.allVerified && checked.transaction.chainId == chainId)
                        told({block.height, 0, transaction});
                }
            }
        if (!blocks || blocks->empty()) std::this_thread::sleep_for(watchPause);
    }
}

Ledger::Subscription following(const Nodes &nodes, const std::string &chainId, Height from,
                               std::function<void(const LedgerEvent &)> told) {
    return std::make_shared<std::jthread>(
        [&nodes, chainId, from, told = std::move(told)](const std::stop_token &stop) {
            follow(stop, nodes, chainId, std::max<Height>(1, from), told);
        });
}

} // namespace

ConsortiumLedger::ConsortiumLedger(const ConsortiumFile &file, const Nodes &nodes,
                                   TrustStore *trust, const Clock &clock,
                                   const RemoteOptions &options)
    : m_chainId(file.chainId), m_nodes(nodes), m_trust(trust), m_clock(clock),
      m_options(options), m_lightOptions{file.trustingPeriod}, m_anchor(file.anchor) {}

Result<std::unique_ptr<ConsortiumLedger>>
ConsortiumLedger::open(const ConsortiumFile &file, const Nodes &nodes, TrustStore *trust,
                       const Clock &clock, const RemoteOptions &options) {
    std::unique_ptr<ConsortiumLedger> out(new ConsortiumLedger(file, nodes, trust, clock, options));
    out->m_client.emplace(out->m_anchor, out->m_lightOptions, clock);
    APRICOT_TRY(out->load());
    // Only once something is kept does a device go on from there.
    if (file.checkpoint && out->m_pinned.empty() && out->m_client->trail().empty())
        APRICOT_TRY(out->trustCheckpoint(*file.checkpoint));
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

// The node that was asked first, and the others as witnesses.
Result<LightBlock> ConsortiumLedger::trustHeight(std::size_t first, std::int64_t height) {
    std::vector<comet::LightBlockSource *> sources;
    for (std::size_t i = 0; i < m_nodes.size(); ++i)
        sources.push_back(m_nodes[(first + i) % m_nodes.size()].get());
    const std::int64_t before = m_client->latest().height;
    auto block = m_client->trust(height, sources);
    if (!block && block.error().code == Code::LightWitnessDisagrees && m_trust)
        APRICOT_TRY(m_trust->keepEvidence(viewOf(m_client->evidence())));
    if (block && m_client->latest().height != before) APRICOT_TRY(save());
    return block;
}

Result<ProvenAnswer> ConsortiumLedger::queryFrom(std::size_t first, ByteView key) {
    APRICOT_TRY_ASSIGN(answer, m_nodes[first]->query(key));
    if (!std::ranges::equal(answer.key, key))
        return decodeError({}, m_nodes[first]->name()); // it answered something else
    if (answer.height < m_least || answer.height > INT64_MAX - 1)
        return fail(Code::LedgerAnswerStale, m_nodes[first]->name());
    APRICOT_TRY_ASSIGN(block, trustHeight(first, static_cast<std::int64_t>(answer.height) + 1));
    const UnixTime age = m_clock.now() - block.header.time.seconds;
    if (age > m_options.freshness)
        return fail(Code::LedgerTooQuiet,
                    m_nodes[first]->name() + ": " + std::to_string(age) + " s");
    std::vector<LightBlock> shown = m_pinned;
    shown.insert(shown.end(), m_client->trail().begin(), m_client->trail().end());
    // The trail ends with the newest trusted block, which is the one that names the state.
    const std::string json = comet::toJson(shown);
    const ByteView view = viewOf(json);
    answer.header.assign(view.begin(), view.end());
    APRICOT_TRY(comet::verifyState(answer, block.header));
    m_least = answer.height;
    return answer;
}

Result<ProvenAnswer> ConsortiumLedger::query(ByteView key) {
    const std::scoped_lock lock(m_mutex);
    return firstOf(m_nodes, [&](std::size_t i) { return queryFrom(i, key); });
}

Result<VerifiedAnswer> ConsortiumLedger::verify(const ProvenAnswer &answer) const {
    return comet::verifyConsortiumAnswer(answer, m_anchor, m_lightOptions);
}

// The memory of accepted transactions is part of the state: a proof of it is proof of acceptance.
Result<Outcome> ConsortiumLedger::confirmed(ByteView transaction, const Outcome &said) {
    APRICOT_TRY_ASSIGN(submitted, decodeTransaction(transaction));
    Outcome out = said;
    out.transaction = sha256(transaction);
    {
        const std::scoped_lock lock(m_mutex);
        m_least = std::max(m_least, said.accepted() ? said.height : m_least);
    }
    APRICOT_TRY_ASSIGN(answer, query(seenKey(sha256(submitted.body))));
    if (answer.value) {
        if (!said.accepted()) out = Outcome{answer.height, 0, Code::None, {}, out.transaction};
        APRICOT_TRY_ASSIGN(verified, verify(answer));
        if (out.blockTime == 0 || out.blockTime > verified.time) out.blockTime = verified.time;
        return out;
    }
    if (said.accepted()) return fail(Code::NodeLied, "said to be accepted, but not in the state");
    return out;
}

Result<Outcome> ConsortiumLedger::submit(ByteView transaction) {
    std::optional<Outcome> refusal;
    std::optional<Error> failure;
    std::size_t refusals = 0;
    for (const auto &node : m_nodes) {
        auto said = node->submit(transaction);
        if (!said) {
            failure = said.error();
            continue;
        }
        // Already carried out: by an earlier attempt of ours, of which the answer got lost.
        if (said->accepted() || said->refusal == Code::TransactionReplayed) {
            auto outcome = confirmed(transaction, *said);
            if (outcome && outcome->accepted()) return outcome;
            if (!outcome) failure = outcome.error();
            if (!outcome && !mayAskAnother(outcome.error().code)) return outcome;
            if (!outcome) continue;
        }
        if (!refusal) refusal = std::move(said).value();
        if (++refusals >= std::min(m_options.refusalsNeeded, m_nodes.size())) return *refusal;
    }
    if (refusal) return *refusal; // the others are silent
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
        return fail(Code::CheckpointForOtherChain, checkpoint.chainId);
    const std::scoped_lock lock(m_mutex);
    APRICOT_TRY_ASSIGN(block, firstOf(m_nodes, [&](std::size_t i) {
                           return m_nodes[i]->lightBlock(checkpoint.height);
                       }));
    APRICOT_TRY_ASSIGN(anchor, comet::trustByHash(block, checkpoint.hash));
    m_anchor = std::move(anchor);
    m_pinned = {std::move(block)};
    m_client.emplace(m_anchor, m_lightOptions, m_clock);
    return save();
}

Result<Outcome> SingleLedger::submit(ByteView transaction) {
    return firstOf(m_nodes, [&](std::size_t i) { return m_nodes[i]->submit(transaction); });
}

Result<ProvenAnswer> SingleLedger::query(ByteView key) {
    return firstOf(m_nodes, [&](std::size_t i) -> Result<ProvenAnswer> {
        APRICOT_TRY_ASSIGN(answer, m_nodes[i]->query(key));
        APRICOT_TRY_ASSIGN(verified, verify(answer));
        if (!std::ranges::equal(verified.key, key)) return decodeError({}, m_nodes[i]->name());
        return answer;
    });
}

Result<VerifiedAnswer> SingleLedger::verify(const ProvenAnswer &answer) const {
    return verifyAnswer(answer, m_key, m_chainId);
}

Ledger::Subscription SingleLedger::watch(Height from,
                                         std::function<void(const LedgerEvent &)> told) {
    return following(m_nodes, m_chainId, from, std::move(told));
}

} // namespace apricot::gateway
