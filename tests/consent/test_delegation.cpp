// SPDX-License-Identifier: GPL-3.0-or-later
#include "example_grant.h"

#include "codec/cose.h"
#include "crypto/crypto.h"
#include "crypto/hash.h"
#include "crypto/sign.h"
#include "program/test_program.h"

#include <QTest>

#include <functional>

using namespace apricot;

namespace {

constexpr UnixTime day = 86400;

// From key `from` to key `from` + 1, wide enough for exampleGrant().
Delegation link(std::uint8_t from, std::uint8_t depth) {
    Delegation d;
    d.to = verifyKeyOf(signingKeyOf(static_cast<std::uint8_t>(from + 1)));
    d.id.bytes[0] = from;
    d.chainId = "apricot-embedded-1";
    d.audience = exampleGrant().open.audience;
    d.level = 5;
    d.purposes = 0x7f;
    d.notBefore = 19600 * day; // exampleGrant() is of day 20513
    d.expiry = 20600 * day;
    d.depth = depth;
    return d;
}

struct Chain {
    std::vector<Delegation> links;
    std::vector<DelegationOpening> openings;
    Grant grant;
};
using Change = std::function<void(Chain &)>;

// A chain of two, 1 -> 2 -> 3, and a grant by 3.
Chain chainOfTwo() {
    Chain out{{link(1, 1), link(2, 0)}, {}, exampleGrant()};
    out.openings = {openingOf(out.grant), openingOf(out.grant)};
    return out;
}

// Signed; the grant holds the links.
Result<SignedGrant> made(Chain &chain) {
    chain.grant.open.delegations.clear();
    for (std::uint8_t i = 0; i < chain.links.size(); ++i) {
        APRICOT_TRY_ASSIGN(link, signDelegation(chain.links[i], chain.openings[i],
                                                signingKeyOf(static_cast<std::uint8_t>(i + 1))));
        chain.grant.open.delegations.push_back(std::move(link));
    }
    if (chain.grant.closed.openings.empty()) chain.grant.closed.openings = chain.openings;
    return signGrant(chain.grant, signingKeyOf(3));
}

// Of the chain with that change.
ErrorCode verdict(const Change &change) {
    Chain chain = chainOfTwo();
    change(chain);
    const auto signedGrant = made(chain);
    if (!signedGrant) return signedGrant.error().code;
    const auto read = verifyGrant(*signedGrant);
    return read ? ErrorCode::None : read.error().code;
}

} // namespace

class TestDelegation : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void everyFieldTravels() {
        for (const bool spare : {true, false}) {
            Delegation d = link(1, 1);
            if (spare) {
                d.audience.reset();
                d.expiry = d.notBefore + longestSpare;
            }
            const DelegationOpening opening = openingOf(exampleGrant());
            const auto signedLink = signDelegation(d, opening, signingKeyOf(1));
            QVERIFY(signedLink.ok());
            const auto back = verifyDelegation(*signedLink);
            QVERIFY(back.ok());
            QVERIFY(back->from == verifyKeyOf(signingKeyOf(1)) && back->to == d.to);
            QVERIFY(back->id == d.id && back->chainId == d.chainId);
            QVERIFY(back->audience == d.audience && back->closed == opening.digest());
            QVERIFY(back->level == d.level && back->purposes == d.purposes);
            QVERIFY(back->notBefore == d.notBefore && back->expiry == d.expiry);
            QCOMPARE(back->depth, d.depth);
        }
    }

    void aDelegationThatBreaksARuleIsNotMade() {
        using D = Delegation &;
        using O = DelegationOpening &;
        const std::vector<std::function<void(D, O)>> breaks = {
            [](D d, O) { d.expiry = d.notBefore; },
            [](D d, O) { d.expiry = d.notBefore + longestDelegation + day; },
            [](D d, O) { d.notBefore += 1; },
            [](D d, O) { d.expiry -= 3600; },
            [](D d, O) { d.audience.reset(); }, // a spare of years
            [](D d, O) {
                d.audience.reset();
                d.expiry = d.notBefore + longestSpare + day;
            },
            [](D d, O) { d.level = 0; },
            [](D d, O) { d.level = 6; },
            [](D, O o) { o.kinds = 0; },
            [](D, O o) { o.kinds = 0x2000; },
            [](D d, O) { d.purposes = 0; },
            [](D d, O) { d.purposes = 0x80; },
            [](D d, O) { d.depth = 2; },
            [](D d, O) { d.to = verifyKeyOf(signingKeyOf(1)); },
            [](D d, O) { d.chainId.clear(); },
            [](D d, O) { d.chainId = std::string(33, 'a'); },
        };
        for (std::size_t i = 0; i < breaks.size(); ++i) {
            Delegation d = link(1, 0);
            DelegationOpening opening = openingOf(exampleGrant());
            breaks[i](d, opening);
            const auto refused = signDelegation(d, opening, signingKeyOf(1));
            QVERIFY2(!refused && refused.error().code == ErrorCode::DelegationInvalid,
                     std::to_string(i).c_str());
        }
    }

    void theDigestIsOfSaltKindsAndInbox() {
        DelegationOpening opening{{{1}}, 0x0102, {{2}}};
        Bytes plain(opening.salt.view().begin(), opening.salt.view().end());
        plain.insert(plain.end(), {0x01, 0x02});
        append(plain, opening.inbox.view());
        QVERIFY(opening.digest() == sha256(plain));
    }

    void aChainOfTwoLetsTheLastSignForTheFirst() {
        Chain chain = chainOfTwo();
        const auto signedGrant = made(chain);
        QVERIFY2(signedGrant.ok(), signedGrant ? "" : signedGrant.error().detail.c_str());
        const auto back = verifyGrant(*signedGrant);
        QVERIFY(back.ok());
        QVERIFY(back->open.subject == verifyKeyOf(signingKeyOf(1)));
        QVERIFY(back->open.signer == verifyKeyOf(signingKeyOf(3)));
        QVERIFY(back->closed.openings == chain.openings);
        QCOMPARE(verifyChain(back->open)->size(), std::size_t(2));
        const auto another = signGrant(chain.grant, signingKeyOf(2));
        QVERIFY(!another && another.error().code == ErrorCode::DelegationRefused);
        std::swap(chain.grant.open.delegations[0], chain.grant.open.delegations[1]);
        const auto outOfOrder = signGrant(chain.grant, signingKeyOf(3));
        QVERIFY(!outOfOrder && outOfOrder.error().code == ErrorCode::DelegationRefused);
    }

    void everyLinkIsWithinItsParentAndTheGrantWithinTheLast() {
        using C = Chain &;
        QCOMPARE(verdict([](C) {}), ErrorCode::None);
        const auto sparing = [](Delegation &d) {
            d.audience.reset();
            d.notBefore = 20500 * day;
            d.expiry = 20520 * day;
        };
        // A link for one organisation under a spare is narrower, and so is a spare under a spare.
        QCOMPARE(verdict([&](C c) {
                     sparing(c.links[0]);
                     sparing(c.links[1]);
                 }),
                 ErrorCode::None);
        QCOMPARE(verdict([&](C c) {
                     sparing(c.links[0]);
                     sparing(c.links[1]);
                     c.links[1].audience = c.grant.open.audience;
                 }),
                 ErrorCode::None);
        const std::vector<Change> wider = {
            [](C c) { c.links[0].depth = 0; },
            [](C c) { c.links[1].depth = 1; },
            [](C c) { c.links[0].level = 4; },
            [](C c) { c.openings[0].kinds = 0xff; },
            [](C c) { c.links[0].purposes = 0x3f; },
            [](C c) { c.links[0].notBefore += day; },
            [](C c) { c.links[0].expiry -= day; },
            [](C c) { c.links[0].audience = OrganisationId{}; },
            [&](C c) { sparing(c.links[1]); },
            [](C c) { c.links[1].chainId = "other"; },
            [](C c) { c.links[0].to = verifyKeyOf(signingKeyOf(9)); },
            [](C c) { c.links[1].to = verifyKeyOf(signingKeyOf(9)); },
            [](C c) { c.links[1].level = 2; },
            [](C c) { c.links[1].purposes = 0x7e; },
            [](C c) { c.openings[1].kinds = 1; },
            [](C c) { c.links[1].audience = c.links[0].audience = OrganisationId{}; },
            [](C c) { c.links[1].expiry = 20513 * day; },
            [](C c) { c.links[1].notBefore = 20514 * day; },
            [](C c) { c.grant.open.chainId = "other"; },
            [](C c) {
                c.openings[1].kinds = 0xff;
                c.grant.closed.scope.records.resize(1);
            },
            [](C c) {
                c.openings[1].kinds = 0b101;
                c.grant.closed.scope.from = 1;
                c.grant.closed.scope.alwaysKinds = 0b10;
            },
            [](C c) { c.links.pop_back(), c.openings.pop_back(); },
        };
        for (std::size_t i = 0; i < wider.size(); ++i)
            QVERIFY2(verdict(wider[i]) == ErrorCode::DelegationRefused, std::to_string(i).c_str());
    }

    // The public part alone cannot tell the kinds nor the inbox; the clinic's check can.
    void theClinicOpensEveryLink() {
        using C = Chain &;
        const std::vector<Change> breaks = {
            [](C c) { c.grant.closed.openings = {c.openings[0]}; },
            [](C c) {
                c.grant.closed.openings = c.openings;
                c.grant.closed.openings[1].kinds = 0b111;
            },
            [](C c) {
                c.grant.closed.openings = c.openings;
                c.grant.closed.openings[0].salt.bytes[0] ^= 1;
            },
            [](C c) { c.grant.closed.inbox.bytes[0] ^= 1; }, // where the carer would read answers
            [](C c) { c.openings[1].inbox.bytes[0] ^= 1; },
        };
        for (std::size_t i = 0; i < breaks.size(); ++i)
            QVERIFY2(verdict(breaks[i]) == ErrorCode::DelegationRefused, std::to_string(i).c_str());
        Grant alone = exampleGrant();
        alone.closed.openings = {openingOf(alone)}; // of no link
        const auto refused = signGrant(alone, signingKeyOf(1));
        QVERIFY(!refused && refused.error().code == ErrorCode::DelegationRefused);
        QCOMPARE(verdict([](C c) { c.openings[1].kinds = 0b101; }), ErrorCode::None);
    }

    void aChangedOrBorrowedDelegationIsRefused() {
        Delegation d = link(1, 0);
        const Bytes good = *signDelegation(d, openingOf(exampleGrant()), signingKeyOf(1));
        for (std::size_t i = 0; i < good.size() * 8; ++i) {
            Bytes changed = good;
            changed[i / 8] ^= static_cast<std::uint8_t>(1U << (i % 8));
            const auto read = verifyDelegation(changed);
            QVERIFY(!read && read.error().code == ErrorCode::DelegationRefused);
        }
        const Bytes claims = cose::decodeSign1(good)->payload;
        QVERIFY(!verifyDelegation(
            cose::sign1(signingKeyOf(2), claims, viewOf(delegationSigningContext))));
        QVERIFY(
            !verifyDelegation(cose::sign1(signingKeyOf(1), claims, viewOf(grantSigningContext))));
        Grant grant = exampleGrant();
        QVERIFY(!verifyDelegation(signGrant(grant, signingKeyOf(1))->publicPart));
        QVERIFY(!verifyPublicPart(good));
    }
};

APRICOT_TEST(TestDelegation)
#include "test_delegation.moc"
