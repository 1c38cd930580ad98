// SPDX-License-Identifier: GPL-3.0-or-later
// The step from version 2 to 3: origins and visits, which stood in settings and in the log's JSON,
// come into tables of their own. What it reads is laid out as version 2 wrote it, and only here.
#pragma once

#include "vault/database.h"

namespace apricot {

[[nodiscard]] Result<> fillTypedTables(const Database &db);

} // namespace apricot
