// SPDX-License-Identifier: GPL-3.0-or-later
// Writing files from the patient's app: nothing of the record's own is written over, and another
// file when the person has said so.
#include "screen/screen.h"

#include "crypto/crypto.h"
#include "device/device_of.h"
#include "person/profiles.h"
#include "platform/simulator/simulator.h"
#include "program/test_program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace apricot;
using test::Screen;

namespace {

const QUrl mainFile(QStringLiteral("qrc:/qt/qml/Apricot/Patient/Main.qml"));
const QString passphrase = QStringLiteral("four words 四个词");

QString q(const char *text) {
    return QString::fromUtf8(text);
}

} // namespace

class test_patient_files : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::shared_ptr<Device> m_device = simulatedDevice({});
    std::unique_ptr<Screen> m_screen;

    [[nodiscard]] QString at(const char *name) const { return m_folder.filePath(q(name)); }
    void put(const char *name) const {
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    }
    [[nodiscard]] QByteArray get(const char *name) const {
        QFile file(at(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    // As if it had been chosen in the dialog that asks where a backup is to be.
    [[nodiscard]] bool choose(const char *name) const {
        for (QObject *object : m_screen->window()->findChildren<QObject *>())
            if (QString::fromLatin1(object->metaObject()->className())
                    .startsWith(QStringLiteral("SaveDialog"))
                && object->property("defaultSuffix") == q("apricot-backup"))
                return QMetaObject::invokeMethod(object, "take",
                                                 Q_ARG(QUrl, QUrl::fromLocalFile(at(name))));
        return false;
    }

  private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startCrypto().ok());
        QLocale::setDefault(QLocale(q("en")));
        m_screen = std::make_unique<Screen>(
            mainFile, QVariantMap{{q("folder"), m_folder.filePath(q("data"))}}, QSize(360, 640),
            [this](QQmlEngine &engine) { useDevice(engine, m_device); });
        QVERIFY(m_screen->type(q("Think of a passphrase (at least 8 characters)"), passphrase));
        QVERIFY(m_screen->type(q("The same passphrase again"), passphrase));
        QVERIFY(m_screen->press(q("Make my record")) && m_screen->press(q("Later")));
        QVERIFY(m_screen->find(q("Settings")) || m_screen->press(q("More")));
        QVERIFY(m_screen->press(q("Settings")) && m_screen->press(q("Backup and moving")));
    }

    void aNewFileIsWritten() {
        QVERIFY(choose("new.apricot-backup"));
        QVERIFY(m_screen->waitForText(q("Backed up and checked.")));
        QVERIFY(get("new.apricot-backup").size() > 1000);
    }

    void anotherIsReplacedWhenThePersonSaysSo() {
        put("old.apricot-backup");
        QVERIFY(choose("old.apricot-backup"));
        QVERIFY(m_screen->waitForText(q("There is a file old.apricot-backup already.")));
        QTRY_COMPARE(m_screen->faults(), QStringList());
        QVERIFY(m_screen->press(q("No, leave it as it is")));
        QCOMPARE(get("old.apricot-backup"), QByteArray("mine"));
        QVERIFY(choose("old.apricot-backup"));
        QVERIFY(m_screen->press(q("Yes, replace it")));
        QTRY_VERIFY(get("old.apricot-backup").size() > 1000);
    }

    void theRecordsOwnFilesAreNot() {
        for (const char *name : {"data/person.vault", "data/person.vault.key",
                                 "data/PERSON.VAULT.KEY", "data/person.vault-wal"}) {
            const QByteArray before = get(name);
            QVERIFY(choose(name));
            QVERIFY(m_screen->waitForText(q("part of a health record or a ledger.")));
            QCOMPARE(get(name), before);
        }
        QCOMPARE(m_screen->warnings(), QStringList());
    }
};

APRICOT_SCREEN_TEST(test_patient_files)
#include "test_patient_files.moc"
