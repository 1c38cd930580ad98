// SPDX-License-Identifier: GPL-3.0-or-later
// What a consortium decides of itself and of organisations: who must agree, and within which
// limits.
#include <QTest>

#include "parties.h"

#include "crypto/crypto.h"
#include "ledger/memory_ledger.h"
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
    Refusal submit(const Bytes &wire) {
        const auto outcome = ledger->submit(wire);
        if (!outcome) qFatal("%s", outcome.error().detail.c_str());
        return outcome->refusal;
    }
};

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
            QVERIFY(!refused && refused.error().code == Code::LedgerGenesisInvalid);
        }
        QCOMPARE(s.submit(s.signedByFirst(1, ChangeConsortium{s.keysOf(3), 3, 10})),
                 Refusal::ConsortiumInvalid);
        QCOMPARE(s.submit(s.signedByFirst(1, ChangeConsortium{s.keysOf(3), 0, 10})),
                 Refusal::ConsortiumInvalid);
        QCOMPARE(s.submit(s.signedByFirst(1, ChangeConsortium{s.keysOf(3), 2, 10})), Refusal::None);
    }

    void theLargestDecisionFits() {
        Scene s(64, 43);
        Organisation large = s.organisation();
        large.name = std::string(128, 'n');
        large.deskKeys.clear();
        for (int i = 0; i < 256; ++i) large.deskKeys.push_back(verifyKeyOf(s.key()));
        std::ranges::sort(large.deskKeys);
        const Bytes wire = s.signedByFirst(64, RegisterOrganisation{large});
        QVERIFY2(wire.size() <= largestTransaction, std::to_string(wire.size()).c_str());
        QCOMPARE(s.submit(wire), Refusal::None);
    }
};

APRICOT_TEST(TestGovernance)
#include "test_governance.moc"
