// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator is asked to sign, in words: each thing that the proposal does, what stood
// before and what will stand.
#pragma once

#include "flows/consortium/register_words.h"
#include "ledger/transaction.h"

namespace apricot {

// Without a state the words say that what stood before was not looked up. ProposalUnclear: an
// action that is no proposal, or none that this program can tell; the state's errors.
[[nodiscard]] Result<BothLanguages> proposalText(const Action &action, StateReader *state);
// Of a proposal as it travels: how many of the signatures that it needs are there, whose are
// missing, and which do not count. The state's errors.
struct SignaturesSoFar {
    std::size_t there = 0, needed = 0;
    BothLanguages words;
};
[[nodiscard]] Result<SignaturesSoFar> signaturesSoFar(ByteView wire, StateReader &state);
[[nodiscard]] Error proposalUnclear(std::string why);
// Whether a person who was shown these words agrees. ProposalNotAgreed.
[[nodiscard]] Result<> agreedWith(bool agreed);

} // namespace apricot
