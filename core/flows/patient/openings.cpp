// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/patient/openings.h"

#include "crypto/hash.h"
#include "exchange/desk_requests.h"
#include "flows/patient/share.h"
#include "flows/shared/grant_ledger.h"
#include "ledger/receipt.h"

#include <algorithm>

namespace apricot {
namespace {

constexpr std::size_t timeSize = 8; // of the block, in seconds, big-endian

std::string proofName(ByteView key) {
    return toHex(sha256(key).view());
}

} // namespace

Result<std::optional<Bytes>> Witness::ask(ByteView key) {
    VerifiedAnswer verified;
    ProvenAnswer answer;
    if (m_ledger) {
        APRICOT_TRY_ASSIGN(asked, m_ledger->query(key));
        answer = std::move(asked);
        APRICOT_TRY_ASSIGN(seen, m_ledger->verify(answer));
        verified = std::move(seen);
    } else {
        APRICOT_TRY_ASSIGN(kept, m_kept->get(spaces::proofs, proofName(key)));
        if (!kept || kept->size() < timeSize) {
            m_isMissing = true;
            m_answers.try_emplace(Bytes(key.begin(), key.end()));
            return std::optional<Bytes>();
        }
        // It was verified before it was kept, and the vault is this person's own.
        APRICOT_TRY_ASSIGN(read, decodeAnswer(kept->view().subspan(timeSize)));
        answer = std::move(read);
        verified = {static_cast<UnixTime>(fromBigEndian(kept->view().first(timeSize))),
                    answer.height, answer.key, answer.value};
    }
    if (m_answers.empty() || verified.height < m_height) {
        m_asOf = verified.time;
        m_height = verified.height;
    }
    const Bytes name(key.begin(), key.end());
    m_times[name] = verified.time;
    m_answers.insert_or_assign(name, std::move(answer));
    return std::move(verified.value);
}

Result<> Witness::knows(const GrantPublic &grant) const {
    return m_ledger ? standsOn(*m_ledger, grant) : Result<>();
}

Result<> Witness::keepIn(Vault &vault) const {
    for (const auto &[key, answer] : m_answers) {
        Bytes kept;
        append(kept, bigEndian<timeSize>(static_cast<std::uint64_t>(m_times.at(key))));
        append(kept, encodeAnswer(answer));
        APRICOT_TRY(vault.put(spaces::proofs, proofName(key), kept));
    }
    return {};
}

namespace {

// What else is told of a grant, once its openings are known.
Result<Opening> complete(Grant grant, GrantOpenings seen, Witness &witness) {
    const GrantPublic &open = grant.open;
    Opening out;
    APRICOT_TRY_ASSIGN(ending, endingOf(open, witness.look()));
    Bytes endKey = tombstoneKey(open.signer, open.id);
    // A spare that went to another organisation is not this person's act.
    if (ending.why == Refusal::GrantRevoked || ending.why == Refusal::DelegationRevoked) {
        endKey = ending.key;
        APRICOT_TRY_ASSIGN(value, witness.look()(endKey));
        APRICOT_TRY_ASSIGN(mark, decodeMark(value.value_or(Bytes())));
        out.ended = mark;
    }
    out.state = seen.state;
    out.openings = std::move(seen.openings);
    out.asOf = witness.asOf();
    out.height = witness.height();
    out.receipt = witness.answers().at(grantKey(open));
    out.endReceipt = witness.answers().at(endKey);
    out.grant = std::move(grant);
    return out;
}

} // namespace

Result<Opening> openingOf(Grant grant, Ledger &ledger, std::vector<RedemptionLeaf> known) {
    Witness witness(ledger);
    return openingBy(witness, std::move(grant), std::move(known));
}

Result<Opening> openingBy(Witness &witness, Grant grant, std::vector<RedemptionLeaf> known) {
    const GrantPublic &open = grant.open;
    APRICOT_TRY(witness.knows(open));
    APRICOT_TRY_ASSIGN(
        seen, openingsOf(open.subject, {open.signer, open.id}, witness.look(), std::move(known)));
    return complete(std::move(grant), std::move(seen), witness);
}

Result<Opening> latestOpeningOf(Grant grant, Ledger &ledger) {
    Witness witness(ledger);
    APRICOT_TRY(witness.knows(grant.open));
    GrantOpenings seen;
    APRICOT_TRY_ASSIGN(value, witness.look()(grantKey(grant.open)));
    if (value) {
        APRICOT_TRY_ASSIGN(state, decodeGrantState(*value));
        APRICOT_TRY_ASSIGN(
            latest,
            latestOpening(grant.open.subject, {grant.open.signer, grant.open.id}, witness.look()));
        seen = {state, {latest}};
    }
    return complete(std::move(grant), std::move(seen), witness);
}

UnixTime fetchableUntil(const Opening &seen) {
    const bool timed = !seen.openings.empty() && seen.openings.back();
    return timed ? seen.openings.back()->time + openFor : 0;
}

Reach reachOf(const GrantPublic &grant, const Opening *seen, UnixTime now) {
    // The last moment at which it could be opened is before its expiry.
    if (seen == nullptr) return now < grant.expiry + openFor ? Reach::Unknown : Reach::Over;
    if (seen->ended) return Reach::Ended;
    if (now < grant.expiry && (!seen->state || seen->state->used < seen->state->uses))
        return Reach::Open;
    if (!everyOpeningIsIn(seen) && now < grant.expiry + openFor) return Reach::Unknown;
    return now < fetchableUntil(*seen) ? Reach::Fetch : Reach::Over;
}

bool everyOpeningIsIn(const Opening *seen) {
    if (seen == nullptr) return false;
    const bool isUsedUp = seen->state && seen->state->used >= seen->state->uses;
    return !seen->isKept || seen->ended || isUsedUp || seen->asOf >= seen->grant.open.expiry;
}

Result<std::vector<Opening>> openings(Vault &vault, Ledger &ledger) {
    APRICOT_TRY_ASSIGN(given, signedGrants(vault, ledger.chainId()));
    std::vector<Opening> out;
    for (const SignedGrant &one : given) {
        APRICOT_TRY_ASSIGN(grant, verifyGrant(one));
        APRICOT_TRY_ASSIGN(opening, openingOf(std::move(grant), ledger));
        out.push_back(std::move(opening));
    }
    return out;
}

Result<OwnGrants> ownGrants(const std::vector<SignedGrant> &given) {
    OwnGrants out;
    for (const SignedGrant &one : given) {
        APRICOT_TRY_ASSIGN(open, verifyPublicPart(one.publicPart));
        if (open.subject == open.signer) out[open.subject].insert({open.signer, open.id});
    }
    return out;
}

Result<std::vector<UntoldOpening>> untoldBy(Witness &witness, const VerifyKey &subject,
                                            const std::set<GrantName> &own) {
    const Look look = witness.look();
    APRICOT_TRY_ASSIGN(untold, everyOpening(subject, look, [&](const GrantName &name) {
                           return !own.contains(name);
                       }));
    std::vector<UntoldOpening> out;
    for (SubjectsGrant &one : untold) {
        UntoldOpening opening{subject, one.name, *one.seen.state, {}, {}, 0, 0};
        opening.openings = std::move(one.seen.openings);
        APRICOT_TRY_ASSIGN(value, look(organisationKey(opening.state.organisation)));
        if (value) {
            APRICOT_TRY_ASSIGN(organisation, decodeOrganisation(*value));
            opening.organisation = std::move(organisation);
        }
        opening.asOf = witness.asOf();
        opening.height = witness.height();
        out.push_back(std::move(opening));
    }
    return out;
}

Result<std::vector<UntoldOpening>> untoldOpenings(Vault &vault, Ledger &ledger) {
    APRICOT_TRY_ASSIGN(given, signedGrants(vault, ledger.chainId()));
    APRICOT_TRY_ASSIGN(own, ownGrants(given));
    std::vector<UntoldOpening> out;
    for (const auto &[subject, grants] : own) {
        Witness witness(ledger);
        APRICOT_TRY_ASSIGN(untold, untoldBy(witness, subject, grants));
        std::ranges::move(untold, std::back_inserter(out));
    }
    return out;
}

} // namespace apricot
