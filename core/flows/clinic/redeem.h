// SPDX-License-Identifier: GPL-3.0-or-later
// The clinic's counter: read what a code says, redeem it on the ledger, open the package.
#pragma once

#include "base/random.h"
#include "consent/text.h"
#include "exchange/mailbox.h"
#include "flows/clinic/desk.h"
#include "ledger/ledger.h"
#include "ledger/state_keys.h"

namespace apricot {

struct Inspection {
    SignedGrant code;
    Grant grant;
    Organisation audience;
    ConsentText words;
};
// Who, what, why, until when; changes nothing. NotAGrant, the grant's errors, ClinicNotOnLedger,
// ConsentTextDiffers.
[[nodiscard]] Result<Inspection> inspect(std::string_view code, Ledger &ledger);

// The words the patient agreed to, made again from the grant. ConsentTextDiffers.
[[nodiscard]] Result<ConsentText> wordsOf(const Grant &grant, const Organisation &audience);

// Before a use is spent: whether there is a package to collect. What the ledger would refuse is
// told as such; PackageNotThere; the mailbox's and the ledger's errors. The package itself where it
// is handed out already, after a use before, for openRecords; else nothing.
[[nodiscard]] Result<Bytes> packageWaits(const Inspection &inspection, const Desk &desk,
                                         Ledger &ledger, Mailbox &mailbox, const Clock &clock,
                                         Random &random);

// One use of the grant, asked of the ledger: to be sent as it is. Sent again it is the same use.
[[nodiscard]] Bytes useOf(const Inspection &inspection, const Desk &desk, const Ledger &ledger,
                          const Clock &clock, Random &random);
// Spends it; the verified answer is the clinic's receipt. When the ledger's answer does not come,
// it is looked for by proof. A refusal of the ledger (refusal.h); UseUnsettled: it may be spent,
// and asking the same again tells; the ledger's errors.
[[nodiscard]] Result<ProvenAnswer> redeem(const Inspection &inspection, Ledger &ledger,
                                          ByteView use);
[[nodiscard]] Result<ProvenAnswer> redeem(const Inspection &inspection, const Desk &desk,
                                          Ledger &ledger, const Clock &clock, Random &random);
// The receipt of an opening of the grant by this desk since then; nothing: the ledger proves that
// there is none. The ledger's errors.
[[nodiscard]] Result<std::optional<ProvenAnswer>>
openedSince(const Inspection &inspection, const Desk &desk, Ledger &ledger, UnixTime since);

// Collects the package of a redeemed grant, and the shares of its key from the nodes that hold
// them, and opens it: the resources, byte for byte as the patient's vault has them. As often as
// needed for 24 hours, so that a counter that lost power after redeeming loses nothing. `beside`:
// the package when it is here already; else the mailboxes are asked. Shares that are missing or
// wrong do no harm while enough are right (exchange/sealed_shares.h). EraseByPassed, the mailbox's
// and the package's errors, PackageOutsideScope.
[[nodiscard]] Result<std::vector<std::string>> openRecords(const Inspection &inspection,
                                                           const Desk &desk, Mailbox &mailbox,
                                                           const Clock &clock, Random &random,
                                                           Bytes beside = {});

} // namespace apricot
