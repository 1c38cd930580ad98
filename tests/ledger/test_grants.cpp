// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger keeps of grants: a leaf for every opening, an index of each subject's, who may
// end what, and spares.
#include <QTest>

#include "parties.h"

#include "crypto/crypto.h"
#include "ledger/grant_state.h"
#include "ledger/header.h"
#include "ledger/memory_ledger.h"
#include "ledger/rules.h"
#include "ledger/state_keys.h"
#include "program/test_program.h"

#include <set>

using namespace apricot;

namespace {

struct Scene : Parties {
    std::unique_ptr<Ledger> ledger =
        std::move(createMemoryLedger(genesis(), clock, random)).value();
    OrganisationId otherClinic = randomFixed<OrganisationId>(random);
    SigningKey carer = key();
    const DelegationOpening opening{{}, allKinds, {}};

    Scene() {
        accepted(signedBy(admin, RegisterOrganisation{organisation()}));
        Organisation other = organisation();
        other.id = otherClinic;
        accepted(signedBy(admin, RegisterOrganisation{other}));
    }
    ErrorCode submit(const Bytes &transaction) {
        const auto outcome = ledger->submit(transaction);
        return outcome ? codeOf(outcome->refusal) : outcome.error().code;
    }
    void accepted(const Bytes &transaction) {
        const ErrorCode code = submit(transaction);
        if (code != ErrorCode::None) qFatal("refused: %s", std::string(nameOf(code)).c_str());
    }
    Delegation link(const SigningKey &to, bool spare = false) {
        Delegation out;
        out.id = randomFixed<DelegationId>(random);
        out.to = verifyKeyOf(to);
        out.level = 3;
        if (!spare) out.audience = clinic;
        out.purposes = 1;
        out.chainId = chainId;
        out.notBefore = clock.now() / 86400 * 86400;
        out.expiry = out.notBefore + 2 * 86400;
        return out;
    }
    // Signed by the patient, whose key is the root's, or by whoever is named.
    Bytes lend(Delegation &link, const SigningKey *from = nullptr) {
        return signDelegation(link, opening, from != nullptr ? *from : patient).value();
    }
    Bytes under(std::vector<Bytes> links, Grant grant, const SigningKey &signer) {
        grant.closed.openings.assign(links.size(), opening);
        grant.open.delegations = std::move(links);
        auto part = signGrant(grant, signer);
        if (!part) qFatal("%s", part.error().detail.c_str());
        return part->publicPart;
    }
    Look look() { return lookInto(*ledger); }
};

#define REFUSED(scene, transaction, code)                                                          \
    QCOMPARE(nameOf((scene).submit(transaction)), nameOf(code))

} // namespace

class TestGrants : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void everyOneOfFortyOpeningsHasItsLeaf() {
        Scene s;
        const Grant grant = s.grant(40);
        const Bytes part = s.publicPart(grant);
        const VerifyKey subject = verifyKeyOf(s.patient);
        for (int i = 0; i < 40; ++i) {
            s.clock.advance(1);
            s.accepted(s.redeem(part));
        }
        REFUSED(s, s.redeem(part), ErrorCode::GrantUsedUp);
        const auto seen = openingsOf(subject, {subject, grant.open.id}, s.look());
        QVERIFY(seen.ok());
        QVERIFY(*seen->state == (GrantState{s.clinic, 40, 40, grant.open.expiry}));
        QCOMPARE(seen->openings.size(), std::size_t{40});
        for (std::size_t i = 0; i < 40; ++i) {
            QVERIFY(seen->openings[i]->desk == verifyKeyOf(s.desk));
            QCOMPARE(seen->openings[i]->time, s.clock.now() - 39 + static_cast<UnixTime>(i));
            QCOMPARE(seen->openings[i]->height, Height{4 + i});
        }
        const auto latest = latestOpening(subject, {subject, grant.open.id}, s.look());
        QVERIFY(latest.ok() && *latest == seen->openings.back());
        // The next leaf is not there, and one grant of it is in the index, once.
        QVERIFY(
            !s.ledger->standing(openingKey(subject, {subject, grant.open.id}, 40))->has_value());
        QVERIFY(*redeemedGrants(subject, s.look())
                == (std::vector<GrantName>{{subject, grant.open.id}}));
    }

    void theIndexHoldsWhateverWasRedeemedOfASubjectWhoeverSigned() {
        Scene s;
        Delegation lent = s.link(s.daughter);
        const Bytes link = s.lend(lent);
        const VerifyKey subject = verifyKeyOf(s.patient);
        std::vector<GrantName> names;
        for (int i = 0; i < 3; ++i) {
            const Grant own = s.grant(2);
            s.accepted(s.redeem(s.publicPart(own)));
            names.push_back({subject, own.open.id});
            const Grant hers = s.grant();
            s.accepted(s.redeem(s.under({link}, hers, s.daughter)));
            names.push_back({verifyKeyOf(s.daughter), hers.open.id});
            s.accepted(s.redeem(s.publicPart(own)));
        }
        (void)s.grant(); // never redeemed: not in it
        QVERIFY(*redeemedGrants(subject, s.look()) == names);
        QVERIFY(redeemedGrants(verifyKeyOf(s.daughter), s.look())->empty());
        for (const GrantName &name : names)
            QVERIFY(openingsOf(subject, name, s.look())->state.has_value());
    }

    // Another signer's grant under the same id neither counts nor is counted.
    void twoSignersWithOneIdCountApart() {
        Scene s;
        Delegation lent = s.link(s.daughter);
        const Grant grant = s.grant();
        s.accepted(s.redeem(s.under({s.lend(lent)}, grant, s.daughter)));
        s.accepted(s.redeem(s.publicPart(grant)));
        REFUSED(s, s.redeem(s.publicPart(grant)), ErrorCode::GrantUsedUp);
    }

    void aLeafThatIsWithheldIsSeen() {
        Scene s;
        const Grant grant = s.grant(3);
        for (int i = 0; i < 3; ++i) s.accepted(s.redeem(s.publicPart(grant)));
        const VerifyKey subject = verifyKeyOf(s.patient);
        const GrantName name{subject, grant.open.id};
        for (const Bytes &hidden : {openingKey(subject, name, 1), openingKey(subject, name, 2),
                                    grantNameKey(subject, 0)}) {
            const Look without = [&](ByteView key) -> Result<std::optional<Bytes>> {
                if (std::ranges::equal(key, hidden)) return std::optional<Bytes>();
                return s.ledger->standing(key);
            };
            const bool index = hidden == grantNameKey(subject, 0);
            const ErrorCode code = index ? redeemedGrants(subject, without).error().code
                                         : openingsOf(subject, name, without).error().code;
            QCOMPARE(nameOf(code), nameOf(ErrorCode::StateMalformed));
        }
    }

    void aGrantIsEndedByItsSubjectItsSignerAndEachDelegatorAndNobodyElse() {
        Scene s;
        Delegation first = s.link(s.daughter);
        first.depth = 1;
        const Bytes root = s.lend(first);
        Delegation second = s.link(s.carer);
        const Bytes leaf = s.lend(second, &s.daughter);
        for (const SigningKey *who : {&s.patient, &s.daughter, &s.carer, &s.stranger, &s.desk}) {
            const Grant grant = s.grant(2);
            const Bytes part = s.under({root, leaf}, grant, s.carer);
            s.accepted(s.redeem(part));
            const VerifyKey key = verifyKeyOf(*who);
            s.accepted(s.signedBy(*who, Revoke{key, grant.open.id}));
            const bool ends = who != &s.stranger && who != &s.desk;
            REFUSED(s, s.redeem(part), ends ? ErrorCode::GrantRevoked : ErrorCode::None);
            const auto ending = endingOf(verifyPublicPart(part).value(), s.look());
            QVERIFY(ending->why == (ends ? Refusal::GrantRevoked : Refusal::None));
            if (ends) QVERIFY(ending->key == tombstoneKey(key, grant.open.id));
        }
    }

    void aDelegationIsEndedByWhoGaveItAndNobodyElse() {
        Scene s;
        Delegation first = s.link(s.daughter);
        first.depth = 1;
        const Bytes root = s.lend(first);
        Delegation second = s.link(s.carer);
        const Bytes leaf = s.lend(second, &s.daughter);
        const auto carers = [&] { return s.redeem(s.under({root, leaf}, s.grant(), s.carer)); };
        s.accepted(carers());
        for (const SigningKey *who : {&s.stranger, &s.carer})
            for (const DelegationId &id : {first.id, second.id})
                s.accepted(s.signedBy(*who, RevokeDelegation{id}));     // under their own keys
        s.accepted(s.signedBy(s.patient, RevokeDelegation{second.id})); // not his to end
        s.accepted(carers());
        const Bytes later = carers();
        s.accepted(s.signedBy(s.daughter, RevokeDelegation{second.id}));
        REFUSED(s, later, ErrorCode::DelegationRevoked);
        s.accepted(s.redeem(s.under({root}, s.grant(), s.daughter))); // hers goes on
        const UnixTime ended = s.clock.now();
        s.accepted(s.signedBy(s.patient, RevokeDelegation{first.id}));
        REFUSED(s, s.redeem(s.under({root}, s.grant(), s.daughter)), ErrorCode::DelegationRevoked);
        s.clock.advance(5);
        s.accepted(s.signedBy(s.patient, RevokeDelegation{first.id})); // the first time stands
        const auto mark = s.ledger->standing(delegationEndKey(verifyKeyOf(s.patient), first.id));
        QCOMPARE(decodeMark(**mark)->time, ended);
    }

    void aSpareBelongsToWhoRedeemsUnderItFirst() {
        Scene s;
        Delegation spare = s.link(s.daughter, true);
        const Bytes link = s.lend(spare);
        const auto redeemed = [&](const OrganisationId &by, std::uint32_t uses = 1) {
            Grant grant = s.grant(uses);
            grant.open.audience = by;
            return s.signedBy(s.desk, Redeem{by, s.under({link}, grant, s.daughter)});
        };
        const Bytes key = spareKey(verifyKeyOf(s.patient), spare.id);
        // What is refused binds nothing.
        Grant expired = s.grant();
        expired.open.expiry = s.clock.now();
        REFUSED(s, s.signedBy(s.desk, Redeem{s.clinic, s.under({link}, expired, s.daughter)}),
                ErrorCode::GrantExpired);
        QVERIFY(!s.ledger->standing(key)->has_value());
        s.accepted(redeemed(s.otherClinic));
        QVERIFY(*decodeSpareHolder(**s.ledger->standing(key)) == s.otherClinic);
        REFUSED(s, redeemed(s.clinic), ErrorCode::DelegationBoundElsewhere);
        s.accepted(redeemed(s.otherClinic));
        QVERIFY(*decodeSpareHolder(**s.ledger->standing(key)) == s.otherClinic);
        // One that names its organisation is bound to nothing else.
        Delegation named = s.link(s.daughter);
        s.accepted(s.redeem(s.under({s.lend(named)}, s.grant(), s.daughter)));
        QVERIFY(!s.ledger->standing(spareKey(verifyKeyOf(s.patient), named.id))->has_value());
    }

    void noTwoThingsShareAKey() {
        const VerifyKey a{{1}}, b{{2}};
        const GrantId id{{3}};
        const DelegationId lent{{3}};
        const std::vector<Bytes> keys{grantKey(a, b, id),
                                      grantKey(b, a, id),
                                      openingKey(a, {b, id}, 0),
                                      openingKey(a, {b, id}, 1),
                                      openingKey(b, {a, id}, 0),
                                      grantCountKey(a),
                                      grantNameKey(a, 0),
                                      grantNameKey(a, 256),
                                      grantNameKey(b, 0),
                                      tombstoneKey(a, id),
                                      tombstoneKey(b, id),
                                      delegationEndKey(a, lent),
                                      delegationEndKey(b, lent),
                                      spareKey(a, lent),
                                      spareKey(b, lent),
                                      organisationKey({}),
                                      quotaKey(),
                                      quotaUseKey({}),
                                      seenKey({}),
                                      seenQueueKey(),
                                      seenSlotKey(1),
                                      consortiumKey(),
                                      rulesVersionKey()};
        std::set<Bytes> unique(keys.begin(), keys.end());
        QCOMPARE(unique.size(), keys.size());
        // One length a letter, and where there are two, they are never equal.
        QCOMPARE(grantKey(a, b, id).size(), std::size_t{81});
        QCOMPARE(openingKey(a, {b, id}, 7).size(), std::size_t{85});
        QCOMPARE(grantCountKey(a).size(), std::size_t{33});
        QCOMPARE(grantNameKey(a, 7).size(), std::size_t{37});
        QCOMPARE(tombstoneKey(a, id).size(), std::size_t{49});
        QCOMPARE(delegationEndKey(a, lent).size(), std::size_t{49});
        QCOMPARE(spareKey(a, lent).size(), std::size_t{49});
        const Bytes nth = grantNameKey(a, 0x01020304);
        QVERIFY(Bytes(nth.end() - 4, nth.end()) == (Bytes{1, 2, 3, 4}));
    }

    void valuesComeBackAndNothingElseIsRead() {
        const Redemption one{VerifyKey{{5}}, 1'800'000'000, 77};
        const GrantState state{OrganisationId{{4}}, 2, 3, 1'800'000'900};
        const GrantName name{VerifyKey{{6}}, GrantId{{7}}};
        QVERIFY(*decodeGrantState(encode(state)) == state);
        QVERIFY(*decodeRedemption(encode(RedemptionLeaf(one))) == one);
        QVERIFY(!decodeRedemption(encode(RedemptionLeaf()))->has_value());
        QVERIFY(*decodeGrantName(encode(name)) == name);
        QCOMPARE(*decodeGrantCount(encodeGrantCount(70000)), 70000U);
        QVERIFY(*decodeSpareHolder(encodeSpareHolder(state.organisation)) == state.organisation);
        for (const Bytes &whole : {encode(state), encode(RedemptionLeaf(one)), encode(name)})
            for (std::size_t n = 0; n < whole.size(); ++n) {
                const auto part = ByteView(whole).first(n);
                QVERIFY(!decodeGrantState(part).ok() && !decodeRedemption(part).ok()
                        && !decodeGrantName(part).ok());
            }
        QVERIFY(!decodeGrantState(encode(GrantState{{}, 0, 1, 1})).ok());
        QVERIFY(!decodeGrantState(encode(GrantState{{}, mostUses + 1, mostUses, 1})).ok());
        QVERIFY(!decodeGrantCount(cbor::Writer().unsignedInteger(1ULL << 32U).take()).ok());
    }
};

APRICOT_TEST(TestGrants)
#include "test_grants.moc"
