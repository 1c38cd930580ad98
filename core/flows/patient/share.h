// SPDX-License-Identifier: GPL-3.0-or-later
// The patient shares: choose, see exactly what will be opened and in which words (the rehearsal),
// sign.
#pragma once

#include "consent/text.h"
#include "exchange/holders.h"
#include "exchange/mailbox.h"
#include "ledger/ledger.h"
#include "ledger/state_keys.h"
#include "vault/vault.h"
#include "wallet/wallet.h"

namespace apricot {

struct ShareChoice {
    OrganisationId clinic;
    Scope scope;
    Purpose purpose = Purpose::Treatment;
    UnixTime expiry = 0;
    std::uint32_t uses = 1;
    UnixTime eraseBy = 0;
    std::int16_t utcOffsetMinutes = 0;
};

struct Rehearsal {
    Organisation clinic;
    std::vector<RecordRow> records; // exactly these, and no other
    std::vector<RecordRow> closed;  // chosen by kind and date, but more private than the level
    ConsentText words;
    Digest
        contents; // SHA-256 of each record's SHA-256, in that order: what was looked at is signed
    Grant grant;  // all of it but the package
    Holders holders; // of the second half of its key; none: the mailbox's own host
};

// What would be opened. ClinicNotOnLedger, ClinicMayNotOpen (the purpose, or so private a level),
// NothingToShare, and the ledger's and vault's errors.
[[nodiscard]] Result<Rehearsal> rehearse(Vault &vault, Ledger &ledger, const ShareChoice &choice,
                                         const Clock &clock, Random &random);
// A code and its package. `waits`: why the clinic's mailbox does not have that yet
// (ClinicMailboxOutOfReach); then it waits in the vault (flows/patient/parcel.h), or travels beside
// the code.
struct Shared : SignedGrant {
    Bytes package;
    std::optional<Error> waits;
};
// Signs what was rehearsed, leaves the package in the mailbox, and notes the grant in the vault.
// RecordsChanged when a record is no longer what it was in the rehearsal. A mailbox out of reach
// changes nothing of that; when it refuses the package, MailboxRefusedDeposit is returned and
// nothing was given: the grant is forgotten again. HoldersUnknown.
[[nodiscard]] Result<Shared> share(Vault &vault, const Wallet &wallet, Mailbox &mailbox,
                                   Rehearsal rehearsal, Random &random);

// Every grant this vault gave, latest first; asks nobody.
struct Given {
    Grant grant;
    std::string clinic; // its name when the grant was given; empty: not known here
};
[[nodiscard]] Result<std::vector<Given>> grantsGiven(Vault &vault);
[[nodiscard]] Result<Given> grantGiven(Vault &vault, const GrantId &grant); // GrantUnknownHere
// The code of a grant that was given, to be shown again. GrantUnknownHere.
[[nodiscard]] Result<SignedGrant> signedGrantOf(Vault &vault, const GrantId &grant);

// All by number, or those that stand on one ledger.
[[nodiscard]] Result<std::vector<SignedGrant>>
signedGrants(Vault &vault, const std::optional<std::string> &chain = {});

// Ends a grant for good, redeemed or not: when and in which block. GrantUnknownHere,
// GrantOnOtherLedger, a refusal of the ledger (refusal.h).
[[nodiscard]] Result<Outcome> revoke(Vault &vault, const Wallet &wallet, Ledger &ledger,
                                     Mailbox &mailbox, const GrantId &grant, const Clock &clock,
                                     Random &random);

} // namespace apricot
