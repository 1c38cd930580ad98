// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator is asked to sign, in words.
#include <QTest>

#include "flows/proposal.h"
#include "program/test_program.h"

using namespace apricot;

namespace {

class Kept final : public StateReader {
  public:
    [[nodiscard]] std::string chainId() const override { return "chain"; }
    [[nodiscard]] Result<std::optional<Bytes>> standing(ByteView key) override {
        const auto at = values.find(Bytes(key.begin(), key.end()));
        return at == values.end() ? std::nullopt : std::optional(at->second);
    }
    std::map<Bytes, Bytes> values;
};

template <class Key>
Key keyOf(std::uint8_t number) {
    return *Key::from(Bytes(Key::size, number));
}

Organisation clinic() {
    Organisation out;
    out.id = keyOf<OrganisationId>(9);
    out.name = "Clinic\nSuspends nobody \u202e杏";
    out.roles = bitOf(Role::Provider) | bitOf(Role::Pharmacy);
    out.tier = 2;
    out.clearance = 3;
    out.purposes = {Purpose::Treatment};
    out.admin = keyOf<VerifyKey>(1);
    out.desks = {{keyOf<VerifyKey>(2), Profession::Nurse, 2}};
    out.sealing = keyOf<SealKey>(3);
    return out;
}

} // namespace

class TestProposal : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyProposalIsToldWithWhatStoodBefore() {
        Kept state;
        const auto three =
            std::vector{keyOf<VerifyKey>(4), keyOf<VerifyKey>(5), keyOf<VerifyKey>(6)};
        state.values[organisationKey(clinic().id)] = encode(clinic());
        state.values[consortiumKey()] = encode(Consortium{"chain", three, 2});
        state.values[quotaKey()] = encodeQuota(77);
        state.values[validatorsKey()] = encode(ChainValidators{{keyOf<VerifyKey>(7), 10}});
        state.values[policyKey()] = encode(Policy{{Role::Insurer, Purpose::Insurance, 1, 2, 0}});
        const Node node{clinic().id, {clinic().id}, "node.example:1", NodeStatus::Active};
        state.values[nodeKey(keyOf<NodeId>(8))] = encode(node);
        const auto said = [&](const Action &action, std::initializer_list<const char *> words) {
            const auto text = proposalText(action, &state);
            const auto alone = proposalText(action, nullptr);
            QVERIFY(text.ok() && alone.ok());
            const std::string both = text->english + text->chinese;
            for (const char *word : words)
                QVERIFY2(both.find(word) != std::string::npos, (both + " lacks " + word).c_str());
            QVERIFY(alone->english.find("was not looked up") != std::string::npos);
            QVERIFY(both.find("\nSuspends nobody") == std::string::npos);
            QVERIFY(both.find("\u202e") == std::string::npos);
        };
        const std::string id = toHex(clinic().id.view());
        const std::string desk = toHex(keyOf<VerifyKey>(2).view());
        const std::string newDesk = toHex(keyOf<VerifyKey>(22).view());
        said(RegisterOrganisation{clinic()},
             {"hospital or clinic, pharmacy", "医疗机构、药店", "grade 2", "level 3", "treatment",
              "nurse, up to level 2", desk.c_str(), id.c_str()});
        said(
            ChangeKeys{
                clinic().id, keyOf<VerifyKey>(11), {{keyOf<VerifyKey>(22)}}, clinic().sealing},
            {"no longer", desk.c_str(), "from now on", newDesk.c_str(), "doctor", "as before",
             "before: 0101", "此前：0101"});
        said(SuspendOrganisation{clinic().id}, {"Suspends", "暂停", "Clinic", id.c_str()});
        said(ReinstateOrganisation{clinic().id}, {"work again", "恢复"});
        said(ChangeValidators{{{keyOf<VerifyKey>(7), 0}, {keyOf<VerifyKey>(8), 5}}},
             {"makes no blocks any more (power now 10)", "has power 5 (now 0)", "不再出块"});
        said(ChangeConsortium{{three[0], keyOf<VerifyKey>(12)}, 1, 500},
             {"1 of 2 administrators", "Now it is 2 of 3", "no longer 0505", ": new", "500", "77"});
        said(ScheduleRules{4, 900}, {"version 4", "block 900", "第4版"});
        said(CancelRules{4}, {"Gives up", "放弃"});
        said(RegisterNode{keyOf<NodeId>(9), node}, {"Lists a node", "node.example:1"});
        said(ChangeNode{keyOf<NodeId>(8), node}, {"Before:", "此前"});
        said(
            SetPolicy{{{Role::Provider, Purpose::Referral, 3, 4, 2}}},
            {"hospital or clinic of grade 2 or above, for a referral: doctor, nurse, up to level 4",
             "Now it is:", "insurer"});
        said(SetPolicy{}, {"No policy stands any more"});
        said(SetStanding{clinic().id, Restriction{Reason::Dues, 3, 1'900'000'000}},
             {"no more than 3 times an hour until 2030-03-17 17:46 UTC: dues", "费用未缴"});
        said(SetStanding{clinic().id, Restriction{Reason::Breach, 0, 1'900'000'000}},
             {"nothing until"});
        said(SetStanding{clinic().id, std::nullopt}, {"no longer restricted"});
    }

    void whatIsNoProposalIsUnclear() {
        for (const Action &action :
             {Action(), Action(Redeem{clinic().id, {}}), Action(Revoke{keyOf<VerifyKey>(1), {}}),
              Action(SetMonthKeys{keyOf<NodeId>(1), {}})}) {
            const auto text = proposalText(action, nullptr);
            QVERIFY(!text && text.error().code == Code::ProposalUnclear);
        }
    }
};

APRICOT_TEST(TestProposal)
#include "test_proposal.moc"
