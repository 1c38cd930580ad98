// SPDX-License-Identifier: GPL-3.0-or-later
// Start-up of the cryptographic library, with known-answer checks. Call once before anything else.
#pragma once

#include "base/result.h"

namespace apricot {

// Initialises libsodium, switches core dumps off, and checks every primitive Apricot uses against a
// published known answer. CryptoSelfTestFailed means that nothing may go on.
[[nodiscard]] Result<> startCrypto();

} // namespace apricot
