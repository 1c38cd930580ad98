// SPDX-License-Identifier: GPL-3.0-or-later
// Which visits a record belongs to: those of its day, else the one (Encounter) that it names.
#pragma once

#include "vault/vault.h"

namespace apricot {

// "Endocrinology, Wujin Hospital"; two at most; empty when there was none. The vault's errors.
[[nodiscard]] Result<std::string> visitsOn(Vault &vault, const Record &record);

} // namespace apricot
