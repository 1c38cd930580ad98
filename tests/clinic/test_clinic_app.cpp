// SPDX-License-Identifier: GPL-3.0-or-later
// The clinic's app, driven by accessible names through sign-in, read, check, open and erase, on a
// real vault file, a real embedded ledger and real pictures of codes.
#include "clinic/scene.h"
#include "clinic/shown.h"

#include "crypto/crypto.h"
#include "program/test_program.h"

#include <QPdfDocument>

#include <fstream>

using namespace apricot;
using namespace apricot::test;

class test_clinic_app : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }
    void init() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }
    void loop_data();
    void loop();
    void refusals_data();
    void refusals();
    void whatIsNoPermissionIsNamed_data();
    void whatIsNoPermissionIsNamed();
    void whatWasNotSharedIsNotCalledNone();
    void whenItIsErasedIsSaidInWords();
    void aPowerCutLosesNothing();
    void aVisitIsErasedOnTimeWhileAnotherIsShown();
    void lockingErasesEveryVisit();
    void theKeyboardAloneIsEnough();
    void staffAreSetUpByWhoHasThePassphrase();
    void withoutTheLedgerItIsSaid();
    void theFirstStartMakesARequest();
    void aPersonsVaultIsNoCounter();
};

namespace {

bool deskIsGood(const Screen &screen) {
    return counterOf(screen)->property("desk").value<ShownDesk>().good;
}

QList<ShownVisit> visitsOf(const Screen &screen) {
    return counterOf(screen)->property("visits").value<QList<ShownVisit>>();
}

QString textOfPdf(const QString &file) {
    QPdfDocument pdf;
    if (pdf.load(file) != QPdfDocument::Error::None) return {};
    QString out;
    for (int page = 0; page < pdf.pageCount(); ++page) out += pdf.getAllText(page).text();
    return out.simplified();
}

} // namespace

void test_clinic_app::loop_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("look");
    QTest::newRow("en-desktop") << "en" << QSize(1920, 1080) << 1.0 << 0;
    QTest::newRow("zh-desktop-200") << "zh_CN" << QSize(1920, 1080) << 2.0 << 1;
    QTest::newRow("zh-phone") << "zh_CN" << QSize(360, 640) << 1.0 << 0;
    QTest::newRow("en-phone-200") << "en" << QSize(360, 640) << 2.0 << 0;
    QTest::newRow("zh-phone-200") << "zh_CN" << QSize(360, 640) << 2.0 << 2;
}

void test_clinic_app::loop() {
    QFETCH(const QString, language);
    QFETCH(const QSize, size);
    QFETCH(const double, scale);
    QFETCH(const int, look);
    const Speaking speaking(language);
    Scene scene;
    {
        Screen screen(mainFile, scene.properties(), size);
        QVERIFY(screen.window());
        screen.window()->setProperty("typeScale", scale);
        screen.window()->setProperty("look", look);
        const auto lookAt = [&](const char *name) {
            const QString as = QStringLiteral("clinic-")
                               + QString::fromLatin1(QTest::currentDataTag()) + u'-'
                               + QString::fromLatin1(name);
            QVERIFY(screen.picture(as));
            const QStringList faults = screen.faults();
            QVERIFY2(faults.isEmpty(), qPrintable(as + QStringLiteral(": ") + faults.join(u'\n')));
        };
        lookAt("1-locked");
        QVERIFY(screen.type(say("DoorPage", "Passphrase"), passphrase));
        QVERIFY(screen.press(say("DoorPage", "Open the counter")));
        QVERIFY(screen.waitForText(say("StaffPage", "Who is there?")));
        lookAt("2-staff");
        QVERIFY(screen.press(nurse));
        QVERIFY(screen.type(say("StaffPage", "Your PIN"), pin));
        QVERIFY(screen.press(say("StaffPage", "Sign in")));
        QVERIFY(screen.waitForText(say("ScanPage", "Scan the patient's code")));
        QTRY_VERIFY(deskIsGood(screen));
        lookAt("3-scan");
        QVERIFY(QMetaObject::invokeMethod(counterOf(screen), "readPicture",
                                          Q_ARG(QUrl, scene.picture(scene.code()))));
        QVERIFY(screen.waitForText(say("CheckPage", "What this code opens")));
        QVERIFY(screen.waitForText(say("ClinicWords", "Genuine, and can be opened now")));
        QVERIFY(screen.waitForText(QStringLiteral("Wujin Riverside Hospital")));
        lookAt("4-checked");
        QVERIFY(screen.press(say("CheckPage", "Open the records")));
        QVERIFY(screen.waitForText(QStringLiteral("Penicillin")));
        QTest::qWait(300);
        lookAt("5-visit");
        QVERIFY(screen.press(say("VisitPage", "Finish and erase")));
        QVERIFY(screen.waitForText(
            say("Counter", "The visit's records are erased here, and that is noted. The ledger's "
                           "receipt and the log stay; no record is in them.")));
        QVERIFY(!counterOf(screen)->property("open").toBool());
        QVERIFY(screen.press(say("Banner", "Understood")));
        const bool narrow = screen.find(say("CounterPage", "Today")) != nullptr;
        if (narrow) QVERIFY(screen.press(say("CounterPage", "Today")));
        QVERIFY(screen.waitForText(say("Counter", "Erased")));
        lookAt("6-today");
        QVERIFY(screen.press(narrow ? say("CounterPage", "This desk")
                                    : say("QueuePane", "About this desk")));
        QVERIFY(screen.waitForText(say("DeskPage", "This clinic and this desk")));
        QVERIFY(screen.waitForText(say("Counter", "Registered and active")));
        lookAt("7-desk");
        QVERIFY(screen.press(say("DeskPage", "Lock and erase all")));
        QVERIFY(screen.waitForText(say("DoorPage", "This counter is locked")));
        QCOMPARE(screen.warnings(), QStringList());
    }
    QCOMPARE(scene.logged({QStringLiteral("redeem"), QStringLiteral("open"),
                           QStringLiteral("erase"), QStringLiteral("sign-in")}),
             QStringList({QStringLiteral("sign-in"), QStringLiteral("redeem"),
                          QStringLiteral("open"), QStringLiteral("erase")}));
}

void test_clinic_app::refusals_data() {
    QTest::addColumn<int>("code");
    for (const ErrorCode code :
         {ErrorCode::GrantUsedUp, ErrorCode::GrantExpired, ErrorCode::GrantRevoked,
          ErrorCode::GrantForOtherOrganisation, ErrorCode::OrganisationSuspended,
          ErrorCode::DeskKeyUnknown, ErrorCode::PurposeNotAllowed, ErrorCode::ClearanceTooLow,
          ErrorCode::EraseByPassed})
        QTest::newRow(nameOf(code).data()) << static_cast<int>(code);
}

// Each is told before anything is pressed, in its own words, and nothing can be opened.
void test_clinic_app::refusals() {
    QFETCH(const int, code);
    const auto expected = static_cast<ErrorCode>(code);
    Scene scene;
    ShareChoice choice = scene.choice();
    switch (expected) {
    case ErrorCode::GrantExpired:
        choice.expiry = scene.clock.now() + 2;
        break;
    case ErrorCode::EraseByPassed:
        choice.eraseBy = scene.clock.now() + 2;
        break;
    case ErrorCode::GrantForOtherOrganisation:
        choice.clinic = scene.elsewhere;
        break;
    case ErrorCode::PurposeNotAllowed:
        choice.purpose = Purpose::Research;
        break;
    case ErrorCode::ClearanceTooLow:
        choice.scope.level = 5;
        break;
    default:
        break;
    }
    const SignedGrant given = scene.give(choice);
    const QString text = QString::fromStdString(grantToText(given));
    const auto grant = verifyGrant(given);
    if (expected == ErrorCode::GrantRevoked)
        QVERIFY(revoke(*scene.patient, scene.wallet, *scene.ledger, *scene.mailbox, grant->open.id,
                       scene.clock, scene.random)
                    .ok());
    if (expected == ErrorCode::OrganisationSuspended)
        scene.submit(SuspendOrganisation{scene.clinic});
    if (expected == ErrorCode::DeskKeyUnknown)
        scene.submit(ChangeKeys{scene.clinic,
                                scene.organisation.admin,
                                {{verifyKeyOf(scene.admin)}},
                                scene.organisation.sealing});
    Screen screen(mainFile, scene.properties(), QSize(900, 780));
    QVERIFY(signedIn(screen));
    if (expected == ErrorCode::GrantUsedUp) { // elsewhere in the same clinic
        const auto desk = [&] {
            const auto copy = scene.at("copy.vault");
            std::filesystem::copy_file(scene.at("clinic") / "clinic.vault", copy);
            std::filesystem::copy_file(scene.at("clinic") / "clinic.vault.key",
                                       copy.string() + ".key");
            return deskOf(**Vault::open(copy, secret(passphrase), scene.random, scene.clock))
                .value();
        }();
        const auto seen = inspect(text.toStdString(), *scene.ledger);
        QVERIFY(redeem(*seen, desk, *scene.ledger, scene.clock, scene.random).ok());
    }
    const auto isPast = [&scene](UnixTime time) { return scene.clock.now() > time; };
    if (expected == ErrorCode::GrantExpired) QTRY_VERIFY(isPast(choice.expiry));
    if (expected == ErrorCode::EraseByPassed) QTRY_VERIFY(isPast(choice.eraseBy));
    QVERIFY(readCode(screen, text));
    if (expected == ErrorCode::GrantUsedUp) {
        // Used by this clinic: the records can be shown again, nothing can be spent.
        QVERIFY(screen.waitForText(QStringLiteral("This clinic has opened it already")));
        QVERIFY(screen.find(QStringLiteral("Show the records again")));
    } else {
        QVERIFY(screen.waitForText(QStringLiteral("Cannot be opened")));
        QVERIFY(screen.waitForText(QString::fromUtf8(whatHappened(expected).data())));
        QVERIFY(screen.waitForText(QString::fromUtf8(remedyFor(expected).data())));
        QVERIFY(!screen.find(QStringLiteral("Show the records again")));
    }
    QVERIFY(!screen.find(QStringLiteral("Open the records")));
    QVERIFY(screen.picture(QStringLiteral("clinic-refused-")
                           + QString::fromLatin1(nameOf(expected).data())));
    QCOMPARE(screen.faults(), QStringList());
    QCOMPARE(screen.warnings(), QStringList());
}

void test_clinic_app::whatIsNoPermissionIsNamed_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("web") << "https://example.org/"
                         << "This is a web address";
    QTest::newRow("payment") << "wxp://f2f0abc"
                             << "This is a payment code";
    QTest::newRow("card") << "shc:/567629095243206034602924374044603122"
                          << "electronic health card";
    QTest::newRow("request") << "APRICOT:ASK:1:ABC"
                             << "clinic's own request";
    QTest::newRow("rubbish") << "\u0001 rubbish"
                             << "not a code of the Apricot app";
    QTest::newRow("truncated") << "truncated"
                               << "";
    QTest::newRow("forged") << "forged"
                            << "";
}

void test_clinic_app::whatIsNoPermissionIsNamed() {
    QFETCH(QString, text);
    QFETCH(const QString, words);
    Scene scene;
    const QString good = scene.code();
    if (text == QStringLiteral("truncated")) text = good.left(60);
    if (text == QStringLiteral("forged")) {
        SignedGrant grant = *grantFromText(good.toStdString());
        grant.publicPart[grant.publicPart.size() - 5] ^= 1U;
        text = QString::fromStdString(grantToText(grant));
    }
    Screen screen(mainFile, scene.properties(), QSize(900, 780));
    QVERIFY(signedIn(screen));
    QVERIFY(readCode(screen, text));
    QVERIFY(screen.waitFor(QStringLiteral("Understood")));
    if (!words.isEmpty()) QVERIFY(screen.waitForText(words));
    QVERIFY(screen.press(QStringLiteral("Understood")));
    QVERIFY(screen.waitForText(QStringLiteral("Scan the patient's code")));
    QVERIFY(readCode(screen, good)); // the next patient's
    QVERIFY(screen.waitForText(QStringLiteral("Genuine, and can be opened now")));
    QCOMPARE(screen.warnings(), QStringList());
}

void test_clinic_app::aPowerCutLosesNothing() {
    Scene scene;
    const QString code = scene.code();
    std::filesystem::path package;
    for (const auto &file : std::filesystem::directory_iterator(scene.at("mailbox") / "packages"))
        if (file.path().extension() == ".package") package = file.path();
    {
        Screen screen(mainFile, scene.properties(), QSize(900, 780));
        QVERIFY(signedIn(screen));
        std::filesystem::rename(package, scene.at("away"));
        std::ofstream(package) << "torn";
        QVERIFY(readCode(screen, code));
        QVERIFY(screen.press(QStringLiteral("Open the records")));
        QVERIFY(screen.waitFor(QStringLiteral("Understood"))); // redeemed; its file is torn
    }
    std::filesystem::rename(scene.at("away"), package);
    Screen screen(mainFile, scene.properties(), QSize(1200, 780));
    QVERIFY(signedIn(screen));
    // From today's list, without the patient.
    QVERIFY(screen.waitForText(QStringLiteral("Redeemed, not opened")));
    const QString id = visitsOf(screen).constFirst().id;
    QVERIFY(QMetaObject::invokeMethod(counterOf(screen), "readAgain", Q_ARG(QString, id)));
    QVERIFY(screen.press(QStringLiteral("Show the records again")));
    QVERIFY(screen.waitForText(QStringLiteral("Penicillin")));
    QCOMPARE(screen.warnings(), QStringList());
}

// A nurse who reads "none" where "not shown to us" is true may harm somebody.
void test_clinic_app::whatWasNotSharedIsNotCalledNone() {
    const QString none = QStringLiteral("No condition is written down.");
    const QString closed = QStringLiteral("Not shown to us");
    const QString part = QStringLiteral("None among what was shown to us");
    Scene scene;
    Screen screen(mainFile, scene.properties(), QSize(1200, 1600));
    QVERIFY(signedIn(screen));
    const auto open = [&](const ShareChoice &choice) {
        return readCode(screen, scene.code(choice))
               && screen.press(QStringLiteral("Open the records"))
               && screen.waitForText(QStringLiteral("Already tested"));
    };
    QVERIFY(open(scene.choice())); // allergies alone
    QVERIFY(screen.waitForText(QStringLiteral("Penicillin")));
    QVERIFY(screen.waitForText(closed));
    QVERIFY(screen.waitForText(QStringLiteral("Tests are not shown to us")));
    // Once, for all lists.
    QVERIFY(screen.waitForText(
        QStringLiteral("Only these kinds of record are shown to us: Allergies.")));
    QVERIFY(screen.waitForText(QStringLiteral("marked private or most private")));
    QVERIFY(screen.picture(QStringLiteral("clinic-visit-left-out")));
    QCOMPARE(screen.faults(), QStringList());
    // Whoever reads the paper has not seen the screen.
    const QString pdf = scene.folder.filePath(QStringLiteral("visit.pdf"));
    QVERIFY(QMetaObject::invokeMethod(counterOf(screen), "printVisit",
                                      Q_ARG(QUrl, QUrl::fromLocalFile(pdf))));
    QVERIFY(screen.press(QStringLiteral("Understood")));
    const QString paper = textOfPdf(pdf);
    QVERIFY(paper.contains(QStringLiteral("What is not shown to us")));
    QVERIFY(paper.contains(QStringLiteral("shown to us: Allergies.")));
    QVERIFY(paper.contains(QStringLiteral("Penicillin")));
    QCOMPARE(paper.count(QStringLiteral("Not shown to us: the permission leaves this out")), 2);
    QVERIFY(!paper.contains(QStringLiteral("None is written down")));
    QVERIFY(!paper.contains(QStringLiteral("Metformin")));
    QVERIFY(!screen.waitForText(none, 0));
    QVERIFY(!screen.waitForText(part, 0));
    QVERIFY(screen.picture(QStringLiteral("clinic-visit-not-shown")));
    QVERIFY(screen.press(QStringLiteral("Finish and erase")));
    QVERIFY(screen.press(QStringLiteral("Understood")));

    ShareChoice lately = scene.choice(Kind::Condition); // conditions, but of the last day only
    lately.scope.kinds |= scene.choice(Kind::Allergy).scope.kinds;
    lately.scope.kinds |= scene.choice(Kind::Medication).scope.kinds;
    lately.scope.kinds |= scene.choice(Kind::LabResult).scope.kinds;
    lately.scope.from = scene.clock.now() - 40 * UnixTime{86400};
    const std::vector<RecordRow> rows = *scene.patient->list({}, {1, std::nullopt});
    lately.scope.records = {nameOf(rows[0].id)};
    QVERIFY(open(lately));
    QVERIFY(screen.waitForText(part));
    QVERIFY(!screen.waitForText(none, 0));
    QVERIFY(!screen.waitForText(QStringLiteral("Tests are not shown to us"), 0));
    QCOMPARE(screen.warnings(), QStringList());
}

void test_clinic_app::whenItIsErasedIsSaidInWords() {
    Scene scene;
    Screen screen(mainFile, scene.properties(), QSize(1200, 780));
    QVERIFY(signedIn(screen));
    ShareChoice month = scene.choice();
    month.eraseBy = scene.clock.now() + 30 * UnixTime{86400};
    QVERIFY(readCode(screen, scene.code(month)));
    QVERIFY(screen.press(QStringLiteral("Open the records")));
    const QDate day = QDateTime::fromSecsSinceEpoch(month.eraseBy).date();
    QVERIFY(screen.waitForText(QStringLiteral("Erased here on %1")
                                   .arg(QLocale().toString(day, QStringLiteral("d MMM yyyy")))));
}

void test_clinic_app::aVisitIsErasedOnTimeWhileAnotherIsShown() {
    Scene scene;
    {
        Screen screen(mainFile, scene.properties(), QSize(1200, 780));
        QVERIFY(signedIn(screen));
        ShareChoice brief = scene.choice();
        brief.eraseBy = scene.clock.now() + 6;
        const QString first = scene.code(brief);
        const QString second = scene.code(scene.choice(Kind::Medication));
        QVERIFY(readCode(screen, first));
        QVERIFY(screen.press(QStringLiteral("Open the records")));
        QVERIFY(screen.waitForText(QStringLiteral("Penicillin")));
        QVERIFY(screen.press(QStringLiteral("Scan the next code")));
        QVERIFY(readCode(screen, second));
        QVERIFY(screen.press(QStringLiteral("Open the records")));
        QTRY_COMPARE(static_cast<int>(visitsOf(screen).size()), 2);
        QVERIFY(screen.picture(QStringLiteral("clinic-two-visits")));
        QVERIFY(screen.waitForText(QStringLiteral("A visit's time has come")));
        QVERIFY(counterOf(screen)->property("open").toBool()); // the other one is still shown
        QTRY_COMPARE(visitsOf(screen).constLast().state, QStringLiteral("Erased"));
        QCOMPARE(screen.warnings(), QStringList());
    } // and the second one at exit
    const auto log = scene.log();
    QStringList why;
    for (const LogEntry &entry : log)
        if (entry.kind == "erase")
            why += entry.body.find("\"due\"") != std::string::npos ? QStringLiteral("due")
                                                                   : QStringLiteral("other");
    QCOMPARE(why, QStringList({QStringLiteral("due"), QStringLiteral("other")}));
}

void test_clinic_app::lockingErasesEveryVisit() {
    Scene scene;
    Screen screen(mainFile, scene.properties(), QSize(1200, 780));
    QVERIFY(signedIn(screen));
    QVERIFY(readCode(screen, scene.code()));
    QVERIFY(screen.press(QStringLiteral("Open the records")));
    QVERIFY(screen.waitForText(QStringLiteral("Penicillin")));
    // Nothing of the visit is in any file meanwhile.
    for (const auto &entry : std::filesystem::recursive_directory_iterator(scene.at("clinic"))) {
        if (!entry.is_regular_file()) continue;
        const auto bytes = readFile(entry.path(), 1U << 28U);
        QVERIFY(bytes.ok());
        QVERIFY(textOf(*bytes).find("Penicillin") == std::string_view::npos);
    }
    // Another nurse: the visit stays open, unseen.
    QVERIFY(screen.press(QStringLiteral("Sign out")));
    QVERIFY(screen.waitForText(QStringLiteral("Who is there?")));
    QVERIFY(!counterOf(screen)->property("open").toBool());
    QVERIFY(screen.press(nurse));
    QVERIFY(screen.type(QStringLiteral("Your PIN"), pin));
    QVERIFY(screen.press(QStringLiteral("Sign in")));
    QVERIFY(screen.waitForText(QStringLiteral("Open now")));
    QVERIFY(screen.press(QStringLiteral("Lock and erase all")));
    QVERIFY(screen.waitForText(QStringLiteral("This counter is locked")));
    QVERIFY(signedIn(screen));
    QVERIFY(screen.waitForText(QStringLiteral("Erased")));
    QCOMPARE(screen.warnings(), QStringList());
}

// A hand scanner, Tab and Enter.
void test_clinic_app::theKeyboardAloneIsEnough() {
    Scene scene;
    Screen screen(mainFile, scene.properties(), QSize(1200, 780));
    const auto goTo = [&](const QString &name) {
        for (int i = 0; i < 80; ++i) {
            QQuickItem *focused = screen.window()->activeFocusItem();
            if (focused && screen.find(name) == focused) return true;
            QTest::keyClick(screen.window(), Qt::Key_Tab);
            QTest::qWait(5);
        }
        qWarning("Tab does not lead to %s", qPrintable(name));
        return false;
    };
    const auto press = [&](const QString &name) {
        if (!screen.waitFor(name) || !goTo(name)) return false;
        QTest::keyClick(screen.window(), Qt::Key_Return);
        return true;
    };
    QVERIFY(goTo(QStringLiteral("Passphrase")));
    QVERIFY(screen.type(QStringLiteral("Passphrase"), passphrase));
    QVERIFY(press(QStringLiteral("Open the counter")));
    QVERIFY(screen.waitFor(nurse));
    QVERIFY(goTo(nurse));
    QTest::keyClick(screen.window(), Qt::Key_Space);
    QVERIFY(screen.type(QStringLiteral("Your PIN"), pin));
    QTest::keyClick(screen.window(), Qt::Key_Return);
    QVERIFY(screen.waitForText(QStringLiteral("Scan the patient's code")));
    for (const QChar c : scene.code()) {
        QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
        QKeyEvent up(QEvent::KeyRelease, 0, Qt::NoModifier, QString(c));
        QCoreApplication::sendEvent(screen.window(), &down);
        QCoreApplication::sendEvent(screen.window(), &up);
    }
    QTest::keyClick(screen.window(), Qt::Key_Return);
    QVERIFY(screen.waitForText(QStringLiteral("Genuine, and can be opened now")));
    QVERIFY(press(QStringLiteral("Open the records")));
    QVERIFY(screen.waitForText(QStringLiteral("Penicillin")));
    QVERIFY(press(QStringLiteral("Finish and erase")));
    QVERIFY(screen.waitForText(QStringLiteral("The visit's records are erased here")));
    QCOMPARE(screen.warnings(), QStringList());
}

void test_clinic_app::staffAreSetUpByWhoHasThePassphrase() {
    Scene scene;
    Screen screen(mainFile, scene.properties(), QSize(360, 640));
    QVERIFY(screen.type(QStringLiteral("Passphrase"), passphrase));
    QVERIFY(screen.press(QStringLiteral("Open the counter")));
    QVERIFY(screen.press(QStringLiteral("Add somebody")));
    QVERIFY(screen.type(QStringLiteral("Name, as it stands in the log"), QStringLiteral("Dr 李")));
    QVERIFY(
        screen.type(QStringLiteral("A new PIN (at least 4 characters)"), QStringLiteral("1111")));
    QVERIFY(screen.press(QStringLiteral("Add this name")));
    QVERIFY(screen.waitForText(QStringLiteral("This PIN is too easy to guess.")));
    QVERIFY(screen.press(QStringLiteral("Understood")));
    QVERIFY(screen.press(QStringLiteral("Add somebody")));
    QVERIFY(screen.picture(QStringLiteral("clinic-en-phone-add-staff")));
    QCOMPARE(screen.faults(), QStringList());
    QVERIFY(screen.type(QStringLiteral("Name, as it stands in the log"), QStringLiteral("Dr 李")));
    QVERIFY(
        screen.type(QStringLiteral("A new PIN (at least 4 characters)"), QStringLiteral("8642")));
    QVERIFY(screen.press(QStringLiteral("Add this name")));
    QVERIFY(screen.press(QStringLiteral("Dr 李")));
    for (int i = 0; i < 5; ++i) {
        QVERIFY(screen.type(QStringLiteral("Your PIN"), QStringLiteral("0000")));
        QVERIFY(screen.press(QStringLiteral("Sign in")));
        QVERIFY(screen.waitForText(QStringLiteral("The PIN is not right.")));
        QVERIFY(screen.press(QStringLiteral("Understood")));
    }
    QVERIFY(screen.type(QStringLiteral("Your PIN"), QStringLiteral("8642")));
    QVERIFY(screen.press(QStringLiteral("Sign in")));
    QVERIFY(screen.waitForText(QStringLiteral("Too many wrong PINs")));
    QVERIFY(screen.press(QStringLiteral("Understood")));
    QVERIFY(screen.press(QStringLiteral("Lock the counter")));
    QVERIFY(screen.type(QStringLiteral("Passphrase"), passphrase));
    QVERIFY(screen.press(QStringLiteral("Open the counter")));
    QVERIFY(screen.press(QStringLiteral("Dr 李")));
    QVERIFY(screen.type(QStringLiteral("Your PIN"), QStringLiteral("8642")));
    QVERIFY(screen.press(QStringLiteral("Sign in")));
    QVERIFY(screen.waitForText(QStringLiteral("Scan the patient's code")));
    // No longer who just typed the passphrase.
    QVERIFY(QMetaObject::invokeMethod(counterOf(screen), "signOut"));
    QVERIFY(screen.waitForText(QStringLiteral("Who is there?")));
    QVERIFY(!screen.find(QStringLiteral("Add somebody")));
    QCOMPARE(screen.warnings(), QStringList());
}

void test_clinic_app::withoutTheLedgerItIsSaid() {
    Scene scene;
    {
        Screen screen(mainFile, scene.properties(), QSize(900, 780));
        QVERIFY(signedIn(screen));
        QTRY_VERIFY(deskIsGood(screen));
    }
    QVariantMap away = scene.properties();
    away[QStringLiteral("ledger")] = scene.folder.filePath(QStringLiteral("nowhere"));
    Screen screen(mainFile, away, QSize(360, 640));
    QVERIFY(signedIn(screen));
    QVERIFY(screen.waitForText(QStringLiteral("The ledger cannot be reached")));
    QVERIFY(screen.picture(QStringLiteral("clinic-en-phone-offline")));
    QCOMPARE(screen.faults(), QStringList());
    QVERIFY(readCode(screen, scene.code()));
    QVERIFY(screen.waitForText(QStringLiteral("The patient's signature is genuine")));
    QVERIFY(screen.waitForText(QStringLiteral("Wujin Riverside Hospital")));
    QVERIFY(!screen.find(QStringLiteral("Open the records")));
    QVERIFY(screen.picture(QStringLiteral("clinic-en-phone-offline-checked")));
    QCOMPARE(screen.faults(), QStringList());
    QCOMPARE(screen.warnings(), QStringList());
}

void test_clinic_app::theFirstStartMakesARequest() {
    Scene scene;
    QVariantMap properties = scene.properties();
    properties[QStringLiteral("folder")] = scene.folder.filePath(QStringLiteral("another"));
    Screen screen(mainFile, properties, QSize(360, 640));
    QVERIFY(screen.waitForText(QStringLiteral("Set up this counter")));
    QVERIFY(screen.picture(QStringLiteral("clinic-en-phone-0-first")));
    QCOMPARE(screen.faults(), QStringList());
    QVERIFY(
        screen.type(QStringLiteral("Think of a passphrase (at least 8 characters)"), passphrase));
    const QString twice = QStringLiteral("The same passphrase again");
    QVERIFY(screen.type(twice, QStringLiteral("four wrong")));
    const QString request = scene.folder.filePath(QStringLiteral("clinic.request"));
    auto *field = qobject_cast<SecretField *>(
        screen.find(QStringLiteral("Think of a passphrase (at least 8 characters)")));
    QVERIFY(field);
    auto *again = qobject_cast<SecretField *>(screen.find(twice));
    QVERIFY(again);
    const auto create = [&] {
        return QMetaObject::invokeMethod(
            counterOf(screen), "create", Q_ARG(QString, QStringLiteral("社区门诊 Clinic")),
            Q_ARG(apricot::SecretField *, field), Q_ARG(apricot::SecretField *, again),
            Q_ARG(QUrl, QUrl::fromLocalFile(request)));
    };
    QVERIFY(create()); // what nobody saw is typed twice alike, or nothing is made
    QVERIFY(screen.waitForText(QStringLiteral("What was typed twice is not the same.")));
    QVERIFY(!QFile::exists(request));
    again->clear();
    QVERIFY(screen.type(twice, passphrase));
    QVERIFY(create());
    QVERIFY(screen.waitForText(QStringLiteral("Who works at this counter?")));
    const auto bytes = readFile(request.toStdString(), 1U << 20U);
    QVERIFY(bytes.ok());
    const auto organisation = decodeOrganisation(*bytes);
    QVERIFY(organisation.ok());
    QCOMPARE(organisation->name, std::string("社区门诊 Clinic"));
    QCOMPARE(organisation->desks.size(), std::size_t{1});
    // The first name; the desk is told that nobody knows it yet.
    QVERIFY(screen.press(QStringLiteral("Understood")));
    QVERIFY(screen.type(QStringLiteral("Name, as it stands in the log"), QStringLiteral("Dr 李")));
    QVERIFY(
        screen.type(QStringLiteral("A new PIN (at least 4 characters)"), QStringLiteral("8642")));
    QVERIFY(screen.press(QStringLiteral("Add this name")));
    QVERIFY(screen.press(QStringLiteral("Dr 李")));
    QVERIFY(screen.type(QStringLiteral("Your PIN"), QStringLiteral("8642")));
    QVERIFY(screen.press(QStringLiteral("Sign in")));
    QVERIFY(screen.press(QStringLiteral("This desk")));
    QVERIFY(screen.waitForText(QStringLiteral("The ledger does not know this organisation.")));
    QCOMPARE(screen.warnings(), QStringList());
}

void test_clinic_app::aPersonsVaultIsNoCounter() {
    Scene scene;
    scene.patient.reset();
    std::filesystem::copy_file(scene.at("person.vault"), scene.at("clinic") / "clinic.vault",
                               std::filesystem::copy_options::overwrite_existing);
    Screen screen(mainFile, scene.properties(), QSize(900, 780));
    QVERIFY(screen.type(QStringLiteral("Passphrase"), passphrase));
    QVERIFY(screen.press(QStringLiteral("Open the counter")));
    QVERIFY(screen.press(QStringLiteral("Understood")));
    QVERIFY(screen.waitForText(QStringLiteral("This counter is locked")));
}

APRICOT_SCREEN_TEST(test_clinic_app)
#include "test_clinic_app.moc"
