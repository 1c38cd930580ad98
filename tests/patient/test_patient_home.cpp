// SPDX-License-Identifier: GPL-3.0-or-later
// What one sees first: allergies before all else, the way there and back, elder mode and its voice;
// by accessible names, on a real vault.
#include "screen/screen.h"
#include "screen/speaking.h"

#include "crypto/crypto.h"
#include "device/device_of.h"
#include "platform/simulator/speech_simulator.h"
#include "program/test_program.h"

#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace apricot;
using test::Screen;

namespace {

const QUrl mainFile(QStringLiteral("qrc:/qt/qml/Apricot/Patient/Main.qml"));
const QString passphrase = QStringLiteral("four words 四个词");
const QString penicillin = QStringLiteral("青霉素过敏 Penicillin");

// What the app says, in the language it speaks.
QString say(const char *page, const char *words) {
    return QCoreApplication::translate(page, words);
}

// The app on a played device, open, with the sample's records in it.
struct App {
    QTemporaryDir folder;
    std::shared_ptr<Device> device = simulatedDevice({});
    std::unique_ptr<Screen> screen;

    bool open(QSize size, double scale, bool elder, bool sample = true) {
        QSettings kept(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        kept.setValue(QStringLiteral("elder"), elder);
        kept.sync();
        screen = std::make_unique<Screen>(
            mainFile, QVariantMap{{QStringLiteral("folder"), folder.path()}}, size,
            [this](QQmlEngine &engine) { useDevice(engine, device); });
        screen->window()->setProperty("typeScale", scale);
        return screen->type(say("StartPage", "Think of a passphrase (at least 8 characters)"),
                            passphrase)
               && screen->type(say("StartPage", "The same passphrase again"), passphrase)
               && screen->press(say("StartPage", "Make my record"))
               && screen->press(say("WordsPage", "Later"))
               && screen->waitForText(say("HomePage", "Today")) && (!sample || bringIn());
    }
    [[nodiscard]] bool bringIn() const {
        const QUrl sample = QUrl::fromLocalFile(
            QStringLiteral(APRICOT_SOURCE_DIR "/packaging/sample/lin-guifang.json"));
        auto *person = screen->window()->property("person").value<QObject *>();
        return QMetaObject::invokeMethod(person, "import", Q_ARG(QUrl, sample))
               && screen->press(say("Banner", "Understood"));
    }
    [[nodiscard]] SimulatedSpeech &voice() const {
        return dynamic_cast<SimulatedSpeech &>(*device->speech);
    }
    void lookAt(const char *name) const {
        const QString as = QStringLiteral("home-") + QString::fromLatin1(QTest::currentDataTag())
                           + u'-' + QString::fromLatin1(name);
        QVERIFY(screen->picture(as));
        const QStringList faults = screen->faults();
        QVERIFY2(faults.isEmpty(), qPrintable(as + QStringLiteral(": ") + faults.join(u'\n')));
    }
};

qreal topOf(const QQuickItem *item) {
    return item->mapToScene(QPointF()).y();
}

} // namespace

class test_patient_home : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void elderModeReadsAloud_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::newRow("en-phone-200") << "en" << QSize(360, 640) << 2.0;
        QTest::newRow("zh-phone-200") << "zh_CN" << QSize(360, 640) << 2.0;
        QTest::newRow("zh-desktop") << "zh_CN" << QSize(1920, 1080) << 1.25;
    }
    void elderModeReadsAloud() {
        QFETCH(const QString, language);
        QFETCH(const QSize, size);
        QFETCH(const double, scale);
        const test::Speaking speaking(language);
        App app;
        QVERIFY(app.open(size, scale, true));
        const Screen &screen = *app.screen;
        for (const char *way : {"Show my code to a clinic", "My medicines and allergies",
                                "Who looked at my records", "Help"})
            QVERIFY(screen.waitFor(say("HomePage", way)));
        app.lookAt("1-elder");
        QVERIFY(screen.press(say("HomePage", "My medicines and allergies")));
        QVERIFY(screen.waitForText(penicillin));
        // Health alone: no permissions, no letters, no visits.
        QVERIFY(!screen.waitForText(say("HealthCards", "Who may look"), 0));
        QVERIFY(!screen.find(say("HealthCards", "Letters from clinics")));
        QVERIFY(!screen.waitForText(say("SummaryCards", "Latest visits"), 0));
        app.lookAt("2-summary");

        QVERIFY(screen.press(say("SummaryPage", "Read it to me")));
        QTRY_VERIFY(app.voice().isSpeaking());
        const QString first =
            say("Overview", "Warning, dangerous allergy: %1.").section(QStringLiteral("%1"), 0, 0);
        QVERIFY2(app.voice().said().startsWith(first + penicillin), qPrintable(app.voice().said()));
        QCOMPARE(app.voice().voice().language(), QLocale(language).language());
        app.lookAt("3-speaking");
        QVERIFY(screen.press(say("SummaryPage", "Stop reading")));
        QTRY_VERIFY(!app.voice().isSpeaking());
        QVERIFY(screen.waitFor(say("SummaryPage", "Read it to me")));
        // The button follows a voice that has come to its end.
        QVERIFY(screen.press(say("SummaryPage", "Read it to me")));
        QVERIFY(screen.waitFor(say("SummaryPage", "Stop reading")));
        app.voice().finish();
        QVERIFY(screen.waitFor(say("SummaryPage", "Read it to me")));
        // Who leaves the screen hears no more of it.
        QVERIFY(screen.press(say("SummaryPage", "Read it to me")));
        QTRY_VERIFY(app.voice().isSpeaking());
        QVERIFY(screen.press(say("ScrollPage", "Back")));
        QVERIFY(screen.waitForText(say("HomePage", "Today")));
        QTRY_VERIFY(!app.voice().isSpeaking());

        // A voice of another language is none.
        app.voice().setOnly(QLocale(QStringLiteral("de")));
        QVERIFY(screen.press(say("HomePage", "My medicines and allergies")));
        QVERIFY(screen.waitForText(
            say("Speaker", "This device has no voice for your language, so it cannot read to you. "
                           "Whoever looks after the device for you can add a voice.")));
        QVERIFY(!screen.find(say("SummaryPage", "Read it to me")));
        app.lookAt("4-no-voice");

        // One record, and back to where it was pressed.
        QVERIFY(screen.press(QStringLiteral("虾过敏, 皮疹 rash")));
        QVERIFY(screen.waitForText(say("RecordView", "What it says")));
        QVERIFY(screen.waitForText(QStringLiteral("虾过敏")));
        app.lookAt("5-record");
        if (size.width() < 900) {
            QVERIFY(screen.press(say("RecordView", "Back")));
            QVERIFY(screen.waitForText(say("SummaryPage", "My medicines and allergies")));
            QVERIFY(screen.press(say("ScrollPage", "Back")));
            QVERIFY(screen.press(say("HomePage", "Help")));
            QVERIFY(screen.waitForText(say("HelpPage", "I lost my phone")));
            app.lookAt("6-help");
        }
        QCOMPARE(screen.warnings(), QStringList());
    }

    // And it says of the 24 words what the screen about them says.
    void helpNamesOnlyWaysThatThereAre() {
        const test::Speaking speaking(QStringLiteral("en"));
        App app;
        QVERIFY(app.open(QSize(360, 640), 2.0, true, false));
        QVERIFY(app.screen->press(QStringLiteral("Help")));
        QVERIFY(app.screen->waitForText(QStringLiteral("I lost my phone")));
        QStringList named;
        int aboutWords = 0;
        QList<QQuickItem *> items{app.screen->window()->contentItem()};
        for (qsizetype i = 0; i < items.size(); ++i) {
            const QQuickItem *item = items[i];
            items += item->childItems();
            const QString text =
                item->inherits("QQuickText") ? item->property("text").toString() : QString();
            static const QRegularExpression quoted(QStringLiteral("\"([^\"]+)\""));
            for (const auto &one : quoted.globalMatch(text)) named += one.captured(1);
            if (!text.contains(QStringLiteral("24 words"))) continue;
            ++aboutWords;
            QVERIFY2(
                text.contains(QRegularExpression(QStringLiteral("not (bring back )?your records"))),
                qPrintable(text));
        }
        QVERIFY(named.size() >= 2);
        QCOMPARE(aboutWords, 2);
        QVERIFY(app.screen->press(QStringLiteral("Back")));
        for (const QString &name : named) QVERIFY2(app.screen->waitFor(name), qPrintable(name));
    }

    void dangerousAllergiesComeFirst_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::newRow("en-phone") << "en" << QSize(360, 640) << 1.0;
        QTest::newRow("zh-phone-200-first") << "zh_CN" << QSize(360, 640) << 2.0;
        QTest::newRow("en-phone-200-first") << "en" << QSize(360, 640) << 2.0;
        QTest::newRow("en-desktop") << "en" << QSize(1920, 1080) << 1.0;
    }
    void dangerousAllergiesComeFirst() {
        QFETCH(const QString, language);
        QFETCH(const QSize, size);
        QFETCH(const double, scale);
        const test::Speaking speaking(language);
        App app;
        QVERIFY(app.open(size, scale, false));
        const Screen &screen = *app.screen;
        QVERIFY(screen.waitForText(penicillin));
        app.lookAt("7-home");
        QQuickItem *allergy = nullptr;
        QTRY_VERIFY(allergy = screen.find(
                        penicillin + QStringLiteral(", 荨麻疹、呼吸困难 hives, short of breath")));
        const QQuickItem *reminder =
            screen.waitFor(say("Reminders", "Your 24 words are not written down yet"));
        QVERIFY(reminder);
        // Whole in the window, without scrolling, and not below what is to be done some day.
        QVERIFY(topOf(allergy) + allergy->height() <= size.height());
        QVERIFY(topOf(allergy) <= topOf(reminder) + reminder->height());
        if (size.width() < 900) QVERIFY(topOf(allergy) < topOf(reminder));
        QCOMPARE(screen.warnings(), QStringList());
    }

    // Whoever begins with what they write down themselves has a summary, and a backup to make.
    void theFirstOwnEntryIsCounted() {
        const test::Speaking speaking(QStringLiteral("en"));
        App app;
        QVERIFY(app.open(QSize(420, 780), 1.0, false, false));
        const Screen &screen = *app.screen;
        QVERIFY(!screen.find(QStringLiteral("There is no backup yet")));
        QVERIFY(screen.press(QStringLiteral("Records")));
        QVERIFY(screen.press(QStringLiteral("Write something down")));
        QVERIFY(screen.type(QStringLiteral("Upper number (mmHg)"), QStringLiteral("128")));
        QVERIFY(screen.type(QStringLiteral("Lower number (mmHg)"), QStringLiteral("82")));
        QVERIFY(screen.press(QStringLiteral("Keep it")));
        QVERIFY(screen.waitForText(QStringLiteral("128/82")));
        QVERIFY(screen.press(QStringLiteral("Home")));
        QVERIFY(screen.waitForText(QStringLiteral("Records on this device: 1")));
        QVERIFY(screen.waitForText(QStringLiteral("No allergy is written down.")));
        QVERIFY(screen.waitFor(QStringLiteral("There is no backup yet")));
        QCOMPARE(screen.warnings(), QStringList());
    }

    void backLeadsToWhereARecordWasPressed() {
        const test::Speaking speaking(QStringLiteral("en"));
        App app;
        QVERIFY(app.open(QSize(360, 640), 1.0, false));
        const Screen &screen = *app.screen;
        QVERIFY(screen.press(QStringLiteral("虾过敏, 皮疹 rash")));
        QVERIFY(screen.waitForText(QStringLiteral("What it says")));
        QVERIFY(screen.waitForText(QStringLiteral("虾过敏"))); // that very record
        QVERIFY(!screen.find(QStringLiteral("Back to the list")));
        QVERIFY(screen.press(QStringLiteral("Back")));
        QVERIFY(screen.waitForText(QStringLiteral("Today")));
        // By the keyboard too.
        QVERIFY(screen.pressByKeys(QStringLiteral("虾过敏, 皮疹 rash")));
        QVERIFY(screen.waitForText(QStringLiteral("What it says")));
        QTest::keyClick(screen.window(), Qt::Key_Escape);
        QVERIFY(screen.waitForText(QStringLiteral("Today")));
        // From the list, back is the list.
        QVERIFY(screen.press(QStringLiteral("Records")));
        QVERIFY(screen.waitForText(QStringLiteral("Records: 333")));
        QQuickItem *list = nullptr;
        for (QQuickItem *item : screen.window()->findChildren<QQuickItem *>())
            if (item->inherits("QQuickListView") && item->isVisible()) list = item;
        QVERIFY(list);
        list->forceActiveFocus(Qt::TabFocusReason);
        QTest::keyClick(screen.window(), Qt::Key_Home);
        QTest::keyClick(screen.window(), Qt::Key_Return);
        QVERIFY(screen.press(QStringLiteral("Back to the list")));
        QVERIFY(screen.waitFor(QStringLiteral("Find (for example: blood sugar)")));
        QCOMPARE(screen.warnings(), QStringList());
    }
};

APRICOT_SCREEN_TEST(test_patient_home)
#include "test_patient_home.moc"
