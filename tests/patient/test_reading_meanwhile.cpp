// SPDX-License-Identifier: GPL-3.0-or-later
// While a node is slow to answer, the person's records are read on; but never in the middle of what
// is being written.
#include "crypto/crypto.h"
#include "crypto/system_random.h"
#include "ledger/state_keys.h"
#include "person/person.h"
#include "screen/memory.h"

#include "program/test_program.h"

#include <QKeyEvent>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace apricot;

namespace {

constexpr const char *passphrase = "four plum trees";

struct Scene {
    QTemporaryDir folder;
    test::SilentNode node;
    Person person;
    std::atomic<bool> ended = false;

    bool open() {
        const std::filesystem::path at = folder.path().toStdString();
        SystemRandom random;
        const SystemClock clock;
        std::string text = passphrase;
        const SecretBytes secret =
            SecretBytes::take({reinterpret_cast<std::uint8_t *>(text.data()), text.size()});
        if (!Vault::create(at / "person.vault", secret, leastPasswordCost, random, clock).ok())
            return false;
        std::ofstream(at / "ledger.json")
            << R"({"nodes":["http://127.0.0.1:)" << node.port()
            << R"("],"chain":"silent","ledger_key":")" << std::string(64, '7') << "\"}";
        person.setFolder(folder.path());
        person.setProperty("ledger", folder.filePath(QStringLiteral("ledger.json")));
        SecretField field;
        QKeyEvent typed(QEvent::KeyPress, 0, Qt::NoModifier, QString::fromLatin1(passphrase));
        QCoreApplication::sendEvent(&field, &typed);
        person.unlock(&field);
        return QTest::qWaitFor([&] { return person.state() == Person::Open && !person.isBusy(); },
                               20'000);
    }
    // Asks the node that never answers, in the middle of a batch or not.
    void askNode(bool inBatch) {
        person.ask<int>(
            &person,
            [this, inBatch](Session &session) -> Result<int> {
                std::unique_ptr<ImportBatch> batch;
                if (inBatch) {
                    APRICOT_TRY_ASSIGN(begun, session.vault->beginImport());
                    batch = std::move(begun);
                }
                APRICOT_TRY_ASSIGN(chosen, session.ledger());
                (void)chosen->ledger().query(organisationKey({})).ok();
                ended = true;
                return 0;
            },
            [](int &&) {});
    }
    // Whether the records are counted within so many milliseconds.
    bool isRead(int within) {
        const auto read = std::make_shared<bool>(false);
        person.look<std::uint64_t>(
            &person, [](Vault &vault) { return vault.count({}); },
            [read](std::uint64_t &&) { *read = true; });
        return QTest::qWaitFor([read] { return *read; }, within);
    }
};

} // namespace

class TestReadingMeanwhile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void aSlowNodeHoldsUpNoReading() {
        Scene scene;
        QVERIFY(scene.open());
        scene.askNode(false);
        QVERIFY(scene.node.isAsked());
        QVERIFY(scene.isRead(5000));
        QVERIFY(!scene.ended); // the node is still being asked
        scene.person.lock();
        QCOMPARE(scene.person.state(), Person::Locked);
        QVERIFY(!scene.isRead(200));
    }

    void whatIsBeingWrittenIsNotReadInTheMiddle() {
        Scene scene;
        QVERIFY(scene.open());
        scene.askNode(true);
        QVERIFY(scene.node.isAsked());
        QVERIFY(!scene.isRead(500));
        QVERIFY(!scene.ended);
        scene.person.lock(); // and the lock waits for neither
        QCOMPARE(scene.person.state(), Person::Locked);
    }
};

APRICOT_SCREEN_TEST(TestReadingMeanwhile)
#include "test_reading_meanwhile.moc"
