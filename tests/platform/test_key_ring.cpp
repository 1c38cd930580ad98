// SPDX-License-Identifier: GPL-3.0-or-later
// The key store on a real key ring: GNOME Keyring on a private message bus, with a home of its own.
// Says so and skips where gnome-keyring-daemon is not installed.
#include "platform/qt/key_store_qt.h"
#include "program/test_program.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace apricot;

namespace {

SecretBytes secret(Bytes bytes) {
    return SecretBytes::take(bytes);
}
Bytes bytesOf(const SecretBytes &secret) {
    return {secret.view().begin(), secret.view().end()};
}

} // namespace

class TestKeyRing : public QObject {
    Q_OBJECT
    QTemporaryDir m_home;
    QProcess m_bus, m_ring;

  private Q_SLOTS:
    void initTestCase() {
        const QString program =
            QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon"));
        if (program.isEmpty()) QSKIP("gnome-keyring-daemon is not installed");
        qputenv("HOME", m_home.path().toUtf8());
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_RUNTIME_DIR", m_home.path().toUtf8());
        m_bus.start(QStringLiteral("dbus-daemon"),
                    {QStringLiteral("--session"), QStringLiteral("--print-address"),
                     QStringLiteral("--nofork"), QStringLiteral("--nopidfile")});
        QVERIFY(m_bus.waitForStarted() && m_bus.waitForReadyRead());
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
        m_ring.start(program, {QStringLiteral("--unlock"), QStringLiteral("--foreground"),
                               QStringLiteral("--components=secrets")});
        QVERIFY(m_ring.waitForStarted());
        m_ring.write("of this test\n");
        m_ring.closeWriteChannel();
        QTRY_VERIFY_WITH_TIMEOUT(QtKeyStore().isThere(), 20000);
    }
    void cleanupTestCase() {
        for (QProcess *process : {&m_ring, &m_bus}) {
            process->kill();
            process->waitForFinished();
        }
    }

    void whatIsPutIsGot() {
        QtKeyStore keys;
        QVERIFY(!keys.isSimulated());
        QVERIFY(!keys.get("apricot-none")->has_value());
        Bytes all(33);
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::uint8_t>(i * 8);
        QVERIFY(keys.put("apricot-one", secret(all)).ok());
        QCOMPARE(bytesOf(**keys.get("apricot-one")), all);
        all[0] = 0xff;
        QVERIFY(keys.put("apricot-one", secret(all)).ok());
        QCOMPARE(bytesOf(**keys.get("apricot-one")), all);
        QVERIFY(keys.remove("apricot-one").ok());
        QVERIFY(!keys.get("apricot-one")->has_value());
        QVERIFY(keys.remove("apricot-one").ok());
    }
    // As from the app's working thread.
    void fromAnotherThread() {
        QtKeyStore keys;
        Bytes got;
        std::atomic<bool> done = false;
        std::thread other([&] {
            if (keys.put("apricot-two", secret({1, 2, 3})).ok()) {
                const auto value = keys.get("apricot-two");
                if (value && *value) got = bytesOf(**value);
            }
            done = true;
        });
        QTRY_VERIFY(done);
        other.join();
        QCOMPARE(got, (Bytes{1, 2, 3}));
    }
    void aKeyRingThatIsGoneIsSaidToBe() {
        m_ring.kill();
        m_ring.waitForFinished();
        QtKeyStore keys;
        QTRY_VERIFY(!keys.isThere());
        QCOMPARE(keys.get("apricot-two").error().code, ErrorCode::KeyStoreAbsent);
    }
};

APRICOT_TEST(TestKeyRing)
#include "test_key_ring.moc"
