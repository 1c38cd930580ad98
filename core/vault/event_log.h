// SPDX-License-Identifier: GPL-3.0-or-later
// The event log: each entry's hash covers the one before it, and the last number and hash are kept
// apart, so that a changed, missing, moved or cut-off entry is noticed.
#pragma once

#include "vault/vault.h"

#include "vault/database.h"

namespace apricot {

[[nodiscard]] Result<> appendEntry(const Database &db, UnixTime time, std::string_view kind,
                                   std::string_view body);
[[nodiscard]] Result<std::vector<LogEntry>> readLog(const Database &db, const Page &page);
[[nodiscard]] Result<> verifyEntries(const Database &db);

} // namespace apricot
