// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/desk_requests.h"

#include "crypto/hash.h"
#include "crypto/seal.h"

#include <cstdlib>

namespace apricot {
namespace {

constexpr std::size_t mostSeen = 100'000; // of desks that are known: about 8 MB

} // namespace

Error DeskRequests::refused(const char *why) {
    return fail(Code::CollectionRefused, why);
}

Result<bool> isEnded(StateReader &ledger, const GrantPublic &grant) {
    APRICOT_TRY_ASSIGN(tombstone, ledger.standing(tombstoneKey(grant.pseudonym, grant.id)));
    if (tombstone) return true;
    for (const Bytes &delegation : grant.delegations) {
        APRICOT_TRY_ASSIGN(ended, ledger.standing(delegationTombstoneKey(sha256(delegation))));
        if (ended) return true;
    }
    return false;
}

Result<std::optional<Redeemed>> redeemed(StateReader &ledger, const GrantPublic &grant) {
    APRICOT_TRY_ASSIGN(value, ledger.standing(grantKey(grant.pseudonym, grant.id)));
    if (!value) return std::optional<Redeemed>();
    APRICOT_TRY_ASSIGN(state, decodeGrantState(*value));
    return std::optional(
        Redeemed{state.organisation, state.used, state.uses,
                 state.latest.empty() ? state.first.time : state.latest.back().time});
}

Result<Admitted> DeskRequests::admit(ByteView request) {
    APRICOT_TRY_ASSIGN(asked, verifyCollectRequest(request));
    if (asked.host != m_host) return refused("the request is for another host");
    const UnixTime now = m_clock.now();
    if (asked.time < now - collectWindow || asked.time > now + collectWindow)
        return refused("the request is not of this moment");
    APRICOT_TRY_ASSIGN(value, m_ledger.standing(organisationKey(asked.organisation)));
    if (!value) return refused("unknown organisation");
    APRICOT_TRY_ASSIGN(organisation, decodeOrganisation(*value));
    if (organisation.status != OrganisationStatus::Active)
        return refused("the organisation is suspended");
    if (!std::ranges::binary_search(organisation.deskKeys, asked.desk))
        return refused("the desk key is not the organisation's");
    return Admitted{std::move(asked), std::move(organisation)};
}

Result<Redeemed> DeskRequests::mayOpen(const GrantPublic &grant, const Admitted &by) {
    APRICOT_TRY_ASSIGN(opened, redeemed(m_ledger, grant));
    if (!opened) return refused("not redeemed");
    if (opened->organisation != by.organisation.id) return refused("redeemed by another");
    if (m_clock.now() >= opened->latest + openFor)
        return refused("redeemed more than 24 hours ago");
    APRICOT_TRY_ASSIGN(ended, isEnded(m_ledger, grant));
    if (ended) return refused("the grant has ended");
    return *opened;
}

Result<> DeskRequests::spend(const CollectRequest &request) {
    const UnixTime now = m_clock.now();
    const std::scoped_lock lock(m_mutex);
    if (m_seen.size() >= mostSeen)
        std::erase_if(m_seen,
                      [&](const auto &entry) { return entry.second < now - collectWindow; });
    if (m_seen.size() >= mostSeen) return refused("too many requests at once");
    if (!m_seen.emplace(request.nonce, request.time).second)
        return refused("the request was answered before");
    return {};
}

Result<Bytes> releaseShare(DeskRequests &requests, HostKeys &keys, ByteView request) {
    APRICOT_TRY_ASSIGN(admitted, requests.admit(request));
    const auto *wanted = std::get_if<WantedShare>(&admitted.request.wanted);
    const auto grant = wanted ? verifyPublicPart(wanted->publicPart)
                              : Result<GrantPublic>(DeskRequests::refused("no share is asked for"));
    if (!grant) return grant.error();
    APRICOT_TRY(requests.mayOpen(*grant, admitted));
    APRICOT_TRY_ASSIGN(key, keys.keyOf(wanted->share.month));
    if (!key) return DeskRequests::refused("the month's key is not here");
    const auto share = openShare(wanted->share, *key, keys.id(), bindingOf(*grant));
    if (!share) return DeskRequests::refused("the share is not this host's");
    APRICOT_TRY(requests.spend(admitted.request));
    return seal(admitted.organisation.sealing, share->view());
}

} // namespace apricot
