// SPDX-License-Identifier: GPL-3.0-or-later
// A person writes something down: the form, its checks, its correction.
#include "screen/screen.h"
#include "screen/speaking.h"
#include "vault_shelf.h"

#include "crypto/crypto.h"
#include "diary/own_entry.h"
#include "program/test_program.h"

#include <QTest>

using namespace apricot;
using test::Screen;
using test::VaultShelf;

class test_entry_form : public QObject {
    Q_OBJECT

    static Screen *form(VaultShelf &shelf, QSize size, const QString &correcting = {}) {
        return new Screen(
            QUrl::fromLocalFile(QStringLiteral(APRICOT_SOURCE_DIR "/tests/shelf/ShelfWindow.qml")),
            {{QStringLiteral("shelf"), QVariant::fromValue(static_cast<Shelf *>(&shelf))},
             {QStringLiteral("screen"), QStringLiteral("entry")},
             {QStringLiteral("correcting"), correcting}},
            size);
    }
    static Record only(VaultShelf &shelf) {
        return shelf.vault().record(shelf.vault().list({}, {})->front().id).value();
    }

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void looks_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::newRow("en-phone") << "en" << QSize(360, 640) << 1.0;
        QTest::newRow("zh-phone-200") << "zh_CN" << QSize(360, 640) << 2.0;
        QTest::newRow("en-phone-200") << "en" << QSize(360, 640) << 2.0;
        QTest::newRow("zh-desktop") << "zh_CN" << QSize(1920, 1080) << 1.0;
    }
    void looks() {
        QFETCH(const QString, language);
        QFETCH(const QSize, size);
        QFETCH(const double, scale);
        const test::Speaking speaking(language);
        VaultShelf shelf;
        const std::unique_ptr<Screen> screen(form(shelf, size));
        screen->window()->setProperty("typeScale", scale);
        QVERIFY(screen->waitForText(QCoreApplication::translate("EntryForm", "Keep it")));
        const auto lookAt = [&](const char *name) {
            QVERIFY(screen->picture(QStringLiteral("entry-")
                                    + QString::fromLatin1(QTest::currentDataTag()) + u'-'
                                    + QString::fromLatin1(name)));
            QCOMPARE(screen->faults(), QStringList());
        };
        lookAt("1-pressure");
        QVERIFY(screen->press(
            QCoreApplication::translate("EntryForm", "A note, for example how I feel")));
        lookAt("2-note");
        QVERIFY(screen->press(QCoreApplication::translate("EntryForm", "A photo or PDF")));
        lookAt("3-document");
        QCOMPARE(screen->warnings(), QStringList());
        screen->window()->setProperty("typeScale", 1.0);
    }

    void aBloodPressureIsKept() {
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        VaultShelf shelf;
        const std::unique_ptr<Screen> screen(form(shelf, QSize(420, 780)));
        QVERIFY(screen->type(QStringLiteral("Upper number (mmHg)"), QStringLiteral("128")));
        QVERIFY(screen->type(QStringLiteral("Lower number (mmHg)"), QStringLiteral("82")));
        QVERIFY(screen->press(QStringLiteral("Keep it")));
        QTRY_VERIFY(!screen->window()->property("kept").toString().isEmpty());
        QCOMPARE(only(shelf).value, std::string("128/82"));
        QCOMPARE(screen->warnings(), QStringList());
    }

    void whatCannotBeIsToldAndWhatIsRareIsAsked() {
        VaultShelf shelf;
        const std::unique_ptr<Screen> screen(form(shelf, QSize(420, 780)));
        QVERIFY(screen->type(QStringLiteral("Upper number (mmHg)"), QStringLiteral("1200")));
        QVERIFY(screen->type(QStringLiteral("Lower number (mmHg)"), QStringLiteral("80")));
        QVERIFY(screen->press(QStringLiteral("Keep it")));
        QVERIFY(screen->waitForText(QStringLiteral("Nobody can have this value.")));
        QQuickItem *upper = screen->find(QStringLiteral("Upper number (mmHg)"));
        QVERIFY(upper);
        upper->setProperty("text", QString());
        QVERIFY(screen->type(QStringLiteral("Upper number (mmHg)"), QStringLiteral("230")));
        QVERIFY(screen->press(QStringLiteral("Keep it")));
        QVERIFY(screen->waitForText(QStringLiteral("This value is unusual.")));
        QCOMPARE(shelf.vault().count({}).value(), std::uint64_t{0});
        QVERIFY(screen->press(QStringLiteral("It is right, keep it")));
        QTRY_VERIFY(!screen->window()->property("kept").toString().isEmpty());
        QCOMPARE(only(shelf).value, std::string("230/80"));
    }

    void aTimeToComeIsTold() {
        VaultShelf shelf;
        const std::unique_ptr<Screen> screen(form(shelf, QSize(420, 780)));
        QVERIFY(screen->press(QStringLiteral("Weight")));
        QVERIFY(screen->type(QStringLiteral("Weight (kg)"), QStringLiteral("57,2")));
        QObject *when = nullptr;
        for (QObject *one : screen->window()->findChildren<QObject *>())
            if (one->property("firstYear").isValid()) when = one;
        QVERIFY(when);
        when->setProperty("value", QDateTime::currentDateTime().addDays(2));
        QVERIFY(screen->press(QStringLiteral("Keep it")));
        QVERIFY(screen->waitForText(QStringLiteral("This time has not come yet.")));
        when->setProperty("value", QDateTime(QDate(2026, 1, 2), QTime(8, 30)));
        QVERIFY(screen->press(QStringLiteral("Keep it")));
        QTRY_VERIFY(!screen->window()->property("kept").toString().isEmpty());
        QCOMPARE(only(shelf).date.text, std::string("2026-01-02T08:30:00+08:00"));
        QCOMPARE(only(shelf).value, std::string("57.2"));
    }

    void aCorrectionBeginsWithWhatWasThere() {
        VaultShelf shelf;
        const SystemClock clock;
        SystemRandom random;
        const auto id = addReading(shelf.vault(),
                                   {Measure::Weight, "75", {}, clock.now() - 86400, 480, "evening"},
                                   clock, random);
        QVERIFY(id.ok());
        const std::unique_ptr<Screen> screen(
            form(shelf, QSize(420, 780), QString::fromStdString(toHex(id->view()))));
        QQuickItem *weight = screen->waitFor(QStringLiteral("Weight (kg)"));
        QVERIFY(weight);
        QTRY_COMPARE(weight->property("text").toString(), QStringLiteral("75"));
        weight->setProperty("text", QStringLiteral("57"));
        QVERIFY(screen->press(QStringLiteral("Keep it")));
        QTRY_VERIFY(!screen->window()->property("kept").toString().isEmpty());
        QCOMPARE(only(shelf).value, std::string("57"));
        QCOMPARE(shelf.vault().history(*id)->size(), std::size_t{1});
        QCOMPARE(only(shelf).date.start / 60, (clock.now() - 86400) / 60);
    }

    void aNoteIsKept() {
        VaultShelf shelf;
        const std::unique_ptr<Screen> screen(form(shelf, QSize(420, 780)));
        QVERIFY(screen->press(QStringLiteral("A note, for example how I feel")));
        QVERIFY(screen->press(QStringLiteral("Keep it")));
        QVERIFY(screen->waitForText(QStringLiteral("A note must have words")));
        QVERIFY(screen->type(QStringLiteral("What do you want to note?"), QStringLiteral("dizzy")));
        QVERIFY(screen->press(QStringLiteral("Keep it")));
        QTRY_VERIFY(!screen->window()->property("kept").toString().isEmpty());
        QCOMPARE(only(shelf).value, std::string("dizzy"));
    }
};

APRICOT_SCREEN_TEST(test_entry_form)
#include "test_entry_form.moc"
