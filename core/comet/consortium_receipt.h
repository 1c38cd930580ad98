// SPDX-License-Identifier: GPL-3.0-or-later
// An answer that a consortium stands behind: proof of the state, then the signed block that names
// that state, then whatever leads there from the anchor. It verifies offline, years later.
#pragma once

#include "comet/light_client.h"
#include "ledger/ledger.h"

namespace apricot::comet {

// Only the proof, against a block that is trusted already: of height answer.height + 1.
[[nodiscard]] Result<> verifyState(const ProvenAnswer &answer, const Header &trusted);

// `answer.header` is a JSON array of light blocks; the last is of height answer.height + 1, whose
// header names the state after answer.height. ReceiptWithoutHeader, ProofRefused, and the errors of
// followTrail.
[[nodiscard]] Result<VerifiedAnswer> verifyConsortiumAnswer(const ProvenAnswer &answer,
                                                            const Trusted &anchor,
                                                            const LightOptions &options);

} // namespace apricot::comet
