// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/system_random.h"
#include "exchange/code_file.h"
#include "flows/patient/preset.h"
#include "program/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace apricot;

namespace {

RecordRow row(std::uint8_t number, Kind kind, std::uint8_t level, UnixTime date = 1000) {
    RecordRow out;
    out.id.bytes.fill(number);
    out.kind = kind;
    out.level = level;
    out.dated = date != 0;
    out.date = date;
    return out;
}

std::set<RecordId> openedBy(const Scope &scope, const std::vector<RecordRow> &all) {
    std::set<RecordId> out;
    for (const RecordRow &one : all)
        if (opens(scope, {one.id, one.kind, one.level, one.dated, one.date})) out.insert(one.id);
    return out;
}

} // namespace

class TestPreset : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aDayBeginsAtThePersonsMidnight() {
        // 2026-03-01T16:30:00Z is 00:30 of 2 March in Shanghai, 11:30 of 1 March in New York.
        constexpr UnixTime time = 1772382600;
        QCOMPARE(startOfDay(time, 480), time - 1800);
        QCOMPARE(startOfDay(time, -300), time - 41400);
        QCOMPARE(startOfDay(-1, 0), UnixTime{-86400});
        const Scope visit = scopeOf(Preset::ThisVisit, time, 480);
        QCOMPARE(*visit.from, startOfDay(time - visitReach, 480));
        QCOMPARE(visit.kinds, allKinds);
        // An allergy of ten years ago, a medicine, an illness: asked for at every visit.
        for (const Kind kind : {Kind::Allergy, Kind::Medication, Kind::Condition})
            QVERIFY(opens(visit, {{}, kind, 1, false, 0}));
        QVERIFY(!opens(visit, {{}, Kind::LabResult, 1, true, time - 10 * 365 * UnixTime{86400}}));
        QCOMPARE(visit.level, usualLevel);
    }
    void presetsHaveNames() {
        QVERIFY(presetNamed("this-visit") == Preset::ThisVisit);
        QVERIFY(presetNamed("everything") == Preset::Everything);
        QVERIFY(!presetNamed("Everything"));
        QVERIFY(!presetNamed(""));
    }
    void timesReadEasily() {
        ShareChoice choice;
        setTimes(choice, 1001, lifeOnScreen, usualKeep);
        QCOMPARE(choice.expiry % 60, UnixTime{0});
        QVERIFY(choice.expiry >= 1001 + lifeOnScreen && choice.expiry < 1061 + lifeOnScreen);
        setTimes(choice, 1001, 30, usualKeep);
        QCOMPARE(choice.expiry, UnixTime{1031});
        setTimes(choice, 1001, 40 * 86400, 86400); // not erased before it can be opened
        QCOMPARE(choice.eraseBy, choice.expiry);
    }
    void exactlyWhatIsWantedIsOpened() {
        SeededRandom random{7};
        const auto upTo = [&](unsigned n) {
            std::array<std::uint8_t, 1> one{};
            random.fill(one);
            return one[0] % n;
        };
        for (int round = 0; round < 2000; ++round) {
            Scope base;
            base.level = static_cast<std::uint8_t>(1 + upTo(5));
            base.kinds = static_cast<std::uint16_t>(upTo(8) + 8 * upTo(2));
            if (upTo(2)) {
                base.from = 500;
                if (base.kinds != 0 && upTo(2))
                    base.alwaysKinds = static_cast<std::uint16_t>(upTo(16));
            }
            std::vector<RecordRow> all;
            std::set<RecordId> wanted;
            Scope any = base;
            any.level = 5;
            for (std::uint8_t i = 1; i < 12; ++i) {
                RecordRow one = row(i, static_cast<Kind>(1 + upTo(4)),
                                    static_cast<std::uint8_t>(1 + upTo(5)), upTo(3) * 400);
                if (upTo(4) == 0)
                    base.records.push_back(nameOf(one.id)), any.records = base.records;
                if (!opens(any, {one.id, one.kind, one.level, one.dated, one.date})) continue;
                if (upTo(3)) wanted.insert(one.id);
                all.push_back(std::move(one));
            }
            const auto scope = scopeOpening(wanted, all, base);
            QVERIFY(scope.ok());
            QCOMPARE(openedBy(*scope, all), wanted);
        }
    }
    void wholeKindsStayKinds() {
        Scope base;
        base.kinds = 0b1100;
        base.level = 3;
        const std::vector all = {row(1, Kind::Medication, 1), row(2, Kind::Medication, 2),
                                 row(3, Kind::Allergy, 1), row(4, Kind::Allergy, 4)};
        const auto same = scopeOpening({all[0].id, all[1].id, all[2].id}, all, base);
        QVERIFY(same.ok());
        QVERIFY(*same == base);
        const auto one = scopeOpening({all[0].id, all[2].id}, all, base);
        QCOMPARE(int{one->kinds}, 0b1100);
        QCOMPARE(one->struckOut, std::vector{nameOf(all[1].id)});
        QVERIFY(one->records.empty());
        // What is very private comes in, and takes nothing else along.
        const auto named = scopeOpening({all[0].id, all[1].id, all[3].id}, all, base);
        QCOMPARE(int{named->kinds}, 0b1100);
        QCOMPARE(named->struckOut, std::vector{nameOf(all[2].id)});
        QCOMPARE(int{named->level}, 4);
    }
    void tooManySingleRecordsAreRefused() {
        std::vector<RecordRow> all;
        std::set<RecordId> wanted;
        for (int i = 0; i < 2004; ++i) {
            RecordRow one = row(1, Kind::LabResult, 1);
            one.id.bytes[0] = static_cast<std::uint8_t>(i);
            one.id.bytes[1] = static_cast<std::uint8_t>(i / 256);
            if (i % 2 == 0) wanted.insert(one.id);
            all.push_back(one);
        }
        Scope base;
        base.kinds = 1;
        base.level = 3;
        QCOMPARE(scopeOpening(wanted, all, base).error().code, ErrorCode::TooManyNamed);
    }
    void aCodeFileHoldsACodeOnly() {
        QTemporaryDir folder;
        const std::filesystem::path file =
            folder.filePath(QStringLiteral("a.apricot")).toStdString();
        QVERIFY(writeCodeFile(file, "APRICOT:1:ABC").ok());
        QCOMPARE(*readCodeFile(file), std::string("APRICOT:1:ABC"));
        const std::vector<std::string> bad = {"",
                                              "apricot:1:ABC",
                                              "APRICOT:1:A\nB",
                                              "APRICOT:\x01",
                                              std::string("APRICOT:1:A\0B", 13),
                                              "\x89PNG"};
        for (const std::string &content : bad) {
            std::ofstream(file, std::ios::binary) << content;
            QCOMPARE(readCodeFile(file).error().code, ErrorCode::NotACodeFile);
        }
        std::ofstream(file) << "APRICOT:1:" + std::string(largestCodeFile, 'A');
        QCOMPARE(readCodeFile(file).error().code, ErrorCode::FileUnreadable);
        std::ofstream(file) << "APRICOT:1:ABC\r\n";
        QCOMPARE(*readCodeFile(file), std::string("APRICOT:1:ABC"));
    }
};

APRICOT_TEST(TestPreset)
#include "test_preset.moc"
