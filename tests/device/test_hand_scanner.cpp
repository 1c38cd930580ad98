// SPDX-License-Identifier: GPL-3.0-or-later
// A hand scanner that types, told from a person who types: by what comes how fast. Keys come as the
// window system sends them, with real pauses between.
#include "screen/screen.h"

#include "device/device_of.h"
#include "program/test_program.h"

#include <QGuiApplication>
#include <QTest>

using namespace apricot;
using test::Screen;

namespace {

const QUrl stageFile =
    QUrl::fromLocalFile(QStringLiteral(APRICOT_SOURCE_DIR "/tests/device/Stage.qml"));
const QString code = QStringLiteral("APRICOT:1:6BFOXN*TS0BI$ZD4N9:9S6RCVN5+O30K3/XIV0W23NTDE");

struct Stage {
    Screen screen{
        stageFile, {}, {400, 700}, [](QQmlEngine &engine) { useDevice(engine, deviceOfNone()); }};
    Stage() {
        QQuickItem *field = screen.waitFor(QStringLiteral("A field"));
        if (field) field->forceActiveFocus(Qt::TabFocusReason);
    }
    [[nodiscard]] QStringList texts() const {
        return screen.window()->property("texts").toStringList();
    }
    [[nodiscard]] QStringList problems() const {
        return screen.window()->property("problems").toStringList();
    }
    [[nodiscard]] QString field() const { return screen.window()->property("field").toString(); }
    // Shift comes as a key of its own, as from a scanner.
    void type(const QString &text, int pause) const {
        for (const QChar c : text) {
            const bool shift = c.isUpper();
            const auto send = [&](QEvent::Type kind, int key, const QString &what) {
                QKeyEvent event(kind, key, shift ? Qt::ShiftModifier : Qt::NoModifier, what);
                QCoreApplication::sendEvent(screen.window(), &event);
            };
            if (shift) send(QEvent::KeyPress, Qt::Key_Shift, {});
            send(QEvent::KeyPress, c.toUpper().unicode(), QString(c));
            send(QEvent::KeyRelease, c.toUpper().unicode(), QString(c));
            if (shift) send(QEvent::KeyRelease, Qt::Key_Shift, {});
            if (pause > 0) QTest::qWait(pause);
        }
    }
    void key(Qt::Key key) const { QTest::keyClick(screen.window(), key); }
};

} // namespace

class TestHandScanner : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aScanEndedByEnterReachesNoField() {
        const Stage stage;
        stage.type(code, 0);
        stage.key(Qt::Key_Return);
        QCOMPARE(stage.texts(), QStringList(code));
        QTest::qWait(700);
        QCOMPARE(stage.field(), QString());
        QCOMPARE(stage.texts().size(), 1);
        QCOMPARE(stage.screen.warnings(), QStringList());
    }
    void endedByTab() {
        const Stage stage;
        stage.type(code, 2);
        stage.key(Qt::Key_Tab);
        QCOMPARE(stage.texts(), QStringList(code));
        // The tab was the scanner's, not the person's.
        QVERIFY(stage.screen.find(QStringLiteral("A field"))->hasActiveFocus());
    }
    void endedByAPause() {
        const Stage stage;
        stage.type(code, 5);
        QTRY_COMPARE(stage.texts(), QStringList(code));
        QCOMPARE(stage.field(), QString());
    }
    void aLink() {
        const Stage stage;
        stage.type(QStringLiteral("shlink:/eyJ1cmwiOiJo"), 0);
        stage.key(Qt::Key_Enter);
        QCOMPARE(stage.texts(), QStringList(QStringLiteral("shlink:/eyJ1cmwiOiJo")));
    }
    void withCapsLockOn() {
        const Stage stage;
        stage.type(code.toLower(), 0);
        stage.key(Qt::Key_Return);
        QCOMPARE(stage.texts(), QStringList(code));
    }
    void twoScansAfterEachOther() {
        const Stage stage;
        stage.type(code, 0);
        stage.key(Qt::Key_Return);
        stage.type(code, 0);
        stage.key(Qt::Key_Return);
        QCOMPARE(stage.texts(), (QStringList{code, code}));
    }

    void somebodyWhoTypesIsLeftAlone() {
        const Stage stage;
        const QString typed = QStringLiteral("APRICOT:1:ME");
        stage.type(typed, 90);
        QTRY_COMPARE(stage.field(), typed);
        stage.key(Qt::Key_Return);
        QCOMPARE(stage.texts(), QStringList());
    }
    void wordsThatBeginAlikeArriveInOrder() {
        const Stage stage;
        for (const QString &word : {QStringLiteral("Apples, apricots and AAPRs "),
                                    QStringLiteral("sharing shlin aPRICOt ")})
            stage.type(word, 3);
        QTRY_COMPARE(stage.field(),
                     QStringLiteral("Apples, apricots and AAPRs sharing shlin aPRICOt "));
        QCOMPARE(stage.texts(), QStringList());
    }
    void aLoneFirstLetterIsLateButThere() {
        const Stage stage;
        stage.type(QStringLiteral("A"), 0);
        QTRY_COMPARE_WITH_TIMEOUT(stage.field(), QStringLiteral("A"), 1000);
    }
    void aScanAfterTypedLetters() {
        const Stage stage;
        stage.type(QStringLiteral("Mrs A"), 0);
        stage.type(code, 0);
        stage.key(Qt::Key_Return);
        QCOMPARE(stage.texts(), QStringList(code));
        QCOMPARE(stage.field(), QStringLiteral("Mrs A"));
    }
    void commandsAreNoScan() {
        const Stage stage;
        stage.type(QStringLiteral("word"), 0);
        QTest::keyClick(stage.screen.window(), Qt::Key_A, Qt::ControlModifier);
        stage.type(QStringLiteral("x"), 0);
        QTRY_COMPARE(stage.field(), QStringLiteral("x"));
    }
    void oneWithoutEndIsGivenUp() {
        const Stage stage;
        stage.type(QStringLiteral("APRICOT:") + QString(9000, u'7'), 0);
        stage.key(Qt::Key_Return);
        QTest::qWait(700);
        QCOMPARE(stage.texts(), QStringList());
    }
    void theEndOfOneWhoseBeginningWasLostIsTold() {
        const Stage stage;
        stage.screen.window()->activeFocusItem()->setFocus(false); // no field has the keyboard
        stage.type(code.mid(9), 0);
        stage.key(Qt::Key_Return);
        QCOMPARE(stage.texts(), QStringList());
        QCOMPARE(stage.problems().size(), 1);
        // Once; and not of what a person types.
        stage.key(Qt::Key_Return);
        stage.type(QStringLiteral("a few keys"), 0);
        stage.key(Qt::Key_Return);
        stage.type(QStringLiteral("slowly typed it is no scan"), 60);
        stage.key(Qt::Key_Return);
        QCOMPARE(stage.problems().size(), 1);
    }
    void inAFieldItIsSeenAndNotTold() {
        const Stage stage;
        stage.type(code.mid(9), 0);
        stage.key(Qt::Key_Return);
        QCOMPARE(stage.field(), code.mid(9));
        QCOMPARE(stage.problems(), QStringList());
    }
    void whileNobodyScansKeysAreKeys() {
        const Stage stage;
        stage.screen.window()->setProperty("scanning", false);
        stage.type(code, 0);
        stage.key(Qt::Key_Return);
        QCOMPARE(stage.field(), code);
        QCOMPARE(stage.texts(), QStringList());
    }
};

APRICOT_SCREEN_TEST(TestHandScanner)
#include "test_hand_scanner.moc"
