// SPDX-License-Identifier: GPL-3.0-or-later
// One step of a light client: from what is trusted to a block that its validators signed
// (CometBFT 0.38, spec/light-client/verification; the rules and their order: README.md).
#pragma once

#include "comet/light_block.h"

namespace apricot::comet {

// What the next step is checked against. Genesis is trusted at height 0 with an empty hash.
struct Trusted {
    std::string chainId;
    std::int64_t height = 0;
    Time time;
    Bytes hash;
    ValidatorSet nextValidators;
};

struct StepRules {
    UnixTime trustingPeriod = 0; // seconds after its time that a trusted block may be built upon
    UnixTime clockDrift = 10;    // seconds that a header may be ahead of our clock
    Time now;
};

// May a trusted block of that time still be built upon? LightTrustExpired.
[[nodiscard]] Result<> stillHolds(const Time &trusted, const StepRules &rules);
// LightBlockFromFuture.
[[nodiscard]] Result<> isNotFromFuture(const Time &time, const StepRules &rules);
[[nodiscard]] Error invalidLightBlock(const char *what);

// LightBlockInvalid, LightBlockForOtherChain, LightTrustExpired, LightBlockFromFuture,
// LightTooFewSignatures; LightNotEnoughTrust when a block in between may still lead there.
[[nodiscard]] Result<Trusted> verifyStep(const Trusted &from, const LightBlock &block,
                                         const StepRules &rules);

// A block whose hash is known from elsewhere (a checkpoint): it must agree with itself.
// LightBlockInvalid, LightTooFewSignatures.
[[nodiscard]] Result<Trusted> trustByHash(const LightBlock &block, ByteView hash);

} // namespace apricot::comet
