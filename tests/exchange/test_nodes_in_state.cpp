// SPDX-License-Identifier: GPL-3.0-or-later
// Which nodes a phone finds in the ledger's state, to seal shares to.
#include "../ledger/parties.h"
#include "crypto/crypto.h"
#include "exchange/holders.h"
#include "ledger/memory_ledger.h"
#include "program/test_program.h"

#include <QTest>

using namespace apricot;

class TestNodesInState : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void activeNodesAreFoundWithTheirKeys() {
        Parties p;
        const auto ledger = std::move(createMemoryLedger(p.genesis(), p.clock, p.random)).value();
        QVERIFY(nodesIn(*ledger)->empty());
        const auto accepted = [&](const SigningKey &who, Action action) {
            const auto outcome = ledger->submit(p.signedBy(who, std::move(action)));
            return outcome && outcome->accepted();
        };
        QVERIFY(accepted(p.admin, RegisterOrganisation{p.organisation()}));
        const NodeId active = verifyKeyOf(p.daughter);
        const NodeId resting = verifyKeyOf(p.stranger);
        Node node{p.clinic, {p.clinic}, "node.example", NodeStatus::Active};
        QVERIFY(accepted(p.admin, RegisterNode{active, node}));
        QVERIFY(accepted(p.admin, RegisterNode{resting, node}));
        const MonthKeys keys{{monthOf(p.clock.now()), randomFixed<SealKey>(p.random)}};
        QVERIFY(accepted(p.daughter, SetMonthKeys{active, keys}));
        node.status = NodeStatus::Resting;
        QVERIFY(accepted(p.admin, ChangeNode{resting, node}));
        const auto found = nodesIn(*ledger);
        QVERIFY(found.ok());
        QVERIFY(*found
                == (std::vector<HolderNode>{{active, p.clinic, {p.clinic}, keys, "node.example"}}));
    }
};

APRICOT_TEST(TestNodesInState)
#include "test_nodes_in_state.moc"
