// SPDX-License-Identifier: GPL-3.0-or-later
// The clinic's app, driven by accessible names through read, check, open and erase, on a real vault
// file, a real embedded ledger and a real picture of a code.
#include "screen/screen.h"

#include "base/file.h"
#include "consent/grant.h"
#include "controls/secret_field.h"
#include "crypto/crypto.h"
#include "crypto/derive.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "exchange/directory_mailbox.h"
#include "exchange/qr.h"
#include "flows/desk.h"
#include "flows/import_records.h"
#include "flows/share.h"
#include "ledger/embedded_ledger.h"
#include "ledger/transaction.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace apricot;
using test::Screen;

namespace {

const QUrl mainFile(QStringLiteral("qrc:/qt/qml/Apricot/Clinic/Main.qml"));
const QString passphrase = QStringLiteral("four words 四个词");

// A ledger in a folder with one clinic on it, whose vault waits, and a patient's code.
struct Scene {
    QTemporaryDir folder;
    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<Ledger> ledger;
    std::unique_ptr<Mailbox> mailbox;
    std::unique_ptr<Vault> patient;
    Wallet wallet = Wallet::create(random);
    OrganisationId clinic;

    [[nodiscard]] std::filesystem::path at(const char *name) const {
        return std::filesystem::path(folder.path().toStdString()) / name;
    }
    static SecretBytes secret() {
        std::string text = passphrase.toStdString();
        return SecretBytes::take({reinterpret_cast<std::uint8_t *>(text.data()), text.size()});
    }
    Scene() {
        SigningKey admin;
        random.fill(admin.writable());
        Consortium genesis;
        genesis.admins = {verifyKeyOf(admin)};
        ledger = std::move(createEmbeddedLedger(at("ledger"), genesis, clock, random)).value();
        mailbox = std::move(openDirectoryMailbox(at("mailbox"), *ledger, clock)).value();
        std::filesystem::create_directories(at("clinic"));
        const auto desk = Vault::create(at("clinic") / "clinic.vault", secret(), leastPasswordCost,
                                        random, clock);
        const auto organisation = makeDesk(**desk, "武进河畔医院 Wujin Riverside Hospital", 4,
                                           {Purpose::Treatment}, random);
        clinic = organisation->id;
        const auto t =
            makeTransaction(ledger->chainId(), RegisterOrganisation{*organisation}, clock, random);
        const auto outcome = ledger->submit(signTransaction(t, admin));
        if (!outcome || !outcome->accepted()) qFatal("the clinic was not registered");
        patient =
            std::move(Vault::create(at("person.vault"), secret(), leastPasswordCost, random, clock))
                .value();
        if (!importRecords(*patient, APRICOT_SOURCE_DIR "/packaging/sample/lin-guifang.json", {},
                           {}))
            qFatal("the sample was not imported");
    }
    // What the patient's app shows at the counter.
    std::string code() {
        ShareChoice choice;
        choice.clinic = clinic;
        choice.scope.kinds = 1U << (static_cast<unsigned>(Kind::Allergy) - 1U);
        choice.scope.level = 3;
        choice.expiry = clock.now() + 900;
        choice.eraseBy = clock.now() + 86400;
        choice.utcOffsetMinutes = 480;
        auto rehearsal = rehearse(*patient, *ledger, choice, clock, random);
        if (!rehearsal) qFatal("rehearse: %s", nameOf(rehearsal.error().code).data());
        const auto given = share(*patient, wallet, *mailbox, std::move(*rehearsal), random);
        if (!given) qFatal("share: %s", nameOf(given.error().code).data());
        return grantToText(*given);
    }
    [[nodiscard]] QUrl picture(const std::string &text) const {
        const auto png = qrToPng(*encodeQr(text));
        if (!png || !writeFile(at("code.png"), *png)) qFatal("no picture");
        return QUrl::fromLocalFile(folder.filePath(QStringLiteral("code.png")));
    }
    [[nodiscard]] QVariantMap properties() const {
        return {{QStringLiteral("folder"), folder.filePath(QStringLiteral("clinic"))},
                {QStringLiteral("ledger"), folder.filePath(QStringLiteral("ledger"))},
                {QStringLiteral("mailbox"), folder.filePath(QStringLiteral("mailbox"))}};
    }
    // What the clinic's log says, after the app is gone.
    QStringList logged() {
        QStringList out;
        const auto vault = Vault::open(at("clinic") / "clinic.vault", secret(), random, clock);
        const auto entries = (*vault)->log({1000, std::nullopt});
        for (const LogEntry &entry : *entries) out += QString::fromStdString(entry.kind);
        return out;
    }
};

QObject *counterOf(const Screen &screen) {
    return screen.window()->property("counter").value<QObject *>();
}

} // namespace

class test_clinic_app : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }
    void loop_data();
    void loop();
    void aCodeThatWasUsedOpensAgainOnlyForThisClinic();
    void whatIsNoCodeChangesNothing();
    void theFirstStartMakesARequest();
    void aPersonsVaultIsNoCounter();
};

void test_clinic_app::loop_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("look");
    QTest::newRow("en-desktop") << "en" << QSize(1920, 1080) << 1.0 << 0;
    QTest::newRow("zh-desktop") << "zh_CN" << QSize(1920, 1080) << 1.0 << 1;
    QTest::newRow("en-phone-200") << "en" << QSize(360, 640) << 2.0 << 0;
    QTest::newRow("zh-phone-200") << "zh_CN" << QSize(360, 640) << 2.0 << 2;
}

void test_clinic_app::loop() {
    QFETCH(const QString, language);
    QFETCH(const QSize, size);
    QFETCH(const double, scale);
    QFETCH(const int, look);
    QLocale::setDefault(QLocale(language));
    QTranslator translator;
    if (language == QStringLiteral("zh_CN")) {
        QVERIFY(translator.load(QStringLiteral(":/translations/apricot_zh_CN.qm")));
        QCoreApplication::installTranslator(&translator);
    }
    const auto say = [](const char *page, const char *words) {
        return QCoreApplication::translate(page, words);
    };
    Scene scene;
    {
        Screen screen(mainFile, scene.properties(), size);
        QVERIFY(screen.window());
        screen.window()->setProperty("typeScale", scale);
        screen.window()->setProperty("look", look);
        const auto lookAt = [&](const char *name) {
            const QString as = QStringLiteral("clinic-")
                               + QString::fromLatin1(QTest::currentDataTag()) + u'-'
                               + QString::fromLatin1(name);
            QVERIFY(screen.picture(as));
            const QStringList faults = screen.faults();
            QVERIFY2(faults.isEmpty(), qPrintable(as + QStringLiteral(": ") + faults.join(u'\n')));
        };
        lookAt("1-locked");
        QVERIFY(screen.type(say("DoorPage", "Passphrase"), passphrase));
        QVERIFY(screen.press(say("DoorPage", "Open the counter")));
        QVERIFY(screen.waitForText(say("ScanPage", "Scan the patient's code")));
        lookAt("2-scan");
        QVERIFY(QMetaObject::invokeMethod(counterOf(screen), "readPicture",
                                          Q_ARG(QUrl, scene.picture(scene.code()))));
        QVERIFY(screen.waitForText(say("ScanPage", "What this code opens")));
        QVERIFY(screen.waitForText(QStringLiteral("Wujin Riverside Hospital")));
        lookAt("3-checked");
        QVERIFY(screen.press(say("ScanPage", "Open the records")));
        QVERIFY(screen.waitForText(say("VisitPage", "Open: %1 records").arg(2)));
        QVERIFY(screen.waitForText(QStringLiteral("Penicillin")));
        lookAt("4-visit");
        QVERIFY(screen.press(say("VisitPage", "Finish and erase")));
        QVERIFY(screen.waitForText(
            say("Counter", "The visit's records are erased here, and that is noted.")));
        QVERIFY(counterOf(screen)->property("records").toList().isEmpty());
        lookAt("5-erased");
        QVERIFY(screen.press(say("Banner", "Understood")));
        QVERIFY(screen.press(say("ScanPage", "Lock the counter")));
        QVERIFY(screen.waitForText(say("DoorPage", "This counter is locked")));
        QCOMPARE(screen.warnings(), QStringList());
    }
    QCOMPARE(scene.logged().filter(QRegularExpression(QStringLiteral("redeem|open|erase"))).size(),
             3);
}

void test_clinic_app::aCodeThatWasUsedOpensAgainOnlyForThisClinic() {
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    Scene scene;
    const QString code = QString::fromStdString(scene.code());
    const auto unlocked = [&](Screen &screen) {
        return screen.type(QStringLiteral("Passphrase"), passphrase)
               && screen.press(QStringLiteral("Open the counter"))
               && screen.type(QStringLiteral("The code"), code)
               && screen.press(QStringLiteral("Read the code"));
    };
    {
        Screen screen(mainFile, scene.properties(), QSize(900, 780));
        QVERIFY(unlocked(screen));
        // Not redeemed yet, so nothing to show again.
        QVERIFY(screen.press(QStringLiteral("We opened this before: show it again")));
        QVERIFY(screen.press(QStringLiteral("Understood")));
        QVERIFY(screen.press(QStringLiteral("Open the records")));
        QVERIFY(screen.waitForText(QStringLiteral("Open: 2 records")));
    } // the power fails
    Screen screen(mainFile, scene.properties(), QSize(900, 780));
    QVERIFY(screen.waitForText(QStringLiteral("This counter is locked")));
    QVERIFY(unlocked(screen));
    QVERIFY(screen.press(QStringLiteral("Open the records"))); // its one use is spent
    QVERIFY(screen.press(QStringLiteral("Understood")));
    QVERIFY(counterOf(screen)->property("records").toList().isEmpty());
    QVERIFY(screen.press(QStringLiteral("We opened this before: show it again")));
    QVERIFY(screen.waitForText(QStringLiteral("Open: 2 records")));
    QCOMPARE(screen.warnings(), QStringList());
}

void test_clinic_app::whatIsNoCodeChangesNothing() {
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    Scene scene;
    Screen screen(mainFile, scene.properties(), QSize(900, 780));
    QVERIFY(screen.type(QStringLiteral("Passphrase"), QStringLiteral("not this")));
    QVERIFY(screen.press(QStringLiteral("Open the counter")));
    QVERIFY(screen.press(QStringLiteral("Understood")));
    QVERIFY(screen.type(QStringLiteral("Passphrase"), passphrase));
    QVERIFY(screen.press(QStringLiteral("Open the counter")));
    QString forged = QString::fromStdString(scene.code());
    forged[forged.size() - 5] = forged[forged.size() - 5] == u'0' ? u'1' : u'0';
    for (const QString &bad : {QStringLiteral("https://example.org/"), forged, forged.left(40)}) {
        QVERIFY(screen.type(QStringLiteral("The code"), bad));
        QVERIFY(screen.press(QStringLiteral("Read the code")));
        QVERIFY(screen.press(QStringLiteral("Understood")));
        QVERIFY(screen.find(QStringLiteral("Read the code")));
    }
    for (const QUrl &picture :
         {QUrl::fromLocalFile(QStringLiteral("/nowhere.png")),
          QUrl::fromLocalFile(QStringLiteral(APRICOT_SOURCE_DIR "/README.md"))}) {
        QVERIFY(QMetaObject::invokeMethod(counterOf(screen), "readPicture", Q_ARG(QUrl, picture)));
        QVERIFY(screen.press(QStringLiteral("Understood")));
    }
    QCOMPARE(screen.warnings(), QStringList());
}

void test_clinic_app::theFirstStartMakesARequest() {
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    Scene scene;
    QVariantMap properties = scene.properties();
    properties[QStringLiteral("folder")] = scene.folder.filePath(QStringLiteral("another"));
    Screen screen(mainFile, properties, QSize(360, 640));
    QVERIFY(screen.waitForText(QStringLiteral("Set up this counter")));
    QVERIFY(screen.picture(QStringLiteral("clinic-en-phone-0-first")));
    QCOMPARE(screen.faults(), QStringList());
    QVERIFY(
        screen.type(QStringLiteral("Think of a passphrase (at least 8 characters)"), passphrase));
    const QString request = scene.folder.filePath(QStringLiteral("clinic.request"));
    auto *field = qobject_cast<SecretField *>(
        screen.find(QStringLiteral("Think of a passphrase (at least 8 characters)")));
    QVERIFY(field);
    QVERIFY(QMetaObject::invokeMethod(
        counterOf(screen), "create", Q_ARG(QString, QStringLiteral("社区门诊 Clinic")),
        Q_ARG(apricot::SecretField *, field), Q_ARG(QUrl, QUrl::fromLocalFile(request))));
    QVERIFY(screen.waitForText(QStringLiteral("Scan the patient's code")));
    const auto bytes = readFile(request.toStdString(), 1U << 20U);
    QVERIFY(bytes.ok());
    const auto organisation = decodeOrganisation(*bytes);
    QVERIFY(organisation.ok());
    QCOMPARE(organisation->name, std::string("社区门诊 Clinic"));
    QCOMPARE(organisation->deskKeys.size(), std::size_t{1});
    QCOMPARE(screen.warnings(), QStringList());
}

void test_clinic_app::aPersonsVaultIsNoCounter() {
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    Scene scene;
    scene.patient.reset();
    std::filesystem::copy_file(scene.at("person.vault"), scene.at("clinic") / "clinic.vault",
                               std::filesystem::copy_options::overwrite_existing);
    Screen screen(mainFile, scene.properties(), QSize(900, 780));
    QVERIFY(screen.type(QStringLiteral("Passphrase"), passphrase));
    QVERIFY(screen.press(QStringLiteral("Open the counter")));
    QVERIFY(screen.press(QStringLiteral("Understood")));
    QVERIFY(screen.waitForText(QStringLiteral("This counter is locked")));
}

QTEST_MAIN(test_clinic_app)
#include "test_clinic_app.moc"
