// SPDX-License-Identifier: GPL-3.0-or-later
#include "comet/light_client.h"

namespace apricot::comet {
namespace {

// A new block makes the one before it superfluous, unless the validators change there, or the way
// from the one before that (`start`, of the first) would be longer than a step may be.
void appendStep(std::vector<LightBlock> &trail, LightBlock block, UnixTime start,
                UnixTime trustingPeriod) {
    if (!trail.empty()) {
        const Header &last = trail.back().header;
        const UnixTime from =
            trail.size() > 1 ? trail[trail.size() - 2].header.time.seconds : start;
        if (last.nextValidatorsHash == last.validatorsHash
            && last.nextValidatorsHash == block.header.validatorsHash
            && block.header.time.seconds - from < trustingPeriod / 2)
            trail.pop_back();
    }
    trail.push_back(std::move(block));
}

Error heightPassed(std::int64_t at) {
    return fail(ErrorCode::LightHeightPassed, "at " + std::to_string(at));
}

} // namespace

LightClient::LightClient(Trusted anchor, const LightOptions &options, const Clock &clock)
    : m_options(options), m_clock(clock), m_latest(std::move(anchor)),
      m_start(m_latest.time.seconds) {}

Result<LightBlock> LightClient::trust(std::int64_t height,
                                      const std::vector<LightBlockSource *> &nodes) {
    if (height < m_latest.height) return heightPassed(m_latest.height);
    APRICOT_TRY_ASSIGN(target, nodes.front()->lightBlock(height));
    if (height == m_latest.height) {
        APRICOT_TRY(trustByHash(target, m_latest.hash));
        APRICOT_TRY(isNotFromFuture(target.header.time, rulesNow()));
        return target;
    }
    APRICOT_TRY_ASSIGN(way, reach(target, *nodes.front()));
    if (way.end.height != height) return heightPassed(way.end.height);
    APRICOT_TRY(askWitnesses(target, nodes));
    keep(std::move(way));
    return target;
}

Result<LightBlock> LightClient::adopt(const Checkpoint &checkpoint,
                                      const std::vector<LightBlockSource *> &nodes) {
    if (checkpoint.height < m_latest.height)
        return fail(ErrorCode::CheckpointPassed, "at " + std::to_string(m_latest.height));
    if (checkpoint.chainId != m_latest.chainId)
        return invalidLightBlock("a checkpoint of another chain");
    APRICOT_TRY_ASSIGN(block, nodes.front()->lightBlock(checkpoint.height));
    APRICOT_TRY_ASSIGN(anchor, trustedBy(block, checkpoint));
    APRICOT_TRY(isNotFromFuture(anchor.time, rulesNow()));
    APRICOT_TRY(stillHolds(anchor.time, rulesNow()));
    APRICOT_TRY(agreesWithTrust(block, *nodes.front()));
    APRICOT_TRY(askWitnesses(block, nodes));
    m_start = anchor.time.seconds;
    m_latest = std::move(anchor);
    m_trail.clear();
    return block;
}

// What has been verified stays true when it is too old to build upon: then the order of heights and
// times is all that can be compared.
Result<> LightClient::agreesWithTrust(const LightBlock &block, LightBlockSource &node) {
    const Header &header = block.header;
    std::string how;
    if (header.height == m_latest.height) {
        if (block.commit.block.hash == m_latest.hash) return {};
        how = "another block of that height";
    } else if (header.time < m_latest.time) {
        how = "a higher block of an earlier time";
    } else {
        if (!stillHolds(m_latest.time, rulesNow())) return {};
        const auto way = reach(block, node);
        if (way) return {};
        switch (way.error().code) {
        case ErrorCode::LightBlockInvalid:
        case ErrorCode::LightBlockMalformed:
        case ErrorCode::LightBlockForOtherChain:
        case ErrorCode::LightTooFewSignatures:
        case ErrorCode::LightNotEnoughTrust:
            how = nameOf(way.error().code);
            break;
        default:
            return way.error(); // the blocks in between were not to be had
        }
    }
    std::vector<LightBlock> both;
    if (!m_trail.empty()) both.push_back(m_trail.back());
    both.push_back(block);
    m_evidence = toJson(both);
    return fail(ErrorCode::CheckpointContradicts, how);
}

// Skips as far as a third of the trusted validators carries; where it does not, a block 9/16 of the
// way is tried first.
Result<LightClient::Way> LightClient::reach(const LightBlock &target,
                                            LightBlockSource &node) const {
    const StepRules rules = rulesNow();
    Way way{m_latest, {}};
    std::vector<LightBlock> ahead{target};
    for (std::size_t steps = 0; !ahead.empty(); ++steps) {
        if (steps == m_options.mostSteps) return fail(ErrorCode::LightTooManySteps);
        auto next = verifyStep(way.end, ahead.back(), rules);
        if (next) {
            way.end = std::move(next).value();
            way.blocks.push_back(std::move(ahead.back()));
            ahead.pop_back();
            continue;
        }
        if (next.error().code != ErrorCode::LightNotEnoughTrust) return next.error();
        const std::int64_t distance = ahead.back().header.height - way.end.height;
        const std::int64_t pivot = way.end.height + std::max<std::int64_t>(1, distance * 9 / 16);
        APRICOT_TRY_ASSIGN(between, node.lightBlock(pivot));
        if (between.header.height != pivot) return next.error();
        ahead.push_back(std::move(between));
    }
    return way;
}

Result<> LightClient::askWitnesses(const LightBlock &block,
                                   const std::vector<LightBlockSource *> &nodes) {
    std::string silent;
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        const auto other = nodes[i]->lightBlock(block.header.height);
        if (!other) {
            silent += nodes[i]->name() + ": " + std::string(nameOf(other.error().code)) + "; ";
            continue;
        }
        if (hashOf(other->header) == hashOf(block.header)) return {};
        if (other->header.height != block.header.height) { // true of the chain, but not an answer
            silent += nodes[i]->name() + ": another height; ";
            continue;
        }
        // Somebody lies. Only a block that the validators signed counts against the first.
        if (const auto way = reach(*other, *nodes[i]); !way) {
            silent += nodes[i]->name() + ": " + std::string(nameOf(way.error().code)) + "; ";
            continue;
        }
        m_evidence = toJson(std::vector<LightBlock>{block, *other});
        return fail(ErrorCode::LightWitnessDisagrees,
                    nodes.front()->name() + ", " + nodes[i]->name());
    }
    if (nodes.size() > 1) return fail(ErrorCode::LightWitnessMissing, silent);
    return {};
}

void LightClient::keep(Way way) {
    m_latest = std::move(way.end);
    for (LightBlock &block : way.blocks)
        appendStep(m_trail, std::move(block), m_start, m_options.trustingPeriod);
}

Result<> LightClient::resume(std::vector<LightBlock> trail) {
    APRICOT_TRY_ASSIGN(end, followTrail(m_latest, trail, m_options));
    m_latest = std::move(end);
    m_trail = std::move(trail);
    return {};
}

Result<Trusted> followTrail(const Trusted &anchor, const std::vector<LightBlock> &trail,
                            const LightOptions &options) {
    Trusted end = anchor;
    for (const LightBlock &block : trail) {
        if (block.header.height == end.height && block.commit.block.hash == end.hash) continue;
        const StepRules rules{options.trustingPeriod, options.clockDrift, block.header.time};
        APRICOT_TRY_ASSIGN(next, verifyStep(end, block, rules));
        end = std::move(next);
    }
    return end;
}

} // namespace apricot::comet
