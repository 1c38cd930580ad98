// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of a new passphrase, on the screens and at a terminal.
#pragma once

#include "base/result.h"
#include "crypto/secret.h"

namespace apricot {

// It is typed twice, since nobody saw it. PassphrasesDiffer.
[[nodiscard]] Result<> typedTwice(const SecretBytes &one, const SecretBytes &two);

} // namespace apricot
