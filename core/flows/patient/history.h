// SPDX-License-Identifier: GPL-3.0-or-later
// The person's whole history as one JSON document: every permission given, in the words that were
// signed, every single opening of it, whether it was ended; what else was opened under the person's
// keys; every letter that came; and the ledger's proofs, so that anybody with the ledger's key can
// check it later without this vault.
#pragma once

#include "ledger/ledger.h"
#include "vault/vault.h"

namespace apricot {

// The vault's and the ledger's errors.
[[nodiscard]] Result<std::string> exportHistory(Vault &vault, Ledger &ledger);

struct CheckedHistory {
    std::uint64_t permissions = 0, opened = 0, ended = 0, letters = 0;
    std::uint64_t untold = 0; // grants that were opened but are none of the permissions
    UnixTime asOf = 0;        // of the oldest proof in it
};
// Whether what it says of permissions, openings and endings is what the proofs in it say. `verify`
// judges one proof (ledger/receipt.h, comet/consortium_receipt.h). HistoryMalformed,
// HistoryRefused.
using VerifyProof = std::function<Result<VerifiedAnswer>(const ProvenAnswer &)>;
[[nodiscard]] Result<CheckedHistory> checkHistory(std::string_view json, const VerifyProof &verify);

} // namespace apricot
