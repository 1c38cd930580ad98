// SPDX-License-Identifier: GPL-3.0-or-later
// Moving to another device: a backup brought back at the first start, right and wrong in every way;
// a first start that ended in its middle; the ledger page. By accessible names, on real vaults.
#include "screen/screen.h"

#include "base/file.h"
#include "crypto/crypto.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "device/device_of.h"
#include "flows/patient/safekeeping.h"
#include "ledger/embedded_ledger.h"
#include "program/test_program.h"

#include <QDir>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>

using namespace apricot;
using test::Screen;

namespace {

const QUrl mainFile(QStringLiteral("qrc:/qt/qml/Apricot/Patient/Main.qml"));
const QString passphrase = QStringLiteral("four words 四个词");
constexpr QSize phone(360, 640), desktop(1920, 1080);

QString q(const char *text) {
    return QString::fromUtf8(text);
}

SecretBytes secretOf(const QString &text) {
    QByteArray bytes = text.toUtf8();
    return SecretBytes::take(
        {reinterpret_cast<std::uint8_t *>(bytes.data()), static_cast<std::size_t>(bytes.size())});
}

struct PatientDevice {
    QTemporaryDir folder;
    std::unique_ptr<Screen> screen;

    void start(QSize size = phone, double scale = 1, const QVariantMap &more = {}) {
        screen.reset();
        QVariantMap properties{{q("folder"), folder.filePath(q("data"))}};
        properties.insert(more);
        screen = std::make_unique<Screen>(mainFile, properties, size, [](QQmlEngine &engine) {
            useDevice(engine, deviceOfNone());
        });
        screen->window()->setProperty("typeScale", scale);
    }
    [[nodiscard]] QString vault() const { return folder.filePath(q("data/person.vault")); }
    // Everything but what a device remembers of its look.
    [[nodiscard]] QStringList files() const {
        return QDir(folder.filePath(q("data")))
            .entryList({q("person*")}, QDir::Files | QDir::Hidden, QDir::Name);
    }
    [[nodiscard]] bool make() const {
        return screen->type(q("Think of a passphrase (at least 8 characters)"), passphrase)
               && screen->type(q("The same passphrase again"), passphrase)
               && screen->press(q("Make my record")) && screen->waitFor(q("I wrote them down"));
    }
    [[nodiscard]] bool toSettings(const char *part) const {
        return (screen->find(q("Settings")) || screen->press(q("More")))
               && screen->press(q("Settings")) && screen->press(q(part));
    }
    // The file is let fall on the window.
    void drop(const QString &file) const {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        const QPointF place(180, 300);
        QDragEnterEvent enter(place.toPoint(), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QCoreApplication::sendEvent(screen->window(), &enter);
        QDropEvent down(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(screen->window(), &down);
    }
    [[nodiscard]] bool open(const QString &with) const {
        return screen->type(q("Passphrase of the backup"), with)
               && screen->press(q("Open this backup"));
    }
};

} // namespace

class test_patient_restore : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    [[nodiscard]] QString at(const char *name) const { return m_folder.filePath(q(name)); }

  private Q_SLOTS:
    void initTestCase();
    void init() { QLocale::setDefault(QLocale(q("en"))); }
    void aBackupBringsEverythingBack();
    void whatIsNoBackupChangesNothing_data();
    void whatIsNoBackupChangesNothing();
    void aFirstStartThatEndedInItsMiddle();
    void whereTheLedgerIs();
    void aWrongLedgerIsOneError();
    void theyStandWellInAWideWindow();
};

// A record of one device, backed up, and files that are none.
void test_patient_restore::initTestCase() {
    QVERIFY(startCrypto().ok());
    PatientDevice old;
    old.start();
    QVERIFY(old.make());
    old.screen.reset();
    SystemClock clock;
    SystemRandom random;
    auto vault = Vault::open(old.vault().toStdString(), secretOf(passphrase), random, clock);
    QVERIFY(vault.ok());
    QVERIFY(backUp(**vault, at("whole.apricot-backup").toStdString(), clock, Progress()).ok());
    QFile whole(at("whole.apricot-backup"));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    const auto write = [&](const char *name, const QByteArray &content) {
        QFile file(at(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    };
    QVERIFY(write("cut.apricot-backup", bytes.left(bytes.size() / 2)));
    QVERIFY(write("empty.apricot-backup", {}));
    QByteArray noise(bytes.size(), '\0');
    for (qsizetype i = 0; i < noise.size(); ++i) noise[i] = static_cast<char>(i * 131 % 251);
    QVERIFY(write("noise.apricot-backup", noise));
    QByteArray changed = bytes;
    changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
    QVERIFY(write("changed.apricot-backup", changed));
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::blue);
    QVERIFY(picture.save(at("picture.backup"), "PNG"));
}

void test_patient_restore::aBackupBringsEverythingBack() {
    PatientDevice now;
    now.start();
    QVERIFY(now.screen->press(q("I have a backup from another device")));
    QVERIFY(now.screen->waitFor(q("Choose the backup file")));
    now.drop(at("whole.apricot-backup"));
    QVERIFY(now.screen->waitForText(q("Backup: whole.apricot-backup")));
    QTRY_VERIFY(now.screen->find(q("Passphrase of the backup"))->hasActiveFocus());
    QVERIFY(now.screen->picture(q("en-phone-restore")));
    QTRY_COMPARE(now.screen->faults(), QStringList());
    // A wrong passphrase: nothing is made, and the file need not be looked for again.
    QVERIFY(now.open(q("not my passphrase")));
    QVERIFY(now.screen->waitForText(q("The passphrase is not right.")));
    QVERIFY(now.screen->picture(q("en-phone-restore-wrong")));
    QTRY_COMPARE(now.screen->faults(), QStringList());
    QVERIFY(!QFile::exists(now.vault()));
    QVERIFY(now.open(passphrase));
    QVERIFY(now.screen->waitForText(q("Today")));
    QVERIFY(now.toSettings("Backup and moving"));
    QVERIFY(now.screen->waitForText(q("restored ")));
    QVERIFY(now.screen->waitForText(q("made ")));
    QTRY_COMPARE(now.screen->faults(), QStringList());
    QCOMPARE(now.screen->warnings(), QStringList());
}

void test_patient_restore::whatIsNoBackupChangesNothing_data() {
    QTest::addColumn<QString>("file");
    for (const char *name : {"cut.apricot-backup", "empty.apricot-backup", "noise.apricot-backup",
                             "changed.apricot-backup", "picture.backup"})
        QTest::newRow(name) << at(name);
    QTest::newRow("a folder") << m_folder.path();
    QTest::newRow("away") << at("away.apricot-backup");
}

void test_patient_restore::whatIsNoBackupChangesNothing() {
    QFETCH(const QString, file);
    PatientDevice now;
    now.start();
    now.drop(file);
    QVERIFY(now.open(passphrase));
    QVERIFY(now.screen->waitFor(q("Understood")));
    QVERIFY(now.screen->find(q("Open this backup"))); // still the first start
    for (const QString &left : now.files()) QVERIFY2(!left.endsWith(q(".vault")), qPrintable(left));
    // And a record can still be made.
    QVERIFY(now.screen->press(q("Understood")));
    QVERIFY(now.screen->press(q("I am new here")));
    QVERIFY(now.make());
    QCOMPARE(now.screen->warnings(), QStringList());
}

void test_patient_restore::aFirstStartThatEndedInItsMiddle() {
    PatientDevice device;
    device.start();
    QVERIFY(device.make());
    device.start(); // while the words stood on the screen
    QVERIFY(device.screen->waitForText(q("Your record is locked")));
    QVERIFY(device.screen->type(q("Passphrase"), passphrase));
    QVERIFY(device.screen->press(q("Open my record")));
    QVERIFY(device.screen->press(q("Your 24 words are not written down yet")));
    QVERIFY(device.screen->waitFor(q("I wrote them down")));
    QCOMPARE(device.screen->warnings(), QStringList());
}

void test_patient_restore::whereTheLedgerIs() {
    SystemClock clock;
    SystemRandom random;
    SigningKey admin;
    random.fill(admin.writable());
    Consortium genesis;
    genesis.admins = {verifyKeyOf(admin)};
    const auto made = createEmbeddedLedger(at("ledger").toStdString(), genesis, clock, random);
    QVERIFY(made.ok());
    PatientDevice device;
    device.start(phone, 1, {{q("ledger"), at("ledger")}});
    QVERIFY(device.make());
    QVERIFY(device.screen->press(q("Later")));
    QVERIFY(device.toSettings("Ledger"));
    QVERIFY(device.screen->waitForText(q("A folder on this machine, run by one organisation")));
    QVERIFY(device.screen->press(q("Look")));
    QVERIFY(device.screen->waitForText(q("Chain: ") + QString::fromStdString((*made)->chainId())));
    QVERIFY(device.screen->waitForText(q("No nodes: it is on this machine.")));
    QVERIFY(!device.screen->find(q("Trust this checkpoint"))); // nothing to be trusted
    QVERIFY(device.screen->picture(q("en-phone-ledger-here")));
    QTRY_COMPARE(device.screen->faults(), QStringList());
    QCOMPARE(device.screen->warnings(), QStringList());
}

void test_patient_restore::aWrongLedgerIsOneError() {
    PatientDevice device;
    device.start(phone, 1, {{q("ledger"), at("picture.backup")}});
    QVERIFY(device.make());
    QVERIFY(device.screen->press(q("Later")));
    QVERIFY(device.toSettings("Ledger"));
    QVERIFY(device.screen->press(q("Look")));
    QVERIFY(device.screen->press(q("Understood")));
    QVERIFY(!device.screen->waitForText(q("Chain: "), 0));
    QVERIFY(device.screen->type(q("A checkpoint's code from elsewhere"), q("APRICOT:C1:WRONG")));
    QVERIFY(device.screen->press(q("Trust this checkpoint")));
    QVERIFY(device.screen->press(q("No, leave it as it is")));
    QVERIFY(!device.screen->find(q("Understood"))); // nothing was tried
    QVERIFY(device.screen->press(q("Trust this checkpoint")));
    QVERIFY(device.screen->press(q("Yes, I know where it is from")));
    QVERIFY(device.screen->waitFor(q("Understood")));
    QVERIFY(device.screen->picture(q("en-phone-ledger-wrong")));
    QTRY_COMPARE(device.screen->faults(), QStringList());
    QCOMPARE(device.screen->warnings(), QStringList());
}

void test_patient_restore::theyStandWellInAWideWindow() {
    PatientDevice device;
    device.start(desktop);
    QVERIFY(device.screen->waitFor(q("Make my record")));
    QVERIFY(device.screen->picture(q("en-desktop-start")));
    QTRY_COMPARE(device.screen->faults(), QStringList());
    QVERIFY(device.make());
    QVERIFY(device.screen->picture(q("en-desktop-words")));
    QTRY_COMPARE(device.screen->faults(), QStringList());
    QVERIFY(device.screen->press(q("Later")));
    QVERIFY(device.screen->press(q("Lock now")));
    QVERIFY(device.screen->waitForText(q("Your record is locked")));
    QVERIFY(device.screen->picture(q("en-desktop-locked")));
    QTRY_COMPARE(device.screen->faults(), QStringList());
    // What belongs together stands in the middle, not at the top of an empty window.
    const QQuickItem *field = device.screen->find(q("Passphrase"));
    QVERIFY(field);
    const QRectF place = field->mapRectToScene(QRectF(0, 0, field->width(), field->height()));
    QVERIFY(place.top() > desktop.height() / 5.0);
    QVERIFY(qAbs(place.center().x() - desktop.width() / 2.0) < 2);
    QCOMPARE(device.screen->warnings(), QStringList());
}

APRICOT_SCREEN_TEST(test_patient_restore)
#include "test_patient_restore.moc"
