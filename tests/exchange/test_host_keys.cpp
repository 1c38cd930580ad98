// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/crypto.h"
#include "exchange/host_keys.h"
#include "mailbox_scene.h"
#include "program/test_program.h"

#include <QTest>

using namespace apricot;

class TestHostKeys : public QObject {
    Q_OBJECT
    using Scene = MailboxScene;

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    // Who it is stands in its mailbox: another's keys, or none, are missed by whoever opens it, and
    // by whoever has it open, before anything is redeemed.
    void itDoesNotBecomeAnotherHost() {
        Scene s;
        QVERIFY(s.mailbox->deposit(s.deposit).ok());
        const auto keys = hostKeysIn(s.folder()), kept = s.folder() / "kept";
        const auto isRefused = [&] {
            QCOMPARE(openDirectoryMailbox(s.folder(), *s.ledger, s.clock).error().code,
                     ErrorCode::HostKeysDamaged);
            QCOMPARE(s.mailbox->hosts().error().code, ErrorCode::HostKeysDamaged);
        };
        const Bytes asked = s.request(s.clinic, s.desk);
        std::filesystem::rename(keys, kept);
        isRefused();
        QCOMPARE(s.refusal(asked), ErrorCode::HostKeysDamaged);
        QVERIFY(!std::filesystem::exists(keys));
        QVERIFY(HostKeys::open(keys, s.clock).ok()); // another's
        isRefused();
        QCOMPARE(s.refusal(asked), ErrorCode::HostKeysDamaged);
        std::filesystem::remove(keys);
        std::filesystem::rename(kept, keys);
        s.redeem();
        QCOMPARE(s.refusal(asked), ErrorCode::None);
        QVERIFY(openDirectoryMailbox(s.folder(), *s.ledger, s.clock).ok());
    }
};

APRICOT_TEST(TestHostKeys)
#include "test_host_keys.moc"
