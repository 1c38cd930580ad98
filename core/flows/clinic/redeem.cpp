// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/clinic/redeem.h"

#include "base/unanswered.h"
#include "crypto/hash.h"
#include "crypto/seal.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "exchange/collect_request.h"
#include "exchange/package.h"
#include "flows/clinic/standing.h"
#include "flows/shared/directory.h"
#include "flows/shared/grant_ledger.h"
#include "ledger/receipt.h"
#include "ledger/transaction.h"
#include "records/resource.h"

namespace apricot {
namespace {

// Levels are the patient's to change, so a resource's own level proves nothing here: what the
// clinic can check is kind, date and name.
bool isInScope(const Scope &scope, const Record &record) {
    const bool dated = record.date.precision != ClinicalDate::Precision::None;
    return opens(scope, {record.id, record.kind, 0, dated, record.date.start});
}

// The request may have been heard by one of the nodes, or be carried out yet.
bool mayBeUnderWay(ErrorCode code) {
    return isUnanswered(code) || code == ErrorCode::TransactionUnsettled;
}

class Asking {
  public:
    Asking(const Inspection &inspection, const Desk &desk, Mailbox &mailbox, const Clock &clock,
           Random &random)
        : m_inspection(inspection), m_desk(desk), m_mailbox(mailbox), m_clock(clock),
          m_random(random) {}

    // Where it waits is not known here: every host is asked, also after one that lies.
    enum class Redeemed : bool { No, Yes };
    struct Package {
        Bytes file;
        ShareHeader header;
    };
    Result<Package> package(Redeemed redeemed) {
        const GrantPrivate &closed = m_inspection.grant.closed;
        APRICOT_TRY_ASSIGN(hosts, m_mailbox.hosts());
        std::optional<Error> failure;
        for (const HostFacts &host : hosts) {
            const Bytes request = signedFor(host.id, closed.locator, std::nullopt);
            // Several may say that they are this host: each is judged by what it gives.
            std::optional<ShareHeader> header;
            const CheckPackage check = [&](ByteView file) -> Result<> {
                APRICOT_TRY_ASSIGN(shares, sharesOf(file, closed.packageHash));
                header = std::move(shares);
                return {};
            };
            auto package = redeemed == Redeemed::Yes ? m_mailbox.collect(request, check)
                                                     : m_mailbox.collectAtOnce(request, check);
            if (package) return Package{std::move(*package), std::move(*header)};
            // What is said by who has it says more.
            if (!failure || failure->code == ErrorCode::PackageNotThere
                || package.error().code == ErrorCode::CollectionRefused)
                failure = package.error();
        }
        return *failure;
    }
    Result<Package> besides(Bytes file) {
        APRICOT_TRY_ASSIGN(header, sharesOf(file, m_inspection.grant.closed.packageHash));
        return Package{std::move(file), std::move(header)};
    }

    Result<SymmetricKey> secondHalf(const ShareHeader &header) {
        const ShareBinding binding = bindingOf(m_inspection.grant.open);
        std::vector<Bytes> requests;
        for (const SealedShare &share : header.shares)
            requests.push_back(
                signedFor(share.node, std::nullopt,
                          WantedShare{m_inspection.code.publicPart,
                                      {header.month, static_cast<std::uint8_t>(requests.size() + 1),
                                       header.ephemeral, share.sealed}}));
        const Released released = m_mailbox.release(requests);
        std::vector<SecretShare> shares;
        for (const Released::Answer &answer : released.answers)
            if (auto value = openSealed(m_desk.opening, answer.sealed))
                shares.push_back(
                    {static_cast<std::uint8_t>(answer.request + 1), std::move(*value)});
        auto half = joinHalf(header, binding, std::move(shares));
        // Why a node refused says more than that one is missing.
        if (!half && released.failure && released.failure->code == ErrorCode::CollectionRefused)
            return *released.failure;
        return half;
    }

  private:
    Bytes signedFor(const VerifyKey &host, std::optional<Locator> package,
                    std::optional<WantedShare> share) {
        CollectRequest request;
        request.host = host;
        request.organisation = m_desk.organisation;
        request.time = m_clock.now();
        request.nonce = randomFixed<CollectNonce>(m_random);
        request.package = package;
        request.share = std::move(share);
        return signCollectRequest(std::move(request), m_desk.signing);
    }

    const Inspection &m_inspection;
    const Desk &m_desk;
    Mailbox &m_mailbox;
    const Clock &m_clock;
    Random &m_random;
};

} // namespace

Result<ConsentText> wordsOf(const Grant &grant, const Organisation &audience) {
    APRICOT_TRY_ASSIGN(words, consentText(grant, audience.name));
    if (words.hash() != grant.closed.textHash) return fail(ErrorCode::ConsentTextDiffers);
    return words;
}

Result<Inspection> inspect(std::string_view code, Ledger &ledger) {
    Inspection out;
    APRICOT_TRY_ASSIGN(signedGrant, grantFromText(code));
    APRICOT_TRY_ASSIGN(grant, verifyGrant(signedGrant));
    APRICOT_TRY(standsOn(ledger, grant.open)); // before anybody is said not to be registered there
    APRICOT_TRY_ASSIGN(audience, registeredOrganisation(ledger, grant.open.audience));
    if (!audience) return clinicNotOnLedger(grant.open.audience);
    out.audience = std::move(*audience);
    APRICOT_TRY_ASSIGN(words, wordsOf(grant, out.audience));
    out.code = std::move(signedGrant);
    out.grant = std::move(grant);
    out.words = std::move(words);
    return out;
}

Result<Bytes> packageWaits(const Inspection &inspection, const Desk &desk, Ledger &ledger,
                           Mailbox &mailbox, const Clock &clock, Random &random) {
    auto package = Asking(inspection, desk, mailbox, clock, random).package(Asking::Redeemed::No);
    if (package) return std::move(package->file);
    // Not handed out before the redemption, but there.
    if (package.error().code == ErrorCode::CollectionRefused) return Bytes();
    // A package that has ended is gone, and why it ended says more.
    APRICOT_TRY_ASSIGN(standing, standingOf(inspection, desk, ledger, clock));
    if (standing.refusal != ErrorCode::None) return fail(standing.refusal);
    return package.error();
}

Bytes useOf(const Inspection &inspection, const Desk &desk, const Ledger &ledger,
            const Clock &clock, Random &random) {
    const auto transaction = makeTransaction(
        ledger.chainId(), Redeem{desk.organisation, inspection.code.publicPart}, clock, random);
    return signTransaction(transaction, desk.signing);
}

Result<std::optional<ProvenAnswer>> openedSince(const Inspection &inspection, const Desk &desk,
                                                Ledger &ledger, UnixTime since) {
    const GrantPublic &open = inspection.grant.open;
    APRICOT_TRY_ASSIGN(receipt, ledger.query(grantKey(open)));
    APRICOT_TRY_ASSIGN(verified, ledger.verify(receipt));
    if (!verified.value) return std::optional<ProvenAnswer>();
    APRICOT_TRY_ASSIGN(state, decodeGrantState(*verified.value));
    const VerifyKey own = verifyKeyOf(desk.signing);
    for (std::uint32_t n = state.used; n-- > 0;) {
        APRICOT_TRY_ASSIGN(value,
                           ledger.standing(openingKey(open.subject, {open.signer, open.id}, n)));
        APRICOT_TRY_ASSIGN(leaf, decodeRedemption(value.value_or(Bytes())));
        if (!leaf || leaf->time < since) break;
        if (leaf->desk == own) return std::optional(std::move(receipt));
    }
    return std::optional<ProvenAnswer>();
}

Result<ProvenAnswer> redeem(const Inspection &inspection, Ledger &ledger, ByteView use) {
    APRICOT_TRY_ASSIGN(asked, decodeTransaction(use));
    const auto outcome = ledger.submit(use);
    if (!outcome) {
        // That the ledger remembers it proves that it was carried out.
        const auto done = ledger.standing(seenKey(sha256(asked.body)));
        if (!done || (!*done && mayBeUnderWay(outcome.error().code)))
            return fail(ErrorCode::UseUnsettled, std::string(nameOf(outcome.error().code)));
        if (!*done) return outcome.error();
    } else if (!outcome->accepted() && outcome->refusal != Refusal::TransactionReplayed) {
        return errorOf(*outcome);
    } // else carried out now, or before: this very use, whose answer was lost
    APRICOT_TRY_ASSIGN(receipt, ledger.query(grantKey(inspection.grant.open)));
    APRICOT_TRY_ASSIGN(verified, ledger.verify(receipt));
    if (!verified.value) return fail(ErrorCode::ReceiptWithoutRedemption);
    return receipt;
}

Result<ProvenAnswer> redeem(const Inspection &inspection, const Desk &desk, Ledger &ledger,
                            const Clock &clock, Random &random) {
    return redeem(inspection, ledger, useOf(inspection, desk, ledger, clock, random));
}

Result<std::vector<std::string>> openRecords(const Inspection &inspection, const Desk &desk,
                                             Mailbox &mailbox, const Clock &clock, Random &random,
                                             Bytes beside) {
    const GrantPrivate &closed = inspection.grant.closed;
    if (closed.eraseBy != 0 && clock.now() >= closed.eraseBy) return fail(ErrorCode::EraseByPassed);
    Asking asking(inspection, desk, mailbox, clock, random);
    APRICOT_TRY_ASSIGN(package, beside.empty() ? asking.package(Asking::Redeemed::Yes)
                                               : asking.besides(std::move(beside)));
    APRICOT_TRY_ASSIGN(secondHalf, asking.secondHalf(package.header));
    APRICOT_TRY_ASSIGN(half, openSealed(desk.opening, closed.sealedHalf));
    const auto grantHalf = SymmetricKey::from(half.view());
    if (!grantHalf) return fail(ErrorCode::GrantHalfWrongLength);
    APRICOT_TRY_ASSIGN(resources,
                       openPackage(package.file, closed.packageHash,
                                   bindingOf(inspection.grant.open), *grantHalf, secondHalf));
    for (const std::string &resource : resources) {
        APRICOT_TRY_ASSIGN(record, readResource(resource));
        if (!isInScope(closed.scope, record))
            return fail(ErrorCode::PackageOutsideScope, record.type);
    }
    return resources;
}

} // namespace apricot
