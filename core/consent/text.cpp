// SPDX-License-Identifier: GPL-3.0-or-later
#include "consent/text.h"

#include "consent/rules.h"
#include "crypto/hash.h"

#include <chrono>

namespace apricot {

namespace {

constexpr std::array<std::string_view, kindCount> kindsEnglish = {
    "lab results",  "vital signs",      "medicines",    "allergies", "illnesses",
    "vaccinations", "procedures",       "visits",       "scans",     "documents",
    "care plans",   "personal details", "other records"};
constexpr std::array<std::string_view, kindCount> kindsChinese = {
    "化验结果", "生命体征", "用药",     "过敏",     "疾病诊断", "疫苗接种", "手术和操作",
    "就诊",     "影像检查", "文书资料", "照护计划", "个人信息", "其他记录"};
constexpr std::array<std::string_view, 7> purposesEnglish = {
    "treatment",         "an emergency", "a second opinion",      "a referral",
    "an insurance case", "research",     "care within the family"};
constexpr std::array<std::string_view, 7> purposesChinese = {
    "诊疗", "急救", "第二诊疗意见", "转诊", "保险理赔", "科学研究", "家庭照护"};
constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string twoDigits(long value) {
    const std::string text = std::to_string(value);
    return text.size() < 2 ? "0" + text : text;
}

struct Moment {
    Moment(UnixTime time, int offsetMinutes) {
        using namespace std::chrono;
        const sys_seconds local{seconds{time + offsetMinutes * UnixTime{60}}};
        const auto start = floor<days>(local);
        date = year_month_day{start};
        const hh_mm_ss clock{local - start};
        hour = clock.hours().count();
        minute = clock.minutes().count();
        second = clock.seconds().count();
    }
    [[nodiscard]] bool midnight() const { return hour == 0 && minute == 0 && second == 0; }
    [[nodiscard]] std::string englishDay() const {
        return std::to_string(static_cast<unsigned>(date.day())) + " "
               + std::string(months.at(static_cast<unsigned>(date.month()) - 1U)) + " "
               + std::to_string(static_cast<int>(date.year()));
    }
    [[nodiscard]] std::string englishTime() const {
        std::string time =
            std::to_string(hour % 12 == 0 ? 12 : hour % 12) + ":" + twoDigits(minute);
        if (second != 0) time += ":" + twoDigits(second);
        return time + (hour < 12 ? " am" : " pm");
    }
    [[nodiscard]] std::string english() const { return englishTime() + " on " + englishDay(); }
    [[nodiscard]] std::string chineseDay() const {
        return std::to_string(static_cast<int>(date.year())) + "年"
               + std::to_string(static_cast<unsigned>(date.month())) + "月"
               + std::to_string(static_cast<unsigned>(date.day())) + "日";
    }
    [[nodiscard]] std::string chineseTime() const {
        const std::string time = twoDigits(hour) + ":" + twoDigits(minute);
        return second == 0 ? time : time + ":" + twoDigits(second);
    }
    [[nodiscard]] std::string chinese() const { return chineseDay() + chineseTime(); }
    std::chrono::year_month_day date;
    long hour = 0, minute = 0, second = 0;
};

constexpr std::uint16_t withNumbers = 1; // version of the text

// Beijing's by its name, where nearly all are; whoever is elsewhere is told by the numbers.
std::string zone(int offsetMinutes, std::uint16_t version, std::string_view beijing) {
    if (version != withNumbers && offsetMinutes == 480) return std::string(beijing);
    const int size = offsetMinutes < 0 ? -offsetMinutes : offsetMinutes;
    return std::string("UTC") + (offsetMinutes < 0 ? "-" : "+") + twoDigits(size / 60) + ":"
           + twoDigits(size % 60);
}

bool isUsableName(std::string_view name) {
    if (name.empty() || name.size() > 200) return false;
    for (std::size_t at = 0; at < name.size();) {
        const auto first = static_cast<std::uint8_t>(name[at]);
        const std::size_t length = first < 0x80   ? 1
                                   : first < 0xc2 ? 0
                                   : first < 0xe0 ? 2
                                   : first < 0xf0 ? 3
                                   : first < 0xf5 ? 4
                                                  : 0;
        if (length == 0 || at + length > name.size()) return false;
        std::uint32_t point = length == 1 ? first : first & (0xffU >> (length + 1));
        for (std::size_t i = 1; i < length; ++i) {
            const auto next = static_cast<std::uint8_t>(name[at + i]);
            if ((next & 0xc0U) != 0x80) return false;
            point = (point << 6U) | (next & 0x3fU);
        }
        if ((length == 3 && point < 0x800) || (length == 4 && point < 0x10000)) return false;
        if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return false;
        const bool control = point < 0x20 || (point >= 0x7f && point < 0xa0);
        const bool direction = point == 0x061c || (point >= 0x200b && point <= 0x200f)
                               || (point >= 0x2028 && point <= 0x202e)
                               || (point >= 0x2060 && point <= 0x206f) || point == 0xfeff;
        if (control || direction) return false;
        at += length;
    }
    return true;
}

std::string englishList(const Scope &scope) {
    std::vector<std::string> items;
    if (scope.kinds == allKinds) {
        items.emplace_back("records of every kind");
    } else {
        for (std::uint8_t i = 0; i < kindCount; ++i)
            if (scope.has(static_cast<Kind>(i + 1))) items.emplace_back(kindsEnglish.at(i));
    }
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i)
        out += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + items[i];
    return out;
}

std::string chineseList(const Scope &scope) {
    if (scope.kinds == allKinds) return "所有类别的记录";
    std::string out;
    for (std::uint8_t i = 0; i < kindCount; ++i)
        if (scope.has(static_cast<Kind>(i + 1)))
            out += (out.empty() ? "" : "、") + std::string(kindsChinese.at(i));
    return out;
}

// "your lab results and medicines from 1 March 2026, and also 2 records chosen one by one"
std::string englishScope(const Scope &scope, int offset, std::string_view whose) {
    std::string out;
    if (scope.kinds != 0) {
        out += std::string(whose) + " " + englishList(scope);
        const auto day = [&](UnixTime time) {
            const Moment m(time, offset);
            return m.midnight() ? m.englishDay() : m.english();
        };
        if (scope.from) out += " from " + day(*scope.from);
        if (scope.until)
            out += std::string(scope.from ? " and" : "") + " before " + day(*scope.until);
    }
    const std::size_t named = scope.records.size();
    if (named > 0)
        out += (scope.kinds != 0 ? ", and also " : "") + std::to_string(named)
               + (named == 1 ? " record chosen one by one" : " records chosen one by one");
    return out;
}

std::string chineseScope(const Scope &scope, int offset) {
    std::string out;
    if (scope.kinds != 0) {
        const auto day = [&](UnixTime time) {
            const Moment m(time, offset);
            return m.midnight() ? m.chineseDay() : m.chinese();
        };
        if (scope.from) out += day(*scope.from) + "起";
        if (scope.from && scope.until) out += "、";
        if (scope.until) out += day(*scope.until) + "之前";
        if (scope.from || scope.until) out += "的";
        out += chineseList(scope);
    }
    if (!scope.records.empty())
        out += (scope.kinds != 0 ? "，以及" : "") + std::string("逐条选定的")
               + std::to_string(scope.records.size()) + "条记录";
    return out;
}

// What stays closed for being more private than `level`, 1 to 5; "stay" or "would stay".
std::string englishLevel(std::uint8_t level, bool sure) {
    const std::string are = sure ? "are" : "would be", stay = sure ? "stay" : "would stay";
    switch (level) {
    case 5:
        return "Even the most private records " + are + " among them. ";
    case 4:
        return "The most private records " + stay + " closed. ";
    case 3:
        return "Private and most private records " + stay + " closed. ";
    case 2:
        return "Only open and everyday records " + are + " among them, none more private. ";
    default:
        return "Only records that could not harm you " + are + " among them. ";
    }
}

std::string chineseLevel(std::uint8_t level, bool sure) {
    const std::string may = sure ? "" : "将";
    switch (level) {
    case 5:
        return "其中" + may + "包括最私密的记录。";
    case 4:
        return "最私密的记录" + may + "不开放。";
    case 3:
        return "私密和最私密的记录" + may + "不开放。";
    case 2:
        return may + "只开放公开和日常的记录，更私密的不开放。";
    default:
        return may + "只开放公开的、对您无害的记录。";
    }
}

std::string english(const Grant &grant, std::string_view organisation) {
    const Scope &scope = grant.closed.scope;
    const int offset = grant.closed.utcOffsetMinutes;
    const bool delegated = !grant.open.delegations.empty();
    std::string out = delegated ? "You decide this for somebody who has allowed you to. " : "";
    out += "Let " + std::string(organisation) + " see "
           + englishScope(scope, offset, delegated ? "their" : "your");
    out += ", for "
           + std::string(purposesEnglish.at(static_cast<std::size_t>(grant.open.purpose) - 1))
           + ". ";
    const std::uint16_t version = grant.closed.textVersion;
    out += version != withNumbers ? englishLevel(scope.level, true)
           : scope.level == 5     ? "The most sensitive records (level 5 of 5) are among them. "
                                  : "Records above sensitivity level " + std::to_string(scope.level)
                                    + " of 5 stay closed. ";
    const std::uint32_t uses = grant.open.uses;
    out += "They may open this ";
    out += uses == 1   ? "once"
           : uses == 2 ? "up to twice"
                       : "up to " + std::to_string(uses) + " times";
    const Moment first(grant.open.notBefore, offset), last(grant.open.expiry, offset);
    out += ", between " + (first.date == last.date ? first.englishTime() : first.english())
           + " and " + last.english() + " (" + zone(offset, version, "Beijing time") + ")";
    if (grant.closed.eraseBy != 0)
        out += ", and must erase their copy by " + Moment(grant.closed.eraseBy, offset).english();
    return out + ".";
}

std::string chinese(const Grant &grant, std::string_view organisation) {
    const Scope &scope = grant.closed.scope;
    const int offset = grant.closed.utcOffsetMinutes;
    const bool delegated = !grant.open.delegations.empty();
    std::string out = delegated ? "您受他人委托作出此决定。" : "";
    out += "允许“" + std::string(organisation) + "”查看";
    out += delegated ? "其" : "您的";
    out += chineseScope(scope, offset);
    out += "，用于"
           + std::string(purposesChinese.at(static_cast<std::size_t>(grant.open.purpose) - 1))
           + "。";
    const std::uint16_t version = grant.closed.textVersion;
    out += version != withNumbers ? chineseLevel(scope.level, true)
           : scope.level == 5
               ? "其中包括最敏感的记录（共5级，第5级）。"
               : "敏感级别高于" + std::to_string(scope.level) + "级（共5级）的记录不开放。";
    const Moment first(grant.open.notBefore, offset), last(grant.open.expiry, offset);
    out += "对方可在" + first.chinese() + "到"
           + (first.date == last.date ? last.chineseTime() : last.chinese()) + "之间（"
           + zone(offset, version, "北京时间") + "）最多打开" + std::to_string(grant.open.uses)
           + "次";
    if (grant.closed.eraseBy != 0)
        out += "，并须在" + Moment(grant.closed.eraseBy, offset).chinese() + "之前删除其副本";
    return out + "。";
}

struct Length {
    std::uint32_t count;
    std::string_view english, chinese;
};
// In the largest unit that says it exactly.
Length lengthOf(std::uint32_t minutes) {
    if (minutes % 1440 == 0) return {minutes / 1440, "day", "天"};
    if (minutes % 60 == 0) return {minutes / 60, "hour", "小时"};
    return {minutes, "minute", "分钟"};
}

std::string englishWish(const Wish &wish, std::string_view organisation, int offset) {
    std::string out = std::string(organisation) + " asks to see "
                      + englishScope(wish.scope, offset, "your") + ", for "
                      + std::string(purposesEnglish.at(static_cast<std::size_t>(wish.purpose) - 1))
                      + ". ";
    out += englishLevel(wish.scope.level, false);
    out += "They could open this ";
    out += wish.uses == 1   ? "once"
           : wish.uses == 2 ? "up to twice"
                            : "up to " + std::to_string(wish.uses) + " times";
    const Length length = lengthOf(wish.minutes);
    return out + ", within " + std::to_string(length.count) + " " + std::string(length.english)
           + (length.count == 1 ? "" : "s") + " of your answer.";
}

std::string chineseWish(const Wish &wish, std::string_view organisation, int offset) {
    const Length length = lengthOf(wish.minutes);
    return "“" + std::string(organisation) + "”请求查看您的" + chineseScope(wish.scope, offset)
           + "，用于" + std::string(purposesChinese.at(static_cast<std::size_t>(wish.purpose) - 1))
           + "。" + chineseLevel(wish.scope.level, false) + "对方可在您答复后"
           + std::to_string(length.count) + std::string(length.chinese) + "内最多打开"
           + std::to_string(wish.uses) + "次。";
}

Error unavailable(const char *why) {
    return fail(Code::ConsentTextUnavailable, why);
}

} // namespace

Digest ConsentText::hash() const {
    return sha256({viewOf(english), viewOf("\n\n"), viewOf(chinese)});
}

Result<ConsentText> consentText(const Grant &grant, std::string_view organisation) {
    const std::uint16_t version = grant.closed.textVersion;
    if (version < 1 || version > consentTextVersion) return unavailable("unknown version");
    if (!isUsableName(organisation)) return unavailable("the organisation's name");
    const auto purpose = static_cast<std::size_t>(grant.open.purpose);
    if (purpose < 1 || purpose > purposesEnglish.size()) return unavailable("unknown purpose");
    return ConsentText{english(grant, organisation), chinese(grant, organisation)};
}

Result<ConsentText> requestText(const Wish &wish, std::string_view organisation,
                                int utcOffsetMinutes) {
    if (!isUsableName(organisation)) return unavailable("the organisation's name");
    if (const auto complaint = complaintAbout(wish)) return unavailable("what is asked for");
    return ConsentText{englishWish(wish, organisation, utcOffsetMinutes),
                       chineseWish(wish, organisation, utcOffsetMinutes)};
}

} // namespace apricot
