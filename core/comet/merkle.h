// SPDX-License-Identifier: GPL-3.0-or-later
// The Merkle tree of RFC 6962 section 2.1, by which CometBFT hashes headers, validators and blocks.
#pragma once

#include "crypto/hash.h"

namespace apricot::comet {

[[nodiscard]] Digest merkleRoot(std::span<const Bytes> leaves);

} // namespace apricot::comet
