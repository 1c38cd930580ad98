// SPDX-License-Identifier: GPL-3.0-or-later
// The clinic writes back and asks: through the app on one side, with a patient's real vault, wallet
// and inbox on the other.
#include "clinic/scene.h"

#include "crypto/crypto.h"
#include "flows/patient/deliver.h"
#include "flows/patient/inbox.h"
#include "flows/patient/request.h"
#include "program/test_program.h"

using namespace apricot;
using namespace apricot::test;

class test_clinic_letters : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }
    void init() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }
    void aResultArrivesVerified_data();
    void aResultArrivesVerified();
    void everyKindIsSent();
    void withoutTheMailboxItWaits();
    void aRequestIsAnsweredAndDeclined();
};

namespace {

Result<std::vector<News>> fetched(Scene &scene) {
    return fetchInbox(*scene.patient, scene.wallet, *scene.ledger, *scene.mailbox, scene.clock);
}

bool openedVisit(Scene &scene, const Screen &screen) {
    return signedIn(screen) && readCode(screen, scene.code())
           && screen.press(say("CheckPage", "Open the records"))
           && screen.waitForText(QStringLiteral("Penicillin"))
           && screen.press(say("VisitPage", "Write to the patient"));
}

} // namespace

void test_clinic_letters::aResultArrivesVerified_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::newRow("en-desktop") << "en" << QSize(1920, 1080) << 1.0;
    QTest::newRow("zh-phone-200") << "zh_CN" << QSize(360, 640) << 2.0;
}

void test_clinic_letters::aResultArrivesVerified() {
    QFETCH(const QString, language);
    QFETCH(const QSize, size);
    QFETCH(const double, scale);
    const Speaking speaking(language);
    Scene scene;
    Screen screen(mainFile, scene.properties(), size);
    screen.window()->setProperty("typeScale", scale);
    const auto lookAt = [&](const char *name) {
        const QString as = QStringLiteral("clinic-") + QString::fromLatin1(QTest::currentDataTag())
                           + u'-' + QString::fromLatin1(name);
        QVERIFY(screen.picture(as));
        QCOMPARE(screen.faults(), QStringList());
    };
    QVERIFY(openedVisit(scene, screen));
    QVERIFY(screen.press(say("WritePage", "A result")));
    QVERIFY(screen.type(say("WriteBack", "Test"), QStringLiteral("Potassium 血钾")));
    QVERIFY(screen.press(say("WritePage", "Look at it")));
    QVERIFY(screen.press(say("Banner", "Understood"))); // no value yet
    QVERIFY(screen.type(say("WriteBack", "Value"), QStringLiteral("5.90")));
    QVERIFY(screen.type(say("WriteBack", "Unit"), QStringLiteral("mmol/L")));
    QVERIFY(screen.type(say("WriteBack", "Usual from"), QStringLiteral("3.5")));
    QVERIFY(screen.type(say("WriteBack", "Usual to"), QStringLiteral("5.3")));
    lookAt("8-form");
    QVERIFY(screen.press(say("WritePage", "Look at it")));
    QVERIFY(screen.waitForText(say("WritePage", "Look at it before it is sent")));
    QVERIFY(screen.waitForText(QStringLiteral("5.90")));
    lookAt("9-preview");
    QCOMPARE(fetched(scene)->size(), std::size_t{0}); // nothing has left so far
    QVERIFY(screen.press(say("WritePage", "Sign and send")));
    QVERIFY(screen.waitForText(say("WriteBack", "Signed, sealed and sent. It arrives in the "
                                                "patient's app, with proof that it comes from this "
                                                "clinic.")));
    const auto news = fetched(scene);
    QVERIFY(news.ok());
    QCOMPARE(news->size(), std::size_t{1});
    QCOMPARE(news->front().kind, LetterKind::Result);
    QCOMPARE(news->front().sender.state, LetterState::Verified);
    QCOMPARE(news->front().sender.name, scene.organisation.name);
    const auto record = scene.patient->record(news->front().records.at(0));
    QVERIFY(record.ok());
    QCOMPARE(record->title, std::string("Potassium 血钾"));
    QCOMPARE(record->value, std::string("5.90"));
    QCOMPARE(screen.warnings(), QStringList());
}

void test_clinic_letters::everyKindIsSent() {
    Scene scene;
    Screen screen(mainFile, scene.properties(), QSize(1200, 900));
    QVERIFY(openedVisit(scene, screen));
    const auto send = [&](const char *kind,
                          const std::vector<std::pair<const char *, const char *>> &fields) {
        bool good = screen.press(QString::fromLatin1(kind));
        for (const auto &[label, text] : fields)
            good = good && screen.type(QString::fromLatin1(label), QString::fromUtf8(text));
        return good && screen.press(QStringLiteral("Look at it"))
               && screen.press(QStringLiteral("Sign and send"))
               && screen.press(QStringLiteral("Understood"))
               && screen.press(QStringLiteral("Write to the patient"));
    };
    QVERIFY(send("A prescription", {{"Medicine and strength", "Metformin 500 mg"},
                                    {"Dose", "1 tablet"},
                                    {"Times a day", "2"},
                                    {"Days", "30"},
                                    {"Advice (may be empty)", "after meals"}}));
    QVERIFY(send("A referral", {{"To whom", "Eye clinic"}, {"Why", "Diabetes, yearly check"}}));
    QVERIFY(send("A note about this visit", {{"Note", "Feeling well."}}));
    const auto news = fetched(scene);
    QVERIFY(news.ok());
    QSet<int> kinds;
    for (const News &one : *news) {
        QCOMPARE(one.sender.state, LetterState::Verified);
        QCOMPARE(one.records.size(), std::size_t{1});
        kinds.insert(static_cast<int>(one.kind));
    }
    QCOMPARE(kinds.size(), 3);
    QVERIFY(QMetaObject::invokeMethod(counterOf(screen), "lock"));
    QVERIFY(screen.waitForText(QStringLiteral("This counter is locked")));
    QCOMPARE(screen.warnings(), QStringList());
}

void test_clinic_letters::withoutTheMailboxItWaits() {
    Scene scene;
    Screen screen(mainFile, scene.properties(), QSize(1200, 900));
    QVERIFY(openedVisit(scene, screen));
    const auto inboxes = scene.at("mailbox") / "inboxes";
    std::filesystem::remove_all(inboxes);
    QVERIFY(writeFile(inboxes, viewOf("no folder")).ok()); // nothing can be posted
    QVERIFY(screen.press(QStringLiteral("A note about this visit")));
    QVERIFY(screen.type(QStringLiteral("Note"), QStringLiteral("Come back in May.")));
    QVERIFY(screen.press(QStringLiteral("Look at it")));
    QVERIFY(screen.press(QStringLiteral("Sign and send")));
    QVERIFY(screen.waitForText(QStringLiteral("waits here")));
    QVERIFY(screen.press(QStringLiteral("Understood")));
    QVERIFY(screen.press(QStringLiteral("Finish and erase"))); // the letter outlives the visit
    QVERIFY(screen.press(QStringLiteral("Understood")));
    QVERIFY(screen.press(QStringLiteral("About this desk")));
    QVERIFY(screen.waitForText(QStringLiteral("Letters waiting to be sent: 1")));
    QVERIFY(screen.picture(QStringLiteral("clinic-letter-waits")));
    QCOMPARE(screen.faults(), QStringList());
    QVERIFY(screen.press(QStringLiteral("Send them now")));
    QVERIFY(screen.press(QStringLiteral("Understood"))); // still away
    std::filesystem::remove(inboxes);
    std::filesystem::create_directories(inboxes);
    QVERIFY(screen.press(QStringLiteral("Send them now")));
    QVERIFY(screen.waitForText(QStringLiteral("Letters that waited and are sent now: 1")));
    const auto news = fetched(scene);
    QVERIFY(news.ok());
    QCOMPARE(news->size(), std::size_t{1});
    QCOMPARE(news->front().sender.state, LetterState::Verified);
    QCOMPARE(screen.warnings(), QStringList());
}

void test_clinic_letters::aRequestIsAnsweredAndDeclined() {
    Scene scene;
    Screen screen(mainFile, scene.properties(), QSize(1200, 900));
    QVERIFY(signedIn(screen));
    const auto asked = [&]() -> Result<AskedFor> {
        if (!screen.press(QStringLiteral("Ask a patient for records"))
            || !screen.press(QStringLiteral("From the beginning"))
            || !screen.press(QStringLiteral("Show the code"))
            || !screen.waitForText(QStringLiteral("The patient scans this")))
            return Error{ErrorCode::NotAGrant, "test", {}};
        // Read back from the window's own pixels.
        const QImage window =
            screen.window()->grabWindow().convertToFormat(QImage::Format_Grayscale8);
        Picture picture;
        picture.width = window.width();
        picture.height = window.height();
        for (int y = 0; y < window.height(); ++y)
            picture.grey.insert(picture.grey.end(), window.constScanLine(y),
                                window.constScanLine(y) + window.width());
        APRICOT_TRY_ASSIGN(texts, decodeQr(picture));
        return readRequest(texts.front(), *scene.ledger, scene.clock);
    };
    const auto first = asked();
    QVERIFY(first.ok());
    QVERIFY(screen.picture(QStringLiteral("clinic-request")));
    QCOMPARE(screen.faults(), QStringList());
    QCOMPARE(first->clinic.name, scene.organisation.name);
    const auto choice = choiceFor(*first, scene.clock.now(), 480);
    const SignedGrant grant = scene.give(choice);
    QVERIFY(sendGrant(grant, scene.organisation, *scene.mailbox, scene.clock, first->id).ok());
    QVERIFY(screen.waitForText(QStringLiteral("Genuine, and can be opened now")));
    QVERIFY(screen.press(QStringLiteral("Open the records")));
    QVERIFY(screen.waitForText(QStringLiteral("Penicillin")));
    QVERIFY(screen.press(QStringLiteral("Scan the next code")));

    const auto second = asked();
    QVERIFY(second.ok());
    QVERIFY(second->id != first->id);
    QVERIFY(decline(*second, *scene.mailbox, scene.clock).ok());
    QVERIFY(screen.waitForText(QStringLiteral("The patient declined.")));
    QVERIFY(screen.press(QStringLiteral("Done")));
    QVERIFY(screen.waitForText(QStringLiteral("Scan the patient's code")));
    QCOMPARE(screen.warnings(), QStringList());
}

APRICOT_SCREEN_TEST(test_clinic_letters)
#include "test_clinic_letters.moc"
