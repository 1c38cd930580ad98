// SPDX-License-Identifier: GPL-3.0-or-later
// Where packages wait. The host hands one out, with its half of the key, only when the ledger's
// committed state shows a redemption of that grant by the organisation that asks, and destroys it
// on revocation and expiry.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "consent/grant.h"

namespace apricot {

using Locator = decltype(GrantPrivate::locator);

struct Deposit {
    Locator locator;
    Bytes publicPart; // the grant it belongs to; its expiry bounds how long the package is kept
    Bytes package;
    Bytes mailboxHalf; // 32 bytes
};

struct Collected {
    Bytes package;
    SymmetricKey mailboxHalf;
};

class Mailbox {
  public:
    virtual ~Mailbox() = default;
    // MailboxRefusedDeposit: malformed grant, locator taken, too large, over quota.
    [[nodiscard]] virtual Result<> deposit(const Deposit &deposit) = 0;
    // `request` is signed by a desk key of the organisation (exchange/collect_request.h).
    // PackageNotThere, CollectionRefused (no redemption of this grant by this organisation).
    [[nodiscard]] virtual Result<Collected> collect(ByteView request) = 0;
    // Destroys what a revocation or the clock has ended; returns how many.
    [[nodiscard]] virtual Result<std::size_t> sweep() = 0;
    // To the pseudonym's inbox: sealed and signed messages from clinics, oldest first.
    [[nodiscard]] virtual Result<> post(const SealKey &inbox, ByteView sealed) = 0;
    [[nodiscard]] virtual Result<std::vector<Bytes>> fetch(const SealKey &inbox) = 0;
};

} // namespace apricot
