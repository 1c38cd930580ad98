// SPDX-License-Identifier: GPL-3.0-or-later
// An administrator's change: shown in words, agreed to, signed, handed in or passed on.
#pragma once

#include "cli/output.h"
#include "cli/stage.h"

namespace apricot::cli {

// Hands a transaction in, and says in which block it stands. A refusal of the ledger.
// What a clinic asks by and what administrators sign are taken for each other: then the file is
// told by its name. CommandUnclear; the errors of readFile, decodeTransaction, decodeOrganisation.
[[nodiscard]] Result<Bytes> proposalIn(const std::string &file);
[[nodiscard]] Result<Organisation> requestIn(const std::string &file);
// In the vault's log, once the ledger has taken it.
[[nodiscard]] Result<> noteMade(Stage &stage, const Action &action);
[[nodiscard]] Result<> submitTo(Stage &stage, ByteView transaction, Output &output);
// Shows what it does and asks, unless --yes is there. ProposalNotAgreed: refused, or nobody at a
// terminal could be asked; ProposalUnclear. Without a state, what stands now is not shown.
[[nodiscard]] Result<> agreeToProposal(const Arguments &arguments, const Action &action,
                                       StateReader *state, Output &output);
// Agreed to and handed in, or with --propose written to a file for the others to sign.
[[nodiscard]] Result<> propose(const Arguments &arguments, Action action, Output &output);
// The options of a verb that does so, with its own among them.
[[nodiscard]] std::vector<std::string_view>
proposing(std::initializer_list<std::string_view> own = {});

} // namespace apricot::cli
