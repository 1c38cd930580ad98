// SPDX-License-Identifier: GPL-3.0-or-later
// Every opening of a permission on the screen, and of one that was not given with this vault: on
// the phone, in both languages, type up to 200 %.
#include "sharing/stage.h"

#include "program/test_program.h"
#include "screen/speaking.h"
#include "sharing/grants.h"

using namespace apricot;
using test::say;
using test::Stage;

class test_openings : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }
    void cleanup() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }
    void everyOpeningIsShown_data();
    void everyOpeningIsShown();
};

void test_openings::everyOpeningIsShown_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<double>("scale");
    QTest::newRow("en-phone") << "en" << 1.0;
    QTest::newRow("zh-phone-200") << "zh_CN" << 2.0;
}

// Forty openings of one permission; and one that this vault does not have, of the same clinic.
void test_openings::everyOpeningIsShown() {
    QFETCH(const QString, language);
    QFETCH(const double, scale);
    const test::Speaking speaking(language);
    Stage s(QSize(360, 640));
    s.screen.window()->setProperty("typeScale", scale);
    {
        const auto vault = Vault::open(s.at("person/person.vault").toStdString(),
                                       test::secretPassphrase(), s.random, s.clock);
        auto mailbox = s.openMailbox();
        const auto wallet = Wallet::fromSeed((*(*vault)->get(spaces::wallet, "seed"))->view());
        ShareChoice choice;
        choice.clinic = s.hospital.organisation.id;
        choice.scope.kinds = 8;
        choice.scope.level = 3;
        choice.expiry = s.clock.now() + 900;
        for (const std::uint32_t uses : {40U, 2U}) {
            choice.uses = uses;
            auto rehearsal = rehearse(**vault, *s.ledger, choice, s.clock, s.random);
            const auto given = share(**vault, *wallet, **mailbox, std::move(*rehearsal), s.random);
            QVERIFY(given.ok());
            const auto seen = inspect(grantToText(*given), *s.ledger);
            for (std::uint32_t i = 0; i < uses; ++i)
                QVERIFY(redeem(*seen, s.hospital.desk, *s.ledger, s.clock, s.random).ok());
            if (uses == 2)
                QVERIFY((*vault)->remove(spaces::grants, toHex(seen->grant.open.id.view())).ok());
        }
    }
    const auto lookAt = [&](const char *name) {
        const QString as = QStringLiteral("sharing-openings-")
                           + QString::fromLatin1(QTest::currentDataTag()) + u'-'
                           + QString::fromLatin1(name);
        QVERIFY(s.screen.picture(as));
        const QStringList faults = s.screen.faults();
        QVERIFY2(faults.isEmpty(), qPrintable(as + QStringLiteral(": ") + faults.join(u'\n')));
    };
    QVERIFY(s.show("shared"));
    QVERIFY(s.unlock());
    const auto grants = [&] { return s.screen.window()->findChild<Grants *>(); };
    QVERIFY(QTest::qWaitFor([&] { return grants() && grants()->count() == 2; }));
    QCOMPARE(grants()->data(grants()->index(1), Grants::State).toString(),
             QStringLiteral("untold"));
    QCOMPARE(grants()->data(grants()->index(1), Grants::Used).toInt(), 2);
    QVERIFY(s.screen.waitForText(say("Grants", "Not given on this device")));
    lookAt("list");
    QVERIFY(s.screen.press(s.clinicName()));
    QVERIFY(QTest::qWaitFor([&] { return s.given() && s.given()->openings()->count() == 40; }));
    QTest::qWait(100); // until every line has its place
    // By keys alone: to the list, which comes into view, and down to the first opening of all.
    QVERIFY(s.screen.tabTo(say("OpeningsList", "Who opened it when")));
    QQuickItem *list = s.screen.window()->activeFocusItem();
    QVERIFY(list->mapToScene({0, list->height()}).y() <= s.screen.window()->height());
    lookAt("forty");
    const auto scrolled = [&] {
        return list->property("contentY").toReal() - list->property("originY").toReal();
    };
    const auto below = [&] {
        return list->property("contentHeight").toReal() - list->height() - scrolled();
    };
    QVERIFY(scrolled() < 1 && below() > list->height());
    for (int i = 0; i < 20 && below() > 1; ++i) QTest::keyClick(s.screen.window(), Qt::Key_Down);
    QVERIFY2(below() < 1, qPrintable(QString::number(below())));
    lookAt("first-of-all");
    for (int i = 0; i < 20 && scrolled() > 0; ++i) QTest::keyClick(s.screen.window(), Qt::Key_Up);
    QVERIFY2(scrolled() <= 0, qPrintable(QStringLiteral("%1 from %2")
                                             .arg(list->property("contentY").toReal())
                                             .arg(list->property("originY").toReal())));
    QVERIFY(s.screen.press(say("GrantView", "Back to all permissions")));
    QVERIFY(QTest::qWaitFor([&] { return grants()->count() == 2 && !grants()->isAsking(); }));
    const std::function<QQuickItem *(QQuickItem *)> untold = [&](QQuickItem *item) -> QQuickItem * {
        if (item->property("grantState") == QStringLiteral("untold")) return item;
        for (QQuickItem *child : item->childItems())
            if (QQuickItem *found = untold(child)) return found;
        return nullptr;
    };
    QQuickItem *rows = s.screen.waitFor(say("SharedPage", "Permissions I gave"));
    QVERIFY(rows);
    QMetaObject::invokeMethod(rows, "positionViewAtEnd");
    QQuickItem *row = nullptr;
    QVERIFY(QTest::qWaitFor([&] { return (row = untold(rows)) != nullptr; }));
    row->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(s.screen.window(), Qt::Key_Return);
    QVERIFY(s.screen.waitForText(say("UntoldView", "Opened; what it opened is not told here.")));
    QCOMPARE(grants()->chosen()->count(), 2);
    lookAt("untold");
    QVERIFY(s.screen.press(say("UntoldView", "Back to all permissions")));
    QVERIFY(s.screen.waitFor(s.clinicName()));
    QCOMPARE(s.screen.warnings(), QStringList());
}

APRICOT_SCREEN_TEST(test_openings)
#include "test_openings.moc"
