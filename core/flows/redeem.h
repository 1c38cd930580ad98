// SPDX-License-Identifier: GPL-3.0-or-later
// The clinic's counter: read what a code says, redeem it on the ledger, open the package.
#pragma once

#include "base/random.h"
#include "consent/text.h"
#include "exchange/mailbox.h"
#include "ledger/ledger.h"
#include "ledger/state_keys.h"

namespace apricot {

struct Desk {
    OrganisationId organisation;
    SigningKey signing; // a desk key of the organisation
    OpenKey opening;    // what grants are sealed to
};

struct Inspection {
    SignedGrant code;
    Grant grant;
    Organisation audience;
    ConsentText words;
};
// Who, what, why, until when; changes nothing. NotAGrant, the grant's errors, ClinicNotOnLedger,
// ConsentTextDiffers.
[[nodiscard]] Result<Inspection> inspect(std::string_view code, Ledger &ledger);

struct Opened {
    std::vector<std::string> resources; // byte for byte as the patient's vault has them
    ProvenAnswer receipt;               // the redemption, verified
};
// RedemptionRefused (its detail names the rule), the mailbox's and the package's errors,
// PackageOutsideScope.
[[nodiscard]] Result<Opened> redeem(const Inspection &inspection, const Desk &desk, Ledger &ledger,
                                    Mailbox &mailbox, const Clock &clock, Random &random);

} // namespace apricot
