// SPDX-License-Identifier: GPL-3.0-or-later
// The words by which organisations' roles, professions and desks are typed.
#pragma once

#include "cli/arguments.h"
#include "ledger/organisation.h"

namespace apricot::cli {

[[nodiscard]] Result<Role> roleIn(const std::string &name);             // CommandUnclear
[[nodiscard]] Result<Profession> professionIn(const std::string &name); // CommandUnclear
// "own|KEY[:PROFESSION[:LEVEL]],..."; `own` is this vault's desk, and a level that is not named is
// the organisation's. CommandUnclear.
[[nodiscard]] Result<std::vector<DeskKey>> desksIn(const std::string &list, const VerifyKey &own,
                                                   Level clearance);

} // namespace apricot::cli
