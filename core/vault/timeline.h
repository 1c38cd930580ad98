// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of records, newest first, by kind, date, level, person and words.
#pragma once

#include "vault/vault.h"

#include "vault/database.h"

namespace apricot {

[[nodiscard]] Result<std::vector<RecordRow>> listRecords(const Database &db, const Filter &filter,
                                                         const Page &page);
[[nodiscard]] Result<std::uint64_t> countRecords(const Database &db, const Filter &filter);

} // namespace apricot
