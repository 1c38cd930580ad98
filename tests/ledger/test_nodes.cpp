// SPDX-License-Identifier: GPL-3.0-or-later
// Nodes and their month keys: who may say what of them, and what the state then holds.
#include <QTest>

#include "parties.h"

#include "crypto/crypto.h"
#include "ledger/memory_ledger.h"
#include "program/test_program.h"

using namespace apricot;

namespace {

struct Scene : Parties {
    std::unique_ptr<Ledger> ledger =
        std::move(createMemoryLedger(genesis(), clock, random)).value();
    SigningKey nodeKeyPair = key();
    NodeId id = verifyKeyOf(nodeKeyPair);
    Scene() { must(signedBy(admin, RegisterOrganisation{organisation()}), Refusal::None); }

    [[nodiscard]] Node node() const {
        return {clinic, {clinic}, "node.example:8443", NodeStatus::Active};
    }
    void must(const Bytes &transaction, Refusal expected) {
        const auto outcome = ledger->submit(transaction);
        if (!outcome || outcome->refusal != expected)
            qFatal("%s, not %s", outcome ? nameOf(outcome->refusal).data() : "failed",
                   nameOf(expected).data());
    }
    void decided(Action action, Refusal expected = Refusal::None) {
        must(signedBy(admin, std::move(action)), expected);
    }
    [[nodiscard]] MonthKeys keysFor(std::uint16_t first, std::size_t count) {
        MonthKeys out;
        for (std::size_t i = 0; i < count; ++i)
            out.push_back({static_cast<std::uint16_t>(first + i), randomFixed<SealKey>(random)});
        return out;
    }
    [[nodiscard]] std::uint16_t now() const { return monthOf(clock.now()); }
};

} // namespace

class TestNodes : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void monthsAreCountedFromTheEpoch() {
        QCOMPARE(monthOf(-5), std::uint16_t{0});
        QCOMPARE(monthOf(0), std::uint16_t{0});
        QCOMPARE(monthOf(31 * 86400 - 1), std::uint16_t{0});
        QCOMPARE(monthOf(31 * 86400), std::uint16_t{1});
        QCOMPARE(monthOf(951'782'399), std::uint16_t{361});        // 2000-02-28T23:59:59Z
        QCOMPARE(monthOf(951'868'800), std::uint16_t{362});        // 2000-03-01
        QCOMPARE(monthOf(253'402'300'799), std::uint16_t{0xffff}); // the end of 9999
    }

    void aNodeIsRegisteredListedAndChangedByTheQuorum() {
        Scene s;
        s.must(s.signedBy(s.stranger, RegisterNode{s.id, s.node()}), Refusal::NotAuthorised);
        s.decided(ChangeNode{s.id, s.node()}, Refusal::NodeUnknown);
        Node bad = s.node();
        bad.operatedBy.bytes[0] ^= 1U;
        s.decided(RegisterNode{s.id, bad}, Refusal::OrganisationUnknown);
        bad = s.node();
        bad.actsFor.front().bytes[0] ^= 1U;
        s.decided(RegisterNode{s.id, bad}, Refusal::OrganisationUnknown);
        bad = s.node();
        bad.status = NodeStatus::Resting;
        s.decided(RegisterNode{s.id, bad}, Refusal::NodeInvalid);
        for (const std::string &address : {std::string(65, 'a'), std::string("a b")}) {
            bad = s.node();
            bad.address = address;
            s.decided(RegisterNode{s.id, bad}, Refusal::TransactionMalformed);
        }
        QVERIFY(!s.ledger->standing(nodeIndexKey())->has_value());

        s.decided(RegisterNode{s.id, s.node()});
        s.decided(RegisterNode{s.id, s.node()}, Refusal::NodeExists);
        const NodeId other = verifyKeyOf(s.stranger);
        s.decided(RegisterNode{other, s.node()});
        QVERIFY(decodeNode(**s.ledger->standing(nodeKey(s.id))).value() == s.node());
        std::vector<NodeId> both{s.id, other};
        std::ranges::sort(both);
        QVERIFY(decodeNodeIndex(**s.ledger->standing(nodeIndexKey())).value() == both);
        Node resting = s.node();
        resting.status = NodeStatus::Resting;
        resting.actsFor.clear();
        resting.address.clear();
        s.decided(ChangeNode{s.id, resting});
        QVERIFY(decodeNode(**s.ledger->standing(nodeKey(s.id))).value() == resting);
    }

    void aNodeSetsItsOwnMonthKeysAndNobodyElseDoes() {
        Scene s;
        const MonthKeys keys = s.keysFor(s.now(), mostMonthKeys);
        s.must(s.signedBy(s.nodeKeyPair, SetMonthKeys{s.id, keys}), Refusal::NodeUnknown);
        s.decided(RegisterNode{s.id, s.node()});
        s.must(s.signedBy(s.admin, SetMonthKeys{s.id, keys}), Refusal::NotAuthorised);
        s.must(s.signedBy(s.nodeKeyPair, SetMonthKeys{s.id, keys}), Refusal::None);
        QVERIFY(decodeMonthKeys(**s.ledger->standing(monthKeysKey(s.id))).value() == keys);
        const auto refused = [&](const MonthKeys &bad, Refusal why) {
            s.must(s.signedBy(s.nodeKeyPair, SetMonthKeys{s.id, bad}), why);
        };
        refused(s.keysFor(static_cast<std::uint16_t>(s.now() - 1), 2), Refusal::MonthKeysInvalid);
        refused(s.keysFor(static_cast<std::uint16_t>(s.now() + monthsAhead + 1), 2),
                Refusal::MonthKeysInvalid);
        refused(s.keysFor(s.now(), mostMonthKeys + 1), Refusal::TransactionMalformed);
        MonthKeys twice = s.keysFor(s.now(), 2);
        twice[1].month = twice[0].month;
        refused(twice, Refusal::TransactionMalformed);
        QVERIFY(decodeMonthKeys(**s.ledger->standing(monthKeysKey(s.id))).value() == keys);
        s.must(s.signedBy(s.nodeKeyPair, SetMonthKeys{s.id, {}}), Refusal::None); // gives them up
    }

    void damagedValuesAreNamed() {
        Scene s;
        const Bytes whole[] = {encode(s.node()), encode(s.keysFor(700, 3)),
                               encodeNodeIndex({verifyKeyOf(s.patient)})};
        for (std::size_t n = 0; n < whole[0].size(); ++n)
            QVERIFY(!decodeNode(ByteView(whole[0]).first(n)).ok());
        for (std::size_t n = 0; n < whole[1].size(); ++n)
            QVERIFY(!decodeMonthKeys(ByteView(whole[1]).first(n)).ok());
        for (std::size_t n = 0; n < whole[2].size(); ++n)
            QVERIFY(!decodeNodeIndex(ByteView(whole[2]).first(n)).ok());
    }
};

APRICOT_TEST(TestNodes)
#include "test_nodes.moc"
