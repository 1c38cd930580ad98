// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/proposal.h"

#include "comet/light_block.h"

#include <algorithm>

namespace apricot {
namespace {

class Teller {
  public:
    explicit Teller(StateReader *state) : m_state(state) {}

    Result<BothLanguages> take(const Action &action) {
        const Result<> done = told(action);
        if (!done) return done.error();
        if (m_state == nullptr)
            m_out.line("What stands now was not looked up: name the ledger to see it beside this.",
                       "未查询现状：指明账本即可对照现状。");
        return std::move(m_out);
    }

  private:
    void line(const std::string &english, const std::string &chinese) {
        m_out.line(english, chinese);
    }

    // What stands under a key, decoded; nothing as well without a state.
    template <class T>
    Result<std::optional<T>> standing(const Bytes &key, Result<T> (*decode)(ByteView)) {
        if (m_state == nullptr) return std::optional<T>();
        APRICOT_TRY_ASSIGN(value, m_state->standing(key));
        if (!value) return std::optional<T>();
        APRICOT_TRY_ASSIGN(decoded, decode(*value));
        return std::optional<T>(std::move(decoded));
    }

    Result<> told(const Action &action) {
        if (const auto *a = action.as<RegisterOrganisation>()) {
            line("Registers an organisation:", "登记一个机构：");
            tell(m_out, a->organisation);
            return {};
        }
        if (const auto *a = action.as<ChangeKeys>()) return keys(*a);
        if (const auto *a = action.as<SuspendOrganisation>())
            return named("Suspends this organisation, so that it may open nothing:",
                         "暂停以下机构，使其不得打开任何记录：", a->organisation);
        if (const auto *a = action.as<ReinstateOrganisation>())
            return named("Lets this suspended organisation work again:", "恢复以下被暂停的机构：",
                         a->organisation);
        if (const auto *a = action.as<ChangeValidators>()) return validators(*a);
        if (const auto *a = action.as<ChangeConsortium>()) return consortium(*a);
        if (const auto *a = action.as<ScheduleRules>()) {
            const std::string version = std::to_string(a->version), from = std::to_string(a->from);
            line("Plans version " + version + " of the rules from block " + from
                     + " on. There is no way back after that block.",
                 "计划自第" + from + "块起实行第" + version + "版规则。此后不可退回。");
            return {};
        }
        if (const auto *a = action.as<CancelRules>()) {
            const std::string version = std::to_string(a->version);
            line("Gives up the planned version " + version + " of the rules.",
                 "放弃已计划的第" + version + "版规则。");
            return {};
        }
        if (const auto *a = action.as<RegisterNode>()) {
            line("Registers the node " + toHex(a->id.view()) + ":",
                 "登记节点 " + toHex(a->id.view()) + "：");
            tell(m_out, a->node);
            return namesOf(a->node);
        }
        if (const auto *a = action.as<ChangeNode>()) {
            line("Changes what is registered of the node " + toHex(a->id.view()) + " to:",
                 "将节点 " + toHex(a->id.view()) + " 的登记改为：");
            tell(m_out, a->node);
            APRICOT_TRY(namesOf(a->node));
            APRICOT_TRY_ASSIGN(before, standing(nodeKey(a->id), &decodeNode));
            if (before) line("So far it is:", "此前为：");
            if (before) tell(m_out, *before);
            return before ? namesOf(*before) : Result<>();
        }
        if (const auto *a = action.as<SetPolicy>()) return policy(*a);
        if (const auto *a = action.as<SetStanding>()) {
            APRICOT_TRY(named("Changes how much this organisation may do:", "变更以下机构的权限：",
                              a->organisation));
            line("From now on:", "自此：");
            if (a->restriction)
                tell(m_out, *a->restriction);
            else
                line("It is no longer restricted.", "不再受限制。");
            return {};
        }
        return proposalUnclear(action.row() != nullptr ? std::string(action.row()->name)
                                                       : std::string());
    }

    Result<> named(const std::string &english, const std::string &chinese,
                   const OrganisationId &id) {
        line(english, chinese);
        APRICOT_TRY_ASSIGN(before, standing(organisationKey(id), &decodeOrganisation));
        const std::string number = toHex(id.view());
        if (before) {
            const std::string name = harmlessName(before->name);
            line("  " + name + " (" + number + ")", "  " + name + "（" + number + "）");
        } else {
            line("  the organisation " + number, "  机构 " + number);
            if (m_state != nullptr) line("  It is not registered.", "  该机构没有登记。");
        }
        if (before && before->status == OrganisationStatus::Suspended)
            line("  It is suspended now.", "  现已暂停。");
        if (before && before->restriction) {
            line("  It is restricted at present:", "  目前受限制：");
            tell(m_out, *before->restriction);
        }
        return {};
    }

    // Each desk once: what it may from now on and, where that differs, what it might so far.
    Result<> keys(const ChangeKeys &a) {
        APRICOT_TRY(named("Changes the keys of:", "更换其钥匙：", a.organisation));
        APRICOT_TRY_ASSIGN(before, standing(organisationKey(a.organisation), &decodeOrganisation));
        const auto in = [](const std::vector<DeskKey> &all, const VerifyKey &key) {
            const auto at = std::ranges::find(all, key, &DeskKey::key);
            return at == all.end() ? nullptr : &*at;
        };
        for (const DeskKey &desk : a.desks) {
            const DeskKey *old = before ? in(before->desks, desk.key) : nullptr;
            BothLanguages said = wordsOf(desk);
            if (old != nullptr && *old == desk) {
                said.english += " (unchanged)";
                said.chinese += "（不变）";
            } else if (old != nullptr) {
                const BothLanguages was = rightsOf(*old);
                said.english += " (so far: " + was.english + ")";
                said.chinese += "（此前：" + was.chinese + "）";
            } else if (before) {
                said.english += " (a new desk)";
                said.chinese += "（新窗口）";
            }
            line("  " + said.english, "  " + said.chinese);
        }
        if (before)
            for (const DeskKey &desk : before->desks) {
                if (in(a.desks, desk.key) != nullptr) continue;
                const BothLanguages was = rightsOf(desk);
                const std::string key = toHex(desk.key.view());
                line("  desk " + key
                         + ": is taken away, opens nothing any more (so far: " + was.english + ")",
                     "  窗口 " + key + "：撤销，不能再打开任何记录（此前：" + was.chinese + "）");
            }
        changed("its administrator's key", "本机构管理员的钥匙", a.admin,
                before ? &before->admin : nullptr);
        changed("the key that permissions for it are sealed to", "用来封装给它的许可的钥匙",
                a.sealing, before ? &before->sealing : nullptr);
        return {};
    }

    template <class Key>
    void changed(const std::string &english, const std::string &chinese, const Key &now,
                 const Key *before) {
        const std::string key = toHex(now.view());
        const bool same = before != nullptr && *before == now;
        std::string said = "  " + english + ": " + key, saidChinese = "  " + chinese + "：" + key;
        if (same) {
            said += " (unchanged)";
            saidChinese += "（不变）";
        } else if (before != nullptr) {
            const std::string old = toHex(before->view());
            said += " (so far: " + old + ")";
            saidChinese += "（此前：" + old + "）";
        }
        line(said, saidChinese);
    }

    // The names behind the numbers that a node's lines give.
    Result<> namesOf(const Node &node) {
        std::vector<OrganisationId> all = node.actsFor;
        all.insert(all.begin(), node.operatedBy);
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (std::find(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i), all[i])
                != all.begin() + static_cast<std::ptrdiff_t>(i))
                continue;
            APRICOT_TRY_ASSIGN(one, standing(organisationKey(all[i]), &decodeOrganisation));
            if (!one) continue;
            const std::string id = toHex(all[i].view()), name = harmlessName(one->name);
            std::string english = "  ", chinese = "  ";
            english.append(id).append(" is ").append(name);
            chinese.append(id).append(" 即").append(name);
            line(english, chinese);
        }
        return {};
    }

    Result<> validators(const ChangeValidators &a) {
        line("Changes who makes blocks:", "变更出块的验证者：");
        APRICOT_TRY_ASSIGN(before, standing(validatorsKey(), &decodeValidators));
        for (const ChainValidator &one : a.changes) {
            std::uint32_t old = 0;
            if (before)
                for (const ChainValidator &standing : *before)
                    if (standing.key == one.key) old = standing.power;
            const std::string key = toHex(one.key.view()), power = std::to_string(one.power),
                              was = std::to_string(old);
            std::string now, nowChinese;
            if (before) {
                now = " (so far: power " + was + ")";
                nowChinese = "（此前权重为" + was + "）";
            }
            std::string said = "  " + key, saidChinese = said;
            if (one.power == 0) {
                said += " makes no blocks any more";
                saidChinese += " 不再出块";
            } else {
                said += " has power " + power;
                saidChinese += " 权重为" + power;
            }
            line(said + now, saidChinese + nowChinese);
            if (one.power != 0 && old == 0) {
                const std::string address = toHex(comet::addressOf(one.key));
                line("    new: the hospital compares its address " + address
                         + ", and signs this with "
                           "that key: apricot-node --sign",
                     "    新增：由该医院核对其地址 " + address
                         + "，并用该钥匙签署：apricot-node --sign");
            }
        }
        return {};
    }

    Result<> consortium(const ChangeConsortium &a) {
        const std::string quorum = std::to_string(a.quorum),
                          count = std::to_string(a.admins.size());
        line("From now on " + quorum + " of " + count + " administrators decide.",
             "自此" + count + "位管理员中须有" + quorum + "位同意。");
        APRICOT_TRY_ASSIGN(before, standing(consortiumKey(), &decodeConsortium));
        if (before) {
            const std::string oldQuorum = std::to_string(before->quorum);
            const std::string oldCount = std::to_string(before->admins.size());
            line("So far it is " + oldQuorum + " of " + oldCount + ".",
                 "此前为" + oldCount + "位中须有" + oldQuorum + "位。");
        }
        const auto has = [](const std::vector<VerifyKey> &all, const VerifyKey &key) {
            return std::ranges::find(all, key) != all.end();
        };
        for (const VerifyKey &admin : a.admins) {
            const bool isNew = before && !has(before->admins, admin);
            line("  administrator " + toHex(admin.view())
                     + (isNew ? ": new, and signs this too" : ""),
                 "  管理员 " + toHex(admin.view()) + (isNew ? "：新增，须一并签署" : ""));
        }
        if (before)
            for (const VerifyKey &admin : before->admins)
                if (!has(a.admins, admin))
                    line("  administrator " + toHex(admin.view()) + ": no longer one",
                         "  管理员 " + toHex(admin.view()) + "：不再是管理员");
        const std::string quota = std::to_string(a.quota);
        line("An organisation may send " + quota + " transactions an hour.",
             "每个机构每小时至多提交" + quota + "笔交易。");
        APRICOT_TRY_ASSIGN(old, standing(quotaKey(), &decodeQuota));
        if (old)
            line("So far it is " + std::to_string(*old) + ".",
                 "此前为" + std::to_string(*old) + "笔。");
        return {};
    }

    Result<> policy(const SetPolicy &a) {
        if (a.policy.empty())
            line(
                "No policy stands any more: whatever an organisation's level and purposes allow is "
                "allowed.",
                "不再有统一政策：凡机构的级别和目的允许的，一律允许。");
        else
            line("From now on only this may be opened:", "自此只允许打开：");
        for (const PolicyLine &one : a.policy) tell(m_out, one);
        APRICOT_TRY_ASSIGN(before, standing(policyKey(), &decodePolicy));
        if (before) line("So far:", "此前：");
        if (before)
            for (const PolicyLine &one : *before) tell(m_out, one);
        else if (m_state != nullptr)
            line("So far no policy stands.", "此前无统一政策。");
        return {};
    }

    StateReader *m_state;
    BothLanguages m_out;
};

} // namespace

Error proposalUnclear(std::string why) {
    return fail(Code::ProposalUnclear, std::move(why));
}

Result<> agreedWith(std::string_view answer) {
    if (answer != "y") return fail(Code::ProposalNotAgreed);
    return {};
}

Result<BothLanguages> proposalText(const Action &action, StateReader *state) {
    return Teller(state).take(action);
}

} // namespace apricot
