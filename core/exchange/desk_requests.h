// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a desk may have what it asks for, by the ledger's committed state: one rule for packages
// and for shares.
#pragma once

#include "base/file.h"
#include "exchange/collect_request.h"
#include "exchange/host_keys.h"
#include "ledger/state_keys.h"

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>

namespace apricot {

inline constexpr UnixTime openFor = 24 * 3600; // seconds after a redemption

struct Admitted {
    CollectRequest request;
    Organisation organisation; // active, the desk one of its own
};

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
    // `file` remembers what was answered, also when the host starts anew and for other processes of
    // the same host; it is made when needed. One that is there and cannot be read: nothing is
    // answered, with that error, lest something be answered twice.
    DeskRequests(StateReader &ledger, const Clock &clock, const VerifyKey &host,
                 std::filesystem::path file);
    // CollectRequestMalformed; CollectionRefused: not of this moment, for another host, by nobody's
    // desk. Thread-safe, as all of it.
    [[nodiscard]] Result<Admitted> admit(ByteView request);
    // CollectionRefused unless this organisation redeemed the grant within openFor, and the grant
    // has not ended.
    [[nodiscard]] Result<> mayOpen(const GrantPublic &grant, const Admitted &by);
    // Notes that it is answered. DeskRequestAnswered: it was before; CollectionRefused: the
    // organisation has had all that one is answered within the window; the file errors.
    [[nodiscard]] Result<> spend(const CollectRequest &request);
    [[nodiscard]] static Error refused(const char *why);

  private:
    StateReader &m_ledger;
    const Clock &m_clock;
    VerifyKey m_host;
    std::filesystem::path m_file; // of entries: time (8 bytes, big-endian), organisation, nonce
    std::mutex m_mutex;
    using Seen = std::map<CollectNonce, UnixTime>;
    std::map<OrganisationId, Seen> m_seen; // while a request of that time is admitted
    std::size_t m_lines = 0;               // of the file
    std::optional<FileMark> m_mark;        // of the file that m_seen is of
    [[nodiscard]] Result<> readIfChanged();
    void forgetPast();
    [[nodiscard]] Result<> note(const CollectRequest &request);
};

// A node's share of a redeemed grant's second half, sealed to the organisation that asks.
// The errors of DeskRequests; CollectionRefused also when the month's key is not there (it was
// deleted) or does not open the share.
[[nodiscard]] Result<Bytes> releaseShare(DeskRequests &requests, HostKeys &keys, ByteView request);

} // namespace apricot
