// SPDX-License-Identifier: GPL-3.0-or-later
// A ledger that an older Apricot made is brought to the newest rules when it is opened.
#include <QTest>

#include "kept.h"

#include "crypto/crypto.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "ledger/embedded_ledger.h"
#include "ledger/rules.h"
#include "program/test_program.h"

using namespace apricot;

class TestUpgrade : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void anEmbeddedLedgerIsUpgradedOnceByABlockOfItsOwn() {
        const kept::Folder folder("embedded_1");
        FixedClock clock{kept::start + 3600};
        auto opened = openEmbeddedLedger(folder.path(), clock);
        QVERIFY(opened.ok());
        Ledger &ledger = **opened;
        QCOMPARE(ledger.chainId(), kept::chainId);
        const auto rules = decodeRulesVersion(**ledger.standing(rulesVersionKey()));
        QVERIFY(rules.value() == (RulesVersion{latestRules, latestRules, 0}));
        QVERIFY(!ledger.standing(quotaKey())->has_value()); // one organisation's own: no quota
        const Height height = ledger.query(rulesVersionKey())->height;
        QCOMPARE(openEmbeddedLedger(folder.path(), clock).value()->query(rulesVersionKey())->height,
                 height);
    }
};

APRICOT_TEST(TestUpgrade)
#include "test_upgrade.moc"
