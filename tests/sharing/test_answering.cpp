// SPDX-License-Identifier: GPL-3.0-or-later
// What clinics ask for and what they send, as a person answers and reads it; the history as a file.
#include "sharing/stage.h"

#include "base/file.h"
#include "flows/clinic/desk_messages.h"
#include "flows/clinic/write_back.h"
#include "flows/patient/deliver.h"
#include "flows/patient/history.h"
#include "program/test_program.h"
#include "sharing/grants.h"

using namespace apricot;
using test::say;
using test::Stage;

namespace {

// A clinic's code that asks for medicines, the page of requests open and empty.
std::optional<std::string> asked(Stage &s) {
    if (!s.unlock() || !s.show("requests")
        || !s.screen.waitForText(say("RequestsPage", "Nobody asks for anything now.")))
        return std::nullopt;
    const auto code =
        askInCode(s.hospital.desk, s.wishForMedicines(), *s.ledger, s.clock, s.random);
    return code ? std::optional(*code) : std::nullopt;
}

} // namespace

class test_answering : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }
    void init() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }
    void aRequestIsNarrowedAndAnswered();
    void whatCannotBeSentIsSaid();
    void aRequestIsDeclined();
    void aFalseRequestIsSaidToBeOne();
    void aLetterArrives();
    void theHistoryIsCheckedAgain();
};

void test_answering::aRequestIsNarrowedAndAnswered() {
    Stage s;
    const auto code = asked(s);
    QVERIFY(code.has_value());
    s.requests()->read(QString::fromStdString(*code));
    QVERIFY(s.screen.waitForText(QStringLiteral("Genuine")));
    QVERIFY(s.screen.picture(QStringLiteral("sharing-requests")));
    QCOMPARE(s.screen.faults(), QStringList());
    QVERIFY(s.screen.press(say("RequestsPage", "Look at it, and decide how much")));
    QVERIFY(s.screen.waitForText(say("AskedStep", "You can give less than they ask for, never "
                                                  "more. Nothing is shared until you sign.")));
    QVERIFY(s.screen.picture(QStringLiteral("sharing-asked")));
    QCOMPARE(s.screen.faults(), QStringList());
    QVERIFY(s.screen.press(QStringLiteral("Allergies"))); // takes the tick away
    QVERIFY(s.screen.press(say("AskedStep", "See exactly what they would see")));
    QVERIFY(s.screen.waitForText(QStringLiteral("see your medicines, for treatment")));
    QVERIFY(s.sign());
    auto mailbox = s.openMailbox();
    QVERIFY(mailbox.ok());
    const auto messages = fetchDesk(s.hospital.desk, *s.ledger, **mailbox);
    QVERIFY(messages.ok());
    QCOMPARE(messages->size(), std::size_t{1});
    QVERIFY(messages->front().answers.has_value());
    const auto opened = s.open(messages->front().code);
    QVERIFY(opened);
    QCOMPARE(opened->size(), std::size_t{14});
    QVERIFY(s.screen.press(say("CodeView", "Done")));
    QVERIFY(s.screen.waitForText(say("RequestsPage", "Nobody asks for anything now.")));
    QCOMPARE(s.screen.warnings(), QStringList());
}

void test_answering::whatCannotBeSentIsSaid() {
    Stage s;
    const auto code = asked(s);
    QVERIFY(code.has_value());
    s.requests()->read(QString::fromStdString(*code));
    QVERIFY(s.screen.press(say("RequestsPage", "Look at it, and decide how much")));
    QVERIFY(s.screen.press(say("AskedStep", "See exactly what they would see")));
    QVERIFY(s.screen.waitForText(say("RehearsalWords", "Is this right?")));
    const std::filesystem::path inboxes = s.at("mailbox/inboxes").toStdString();
    std::filesystem::remove_all(inboxes);
    QVERIFY(writeFile(inboxes, viewOf("no folder")).ok()); // nothing can be posted
    QVERIFY(s.sign());
    QVERIFY(s.screen.waitForText(QStringLiteral("could not be sent to")));
    QVERIFY(s.screen.picture(QStringLiteral("sharing-unsent")));
    QCOMPARE(s.screen.faults(), QStringList());
    QVERIFY(s.screen.press(say("CodeView", "Done")));
    QVERIFY(s.screen.waitForText(say("RequestsPage", "Nobody asks for anything now.")));
    QCOMPARE(s.grantsKept(), std::size_t{1});
}

void test_answering::aRequestIsDeclined() {
    Stage s;
    const auto code = asked(s);
    QVERIFY(code.has_value());
    s.requests()->read(QString::fromStdString(*code));
    QVERIFY(s.screen.press(say("RequestsPage", "Decline")));
    QVERIFY(s.screen.press(say("RequestsPage", "No, not yet")));
    QVERIFY(s.screen.press(say("RequestsPage", "Decline")));
    QVERIFY(s.screen.press(say("RequestsPage", "Yes, decline")));
    QVERIFY(s.screen.waitForText(QStringLiteral("Declined. Nothing was shared")));
    QVERIFY(s.screen.waitForText(say("RequestsPage", "Nobody asks for anything now.")));
    auto mailbox = s.openMailbox();
    const auto messages = fetchDesk(s.hospital.desk, *s.ledger, **mailbox);
    QVERIFY(messages.ok() && messages->size() == 1);
    QVERIFY(messages->front().declined.has_value());
    s.person()->dismiss();
    s.requests()->read(QString::fromStdString(*code)); // shown again: it was answered
    QVERIFY(QTest::qWaitFor([&] { return !s.person()->problem().isEmpty(); }));
    QCOMPARE(s.grantsKept(), std::size_t{0});
}

void test_answering::aFalseRequestIsSaidToBeOne() {
    Stage s;
    const auto genuine = asked(s);
    QVERIFY(genuine.has_value());
    std::string forged = *genuine;
    forged[forged.size() / 2] = forged[forged.size() / 2] == 'A' ? 'B' : 'A';
    for (const std::string &code : {forged, genuine->substr(0, 60), std::string("APRICOT:ASK:1:"),
                                    std::string("https://example.org")}) {
        s.requests()->read(QString::fromStdString(code));
        QVERIFY(QTest::qWaitFor([&] { return !s.person()->problem().isEmpty(); }));
        s.person()->dismiss();
        QCOMPARE(s.requests()->count(), 0);
    }
    s.submit(SuspendOrganisation{s.hospital.organisation.id});
    s.requests()->read(QString::fromStdString(*genuine));
    QVERIFY(s.screen.waitForText(QStringLiteral("has been suspended")));
    QCOMPARE(s.requests()->count(), 0);
}

void test_answering::aLetterArrives() {
    Stage s;
    QVERIFY(s.unlock());
    QVERIFY(s.chooseMedicines());
    QVERIFY(s.sign());
    QVERIFY(QTest::qWaitFor([&] { return s.given() && s.given()->isThere(); }));
    const std::string code = s.given()->code().toStdString();
    QVERIFY(s.open(code));
    auto mailbox = s.openMailbox();
    QVERIFY(mailbox.ok());
    const auto visit = inspect(code, *s.ledger);
    QVERIFY(visit.ok());
    const std::string result =
        R"({"resourceType":"Observation","id":"letter-1","status":"final","code":{"text":"Potassium"},)"
        R"("subject":{"reference":"Patient/p"},"effectiveDateTime":"2026-11-25",)"
        R"("valueQuantity":{"value":4.2,"unit":"mmol/L"}})";
    QVERIFY(writeBack(*visit, s.hospital.desk, LetterKind::Result, {result}, *s.ledger, **mailbox,
                      s.clock)
                .ok());
    QVERIFY(s.show("letters"));
    QVERIFY(s.screen.press(say("LettersPage", "Look for new letters")));
    QVERIFY(s.screen.waitForText(QStringLiteral("Genuine: signed by this clinic")));
    QVERIFY(s.screen.waitFor(say("Banner", "Understood")));
    QVERIFY(s.screen.picture(QStringLiteral("sharing-letters")));
    QCOMPARE(s.screen.faults(), QStringList());
    QVERIFY(s.screen.press(QStringLiteral("Potassium")));
    QVERIFY(s.screen.waitForText(QStringLiteral("4.2")));
    // Who reads a letter knows that it came.
    QTRY_VERIFY(!s.screen.find(say("Banner", "Understood")));
    QVERIFY(s.screen.picture(QStringLiteral("sharing-letter-record")));
    QCOMPARE(s.screen.warnings(), QStringList());
}

void test_answering::theHistoryIsCheckedAgain() {
    Stage s;
    QVERIFY(s.unlock());
    QVERIFY(s.chooseMedicines());
    QVERIFY(s.sign());
    QVERIFY(QTest::qWaitFor([&] { return s.given() && s.given()->isThere(); }));
    QVERIFY(s.open(s.given()->code().toStdString()));
    QVERIFY(s.show("shared"));
    QVERIFY(s.screen.waitFor(say("SharedPage", "Save my whole history as a file")));
    const auto grants = s.screen.window()->findChild<Grants *>();
    QVERIFY(grants);
    grants->exportAll(QUrl::fromLocalFile(s.at("history.json")));
    QVERIFY(QTest::qWaitFor([&] { return !s.person()->notice().isEmpty(); }));
    QFile file(s.at("history.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto checked =
        checkHistory(file.readAll().toStdString(),
                     [&](const ProvenAnswer &answer) { return s.ledger->verify(answer); });
    QVERIFY(checked.ok());
    QCOMPARE(checked->permissions, std::uint64_t{1});
    QCOMPARE(checked->opened, std::uint64_t{1});
}

APRICOT_SCREEN_TEST(test_answering)
#include "test_answering.moc"
