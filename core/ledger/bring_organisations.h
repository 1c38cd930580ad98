// SPDX-License-Identifier: GPL-3.0-or-later
// Version 3 of the rules: what each organisation is, its desks' professions and levels, and the
// index of all.
#pragma once

#include "ledger/block.h"

namespace apricot {

// Every organisation in its new form, and the index of them all. StateMalformed: one of version 2
// cannot be read; the state's errors.
[[nodiscard]] Result<Writes> bringOrganisations(const CommittedState &committed,
                                                const StateView &now);

} // namespace apricot
