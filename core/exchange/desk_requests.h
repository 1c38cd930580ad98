// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a desk may have what it asks for, by the ledger's committed state: one rule for packages
// and for shares.
#pragma once

#include "exchange/collect_request.h"
#include "exchange/host_keys.h"
#include "ledger/state_keys.h"

#include <map>
#include <mutex>

namespace apricot {

inline constexpr UnixTime openFor = 24 * 3600; // seconds after a redemption

struct Admitted {
    CollectRequest request;
    Organisation organisation; // active, the desk one of its own
};

// Revoked, itself or through a delegation.
[[nodiscard]] Result<bool> isEnded(StateReader &ledger, const GrantPublic &grant);
// The latest redemption of a grant and how many there were; nothing: not redeemed.
struct Redeemed {
    OrganisationId organisation;
    std::uint32_t used = 0, uses = 1;
    UnixTime latest = 0;
};
[[nodiscard]] Result<std::optional<Redeemed>> redeemed(StateReader &ledger,
                                                       const GrantPublic &grant);

class DeskRequests {
  public:
    DeskRequests(StateReader &ledger, const Clock &clock, const VerifyKey &host)
        : m_ledger(ledger), m_clock(clock), m_host(host) {}
    // CollectRequestMalformed; CollectionRefused: not of this moment, for another host, by nobody's
    // desk. Thread-safe, as all of it.
    [[nodiscard]] Result<Admitted> admit(ByteView request);
    // The redemption by this organisation, younger than openFor, of a grant that has not ended;
    // else CollectionRefused.
    [[nodiscard]] Result<Redeemed> mayOpen(const GrantPublic &grant, const Admitted &by);
    // Notes that it was answered; CollectionRefused the second time.
    [[nodiscard]] Result<> spend(const CollectRequest &request);
    [[nodiscard]] static Error refused(const char *why);

  private:
    StateReader &m_ledger;
    const Clock &m_clock;
    VerifyKey m_host;
    std::mutex m_mutex;
    std::map<CollectNonce, UnixTime> m_seen; // within the window, of desks on the ledger
};

// A node's share of a redeemed grant's second half, sealed to the organisation that asks.
// The errors of DeskRequests; CollectionRefused also when the month's key is not there (it was
// deleted) or does not open the share.
[[nodiscard]] Result<Bytes> releaseShare(DeskRequests &requests, HostKeys &keys, ByteView request);

} // namespace apricot
