// SPDX-License-Identifier: GPL-3.0-or-later
// Commitment proofs in the form of ICS 23, so that other chains and auditors can check our state
// with the verifiers they have: ours given in that form, and any of the known trees verified.
#pragma once

#include "ledger/proof.h"

namespace apricot::comet {

// How a tree hashes, and what its inner nodes must look like.
enum class TreeKind : std::uint8_t { Iavl, Tendermint, Jellyfish };

// Does the proof show that `key` has `value` (nothing: is absent) under `root`? Ics23Refused.
[[nodiscard]] Result<> verifyIcs23(TreeKind tree, ByteView proof, ByteView root, ByteView key,
                                   const std::optional<Bytes> &value);

// A proof of presence from our state tree. Ics23Refused when it does not end at the key.
[[nodiscard]] Result<Bytes> toIcs23(const StateProof &proof, ByteView key, ByteView value);

} // namespace apricot::comet
