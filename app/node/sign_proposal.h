// SPDX-License-Identifier: GPL-3.0-or-later
// A hospital that joins the validators signs the proposal with its validator's key, and so shows
// that it has it.
#pragma once

#include "base/result.h"

#include <string>

namespace apricot::node {

// Adds the signature of CometBFT's priv_validator_key.json to the proposal's file; how many there
// are then. It signs nothing but a change of validators that lets this key in.
// NodeOptionsUnclear: another proposal, or no such key file; the errors of both files.
[[nodiscard]] Result<std::size_t> signProposal(const std::string &proposal,
                                               const std::string &keyFile);

} // namespace apricot::node
