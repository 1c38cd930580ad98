// SPDX-License-Identifier: GPL-3.0-or-later
// Version 3 of the rules: what each organisation is, its desks' professions and levels, and the
// index of all.
#pragma once

#include "ledger/migrations.h"

namespace apricot {

// Every organisation in its new form and in the index, at most organisationsOfABlock of them a
// block. StateMalformed: one of version 2 cannot be read; the state's errors.
inline constexpr std::size_t organisationsOfABlock = 1000;
[[nodiscard]] Result<Migrated> bringOrganisations(const CommittedState &committed,
                                                  const StateView &now);

} // namespace apricot
