// SPDX-License-Identifier: GPL-3.0-or-later
// A hospital that joins the validators signs the proposal with its validator's key, and so shows
// that it has it.
#pragma once

#include "base/result.h"

#include <span>
#include <string>

namespace apricot::node {

// "--sign FILE --validator-key FILE [--yes]", in any order; the key is CometBFT's
// priv_validator_key.json. Shows in words what the proposal does, asks at the terminal, and adds
// the signature to the file; how many there are then; --yes answers ahead. It signs nothing but a
// change of validators that lets this key in. ProposalUnclear: another proposal; ProposalNotAgreed:
// refused, or nobody at a terminal could be asked; NodeOptionsUnclear: also a file without such a
// key; TransactionMalformed; the files' errors.
[[nodiscard]] Result<std::size_t> signProposal(std::span<const std::string> words);

} // namespace apricot::node
