// SPDX-License-Identifier: GPL-3.0-or-later
// Who must sign a change, judged once: the rules refuse by it, and what administrators are shown
// names them by it.
#pragma once

#include "ledger/action.h"

namespace apricot {

class StateView;

// From this version of the rules on, a quorum is at most two thirds, and whoever is brought in can
// sign and has. Older ones took more, and take it for ever.
inline constexpr std::uint32_t provenSince = 3;

struct Signatories {
    std::vector<VerifyKey> admins; // `quorum` of these; empty: there is no consortium
    std::uint32_t quorum = 0;
    std::vector<VerifyKey> joining; // and each of these
    std::optional<VerifyKey> alone; // or this one instead of all of them
};
// Of an action that a quorum decides, in that state. The errors of the state.
[[nodiscard]] Result<Signatories> signatoriesOf(const Action &action, const StateView &state);

// The keys that an action lets in, whether or not they are there already: administrators, new
// validators.
[[nodiscard]] std::vector<VerifyKey> keysBroughtIn(const Action &action);

} // namespace apricot
