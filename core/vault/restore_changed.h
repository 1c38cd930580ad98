// SPDX-License-Identifier: GPL-3.0-or-later
// A vault made from the backup of another, and changed before it has its name.
#pragma once

#include "vault/vault.h"

#include <functional>

namespace apricot {

// As Vault::restore, with its errors; `change` is made to the copy. When that fails, or the program
// is killed, there is no vault.
[[nodiscard]] Result<> restoreChanged(const std::filesystem::path &backup,
                                      const std::filesystem::path &vault,
                                      const SecretBytes &passphrase,
                                      const std::function<Result<>(Vault &)> &change,
                                      Random &random, const Clock &clock);

} // namespace apricot
