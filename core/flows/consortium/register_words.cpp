// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/consortium/register_words.h"

#include "terms/shown_name.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace apricot {
namespace {

using Words = std::pair<const char *, const char *>;
constexpr std::array<Words, roleCount> roles = {{{"hospital or clinic", "医疗机构"},
                                                 {"pharmacy", "药店"},
                                                 {"maker", "生产企业"},
                                                 {"distributor", "经销企业"},
                                                 {"insurer", "保险机构"},
                                                 {"research", "科研机构"},
                                                 {"ethics committee", "伦理委员会"},
                                                 {"regulator", "监管部门"}}};
constexpr std::array<Words, professionCount> professions = {{{"doctor", "医生"},
                                                             {"nurse", "护士"},
                                                             {"pharmacist", "药师"},
                                                             {"technician", "技师"},
                                                             {"therapist", "治疗师"},
                                                             {"clerk", "窗口人员"},
                                                             {"assessor", "理赔人员"},
                                                             {"researcher", "研究人员"},
                                                             {"inspector", "监察人员"},
                                                             {"machine", "机器"}}};
constexpr std::array<Words, purposeCount> purposes = {{{"treatment", "诊疗"},
                                                       {"an emergency", "急救"},
                                                       {"a second opinion", "第二诊疗意见"},
                                                       {"a referral", "转诊"},
                                                       {"an insurance case", "保险理赔"},
                                                       {"research", "科学研究"},
                                                       {"care within the family", "家庭照护"}}};
constexpr std::array<Words, reasonCount> reasons = {{{"an investigation", "正在调查"},
                                                     {"a breach of the rules", "违反规则"},
                                                     {"dues", "费用未缴"},
                                                     {"its own request", "本机构申请"},
                                                     {"another reason", "其他原因"}}};

template <std::size_t count, class T>
BothLanguages in(const std::array<Words, count> &all, T one) {
    const auto at = static_cast<std::size_t>(one) - 1;
    if (at >= count) return {"unknown", "未知"};
    return {all.at(at).first, all.at(at).second};
}

void join(BothLanguages &out, const BothLanguages &one) {
    out.english += (out.english.empty() ? "" : ", ") + one.english;
    out.chinese += (out.chinese.empty() ? "" : "、") + one.chinese;
}

template <class T>
BothLanguages setOf(std::uint16_t set, std::uint8_t count) {
    BothLanguages out;
    for (std::uint8_t i = 1; i <= count; ++i)
        if (isIn(static_cast<T>(i), set)) join(out, wordsOf(static_cast<T>(i)));
    return out;
}

std::string hex(ByteView bytes) {
    return toHex(bytes);
}

} // namespace

std::string utcMinute(UnixTime time) {
    return QDateTime::fromSecsSinceEpoch(time, QTimeZone::utc())
               .toString(QStringLiteral("yyyy-MM-dd hh:mm"))
               .toStdString()
           + " UTC";
}

BothLanguages wordsOf(Role role) {
    return in(roles, role);
}
BothLanguages wordsOf(Profession profession) {
    return in(professions, profession);
}
BothLanguages wordsOf(Purpose purpose) {
    return in(purposes, purpose);
}
BothLanguages wordsOf(Reason reason) {
    return in(reasons, reason);
}
BothLanguages rolesIn(std::uint16_t set) {
    return setOf<Role>(set, roleCount);
}
BothLanguages professionsIn(std::uint16_t set) {
    if (set == allProfessions) return {"every profession", "所有职业"};
    return setOf<Profession>(set, professionCount);
}
BothLanguages purposesIn(const std::vector<Purpose> &all) {
    BothLanguages out;
    for (const Purpose one : all) join(out, wordsOf(one));
    if (all.empty()) out = {"nothing", "无"};
    return out;
}

BothLanguages rightsOf(const DeskKey &desk) {
    const BothLanguages who = wordsOf(desk.profession);
    const std::string level = std::to_string(desk.level);
    return {who.english + ", up to level " + level, who.chinese + "，至多第" + level + "级"};
}

BothLanguages wordsOf(const DeskKey &desk) {
    const BothLanguages may = rightsOf(desk);
    const std::string key = hex(desk.key.view());
    return {"desk " + key + ": " + may.english, "窗口 " + key + "：" + may.chinese};
}

void tell(BothLanguages &out, const DeskKey &desk) {
    const BothLanguages said = wordsOf(desk);
    out.line("  " + said.english, "  " + said.chinese);
}

void tell(BothLanguages &out, const Restriction &restriction) {
    const BothLanguages why = wordsOf(restriction.reason);
    const std::string count = std::to_string(restriction.openings);
    const std::string until = utcMinute(restriction.until);
    if (restriction.openings == 0)
        out.line("It may open nothing until " + until + ": " + why.english + ".",
                 "在" + until + "之前不得打开任何记录：" + why.chinese + "。");
    else
        out.line("It may open no more than " + count + " times an hour until " + until + ": "
                     + why.english + ".",
                 "在" + until + "之前每小时至多打开" + count + "次：" + why.chinese + "。");
}

void tell(BothLanguages &out, const Organisation &organisation) {
    const BothLanguages what = rolesIn(organisation.roles);
    const BothLanguages why = purposesIn(organisation.purposes);
    const std::string name = withoutSteering(organisation.name), id = hex(organisation.id.view());
    const std::string level = std::to_string(organisation.clearance);
    const std::string tier = std::to_string(organisation.tier);
    out.line(name + " (" + id + "): " + what.english + ", "
                 + (organisation.tier == 0 ? "ungraded" : "grade " + tier) + ".",
             name + "（" + id + "）：" + what.chinese + "，"
                 + (organisation.tier == 0 ? "未定级" : tier + "级") + "。");
    if (organisation.status == OrganisationStatus::Suspended)
        out.line("It is suspended.", "已暂停。");
    out.line("It may open records up to level " + level + ", for: " + why.english + ".",
             "可打开至多第" + level + "级的记录，目的：" + why.chinese + "。");
    for (const DeskKey &desk : organisation.desks) tell(out, desk);
    if (std::ranges::any_of(organisation.desks, [&](const DeskKey &desk) {
            return desk.level > organisation.clearance;
        }))
        out.line("  (of a desk's level and its organisation's the lower counts)",
                 "  （窗口的级别与所属机构的级别，以较低者为准）");
    out.line("  its administrator's key: " + hex(organisation.admin.view()),
             "  本机构管理员的钥匙：" + hex(organisation.admin.view()));
    out.line("  the key that permissions for it are sealed to: " + hex(organisation.sealing.view()),
             "  用来封装给它的许可的钥匙：" + hex(organisation.sealing.view()));
    if (organisation.restriction) tell(out, *organisation.restriction);
}

void tell(BothLanguages &out, const PolicyLine &line) {
    const BothLanguages role = wordsOf(line.role), purpose = wordsOf(line.purpose),
                        who = professionsIn(line.professions);
    const std::string level = std::to_string(line.level), tier = std::to_string(line.tier);
    out.line("  " + role.english + (line.tier == 0 ? "" : " of grade " + tier + " or above")
                 + ", for " + purpose.english + ": " + who.english + ", up to level " + level,
             "  " + role.chinese + (line.tier == 0 ? "" : "（" + tier + "级及以上）") + "，为"
                 + purpose.chinese + "：" + who.chinese + "，至多第" + level + "级");
}

void tell(BothLanguages &out, const Node &node) {
    const std::string by = hex(node.operatedBy.view());
    const std::string where = node.address.empty() ? "-" : withoutSteering(node.address);
    out.line("  run by " + by + ", at " + where
                 + (node.status == NodeStatus::Resting ? ", resting" : ""),
             "  由 " + by + " 运行，地址 " + where
                 + (node.status == NodeStatus::Resting ? "，已停用" : ""));
    for (const OrganisationId &served : node.actsFor)
        out.line("  acts for " + hex(served.view()), "  服务于 " + hex(served.view()));
}

} // namespace apricot
