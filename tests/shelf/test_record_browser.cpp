// SPDX-License-Identifier: GPL-3.0-or-later
// The list of records, one record, the summary and the exact choice, driven by accessible names
// over a real vault file: phone and desktop sizes, both languages, type up to 200 %.
#include "screen/screen.h"
#include "screen/speaking.h"
#include "shelf/overview.h"
#include "vault_shelf.h"

#include "crypto/crypto.h"
#include "diary/own_entry.h"
#include "flows/patient/import_records.h"
#include "formats/reader.h"
#include "program/test_program.h"
#include "records/resource.h"
#include "vault/origins.h"

#include <QDirIterator>
#include <QTest>

using namespace apricot;
using test::Screen;
using test::VaultShelf;

namespace {

const QUrl window =
    QUrl::fromLocalFile(QStringLiteral(APRICOT_SOURCE_DIR "/tests/shelf/ShelfWindow.qml"));

QString say(const char *page, const char *words) {
    return QCoreApplication::translate(page, words);
}

QVariantMap on(VaultShelf &shelf, const char *screen) {
    return {{QStringLiteral("shelf"), QVariant::fromValue(static_cast<Shelf *>(&shelf))},
            {QStringLiteral("screen"), QString::fromLatin1(screen)}};
}

QString newest(VaultShelf &shelf, const char *text) {
    Filter filter;
    filter.text = text;
    const auto rows = shelf.vault().list(filter, {});
    return rows && !rows->empty() ? QString::fromStdString(toHex(rows->front().id.view()))
                                  : QString();
}

void key(const Screen &screen, Qt::Key key) {
    QTest::keyClick(screen.window(), key);
}

} // namespace

class test_record_browser : public QObject {
    Q_OBJECT

    static void bringIn(VaultShelf &shelf) {
        QVERIFY(
            importRecords(shelf.vault(), APRICOT_SOURCE_DIR "/packaging/sample/lin-guifang.json")
                .ok());
    }
    static void lookAt(const Screen &screen, const char *name) {
        const QString as = QStringLiteral("shelf-") + QString::fromLatin1(QTest::currentDataTag())
                           + u'-' + QString::fromLatin1(name);
        QVERIFY(screen.picture(as));
        const QStringList faults = screen.faults();
        QVERIFY2(faults.isEmpty(), qPrintable(as + QStringLiteral(": ") + faults.join(u'\n')));
    }

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void looks_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("look");
        QTest::newRow("en-phone") << "en" << QSize(360, 640) << 1.0 << 0;
        QTest::newRow("zh-phone") << "zh_CN" << QSize(360, 640) << 1.0 << 1;
        QTest::newRow("en-phone-200") << "en" << QSize(360, 640) << 2.0 << 0;
        QTest::newRow("zh-phone-200") << "zh_CN" << QSize(360, 640) << 2.0 << 2;
        QTest::newRow("en-desktop") << "en" << QSize(1920, 1080) << 1.0 << 0;
        QTest::newRow("zh-desktop") << "zh_CN" << QSize(1920, 1080) << 1.0 << 1;
        QTest::newRow("en-desktop-200") << "en" << QSize(1920, 1080) << 2.0 << 2;
    }
    void looks() {
        QFETCH(const QString, language);
        QFETCH(const QSize, size);
        QFETCH(const double, scale);
        QFETCH(const int, look);
        const test::Speaking speaking(language);
        VaultShelf shelf;
        bringIn(shelf);
        const QString glucose = newest(shelf, "fasting glucose");
        const QString pressure = newest(shelf, "blood pressure");
        const QString letter = newest(shelf, "discharge summary");
        const QString xray = newest(shelf, "x-ray report");
        Screen screen(window, on(shelf, "browse"), size);
        screen.window()->setProperty("typeScale", scale);
        screen.window()->setProperty("look", look);
        const auto open = [&](const QString &id, const QString &words) {
            return !id.isEmpty() && screen.window()->setProperty("current", id)
                   && screen.waitForText(words);
        };
        QVERIFY(screen.waitForText(QStringLiteral("2026")));
        QVERIFY(screen.find(say("RecordList", "Records")));
        lookAt(screen, "1-list");
        QVERIFY(open(glucose, say("RecordView", "Over time")));
        QVERIFY(screen.waitForText(say("Detail", "above the range")));
        lookAt(screen, "2-glucose");
        QVERIFY(open(pressure, QStringLiteral("129/")));
        lookAt(screen, "3-pressure");
        QVERIFY(open(letter, say("RecordView", "What it says")));
        QTRY_VERIFY(screen.find(say("AttachmentView", "%1, page %2")
                                    .arg(QStringLiteral("出院小结 Discharge summary"))
                                    .arg(1)));
        QTest::qWait(300);
        lookAt(screen, "4-letter");
        QVERIFY(open(xray, QStringLiteral("Displaced fracture")));
        QVERIFY(screen.press(say("RecordView", "Show the original")));
        QVERIFY(screen.find(say("RecordView", "The original, as it was sent (FHIR)")));
        lookAt(screen, "5-original");
        screen.window()->setProperty("screen", QStringLiteral("summary"));
        QVERIFY(screen.waitForText(QStringLiteral("青霉素过敏 Penicillin")));
        lookAt(screen, "6-summary");
        screen.window()->setProperty("screen", QStringLiteral("picker"));
        QVERIFY(screen.waitForText(QStringLiteral("2026")));
        lookAt(screen, "7-picker");
        QCOMPARE(shelf.problems, QStringList());
        QCOMPARE(screen.warnings(), QStringList());
    }

    void theSummaryCanBeReadAloud() {
        VaultShelf shelf;
        Overview overview;
        overview.setShelf(&shelf);
        QTRY_COMPARE(overview.spoken(),
                     QStringLiteral("No allergy is written down. That does not mean there is none. "
                                    "No medicine is written down as taken now."));
        VaultShelf full;
        bringIn(full);
        overview.setShelf(&full);
        // What could kill is said first, and as that.
        QTRY_VERIFY(overview.spoken().startsWith(
            QStringLiteral("Warning, dangerous allergy: 青霉素过敏 Penicillin")));
        QVERIFY(overview.spoken().contains(QStringLiteral(". Allergies: 虾过敏")));
        QVERIFY(overview.spoken().contains(QStringLiteral("Medicines you take now: ")));
        full.close(); // what is locked is not spoken of
        QTRY_COMPARE(overview.spoken(), QString());
    }

    // One person's allergies do not stand under another's name while that one's are being read.
    void anotherShelfsSummaryIsNeverShown() {
        VaultShelf full, empty;
        bringIn(full);
        Overview overview;
        overview.setShelf(&full);
        QTRY_VERIFY(overview.property("ready").toBool());
        QVERIFY(!overview.property("allergies").toList().isEmpty());
        overview.setShelf(&empty);
        QVERIFY(!overview.property("ready").toBool());
        for (const char *list : {"allergies", "medicines", "conditions", "visits"})
            QVERIFY(overview.property(list).toList().isEmpty());
        QCOMPARE(overview.spoken(), QString());
        QTRY_VERIFY(overview.property("ready").toBool());
        QVERIFY(overview.property("allergies").toList().isEmpty());
        overview.setShelf(&full);
        QTRY_VERIFY(overview.property("ready").toBool());
        // The same shelf with another patient in it, as at a counter.
        Q_EMIT full.recordsChanged();
        QVERIFY(overview.property("allergies").toList().isEmpty());

        // Until it is read, nothing is said to be absent.
        Screen screen(window, on(full, "summary"), QSize(420, 780));
        QVERIFY(screen.waitForText(QStringLiteral("青霉素过敏 Penicillin")));
        Q_EMIT full.recordsChanged();
        QVERIFY(screen.waitForText(QStringLiteral("Looking…"), 0));
        QVERIFY(!screen.waitForText(QStringLiteral("No allergy is written down"), 0));
        QVERIFY(screen.waitForText(QStringLiteral("青霉素过敏 Penicillin")));
        QCOMPARE(screen.warnings(), QStringList());
    }

    void foundAsOneTypes() {
        VaultShelf shelf;
        bringIn(shelf);
        Screen screen(window, on(shelf, "browse"), QSize(420, 780));
        QVERIFY(screen.waitForText(QStringLiteral("Records: 333")));
        QVERIFY(screen.type(QStringLiteral("Find (for example: blood sugar)"),
                            QStringLiteral("metformin")));
        QTRY_VERIFY(screen.waitForText(QStringLiteral("Metformin"), 0)
                    && !screen.waitForText(QStringLiteral("Records: 333"), 0));
        QVERIFY(screen.type(QStringLiteral("Find (for example: blood sugar)"),
                            QStringLiteral(" zzzz")));
        QVERIFY(screen.waitForText(QStringLiteral("Nothing fits.")));
        QCOMPARE(screen.warnings(), QStringList());
    }

    void narrowedByKind() {
        VaultShelf shelf;
        bringIn(shelf);
        Screen screen(window, on(shelf, "browse"), QSize(420, 780));
        QVERIFY(screen.press(QStringLiteral("Show: Everything")));
        QVERIFY(screen.press(QStringLiteral("Allergies")));
        QVERIFY(screen.waitForText(QStringLiteral("Records: 2")));
        QVERIFY(screen.press(QStringLiteral("Vaccinations")));
        QVERIFY(screen.waitForText(QStringLiteral("Records: 16")));
        QVERIFY(screen.press(QStringLiteral("Everything")));
        QVERIFY(screen.waitForText(QStringLiteral("Records: 333")));
        QCOMPARE(screen.warnings(), QStringList());
    }

    void withTheKeyboardAlone() {
        VaultShelf shelf;
        bringIn(shelf);
        Screen screen(window, on(shelf, "browse"), QSize(420, 780));
        QVERIFY(screen.waitForText(QStringLiteral("Records: 333")));
        QQuickItem *list = screen.find(QStringLiteral("Records"));
        QVERIFY(list);
        for (int n = 0; n < 20 && !list->hasActiveFocus(); ++n) key(screen, Qt::Key_Tab);
        QVERIFY(list->hasActiveFocus());
        key(screen, Qt::Key_End); // the last that is read: more come
        QTRY_VERIFY(list->property("count").toInt() > 100);
        key(screen, Qt::Key_Home);
        key(screen, Qt::Key_Down);
        key(screen, Qt::Key_Return);
        QVERIFY(screen.waitForText(QStringLiteral("What it says")));
        key(screen, Qt::Key_Escape);
        QVERIFY(screen.waitForText(QStringLiteral("Records: 333")));
        QCOMPARE(screen.warnings(), QStringList());
    }

    void theWholeListIsRead() {
        VaultShelf shelf;
        bringIn(shelf);
        Screen screen(window, on(shelf, "browse"), QSize(420, 780));
        QVERIFY(screen.waitForText(QStringLiteral("Records: 333")));
        QQuickItem *list = screen.find(QStringLiteral("Records"));
        QVERIFY(list);
        QTRY_VERIFY2_WITH_TIMEOUT(
            (list->setProperty("contentY", list->property("contentHeight").toReal() - 700),
             list->property("count").toInt() == 333),
            "not all pages come", 20000);
        // The last page may have come after the list was moved to what was its end before.
        QVERIFY(QMetaObject::invokeMethod(list, "positionViewAtEnd"));
        // Those without a date come last; their heading stands some rows above the end.
        QTRY_VERIFY((list->setProperty("contentY", list->property("contentY").toReal() - 200),
                     screen.waitForText(QStringLiteral("Without a date"), 0)));
    }

    void exactChoice() {
        VaultShelf shelf;
        bringIn(shelf);
        Screen screen(window, on(shelf, "picker"), QSize(420, 780));
        QQuickItem *list = screen.waitFor(QStringLiteral("Records"));
        QVERIFY(list);
        QVERIFY(screen.waitForText(QStringLiteral("Records: 333")));
        list->forceActiveFocus(Qt::TabFocusReason);
        key(screen, Qt::Key_Space);
        key(screen, Qt::Key_Down);
        key(screen, Qt::Key_Space);
        QCOMPARE(screen.window()->property("chosen").toList().size(), 2);
        QVERIFY(screen.waitForText(QStringLiteral("Chosen: 2")));
        key(screen, Qt::Key_Space);
        QCOMPARE(screen.window()->property("chosen").toList().size(), 1);
        QVERIFY(screen.press(QStringLiteral("Choose none")));
        QCOMPARE(screen.window()->property("chosen").toList().size(), 0);
        QCOMPARE(screen.warnings(), QStringList());
    }

    void theLevelIsThePersonsOwn() {
        VaultShelf shelf;
        bringIn(shelf);
        const QString glucose = newest(shelf, "fasting glucose");
        Screen screen(window, on(shelf, "browse"), QSize(420, 780));
        screen.window()->setProperty("current", glucose);
        QVERIFY(screen.press(QStringLiteral("Change how private it is")));
        QVERIFY(screen.press(QStringLiteral("Most private: only when I say so")));
        QVERIFY(screen.waitForText(QStringLiteral("Most private")));
        const auto id = RecordId::from(*fromHex(glucose.toStdString()));
        QTRY_COMPARE(static_cast<int>(shelf.vault().record(*id)->level), 5);
        QCOMPARE(screen.warnings(), QStringList());
    }

    void aMistakeIsSaidTwice() {
        VaultShelf shelf;
        const SystemClock clock;
        SystemRandom random;
        const auto id = addReading(
            shelf.vault(), {Measure::Weight, "75", {}, clock.now() - 60, 480, {}}, clock, random);
        QVERIFY(id.ok());
        Screen screen(window, on(shelf, "browse"), QSize(420, 780));
        screen.window()->setProperty("current", QString::fromStdString(toHex(id->view())));
        QVERIFY(screen.waitForText(QStringLiteral("You wrote this")));
        QVERIFY(screen.press(QStringLiteral("This was a mistake")));
        QVERIFY(screen.press(QStringLiteral("Yes, it was a mistake")));
        QVERIFY(screen.waitForText(QStringLiteral("Entered by mistake.")));
        QVERIFY(screen.waitForText(QStringLiteral("How it was before")));
        QCOMPARE(screen.warnings(), QStringList());
    }

    // Who answers for a record stands on it.
    void whereARecordComesFrom_data() {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, OriginState state, const char *words) {
            QTest::newRow(name) << static_cast<int>(state) << QString::fromUtf8(words);
        };
        row("ledger", OriginState::Ledger, "Written by 武进河畔医院, verified");
        row("issuer", OriginState::Issuer, "Signed by 武进河畔医院, signature verified");
        row("own", OriginState::Own, "You wrote this");
        row("file", OriginState::Unknown, "From a file that you brought in");
    }
    void whereARecordComesFrom() {
        QFETCH(const int, state);
        QFETCH(const QString, words);
        VaultShelf shelf;
        SystemRandom random;
        const std::string potassium =
            R"({"resourceType":"Observation","id":"k","status":"final","code":{"text":"Potassium"}})";
        const auto record = readResource(potassium);
        QVERIFY(record.ok());
        auto batch = shelf.vault().beginImport();
        QVERIFY(batch.ok());
        QVERIFY((*batch)->add(*record).ok());
        const auto known = static_cast<OriginState>(state);
        if (known != OriginState::Unknown)
            QVERIFY(shelf.vault()
                        .vouch(record->id, contentOf(*record),
                               {known, randomFixed<OrganisationId>(random), "武进河畔医院", 1})
                        .ok());
        QVERIFY((*batch)->commit().ok());
        Screen screen(window, on(shelf, "browse"), QSize(360, 640));
        screen.window()->setProperty("current", QString::fromStdString(toHex(record->id.view())));
        QVERIFY(screen.waitForText(words));
        QVERIFY(!screen.waitForText(QStringLiteral("⚠"), 0));
        QTRY_COMPARE(screen.faults(), QStringList());
        // A lock takes the sender's name away too.
        shelf.close();
        QTRY_VERIFY(!screen.waitForText(words, 0));
        QCOMPARE(screen.warnings(), QStringList());
    }

    void aClosedShelfShowsNothing() {
        VaultShelf shelf;
        bringIn(shelf);
        const QString glucose = newest(shelf, "fasting glucose");
        Screen screen(window, on(shelf, "browse"), QSize(1200, 780));
        screen.window()->setProperty("current", glucose);
        QVERIFY(screen.waitForText(QStringLiteral("What it says")));
        shelf.close();
        QTRY_VERIFY(!screen.waitForText(QStringLiteral("What it says"), 0));
        QVERIFY(!screen.waitForText(QStringLiteral("glucose"), 0));
    }

    // Every kind of record opens without a warning.
    void everyKindOpens() {
        VaultShelf shelf;
        bringIn(shelf);
        std::map<std::string, RecordId> kinds;
        const auto rows = shelf.vault().list({}, {1000, std::nullopt});
        QVERIFY(rows.ok());
        for (const RecordRow &row : *rows) kinds.emplace(row.type, row.id);
        const QString outside =
            qEnvironmentVariable("APRICOT_SHARED_DATA",
                                 QStringLiteral(APRICOT_SOURCE_DIR "/../shared/data"))
            + QStringLiteral("/fhir/r4-examples-json");
        if (!QDir(outside).exists()) qInfo("no shared data: kinds of outside files are not opened");
        auto batch = shelf.vault().beginImport();
        QVERIFY(batch.ok());
        QDirIterator all(outside, {QStringLiteral("*.json")}, QDir::Files);
        while (all.hasNext()) {
            struct Sink final : RecordSink {
                std::vector<Record> taken;
                Result<> take(Record &&record, const Origin &) override {
                    taken.push_back(std::move(record));
                    return {};
                }
            } sink;
            auto source = openFile(all.next().toStdString());
            if (!source || !readRecords(**source, sink)) continue;
            for (const Record &record : sink.taken)
                if (kinds.emplace(record.type, record.id).second)
                    QVERIFY((*batch)->add(record).ok());
        }
        QVERIFY((*batch)->commit().ok());
        Screen screen(window, on(shelf, "browse"), QSize(1300, 700));
        for (const auto &[type, id] : kinds) {
            screen.window()->setProperty("current", QString::fromStdString(toHex(id.view())));
            QTest::qWait(40);
            QStringList faults; // a busy machine takes its time to lay a record out
            QVERIFY2(QTest::qWaitFor([&] { return (faults = screen.faults()).isEmpty(); }),
                     qPrintable(QString::fromStdString(type) + u' ' + faults.join(u'\n')));
        }
        qInfo("%zu kinds of resources opened", kinds.size());
        QCOMPARE(screen.warnings(), QStringList());
        QCOMPARE(shelf.problems, QStringList());
    }
};

APRICOT_SCREEN_TEST(test_record_browser)
#include "test_record_browser.moc"
