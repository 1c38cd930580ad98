// SPDX-License-Identifier: GPL-3.0-or-later
// Which node carries a person's questions.
#include "crypto/hash.h"
#include "crypto/system_random.h"
#include "flows/relayed_ledger.h"
#include "gateway/relay_server.h"
#include "program/test_program.h"

#include <QtTest>
#include <map>

using namespace apricot;

class TestRelayedLedger : public QObject {
    Q_OBJECT
    SeededRandom m_random{5};
    static constexpr UnixTime week = UnixTime{7} * 86400;
    static constexpr UnixTime start = 3000 * week;

  private Q_SLOTS:
    // So long a node sees that large letters come by one relay; so seldom, that those who see a
    // person's address are few.
    void thereIsOneRelayAWeek() {
        std::vector<HolderNode> nodes;
        std::vector<gateway::NodeAddress> reachable;
        for (int i = 0; i < 4; ++i) {
            HolderNode node;
            node.id = randomFixed<VerifyKey>(m_random);
            node.operatedBy = randomFixed<OrganisationId>(m_random);
            node.address = "https://node" + std::to_string(i) + ":1";
            reachable.push_back({gateway::connectable(node.address), {}});
            nodes.push_back(node);
        }
        HolderNode far = nodes.back(); // which the file does not say how to reach
        far.address = "https://far:1";
        nodes.push_back(far);
        const auto seed = randomFixed<Digest>(m_random);
        const auto first = [&](const Digest &of, UnixTime now) {
            const auto relays = relaysFor(nodes, reachable, of, now);
            if (relays.size() != 4) qFatal("not all");
            return relays.front().number;
        };
        std::map<std::size_t, int> weeks;
        int others = 0;
        for (int i = 0; i < 400; ++i) {
            const auto relay = first(seed, start + i * week);
            QCOMPARE(first(seed, start + i * week + week / 2), relay);
            QCOMPARE(first(seed, start + (i + 1) * week - 1), relay);
            ++weeks[relay];
            others += first(randomFixed<Digest>(m_random), start + i * week) != relay ? 1 : 0;
        }
        QCOMPARE(weeks.size(), std::size_t{4}); // each as often: 100, by chance 9 less or more
        for (const auto &[relay, n] : weeks)
            QVERIFY2(n > 60 && n < 140, qPrintable(QString::number(n)));
        QVERIFY2(others > 260 && others < 340, qPrintable(QString::number(others)));
        QVERIFY(relaysFor(nodes, {}, seed, start).empty());
    }
};

APRICOT_TEST(TestRelayedLedger)
#include "test_relayed_ledger.moc"
