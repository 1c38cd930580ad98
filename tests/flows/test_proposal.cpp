// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator is asked to sign, in words.
#include <QRegularExpression>
#include <QTest>

#include "crypto/sign.h"
#include "flows/consortium/proposal.h"
#include "ledger/block.h"
#include "ledger/examples.h"
#include "ledger/kept.h"
#include "ledger/rules.h"
#include "ledger/store_lmdb.h"
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

class OfView final : public StateReader {
  public:
    explicit OfView(const StateView &view) : m_view(view) {}
    [[nodiscard]] std::string chainId() const override { return kept::chainId; }
    [[nodiscard]] Result<std::optional<Bytes>> standing(ByteView key) override {
        return m_view.value(key);
    }

  private:
    const StateView &m_view;
};

template <class Key>
Key keyOf(std::uint8_t number) {
    return exampleKey<Key>(number);
}

Organisation clinic() {
    Organisation out = exampleOrganisation();
    out.name = "Clinic\nSuspends nobody \u202e杏";
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
        state.values[rulesVersionKey()] = encode(RulesVersion{latestRules, latestRules, 0});
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
            {"opens nothing any more (so far: nurse, up to level 2)", desk.c_str(), newDesk.c_str(),
             "(a new desk)", "doctor", "(unchanged)", "(so far: 0101", "（此前：0101"});
        // A desk that stays with other rights is told once.
        said(ChangeKeys{clinic().id,
                        clinic().admin,
                        {{keyOf<VerifyKey>(2), Profession::Clerk, 1}},
                        clinic().sealing},
             {"clerk, up to level 1 (so far: nurse, up to level 2)",
              "窗口人员，至多第1级（此前：护士，至多第2级）"});
        said(SuspendOrganisation{clinic().id}, {"Suspends", "暂停", "Clinic", id.c_str()});
        said(ReinstateOrganisation{clinic().id}, {"work again", "恢复"});
        said(ChangeValidators{{{keyOf<VerifyKey>(7), 0}, {keyOf<VerifyKey>(8), 5}}},
             {"makes no blocks any more (so far: power 10)", "has power 5 (so far: power 0)",
              "All power together: 5 (so far: 10)", "不再出块"});
        // Who will hold how much, also whoever the change does not name.
        said(ChangeValidators{{{keyOf<VerifyKey>(8), 4}}},
             {"Alone it can stop the ledger", "Alone it decides every block",
              "可独自决定每一个区块"});
        const auto alone = [&](std::vector<ChainValidator> changes, const char *what) {
            const auto text = proposalText(ChangeValidators{std::move(changes)}, &state);
            return text.ok() && text->english.find(what) != std::string::npos;
        };
        QVERIFY(alone({{keyOf<VerifyKey>(8), 5}}, "Alone it can stop"));
        QVERIFY(!alone({{keyOf<VerifyKey>(8), 5}}, "Alone it decides"));
        std::vector<ChainValidator> four;
        for (const std::uint8_t one : Bytes{8, 9, 10}) four.push_back({keyOf<VerifyKey>(one), 10});
        QVERIFY(!alone(four, "Alone it"));
        said(ChangeConsortium{{three[0], keyOf<VerifyKey>(12)}, 1, 500},
             {"1 of 2 administrators", "So far it is 2 of 3", "05: no longer one", ": new", "500",
              "77"});
        said(ScheduleRules{4, 900}, {"version 4", "block 900", "第4版"});
        said(CancelRules{4}, {"Gives up", "放弃"});
        said(RegisterNode{keyOf<NodeId>(9), node},
             {"Registers the node", "node.example:1", " is Clinic"});
        said(ChangeNode{keyOf<NodeId>(8), node}, {"So far it is:", "此前"});
        said(
            SetPolicy{{{Role::Provider, Purpose::Referral, 3, 4, 2}}},
            {"hospital or clinic of grade 2 or above, for a referral: doctor, nurse, up to level 4",
             "So far:", "insurer"});
        said(SetPolicy{}, {"No policy stands any more"});
        said(SetStanding{clinic().id, Restriction{Reason::Dues, 3, 1'900'000'000}},
             {"no more than 3 times an hour until 2030-03-17 17:46 UTC: dues", "费用未缴"});
        said(SetStanding{clinic().id, Restriction{Reason::Breach, 0, 1'900'000'000}},
             {"nothing until"});
        said(SetStanding{clinic().id, std::nullopt}, {"no longer restricted"});
    }

    // 3 of 4 administrators decide; each one's share of power is told before and after.
    void sharesOfPowerAreTold() {
        Kept state;
        ChainValidators four;
        for (std::uint8_t i = 1; i <= 4; ++i) four.push_back({keyOf<VerifyKey>(i), 10});
        state.values[validatorsKey()] = encode(four);
        const auto text = proposalText(ChangeValidators{{{keyOf<VerifyKey>(5), 25}}}, &state);
        QVERIFY(text.ok());
        const std::string key = toHex(keyOf<VerifyKey>(1).view()),
                          fresh = toHex(keyOf<VerifyKey>(5).view());
        for (const std::string &words :
             {std::string("All power together: 65 (so far: 40)"), key + ": 15.4 % (so far: 25.0 %)",
              fresh + ": 38.5 % (so far: 0 %)", std::string("Alone it can stop the ledger")})
            QVERIFY2(text->english.find(words) != std::string::npos, text->english.c_str());
        QVERIFY(text->chinese.find("权重合计：65（此前为40）") != std::string::npos);
    }

    // Without a ledger nobody knows who is new: a standing validator was told to sign as one that
    // comes in.
    void withoutALedgerNobodyIsCalledNew() {
        const ChangeValidators raised{{{keyOf<VerifyKey>(7), 20}}};
        Kept state;
        state.values[validatorsKey()] = encode(ChainValidators{{keyOf<VerifyKey>(7), 10}});
        const auto standing = proposalText(raised, &state), alone = proposalText(raised, nullptr);
        QVERIFY(standing.ok() && alone.ok());
        const auto says = [](const BothLanguages &words, const char *english, const char *chinese) {
            const bool out = words.english.find(english) != std::string::npos;
            if (out != (words.chinese.find(chinese) != std::string::npos)) qFatal("not the same");
            return out;
        };
        QVERIFY(!says(*standing, "new", "新增"));
        QVERIFY(!says(*alone, "    new", "    新增"));
        QVERIFY(says(*alone, "    if it is new: the hospital compares its address",
                     "    若为新增：由该医院核对其地址"));
        QVERIFY(says(*alone, "apricot-node --sign", "apricot-node --sign"));
        const ChangeValidators more{{{keyOf<VerifyKey>(8), 20}}};
        QVERIFY(says(*proposalText(more, &state), "    new: the hospital", "    新增：由该医院"));
        // Nor an administrator, nor a desk.
        const auto admins = proposalText(ChangeConsortium{{keyOf<VerifyKey>(4)}, 1, 500}, nullptr);
        QVERIFY(!says(*admins, "new", "新增"));
        const auto desks = proposalText(
            ChangeKeys{clinic().id, clinic().admin, {{keyOf<VerifyKey>(2)}}, clinic().sealing},
            nullptr);
        QVERIFY(!says(*desks, "new", "新"));
    }

    void signaturesAreCountedByWhoDecides() {
        const auto signer = [](std::uint8_t n) {
            return SigningKey::from(Bytes(SigningKey::size, n)).value();
        };
        Kept state;
        std::vector<VerifyKey> admins;
        for (std::uint8_t i = 1; i <= 4; ++i) admins.push_back(verifyKeyOf(signer(i)));
        std::ranges::sort(admins);
        state.values[rulesVersionKey()] = encode(RulesVersion{latestRules, latestRules, 0});
        state.values[consortiumKey()] = encode(Consortium{"chain", admins, 3});
        const auto soFar = [&](const Action &action, std::initializer_list<std::uint8_t> by) {
            Transaction transaction;
            transaction.chainId = "chain";
            transaction.notAfter = 1'900'000'000;
            transaction.action = action;
            const Bytes body = encodeBody(transaction);
            std::vector<SignedBy> all;
            for (const std::uint8_t n : by) all.push_back(signBody(body, signer(n)));
            return signaturesSoFar(assembleTransaction(body, all), state).value();
        };
        // A stranger's does not count, and is told.
        const auto one = soFar(SuspendOrganisation{clinic().id}, {1, 9});
        QCOMPARE(one.there, std::size_t{1});
        QCOMPARE(one.needed, std::size_t{3});
        const auto says = [](const SignaturesSoFar &what, const std::string &words) {
            return (what.words.english + what.words.chinese).find(words) != std::string::npos;
        };
        const auto key = [&](std::uint8_t n) { return toHex(verifyKeyOf(signer(n)).view()); };
        QVERIFY(says(one, "1 of 3 needed signatures are there."));
        QVERIFY(says(one, "所需3个签名，已有1个。"));
        QVERIFY(says(one, "signed by administrator " + key(1)));
        QVERIFY(says(one, "still missing: 2 of these"));
        for (const std::uint8_t n : std::initializer_list<std::uint8_t>{2, 3, 4})
            QVERIFY(says(one, "    " + key(n)));
        QVERIFY(says(one, "does not count: " + key(9)));
        // More than enough is enough.
        const auto all = soFar(SuspendOrganisation{clinic().id}, {1, 2, 3, 4});
        QCOMPARE(all.there, std::size_t{3});
        QVERIFY(!says(all, "missing"));
        // A clinic's own signature under its keys is enough, and nobody else's is needed.
        Organisation own = clinic();
        own.admin = verifyKeyOf(signer(6));
        state.values[organisationKey(own.id)] = encode(own);
        const ChangeKeys keys{own.id, verifyKeyOf(signer(10)), own.desks, own.sealing};
        const auto byItself = soFar(keys, {6});
        QCOMPARE(byItself.there, std::size_t{1});
        QCOMPARE(byItself.needed, std::size_t{1});
        QVERIFY(says(byItself, "own administrator, which is enough: " + key(6)));
        QVERIFY(!says(byItself, "does not count"));
        QVERIFY(!says(byItself, "missing"));
        const auto byOthers = soFar(keys, {1, 2});
        QCOMPARE(byOthers.there, std::size_t{2});
        QCOMPARE(byOthers.needed, std::size_t{3});
        QVERIFY(says(byOthers,
                     "or instead of them all the organisation's own administrator: " + key(6)));
        QVERIFY(says(soFar(keys, {1, 9}), "does not count: " + key(9)));
        // Who comes in signs too; so does a validator that is not there yet.
        auto more = admins;
        more.push_back(verifyKeyOf(signer(5)));
        std::ranges::sort(more);
        const auto joining = soFar(ChangeConsortium{more, 3, 500}, {1, 2, 3});
        QCOMPARE(joining.there, std::size_t{3});
        QCOMPARE(joining.needed, std::size_t{4});
        QVERIFY(says(joining, "still missing: the one who comes in, " + key(5)));
        QCOMPARE(soFar(ChangeConsortium{more, 3, 500}, {1, 2, 3, 5}).there, std::size_t{4});
        state.values[validatorsKey()] = encode(ChainValidators{{verifyKeyOf(signer(7)), 10}});
        const ChangeValidators change{{{verifyKeyOf(signer(7)), 20}, {verifyKeyOf(signer(8)), 10}}};
        std::vector<ChainValidator> sorted = change.changes;
        std::ranges::sort(sorted, {}, &ChainValidator::key);
        QCOMPARE(soFar(ChangeValidators{sorted}, {1, 2, 8}).there, std::size_t{3});
        QCOMPARE(soFar(ChangeValidators{sorted}, {1, 2, 8}).needed, std::size_t{4});
    }

    // On a ledger that an older program left and on the same once its rules have moved on: whoever
    // the words say must sign is whom the rules want, and nobody else.
    void whoMustSignIsWhomTheRulesWant() {
        const kept::Folder folder("consortium_2");
        const auto store = openLmdbStore(folder.path(), {}).value();
        const SigningKey admin = kept::keyOf(kept::Admin), joins = kept::keyOf(77);
        const auto agree = [&](const StateView &state, std::size_t needed) -> Result<> {
            OfView reader(state);
            APRICOT_TRY_ASSIGN(raw, state.value(consortiumKey()));
            APRICOT_TRY_ASSIGN(consortium, decodeConsortium(*raw));
            if (consortium.quorum != 1) qFatal("another quorum");
            consortium.admins.push_back(verifyKeyOf(joins));
            std::ranges::sort(consortium.admins);
            for (const Action &action : {Action(ChangeConsortium{consortium.admins, 1, 500}),
                                         Action(ChangeValidators{{{verifyKeyOf(joins), 1}}})}) {
                Transaction transaction;
                transaction.chainId = kept::chainId;
                transaction.notAfter = kept::start + 4000;
                transaction.action = action;
                const Bytes body = encodeBody(transaction);
                for (const bool both : {false, true}) {
                    std::vector<SignedBy> by{signBody(body, admin)};
                    if (both) by.push_back(signBody(body, joins));
                    const Bytes wire = assembleTransaction(body, by);
                    APRICOT_TRY_ASSIGN(soFar, signaturesSoFar(wire, reader));
                    if (soFar.needed != needed) qFatal("needed %zu", soFar.needed);
                    const auto judged =
                        applyRules(state, {kept::chainId, 1000, kept::start + 3900, true},
                                   checkTransaction(wire));
                    if (judged.ok() != (soFar.there == soFar.needed))
                        qFatal("%s: %zu of %zu", action.row()->name.data(), soFar.there,
                               soFar.needed);
                    if (!judged && isHostFailure(judged.error().code)) return judged.error();
                }
                APRICOT_TRY_ASSIGN(words, proposalText(action, &reader));
                if ((words.english.find("signs this") != std::string::npos) != (needed == 2))
                    qFatal("%s", words.english.c_str());
            }
            return {};
        };
        const auto read = store->read([&](const CommittedState &state) -> Result<> {
            if (rulesVersionIn(state)->current != 2) qFatal("another version");
            APRICOT_TRY(agree(state, 1));
            Overlay moved(state);
            moved.add({{rulesVersionKey(), encode(RulesVersion{3, 3, 0})}});
            return agree(moved, 2);
        });
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
    }

    // Every row of the table: told in both languages, each in its own, or no proposal at all.
    void everyActionIsToldInBothLanguagesOrIsNoProposal() {
        Organisation plain = exampleOrganisation();
        plain.restriction = Restriction{Reason::Investigation, 2, 1'900'000'000};
        const Node node{plain.id, {plain.id}, "node.example:1", NodeStatus::Resting};
        Kept state;
        state.values[organisationKey(plain.id)] = encode(plain);
        state.values[nodeKey(keyOf<NodeId>(8))] = encode(node);
        const QRegularExpression given(
            QStringLiteral("[0-9a-f]{16,}|node.example:1|Name|UTC|apricot-node --sign"));
        const QRegularExpression latin(QStringLiteral("[A-Za-z]")), han(QStringLiteral("\\p{Han}"));
        for (const Action &example : exampleActions()) {
            const ActionRow *row = example.row();
            const bool isProposal =
                row->signatures == Signers::Quorum || example.as<ChangeKeys>() != nullptr;
            for (StateReader *known :
                 {static_cast<StateReader *>(&state), static_cast<StateReader *>(nullptr)}) {
                const auto text = proposalText(example, known);
                QCOMPARE(text.ok(), isProposal);
                if (!text) continue;
                QString english = QString::fromStdString(text->english),
                        chinese = QString::fromStdString(text->chinese);
                QCOMPARE(english.count(u'\n'), chinese.count(u'\n'));
                QVERIFY(english.size() > 20 && chinese.size() > 5);
                QVERIFY2(!english.remove(given).contains(han), text->english.c_str());
                QVERIFY2(!chinese.remove(given).contains(latin), text->chinese.c_str());
                if (qEnvironmentVariableIsSet("APRICOT_SHOW_WORDS"))
                    qInfo("%s\n%s%s", std::string(row->name).c_str(), text->english.c_str(),
                          text->chinese.c_str());
            }
        }
    }

    // None of the numbers behind them is left without its words.
    void everyTermHasItsWords() {
        const auto named = [](const BothLanguages &words) {
            return !words.english.empty() && !words.chinese.empty() && words.english != "unknown";
        };
        for (std::uint8_t i = 1; i <= roleCount; ++i) QVERIFY(named(wordsOf(static_cast<Role>(i))));
        for (std::uint8_t i = 1; i <= professionCount; ++i)
            QVERIFY(named(wordsOf(static_cast<Profession>(i))));
        for (std::uint8_t i = 1; i <= purposeCount; ++i)
            QVERIFY(named(wordsOf(static_cast<Purpose>(i))));
        for (std::uint8_t i = 1; i <= reasonCount; ++i)
            QVERIFY(named(wordsOf(static_cast<Reason>(i))));
    }

    void whatIsNoProposalIsUnclear() {
        for (const Action &action :
             {Action(), Action(Redeem{clinic().id, {}}), Action(Revoke{keyOf<VerifyKey>(1), {}}),
              Action(SetMonthKeys{keyOf<NodeId>(1), {}})}) {
            const auto text = proposalText(action, nullptr);
            QVERIFY(!text && text.error().code == ErrorCode::ProposalUnclear);
        }
    }
};

APRICOT_TEST(TestProposal)
#include "test_proposal.moc"
