// SPDX-License-Identifier: GPL-3.0-or-later
// Who answers for which version of a record, told by its content: a later file under the same id
// does not pass for the word of whoever wrote the version before.
#pragma once

#include "vault/vault.h"

namespace apricot {

class Database;

inline constexpr std::size_t originsKept = 32; // versions of one record, the newest

// Vault's, on its table.
[[nodiscard]] Result<> keepOrigin(const Database &db, const RecordId &record, const Digest &content,
                                  const Origin &origin);
[[nodiscard]] Result<std::vector<VersionOrigin>> readOrigins(const Database &db,
                                                             const RecordId &record);

// SHA-256 of its JSON with the attachments in their places.
[[nodiscard]] Digest contentOf(const Record &record);
// Of the record as it stands now; Unknown where nobody answers for that. RecordMissing.
[[nodiscard]] Result<Origin> originOf(Vault &vault, const RecordId &record);

} // namespace apricot
