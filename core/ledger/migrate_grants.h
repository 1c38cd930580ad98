// SPDX-License-Identifier: GPL-3.0-or-later
// Grants as version 2 of the rules left them, brought to version 3.
#pragma once

#include "ledger/migrations.h"

namespace apricot {

// Until version 3 a grant's one leaf, under its pseudonym and id, held its first and its latest 16
// openings. Each becomes a leaf of its own under (subject, signer, id), where the pseudonym is
// both; what was dropped in between was counted only, and its leaves say so. The index of each
// subject's grants is built, in order of their ids. The ends of delegations go: they stood under
// hashes of signed delegations of a form that is no longer read, so nothing could look them up, and
// no grant under such a delegation is accepted any more. At most about 12,000 leaves a block, in
// order of the old keys; nothing that version 2 accepts changes them meanwhile. StateMalformed.
[[nodiscard]] Result<Migrated> bringOpenings(const CommittedState &committed, const StateView &now);

} // namespace apricot
