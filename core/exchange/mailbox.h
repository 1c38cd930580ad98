// SPDX-License-Identifier: GPL-3.0-or-later
// Where packages wait, and where the shares of their keys are released. A host hands out a package
// or its share only while the ledger's committed state shows a fresh redemption of that grant by
// the organisation that asks.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "exchange/collect_request.h"
#include "exchange/notices.h"

#include <functional>

namespace apricot {

struct Deposit {
    VerifyKey host; // whose mailbox it is for
    Locator locator;
    Bytes publicPart; // the grant it belongs to
    Bytes package;
    Signature signature; // by the grant's signer over all of that
    std::string source;  // as the host saw it, not on the wire; empty: this machine
};
// Over host, locator, package and grant: nobody else takes the person's place, at no other host.
[[nodiscard]] Deposit signDeposit(Deposit deposit, const SigningKey &signer);
[[nodiscard]] bool isSignedBy(const Deposit &deposit, const VerifyKey &signer);

// A host, as it names itself: for requests, and for a ledger whose state names no nodes.
struct HostFacts {
    VerifyKey id;
    std::vector<MonthKey> keys; // ascending
};

// What came of requests for shares: every answer, so that whoever joins them can tell true from
// false; more than one a request when several say that they are the host.
struct Released {
    struct Answer {
        std::size_t request = 0; // its place in what was asked
        Bytes sealed;
    };
    std::vector<Answer> answers;
    std::optional<Error> failure; // the first
};

// Whether what came is what the grant names; may be empty.
using CheckPackage = std::function<Result<>(ByteView file)>;

class Mailbox {
  public:
    virtual ~Mailbox() = default;
    // Those that answer, at least one; else the error of the connection.
    [[nodiscard]] virtual Result<std::vector<HostFacts>> hosts() = 0;
    // DepositForged: not signed by the grant's signer, or for another mailbox.
    // MailboxRefusedDeposit: malformed grant, locator taken, too large, over quota, a clinic that
    // the host does not act for. PackageOfEndedGrant: expired, or ended on the ledger. The same
    // deposit again is taken.
    [[nodiscard]] virtual Result<> deposit(const Deposit &deposit) = 0;
    // `request` is signed by a desk key of the organisation (exchange/collect_request.h).
    // What does not pass `check` is not taken: another host may have the true one. PackageNotThere,
    // CollectionRefused, DeskRequestAnswered, the errors of `check`.
    [[nodiscard]] virtual Result<Bytes> collect(ByteView request,
                                                const CheckPackage &check = {}) = 0;
    // The same, but a host that does not see the redemption yet is not waited for.
    [[nodiscard]] virtual Result<Bytes> collectAtOnce(ByteView request,
                                                      const CheckPackage &check = {}) {
        return collect(request, check);
    }
    // Shares from the hosts that the requests name, sealed to the organisation.
    [[nodiscard]] virtual Released release(const std::vector<Bytes> &requests) = 0;
    // Destroys what a revocation or the clock has ended, a bounded piece of it; returns how many.
    [[nodiscard]] virtual Result<std::size_t> sweep() = 0;
    // To the pseudonym's inbox: sealed and signed messages from clinics. `source`: as Deposit's.
    [[nodiscard]] virtual Result<> post(const SealKey &inbox, ByteView sealed,
                                        const std::string &source = {}) = 0;
    // What waits in an inbox, one after the other, of one host oldest first. The error of `take`.
    [[nodiscard]] virtual Result<> fetchEach(const SealKey &inbox, const KnownMessage &known,
                                             const TakeMessage &take) = 0;
    // All of it at once.
    [[nodiscard]] Result<std::vector<Bytes>> fetch(const SealKey &inbox,
                                                   const KnownMessage &known = {}) {
        std::vector<Bytes> out;
        APRICOT_TRY(fetchEach(inbox, known, [&out](Bytes message) -> Result<> {
            out.push_back(std::move(message));
            return {};
        }));
        return out;
    }
    // For whoever serves this mailbox to others; what merely stands before one tells nothing.
    // What lies under a prefix behind a place, a page of it.
    [[nodiscard]] virtual Result<Notices> notices(const StatePrefix & /*under*/,
                                                  const NoticePlace & /*after*/) {
        return Notices();
    }
    // At most pieceBytes of a message from `offset` on; none: it ends there, or does not wait here.
    [[nodiscard]] virtual Result<Bytes> piece(const Digest & /*id*/, std::uint64_t /*offset*/) {
        return Bytes();
    }
};

} // namespace apricot
