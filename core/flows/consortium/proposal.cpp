// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/consortium/proposal.h"

#include "comet/light_block.h"
#include "ledger/proposal_trial.h"
#include "terms/shown_name.h"

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
            const std::string name = withoutSteering(before->name);
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
            const std::string id = toHex(all[i].view()), name = withoutSteering(one->name);
            std::string english = "  ", chinese = "  ";
            english.append(id).append(" is ").append(name);
            chinese.append(id).append(" 即").append(name);
            line(english, chinese);
        }
        return {};
    }

    // Who signs it too, since it lets them in; nobody without a state.
    Result<std::vector<VerifyKey>> joiningOf(const Action &action) {
        if (m_state == nullptr) return std::vector<VerifyKey>();
        APRICOT_TRY_ASSIGN(signatories, signatoriesOf(action, *m_state));
        return std::move(signatories.joining);
    }

    Result<> validators(const ChangeValidators &a) {
        line("Changes who makes blocks:", "变更出块的验证者：");
        APRICOT_TRY_ASSIGN(before, standing(validatorsKey(), &decodeValidators));
        APRICOT_TRY_ASSIGN(joining, joiningOf(a));
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
                const bool signs =
                    m_state == nullptr || std::ranges::find(joining, one.key) != joining.end();
                line((before ? "    new" : "    if it is new")
                         + (": the hospital compares its address " + address)
                         + (signs ? ", and signs this with that key: apricot-node --sign" : ""),
                     (before ? "    新增" : "    若为新增") + ("：由该医院核对其地址 " + address)
                         + (signs ? "，并用该钥匙签署：apricot-node --sign" : ""));
            }
        }
        if (before) powers(*before, applied(*before, a.changes));
        return {};
    }

    static std::uint64_t powerOf(const ChainValidators &all) {
        std::uint64_t out = 0;
        for (const ChainValidator &one : all) out += one.power;
        return out;
    }

    // "25.0 %"
    static std::string shareOf(std::uint32_t power, std::uint64_t of) {
        if (power == 0 || of == 0) return "0 %";
        const std::uint64_t thousandth = (power * std::uint64_t{1000} + of / 2) / of;
        return std::to_string(thousandth / 10) + "." + std::to_string(thousandth % 10) + " %";
    }

    // All of them, also those that stay: each one's share is another by somebody else's change.
    void powers(const ChainValidators &before, const ChainValidators &after) {
        const std::uint64_t was = powerOf(before), now = powerOf(after);
        line("All power together: " + std::to_string(now) + " (so far: " + std::to_string(was)
                 + "). Blocks are made while more than two thirds of it are there.",
             "权重合计：" + std::to_string(now) + "（此前为" + std::to_string(was)
                 + "）。在线权重超过三分之二才能出块。");
        for (const ChainValidator &one : after) {
            const auto old = std::ranges::find(before, one.key, &ChainValidator::key);
            share(one, now, shareOf(old == before.end() ? 0 : old->power, was));
            if (after.size() > 1) reachOf(one.power, now);
        }
    }
    void share(const ChainValidator &one, std::uint64_t now, const std::string &before) {
        const std::string key = toHex(one.key.view()), after = shareOf(one.power, now);
        line("  " + key + ": " + after + " (so far: " + before + ")",
             "  " + key + "：" + after + "（此前为" + before + "）");
    }
    void reachOf(std::uint64_t power, std::uint64_t all) {
        if (power * 3 >= all)
            line("    Alone it can stop the ledger: it holds a third or more.",
                 "    该验证者占三分之一或以上，独自即可使账本停止。");
        if (power * 3 > 2 * all)
            line("    Alone it decides every block, a false one too: it holds more than two "
                 "thirds.",
                 "    该验证者超过三分之二，可独自决定每一个区块，包括虚假的区块。");
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
        APRICOT_TRY_ASSIGN(joining, joiningOf(a));
        for (const VerifyKey &admin : a.admins) {
            const bool isNew = before && !has(before->admins, admin);
            const bool signs = has(joining, admin);
            line("  administrator " + toHex(admin.view())
                     + (signs   ? ": new, and signs this too"
                        : isNew ? ": new"
                                : ""),
                 "  管理员 " + toHex(admin.view())
                     + (signs   ? "：新增，须一并签署"
                        : isNew ? "：新增"
                                : ""));
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
    return fail(ErrorCode::ProposalUnclear, std::move(why));
}

Result<SignaturesSoFar> signaturesSoFar(ByteView wire, StateReader &state) {
    const CheckedTransaction proposal = checkTransaction(wire);
    if (proposal.malformed) return *proposal.malformed;
    APRICOT_TRY_ASSIGN(signatories, signatoriesOf(proposal.transaction.action, state));
    const auto &[admins, quorum, joining, alone] = signatories;
    const auto has = [](const std::vector<VerifyKey> &all, const VerifyKey &key) {
        return std::ranges::find(all, key) != all.end();
    };
    SignaturesSoFar out;
    std::vector<VerifyKey> missing;
    BothLanguages rows;
    const bool isEnough = alone && has(proposal.signers, *alone);
    if (isEnough) {
        const std::string key = toHex(alone->view());
        rows.line("  signed by the organisation's own administrator, which is enough: " + key,
                  "  本机构管理员 " + key + " 已签署，仅此即可");
    }
    for (const VerifyKey &admin : admins) {
        const std::string key = toHex(admin.view());
        if (!has(proposal.signers, admin)) {
            missing.push_back(admin);
            continue;
        }
        ++out.there;
        rows.line("  signed by administrator " + key, "  管理员 " + key + " 已签署");
    }
    out.there = std::min<std::size_t>(out.there, quorum);
    const std::size_t lacking = isEnough ? 0 : quorum - out.there;
    out.needed = quorum + joining.size();
    if (isEnough) out.there = out.needed = 1;
    if (lacking > 0) {
        rows.line("  still missing: " + std::to_string(lacking) + " of these administrators",
                  "  尚缺：以下管理员中的" + std::to_string(lacking) + "位");
        for (const VerifyKey &admin : missing)
            rows.line("    " + toHex(admin.view()), "    " + toHex(admin.view()));
        if (alone) {
            const std::string key = toHex(alone->view());
            rows.line("  or instead of them all the organisation's own administrator: " + key,
                      "  或仅由本机构管理员签署：" + key);
        }
    }
    for (const VerifyKey &one : joining) {
        const std::string key = toHex(one.view());
        const bool signedIt = has(proposal.signers, one);
        out.there += signedIt ? 1 : 0;
        rows.line((signedIt ? "  signed by the one who comes in, "
                            : "  still missing: the one who comes in, ")
                      + key,
                  (signedIt ? "  新加入者已签署：" : "  尚缺：新加入者 ") + key);
    }
    for (const VerifyKey &one : proposal.signers)
        if (!has(admins, one) && !has(joining, one) && one != alone) {
            const std::string key = toHex(one.view());
            rows.line("  does not count: " + key + " is nobody's who decides here",
                      "  不计入：" + key + " 不属于任何有权决定者");
        }
    if (!proposal.allVerified)
        rows.line("  A signature in it is forged: the ledger refuses it as it is.",
                  "  其中有伪造的签名：账本不会接受。");
    const std::string there = std::to_string(out.there), needed = std::to_string(out.needed);
    out.words.line(there + " of " + needed + " needed signatures are there.",
                   "所需" + needed + "个签名，已有" + there + "个。");
    out.words.english += rows.english;
    out.words.chinese += rows.chinese;
    return out;
}

Result<> agreedWith(bool agreed) {
    if (!agreed) return fail(ErrorCode::ProposalNotAgreed);
    return {};
}

Result<BothLanguages> proposalText(const Action &action, StateReader *state) {
    return Teller(state).take(action);
}

} // namespace apricot
