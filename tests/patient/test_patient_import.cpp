// SPDX-License-Identifier: GPL-3.0-or-later
// What is handed to the patient's app: records as files by dialog, drop and command line, good and
// bad; codes, links and code files, which go to the screen they concern. On a real vault and
// ledger.
#include "sharing/scene.h"

#include "base/file.h"
#include "exchange/code_file.h"
#include "flows/clinic/write_back.h"
#include "flows/patient/request.h"
#include "program/test_program.h"

#include <QDropEvent>
#include <QMimeData>
#include <QTest>

using namespace apricot;
using test::Screen;

namespace {

const QUrl mainFile(QStringLiteral("qrc:/qt/qml/Apricot/Patient/Main.qml"));
constexpr int sampleRecords = 333;

QString q(const char *text) {
    return QString::fromUtf8(text);
}

std::string allergy(const std::string &id, const std::string &words, const std::string &note = {}) {
    return R"({"resourceType":"AllergyIntolerance","id":")" + id
           + R"(","patient":{"reference":"Patient/lin-guifang"},"code":{"text":")" + words + R"("})"
           + (note.empty() ? "" : R"(,"note":[{"text":")" + note + R"("}])") + "}";
}
std::string bundle(int count, const std::string &words) {
    std::string out = R"({"resourceType":"Bundle","type":"collection","entry":[)";
    for (int i = 0; i < count; ++i)
        out +=
            (i ? "," : "") + (R"({"resource":)" + allergy(words + std::to_string(i), words)) + "}";
    return out + "]}";
}

// A person with the sample's records, locked; the app may be started with files and codes.
struct App : test::Scene {
    std::unique_ptr<Screen> screen;

    void start(const QVariantList &things = {}) {
        QVariantMap all = properties();
        if (!things.isEmpty()) all[QStringLiteral("files")] = things;
        screen = std::make_unique<Screen>(mainFile, all, QSize(420, 780));
    }
    [[nodiscard]] bool unlock() const {
        return screen->type(q("Passphrase"), test::passphrase) && screen->press(q("Open my record"))
               && QTest::qWaitFor([this] { return person()->property("records").toInt() > 0; },
                                  20000);
    }
    [[nodiscard]] QObject *person() const {
        return screen->window()->property("person").value<QObject *>();
    }
    [[nodiscard]] int records() const { return person()->property("records").toInt(); }
    [[nodiscard]] QString problem() const { return person()->property("problem").toString(); }
    [[nodiscard]] QUrl file(const char *name, std::string_view content) const {
        if (!writeFile(at(name).toStdString(), viewOf(content))) qFatal("no file");
        return QUrl::fromLocalFile(at(name));
    }
    void drop(const QList<QUrl> &files, const QString &text = {}) const {
        QMimeData data;
        if (!files.isEmpty()) data.setUrls(files);
        if (!text.isEmpty()) data.setText(text);
        const QPointF place(200, 300);
        QDragEnterEvent enter(place.toPoint(), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QCoreApplication::sendEvent(screen->window(), &enter);
        QDropEvent down(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(screen->window(), &down);
    }
    [[nodiscard]] QString requestCode() {
        Wish wish;
        wish.scope.kinds = 0b1100; // medicines, allergies
        wish.scope.level = 3;
        wish.minutes = 30;
        const auto code = askInCode(hospital.desk, wish, *ledger, clock, random);
        return code ? QString::fromStdString(*code) : QString();
    }
};

} // namespace

class test_patient_import : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(q("en")));
        QVERIFY(startCrypto().ok());
    }

    // Given on the command line, before anything is open; both come, one after the other.
    void filesOfTheCommandLineWaitForTheUnlock() {
        App app;
        app.start(
            {app.file("one.json", bundle(1, "Peanuts")), app.file("two.json", bundle(2, "Latex"))});
        QVERIFY(app.screen->waitForText(q("Your record is locked")));
        QVERIFY(app.unlock());
        QTRY_COMPARE_WITH_TIMEOUT(app.records(), sampleRecords + 3, 20000);
        QVERIFY(app.screen->waitForText(q("2 new records came in.")));
        QVERIFY(app.screen->press(q("Understood")));
        QVERIFY(app.screen->waitForText(q("Peanuts")));
        QVERIFY(app.screen->waitForText(q("Latex")));
        QCOMPARE(app.screen->warnings(), QStringList());
    }

    // What is wrong with one must be read before the next is begun.
    void filesAreDropped() {
        App app;
        app.start();
        QVERIFY(app.unlock());
        app.drop({app.file("one.json", bundle(1, "Peanuts")), app.file("bad.json", "{\"resou"),
                  app.file("two.json", bundle(2, "Latex"))});
        QVERIFY(QTest::qWaitFor([&] { return !app.problem().isEmpty(); }, 20000));
        QCOMPARE(app.records(), sampleRecords + 1);
        QVERIFY(app.screen->press(q("Understood")));
        QTRY_COMPARE_WITH_TIMEOUT(app.records(), sampleRecords + 3, 20000);
        QVERIFY(app.screen->waitForText(q("2 new records came in.")));
        QCOMPARE(app.screen->warnings(), QStringList());
    }

    void aFileIsChosen() {
        App app;
        app.start();
        QVERIFY(app.unlock());
        QVERIFY(app.screen->press(q("Records")));
        QVERIFY(app.screen->press(q("Bring in records from a file")));
        QObject *dialog = nullptr;
        for (QObject *one : app.screen->window()->findChildren<QObject *>())
            if (one->inherits("QQuickFileDialog") && one->property("visible").toBool())
                dialog = one;
        QVERIFY(dialog);
        // As the system's dialog does when a file was chosen in it.
        const QUrl chosen = app.file("one.json", bundle(1, "Peanuts"));
        QVERIFY(dialog->setProperty("selectedFile", chosen));
        QCOMPARE(dialog->property("selectedFile").toUrl(), chosen);
        QVERIFY(QMetaObject::invokeMethod(dialog, "accepted"));
        QTRY_COMPARE_WITH_TIMEOUT(app.records(), sampleRecords + 1, 20000);
        QVERIFY(app.screen->waitForText(q("1 new records came in.")));
        QVERIFY(app.screen->waitForText(q("Records: 334"))); // still where one was
        QCOMPARE(app.screen->warnings(), QStringList());
    }

    void badFilesChangeNothing_data() {
        QTest::addColumn<QString>("sort");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *sort, const char *words) {
            QTest::newRow(sort) << q(sort) << q(words);
        };
        row("words", "not a file of health records that Apricot can read");
        row("other-json", "does not say what kind of record it is");
        row("cut", "damaged or was cut short");
        row("empty", "not a file of health records that Apricot can read");
        row("picture", "not a file of health records that Apricot can read");
        row("zeros", "not a file of health records that Apricot can read");
        row("cut-gzip", "was cut off");
        row("oversized", "too large to be kept");
        row("folder", "could not be read");
        row("missing", "could not be read");
        row("far", "could not be read");
    }
    void badFilesChangeNothing() {
        QFETCH(const QString, sort);
        QFETCH(const QString, words);
        App app;
        app.start();
        QVERIFY(app.unlock());
        const std::string good = bundle(50, "Peanuts");
        QUrl file = QUrl::fromLocalFile(app.at("missing.json"));
        if (sort == q("words")) file = app.file("x.json", "my allergies: peanuts");
        if (sort == q("other-json")) file = app.file("x.json", R"({"allergies":["peanuts"]})");
        if (sort == q("cut"))
            file = app.file("x.json", std::string_view(good).substr(0, good.size() * 2 / 3));
        if (sort == q("empty")) file = app.file("x.json", "");
        if (sort == q("picture"))
            file = app.file("x.json", std::string_view("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
        if (sort == q("zeros")) file = app.file("x.json", std::string(1U << 20U, '\0'));
        if (sort == q("cut-gzip"))
            file = app.file("x.json.gz", std::string_view("\x1f\x8b\x08\0\0\0\0\0\0\x03\xab", 11));
        if (sort == q("oversized"))
            file = app.file("x.json", allergy("big", "Peanuts", std::string(65U << 20U, 'x')));
        if (sort == q("folder")) file = QUrl::fromLocalFile(app.folder.path());
        if (sort == q("far")) file = QUrl(q("https://hospital.example/record.json"));
        app.drop({file});
        QVERIFY(QTest::qWaitFor([&] { return !app.problem().isEmpty(); }, 60000));
        QVERIFY2(app.problem().contains(words), qPrintable(app.problem()));
        QVERIFY(app.screen->waitForText(words));
        QTRY_COMPARE(app.screen->faults(), QStringList());
        QCOMPARE(app.records(), sampleRecords);
        QVERIFY(app.screen->press(q("Understood")));
        QVERIFY(!app.screen->waitForText(q("Peanuts"), 0));
        // The next one comes in as if nothing had been.
        app.drop({app.file("good.json", good)});
        QTRY_COMPARE_WITH_TIMEOUT(app.records(), sampleRecords + 50, 20000);
        QCOMPARE(app.screen->warnings(), QStringList());
    }

    void longWorkIsShownAndCanBeStopped() {
        App app;
        app.start();
        QVERIFY(app.unlock());
        app.drop({app.file("many.json", bundle(60'000, "Peanuts"))});
        QVERIFY(app.screen->waitFor(q("Cancel")));
        QVERIFY(app.screen->picture(q("en-phone-import-busy")));
        QVERIFY(app.screen->press(q("Cancel")));
        QVERIFY(app.screen->waitForText(q("The import was stopped. Nothing was added.")));
        QTRY_COMPARE(app.screen->faults(), QStringList());
        QCOMPARE(app.records(), sampleRecords);
        QVERIFY(app.screen->press(q("Understood")));
        app.drop({app.file("one.json", bundle(1, "Latex"))});
        QTRY_COMPARE_WITH_TIMEOUT(app.records(), sampleRecords + 1, 20000);
        QCOMPARE(app.screen->warnings(), QStringList());
    }

    // A clinic's request as a code, a link and a file, before the unlock and after.
    void aRequestGoesToTheRequests_data() {
        QTest::addColumn<QString>("form");
        QTest::addColumn<bool>("before");
        for (const char *form : {"code", "link", "file"}) {
            QTest::addRow("%s-before-the-unlock", form) << q(form) << true;
            QTest::addRow("%s-after-the-unlock", form) << q(form) << false;
        }
    }
    void aRequestGoesToTheRequests() {
        QFETCH(const QString, form);
        QFETCH(const bool, before);
        App app;
        const QString code = app.requestCode();
        QVERIFY(code.startsWith(q("APRICOT:ASK:1:")));
        QVariant thing = code;
        if (form == q("link"))
            thing = q("apricot:") + QString::fromLatin1(QUrl::toPercentEncoding(code.mid(8)));
        if (form == q("file")) thing = app.file("ask.apricot", (code + u'\n').toStdString());
        app.start(before ? QVariantList{thing} : QVariantList{});
        QVERIFY(app.screen->waitForText(q("Your record is locked")));
        QVERIFY(app.unlock());
        if (!before && form == q("file")) app.drop({thing.toUrl()});
        if (!before && form == q("link")) app.drop({QUrl(thing.toString())});
        if (!before && form == q("code")) app.drop({}, thing.toString());
        QVERIFY(app.screen->waitForText(q("Clinics ask to see my records")));
        QVERIFY(app.screen->waitForText(QString::fromStdString(app.hospital.organisation.name)));
        QVERIFY(app.screen->waitFor(q("Look at it, and decide how much")));
        QTRY_COMPARE(app.screen->faults(), QStringList());
        QCOMPARE(app.screen->warnings(), QStringList());
    }

    void aPermissionIsForAClinic() {
        App app;
        app.start({q("APRICOT:1:6BFOXN")});
        QVERIFY(app.unlock());
        QVERIFY(app.screen->waitForText(q("This code is a permission.")));
        QVERIFY(app.screen->picture(q("en-phone-code-permission")));
        QTRY_COMPARE(app.screen->faults(), QStringList());
        QVERIFY(app.screen->waitForText(q("Today")));
        QVERIFY(app.screen->press(q("Understood")));
        QTRY_VERIFY(!app.screen->waitForText(q("This code is a permission."), 0));
        QCOMPARE(app.screen->warnings(), QStringList());
    }

    void aCheckpointGoesToTheLedger() {
        App app;
        app.start({q("APRICOT:C1:6BFOXN")});
        QVERIFY(app.unlock());
        QQuickItem *field = app.screen->waitFor(q("A checkpoint's code from elsewhere"));
        QVERIFY(field);
        QCOMPARE(field->property("text").toString(), q("APRICOT:C1:6BFOXN"));
        QVERIFY(app.screen->picture(q("en-phone-code-checkpoint")));
        QTRY_COMPARE(app.screen->faults(), QStringList());
        // Nothing is trusted before one says so.
        QVERIFY(app.problem().isEmpty());
        QVERIFY(app.screen->waitFor(q("Trust this checkpoint")));
        QVERIFY(app.screen->press(q("Home")));
        QVERIFY(app.screen->press(q("Settings")));
        QVERIFY(app.screen->press(q("Ledger")));
        QVERIFY(!app.screen->find(q("A checkpoint's code from elsewhere"))); // it was handed once
        QCOMPARE(app.screen->warnings(), QStringList());
    }

    void othersAreRefused_data() {
        QTest::addColumn<QString>("code");
        QTest::newRow("later version") << q("APRICOT:7:6BFOXN");
        QTest::newRow("forged request") << q("APRICOT:ASK:1:6BFOXN");
        QTest::newRow("broken link") << q("apricot:%zz%00%ff");
        QTest::newRow("nothing") << q("apricot:");
        QTest::newRow("other text") << q("hello");
    }
    void othersAreRefused() {
        QFETCH(const QString, code);
        App app;
        app.start({code});
        QVERIFY(app.unlock());
        QVERIFY(QTest::qWaitFor([&] { return !app.problem().isEmpty(); }, 20000));
        QTRY_COMPARE(app.screen->faults(), QStringList());
        QVERIFY(app.screen->press(q("Understood")));
        QCOMPARE(app.records(), sampleRecords);
        QCOMPARE(app.screen->warnings(), QStringList());
    }

    // What was dropped on one person's record does not come into the next one's.
    void whatWaitsIsForgottenWhenItLocks() {
        App app;
        app.start();
        QVERIFY(app.unlock());
        app.drop({app.file("bad.json", "no"), app.file("one.json", bundle(1, "Peanuts"))});
        QVERIFY(QTest::qWaitFor([&] { return !app.problem().isEmpty(); }, 20000));
        QVERIFY(QMetaObject::invokeMethod(app.person(), "lock"));
        QVERIFY(app.screen->waitForText(q("Your record is locked")));
        QVERIFY(app.unlock());
        QVERIFY(app.screen->waitForText(q("Penicillin")));
        QTest::qWait(300); // that nothing comes can only be waited for
        QCOMPARE(app.records(), sampleRecords);
        QVERIFY(!app.screen->waitForText(q("Peanuts"), 0));
    }
};

APRICOT_SCREEN_TEST(test_patient_import)
#include "test_patient_import.moc"
