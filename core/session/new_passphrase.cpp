// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/new_passphrase.h"

#include <algorithm>

namespace apricot {

Result<> typedTwice(const SecretBytes &one, const SecretBytes &two) {
    if (!std::ranges::equal(one.view(), two.view())) return fail(ErrorCode::PassphrasesDiffer);
    return {};
}

} // namespace apricot
