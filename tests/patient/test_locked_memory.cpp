// SPDX-License-Identifier: GPL-3.0-or-later
// Locked means that the keys are gone from this process's memory, at once, also while a node that
// never answers is being asked.
#include "screen/memory.h"

#include "base/file.h"
#include "crypto/crypto.h"
#include "crypto/system_random.h"
#include "ledger/state_keys.h"
#include "person/person.h"
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
            const Wallet wallet = Wallet::create(random);
            if (!(*vault)->put(spaces::wallet, "seed", wallet.seed().view())) return;
            vault->reset();
            const auto key = unwrapDataKey(*readFile(file().string() + ".key", 4096), secret());
            found("data key", key->key.view());
            found("data key as text", viewOf(toHex(key->key.view())));
            found("wallet seed", wallet.seed().view());
        });
        std::ofstream(path("ledger.json"))
            << R"({"nodes":["http://127.0.0.1:)" << node.port()
            << R"("],"chain":"silent","ledger_key":")" << std::string(64, '7') << "\"}";
    }
    [[nodiscard]] std::filesystem::path path(const char *name) const {
        return std::filesystem::path(folder.path().toStdString()) / name;
    }
    [[nodiscard]] std::filesystem::path file() const { return path("person.vault"); }
    [[nodiscard]] bool open(Person &person) const {
        person.setFolder(folder.path());
        person.setProperty("ledger", QString::fromStdString(path("ledger.json").string()));
        SecretField field;
        QKeyEvent typed(QEvent::KeyPress, 0, Qt::NoModifier, QString::fromLatin1(passphrase));
        QCoreApplication::sendEvent(&field, &typed);
        person.unlock(&field);
        return QTest::qWaitFor([&] { return person.state() == Person::Open && !person.isBusy(); },
                               20'000);
    }
    // A job that holds the wallet and asks a node.
    void askNode(Person &person) {
        person.ask<int>(
            &person,
            [this](Session &session) -> Result<int> {
                const auto wallet = session.wallet();
                const auto chosen = session.ledger();
                if (wallet && chosen) (void)(*chosen)->ledger().query(organisationKey({})).ok();
                ended = true;
                return 0;
            },
            [](int &&) {});
    }
};

} // namespace

class test_locked_memory : public QObject {
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
        QCOMPARE(scene.secrets.size(), std::size_t{3});
        Person person;
        QVERIFY(scene.open(person));
        QVERIFY(!test::inMemory(scene.secrets).empty()); // the search finds what is there
        if (!how.contains(QStringLiteral("nothing"))) {
            scene.askNode(person);
            QVERIFY(scene.node.isAsked());
            QVERIFY(!scene.ended);
        }
        QElapsedTimer took;
        took.start();
        if (how.contains(QStringLiteral("hand")))
            person.lock();
        else if (how.contains(QStringLiteral("time")))
            person.findChild<QTimer *>(QStringLiteral("idle"))->start(1);
        else
            person.findChild<Wake *>()->beat(QDateTime::currentSecsSinceEpoch() + 3600);
        bool locked = false;
        // In the very moment in which it is said.
        connect(&person, &Person::stateChanged, &person,
                [&] { locked = person.state() == Person::Locked; });
        if (person.state() != Person::Locked)
            QVERIFY(QTest::qWaitFor([&] { return locked; }, 5000));
        QVERIFY2(took.elapsed() < 1000, qPrintable(QString::number(took.elapsed())));
        const auto left = test::inMemory(scene.secrets);
        QVERIFY2(left.empty(), left.empty() ? "" : left.front().c_str());
        QVERIFY(scene.open(person)); // and the network serves again
        scene.ended = false;
        scene.askNode(person);
        QVERIFY(scene.node.isAsked());
        person.lock();
        QVERIFY(test::inMemory(scene.secrets).empty());
    }
};

APRICOT_SCREEN_TEST(test_locked_memory)
#include "test_locked_memory.moc"
