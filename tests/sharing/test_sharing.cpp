// SPDX-License-Identifier: GPL-3.0-or-later
// Sharing as a person does it, driven by accessible names on a real vault file, a real embedded
// ledger and a real mailbox: phone and desktop, both languages, type up to 200 %, keyboard alone;
// and what goes wrong in the middle.
#include "sharing/stage.h"

#include "device/paper.h"
#include "exchange/code_file.h"
#include "exchange/frames.h"
#include "flows/clinic/desk_messages.h"
#include "flows/patient/deliver.h"
#include "program/test_program.h"
#include "screen/speaking.h"
#include "sharing/grants.h"

#include <QPainter>
#include <QPdfDocument>

using namespace apricot;
using test::say;
using test::Screen;
using test::Stage;

class test_sharing : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }
    void init() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }
    void loop_data();
    void loop();
    void keyboardAlone();
    void aStruckOutRecordIsNotAmongThem();
    void aVeryPrivateRecordIsLetInByName();
    void aClinicSuspendedMeanwhileGetsNothing();
    void recordsThatChangedAreLookedAtAgain();
    void twoPressesMakeOnePermission();
    void aCodeThatRunsOutWhileShownSaysSo();
    void lockedInTheMiddleNothingIsLost();
    void withoutALedgerItIsSaid();
    void withoutAMailboxNothingIsGiven();
    void theCardIsReadBack();
    void theFileIsReadBack();
    void twoHundredPermissions();
    void oneIllnessIsListedBeforeItIsSigned();
    void singleRecordsAreChosen();
};

void test_sharing::loop_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("look");
    QTest::newRow("en-phone") << "en" << QSize(360, 640) << 1.0 << 0;
    QTest::newRow("zh-phone") << "zh_CN" << QSize(360, 640) << 1.0 << 1;
    QTest::newRow("en-phone-200") << "en" << QSize(360, 640) << 2.0 << 0;
    QTest::newRow("zh-phone-200") << "zh_CN" << QSize(360, 640) << 2.0 << 2;
    QTest::newRow("en-lying") << "en" << QSize(640, 360) << 1.0 << 0;
    QTest::newRow("en-desktop") << "en" << QSize(1920, 1080) << 1.0 << 0;
    QTest::newRow("zh-desktop-200") << "zh_CN" << QSize(1920, 1080) << 2.0 << 1;
}

void test_sharing::loop() {
    QFETCH(const QString, language);
    QFETCH(const QSize, size);
    QFETCH(const double, scale);
    QFETCH(const int, look);
    const test::Speaking speaking(language);
    Stage s(size);
    s.screen.window()->setProperty("typeScale", scale);
    s.screen.window()->setProperty("look", look);
    const auto lookAt = [&](const char *name) {
        const QString as = QStringLiteral("sharing-") + QString::fromLatin1(QTest::currentDataTag())
                           + u'-' + QString::fromLatin1(name);
        QVERIFY(s.screen.picture(as));
        const QStringList faults = s.screen.faults();
        QVERIFY2(faults.isEmpty(), qPrintable(as + QStringLiteral(": ") + faults.join(u'\n')));
    };
    QVERIFY(s.unlock());
    QVERIFY(s.screen.waitFor(s.clinicName()));
    lookAt("1-who");
    QVERIFY(s.screen.press(s.clinicName()));
    QVERIFY(s.screen.waitFor(say("WhatStep", "For this visit")));
    lookAt("2-what");
    QVERIFY(s.screen.press(say("WhatStep", "Kinds that I choose")));
    QVERIFY(s.screen.waitForText(say("KindsPart", "Which kinds?")));
    lookAt("2-kinds");
    QVERIFY(s.screen.press(say("KindsPart", "Back")));
    QVERIFY(s.screen.press(say("WhatStep", "Medicines and allergies only")));
    QVERIFY(s.screen.waitFor(say("LongStep", "See exactly what they would see")));
    lookAt("3-long");
    QVERIFY(s.screen.press(say("LongStep", "See exactly what they would see")));
    QVERIFY(s.screen.waitForText(say("RehearsalWords", "Is this right?")));
    QVERIFY(s.screen.waitFor(say("RehearsalWords", "Yes, I agree and sign")));
    lookAt("4-rehearsal");
    QVERIFY(s.sign());
    QVERIFY(QTest::qWaitFor([&] { return s.given() && s.given()->isThere(); }));
    // The whole code stands in the window at once, large enough to be read.
    QQuickItem *shown = s.screen.waitFor(say("CodeView", "Code for %1").arg(s.clinicName()));
    QVERIFY(shown);
    const QRectF room(QPointF(), QSizeF(s.screen.window()->size()));
    const auto placed = [&] { return shown->mapRectToScene(shown->boundingRect()); };
    QTRY_VERIFY2(room.contains(placed()), qPrintable(QStringLiteral("%1 to %2 of %3")
                                                         .arg(placed().top())
                                                         .arg(placed().bottom())
                                                         .arg(room.height())));
    QVERIFY2(placed().width() >= 200, qPrintable(QString::number(placed().width())));
    QVERIFY(QTest::qWaitFor([&] { return !test::codesOn(s.screen).empty(); }));
    lookAt("5-code");
    QVERIFY(s.screen.press(say("CodeView", "Only the code, as large as possible")));
    std::vector<std::string> codes;
    QVERIFY(QTest::qWaitFor([&] { return !(codes = test::codesOn(s.screen)).empty(); }));
    QCOMPARE(QString::fromStdString(codes.front()), s.given()->code());
    lookAt("6-code-alone");

    // The clinic has read it off the window's own pixels; the person sees that it was opened.
    const auto opened = s.open(codes.front());
    QVERIFY(opened);
    QCOMPARE(opened->size(), std::size_t{16}); // of 16 medicines and 2 allergies 2 are more private
    QVERIFY(s.screen.waitFor(say("CodeView", "Done")));
    QVERIFY(QTest::qWaitFor([&] { return s.given()->used() == 1; }));
    lookAt("7-opened");
    QVERIFY(s.screen.press(say("CodeView", "Done")));

    // Another one, for two days, printed; then ended.
    QVERIFY(s.screen.press(s.clinicName()));
    QVERIFY(s.screen.press(say("WhatStep", "For this visit")));
    QVERIFY(s.screen.press(say("LongStep", "Two days, for a printed card")));
    QVERIFY(s.screen.press(say("LongStep", "Up to 3 times")));
    QVERIFY(s.screen.press(say("LongStep", "See exactly what they would see")));
    QVERIFY(s.sign());
    QVERIFY(s.screen.press(say("CodeView", "Print it as a card")));
    QVERIFY(s.screen.waitFor(say("PrintPart", "Save as PDF")));
    lookAt("8-print");
    QVERIFY(s.screen.press(say("PrintPart", "Back")));
    QVERIFY(s.open(s.given()->code().toStdString()));
    QVERIFY(s.show("shared"));
    QVERIFY(QTest::qWaitFor([&] {
        const auto *grants = s.screen.window()->findChild<Grants *>();
        return grants && grants->count() == 2 && !grants->isAsking();
    }));
    lookAt("9-shared");
    QVERIFY(s.screen.press(s.clinicName())); // the one that may still be opened comes first
    const QQuickItem *end = s.screen.waitFor(say("GrantView", "End this permission"));
    QVERIFY(end);
    QVERIFY(QTest::qWaitFor([&] { return s.given()->used() == 1; }));
    // However long the words are, without scrolling.
    QVERIFY(QRectF(QPointF(), s.screen.window()->size())
                .contains(end->mapRectToScene(QRectF(0, 0, end->width(), end->height()))));
    lookAt("10-permission");
    QVERIFY(s.screen.press(say("GrantView", "End this permission")));
    QVERIFY(s.screen.press(say("GrantView", "Keep it")));
    QVERIFY(s.screen.press(say("GrantView", "End this permission")));
    lookAt("11-sure");
    QVERIFY(s.screen.press(say("GrantView", "Yes, end it for good")));
    QVERIFY(QTest::qWaitFor([&] { return s.given()->state() == GivenGrant::Ended; }));
    lookAt("12-ended");
    QVERIFY(s.screen.waitForText(s.given()->endBlock()));
    QVERIFY(!s.open(s.given()->code().toStdString()));
    QVERIFY(s.screen.press(say("GrantView", "Back to all permissions")));

    // The first has no use left, but the clinic can fetch again what it opened: that can be ended.
    QVERIFY(QTest::qWaitFor([&] {
        const auto *grants = s.screen.window()->findChild<Grants *>();
        return grants && grants->active() == 1 && !grants->isAsking();
    }));
    QVERIFY(s.screen.pressByKeys(s.clinicName()));
    QVERIFY(s.screen.waitFor(say("GrantView", "End this permission")));
    QTRY_COMPARE(s.given()->state(), GivenGrant::Fetch);
    QVERIFY(s.screen.waitForText(s.given()->fetchUntil()));
    QVERIFY(s.screen.waitForText(s.given()->eraseBy()));
    QVERIFY(!s.screen.find(say("GrantView", "Show its code again")));
    lookAt("13-fetch");
    QVERIFY(s.screen.press(say("GrantView", "End this permission")));
    QVERIFY(s.screen.press(say("GrantView", "Yes, end it for good")));
    QVERIFY(QTest::qWaitFor([&] { return s.given()->state() == GivenGrant::Ended; }));
    QVERIFY(s.screen.press(say("GrantView", "Back to all permissions")));
    QVERIFY(s.screen.waitForText(say("SharedPage", "Nobody can open anything now.")));
    QCOMPARE(s.screen.warnings(), QStringList());
}

void test_sharing::keyboardAlone() {
    Stage s;
    QVERIFY(s.unlock());
    QVERIFY(s.screen.waitFor(s.clinicName()));
    // Tab to what has that name, as often as it takes to go round once.
    const auto tabTo = [&](const QString &name) {
        if (!s.screen.waitFor(name)) return false;
        for (int i = 0; i < 80; ++i) {
            QQuickItem *at = s.screen.window()->activeFocusItem();
            if (at && at == s.screen.find(name)) return true;
            QTest::keyClick(s.screen.window(), Qt::Key_Tab);
        }
        return false;
    };
    const auto choose = [&](const char *page, const char *words, Qt::Key key = Qt::Key_Return) {
        if (!tabTo(say(page, words))) return false;
        QTest::keyClick(s.screen.window(), key);
        return true;
    };
    QVERIFY(tabTo(s.clinicName()));
    QTest::keyClick(s.screen.window(), Qt::Key_Return);
    QVERIFY(choose("WhatStep", "Medicines and allergies only", Qt::Key_Space));
    QVERIFY(choose("LongStep", "One day", Qt::Key_Space));
    QVERIFY(choose("LongStep", "See exactly what they would see"));
    QVERIFY(s.screen.waitForText(say("RehearsalWords", "Is this right?")));
    QVERIFY(choose("RehearsalWords", "Yes, I agree and sign", Qt::Key_Space));
    QVERIFY(s.screen.waitForText(say("CodeView", "Show this at the counter")));
    QVERIFY(choose("CodeView", "Only the code, as large as possible"));
    std::vector<std::string> codes;
    QVERIFY(QTest::qWaitFor([&] { return !(codes = test::codesOn(s.screen)).empty(); }));
    QVERIFY(s.open(codes.front()));
    QCOMPARE(s.screen.warnings(), QStringList());
}

void test_sharing::aStruckOutRecordIsNotAmongThem() {
    Stage s;
    QVERIFY(s.unlock());
    QVERIFY(s.chooseMedicines());
    QVERIFY(s.screen.waitForText(QStringLiteral("medicines and allergies")));
    const QString allergy = QStringLiteral("青霉素过敏 Penicillin");
    QVERIFY(s.row([&](QQuickItem *item) { return item->property("text") == allergy; }));
    QVERIFY(s.screen.press(allergy));
    QVERIFY(s.screen.waitForText(QStringLiteral("struck out")));
    QVERIFY(s.screen.picture(QStringLiteral("sharing-struck-out")));
    s.backToTheTop();
    QVERIFY(s.screen.waitForText(QStringLiteral(
        "medicines and allergies, without 1 record that you struck out"))); // the words follow
    QVERIFY(s.sign());
    QVERIFY(QTest::qWaitFor([&] { return s.given() && s.given()->isThere(); }));
    const auto opened = s.open(s.given()->code().toStdString());
    QVERIFY(opened);
    QCOMPARE(opened->size(), std::size_t{15});
    for (const std::string &one : *opened) QVERIFY(one.find("Penicillin") == std::string::npos);
    QCOMPARE(s.screen.warnings(), QStringList());
}

void test_sharing::aVeryPrivateRecordIsLetInByName() {
    Stage s;
    QVERIFY(s.unlock());
    QVERIFY(s.chooseMedicines());
    QVERIFY(s.screen.waitForText(QStringLiteral("More private, and closed: 2")));
    const QQuickItem *closed =
        s.row([](QQuickItem *item) { return !item->property("checked").toBool(); });
    QVERIFY(closed);
    const QString name = closed->property("text").toString();
    QVERIFY(s.screen.press(name));
    s.backToTheTop();
    // Its level is opened, without the other one.
    QVERIFY(s.screen.waitForText(QStringLiteral("without 1 record that you struck out")));
    QVERIFY(s.sign());
    QVERIFY(QTest::qWaitFor([&] { return s.given() && s.given()->isThere(); }));
    QVERIFY(s.given()->words().contains(QStringLiteral("without 1 record that you struck out")));
    const auto opened = s.open(s.given()->code().toStdString());
    QVERIFY(opened);
    QCOMPARE(opened->size(), std::size_t{17}); // that one, and not the other one of its level
    QCOMPARE(s.screen.warnings(), QStringList());
}

void test_sharing::aClinicSuspendedMeanwhileGetsNothing() {
    Stage s;
    QVERIFY(s.unlock());
    QVERIFY(s.chooseMedicines());
    s.submit(SuspendOrganisation{s.hospital.organisation.id});
    QVERIFY(s.screen.press(say("RehearsalWords", "Yes, I agree and sign")));
    QVERIFY(s.screen.waitForText(QStringLiteral("has been suspended")));
    QVERIFY(s.screen.find(say("RehearsalWords", "No, go back")) != nullptr);
    QCOMPARE(s.grantsKept(), std::size_t{0});
}

void test_sharing::recordsThatChangedAreLookedAtAgain() {
    Stage s;
    QVERIFY(s.unlock());
    QVERIFY(s.chooseMedicines());
    QFile sample(QStringLiteral(APRICOT_SOURCE_DIR "/packaging/sample/lin-guifang.json"));
    QVERIFY(sample.open(QIODevice::ReadOnly));
    QByteArray changed = sample.readAll();
    QVERIFY(changed.contains("青霉素过敏 Penicillin"));
    changed.replace("青霉素过敏 Penicillin", "Allergic to penicillin G");
    QFile file(s.at("changed.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(changed);
    file.close();
    s.person()->import(QUrl::fromLocalFile(file.fileName()));
    QVERIFY(QTest::qWaitFor([&] { return !s.person()->notice().isEmpty(); }, 20000));
    s.person()->dismiss();
    QVERIFY(s.screen.press(say("RehearsalWords", "Yes, I agree and sign")));
    QVERIFY(s.screen.waitForText(QStringLiteral("Nothing was signed")));
    QVERIFY(s.screen.press(say("Banner", "Understood")));
    QVERIFY(s.row([](QQuickItem *item) {
        return item->property("text") == QStringLiteral("Allergic to penicillin G");
    }));
    s.backToTheTop();
    QVERIFY(s.sign()); // what is listed now
    QCOMPARE(s.grantsKept(), std::size_t{1});
}

void test_sharing::twoPressesMakeOnePermission() {
    Stage s;
    QVERIFY(s.unlock());
    QVERIFY(s.chooseMedicines());
    QQuickItem *sign = s.screen.waitFor(say("RehearsalWords", "Yes, I agree and sign"));
    QVERIFY(sign);
    sign->forceActiveFocus();
    for (int i = 0; i < 3; ++i) QTest::keyClick(s.screen.window(), Qt::Key_Return);
    QVERIFY(s.screen.waitForText(say("CodeView", "Show this at the counter")));
    QCOMPARE(s.grantsKept(), std::size_t{1});
}

void test_sharing::aCodeThatRunsOutWhileShownSaysSo() {
    Stage s;
    QVERIFY(s.unlock());
    QVERIFY(s.chooseMedicines());
    QVERIFY(s.sign());
    QVERIFY(QTest::qWaitFor([&] { return s.given() && s.given()->isThere(); }));
    QVERIFY(s.screen.waitForText(QStringLiteral("minutes more")));
    FixedClock clock(s.clock.now() + 14 * 60);
    s.given()->setClock(clock);
    QVERIFY(s.screen.waitForText(QStringLiteral("seconds more")));
    clock.advance(180);
    QVERIFY(s.screen.waitForText(QStringLiteral("This code has run out")));
    QVERIFY(test::codesOn(s.screen).empty());
    QVERIFY(s.screen.picture(QStringLiteral("sharing-run-out")));
    QVERIFY(s.screen.press(say("CodeView", "Done")));
    QVERIFY(s.screen.waitFor(s.clinicName()));
}

void test_sharing::lockedInTheMiddleNothingIsLost() {
    Stage s;
    QVERIFY(s.unlock());
    QVERIFY(s.chooseMedicines());
    s.person()->lock();
    QVERIFY(s.unlock());
    QVERIFY(s.chooseMedicines()); // from the beginning: nothing was signed
    QVERIFY(s.sign());
    QVERIFY(QTest::qWaitFor([&] { return s.given() && s.given()->isThere(); }));
    const QString code = s.given()->code();
    s.person()->lock();
    QVERIFY(s.screen.waitFor(QStringLiteral("Passphrase")));
    QVERIFY(test::codesOn(s.screen).empty());
    QVERIFY(s.unlock());
    QVERIFY(s.show("shared"));
    QVERIFY(s.screen.waitForText(say("GrantRow", "Nobody has opened it")));
    QVERIFY(s.screen.press(s.clinicName()));
    QVERIFY(s.screen.press(say("GrantView", "Show its code again")));
    QVERIFY(s.screen.waitForText(say("CodeView", "Show this at the counter")));
    QVERIFY(QTest::qWaitFor([&] { return s.given() && s.given()->code() == code; }));
    QCOMPARE(s.screen.warnings(), QStringList());
    QCOMPARE(s.grantsKept(), std::size_t{1});
}

void test_sharing::withoutALedgerItIsSaid() {
    Stage s;
    s.person()->setProperty("ledger", s.at("no such ledger.json"));
    QVERIFY(s.unlock());
    QVERIFY(s.screen.waitForText(QStringLiteral("nothing can be shared now")));
    QVERIFY(s.screen.picture(QStringLiteral("sharing-no-ledger")));
    QVERIFY(s.screen.waitFor(say("WhoStep", "Try again")));
}

void test_sharing::withoutAMailboxNothingIsGiven() {
    Stage s;
    QFile file(s.at("mailbox")); // no folder can be made there
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QVERIFY(s.unlock());
    QVERIFY(s.chooseMedicines());
    QVERIFY(s.screen.press(say("RehearsalWords", "Yes, I agree and sign")));
    QVERIFY(s.screen.press(say("Banner", "Understood")));
    QVERIFY(s.screen.find(say("RehearsalWords", "No, go back")) != nullptr);
    QCOMPARE(s.grantsKept(), std::size_t{0});
}

void test_sharing::theCardIsReadBack() {
    Stage s;
    QVERIFY(s.unlock());
    QVERIFY(s.chooseMedicines());
    QVERIFY(s.sign());
    QVERIFY(QTest::qWaitFor([&] { return s.given() && s.given()->isThere(); }));
    for (const Paper::Size size : {Paper::A4, Paper::A6}) {
        Paper paper;
        paper.setProperty("size", size);
        const QString name = s.at(size == Paper::A4 ? "a4.pdf" : "a6.pdf");
        QVERIFY2(paper.writePdf(QUrl::fromLocalFile(name), s.given()->card()),
                 qPrintable(paper.problem()));
        QPdfDocument pdf;
        QVERIFY(pdf.load(name) == QPdfDocument::Error::None);
        QString all;
        bool read = false;
        for (int page = 0; page < pdf.pageCount(); ++page) {
            all += pdf.getAllText(page).text();
            const QSize points = pdf.pagePointSize(page).toSize();
            const QImage drawn = pdf.render(page, points * (size == Paper::A4 ? 2 : 4));
            QImage white(drawn.size(), QImage::Format_Grayscale8);
            white.fill(Qt::white);
            QPainter(&white).drawImage(0, 0, drawn);
            white.save(QStringLiteral(APRICOT_BIN_DIR "/../screens/sharing-card-%1-%2.png")
                           .arg(size == Paper::A4 ? 4 : 6)
                           .arg(page + 1));
            Picture picture{white.width(), white.height(), {}};
            for (int y = 0; y < white.height(); ++y)
                picture.grey.insert(picture.grey.end(), white.constScanLine(y),
                                    white.constScanLine(y) + white.width());
            const auto codes = decodeQr(picture);
            read =
                read || (codes.ok() && QString::fromStdString(codes->front()) == s.given()->code());
        }
        QVERIFY(read);
        QVERIFY(all.contains(QStringLiteral("Riverside")));
        QVERIFY(all.simplified().contains(QStringLiteral("medicines and")));
        QVERIFY(pdf.pageCount() <= 2);
    }
    Paper nowhere;
    QVERIFY(!nowhere.writePdf(QUrl::fromLocalFile(QStringLiteral("/nowhere/at/all.pdf")),
                              s.given()->card()));
    QVERIFY(!nowhere.problem().isEmpty());
}

void test_sharing::theFileIsReadBack() {
    Stage s;
    QVERIFY(s.unlock());
    QVERIFY(s.chooseMedicines());
    QVERIFY(s.sign());
    QVERIFY(QTest::qWaitFor([&] { return s.given() && s.given()->isThere(); }));
    s.given()->saveCode(QUrl::fromLocalFile(s.at("mine.apricot")));
    s.given()->saveCode(QUrl::fromLocalFile(s.at("mine.png")));
    const auto code = readCodeFile(s.at("mine.apricot").toStdString());
    QVERIFY(code.ok());
    QCOMPARE(QString::fromStdString(*code), s.given()->code());
    QVERIFY(QFile::exists(s.at("mine.png")));
    QVERIFY(s.open(*code));
    s.given()->look();
    QVERIFY(QTest::qWaitFor([&] { return s.given()->used() == 1; }));
    s.given()->saveReceipt(QUrl::fromLocalFile(s.at("proof.receipt")));
    QVERIFY(QFileInfo(s.at("proof.receipt")).size() > 100);
    s.given()->saveCode(QUrl::fromLocalFile(QStringLiteral("/nowhere/at/all.apricot")));
    QVERIFY(!s.person()->problem().isEmpty());
}

void test_sharing::twoHundredPermissions() {
    Stage s;
    {
        const auto vault = Vault::open(s.at("person/person.vault").toStdString(),
                                       test::secretPassphrase(), s.random, s.clock);
        QVERIFY(vault.ok());
        auto mailbox = s.openMailbox();
        QVERIFY(mailbox.ok());
        const auto seed = (*vault)->get(spaces::wallet, "seed");
        const auto wallet = Wallet::fromSeed((*seed)->view());
        ShareChoice choice;
        choice.clinic = s.hospital.organisation.id;
        choice.scope.kinds = 8;
        choice.scope.level = 3;
        choice.expiry = s.clock.now() + 900;
        choice.eraseBy = s.clock.now() + 86400;
        for (int i = 0; i < 200; ++i) {
            auto rehearsal = rehearse(**vault, *s.ledger, choice, s.clock, s.random);
            QVERIFY(rehearsal.ok());
            QVERIFY(share(**vault, *wallet, **mailbox, std::move(*rehearsal), s.random).ok());
        }
    }
    QVERIFY(s.show("shared"));
    QVERIFY(s.unlock());
    QVERIFY(s.screen.waitForText(QStringLiteral("Still in force: 200")));
    QVERIFY(s.screen.waitForText(QStringLiteral("Nobody has opened it")));
    QCOMPARE(s.screen.warnings(), QStringList());
}

void test_sharing::oneIllnessIsListedBeforeItIsSigned() {
    Stage s;
    QVERIFY(s.unlock());
    QVERIFY(s.screen.press(s.clinicName()));
    QVERIFY(s.screen.press(say("WhatStep", "Everything about one illness")));
    QVERIFY(s.screen.waitForText(say("TopicsPart", "About what?")));
    QVERIFY(s.screen.picture(QStringLiteral("sharing-topics")));
    QCOMPARE(s.screen.faults(), QStringList());
    QVERIFY(s.screen.press(say("Topic", "Diabetes")));
    QVERIFY(s.screen.press(say("LongStep", "See exactly what they would see")));
    QVERIFY(s.screen.waitForText(say("RehearsalWords", "Is this right?")));
    QVERIFY(s.screen.waitForText(QStringLiteral("chosen one by one")));
    QVERIFY(s.sign());
    QVERIFY(QTest::qWaitFor([&] { return s.given() && s.given()->isThere(); }));
    QVERIFY(s.screen.picture(QStringLiteral("sharing-topic-code")));
    QCOMPARE(s.screen.faults(), QStringList());
    // Too many records for one QR code: its parts follow one another, and are read off the window.
    QVERIFY(s.given()->frames().size() > 1);
    FrameCollector parts;
    std::optional<std::string> whole;
    QVERIFY(QTest::qWaitFor(
        [&] {
            for (const std::string &text : test::codesOn(s.screen))
                if (auto taken = parts.take(text); taken && *taken) whole = **taken;
            return whole.has_value();
        },
        20000));
    QCOMPARE(*whole, s.given()->code().toStdString());
    // Held still it does not change; the next part comes when asked for.
    const auto shown = [&] {
        const auto texts = test::codesOn(s.screen);
        return texts.empty() ? std::string() : texts.front();
    };
    QVERIFY(s.screen.press(say("PartsNote", "Hold still")));
    const std::string held = shown();
    QVERIFY(isFrame(held));
    QTest::qWait(800);
    QCOMPARE(shown(), held);
    QVERIFY(s.screen.press(say("PartsNote", "Next part")));
    QVERIFY(isFrame(shown()) && shown() != held);
    QVERIFY(s.screen.press(say("PartsNote", "Let it move again")));
    const std::string before = shown();
    QVERIFY(QTest::qWaitFor([&] { return shown() != before; }));
    QVERIFY(s.screen.press(say("CodeView", "Send it to the clinic as a message")));
    QVERIFY(s.screen.waitForText(QStringLiteral("finds it among its messages")));
    auto mailbox = s.openMailbox();
    QVERIFY(mailbox.ok());
    const auto messages = fetchDesk(s.hospital.desk, *s.ledger, **mailbox);
    QVERIFY(messages.ok() && messages->size() == 1);
    QVERIFY(s.open(messages->front().code));
    QCOMPARE(s.screen.warnings(), QStringList());
}

void test_sharing::singleRecordsAreChosen() {
    Stage s;
    QVERIFY(s.unlock());
    QVERIFY(s.screen.press(s.clinicName()));
    QVERIFY(s.screen.press(say("WhatStep", "Records that I choose")));
    QVERIFY(s.screen.waitForText(say("RecordsPart", "Which records?")));
    const QStringList first = s.firstRecords(2);
    QCOMPARE(first.size(), 2);
    for (const QString &id : first) {
        QString name;
        QVERIFY(QTest::qWaitFor([&] { return !(name = s.nameOfRecord(id)).isEmpty(); }));
        QVERIFY(s.screen.press(name));
    }
    QVERIFY(s.screen.waitForText(say("RecordPicker", "Chosen: %1").arg(2)));
    QVERIFY(s.screen.picture(QStringLiteral("sharing-records")));
    QCOMPARE(s.screen.faults(), QStringList());
    // Forth, back, and forth again: what was ticked stays.
    QVERIFY(s.screen.press(say("RecordsPart", "Next")));
    QVERIFY(s.screen.press(say("LongStep", "Back")));
    QVERIFY(s.screen.press(say("WhatStep", "Records that I choose")));
    QVERIFY(s.screen.waitForText(say("RecordPicker", "Chosen: %1").arg(2)));
    QVERIFY(s.screen.press(say("RecordsPart", "Next")));
    QVERIFY(s.screen.press(say("LongStep", "See exactly what they would see")));
    QVERIFY(s.screen.waitForText(QStringLiteral("2 records chosen one by one")));
    QVERIFY(s.sign());
    QVERIFY(QTest::qWaitFor([&] { return s.given() && s.given()->isThere(); }));
    const auto opened = s.open(s.given()->code().toStdString());
    QVERIFY(opened);
    QCOMPARE(opened->size(), std::size_t{2});
    QCOMPARE(s.screen.warnings(), QStringList());
}

APRICOT_SCREEN_TEST(test_sharing)
#include "test_sharing.moc"
