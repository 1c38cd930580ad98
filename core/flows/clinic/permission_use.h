// SPDX-License-Identifier: GPL-3.0-or-later
// How a clinic uses a permission, at a counter and from the command line alike: its package is seen
// to wait, the use is spent on the ledger, the records are opened; and what the clinic's vault
// keeps of it: the code (so that a power cut loses nothing), the receipt, and in its log who did
// what for what purpose and where the records went. No record, no patient's name.
#pragma once

#include "flows/clinic/redeem.h"
#include "vault/vault.h"

namespace apricot {

struct Destination {
    Place place = Place::Screen;
    std::string folder; // of Files
};

struct SpentUse {
    ProvenAnswer receipt;
    Bytes package; // when it is here already
};
// Spends one use, after the package was seen to wait or came `beside` the code. The code is kept
// first, and what is asked of the ledger: when the power fails, or the ledger's answer does not
// come, openAtDesk goes on, and spending again takes the use that was asked for before. `staff`:
// who is signed in; empty: nobody. PackageHashDiffers: another's package; the errors of
// packageWaits and redeem; the vault's.
[[nodiscard]] Result<SpentUse> spendUse(Vault &clinic, const Inspection &inspection,
                                        const Desk &desk, std::string_view staff, Ledger &ledger,
                                        Mailbox &mailbox, const Clock &clock, Random &random,
                                        Bytes beside = {});
// Opens what was redeemed, now or before, and notes it before anybody has it. The errors of
// openRecords, the vault's.
[[nodiscard]] Result<std::vector<std::string>>
openAtDesk(Vault &clinic, const Inspection &inspection, const Desk &desk, std::string_view staff,
           const Destination &to, Mailbox &mailbox, const Clock &clock, Random &random,
           Bytes package = {});

// Into the log, under the permission: "export", "ask" ... `what` is a plain ASCII word.
[[nodiscard]] Result<> noteUnder(Vault &clinic, const Inspection &inspection, const Event &event,
                                 std::string_view staff, std::string_view what);
// The same of a letter of that kind, which also stands with the visit.
[[nodiscard]] Result<> noteLetter(Vault &clinic, const Inspection &inspection,
                                  std::string_view staff, std::string_view what);
// What a visit held in memory was erased. `why` is a plain ASCII word.
[[nodiscard]] Result<> noteErased(Vault &clinic, std::string_view grant, std::string_view why);
// A use of it was spent here and its receipt is kept.
[[nodiscard]] Result<bool> isRedeemedHere(Vault &clinic, const GrantId &grant);

// The codes that are kept, by the grant's id in hex: each opens again until its records are due.
[[nodiscard]] Result<std::vector<std::string>> keptCodes(Vault &clinic);
// VisitOver: it is not, or no more.
[[nodiscard]] Result<std::string> keptCode(Vault &clinic, std::string_view grant);
[[nodiscard]] Result<> forgetCode(Vault &clinic, std::string_view grant);
[[nodiscard]] Result<> forgetDueCodes(Vault &clinic, const Clock &clock);

} // namespace apricot
