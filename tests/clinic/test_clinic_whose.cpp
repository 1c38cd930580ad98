// SPDX-License-Identifier: GPL-3.0-or-later
// Whose records are open stands over everything that is done in a visit.
#include "clinic/scene.h"
#include "clinic/shown.h"

#include "crypto/crypto.h"
#include "program/test_program.h"

using namespace apricot;
using namespace apricot::test;

class test_clinic_whose : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }
    void init() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }
    void whoseRecordsAreOpenIsSaidFirst();
};

void test_clinic_whose::whoseRecordsAreOpenIsSaidFirst() {
    Scene scene;
    Screen screen(mainFile, scene.properties(), QSize(1200, 900));
    QVERIFY(signedIn(screen));
    const auto open = [&](Kind kind) {
        return readCode(screen, scene.code(scene.choice(kind)))
               && screen.press(QStringLiteral("Open the records"))
               && screen.waitFor(QStringLiteral("Finish and erase"));
    };
    QVERIFY(readCode(screen, scene.code(scene.choice(Kind::Person))));
    QVERIFY(screen.press(QStringLiteral("Open the records")));
    QVERIFY(screen.waitForText(QStringLiteral("林桂芳")));
    const QString who = counterOf(screen)->property("shownVisit").value<ShownVisit>().whose;
    QVERIFY2(who.contains(QStringLiteral("born 19")) && who.contains(QStringLiteral("female")),
             qPrintable(who));
    QVERIFY(screen.waitForText(who));
    QVERIFY(screen.picture(QStringLiteral("clinic-visit-whose")));
    QVERIFY(screen.press(QStringLiteral("Write to the patient")));
    QVERIFY(screen.waitForText(who)); // there as well
    QCOMPARE(screen.faults(), QStringList());
    // Without a name among them it is not guessed.
    QVERIFY(screen.press(QStringLiteral("Scan the next code")));
    QVERIFY(open(Kind::Allergy));
    QVERIFY(screen.waitForText(QStringLiteral("ask the patient.")));
    QVERIFY(!screen.waitForText(who, 0));
    QCOMPARE(screen.warnings(), QStringList());
}

APRICOT_SCREEN_TEST(test_clinic_whose)
#include "test_clinic_whose.moc"
