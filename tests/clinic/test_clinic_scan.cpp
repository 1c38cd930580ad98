// SPDX-License-Identifier: GPL-3.0-or-later
// A hand scanner at the counter: what it types is taken or told, whatever is on the screen, and
// while one screen gives way to another.
#include "clinic/shown.h"
#include "crypto/crypto.h"
#include "program/test_program.h"
#include "scene.h"

using namespace apricot;
using namespace apricot::test;

namespace {

// As a scanner types: without a pause, to whatever has the keyboard.
void typeKeys(const Screen &screen, const QString &text) {
    for (const QChar c : text)
        for (const QEvent::Type kind : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(kind, c.toUpper().unicode(), Qt::NoModifier, QString(c));
            QCoreApplication::sendEvent(screen.window(), &event);
        }
}

void enter(const Screen &screen) {
    QTest::keyClick(screen.window(), Qt::Key_Return);
}

bool isRead(const Screen &screen) {
    return QTest::qWaitFor(
        [&] { return !counterOf(screen)->property("code").value<ShownCode>().words.isEmpty(); },
        20000);
}

} // namespace

class TestClinicScan : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startCrypto().ok());
        QLocale::setDefault(QLocale(QStringLiteral("en")));
    }

    void oneThatBeginsBeforeTheScreenIsThere() {
        Scene scene;
        const QString code = scene.code();
        const Screen screen(mainFile, scene.properties(), QSize(1000, 760));
        QVERIFY(screen.type(say("DoorPage", "Passphrase"), passphrase));
        QVERIFY(screen.press(say("DoorPage", "Open the counter")));
        QVERIFY(screen.press(nurse));
        QVERIFY(screen.type(say("StaffPage", "Your PIN"), pin));
        auto *field = qobject_cast<SecretField *>(screen.find(say("StaffPage", "Your PIN")));
        QVERIFY(field);
        // The sign-in is on its way while the first keys come, and done before the last.
        QVERIFY(QMetaObject::invokeMethod(counterOf(screen), "signIn", Q_ARG(QString, nurse),
                                          Q_ARG(apricot::SecretField *, field)));
        qsizetype at = 0;
        for (; at < code.size() && counterOf(screen)->property("staff").toString().isEmpty();
             ++at) {
            typeKeys(screen, code.mid(at, 1));
            QTest::qWait(5);
        }
        typeKeys(screen, code.mid(at));
        enter(screen);
        QVERIFY2(isRead(screen), qPrintable(counterOf(screen)->property("problem").toString()));
        QCOMPARE(screen.warnings(), QStringList());
    }

    void oneAtTheLockedDoorIsToldAndReadAfterwards() {
        Scene scene;
        const Screen screen(mainFile, scene.properties(), QSize(1000, 760));
        QVERIFY(screen.waitForText(say("DoorPage", "This counter is locked")));
        typeKeys(screen, scene.code());
        enter(screen);
        QVERIFY(screen.waitForText(
            say("Main", "The code was scanned. It is read as soon as somebody has signed in.")));
        // Nothing of it is in the field for the passphrase.
        QVERIFY(screen.type(say("DoorPage", "Passphrase"), passphrase));
        QVERIFY(screen.press(say("DoorPage", "Open the counter")));
        QVERIFY(screen.press(nurse));
        QVERIFY(screen.type(say("StaffPage", "Your PIN"), pin));
        QVERIFY(screen.press(say("StaffPage", "Sign in")));
        QVERIFY(isRead(screen));
        QCOMPARE(screen.warnings(), QStringList());
    }

    void oneWhoseBeginningWasLostIsTold() {
        Scene scene;
        const QString tail = scene.code().mid(9);
        const Screen screen(mainFile, scene.properties(), QSize(1000, 760));
        QVERIFY(signedIn(screen));
        const QString told = say("Main", "Something was scanned, and it is no code of Apricot or "
                                         "not the whole of one. Scan it again.");
        screen.window()->contentItem()->forceActiveFocus();
        typeKeys(screen, tail);
        enter(screen);
        QVERIFY(screen.waitForText(told));
        QVERIFY(screen.press(QStringLiteral("Understood")));
        // Where it stands in a field everybody sees it.
        screen.waitFor(say("ScanPage", "The code"))->forceActiveFocus(Qt::TabFocusReason);
        typeKeys(screen, tail.left(60));
        QTRY_COMPARE(counterOf(screen)->property("problem").toString(), QString());
        // Nor is somebody who types told so.
        screen.window()->contentItem()->forceActiveFocus();
        typeKeys(screen, QStringLiteral("a few keys"));
        enter(screen);
        QVERIFY(!screen.waitForText(told, 300));
    }

    void theLanguageIsChosenAtTheDoorAndRemembered() {
        Scene scene;
        {
            const Screen screen(mainFile, scene.properties(), QSize(360, 640));
            QQuickItem *choice = screen.waitFor(QStringLiteral("Language · 语言"));
            QVERIFY(choice);
            QCOMPARE(screen.faults(), QStringList());
            // By keyboard alone.
            QVERIFY(screen.pressByKeys(QStringLiteral("Language · 语言")));
            for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Return})
                QTest::keyClick(screen.window(), key);
            QVERIFY(screen.waitForText(QStringLiteral("口令")));
        }
        const Screen again(mainFile, scene.properties(), QSize(360, 640));
        QVERIFY(again.waitForText(QStringLiteral("口令")));
        QCOMPARE(again.faults(), QStringList());
        QLocale::setDefault(QLocale(QStringLiteral("en")));
    }
};

APRICOT_SCREEN_TEST(TestClinicScan)
#include "test_clinic_scan.moc"
