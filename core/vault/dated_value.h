// SPDX-License-Identifier: GPL-3.0-or-later
// A value in the vault with the moment it was kept or last held: for what grows old.
#pragma once

#include "vault/vault.h"

namespace apricot {

struct Dated {
    UnixTime at = 0;
    Bytes what;
};
// Nothing: there is none. The vault's errors.
[[nodiscard]] Result<std::optional<Dated>> dated(Vault &vault, const Space &space,
                                                 std::string_view name);
[[nodiscard]] Result<> keepDated(Vault &vault, const Space &space, std::string_view name,
                                 UnixTime at, ByteView what);

} // namespace apricot
