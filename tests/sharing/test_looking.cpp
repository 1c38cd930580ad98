// SPDX-License-Identifier: GPL-3.0-or-later
// Letters are looked for by themselves, one clinic after the other, and nothing is asked because
// the record was opened: on the phone, in both languages, type up to 200 %.
#include "sharing/looking.h"
#include "sharing/stage.h"

#include "flows/clinic/write_back.h"
#include "flows/patient/inbox.h"
#include "flows/patient/looked_after.h"
#include "flows/patient/parcel.h"
#include "net/http.h"
#include "program/test_program.h"
#include "screen/speaking.h"
#include "sharing/grants.h"
#include "sharing/letters.h"

#include <algorithm>

using namespace apricot;
using test::Clinic;
using test::say;
using test::Stage;

namespace {

// A ledger on others' machines whose one node counts what it is asked, and is of no help.
struct SilentNode {
    std::atomic<int> asked = 0;
    std::unique_ptr<net::HttpServer> server;

    [[nodiscard]] bool serve() {
        auto made = net::serveHttp(
            {}, [](const net::HttpRequest &, std::uint64_t) { return net::Judgement{}; },
            [this](net::HttpRequest &) {
                ++asked;
                return net::HttpAnswer{503, {}};
            });
        if (made) server = std::move(*made);
        return server != nullptr;
    }
    [[nodiscard]] bool describe(const QString &file, const std::string &chain) const {
        QFile out(file);
        const QString words =
            QStringLiteral("{\"nodes\":[\"http://127.0.0.1:%1\"],\"chain\":\"%3\",")
            + QStringLiteral("\"ledger_key\":\"%2\"}");
        const QByteArray raw =
            words.arg(server->port())
                .arg(QString(64, QLatin1Char('1')), QString::fromStdString(chain))
                .toUtf8();
        return out.open(QIODevice::WriteOnly) && out.write(raw) == raw.size();
    }
};

// The clinic was given a permission, opened it and wrote back.
bool letterFrom(const Clinic &clinic, const std::string &id, Stage &s, Vault &vault,
                Mailbox &mailbox) {
    const auto wallet = Wallet::fromSeed((*vault.get(spaces::wallet, "seed"))->view());
    ShareChoice choice;
    choice.clinic = clinic.organisation.id;
    choice.scope.kinds = 8;
    choice.scope.level = 3;
    choice.expiry = s.clock.now() + 900;
    choice.uses = 1;
    auto rehearsal = rehearse(vault, *s.ledger, choice, s.clock, s.random);
    if (!rehearsal) return false;
    const auto given = share(vault, *wallet, mailbox, std::move(*rehearsal), s.random);
    if (!given) return false;
    // As if its arrival had not been heard of: it is left again.
    if (!keepParcel(vault, verifyGrant(*given)->open.id, given->package)) return false;
    const auto visit = inspect(grantToText(*given), *s.ledger);
    const std::string result =
        R"({"resourceType":"Observation","status":"final","code":{"text":"Potassium"},)"
        R"("subject":{"reference":"Patient/p"},"effectiveDateTime":"2026-11-25",)"
        R"("valueQuantity":{"value":4.2,"unit":"mmol/L"},"id":"letter-)"
        + id + "\"}";
    return visit && redeem(*visit, clinic.desk, *s.ledger, s.clock, s.random)
           && writeBack(*visit, clinic.desk, LetterKind::Result, {result}, *s.ledger, mailbox,
                        s.clock);
}

// What is asked about by itself: what it is, and whose.
struct Thing {
    OrganisationId clinic;
    char what = 0; // inbox, permission, its key
    auto operator<=>(const Thing &) const = default;
};

// What was asked about so far, by what the vault keeps of it.
Result<std::set<Thing>> thingsIn(Vault &vault) {
    std::set<Thing> out;
    APRICOT_TRY_ASSIGN(given, grantsGiven(vault));
    for (const Given &one : given) {
        const GrantPublic &open = one.grant.open;
        APRICOT_TRY_ASSIGN(looked, lastLooked(vault, open.audience));
        if (looked) out.insert({open.audience, 'i'});
        APRICOT_TRY_ASSIGN(kept, keptOpening(one.grant, vault));
        if (kept) out.insert({open.audience, 'g'});
        Witness witness(vault);
        APRICOT_TRY(untoldBy(witness, open.subject, {{open.signer, open.id}}));
        if (!witness.isMissing()) out.insert({open.audience, 's'});
    }
    return out;
}

std::optional<std::set<Thing>> thingsKnown(Person &person) {
    std::optional<std::set<Thing>> out;
    person.look<std::set<Thing>>(&person, thingsIn,
                                 [&](std::set<Thing> &&things) { out = std::move(things); });
    return QTest::qWaitFor([&] { return out.has_value(); }) ? out : std::nullopt;
}

std::size_t parcelsIn(Person &person) {
    std::size_t out = 99;
    person.look<std::size_t>(&person, parcelsWaiting,
                             [&](std::size_t &&waiting) { out = waiting; });
    return QTest::qWaitFor([&] { return out != 99; }) ? out : 99;
}

} // namespace

class test_looking : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }
    void cleanup() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }
    void eachClinicAtItsOwnMoment_data();
    void eachClinicAtItsOwnMoment();
};

void test_looking::eachClinicAtItsOwnMoment_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<double>("scale");
    QTest::newRow("en-phone") << "en" << 1.0;
    QTest::newRow("en-phone-200") << "en" << 2.0;
    QTest::newRow("zh-phone-200") << "zh_CN" << 2.0;
}

void test_looking::eachClinicAtItsOwnMoment() {
    QFETCH(const QString, language);
    QFETCH(const double, scale);
    const test::Speaking speaking(language);
    FixedClock clock(SystemClock().now());
    SeededRandom random(7);
    SilentNode node;
    Stage s(QSize(360, 640));
    QQuickWindow *window = s.screen.window();
    window->setProperty("typeScale", scale);
    {
        const auto vault = Vault::open(s.at("person/person.vault").toStdString(),
                                       test::secretPassphrase(), s.random, s.clock);
        auto mailbox = s.openMailbox();
        QVERIFY(vault.ok() && mailbox.ok());
        QVERIFY(letterFrom(s.hospital, "one", s, **vault, **mailbox));
        QVERIFY(letterFrom(s.enlist("Benniu Clinic", 5), "two", s, **vault, **mailbox));
    }
    const QString others = s.at("others.json");
    QVERIFY(node.serve() && node.describe(others, s.ledger->chainId()));
    window->setProperty("ledger", others);
    // Time is played: the window's own looks after nobody.
    window->property("looking").value<Looking *>()->setPerson(nullptr);
    Looking looking(clock, random);
    QVERIFY(window->setProperty("looking", QVariant::fromValue(&looking)));
    looking.setPerson(s.person());
    const auto lookAt = [&](const char *name) {
        const QString as = QStringLiteral("sharing-looking-")
                           + QString::fromLatin1(QTest::currentDataTag()) + u'-'
                           + QString::fromLatin1(name);
        QVERIFY(s.screen.picture(as));
        const QStringList faults = s.screen.faults();
        QVERIFY2(faults.isEmpty(), qPrintable(as + QStringLiteral(": ") + faults.join(u'\n')));
    };
    auto *timer = looking.findChild<QTimer *>(QStringLiteral("looking"));
    QVERIFY(timer);
    const auto fiveSeconds = [&] {
        clock.advance(5);
        QMetaObject::invokeMethod(timer, "timeout");
        return QTest::qWaitFor([&] { return !s.person()->isBusy(); });
    };

    QVERIFY(s.show("letters"));
    QVERIFY(s.unlock());
    QVERIFY(s.screen.waitFor(say("LettersPage", "Look at all clinics now")));
    QCOMPARE(looking.clinics(), 2);
    QVERIFY(looking.minutes() >= 1 && looking.minutes() <= 15);
    QVERIFY(s.screen.waitForText(say("LettersPage",
                                     "Looked for by itself while Apricot is open, one clinic after "
                                     "the other at random moments; the first in about %1 min.")
                                     .arg(looking.minutes())));
    QTRY_VERIFY(!s.person()->isBusy());
    QCOMPARE(node.asked, 0);
    lookAt("opened");

    // Nor do the permissions' pages ask, and what was never looked after is not called unopened.
    const auto choose = [&] {
        QQuickItem *list = s.screen.waitFor(say("SharedPage", "Permissions I gave"));
        auto *grants = window->findChild<Grants *>();
        if (!list || !grants || !QTest::qWaitFor([&] { return grants->count() == 2; }))
            return false;
        const bool isFirst = grants->data(grants->index(0), Grants::Clinic) == s.clinicName();
        return QMetaObject::invokeMethod(list, "positionViewAtIndex", Q_ARG(int, isFirst ? 0 : 1),
                                         Q_ARG(int, 0)) // at the top
               && s.screen.press(s.clinicName());
    };
    QVERIFY(s.show("shared"));
    QVERIFY(s.screen.waitFor(say("LookNow", "Look at all permissions now")));
    QVERIFY(s.screen.waitForText(say("SharedPage", "Who may see my records, and who did")));
    lookAt("permissions-before");
    QVERIFY(choose());
    QTRY_VERIFY(s.given() && s.given()->isThere() && !s.person()->isBusy());
    QCOMPARE(s.given()->state(), GivenGrant::Asking);
    lookAt("permission-before");
    QVERIFY(s.screen.press(say("GrantView", "Show its code again")));
    QVERIFY(s.screen.waitForText(
        say("CodeView", "This device has not looked yet whether it was opened.")));
    lookAt("code");
    QVERIFY(s.screen.press(say("CodeView", "Done")));
    QVERIFY(s.screen.press(say("GrantView", "Back to all permissions")));
    QTRY_VERIFY(!s.person()->isBusy());
    QCOMPARE(node.asked, 0);
    QVERIFY(s.show("letters"));
    QVERIFY(s.screen.waitFor(say("LettersPage", "Look at all clinics now")));

    // Within the quarter of an hour no more than one clinic's three things were asked about, each
    // at its own moment; that the node was of no help is told to nobody.
    int moments = 0;
    const UnixTime opened = clock.now();
    while (clock.now() <= opened + gateway::PollSchedule::within) {
        const int before = node.asked;
        QVERIFY(fiveSeconds());
        if (node.asked != before) ++moments;
    }
    QVERIFY2(moments == 2 || moments == 3, qPrintable(QString::number(moments)));
    QCOMPARE(s.person()->problem(), QString());
    QCOMPARE(looking.looked(), QString());
    QVERIFY(looking.isDirect());
    QVERIFY(s.screen.waitForText(
        say("LettersPage", "No second hospital's computer can carry the questions: they go "
                           "directly, and the hospitals' computers can see that they come from one "
                           "address.")));
    lookAt("direct");

    // Now one that answers. What was asked about the vault tells: in each step one thing, in each
    // half an hour one clinic's.
    std::map<UnixTime, std::set<Thing>> learnt;
    // Of two clinics' letters the next moment brings one.
    auto *letters = window->findChild<Letters *>();
    QVERIFY(letters && letters->property("count").toInt() == 0);
    const auto untilThat = [&](const std::function<bool()> &done) {
        auto known = thingsKnown(*s.person());
        if (!known) return false;
        for (int i = 0; i <= 4 * gateway::PollSchedule::turn && !done(); i += 20) {
            window->setProperty("ledger", s.at("ledger")); // is asked in the others' place
            clock.advance(20);
            QMetaObject::invokeMethod(timer, "timeout");
            window->setProperty("ledger", others);
            if (!QTest::qWaitFor([&] { return !s.person()->isBusy(); })) return false;
            auto more = thingsKnown(*s.person());
            if (!more || more->size() > known->size() + 1) return false;
            std::set<Thing> &ofTurn = learnt[(clock.now() - opened) / gateway::PollSchedule::turn];
            std::ranges::set_difference(*more, *known, std::inserter(ofTurn, ofTurn.end()));
            known = std::move(more);
        }
        return done();
    };
    QVERIFY(untilThat([&] { return letters->property("count").toInt() == 1; }));
    QCOMPARE(letters->property("count").toInt(), 1);
    QVERIFY(s.screen.waitFor(QStringLiteral("Potassium")));
    QCOMPARE(looking.looked(), QString());            // the other's never was
    QCOMPARE(parcelsIn(*s.person()), std::size_t{1}); // nor was its package left
    // A folder on this machine calls nobody: nothing is spread, and all are looked into when asked.
    window->setProperty("ledger", s.at("ledger"));
    looking.reload();
    QTRY_COMPARE(looking.minutes(), 0);
    QVERIFY(!looking.isDirect());
    QVERIFY(s.screen.press(say("LettersPage", "Look for new letters")));
    QTRY_COMPARE(letters->property("count").toInt(), 2);
    QCOMPARE(parcelsIn(*s.person()), std::size_t{0});
    QTRY_VERIFY(!looking.looked().isEmpty());
    QVERIFY(s.screen.waitForText(say("LettersPage", "Last looked: %1").arg(looking.looked())));
    s.person()->dismiss();
    window->setProperty("ledger", others);
    looking.reload();
    QVERIFY(s.screen.waitFor(say("LettersPage", "Look at all clinics now")));
    lookAt("looked");

    // The page of permissions asks nobody either: it shows what was proven when each was looked
    // after, and as of when.
    const int asked = node.asked;
    QVERIFY(s.show("shared"));
    QVERIFY(s.screen.waitFor(say("LookNow", "Look at all permissions now")));
    auto *grants = window->findChild<Grants *>();
    QVERIFY(grants);
    QTRY_COMPARE(grants->count(), 2);
    const auto known = [&] {
        int out = 0;
        for (int row = 0; row < 2; ++row)
            out += grants->data(grants->index(row), Grants::State).toString() == u"fetch" ? 1 : 0;
        return out;
    };
    QVERIFY(untilThat([&] { return known() == 2; }));
    std::set<Thing> all;
    for (const auto &[turn, things] : learnt) {
        for (const Thing &one : things) QVERIFY(one.clinic == things.begin()->clinic);
        all.insert(things.begin(), things.end());
    }
    QVERIFY(all.size() >= 3); // an inbox and both permissions, and maybe their keys
    QVERIFY(all.begin()->clinic != all.rbegin()->clinic);
    window->setProperty("ledger", others);
    looking.reload();
    QTRY_VERIFY(!s.person()->isBusy());
    lookAt("permissions");
    // One alone likewise. The hospitals' computers are asked when the person says so.
    QQuickItem *list = s.screen.waitFor(say("SharedPage", "Permissions I gave"));
    QVERIFY(list && choose());
    QTRY_VERIFY(s.given() && s.given()->state() == GivenGrant::Fetch);
    QCOMPARE(s.given()->openings()->count(), 1);
    QVERIFY(!s.given()->asOf().isEmpty());
    lookAt("permission");
    QVERIFY(s.screen.press(say("GrantView", "Back to all permissions")));
    QTRY_VERIFY(!s.person()->isBusy());
    QCOMPARE(node.asked, asked);
    QVERIFY(QMetaObject::invokeMethod(list, "positionViewAtBeginning"));
    QVERIFY(s.screen.press(say("LookNow", "Look at all permissions now")));
    QTRY_VERIFY(node.asked > asked && !s.person()->isBusy() && !grants->isAsking());
    QVERIFY(grants->isUnreachable());
    QCOMPARE(known(), 2); // what was known stays
    s.person()->dismiss();

    // Locked: nothing is watched any more.
    const int before = node.asked;
    s.person()->lock();
    QTRY_COMPARE(looking.clinics(), 0);
    QCOMPARE(looking.minutes(), 0);
    for (int i = 0; i < 20; ++i) {
        clock.advance(60);
        QMetaObject::invokeMethod(timer, "timeout");
    }
    QVERIFY(QTest::qWaitFor([&] { return !s.person()->isBusy(); }));
    QCOMPARE(node.asked, before);
    QCOMPARE(s.screen.warnings(), QStringList());
}

APRICOT_SCREEN_TEST(test_looking)
#include "test_looking.moc"
