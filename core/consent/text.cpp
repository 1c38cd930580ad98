// SPDX-License-Identifier: GPL-3.0-or-later
#include "consent/text.h"

#include "consent/rules.h"
#include "crypto/hash.h"
#include "terms/shown_name.h"

#include <algorithm>
#include <chrono>
#include <span>

namespace apricot {

namespace {

// All that the words of a version say kinds and purposes by, and with it which there were: frozen
// with the version. A kind or a purpose that comes later needs a version of its own, in which
// "records of every kind" means one more.
struct Words {
    std::span<const std::string_view> kindsEnglish, kindsChinese, purposesEnglish, purposesChinese;
    [[nodiscard]] unsigned everyKind() const { return (1U << kindsEnglish.size()) - 1U; }
};

constexpr std::array<std::string_view, 13> kindsEnglish1 = {
    "lab results",  "vital signs",      "medicines",    "allergies", "illnesses",
    "vaccinations", "procedures",       "visits",       "scans",     "documents",
    "care plans",   "personal details", "other records"};
constexpr std::array<std::string_view, 13> kindsChinese1 = {
    "化验结果", "生命体征", "用药",     "过敏",     "疾病诊断", "疫苗接种", "手术和操作",
    "就诊",     "影像检查", "文书资料", "照护计划", "个人信息", "其他记录"};
constexpr std::array<std::string_view, 7> purposesEnglish1 = {
    "treatment",         "an emergency", "a second opinion",      "a referral",
    "an insurance case", "research",     "care within the family"};
constexpr std::array<std::string_view, 7> purposesChinese1 = {
    "诊疗", "急救", "第二诊疗意见", "转诊", "保险理赔", "科学研究", "家庭照护"};

constexpr std::array<Words, 1> versions = {
    Words{kindsEnglish1, kindsChinese1, purposesEnglish1, purposesChinese1}};
static_assert(versions.size() == consentTextVersion);

constexpr const Words &latest = versions.back();

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

// Beijing's by its name, where nearly all are; whoever is elsewhere is told by the numbers.
std::string zone(int offsetMinutes, std::string_view beijing) {
    if (offsetMinutes == 480) return std::string(beijing);
    const int size = offsetMinutes < 0 ? -offsetMinutes : offsetMinutes;
    return std::string("UTC") + (offsetMinutes < 0 ? "-" : "+") + twoDigits(size / 60) + ":"
           + twoDigits(size % 60);
}

// The names of the kinds in `set`.
std::vector<std::string_view> namesOf(unsigned set, std::span<const std::string_view> names) {
    std::vector<std::string_view> out;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (((set >> i) & 1U) != 0) out.push_back(names[i]);
    return out;
}

std::string englishList(unsigned kinds, const Words &words) {
    if (kinds == words.everyKind()) return "records of every kind";
    const auto items = namesOf(kinds, words.kindsEnglish);
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i)
        out += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + std::string(items[i]);
    return out;
}

std::string chineseList(unsigned kinds, const Words &words) {
    if (kinds == words.everyKind()) return "所有类别的记录";
    std::string out;
    for (const std::string_view name : namesOf(kinds, words.kindsChinese))
        out += (out.empty() ? "" : "、") + std::string(name);
    return out;
}

std::string englishCount(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " record" : " records");
}

// "your lab results and scans from 1 March 2026 and, whatever their date, your medicines, without
// 1 record that you struck out, and also 2 records chosen one by one"
std::string englishScope(const Scope &scope, const Words &words, int offset,
                         std::string_view whose) {
    std::string out;
    if (scope.kinds != 0) {
        out += std::string(whose) + " " + englishList(scope.kinds, words);
        const auto day = [&](UnixTime time) {
            const Moment m(time, offset);
            return m.midnight() ? m.englishDay() : m.english();
        };
        if (scope.from) out += " from " + day(*scope.from);
        if (scope.until)
            out += std::string(scope.from ? " and" : "") + " before " + day(*scope.until);
        if (scope.alwaysKinds != 0)
            out += " and, whatever their date, " + std::string(whose) + " "
                   + englishList(scope.alwaysKinds, words);
        if (!scope.struckOut.empty())
            out += ", without " + englishCount(scope.struckOut.size()) + " that you struck out";
    }
    if (!scope.records.empty())
        out += (scope.kinds != 0 ? ", and also " : "") + englishCount(scope.records.size())
               + " chosen one by one";
    return out;
}

std::string chineseScope(const Scope &scope, const Words &words, int offset) {
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
        out += chineseList(scope.kinds, words);
        if (scope.alwaysKinds != 0)
            out += "，以及不限日期的" + chineseList(scope.alwaysKinds, words);
        if (!scope.struckOut.empty())
            out += "（您划去的" + std::to_string(scope.struckOut.size()) + "条除外）";
    }
    if (!scope.records.empty())
        out += (scope.kinds != 0 ? "，以及" : "") + std::string("逐条选定的")
               + std::to_string(scope.records.size()) + "条记录";
    return out;
}

// Whose records they are, and who decides, when it is not the same person.
std::string englishDecider(std::size_t links) {
    if (links == 0) return "";
    return links == 1 ? "These are not your own records. Their owner lets you decide, and can see "
                        "that you did. "
                      : "These are not your own records. Their owner let somebody else decide, who "
                        "lets you decide now; their owner can see that you did. ";
}

std::string chineseDecider(std::size_t links) {
    if (links == 0) return "";
    return links == 1 ? "这不是您自己的记录。记录本人委托您代为决定，本人看得到您的决定。"
                      : "这不是您自己的记录。记录本人委托了另一个人，那个人又委托了您；本人看得到您"
                        "的决定。";
}

// What the person is promised about being told of each opening.
std::string englishHolders(std::uint8_t holders) {
    if (holders == 0)
        return "No other hospital helps to guard the key: whether you are shown every time they "
               "open this depends on their honesty. ";
    return "Each time they open this, it is recorded first, where you can see it: "
           + std::to_string(holders)
           + " other organisations each guard a part of the key until then. ";
}

std::string chineseHolders(std::uint8_t holders) {
    if (holders == 0)
        return "没有别的医院帮您看管钥匙：对方每次打开，您是否都能看到，要靠对方诚实。";
    return "对方每次打开，都要先留下您看得到的记录：在那之前，钥匙由另外" + std::to_string(holders)
           + "家机构各看管一份。";
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
        return "Only open and everyday records " + are + " among them, nothing more private. ";
    default:
        return "Only records that cannot harm you, whoever sees them, " + are + " among them. ";
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
        return may + "只开放谁看到都不会对您不利的记录。";
    }
}

std::string english(const Grant &grant, const Words &words, std::string_view organisation) {
    const Scope &scope = grant.closed.scope;
    const int offset = grant.closed.utcOffsetMinutes;
    const std::size_t links = grant.open.delegations.size();
    std::string out = englishDecider(links);
    out += "Let " + std::string(organisation) + " see "
           + englishScope(scope, words, offset, links != 0 ? "their" : "your");
    out += ", for "
           + std::string(words.purposesEnglish[static_cast<std::size_t>(grant.open.purpose) - 1])
           + ". " + englishLevel(scope.level, true) + englishHolders(grant.closed.shareHolders);
    const std::uint32_t uses = grant.open.uses;
    out += "They may open this ";
    out += uses == 1   ? "once"
           : uses == 2 ? "up to twice"
                       : "up to " + std::to_string(uses) + " times";
    const Moment first(grant.open.notBefore, offset), last(grant.open.expiry, offset);
    out += ", between " + (first.date == last.date ? first.englishTime() : first.english())
           + " and " + last.english() + " (" + zone(offset, "Beijing time") + ")";
    // As long as hosts hand out: exchange/desk_requests.h, and a test that compares them.
    out += uses == 1 ? ". For 24 hours after that they can fetch the same records again."
                     : ". For 24 hours after each time they can fetch the same records again.";
    if (grant.closed.eraseBy != 0)
        out += " They must erase their copy by " + Moment(grant.closed.eraseBy, offset).english()
               + "; what they have written into their own files they may keep as long as the law "
                 "says.";
    return out;
}

std::string chinese(const Grant &grant, const Words &words, std::string_view organisation) {
    const Scope &scope = grant.closed.scope;
    const int offset = grant.closed.utcOffsetMinutes;
    const std::size_t links = grant.open.delegations.size();
    std::string out = chineseDecider(links);
    out += "允许“" + std::string(organisation) + "”查看";
    out += links != 0 ? "记录本人的" : "您的";
    out += chineseScope(scope, words, offset);
    out += "，用于"
           + std::string(words.purposesChinese[static_cast<std::size_t>(grant.open.purpose) - 1])
           + "。" + chineseLevel(scope.level, true) + chineseHolders(grant.closed.shareHolders);
    const Moment first(grant.open.notBefore, offset), last(grant.open.expiry, offset);
    out += "对方可在" + first.chinese() + "到"
           + (first.date == last.date ? last.chineseTime() : last.chinese()) + "之间（"
           + zone(offset, "北京时间") + "）最多打开" + std::to_string(grant.open.uses) + "次";
    out += "。每次打开后24小时内，对方可以再次取得同样的记录。";
    if (grant.closed.eraseBy != 0)
        out += "对方须在" + Moment(grant.closed.eraseBy, offset).chinese()
               + "之前删除副本；已写入对方自己档案的内容，对方可依法继续保存。";
    return out;
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
    std::string out =
        std::string(organisation) + " asks to see "
        + englishScope(wish.scope, latest, offset, "your") + ", for "
        + std::string(latest.purposesEnglish[static_cast<std::size_t>(wish.purpose) - 1]) + ". ";
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
    return "“" + std::string(organisation) + "”请求查看您的"
           + chineseScope(wish.scope, latest, offset) + "，用于"
           + std::string(latest.purposesChinese[static_cast<std::size_t>(wish.purpose) - 1]) + "。"
           + chineseLevel(wish.scope.level, false) + "对方可在您答复后"
           + std::to_string(length.count) + std::string(length.chinese) + "内最多打开"
           + std::to_string(wish.uses) + "次。";
}

Error unavailable(const char *why) {
    return fail(ErrorCode::ConsentTextUnavailable, why);
}

} // namespace

Digest ConsentText::hash() const {
    return sha256({viewOf(english), viewOf("\n\n"), viewOf(chinese)});
}

Result<ConsentText> consentText(const Grant &grant, std::string_view organisation) {
    const std::uint16_t version = grant.closed.textVersion;
    if (version < 1 || version > consentTextVersion) return unavailable("unknown version");
    if (!isUsableName(organisation)) return unavailable("the organisation's name");
    const Words &words = versions.at(version - 1U);
    const auto purpose = static_cast<std::size_t>(grant.open.purpose);
    if (purpose < 1 || purpose > words.purposesEnglish.size())
        return unavailable("unknown purpose");
    const Scope &scope = grant.closed.scope;
    if (((scope.kinds | scope.alwaysKinds) & ~words.everyKind()) != 0)
        return unavailable("unknown kind");
    return ConsentText{english(grant, words, organisation), chinese(grant, words, organisation)};
}

Result<ConsentText> requestText(const Wish &wish, std::string_view organisation,
                                int utcOffsetMinutes) {
    if (!isUsableName(organisation)) return unavailable("the organisation's name");
    if (const auto complaint = complaintAbout(wish)) return unavailable("what is asked for");
    return ConsentText{englishWish(wish, organisation, utcOffsetMinutes),
                       chineseWish(wish, organisation, utcOffsetMinutes)};
}

} // namespace apricot
