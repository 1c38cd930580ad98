// SPDX-License-Identifier: GPL-3.0-or-later
// What a consortium decides of itself and of organisations: who must agree, and within which
// limits.
#include <QTest>

#include "parties.h"

#include "crypto/crypto.h"
#include "crypto/valid_key.h"
#include "ledger/memory_ledger.h"
#include "ledger/proposal_trial.h"
#include "program/test_program.h"

using namespace apricot;

namespace {

struct Scene : Parties {
    std::vector<SigningKey> admins;
    std::unique_ptr<Ledger> ledger;

    explicit Scene(std::size_t count = 1, std::uint32_t quorum = 1) {
        for (std::size_t i = 0; i < count; ++i) admins.push_back(key());
        ledger = std::move(createMemoryLedger(consortium(quorum), clock, random)).value();
    }
    [[nodiscard]] Consortium consortium(std::uint32_t quorum) const {
        Consortium out{chainId, keysOf(admins.size()), quorum};
        return out;
    }
    [[nodiscard]] std::vector<VerifyKey> keysOf(std::size_t count) const {
        std::vector<VerifyKey> out;
        for (std::size_t i = 0; i < count; ++i) out.push_back(verifyKeyOf(admins[i]));
        std::ranges::sort(out);
        return out;
    }
    Bytes signedByFirst(std::size_t count, Action action) {
        const Bytes body = encodeBody(makeTransaction(chainId, std::move(action), clock, random));
        std::vector<SignedBy> signatures;
        for (std::size_t i = 0; i < count; ++i) signatures.push_back(signBody(body, admins[i]));
        return assembleTransaction(body, std::move(signatures));
    }
    Bytes decided(Action action) { return signedByFirst(1, std::move(action)); }
    Refusal submit(const Bytes &wire) {
        const auto outcome = ledger->submit(wire);
        if (!outcome) qFatal("%s", outcome.error().detail.c_str());
        return outcome->refusal;
    }
};

OrganisationId idOfStranger() {
    return *OrganisationId::from(Bytes(16, 77));
}

} // namespace

class TestGovernance : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void whatMayBeDecidedCanBeSigned() {
        Scene s(64, 43);
        const ChangeConsortium change{s.keysOf(63), 42, 100};
        QCOMPARE(s.submit(s.signedByFirst(42, change)), Refusal::NotAuthorised);
        QCOMPARE(s.submit(s.signedByFirst(43, change)), Refusal::None);
        QCOMPARE(decodeConsortium(**s.ledger->standing(consortiumKey()))->quorum, 42U);
        QCOMPARE(s.submit(s.signedByFirst(64, ChangeConsortium{s.keysOf(64), 43, 100})),
                 Refusal::None);
    }

    void aQuorumIsAtMostTwoThirds() {
        constexpr std::pair<std::size_t, std::uint32_t> most[] = {{1, 1}, {2, 2}, {3, 2},  {4, 3},
                                                                  {5, 4}, {6, 4}, {64, 43}};
        SeededRandom random(7);
        const FixedClock clock(1'800'000'000);
        Scene s(64, 1);
        for (const auto &[count, quorum] : most) {
            QCOMPARE(largestQuorum(count), quorum);
            const Consortium good{"chain", s.keysOf(count), quorum};
            Consortium bad = good;
            ++bad.quorum;
            QVERIFY(createMemoryLedger(good, clock, random).ok());
            const auto refused = createMemoryLedger(bad, clock, random);
            QVERIFY(!refused && refused.error().code == ErrorCode::LedgerGenesisInvalid);
        }
        QCOMPARE(s.submit(s.signedByFirst(1, ChangeConsortium{s.keysOf(3), 3, 10})),
                 Refusal::ConsortiumInvalid);
        QCOMPARE(s.submit(s.signedByFirst(1, ChangeConsortium{s.keysOf(3), 0, 10})),
                 Refusal::ConsortiumInvalid);
        QCOMPARE(s.submit(s.signedByFirst(1, ChangeConsortium{s.keysOf(3), 2, 10})), Refusal::None);
    }

    // A key that nobody holds would count among those that must agree, for ever.
    void whoComesInSignsToo() {
        Scene s(3, 2);
        const SigningKey fresh = s.key();
        auto admins = s.keysOf(3);
        admins.push_back(verifyKeyOf(fresh));
        std::ranges::sort(admins);
        const auto signedWith = [&](const SigningKey *own) {
            const Bytes body = encodeBody(
                makeTransaction(s.chainId, ChangeConsortium{admins, 3, 100}, s.clock, s.random));
            std::vector<SignedBy> by{signBody(body, s.admins[0]), signBody(body, s.admins[1])};
            if (own != nullptr) by.push_back(signBody(body, *own));
            return assembleTransaction(body, std::move(by));
        };
        QCOMPARE(s.submit(signedWith(nullptr)), Refusal::ConsortiumInvalid);
        QCOMPARE(s.submit(signedWith(&s.stranger)), Refusal::ConsortiumInvalid);
        QCOMPARE(s.submit(signedWith(&fresh)), Refusal::None);
        QCOMPARE(decodeConsortium(**s.ledger->standing(consortiumKey()))->admins, admins);
    }

    void aKeyThatCannotSignDecidesNothing() {
        Scene s;
        for (const char *hex :
             {"0000000000000000000000000000000000000000000000000000000000000000",
              "0100000000000000000000000000000000000000000000000000000000000000",
              "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a", // order 8
              "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // order 2
              "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // above p
              "1111111111111111111111111111111111111111111111111111111111111111"}) {
            auto keys = s.keysOf(1);
            keys.push_back(*VerifyKey::from(*fromHex(hex)));
            std::ranges::sort(keys);
            const auto begun = createMemoryLedger(Consortium{"chain", keys, 1}, s.clock, s.random);
            QVERIFY2(!begun && begun.error().code == ErrorCode::LedgerGenesisInvalid, hex);
            QCOMPARE(s.submit(s.decided(ChangeConsortium{keys, 1, 100})),
                     Refusal::ConsortiumInvalid);
        }
        // What is mistyped mostly is none.
        int valid = 0;
        for (std::size_t bit = 0; bit < 255; ++bit) {
            VerifyKey typed = s.keysOf(1).front();
            typed.bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
            valid += isValidKey(typed) ? 1 : 0;
        }
        QVERIFY2(valid < 40, std::to_string(valid).c_str()); // a sixteenth
    }

    void whatChangesNothingOrIsRefusedIsSaidBeforehand() {
        Scene s(3, 2);
        const auto foreseen = [&](Action action) {
            const auto said =
                tried(*s.ledger, makeTransaction(s.chainId, std::move(action), s.clock, s.random),
                      s.clock);
            return said ? (said->empty() ? std::string("nothing") : std::string("changes"))
                        : std::string(nameOf(said.error().code));
        };
        QCOMPARE(s.submit(s.signedByFirst(2, RegisterOrganisation{s.organisation()})),
                 Refusal::None);
        QCOMPARE(s.submit(s.signedByFirst(2, ChangeConsortium{s.keysOf(3), 2, 100})),
                 Refusal::None);
        auto more = s.keysOf(3);
        more.push_back(verifyKeyOf(s.stranger));
        std::ranges::sort(more);
        QCOMPARE(foreseen(ChangeConsortium{s.keysOf(3), 2, 100}), std::string("nothing"));
        QCOMPARE(foreseen(ChangeConsortium{s.keysOf(3), 3, 100}), std::string("ConsortiumInvalid"));
        QCOMPARE(foreseen(ChangeConsortium{more, 2, 100}), std::string("changes"));
        QCOMPARE(foreseen(ReinstateOrganisation{s.clinic}), std::string("nothing"));
        QCOMPARE(foreseen(SuspendOrganisation{s.clinic}), std::string("changes"));
        QCOMPARE(foreseen(SuspendOrganisation{idOfStranger()}), std::string("OrganisationUnknown"));
        QCOMPARE(foreseen(ScheduleRules{latestRules, 1000}), std::string("RulesNotInOrder"));
        QCOMPARE(foreseen(ChangeValidators{{{verifyKeyOf(s.stranger), 1}}}),
                 std::string("ValidatorsInvalid"));
        QCOMPARE(foreseen(RegisterOrganisation{s.organisation()}),
                 std::string("OrganisationExists"));
        QCOMPARE(foreseen(SetPolicy{}), std::string("nothing"));
        // What reading refuses is told as the ledger will tell it.
        const NodeId id = verifyKeyOf(s.stranger);
        const Node bad{s.clinic, {s.clinic}, "a b", NodeStatus::Active};
        QCOMPARE(foreseen(RegisterNode{id, bad}), std::string("TransactionMalformed"));
        QCOMPARE(foreseen(ChangeNode{id, bad}), std::string("TransactionMalformed"));
        QCOMPARE(s.submit(s.signedByFirst(2, RegisterNode{id, bad})),
                 Refusal::TransactionMalformed);
        QCOMPARE(s.submit(s.signedByFirst(2, ChangeNode{id, bad})), Refusal::TransactionMalformed);
        auto twice = s.keysOf(3);
        twice.push_back(twice.back());
        QCOMPARE(foreseen(ChangeConsortium{twice, 2, 100}), std::string("ConsortiumInvalid"));
    }

    // What some have signed is tried as it travels: for this ledger, in time, not yet done.
    void whatHasSignaturesIsTriedWithThem() {
        Scene s(3, 2);
        const auto said = [&](const Bytes &wire) {
            const auto out = tried(*s.ledger, wire, s.clock);
            return out ? ErrorCode::None : out.error().code;
        };
        const Action change = ChangeConsortium{s.keysOf(3), 1, 100};
        const Bytes good = s.decided(change);
        QCOMPARE(said(good), ErrorCode::None);
        Bytes bent = good;
        bent.back() ^= 1U;
        QCOMPARE(said(bent), ErrorCode::TransactionForged);
        QCOMPARE(said(Bytes{1, 2, 3}), ErrorCode::TransactionMalformed);
        QCOMPARE(said(signTransaction(makeTransaction("another", change, s.clock, s.random),
                                      s.admins[0])),
                 ErrorCode::WrongChain);
        auto signedByOne = decodeTransaction(good).value();
        const Bytes whole = addSignature(signedByOne, s.admins[1]).value();
        QCOMPARE(s.submit(whole), Refusal::None);
        QCOMPARE(said(good), ErrorCode::TransactionReplayed);
        const Bytes next = s.decided(SetPolicy{{{Role::Insurer, Purpose::Insurance, 1, 2, 0}}});
        QCOMPARE(said(next), ErrorCode::None);
        s.clock.advance(usualTransactionLife);
        QCOMPARE(said(next), ErrorCode::TransactionExpired);
    }

    void aSignatureIsAddedOnceAndNoMoreThanMayBe() {
        Scene s(64, 43);
        auto proposal =
            decodeTransaction(s.signedByFirst(63, SuspendOrganisation{s.clinic})).value();
        for (int i = 0; i < 2; ++i) {
            const auto wire = addSignature(proposal, s.admins[63]);
            QVERIFY(wire.ok());
            const CheckedTransaction checked = checkTransaction(*wire);
            QVERIFY(checked.allVerified);
            QCOMPARE(checked.signers.size(), std::size_t{64});
        }
        const auto more = addSignature(proposal, s.stranger);
        QVERIFY(!more && more.error().code == ErrorCode::TransactionMalformed);
    }

    // A redemption is tried in one round by a desk of the given profession and level.
    void aPolicySaysWhichRoleGradeAndProfessionMayOpenHowMuch() {
        Scene s;
        Organisation clinic = s.organisation(); // level 3 for treatment and referral
        clinic.tier = 2;
        clinic.desks = {{verifyKeyOf(s.desk), Profession::Nurse, 2}};
        QCOMPARE(s.submit(s.decided(RegisterOrganisation{clinic})), Refusal::None);
        const auto redeemed = [&](Level level) {
            Grant grant = s.grant();
            grant.open.level = level;
            grant.closed.scope.level = level;
            return s.submit(s.redeem(s.publicPart(grant)));
        };
        const auto treating = [](Role role, std::uint16_t who, Level level, std::uint8_t tier) {
            return PolicyLine{role, Purpose::Treatment, who, level, tier};
        };
        const auto set = [&](Policy policy) { return s.submit(s.decided(SetPolicy{policy})); };
        const std::uint16_t doctors = bitOf(Profession::Doctor), nurses = bitOf(Profession::Nurse);

        QCOMPARE(redeemed(2), Refusal::None); // no policy stands: clearance and purposes alone
        QCOMPARE(redeemed(3), Refusal::DeskLevelTooLow);
        QCOMPARE(redeemed(4), Refusal::ClearanceTooLow);
        QCOMPARE(set({treating(Role::Pharmacy, allProfessions, 5, 0)}), Refusal::None);
        QCOMPARE(redeemed(2), Refusal::RoleNotAllowed);
        QCOMPARE(set({{Role::Provider, Purpose::Research, allProfessions, 5, 0}}), Refusal::None);
        QCOMPARE(redeemed(2), Refusal::RoleNotAllowed);
        QCOMPARE(set({treating(Role::Provider, allProfessions, 5, 3)}), Refusal::None);
        QCOMPARE(redeemed(2), Refusal::TierTooLow);
        QCOMPARE(set({treating(Role::Provider, doctors, 5, 0)}), Refusal::None);
        QCOMPARE(redeemed(2), Refusal::PolicyForbids);
        // What the grade shuts out helps nobody: the line for nurses asks for a higher one.
        QCOMPARE(
            set({treating(Role::Provider, doctors, 5, 0), treating(Role::Provider, nurses, 5, 3)}),
            Refusal::None);
        QCOMPARE(redeemed(2), Refusal::PolicyForbids);
        QCOMPARE(
            set({treating(Role::Provider, doctors, 5, 0), treating(Role::Provider, nurses, 1, 2)}),
            Refusal::None);
        QCOMPARE(redeemed(2), Refusal::PolicyForbids);
        QCOMPARE(redeemed(1), Refusal::None);
        QCOMPARE(set({}), Refusal::None); // none stands again
        QVERIFY(!s.ledger->standing(policyKey())->has_value());
        QCOMPARE(redeemed(2), Refusal::None);
    }

    void aPolicyOutsideItsLimitsIsRefused() {
        Scene s;
        const PolicyLine good{};
        const auto refused = [&](Policy policy) {
            QCOMPARE(s.submit(s.decided(SetPolicy{std::move(policy)})), Refusal::PolicyInvalid);
        };
        for (const auto &spoil : std::initializer_list<void (*)(PolicyLine &)>{
                 [](PolicyLine &l) { l.level = 0; }, [](PolicyLine &l) { l.level = 6; },
                 [](PolicyLine &l) { l.tier = 4; }, [](PolicyLine &l) { l.professions = 0; },
                 [](PolicyLine &l) { l.professions = allProfessions + 1; },
                 [](PolicyLine &l) { l.role = Role{9}; },
                 [](PolicyLine &l) { l.purpose = Purpose{0}; }}) {
            Policy bad{good};
            spoil(bad.front());
            refused(bad);
        }
        refused({good, good});
        PolicyLine later = good;
        later.purpose = Purpose::Research;
        refused({later, good});
        Policy many;
        for (std::uint16_t who = 1; who <= mostPolicyLines + 1; ++who)
            many.push_back({Role::Provider, Purpose::Treatment, who, 5, 0});
        refused(many);
        QVERIFY(!s.ledger->standing(policyKey())->has_value());
        many.pop_back();
        QCOMPARE(s.submit(s.decided(SetPolicy{many})), Refusal::None);
        QCOMPARE(s.submit(s.signedBy(s.stranger, SetPolicy{})), Refusal::NotAuthorised);
        QVERIFY(decodePolicy(**s.ledger->standing(policyKey())).value() == many);
        for (std::size_t cut = 0; cut < encode(many).size(); cut += 97)
            QVERIFY(!decodePolicy(ByteView(encode(many)).first(cut)).ok());
    }

    void aRestrictedOrganisationOpensSoMuchAnHourUntilItEnds() {
        Scene s;
        QCOMPARE(s.submit(s.decided(RegisterOrganisation{s.organisation()})), Refusal::None);
        const auto redeemed = [&] { return s.submit(s.redeem(s.publicPart(s.grant()))); };
        const auto restrict = [&](std::optional<Restriction> how) {
            return s.submit(s.decided(SetStanding{s.clinic, how}));
        };
        const UnixTime hour = (s.clock.now() / 3600 + 1) * 3600;
        s.clock.set(hour);
        for (const Restriction &bad :
             {Restriction{Reason{0}, 1, hour + 9}, Restriction{Reason{6}, 1, hour + 9},
              Restriction{Reason::Dues, mostOpenings + 1, hour + 9},
              Restriction{Reason::Dues, 1, hour},
              Restriction{Reason::Dues, 1, hour + longestRestriction + 1}})
            QCOMPARE(restrict(bad), Refusal::StandingInvalid);
        QCOMPARE(s.submit(s.decided(SetStanding{idOfStranger(), std::nullopt})),
                 Refusal::OrganisationUnknown);
        QCOMPARE(restrict(Restriction{Reason::Breach, 2, hour + 7200}), Refusal::None);
        QCOMPARE(redeemed(), Refusal::None);
        QCOMPARE(redeemed(), Refusal::None);
        QCOMPARE(redeemed(), Refusal::QuotaUsedUp);
        s.clock.set(hour + 3600);
        QCOMPARE(redeemed(), Refusal::None);
        QCOMPARE(restrict(Restriction{Reason::Breach, 0, hour + 7200}), Refusal::None);
        QCOMPARE(redeemed(), Refusal::QuotaUsedUp);
        s.clock.set(hour + 7200); // void
        QCOMPARE(redeemed(), Refusal::None);
        QCOMPARE(restrict(Restriction{Reason::Other, 0, hour + 9000}), Refusal::None);
        QCOMPARE(redeemed(), Refusal::QuotaUsedUp);
        QCOMPARE(restrict(std::nullopt), Refusal::None);
        QCOMPARE(redeemed(), Refusal::None);
        QCOMPARE(s.submit(s.signedBy(s.clinicAdmin, SetStanding{s.clinic, std::nullopt})),
                 Refusal::NotAuthorised);
    }

    // Whoever must mend it is told which field, and the rule's own code.
    void aRefusalNamesWhatToMend() {
        Scene s(3, 1);
        s.submit(s.decided(RegisterOrganisation{s.organisation()}));
        const auto why = [&](const Action &action) {
            const Error error = errorOf(s.ledger->submit(s.decided(action)).value());
            return std::string(nameOf(error.code)) + ": " + error.detail;
        };
        QCOMPARE(why(SetPolicy{{{Role::Provider, Purpose::Treatment},
                                {Role::Provider, Purpose::Referral, allProfessions, 9}}}),
                 std::string("PolicyInvalid: line 2: the level is not 1 to 5"));
        QCOMPARE(why(SetStanding{s.clinic, Restriction{Reason::Dues, 1, 7}}),
                 std::string("StandingInvalid: it ends before it begins"));
        QCOMPARE(why(ChangeConsortium{s.keysOf(3), 3, 100}),
                 std::string("ConsortiumInvalid: the quorum is more than two thirds: at most 2"));
        QCOMPARE(why(ChangeKeys{s.clinic, {}, {}, {}}),
                 std::string("OrganisationInvalid: not 1 to 256 desks"));
        Organisation nameless = s.organisation();
        nameless.name.clear();
        QCOMPARE(why(RegisterOrganisation{nameless}),
                 std::string("TransactionMalformed: CborNotAsDescribed the name is not 1 to 128 "
                             "bytes"));
    }

    // What no permission's words could name is not registered.
    void aNameThatNobodyCanSignIsRefused() {
        Scene s;
        for (const char *name : {" ", "\u3000\u00a0", "\u3164", "\u200b", "\u2800 \ufe0f", "\u00ad",
                                 "Clinic\nApproved", "Clinic\t", "Cli\u202enic", "\u2066Clinic",
                                 "Clinic\u200f", "\x7f"}) {
            Organisation bad = s.organisation();
            bad.name = name;
            QCOMPARE(s.submit(s.decided(RegisterOrganisation{bad})), Refusal::OrganisationInvalid);
        }
        Organisation good = s.organisation();
        good.name = "武进区 Wujin Clinic (No. 2) — Zoë";
        QCOMPARE(s.submit(s.decided(RegisterOrganisation{good})), Refusal::None);
    }

    void organisationsOutsideTheirLimitsAreRefused() {
        Scene s;
        const Organisation good = s.organisation();
        for (const auto &spoil : std::initializer_list<void (*)(Organisation &)>{
                 [](Organisation &o) { o.roles = 0; },
                 [](Organisation &o) { o.roles = allRoles + 1; },
                 [](Organisation &o) { o.tier = 4; }, [](Organisation &o) { o.clearance = 0; },
                 [](Organisation &o) { o.desks.front().level = 6; },
                 [](Organisation &o) { o.desks.front().profession = Profession{11}; },
                 [](Organisation &o) { o.desks.push_back(o.desks.front()); },
                 [](Organisation &o) { o.desks.clear(); },
                 [](Organisation &o) { o.purposes = {Purpose{8}}; }}) {
            Organisation bad = good;
            spoil(bad);
            QVERIFY(complaintAbout(bad).has_value());
            QCOMPARE(s.submit(s.decided(RegisterOrganisation{bad})), Refusal::TransactionMalformed);
        }
        Organisation restricted = good;
        restricted.restriction = Restriction{Reason::Dues, 1, 2'000'000'000};
        QCOMPARE(s.submit(s.decided(RegisterOrganisation{restricted})),
                 Refusal::OrganisationInvalid);
        const Bytes whole = encode(restricted);
        QVERIFY(decodeOrganisation(whole).value() == restricted);
        for (std::size_t cut = 0; cut < whole.size(); ++cut)
            QVERIFY(!decodeOrganisation(ByteView(whole).first(cut)).ok());
    }

    void theLargestDecisionFits() {
        Scene s(64, 43);
        Organisation large = s.organisation();
        large.name = std::string(128, 'n');
        large.desks.clear();
        for (int i = 0; i < 256; ++i) large.desks.push_back({verifyKeyOf(s.key())});
        std::ranges::sort(large.desks);
        const Bytes wire = s.signedByFirst(64, RegisterOrganisation{large});
        QVERIFY2(wire.size() <= largestTransaction, std::to_string(wire.size()).c_str());
        QCOMPARE(s.submit(wire), Refusal::None);
    }
};

APRICOT_TEST(TestGovernance)
#include "test_governance.moc"
