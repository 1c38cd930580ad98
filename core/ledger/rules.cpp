// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/rules.h"

#include "codec/cbor.h"
#include "crypto/hash.h"

namespace apricot {
namespace {

template <class T>
bool contains(const std::vector<T> &items, const T &item) {
    return std::find(items.begin(), items.end(), item) != items.end();
}

// One transaction against one state.
class Rules {
  public:
    Rules(const StateView &state, const BlockContext &block, const CheckedTransaction &checked)
        : m_state(state), m_block(block), m_checked(checked) {}

    Result<Writes> apply() {
        APRICOT_TRY(mayBeRead());
        APRICOT_TRY(std::visit([this](const auto &action) { return allow(action); },
                               m_checked.transaction.action));
        APRICOT_TRY(remember());
        return std::move(m_writes);
    }

  private:
    // Rules for every transaction.
    Result<> mayBeRead() {
        if (m_checked.malformed) return *m_checked.malformed;
        const Transaction &t = m_checked.transaction;
        APRICOT_TRY(isForThisChain(t.chainId));
        if (m_block.time >= t.notAfter) return fail(Code::TransactionExpired, times(t.notAfter));
        if (t.notAfter - m_block.time > longestTransactionLife)
            return fail(Code::TransactionTooLongLived, times(t.notAfter));
        APRICOT_TRY_ASSIGN(seen, m_state.value(seenKey(m_checked.bodyDigest)));
        if (seen) return fail(Code::TransactionReplayed);
        if (!m_checked.allVerified) return fail(Code::TransactionForged);
        return {};
    }

    // The rules of redemption, in the order of README.md.
    Result<> allow(const Redeem &redeem) {
        APRICOT_TRY(isDeskOf(redeem.organisation));
        APRICOT_TRY(countQuota(redeem.organisation));
        const Result<GrantPublic> &verified = *m_checked.grant;
        if (!verified) return verified.error(); // GrantMalformed, GrantForged, DelegationRefused
        const GrantPublic &grant = verified.value();
        APRICOT_TRY(isForThisChain(grant.chainId));
        if (grant.audience != redeem.organisation) return fail(Code::GrantForOtherOrganisation);
        if (m_block.time + notBeforeGrace < grant.notBefore)
            return fail(Code::GrantNotYetValid, times(grant.notBefore));
        if (m_block.time >= grant.expiry) return fail(Code::GrantExpired, times(grant.expiry));
        if (!contains(m_organisation.purposes, grant.purpose)) return fail(Code::PurposeNotAllowed);
        if (grant.level > m_organisation.clearance) return fail(Code::ClearanceTooLow);
        for (const VerifyKey &revoker : {grant.subject, grant.signer}) {
            APRICOT_TRY_ASSIGN(tombstone, m_state.value(tombstoneKey(revoker, grant.id)));
            if (tombstone) return fail(Code::GrantRevoked);
        }
        for (const Digest &digest : m_checked.delegations) {
            APRICOT_TRY_ASSIGN(ended, m_state.value(delegationTombstoneKey(digest)));
            if (ended) return fail(Code::DelegationRevoked);
        }
        return countRedemption(redeem, grant);
    }

    Result<> countRedemption(const Redeem &redeem, const GrantPublic &grant) {
        const Bytes key = grantKey(grant);
        APRICOT_TRY_ASSIGN(before, m_state.value(key));
        const Redemption now{m_checked.signers.front(), m_block.time, m_block.height};
        // Uses and expiry are those of this grant: two grants signed under one id share a counter,
        // so a second one opens no more than it says itself.
        GrantState counted{redeem.organisation, 0, grant.uses, grant.expiry, now, {}};
        if (before) {
            APRICOT_TRY_ASSIGN(state, decodeGrantState(*before));
            counted.used = state.used;
            counted.first = state.first;
            counted.latest = std::move(state.latest);
        }
        if (counted.used >= grant.uses)
            return fail(Code::GrantUsedUp,
                        std::to_string(counted.used) + " of " + std::to_string(grant.uses));
        ++counted.used;
        if (counted.latest.size() == redemptionsKept) counted.latest.erase(counted.latest.begin());
        counted.latest.push_back(now);
        m_writes[key] = encode(counted);
        return {};
    }

    Result<> allow(const Revoke &revoke) {
        APRICOT_TRY(isSignedByOnly(revoke.pseudonym));
        return markOnce(tombstoneKey(revoke.pseudonym, revoke.grant));
    }

    Result<> allow(const RevokeDelegation &revoke) {
        APRICOT_TRY(isSignedByOnly(revoke.delegator));
        if (!m_checked.delegationIsSigners) return notAuthorised("not the delegator");
        return markOnce(delegationTombstoneKey(sha256(revoke.delegation)));
    }

    Result<> allow(const AnchorRecord &anchor) {
        APRICOT_TRY(isDeskOf(anchor.organisation));
        APRICOT_TRY(countQuota(anchor.organisation));
        return markOnce(anchorKey(anchor.organisation, anchor.commitment));
    }

    Result<> allow(const RegisterOrganisation &action) {
        APRICOT_TRY(isSignedByQuorum());
        const Bytes key = organisationKey(action.organisation.id);
        APRICOT_TRY_ASSIGN(standing, m_state.value(key));
        if (standing) return fail(Code::OrganisationExists);
        if (action.organisation.status != OrganisationStatus::Active)
            return invalidOrganisation("a new organisation is active");
        return store(action.organisation);
    }

    Result<> allow(const ChangeKeys &change) {
        APRICOT_TRY(findOrganisation(change.organisation));
        if (!isSignedBy(m_organisation.admin)) APRICOT_TRY(isSignedByQuorum());
        m_organisation.admin = change.admin;
        m_organisation.deskKeys = change.deskKeys;
        m_organisation.sealing = change.sealing;
        return store(m_organisation);
    }

    Result<> allow(const SuspendOrganisation &suspend) {
        return setStatus(suspend.organisation, OrganisationStatus::Suspended);
    }
    Result<> allow(const ReinstateOrganisation &reinstate) {
        return setStatus(reinstate.organisation, OrganisationStatus::Active);
    }

    Result<> setStatus(const OrganisationId &id, OrganisationStatus status) {
        APRICOT_TRY(isSignedByQuorum());
        APRICOT_TRY(findOrganisation(id));
        m_organisation.status = status;
        return store(m_organisation);
    }

    Result<> store(const Organisation &organisation) {
        if (!isValid(organisation)) return invalidOrganisation("a field is out of its limits");
        m_writes[organisationKey(organisation.id)] = encode(organisation);
        return {};
    }

    Result<> allow(const ChangeValidators &action) {
        APRICOT_TRY(isSignedByQuorum());
        APRICOT_TRY_ASSIGN(value, m_state.value(validatorsKey()));
        if (!value) return invalidValidators("this ledger has none");
        APRICOT_TRY_ASSIGN(standing, decodeValidators(*value));
        std::map<VerifyKey, std::uint32_t> power;
        for (const ChainValidator &validator : standing) power[validator.key] = validator.power;
        for (const ChainValidator &change : action.changes) power[change.key] = change.power;
        ChainValidators validators;
        for (const auto &[key, weight] : power)
            if (weight != 0) validators.push_back({key, weight});
        if (!isValid(validators)) return invalidValidators("number or power");
        m_writes[validatorsKey()] = encode(validators);
        return {};
    }

    Result<> allow(const ChangeConsortium &action) {
        APRICOT_TRY(isSignedByQuorum());
        const Consortium changed{m_block.chainId, action.admins, action.quorum};
        APRICOT_TRY_ASSIGN(version, rulesVersionIn(m_state));
        if (!isValid(changed) || (version.current < 2) != (action.quota == 0))
            return fail(Code::ConsortiumInvalid);
        m_writes[consortiumKey()] = encode(changed);
        if (action.quota != 0) m_writes[quotaKey()] = encodeQuota(action.quota);
        return {};
    }

    // The next version only, and in time for everybody to hear of it.
    Result<> allow(const ScheduleRules &action) {
        APRICOT_TRY(isSignedByQuorum());
        APRICOT_TRY_ASSIGN(version, rulesVersionIn(m_state));
        if (action.version != version.current + 1 || action.from <= m_block.height)
            return fail(Code::RulesNotInOrder, "now version " + std::to_string(version.current)
                                                   + ", height " + std::to_string(m_block.height));
        version.next = action.version;
        version.from = action.from;
        m_writes[rulesVersionKey()] = encode(version);
        return {};
    }

    // A flood of one organisation's transactions is bounded, however many desks send them.
    Result<> countQuota(const OrganisationId &id) {
        APRICOT_TRY_ASSIGN(limit, m_state.value(quotaKey()));
        if (!limit) return {};
        APRICOT_TRY_ASSIGN(quota, decodeQuota(*limit));
        QuotaUse use{m_block.time / 3600, 0};
        APRICOT_TRY_ASSIGN(value, m_state.value(quotaUseKey(id)));
        if (value) {
            APRICOT_TRY_ASSIGN(standing, decodeQuotaUse(*value));
            if (standing.hour == use.hour) use.used = standing.used;
        }
        if (use.used >= quota)
            return fail(Code::QuotaUsedUp, std::to_string(quota) + " in an hour");
        ++use.used;
        m_writes[quotaUseKey(id)] = encode(use);
        return {};
    }

    // The first mark stands: its time is the proof of when.
    Result<> markOnce(const Bytes &key) {
        APRICOT_TRY_ASSIGN(standing, m_state.value(key));
        if (!standing) m_writes[key] = encode(Mark{m_block.time, m_block.height});
        return {};
    }

    Result<> findOrganisation(const OrganisationId &id) {
        APRICOT_TRY_ASSIGN(value, m_state.value(organisationKey(id)));
        if (!value) return fail(Code::OrganisationUnknown, toHex(id.view()));
        APRICOT_TRY_ASSIGN(organisation, decodeOrganisation(*value));
        m_organisation = std::move(organisation);
        return {};
    }

    Result<> isDeskOf(const OrganisationId &id) {
        APRICOT_TRY(findOrganisation(id));
        if (m_organisation.status != OrganisationStatus::Active)
            return fail(Code::OrganisationSuspended, toHex(id.view()));
        if (m_checked.signers.size() != 1
            || !contains(m_organisation.deskKeys, m_checked.signers.front()))
            return fail(Code::DeskKeyUnknown);
        return {};
    }

    [[nodiscard]] bool isSignedBy(const VerifyKey &key) const {
        return contains(m_checked.signers, key);
    }

    Result<> isSignedByOnly(const VerifyKey &key) {
        if (m_checked.signers.size() != 1 || !isSignedBy(key)) return notAuthorised("another key");
        return {};
    }

    Result<> isSignedByQuorum() {
        APRICOT_TRY_ASSIGN(value, m_state.value(consortiumKey()));
        if (!value) return notAuthorised("no consortium");
        APRICOT_TRY_ASSIGN(consortium, decodeConsortium(*value));
        std::size_t signedBy = 0;
        for (const VerifyKey &signer : m_checked.signers)
            if (contains(consortium.admins, signer)) ++signedBy;
        if (signedBy < consortium.quorum)
            return notAuthorised(std::to_string(signedBy) + " of "
                                 + std::to_string(consortium.quorum));
        return {};
    }

    Result<> isForThisChain(const std::string &chainId) {
        if (chainId != m_block.chainId) return fail(Code::WrongChain, m_block.chainId);
        return {};
    }

    // Replays: an accepted body is remembered until its notAfter, when the clock refuses it. The
    // memory is a queue in the state; each transaction puts one in and takes at most two out, so it
    // never holds much more than what was accepted during the longest life.
    Result<> remember() {
        std::uint64_t first = 0;
        std::uint64_t end = 0;
        APRICOT_TRY_ASSIGN(queue, m_state.value(seenQueueKey()));
        if (queue) {
            APRICOT_TRY_ASSIGN(in, cbor::Reader::create(*queue));
            APRICOT_TRY(in.array());
            APRICOT_TRY_ASSIGN(oldFirst, in.unsignedInteger());
            APRICOT_TRY_ASSIGN(oldEnd, in.unsignedInteger());
            first = oldFirst;
            end = oldEnd;
        }
        for (int taken = 0; taken < 2 && first < end; ++taken, ++first) {
            APRICOT_TRY_ASSIGN(slot, m_state.value(seenSlotKey(first)));
            if (!slot) break;
            APRICOT_TRY_ASSIGN(in, cbor::Reader::create(*slot));
            APRICOT_TRY(in.array());
            APRICOT_TRY_ASSIGN(body, in.fixed<Digest>());
            APRICOT_TRY_ASSIGN(notAfter, in.integer());
            if (m_block.time < notAfter) break;
            m_writes[seenKey(body)] = std::nullopt;
            m_writes[seenSlotKey(first)] = std::nullopt;
        }
        const UnixTime notAfter = m_checked.transaction.notAfter;
        m_writes[seenKey(m_checked.bodyDigest)] = cbor::Writer().integer(notAfter).take();
        m_writes[seenSlotKey(end)] =
            cbor::Writer().array(2).bytes(m_checked.bodyDigest.view()).integer(notAfter).take();
        m_writes[seenQueueKey()] =
            cbor::Writer().array(2).unsignedInteger(first).unsignedInteger(end + 1).take();
        return {};
    }

    static Error notAuthorised(std::string why) {
        return fail(Code::NotAuthorised, std::move(why));
    }
    static Error invalidOrganisation(std::string why) {
        return fail(Code::OrganisationInvalid, std::move(why));
    }
    static Error invalidValidators(std::string why) {
        return fail(Code::ValidatorsInvalid, std::move(why));
    }
    [[nodiscard]] std::string times(UnixTime limit) const {
        return "block time " + toRfc3339(m_block.time) + ", limit " + toRfc3339(limit);
    }

    const StateView &m_state;
    const BlockContext &m_block;
    const CheckedTransaction &m_checked;
    Organisation m_organisation;
    Writes m_writes;
};

} // namespace

Result<std::optional<Bytes>> Overlay::value(ByteView key) const {
    const auto it = m_writes.find(Bytes(key.begin(), key.end()));
    if (it != m_writes.end()) return it->second;
    return m_base.value(key);
}

void Overlay::add(Writes &&writes) {
    for (auto &[key, value] : writes) m_writes[key] = std::move(value);
}

namespace {

// Version 2: every organisation has a quota.
constexpr std::uint32_t firstQuota = 3600;

Writes migrateTo2() {
    return {{quotaKey(), encodeQuota(firstQuota)}};
}

} // namespace

Result<RulesVersion> rulesVersionIn(const StateView &state) {
    APRICOT_TRY_ASSIGN(value, state.value(rulesVersionKey()));
    if (!value) return RulesVersion{};
    return decodeRulesVersion(*value);
}

Result<Writes> beginBlock(const StateView &state, const BlockContext &block) {
    APRICOT_TRY_ASSIGN(version, rulesVersionIn(state));
    const bool changes = version.from != 0 && block.height >= version.from;
    if ((changes ? version.next : version.current) > latestRules)
        return fail(Code::RulesTooNew, "version " + std::to_string(version.next));
    if (!changes) return Writes();
    Writes writes = migrateTo2(); // the only step there is
    writes[rulesVersionKey()] = encode(RulesVersion{version.next, version.next, 0});
    return writes;
}

Result<Writes> applyRules(const StateView &state, const BlockContext &block,
                          const CheckedTransaction &transaction) {
    return Rules(state, block, transaction).apply();
}

bool isHostFailure(Code code) {
    return code == Code::RulesTooNew || code == Code::LedgerUnavailable
           || code == Code::LedgerDamaged || code == Code::StateMalformed;
}

} // namespace apricot
