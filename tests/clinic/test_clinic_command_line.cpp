// SPDX-License-Identifier: GPL-3.0-or-later
// A clinic's vault that both the counter and the command line work on: what one opened, the other
// tells truly.
#include "clinic/scene.h"

#include "crypto/crypto.h"
#include "flows/clinic/visit.h"
#include "program/test_program.h"

#include <QProcess>

using namespace apricot;
using namespace apricot::test;

class test_clinic_command_line : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }
    void init() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }
    void whatWasWrittenToFilesIsNotCalledErased();
    void whatIsTakenOutOfAVisitIsNoted();
    void lettersAreCountedFromEither();
};

namespace {

// Its exit status.
int run(const Scene &scene, const QString &verb, const QStringList &words) {
    QProcess ctl;
    ctl.setProcessChannelMode(QProcess::MergedChannels);
    ctl.start(
        QStringLiteral(APRICOT_BIN_DIR "/apricotctl"),
        QStringList{verb, QStringLiteral("--vault"),
                    scene.folder.filePath(QStringLiteral("clinic/clinic.vault")),
                    QStringLiteral("--ledger"), scene.folder.filePath(QStringLiteral("ledger")),
                    QStringLiteral("--mailbox"), scene.folder.filePath(QStringLiteral("mailbox")),
                    QStringLiteral("--passphrase-fd"), QStringLiteral("0")}
            + words);
    ctl.write(passphrase.toUtf8() + '\n');
    ctl.closeWriteChannel();
    if (!ctl.waitForFinished(60'000)) qFatal("apricotctl does not end");
    if (ctl.exitCode() != 0) qWarning("%s", ctl.readAll().constData());
    return ctl.exitCode();
}

std::vector<VisitEntry> visitsOf(Scene &scene) {
    const auto vault = Vault::open(scene.at("clinic") / "clinic.vault", secret(passphrase),
                                   scene.random, scene.clock);
    return visitsSince(**vault, 0).value();
}

} // namespace

void test_clinic_command_line::whatWasWrittenToFilesIsNotCalledErased() {
    Scene scene;
    const QString out = scene.folder.filePath(QStringLiteral("out"));
    QCOMPARE(run(scene, QStringLiteral("redeem"), {QStringLiteral("--out"), out, scene.code()}), 0);
    {
        Screen screen(mainFile, scene.properties(), QSize(1200, 900));
        QVERIFY(signedIn(screen)); // and settles what was left open
        QVERIFY(screen.waitForText(say("Counter", "Written to files")));
        QVERIFY(screen.find(say("Counter", "Erased")) == nullptr);
    }
    QVERIFY(QFile::exists(out + QStringLiteral("/1.json")));
    QCOMPARE(
        scene.logged({QStringLiteral("redeem"), QStringLiteral("open"), QStringLiteral("erase")}),
        QStringList({QStringLiteral("redeem"), QStringLiteral("open")}));
    const auto visits = visitsOf(scene);
    QCOMPARE(visits.size(), std::size_t{1});
    QVERIFY(visits.front().place == Place::Files && visits.front().erased == 0);
    QVERIFY(visits.front().purpose == Purpose::Treatment);
    QVERIFY(visits.front().opensAgain); // its code is kept, for either of them
    QCOMPARE(run(scene, QStringLiteral("open"), {QString::fromStdString(visits.front().grant)}), 0);
    QVERIFY(visitsOf(scene).back().place == Place::Output);
}

void test_clinic_command_line::whatIsTakenOutOfAVisitIsNoted() {
    Scene scene;
    const QString file = scene.folder.filePath(QStringLiteral("taken.json"));
    {
        Screen screen(mainFile, scene.properties(), QSize(1200, 900));
        QVERIFY(signedIn(screen));
        QVERIFY(readCode(screen, scene.code()));
        QVERIFY(screen.press(say("CheckPage", "Open the records")));
        QVERIFY(screen.waitForText(QStringLiteral("Penicillin")));
        QVERIFY(QMetaObject::invokeMethod(counterOf(screen), "exportVisit",
                                          Q_ARG(QUrl, QUrl::fromLocalFile(file))));
        QVERIFY(screen.waitForText(QStringLiteral("The records are in the file")));
    }
    QCOMPARE(
        scene.logged({QStringLiteral("open"), QStringLiteral("export"), QStringLiteral("erase")}),
        QStringList({QStringLiteral("open"), QStringLiteral("export"), QStringLiteral("erase")}));
}

void test_clinic_command_line::lettersAreCountedFromEither() {
    Scene scene;
    const QString code = scene.code(), letter = scene.folder.filePath(QStringLiteral("letter"));
    QFile file(letter);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"resourceType":"Observation","id":"o","status":"final","code":{"text":"Glucose"},)"
        R"("subject":{"reference":"Patient/p"},"valueQuantity":{"value":5,"unit":"mmol/L"} })");
    file.close();
    QCOMPARE(run(scene, QStringLiteral("redeem"), {code}), 0);
    QCOMPARE(run(scene, QStringLiteral("write-back"), {code, letter}), 0);
    const auto visits = visitsOf(scene);
    QCOMPARE(visits.size(), std::size_t{1});
    QCOMPARE(visits.front().letters, std::vector<std::string>{"result"});
}

APRICOT_SCREEN_TEST(test_clinic_command_line)
#include "test_clinic_command_line.moc"
