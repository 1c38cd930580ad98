// SPDX-License-Identifier: GPL-3.0-or-later
#include "example_grant.h"

#include "codec/cose.h"
#include "crypto/crypto.h"
#include "crypto/sign.h"
#include "program/test_program.h"

#include <QTest>

#include <functional>

using namespace apricot;

namespace {

// From key `from` to key `from` + 1, wide enough for exampleGrant().
Delegation link(std::uint8_t from, std::uint8_t depth) {
    Delegation d;
    d.to = verifyKeyOf(signingKeyOf(static_cast<std::uint8_t>(from + 1)));
    d.id.bytes[0] = from;
    d.chainId = "apricot-embedded-1";
    d.kinds = allKinds;
    d.level = 5;
    d.purposes = 0x7f;
    d.notBefore = 1700000000;
    d.expiry = 1800000000;
    d.depth = depth;
    return d;
}

using Change = std::function<void(std::vector<Delegation> &, Grant &)>;

// A chain of three, 1 -> 2 -> 3 -> 4, and a grant by 4; changed, then made.
Code verdict(const Change &change) {
    std::vector<Delegation> chain = {link(1, 2), link(2, 1), link(3, 0)};
    Grant grant = exampleGrant();
    change(chain, grant);
    for (std::uint8_t i = 0; i < chain.size(); ++i) {
        const auto made = signDelegation(chain[i], signingKeyOf(static_cast<std::uint8_t>(i + 1)));
        if (!made) return made.error().code;
        grant.open.delegations.push_back(*made);
    }
    const auto made = signGrant(grant, signingKeyOf(4));
    if (!made) return made.error().code;
    const auto read = verifyGrant(*made);
    return read ? Code::None : read.error().code;
}

} // namespace

class TestDelegation : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void everyFieldTravels() {
        for (const bool anyone : {true, false}) {
            Delegation d = link(1, 2);
            if (!anyone) d.audience = OrganisationId{};
            const auto made = signDelegation(d, signingKeyOf(1));
            QVERIFY(made.ok());
            const auto back = verifyDelegation(*made);
            QVERIFY(back.ok());
            QVERIFY(back->from == verifyKeyOf(signingKeyOf(1)) && back->to == d.to);
            QVERIFY(back->id == d.id && back->chainId == d.chainId);
            QVERIFY(back->audience == d.audience && back->kinds == d.kinds);
            QVERIFY(back->level == d.level && back->purposes == d.purposes);
            QVERIFY(back->notBefore == d.notBefore && back->expiry == d.expiry);
            QCOMPARE(back->depth, d.depth);
        }
    }

    void aDelegationThatBreaksARuleIsNotMade() {
        using D = Delegation &;
        const std::vector<std::function<void(D)>> breaks = {
            [](D d) { d.expiry = d.notBefore; },
            [](D d) { d.expiry = d.notBefore + longestDelegation + 1; },
            [](D d) { d.level = 0; },
            [](D d) { d.level = 6; },
            [](D d) { d.kinds = 0; },
            [](D d) { d.kinds = 0x2000; },
            [](D d) { d.purposes = 0; },
            [](D d) { d.purposes = 0x80; },
            [](D d) { d.depth = 3; },
            [](D d) { d.to = verifyKeyOf(signingKeyOf(1)); },
            [](D d) { d.chainId.clear(); },
            [](D d) { d.chainId = std::string(33, 'a'); },
        };
        for (std::size_t i = 0; i < breaks.size(); ++i) {
            Delegation d = link(1, 0);
            breaks[i](d);
            const auto made = signDelegation(d, signingKeyOf(1));
            QVERIFY2(!made && made.error().code == Code::DelegationInvalid,
                     std::to_string(i).c_str());
        }
    }

    void aChainOfThreeLetsTheLastSignForTheFirst() {
        Grant grant = exampleGrant();
        for (std::uint8_t i = 1; i <= 3; ++i) {
            Delegation d = link(i, static_cast<std::uint8_t>(3 - i));
            grant.open.delegations.push_back(*signDelegation(d, signingKeyOf(i)));
        }
        const auto made = signGrant(grant, signingKeyOf(4));
        QVERIFY(made.ok());
        const auto back = verifyPublicPart(made->publicPart);
        QVERIFY(back.ok());
        QVERIFY(*ownerOf(*back) == verifyKeyOf(signingKeyOf(1)));
        QCOMPARE(verifyChain(*back)->size(), std::size_t(3));
        const auto another = signGrant(grant, signingKeyOf(3));
        QVERIFY(!another && another.error().code == Code::DelegationRefused);
        std::swap(grant.open.delegations[0], grant.open.delegations[1]);
        const auto outOfOrder = signGrant(grant, signingKeyOf(4));
        QVERIFY(!outOfOrder && outOfOrder.error().code == Code::DelegationRefused);
    }

    void everyLinkIsWithinItsParentAndTheGrantWithinTheLast() {
        using C = std::vector<Delegation> &;
        using G = Grant &;
        QCOMPARE(verdict([](C, G) {}), Code::None);
        const std::vector<Change> wider = {
            [](C c, G) { c[0].depth = 1; },
            [](C c, G) { c[1].depth = 0; },
            [](C c, G) { c[2].depth = 1; },
            [](C c, G) { c[0].level = 4; },
            [](C c, G) { c[1].kinds = 0xff; },
            [](C c, G) { c[1].purposes = 0x3f; },
            [](C c, G) { c[1].notBefore += 1; },
            [](C c, G) { c[1].expiry -= 1; },
            [](C c, G) { c[0].audience = OrganisationId{}; },
            [](C c, G) { c[1].chainId = "other"; },
            [](C c, G) { c[1].to = c[0].to = verifyKeyOf(signingKeyOf(9)); },
            [](C c, G) { c[2].to = verifyKeyOf(signingKeyOf(9)); },
            [](C c, G) { c[2].level = 2; },
            [](C c, G) { c[2].purposes = 0x7e; },
            [](C c, G) { c[2].kinds = 1; },
            [](C c, G) { c[2].audience = OrganisationId{}; },
            [](C c, G) { c[2].expiry = 1772355600 + 899; },
            [](C c, G) { c[2].notBefore = 1772355601; },
            [](C, G g) { g.open.chainId = "other"; },
            [](C c, G g) {
                c[2].kinds = 0xff;
                g.closed.scope.records.resize(1);
            },
            [](C c, G) { c.erase(c.begin() + 2); },
        };
        for (std::size_t i = 0; i < wider.size(); ++i)
            QVERIFY2(verdict(wider[i]) == Code::DelegationRefused, std::to_string(i).c_str());
    }

    // The public part alone cannot tell the kinds; the clinic's check can.
    void theClinicChecksTheKinds() {
        Scope scope = exampleGrant().closed.scope;
        Delegation d = link(1, 0);
        QVERIFY(covers({}, scope).ok());
        QVERIFY(covers({d}, scope).ok());
        d.kinds = 1;
        QVERIFY(!covers({d}, scope).ok());
        d.kinds = 0b101;
        QVERIFY(covers({d}, scope).ok());
        scope.records.resize(1);
        QVERIFY(!covers({d}, scope).ok());
        d.kinds = allKinds;
        QVERIFY(covers({d}, scope).ok());
        d.level = 2;
        QVERIFY(!covers({d}, scope).ok());
    }

    void aChangedOrBorrowedDelegationIsRefused() {
        Delegation d = link(1, 0);
        const Bytes good = *signDelegation(d, signingKeyOf(1));
        for (std::size_t i = 0; i < good.size() * 8; ++i) {
            Bytes changed = good;
            changed[i / 8] ^= static_cast<std::uint8_t>(1U << (i % 8));
            const auto read = verifyDelegation(changed);
            QVERIFY(!read && read.error().code == Code::DelegationRefused);
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

    void whoSignedOrStandsAboveMayRevoke() {
        std::vector<Delegation> chain;
        for (std::uint8_t i = 1; i <= 3; ++i) {
            Delegation d = link(i, static_cast<std::uint8_t>(3 - i));
            QVERIFY(signDelegation(d, signingKeyOf(i)).ok());
            chain.push_back(d);
        }
        for (std::size_t index = 0; index < 4; ++index)
            for (std::uint8_t who = 1; who <= 4; ++who)
                QCOMPARE(mayRevoke(chain, index, verifyKeyOf(signingKeyOf(who))),
                         index < 3 && who <= index + 1);
    }
};

APRICOT_TEST(TestDelegation)
#include "test_delegation.moc"
