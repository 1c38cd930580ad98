// SPDX-License-Identifier: GPL-3.0-or-later
// A light client: reaches a height from what it trusts by as few signed blocks as it can, and asks
// a second node for the same block (CometBFT 0.38, spec/light-client). It keeps the way from its
// anchor, so that whatever it has believed can be shown to somebody else.
#pragma once

#include "comet/checkpoint.h"

#include <functional>

namespace apricot::comet {

// Some node: not believed, only asked.
class LightBlockSource {
  public:
    virtual ~LightBlockSource() = default;
    [[nodiscard]] virtual std::string name() const = 0;
    [[nodiscard]] virtual Result<LightBlock> lightBlock(std::int64_t height) = 0;
};

struct LightOptions {
    UnixTime trustingPeriod = UnixTime{60} * 86400;
    UnixTime clockDrift = 10;
    std::size_t mostSteps = 200; // signed blocks looked at to reach one height
};

class LightClient {
  public:
    // `anchor` is trusted as it is: genesis, or a checkpoint. The clock must outlive the client.
    LightClient(Trusted anchor, const LightOptions &options, const Clock &clock);

    // Trusts `height`, by the first of `nodes`, if another of them has the same block. With one
    // node alone nobody is asked. Errors: those of verifyStep, those of the source,
    // LightWitnessDisagrees (then `evidence()` holds both), LightWitnessMissing, LightHeightPassed.
    [[nodiscard]] Result<LightBlock> trust(std::int64_t height,
                                           const std::vector<LightBlockSource *> &nodes);

    // Takes the block that a checkpoint names as the anchor, by the first of `nodes`, if another of
    // them has the same block. It must be of this chain, not from the future, within the trusting
    // period, and above what is trusted (CheckpointPassed) or the same; and while that trust holds,
    // reachable from it (CheckpointContradicts: `evidence()` holds the block). Errors also as in
    // trust and trustedBy. Whatever fails, the trust is what it was.
    [[nodiscard]] Result<LightBlock> adopt(const Checkpoint &checkpoint,
                                           const std::vector<LightBlockSource *> &nodes);

    // The highest block that is trusted; the anchor before the first.
    [[nodiscard]] const Trusted &latest() const { return m_latest; }
    // The blocks by which latest() was reached from the anchor: one a change of validators, two a
    // trusting period, and the last itself. To be kept, and given to whoever is to believe a block
    // of it.
    [[nodiscard]] const std::vector<LightBlock> &trail() const { return m_trail; }
    // Goes on from a trail that this client itself kept safe. It is checked again, as of the times
    // in it. Errors of verifyStep.
    [[nodiscard]] Result<> resume(std::vector<LightBlock> trail);

    // A JSON array of blocks that cannot be of one chain: of one height, by two nodes; or the last
    // of the trail, if there is one, and a checkpoint's. Empty when there were none.
    [[nodiscard]] const std::string &evidence() const { return m_evidence; }

  private:
    struct Way {
        Trusted end;
        std::vector<LightBlock> blocks;
    };
    [[nodiscard]] StepRules rulesNow() const {
        return {m_options.trustingPeriod, m_options.clockDrift, {m_clock.now(), 0}};
    }
    [[nodiscard]] Result<> agreesWithTrust(const LightBlock &block, LightBlockSource &node);
    [[nodiscard]] Result<Way> reach(const LightBlock &target, LightBlockSource &node) const;
    [[nodiscard]] Result<> askWitnesses(const LightBlock &block,
                                        const std::vector<LightBlockSource *> &nodes);
    void keep(Way way);

    LightOptions m_options;
    const Clock &m_clock;
    Trusted m_latest;
    UnixTime m_start; // the anchor's time
    std::vector<LightBlock> m_trail;
    std::string m_evidence;
};

// Follows a trail from an anchor (which may stand first in it), judging trusting periods as of the
// blocks' own times: what was to be believed then is to be believed for ever. The end of it. Errors
// of verifyStep.
[[nodiscard]] Result<Trusted> followTrail(const Trusted &anchor,
                                          const std::vector<LightBlock> &trail,
                                          const LightOptions &options);

} // namespace apricot::comet
