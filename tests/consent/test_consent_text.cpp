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

ErrorCode codeFor(std::string_view name) {
    const auto text = consentText(exampleGrant(), name);
    return text ? ErrorCode::None : text.error().code;
}

bool says(const Grant &grant, std::string_view english, std::string_view chinese) {
    const auto text = consentText(grant, "Clinic");
    return text && text->english.find(english) != std::string::npos
           && text->chinese.find(chinese) != std::string::npos;
}

} // namespace

class TestConsentText : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    // The words of version 1 are signed by hash: they never change.
    void theWordsOfVersion1() {
        Grant grant = exampleGrant();
        const auto text = consentText(grant, "Wujin Hospital");
        QVERIFY(text.ok());
        QCOMPARE(text->english,
                 std::string("Let Wujin Hospital see your lab results and medicines, for "
                             "treatment. Private and most private records stay closed. No other "
                             "hospital helps to guard the key: whether you are shown every time "
                             "they open this depends on their honesty. They may open this once, "
                             "between 5:00 pm and 5:15 pm on 1 March 2026 (Beijing time). For 24 "
                             "hours after that they can fetch the same records again. They must "
                             "erase their copy by 5:15 pm on 2 March 2026; what they have written "
                             "into their own files they may keep as long as the law says."));
        QCOMPARE(text->chinese,
                 std::string("允许“Wujin Hospital”查看您的化验结果、用药，用于诊疗。私密和最私密"
                             "的记录不开放。没有别的医院帮您看管钥匙：对方每次打开，您是否都能看"
                             "到，要靠对方诚实。对方可在2026年3月1日17:00到17:15之间（北京时间）"
                             "最多打开1次。每次打开后24小时内，对方可以再次取得同样的记录。对方须"
                             "在2026年3月2日17:15之前删除副本；已写入对方自己档案的内容，对方可依"
                             "法继续保存。"));
        QCOMPARE(toHex(text->hash().view()),
                 std::string("a137a735eed646719b014ec03073b2f0daf7682bce0977ee70c674f3e96c083a"));
        grant.closed.utcOffsetMinutes = -300;
        QVERIFY(consentText(grant, "Clinic")->english.find("(UTC-05:00)") != std::string::npos);
        grant.closed.utcOffsetMinutes = 480;
        grant.open.expiry += 86400;
        QVERIFY(consentText(grant, "Clinic")
                    ->english.find("between 5:00 pm on 1 March 2026 and 5:15 pm on 2 March 2026")
                != std::string::npos);
        const auto said = [&](Level level, std::string_view english, std::string_view chinese) {
            grant.closed.scope.level = level;
            return says(grant, english, chinese);
        };
        QVERIFY(said(5, "Even the most private records are among them.", "包括最私密的记录"));
        QVERIFY(said(4, "The most private records stay closed.", "。最私密的记录不开放"));
        QVERIFY(said(2, "Only open and everyday records", "只开放公开和日常的记录"));
        QVERIFY(said(1, "Only records that cannot harm you", "谁看到都不会对您不利"));
    }

    void theWordsOfEverythingThatAScopeCanSay() {
        Grant grant = largeGrant(); // 2024-03-01 00:00 to 2026-03-01 00:00, +08:00
        grant.closed.shareHolders = 3;
        grant.closed.scope.struckOut.resize(2);
        const auto text = consentText(grant, "Wujin Hospital");
        QVERIFY(text.ok());
        QCOMPARE(text->english,
                 std::string("Let Wujin Hospital see your records of every kind from 1 March 2024 "
                             "and before 1 March 2026 and, whatever their date, your medicines, "
                             "allergies and illnesses, without 2 records that you struck out, and "
                             "also 12 records chosen one by one, for treatment. Private and most "
                             "private records stay closed. Each time they open this, it is "
                             "recorded first, where you can see it: 3 other organisations each "
                             "guard a part of the key until then. They may open this once, "
                             "between 5:00 pm and 5:15 pm on 1 March 2026 (Beijing time). For 24 "
                             "hours after that they can fetch the same records again. They must "
                             "erase their copy by 5:15 pm on 2 March 2026; what they have written "
                             "into their own files they may keep as long as the law says."));
        QCOMPARE(text->chinese,
                 std::string("允许“Wujin Hospital”查看您的2024年3月1日起、2026年3月1日之前的所有"
                             "类别的记录，以及不限日期的用药、过敏、疾病诊断（您划去的2条除外），"
                             "以及逐条选定的12条记录，用于诊疗。私密和最私密的记录不开放。对方每"
                             "次打开，都要先留下您看得到的记录：在那之前，钥匙由另外3家机构各看"
                             "管一份。对方可在2026年3月1日17:00到17:15之间（北京时间）最多打开1"
                             "次。每次打开后24小时内，对方可以再次取得同样的记录。对方须在2026年"
                             "3月2日17:15之前删除副本；已写入对方自己档案的内容，对方可依法继续保"
                             "存。"));
        QCOMPARE(toHex(text->hash().view()),
                 std::string("de77346d7129241cf5dfa3fcffac102fbc768b56f92966915cf8b399e62de965"));
        grant.closed.scope.struckOut.resize(1);
        QVERIFY(says(grant, ", without 1 record that you struck out,", "（您划去的1条除外）"));
    }

    void whoDecidesForWhomIsSaid() {
        Grant grant = exampleGrant();
        grant.open.delegations.resize(1);
        QVERIFY(says(grant,
                     "These are not your own records. Their owner lets you decide, "
                     "and can see that you did. Let Clinic see their lab results",
                     "这不是您自己的记录。记录本人委托您代为决定，本人看得到您的决定。允许“Clinic”"
                     "查看记录本人的化验结果"));
        grant.open.delegations.resize(2);
        QVERIFY(says(grant,
                     "Their owner let somebody else decide, who lets you decide now; "
                     "their owner can see that you did. Let Clinic see their lab results",
                     "记录本人委托了另一个人，那个人又委托了您；本人看得到您的决定。"));
    }

    // The sets of version 1, in its own words: a 14th kind and an 8th purpose belong to another
    // version, and change no word of this one.
    void everyKindMeansThoseOfTheVersion() {
        constexpr std::uint16_t all13 = 0x1fff;
        Grant grant = exampleGrant();
        grant.closed.scope.kinds = all13;
        QVERIFY(says(grant, "your records of every kind,", "您的所有类别的记录，"));
        grant.closed.scope.kinds = all13 & ~(1U << 12U);
        QVERIFY(says(grant,
                     "your lab results, vital signs, medicines, allergies, illnesses, "
                     "vaccinations, procedures, visits, scans, documents, care plans and personal "
                     "details, for",
                     "您的化验结果、生命体征、用药、过敏、疾病诊断、疫苗接种、手术和操作、就诊、"
                     "影像检查、文书资料、照护计划、个人信息，用于"));
        for (const std::uint16_t kinds : std::to_array<std::uint16_t>({0x2000, 0x3fff, 0x2001})) {
            Grant later = exampleGrant();
            later.closed.scope.kinds = kinds;
            QCOMPARE(consentText(later, "Clinic").error().code, ErrorCode::ConsentTextUnavailable);
            later.closed.scope.kinds = all13;
            later.closed.scope.alwaysKinds = kinds;
            QCOMPARE(consentText(later, "Clinic").error().code, ErrorCode::ConsentTextUnavailable);
        }
        Grant later = exampleGrant();
        later.open.purpose = static_cast<Purpose>(8);
        QCOMPARE(consentText(later, "Clinic").error().code, ErrorCode::ConsentTextUnavailable);
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
            [](G g) { g.open.delegations.resize(2); },
            [](G g) { g.closed.scope.struckOut.resize(1); },
            [](G g) { g.closed.scope.struckOut.resize(2); },
            [](G g) {
                g.closed.scope.from = 1;
                g.closed.scope.alwaysKinds = 1;
            },
            [](G g) { g.closed.shareHolders = 3; },
            [](G g) { g.closed.shareHolders = 4; },
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
        QCOMPARE(codeFor("Wujin Hospital"), ErrorCode::None);
        QCOMPARE(codeFor("武进人民医院"), ErrorCode::None);
        QCOMPARE(codeFor("Hôpital \xf0\x9f\x8f\xa5"), ErrorCode::None);
        for (const std::string &name :
             {std::string(), std::string(201, 'a'), std::string("a\nb"), std::string("a\0b", 3),
              std::string("a\x7f"), std::string("a\xc2\x85"), std::string("a\u202eb"),
              std::string("a\u200bb"), std::string("a\u2028b"), std::string("\xff"),
              std::string("\xc0\x80"), std::string("\xe4\xb8"), std::string("\xed\xa0\x80"),
              std::string("\xf4\x90\x80\x80"), std::string("\xe0\x80\x80")})
            QVERIFY2(codeFor(name) == ErrorCode::ConsentTextUnavailable,
                     toHex(viewOf(name)).c_str());
    }

    void aLaterVersionIsNotGuessed() {
        Grant grant = exampleGrant();
        grant.closed.textVersion = 2;
        const auto text = consentText(grant, "Clinic");
        QVERIFY(!text && text.error().code == ErrorCode::ConsentTextUnavailable);
    }
};

APRICOT_TEST(TestConsentText)
#include "test_consent_text.moc"
