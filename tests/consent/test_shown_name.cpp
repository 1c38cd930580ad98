// SPDX-License-Identifier: GPL-3.0-or-later
// Which names an organisation may have: every character, as version 3 of the ledger's rules has it.
// A table of its own on purpose: whoever changes a range forks a ledger.
#include <QTest>

#include "program/test_program.h"
#include "terms/shown_name.h"

using namespace apricot;

namespace {

// Qt's own takes a byte order mark away.
std::string utf8(char32_t point) {
    const auto byte = [](char32_t value) { return static_cast<char>(value); };
    const auto next = [&](unsigned shift) { return byte(0x80 | ((point >> shift) & 0x3f)); };
    if (point < 0x80) return {byte(point)};
    if (point < 0x800) return {byte(0xc0 | (point >> 6)), next(0)};
    if (point < 0x10000) return {byte(0xe0 | (point >> 12)), next(6), next(0)};
    return {byte(0xf0 | (point >> 18)), next(12), next(6), next(0)};
}

bool isIn(std::initializer_list<std::pair<char32_t, char32_t>> ranges, char32_t point) {
    for (const auto &[first, last] : ranges)
        if (first <= point && point <= last) return true;
    return false;
}

bool isRefused(char32_t point) {
    return isIn({{0x00, 0x1f},
                 {0x7f, 0x9f},
                 {0xad, 0xad},
                 {0x61c, 0x61c},
                 {0x180e, 0x180e},
                 {0x200b, 0x200f},
                 {0x2028, 0x202e},
                 {0x2060, 0x206f},
                 {0xfeff, 0xfeff},
                 {0xfff9, 0xfffb},
                 {0x1bca0, 0x1bca3},
                 {0x1d173, 0x1d17a},
                 {0xe0000, 0xe007f}},
                point);
}

bool isRefusedInNames(char32_t point) {
    return isRefused(point)
           || isIn({{0x22, 0x22},       {0xa0, 0xa0},       {0xab, 0xab},       {0xbb, 0xbb},
                    {0x34f, 0x34f},     {0x115f, 0x1160},   {0x1680, 0x1680},   {0x17b4, 0x17b5},
                    {0x180b, 0x180f},   {0x2000, 0x200a},   {0x201c, 0x201f},   {0x202f, 0x202f},
                    {0x2039, 0x203a},   {0x205f, 0x205f},   {0x2800, 0x2800},   {0x3000, 0x3000},
                    {0x300c, 0x300f},   {0x301d, 0x301f},   {0x3164, 0x3164},   {0xfe00, 0xfe0f},
                    {0xfe41, 0xfe44},   {0xff02, 0xff02},   {0xffa0, 0xffa0},   {0xfff0, 0xfff8},
                    {0xe0080, 0xe0fff}, {0xfffc, 0xfffc},   {0x1107f, 0x1107f}, {0x13430, 0x1343f},
                    {0x16fe4, 0x16fe4}, {0x1d159, 0x1d159}, {0xe000, 0xf8ff},   {0xfdd0, 0xfdef},
                    {0xf0000, 0x10ffff}},
                   point)
           || point % 0x10000 >= 0xfffe;
}

bool isUnseen(char32_t point) {
    return isIn({{0x20, 0x20},      {0xa0, 0xa0},     {0x300, 0x36f},   {0x115f, 0x1160},
                 {0x1680, 0x1680},  {0x17b4, 0x17b5}, {0x180b, 0x180d}, {0x180f, 0x180f},
                 {0x1ab0, 0x1aff},  {0x1dc0, 0x1dff}, {0x2000, 0x200a}, {0x202f, 0x202f},
                 {0x205f, 0x205f},  {0x20d0, 0x20ff}, {0x2800, 0x2800}, {0x3000, 0x3000},
                 {0x3164, 0x3164},  {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xffa0, 0xffa0},
                 {0xe0080, 0xe0fff}},
                point);
}

} // namespace

class TestShownName : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyCharacterIsJudgedAsTheRulesHaveIt() {
        for (char32_t point = 0; point <= 0x10ffff; ++point) {
            if (point >= 0xd800 && point < 0xe000) continue;
            const std::string one = utf8(point), within = "杏" + one + "林";
            const auto why = "U+" + QByteArray::number(point, 16);
            QVERIFY2(isUsableName(within) != isRefusedInNames(point), why);
            QVERIFY2(isUsableName(one) == (!isRefusedInNames(point) && !isUnseen(point)), why);
            QVERIFY2((withoutSteering(within) == within) != isRefused(point), why);
        }
    }

    void aNameHasABoundAndIsUtf8() {
        QVERIFY(!isUsableName(""));
        QVERIFY(isUsableName(std::string(longestName, 'a')));
        QVERIFY(!isUsableName(std::string(longestName + 1, 'a')));
        QVERIFY(!isUsableName("葛\U000E0100城医院")); // looks as without
        QVERIFY(isUsableName("St. Mary's, 2nd ward") && !isUsableName(" Wujin")
                && !isUsableName("Wujin "));
        for (const std::string &bad :
             {std::string("\xff"), std::string("\xc0\x80"), std::string("\xe4\xb8"),
              std::string("\xed\xa0\x80"), std::string("\xf4\x90\x80\x80"),
              std::string("\xe0\x80\x80"), std::string("\xf0\x80\x80\x80"), std::string("a\x80")}) {
            QVERIFY(!isUsableName("a" + bad));
            const std::string shown = withoutSteering("a" + bad);
            QVERIFY(QString::fromStdString(shown).toStdString() == shown && shown != "a" + bad);
        }
    }

    // More of them run over the lines above and below.
    void aLetterBearsFourMarks() {
        for (const char32_t mark :
             {0x300, 0x36f, 0x1ab0, 0x1aff, 0x1dc0, 0x1dff, 0x20d0, 0x20ff, 0xfe20, 0xfe2f}) {
            std::string name = "a";
            for (int i = 0; i < 4; ++i) name += utf8(mark);
            QVERIFY(isUsableName(name) && isUsableName(name + name));
            QVERIFY(!isUsableName(name + "\u0301") && !isUsableName(name + "\u0301b"));
        }
        QVERIFY(isUsableName("Bệnh viện Việt Đức"));
    }

    void whatIsShownCannotSteer() {
        QCOMPARE(withoutSteering("a\nb\u202e"), std::string("a\ufffdb\ufffd"));
        QCOMPARE(withoutSteering("a\nb\x1b[2J\r", LineFeeds::Kept),
                 std::string("a\nb\ufffd[2J\ufffd"));
        QCOMPARE(withoutSteering("\U000E0041"), std::string("\ufffd"));
        QCOMPARE(withoutSteering(std::string("a\0b", 3)), std::string("a\ufffdb"));
    }
};

APRICOT_TEST(TestShownName)
#include "test_shown_name.moc"
