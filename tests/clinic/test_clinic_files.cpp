// SPDX-License-Identifier: GPL-3.0-or-later
// What the clinic's app puts into files, and what comes to it as files: pages to print and FHIR
// that say what the permission left out; codes and links handed to the app.
#include "clinic/scene.h"

#include "base/file.h"
#include "crypto/crypto.h"
#include "exchange/code_file.h"
#include "program/test_program.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPdfDocument>
#include <QRandomGenerator>

using namespace apricot;
using namespace apricot::test;

class test_clinic_files : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }
    void init() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }
    void fhirSaysWhatWasWithheld();
    void pagesSayWhatWasNotShown_data();
    void pagesSayWhatWasNotShown();
    void aFileThatCannotBeWritten();
    void lockingWaitsForNoPicture();
    void whatIsHandedToTheAppWaitsForTheNurse_data();
    void whatIsHandedToTheAppWaitsForTheNurse();
};

namespace {

bool opened(const Screen &screen, const QString &code) {
    return readCode(screen, code) && screen.press(say("CheckPage", "Open the records"))
           && screen.waitForText(QStringLiteral("Penicillin"));
}

bool toFile(const Screen &screen, const char *how, const QString &file) {
    return QMetaObject::invokeMethod(counterOf(screen), how,
                                     Q_ARG(QUrl, QUrl::fromLocalFile(file)));
}

QString textOfPdf(const QString &file) {
    QPdfDocument pdf;
    if (pdf.load(file) != QPdfDocument::Error::None) return {};
    QString out;
    for (int page = 0; page < pdf.pageCount(); ++page) out += pdf.getAllText(page).text() + u' ';
    // Fonts have radicals in the place of some characters.
    return out.normalized(QString::NormalizationForm_KC).simplified();
}

} // namespace

void test_clinic_files::fhirSaysWhatWasWithheld() {
    Scene scene;
    const QString file = QString::fromStdString((scene.at("out.json")).string());
    {
        Screen screen(mainFile, scene.properties(), QSize(1200, 900));
        QVERIFY(signedIn(screen));
        QVERIFY(opened(screen, scene.code())); // allergies alone
        QVERIFY(toFile(screen, "exportVisit", file));
        QVERIFY(screen.waitForText(QStringLiteral("The records are in the file")));
        QCOMPARE(screen.warnings(), QStringList());
    }
    QFile in(file);
    QVERIFY(in.open(QIODevice::ReadOnly));
    const QByteArray bytes = in.readAll();
    const QJsonObject bundle = QJsonDocument::fromJson(bytes).object();
    QCOMPARE(bundle[QStringLiteral("type")].toString(), QStringLiteral("collection"));
    QStringList types, withheld;
    for (const QJsonValue &entry : bundle[QStringLiteral("entry")].toArray()) {
        const QJsonObject resource = entry[QStringLiteral("resource")].toObject();
        types += resource[QStringLiteral("resourceType")].toString();
        if (types.last() != QStringLiteral("List")) continue;
        QCOMPARE(resource[QStringLiteral("emptyReason")][QStringLiteral("coding")][0]
                         [QStringLiteral("code")]
                             .toString(),
                 QStringLiteral("withheld"));
        QVERIFY(resource[QStringLiteral("note")][0][QStringLiteral("text")].toString().contains(
            QStringLiteral("Private and most private records stay closed.")));
        withheld += resource[QStringLiteral("title")].toString().section(u':', 0, 0);
    }
    QCOMPARE(withheld,
             (QStringList{QStringLiteral("Medicines"), QStringLiteral("Conditions"),
                          QStringLiteral("Lab results"), QStringLiteral("Vaccinations"),
                          QStringLiteral("Procedures"),
                          QStringLiteral("Records that the patient's permission leaves out")}));
    // Nothing else than the allergies, and whoever reads FHIR reads it.
    types.removeAll(QStringLiteral("List"));
    QCOMPARE(types.removeDuplicates(), 1);
    QCOMPARE(types, QStringList{QStringLiteral("AllergyIntolerance")});
    auto vault = Vault::create(scene.at("elsewhere.vault"), secret(passphrase), leastPasswordCost,
                               scene.random, scene.clock);
    const auto read = importRecords(**vault, scene.at("out.json"), {}, {});
    QVERIFY(read.ok());
    QCOMPARE((*vault)->count({}).value(), std::uint64_t{8});
}

void test_clinic_files::pagesSayWhatWasNotShown_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Chinese") << "zh_CN";
}

void test_clinic_files::pagesSayWhatWasNotShown() {
    QFETCH(const QString, language);
    const Speaking speaking(language);
    Scene scene;
    const QString file = QString::fromStdString(scene.at("out.pdf").string());
    Screen screen(mainFile, scene.properties(), QSize(1200, 900));
    screen.window()->setProperty("language", language);
    QVERIFY(signedIn(screen));
    QVERIFY(opened(screen, scene.code()));
    QVERIFY(toFile(screen, "printVisit", file));
    QVERIFY(screen.waitForText(
        say("Counter", "The pages are in the file, ready to print. It is not locked and not erased "
                       "with the visit: delete it when it is printed.")));
    const QString text = textOfPdf(file);
    QVERIFY(text.contains(QStringLiteral("Penicillin")));
    const QString closed =
        say("LeftOut", "Only these kinds of record are shown to us: %1.").section(u'%', 0, 0);
    // A PDF may break lines anywhere between Chinese characters.
    const auto squeezed = [](const QString &all) {
        return all.normalized(QString::NormalizationForm_KC).remove(u' ');
    };
    QVERIFY2(squeezed(text).contains(squeezed(closed)), qPrintable(text));
    QVERIFY(squeezed(text).contains(language == QStringLiteral("en")
                                        ? QStringLiteral("Whatthepatientagreedto:Let")
                                        : QStringLiteral("私密和最私密的记录不开放")));
    QPdfDocument pdf;
    QVERIFY(pdf.load(file) == QPdfDocument::Error::None);
    const QImage drawn = pdf.render(0, pdf.pagePointSize(0).toSize() * 2);
    QImage white(drawn.size(), QImage::Format_RGB32);
    white.fill(Qt::white);
    QPainter(&white).drawImage(0, 0, drawn);
    white.save(QStringLiteral(APRICOT_BIN_DIR "/../screens/clinic-pages-%1.png").arg(language));
    QCOMPARE(screen.warnings(), QStringList());
}

// What is read of a picture takes a while; the keys are gone at once.
void test_clinic_files::lockingWaitsForNoPicture() {
    Scene scene;
    const QString file = QString::fromStdString(scene.at("noise.png").string());
    QImage noise(7000, 7000, QImage::Format_Grayscale8);
    QRandomGenerator dice(3);
    for (int y = 0; y < noise.height(); ++y)
        dice.fillRange(reinterpret_cast<quint32 *>(noise.scanLine(y)), noise.width() / 4);
    QVERIFY(noise.save(file, "PNG", 100));
    Screen screen(mainFile, scene.properties(), QSize(1200, 900));
    QVERIFY(signedIn(screen));
    QObject *counter = counterOf(screen);
    QVERIFY(
        QMetaObject::invokeMethod(counter, "readPicture", Q_ARG(QUrl, QUrl::fromLocalFile(file))));
    QTest::qWait(200);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(QMetaObject::invokeMethod(counter, "lock"));
    const qint64 took = clock.elapsed();
    QVERIFY2(took < 1000 * test::timeFactor, qPrintable(QString::number(took)));
    QCOMPARE(counter->property("problem").toString(), QString());
}

void test_clinic_files::aFileThatCannotBeWritten() {
    Scene scene;
    Screen screen(mainFile, scene.properties(), QSize(1200, 900));
    QVERIFY(signedIn(screen));
    QVERIFY(opened(screen, scene.code()));
    for (const char *how : {"exportVisit", "printVisit"}) {
        QVERIFY(toFile(screen, how, QStringLiteral("/nowhere/at/all")));
        QTRY_VERIFY(!counterOf(screen)->property("problem").toString().isEmpty());
        QVERIFY(counterOf(screen)->property("notice").toString().isEmpty());
        QMetaObject::invokeMethod(counterOf(screen), "dismiss");
    }
    // A printer that is not there.
    QVERIFY(QMetaObject::invokeMethod(counterOf(screen), "printVisitOn",
                                      Q_ARG(QString, QStringLiteral("nowhere"))));
    QVERIFY(screen.waitForText(QStringLiteral("The printer did not take it")));
    QVERIFY(screen.waitForText(QStringLiteral("Penicillin"))); // the visit is as it was
}

void test_clinic_files::whatIsHandedToTheAppWaitsForTheNurse_data() {
    QTest::addColumn<QString>("as");
    for (const char *as : {"code", "link", "file", "picture", "damaged file", "nothing there"})
        QTest::newRow(as) << as;
}

void test_clinic_files::whatIsHandedToTheAppWaitsForTheNurse() {
    QFETCH(const QString, as);
    Scene scene;
    const QString code = scene.code();
    const auto file = scene.at("handed.apricot");
    QVERIFY(writeCodeFile(file, code.toStdString()).ok());
    const QUrl url = QUrl::fromLocalFile(QString::fromStdString(file.string()));
    QVariant thing = url;
    bool good = true;
    if (as == QStringLiteral("code")) {
        thing = code;
    } else if (as == QStringLiteral("link")) {
        thing =
            QStringLiteral("apricot:") + QString::fromLatin1(QUrl::toPercentEncoding(code.mid(8)));
    } else if (as == QStringLiteral("picture")) {
        thing = scene.picture(code);
    } else if (as == QStringLiteral("damaged file")) {
        QVERIFY(writeFile(file, Bytes{0x41, 0x50, 0x00, 0xff}).ok());
        good = false;
    } else if (as == QStringLiteral("nothing there")) {
        std::filesystem::remove(file);
        good = false;
    }
    QVariantMap properties = scene.properties();
    properties.insert(QStringLiteral("files"), QVariantList{thing});
    Screen screen(mainFile, properties, QSize(1200, 900));
    QVERIFY(!screen.waitForText(say("CheckPage", "What this code opens"), 0));
    QVERIFY(screen.type(say("DoorPage", "Passphrase"), passphrase));
    QVERIFY(screen.press(say("DoorPage", "Open the counter")) && screen.press(nurse));
    QVERIFY(screen.type(say("StaffPage", "Your PIN"), pin));
    QVERIFY(screen.press(say("StaffPage", "Sign in")));
    if (good) {
        QVERIFY(screen.waitForText(say("CheckPage", "What this code opens")));
        QVERIFY(screen.waitFor(say("CheckPage", "Open the records")));
    } else {
        QTRY_VERIFY(!counterOf(screen)->property("problem").toString().isEmpty());
        QVERIFY(screen.waitForText(say("ScanPage", "Scan the patient's code")));
    }
    QCOMPARE(screen.warnings(), QStringList());
}

APRICOT_SCREEN_TEST(test_clinic_files)
#include "test_clinic_files.moc"
