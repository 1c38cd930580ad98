// SPDX-License-Identifier: GPL-3.0-or-later
#include "example_grant.h"

#include "consent/text.h"
#include "crypto/crypto.h"
#include "program/test_program.h"

#include <QTest>

#include <functional>
#include <set>

using namespace apricot;

namespace {

Code codeFor(std::string_view name) {
    const auto text = consentText(exampleGrant(), name);
    return text ? Code::None : text.error().code;
}

} // namespace

class TestConsentText : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    // The words of version 1 are signed by hash: they never change.
    void theWordsOfVersion1() {
        Grant grant = exampleGrant();
        grant.closed.scope.from = 1709222400;  // 2024-03-01 00:00 +08:00
        grant.closed.scope.until = 1772294400; // 2026-03-01 00:00 +08:00
        const auto text = consentText(grant, "Wujin Hospital");
        QVERIFY(text.ok());
        QCOMPARE(text->english,
                 std::string("Let Wujin Hospital see your lab results and medicines from 1 March "
                             "2024 and before 1 March 2026, for treatment. Records above "
                             "sensitivity level 3 of 5 stay closed. They may open this once, "
                             "between 5:00 pm and 5:15 pm on 1 March 2026 (UTC+08:00), and must "
                             "erase their copy by 5:15 pm on 2 March 2026."));
        QCOMPARE(
            text->chinese,
            std::string("允许“Wujin Hospital”查看您的2024年3月1日起、2026年3月1日之前的化验结果"
                        "、用药，用于诊疗。敏感级别高于3级（共5级）的记录不开放。对方可在2026年3"
                        "月1日17:00到17:15之间（UTC+08:00）最多打开1次，并须在2026年3月2日17:15"
                        "之前删除其副本。"));
        grant.open.expiry += 86400;
        QVERIFY(consentText(grant, "Clinic")
                    ->english.find("between 5:00 pm on 1 March 2026 and 5:15 pm on 2 March 2026")
                != std::string::npos);
    }

    // And so are those of version 2.
    void theWordsOfVersion2() {
        Grant grant = exampleGrant();
        grant.closed.textVersion = 2;
        const auto text = consentText(grant, "Wujin Hospital");
        QVERIFY(text.ok());
        QCOMPARE(text->english,
                 std::string("Let Wujin Hospital see your lab results and medicines, for "
                             "treatment. Private and most private records stay closed. They may "
                             "open this once, between 5:00 pm and 5:15 pm on 1 March 2026 "
                             "(Beijing time), and must erase their copy by 5:15 pm on 2 March "
                             "2026."));
        QCOMPARE(text->chinese,
                 std::string("允许“Wujin Hospital”查看您的化验结果、用药，用于诊疗。私密和最私密"
                             "的记录不开放。对方可在2026年3月1日17:00到17:15之间（北京时间）最多"
                             "打开1次，并须在2026年3月2日17:15之前删除其副本。"));
        grant.closed.utcOffsetMinutes = -300;
        QVERIFY(consentText(grant, "Clinic")->english.find("(UTC-05:00)") != std::string::npos);
        const auto said = [&](std::uint8_t level, std::string_view english,
                              std::string_view chinese) {
            grant.closed.scope.level = level;
            const auto words = consentText(grant, "Clinic");
            return words->english.find(english) != std::string::npos
                   && words->chinese.find(chinese) != std::string::npos;
        };
        QVERIFY(said(5, "Even the most private records are among them.", "包括最私密的记录"));
        QVERIFY(said(4, "The most private records stay closed.", "。最私密的记录不开放"));
        QVERIFY(said(2, "Only open and everyday records", "只开放公开和日常的记录"));
        QVERIFY(said(1, "Only records that could not harm you", "对您无害的记录"));
    }

    void theClinicGetsTheSameHashFromTheGrant() {
        Grant grant = largeGrant();
        grant.closed.textHash = consentText(grant, "武进医院")->hash();
        const auto made = signGrant(grant, signingKeyOf(1));
        const auto back = verifyGrant(*made);
        QVERIFY(back.ok());
        QVERIFY(consentText(*back, "武进医院")->hash() == back->closed.textHash);
        QVERIFY(consentText(*back, "武进医院二")->hash() != back->closed.textHash);
    }

    void whateverMattersChangesTheWords() {
        using G = Grant &;
        const std::vector<std::function<void(G)>> changes = {
            [](G) {},
            [](G g) { g.open.notBefore -= 1; },
            [](G g) { g.open.expiry += 60; },
            [](G g) { g.open.uses = 2; },
            [](G g) { g.open.uses = 3; },
            [](G g) { g.open.purpose = Purpose::Research; },
            [](G g) { g.closed.scope.level = 5; },
            [](G g) { g.closed.scope.level = 4; },
            [](G g) { g.closed.scope.kinds = allKinds; },
            [](G g) { g.closed.scope.kinds = 1; },
            [](G g) { g.closed.scope.from = 0; },
            [](G g) { g.closed.scope.until = 0; },
            [](G g) { g.closed.scope.from = 1; },
            [](G g) { g.closed.scope.records.resize(1); },
            [](G g) { g.closed.scope.records.resize(2); },
            [](G g) {
                g.closed.scope.records.resize(2);
                g.closed.scope.kinds = 0;
            },
            [](G g) { g.closed.eraseBy = 0; },
            [](G g) { g.closed.utcOffsetMinutes = -210; },
            [](G g) { g.open.delegations.resize(1); },
        };
        std::set<std::string> english, chinese;
        for (const auto &change : changes) {
            Grant grant = exampleGrant();
            change(grant);
            const auto text = consentText(grant, "Clinic");
            QVERIFY(text.ok());
            english.insert(text->english);
            chinese.insert(text->chinese);
        }
        QCOMPARE(english.size(), changes.size());
        QCOMPARE(chinese.size(), changes.size());
    }

    void everyKindAndPurposeHasItsWords() {
        std::set<std::string> seen;
        for (unsigned kind = 0; kind < kindCount; ++kind)
            for (unsigned purpose = 1; purpose <= 7; ++purpose) {
                Grant grant = exampleGrant();
                grant.closed.scope.kinds = static_cast<std::uint16_t>(1U << kind);
                grant.open.purpose = static_cast<Purpose>(purpose);
                const auto text = consentText(grant, "Clinic");
                QVERIFY(text.ok());
                seen.insert(text->english);
                seen.insert(text->chinese);
            }
        QCOMPARE(seen.size(), std::size_t(2 * kindCount * 7));
    }

    void aNameThatCouldFakeTheTextIsRefused() {
        QCOMPARE(codeFor("Wujin Hospital"), Code::None);
        QCOMPARE(codeFor("武进人民医院"), Code::None);
        QCOMPARE(codeFor("Hôpital \xf0\x9f\x8f\xa5"), Code::None);
        for (const std::string &name :
             {std::string(), std::string(201, 'a'), std::string("a\nb"), std::string("a\0b", 3),
              std::string("a\x7f"), std::string("a\xc2\x85"), std::string("a\u202eb"),
              std::string("a\u200bb"), std::string("a\u2028b"), std::string("\xff"),
              std::string("\xc0\x80"), std::string("\xe4\xb8"), std::string("\xed\xa0\x80"),
              std::string("\xf4\x90\x80\x80"), std::string("\xe0\x80\x80")})
            QVERIFY2(codeFor(name) == Code::ConsentTextUnavailable, toHex(viewOf(name)).c_str());
    }

    void aLaterVersionIsNotGuessed() {
        Grant grant = exampleGrant();
        grant.closed.textVersion = 3;
        const auto text = consentText(grant, "Clinic");
        QVERIFY(!text && text.error().code == Code::ConsentTextUnavailable);
    }
};

APRICOT_TEST(TestConsentText)
#include "test_consent_text.moc"
