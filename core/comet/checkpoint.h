// SPDX-License-Identifier: GPL-3.0-or-later
// A checkpoint: the hash of one block, taken from somewhere trusted (a hospital's screen, a device
// of one's own), by which a phone that slept for too long trusts the chain again. As a code:
// "APRICOT:C1:" and base45 (RFC 9285) of CBOR [chain id, height, time, hash].
#pragma once

#include "comet/light_verify.h"

namespace apricot::comet {

struct Checkpoint {
    std::string chainId;
    std::int64_t height = 0;
    UnixTime time = 0;
    Bytes hash; // 32 bytes
    bool operator==(const Checkpoint &) const = default;
};

inline constexpr std::string_view checkpointPrefix = "APRICOT:C1:";
[[nodiscard]] std::string toText(const Checkpoint &checkpoint);
// CheckpointMalformed.
[[nodiscard]] Result<Checkpoint> readCheckpoint(std::string_view text);
[[nodiscard]] Checkpoint checkpointOf(const LightBlock &block);
// For people to compare: "4F1A 09C2 77BE 13D0", the first 8 bytes of the hash.
[[nodiscard]] std::string fingerprintOf(const Checkpoint &checkpoint);
// The block that a checkpoint names: its hash, chain and time are the checkpoint's, it agrees with
// itself, its validators signed it. LightBlockInvalid, LightTooFewSignatures.
[[nodiscard]] Result<Trusted> trustedBy(const LightBlock &block, const Checkpoint &checkpoint);

} // namespace apricot::comet
