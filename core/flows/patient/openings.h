// SPDX-License-Identifier: GPL-3.0-or-later
// Who opened what, as the ledger proves it: every single opening of every grant that this vault
// gave, and of every other that stands under a key of this person's.
#pragma once

#include "consent/grant.h"
#include "ledger/state_keys.h"
#include "vault/vault.h"

#include <map>
#include <set>

namespace apricot {

// Asks a ledger, has each answer verified, and keeps it. Or reads what was kept in a vault, and
// asks nobody.
class Witness {
  public:
    explicit Witness(Ledger &ledger) : m_ledger(&ledger) {} // which must outlive it
    explicit Witness(Vault &kept) : m_kept(&kept) {}        // likewise
    // GrantOnOtherLedger; never of what was kept.
    [[nodiscard]] Result<> knows(const GrantPublic &grant) const;
    // To read by; lives no longer than this.
    [[nodiscard]] Look look() {
        return [this](ByteView key) { return ask(key); };
    }
    [[nodiscard]] const std::map<Bytes, ProvenAnswer> &answers() const {
        return m_answers;
    } // by key
    // Of the oldest block that answered; 0: nothing was asked.
    [[nodiscard]] UnixTime asOf() const { return m_asOf; }
    [[nodiscard]] Height height() const { return m_height; }
    // Something was looked for that was never kept: what was read is worth nothing.
    [[nodiscard]] bool isMissing() const { return m_isMissing; }
    // All that was answered, for another to read; as of when, by the blocks.
    [[nodiscard]] Result<> keepIn(Vault &vault) const;

  private:
    [[nodiscard]] Result<std::optional<Bytes>> ask(ByteView key);
    Ledger *m_ledger = nullptr;
    Vault *m_kept = nullptr;
    std::map<Bytes, ProvenAnswer> m_answers;
    std::map<Bytes, UnixTime> m_times; // of their blocks
    UnixTime m_asOf = 0;
    Height m_height = 0;
    bool m_isMissing = false;
};

struct Opening {
    Grant grant;
    std::optional<GrantState> state;      // nothing: not opened so far
    std::vector<RedemptionLeaf> openings; // every one, oldest first
    std::optional<Mark> ended;            // when and in which block it was ended for good
    UnixTime asOf = 0;                    // of the header that proves it
    Height height = 0;
    ProvenAnswer receipt;    // ledger/receipt.h
    ProvenAnswer endReceipt; // of its end, or that it has none
    bool isKept =
        false; // of the vault (flows/patient/looked_after.h): may be old, and is as of asOf
};
// The answers verified against the ledger's key; openings that were proven before are not asked for
// again. The ledger's errors.
[[nodiscard]] Result<Opening> openingOf(Grant grant, Ledger &ledger,
                                        std::vector<RedemptionLeaf> known = {});
// The same with the latest opening alone, for a list: few questions however often it was opened.
[[nodiscard]] Result<Opening> latestOpeningOf(Grant grant, Ledger &ledger);
[[nodiscard]] Result<Opening> openingBy(Witness &witness, Grant grant,
                                        std::vector<RedemptionLeaf> known = {});

// What its audience can still have of a grant, by the hosts' rule (exchange/desk_requests.h).
enum class Reach : std::uint8_t {
    Unknown, // the ledger was not asked, and it may matter
    Open,    // may be opened
    Fetch,   // no longer opened; what was opened lately can be fetched again
    Over,    // neither
    Ended    // neither: by a revocation or the end of a delegation
};
// `seen`: what the ledger proved of it, or null. Ending it changes something but for Over and
// Ended.
[[nodiscard]] Reach reachOf(const GrantPublic &grant, const Opening *seen, UnixTime now);
// Whether it was opened no more often than `seen` (or null) says: what is kept may have been proven
// too early for that.
[[nodiscard]] bool everyOpeningIsIn(const Opening *seen);
// Until when what was opened can be fetched again, unless it is ended first; 0: it was not opened.
[[nodiscard]] UnixTime fetchableUntil(const Opening &seen);

// Opened under this person's key, though this vault never made the grant: another of the person's
// devices did, or whoever decides for them. What it opened only its audience and its signer know.
struct UntoldOpening {
    VerifyKey subject;
    GrantName grant;
    GrantState state;
    std::vector<RedemptionLeaf> openings;     // every one, oldest first
    std::optional<Organisation> organisation; // that opened it; nothing: not registered any more
    UnixTime asOf = 0;
    Height height = 0;
};
[[nodiscard]] Result<std::vector<UntoldOpening>> untoldOpenings(Vault &vault, Ledger &ledger);
// Under one of the person's keys, which gave `own`.
[[nodiscard]] Result<std::vector<UntoldOpening>>
untoldBy(Witness &witness, const VerifyKey &subject, const std::set<GrantName> &own);

// The person's own keys under which this vault gave grants, each with those grants.
using OwnGrants = std::map<VerifyKey, std::set<GrantName>>;
[[nodiscard]] Result<OwnGrants> ownGrants(const std::vector<SignedGrant> &given);

// Of every grant this vault gave on that ledger, in order of their numbers.
[[nodiscard]] Result<std::vector<Opening>> openings(Vault &vault, Ledger &ledger);

} // namespace apricot
