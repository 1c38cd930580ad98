// SPDX-License-Identifier: GPL-3.0-or-later
// A locked counter has no key in its memory, at once, also while a node that never answers is being
// asked.
#include "screen/memory.h"

#include "base/file.h"
#include "clinic/counter.h"
#include "crypto/crypto.h"
#include "crypto/system_random.h"
#include "ledger/state_keys.h"
#include "vault/key_file.h"

#include "program/test_program.h"

#include <QElapsedTimer>
#include <QKeyEvent>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace apricot;

namespace {

constexpr const char *passphrase = "seven cranes over water";

SecretBytes secret() {
    std::string text = passphrase;
    return SecretBytes::take({reinterpret_cast<std::uint8_t *>(text.data()), text.size()});
}

struct Scene {
    QTemporaryDir folder;
    test::SilentNode node;
    std::vector<test::Masked> secrets;
    std::atomic<bool> ended = false;

    Scene() {
        secrets = test::learnt([this](const test::Found &found) {
            SystemRandom random;
            const SystemClock clock;
            auto vault = Vault::create(file(), secret(), leastPasswordCost, random, clock);
            if (!vault) return;
            if (!makeDesk(**vault, "Clinic", 3, {Purpose::Treatment}, random)) return;
            const auto desk = deskOf(**vault);
            vault->reset();
            const auto key = unwrapDataKey(*readFile(file().string() + ".key", 4096), secret());
            found("data key", key->key.view());
            found("data key as text", viewOf(toHex(key->key.view())));
            found("desk key", desk->signing.view());
            found("opening key", desk->opening.view());
        });
        std::ofstream(path("ledger.json"))
            << R"({"nodes":["http://127.0.0.1:)" << node.port()
            << R"("],"chain":"silent","ledger_key":")" << std::string(64, '7') << "\"}";
    }
    [[nodiscard]] std::filesystem::path path(const char *name) const {
        return std::filesystem::path(folder.path().toStdString()) / name;
    }
    [[nodiscard]] std::filesystem::path file() const { return path("clinic.vault"); }
    [[nodiscard]] bool open(Counter &counter) const {
        counter.setFolder(folder.path());
        counter.setProperty("ledger", QString::fromStdString(path("ledger.json").string()));
        SecretField field;
        QKeyEvent typed(QEvent::KeyPress, 0, Qt::NoModifier, QString::fromLatin1(passphrase));
        QCoreApplication::sendEvent(&field, &typed);
        counter.unlock(&field);
        return QTest::qWaitFor(
            [&] { return counter.state() == Counter::SigningIn && !counter.isBusy(); }, 20'000);
    }
    // A job that holds the desk's keys and asks a node.
    void askNode(Counter &counter) {
        counter.ask<int>(
            &counter,
            [this](CounterSession &session) -> Result<int> {
                const auto desk = deskOf(*session.vault);
                const auto chosen = session.ledger();
                if (desk && chosen) (void)(*chosen)->ledger().query(organisationKey({})).ok();
                ended = true;
                return 0;
            },
            [](int &&) {});
    }
};

} // namespace

class test_clinic_memory : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        if (!test::memoryTells) QSKIP("under AddressSanitizer: freed memory is kept");
        QVERIFY(startCrypto().ok());
    }

    void lockedIsWithoutKeys_data() {
        QTest::addColumn<QString>("how");
        for (const char *how : {"by hand", "by hand, nothing under way", "by time", "by sleep"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void lockedIsWithoutKeys() {
        QFETCH(const QString, how);
        Scene scene;
        QCOMPARE(scene.secrets.size(), std::size_t{4});
        Counter counter;
        QVERIFY(scene.open(counter));
        QVERIFY(!test::inMemory(scene.secrets).empty()); // the search finds what is there
        if (!how.contains(QStringLiteral("nothing"))) {
            scene.askNode(counter);
            QVERIFY(scene.node.isAsked());
            QVERIFY(!scene.ended);
        }
        QElapsedTimer took;
        took.start();
        if (how.contains(QStringLiteral("hand")))
            counter.lock();
        else if (how.contains(QStringLiteral("time")))
            counter.findChild<QTimer *>(QStringLiteral("idle"))->start(1);
        else
            counter.findChild<Wake *>()->beat(QDateTime::currentSecsSinceEpoch() + 3600);
        bool locked = false;
        // In the very moment in which it is said.
        connect(&counter, &Counter::stateChanged, &counter,
                [&] { locked = counter.state() == Counter::Locked; });
        if (counter.state() != Counter::Locked)
            QVERIFY(QTest::qWaitFor([&] { return locked; }, 5000));
        QVERIFY2(took.elapsed() < 1000, qPrintable(QString::number(took.elapsed())));
        const auto left = test::inMemory(scene.secrets);
        QVERIFY2(left.empty(), left.empty() ? "" : left.front().c_str());
        QVERIFY(scene.open(counter)); // and the network serves again
        scene.ended = false;
        scene.askNode(counter);
        QVERIFY(scene.node.isAsked());
        counter.lock();
        QVERIFY(test::inMemory(scene.secrets).empty());
    }
};

APRICOT_SCREEN_TEST(test_clinic_memory)
#include "test_clinic_memory.moc"
