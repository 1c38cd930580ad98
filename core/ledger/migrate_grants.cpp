// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/migrate_grants.h"

#include "ledger/state_codec.h"
#include "ledger/state_keys.h"

namespace apricot {
namespace {

constexpr std::size_t keptLatest = 16;
constexpr std::size_t leavesOfABlock = 12'000; // bounds a block's memory: about 1.4 KB each

struct OldGrant {
    GrantState state;
    Redemption first;
    std::vector<Redemption> latest; // oldest first
};

// As version 2 wrote it: the redemptions stand in the grant itself.
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, OldGrant> &old) {
    archive(old.state.organisation, old.state.used, old.state.uses, old.state.expiry);
    archive(old.first, old.latest);
    archive.check(old.state.used <= mostUses && old.state.uses <= mostUses && !old.latest.empty()
                      && old.latest.size() <= keptLatest && old.latest.size() <= old.state.used,
                  "redemptions");
}

void bringOne(const VerifyKey &subject, const GrantId &id, const OldGrant &old, Writes &writes) {
    const GrantName name{subject, id};
    writes[grantKey(subject, subject, id)] = encode(old.state);
    const std::uint32_t latestFrom = old.state.used - static_cast<std::uint32_t>(old.latest.size());
    for (std::uint32_t n = 0; n < old.state.used; ++n) {
        RedemptionLeaf opened;
        if (n >= latestFrom)
            opened = old.latest[n - latestFrom];
        else if (n == 0)
            opened = old.first;
        writes[openingKey(subject, name, n)] = encode(opened);
    }
}

// How many grants of a subject are in the index: those that this block has brought, then those of
// the blocks before it.
Result<std::uint32_t> countedOf(const VerifyKey &subject, const Writes &writes,
                                const StateView &now) {
    const Bytes key = grantCountKey(subject);
    if (const auto it = writes.find(key); it != writes.end()) return decodeGrantCount(*it->second);
    APRICOT_TRY_ASSIGN(before, now.value(key));
    if (!before) return std::uint32_t{0};
    return decodeGrantCount(*before);
}

} // namespace

Result<Migrated> bringOpenings(const CommittedState &committed, const StateView &now) {
    constexpr std::size_t oldGrantKey = 1 + VerifyKey::size + GrantId::size;
    constexpr std::size_t oldDelegationEnd = 1 + Digest::size;
    Migrated out;
    Writes &writes = out.writes;
    APRICOT_TRY(committed.eachValue([&](ByteView key, ByteView value) -> Result<bool> {
        if (key[0] > 'g') return false;
        const bool isEnd = key[0] == 'd' && key.size() == oldDelegationEnd;
        const bool isGrant = key[0] == 'g' && key.size() == oldGrantKey;
        if (!isEnd && !isGrant) return true;
        out.done = writes.size() < leavesOfABlock;
        if (!out.done) return false;
        writes[Bytes(key.begin(), key.end())] = std::nullopt;
        if (isEnd) return true;
        const auto subject = VerifyKey::from(key.subspan(1, VerifyKey::size));
        const auto id = GrantId::from(key.subspan(1 + VerifyKey::size));
        APRICOT_TRY_ASSIGN(old, cbor::decode<OldGrant>(value));
        bringOne(*subject, *id, old, writes);
        APRICOT_TRY_ASSIGN(count, countedOf(*subject, writes, now));
        writes[grantNameKey(*subject, count)] = encode(GrantName{*subject, *id});
        writes[grantCountKey(*subject)] = encodeGrantCount(count + 1);
        return true;
    }));
    return out;
}

} // namespace apricot
