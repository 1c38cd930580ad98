// SPDX-License-Identifier: GPL-3.0-or-later
// Whether an Ed25519 key can have a signature at all: a canonical point (RFC 8032) of the main
// subgroup, not of small order. A mistyped key mostly is none.
#pragma once

#include "crypto/keys.h"

namespace apricot {

[[nodiscard]] bool isValidKey(const VerifyKey &key);

} // namespace apricot
