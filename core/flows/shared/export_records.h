// SPDX-License-Identifier: GPL-3.0-or-later
// Taking records out of a vault again, every resource byte for byte as it came in.
#pragma once

#include "base/progress.h"
#include "vault/vault.h"

namespace apricot {

// The file that was imported as source `number` (Vault::sources), the same bytes (a gzip file comes
// back unpacked). SourceMissing, and the vault's errors.
[[nodiscard]] Result<std::string> exportSource(Vault &vault, std::int64_t number);

// Every record as it stands now, as one FHIR R4 Bundle of type collection, newest first; `before`
// are resources that stand before them. ExportCancelled.
[[nodiscard]] Result<std::string> exportAll(Vault &vault, const Progress &progress = {},
                                            const std::vector<std::string> &before = {});

} // namespace apricot
