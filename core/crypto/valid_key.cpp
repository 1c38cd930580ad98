// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/valid_key.h"

#include <sodium.h>

namespace apricot {

bool isValidKey(const VerifyKey &key) {
    return crypto_core_ed25519_is_valid_point(key.bytes.data()) == 1;
}

} // namespace apricot
