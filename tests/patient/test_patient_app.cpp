// SPDX-License-Identifier: GPL-3.0-or-later
// The patient's app, driven by accessible names through its loop, on a real vault file and a real
// embedded ledger: phone and desktop sizes, both languages, type up to 200 %.
#include "screen/screen.h"
#include "screen/speaking.h"

#include "crypto/crypto.h"
#include "crypto/seal.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "exchange/directory_mailbox.h"
#include "exchange/qr.h"
#include "flows/clinic/redeem.h"
#include "ledger/embedded_ledger.h"
#include "ledger/transaction.h"
#include "program/test_program.h"

#include <QTemporaryDir>
#include <QTest>

using namespace apricot;
using test::Screen;

namespace {

const QUrl mainFile(QStringLiteral("qrc:/qt/qml/Apricot/Patient/Main.qml"));
const QString passphrase = QStringLiteral("four words 四个词");

// A ledger in a folder with one clinic on it.
struct Scene {
    QTemporaryDir folder;
    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<Ledger> ledger;
    Desk desk;
    Organisation clinic;

    [[nodiscard]] QString at(const char *name) const {
        return folder.filePath(QString::fromLatin1(name));
    }
    Scene() {
        SigningKey admin;
        random.fill(admin.writable());
        Consortium genesis;
        genesis.admins = {verifyKeyOf(admin)};
        ledger = std::move(createEmbeddedLedger(at("ledger").toStdString(), genesis, clock, random))
                     .value();
        random.fill(desk.signing.writable());
        random.fill(desk.opening.writable());
        desk.organisation = randomFixed<OrganisationId>(random);
        clinic.id = desk.organisation;
        clinic.name = "武进河畔医院 Wujin Riverside Hospital";
        clinic.clearance = 4;
        clinic.purposes = {Purpose::Treatment};
        clinic.admin = verifyKeyOf(admin);
        clinic.desks = {{verifyKeyOf(desk.signing)}};
        clinic.sealing = sealKeyOf(desk.opening);
        const auto transaction =
            makeTransaction(ledger->chainId(), RegisterOrganisation{clinic}, clock, random);
        const auto outcome = ledger->submit(signTransaction(transaction, admin));
        if (!outcome || !outcome->accepted()) qFatal("the clinic was not registered");
    }
    [[nodiscard]] QVariantMap properties() const {
        return {{QStringLiteral("folder"), at("person")},
                {QStringLiteral("ledger"), at("ledger")},
                {QStringLiteral("mailbox"), at("mailbox")}};
    }
};

QObject *personOf(const Screen &screen) {
    return screen.window()->property("person").value<QObject *>();
}

bool bringIn(const Screen &screen) {
    const QUrl sample = QUrl::fromLocalFile(
        QStringLiteral(APRICOT_SOURCE_DIR "/packaging/sample/lin-guifang.json"));
    return QMetaObject::invokeMethod(personOf(screen), "import", Q_ARG(QUrl, sample))
           && screen.waitForText(QStringLiteral("333"));
}

} // namespace

class test_patient_app : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }
    void loop_data();
    void loop();
    void aWrongPassphraseOpensNothing();
    void twoDifferentPassphrasesMakeNothing();
};

void test_patient_app::loop_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("look");
    QTest::newRow("en-phone") << "en" << QSize(360, 640) << 1.0 << 0;
    QTest::newRow("zh-phone") << "zh_CN" << QSize(360, 640) << 1.0 << 0;
    QTest::newRow("en-phone-200") << "en" << QSize(360, 640) << 2.0 << 0;
    QTest::newRow("zh-phone-200") << "zh_CN" << QSize(360, 640) << 2.0 << 2;
    QTest::newRow("en-desktop") << "en" << QSize(1920, 1080) << 1.0 << 1;
}

void test_patient_app::loop() {
    QFETCH(const QString, language);
    QFETCH(const QSize, size);
    QFETCH(const double, scale);
    QFETCH(const int, look);
    const test::Speaking speaking(language);
    // What the app says, in the language it speaks.
    const auto say = [](const char *page, const char *words) {
        return QCoreApplication::translate(page, words);
    };
    Scene scene;
    const QString clinicName = QString::fromStdString(scene.clinic.name);
    Screen screen(mainFile, scene.properties(), size);
    QVERIFY(screen.window());
    screen.window()->setProperty("typeScale", scale);
    screen.window()->setProperty("look", look);
    const auto go = [&](const char *where) { // by the bar, or with large type by the menu
        const QString place = say("Main", where);
        return (screen.find(place) || screen.press(say("Navigation", "More")))
               && screen.press(place);
    };
    const auto lookAt = [&](const char *name) {
        const QString as =
            QString::fromLatin1(QTest::currentDataTag()) + u'-' + QString::fromLatin1(name);
        QVERIFY(screen.picture(as));
        const QStringList faults = screen.faults();
        QVERIFY2(faults.isEmpty(), qPrintable(as + QStringLiteral(": ") + faults.join(u'\n')));
    };

    lookAt("1-start");
    QVERIFY(
        screen.type(say("StartPage", "Think of a passphrase (at least 8 characters)"), passphrase));
    QVERIFY(screen.type(say("StartPage", "The same passphrase again"), passphrase));
    QVERIFY(screen.press(say("StartPage", "Make my record")));
    QVERIFY(screen.waitFor(say("WordsPage", "I wrote them down")));
    lookAt("1-words");
    QVERIFY(screen.press(say("WordsPage", "Later")));
    QVERIFY(screen.waitForText(say("HomePage", "Today")));
    QVERIFY(bringIn(screen));
    QVERIFY(screen.press(say("Banner", "Understood")));
    QVERIFY(screen.waitForText(QStringLiteral("青霉素过敏 Penicillin")));
    lookAt("2-home");
    QVERIFY(screen.pressByKeys(QStringLiteral("虾过敏, 皮疹 rash")));
    QVERIFY(screen.waitForText(say("RecordView", "What it says")));
    lookAt("2-one");
    QVERIFY(go("Home"));

    QVERIFY(go("Records"));
    // At 200 % the search stands on the first screen and the records below it.
    QVERIFY(screen.waitFor(say("RecordList", "Find (for example: blood sugar)")));
    QVERIFY(scale > 1.5 || screen.waitForText(QStringLiteral("Fasting glucose")));
    lookAt("3-records");
    QVERIFY(screen.type(say("RecordList", "Find (for example: blood sugar)"),
                        QStringLiteral("metformin")));
    QVERIFY(QTest::qWaitFor([&] {
        return screen.waitForText(QStringLiteral("Metformin"), 100)
               && !screen.waitForText(QStringLiteral("Fasting glucose"), 0);
    }));

    QVERIFY(go("Share"));
    QVERIFY(screen.press(clinicName));
    QVERIFY(screen.press(say("WhatStep", "Medicines and allergies only")));
    lookAt("4-share");
    QVERIFY(screen.press(say("LongStep", "See exactly what they would see")));
    QVERIFY(screen.waitForText(say("RehearsalWords", "Is this right?")));
    lookAt("5-rehearsal");
    QVERIFY(screen.press(say("RehearsalWords", "Yes, I agree and sign")));
    QVERIFY(screen.waitForText(say("CodeView", "Show this at the counter")));
    QQuickItem *code = screen.waitFor(say("CodeView", "Code for %1").arg(clinicName));
    QVERIFY(code);
    lookAt("6-code");

    // The clinic reads the code off the picture of the screen, and opens it.
    const auto mailbox =
        openDirectoryMailbox(scene.at("mailbox").toStdString(), *scene.ledger, scene.clock, {},
                             scene.at("ledger/host-keys").toStdString());
    QVERIFY(mailbox.ok());
    const std::string text = code->property("text").toString().toStdString();
    const auto seen = inspect(text, *scene.ledger);
    QVERIFY(seen.ok());
    QVERIFY(redeem(*seen, scene.desk, *scene.ledger, scene.clock, scene.random).ok());
    const auto opened = openRecords(*seen, scene.desk, *mailbox.value(), scene.clock, scene.random);
    QVERIFY(opened.ok());
    QCOMPARE(opened->size(), std::size_t{16}); // of 16 medicines and 2 allergies 2 are more private

    QVERIFY(screen.press(say("CodeView", "Done")));
    QVERIFY(go("Seen by"));
    QVERIFY(screen.waitForText(say("Grants", "Still in force")));
    lookAt("7-shared");
    QVERIFY(go("Settings"));
    lookAt("8-settings");
    QVERIFY(go("Home"));
    QVERIFY(screen.press(say("HomePage", "Lock now")));
    QVERIFY(screen.waitForText(say("UnlockPage", "Your record is locked")));
    lookAt("9-locked");
    QVERIFY(!screen.find(say("Main", "Records")));
    QCOMPARE(screen.warnings(), QStringList());
}

void test_patient_app::aWrongPassphraseOpensNothing() {
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    Scene scene;
    Screen screen(mainFile, scene.properties(), QSize(420, 780));
    QVERIFY(
        screen.type(QStringLiteral("Think of a passphrase (at least 8 characters)"), passphrase));
    QVERIFY(screen.type(QStringLiteral("The same passphrase again"), passphrase));
    QVERIFY(screen.press(QStringLiteral("Make my record")));
    QVERIFY(screen.press(QStringLiteral("Later")));
    QVERIFY(screen.press(QStringLiteral("Lock now")));
    QVERIFY(screen.type(QStringLiteral("Passphrase"), QStringLiteral("something else")));
    QVERIFY(screen.press(QStringLiteral("Open my record")));
    QVERIFY(screen.press(QStringLiteral("Understood")));
    QVERIFY(screen.find(QStringLiteral("Passphrase")));
    QVERIFY(screen.type(QStringLiteral("Passphrase"), passphrase));
    QVERIFY(screen.press(QStringLiteral("Open my record")));
    QVERIFY(screen.waitForText(QStringLiteral("Today")));
    QCOMPARE(screen.warnings(), QStringList());
}

void test_patient_app::twoDifferentPassphrasesMakeNothing() {
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    Scene scene;
    Screen screen(mainFile, scene.properties(), QSize(420, 780));
    QVERIFY(
        screen.type(QStringLiteral("Think of a passphrase (at least 8 characters)"), passphrase));
    QVERIFY(
        screen.type(QStringLiteral("The same passphrase again"), QStringLiteral("not the same")));
    QVERIFY(screen.press(QStringLiteral("Make my record")));
    QVERIFY(screen.waitForText(QStringLiteral("not the same")));
    QVERIFY(!QFile::exists(scene.at("person/person.vault")));
}

APRICOT_SCREEN_TEST(test_patient_app)
#include "test_patient_app.moc"
