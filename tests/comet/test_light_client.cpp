// SPDX-License-Identifier: GPL-3.0-or-later
#include "chain.h"
#include "comet/checkpoint.h"
#include "comet/consortium_receipt.h"
#include "comet/ics23.h"
#include "ledger/header.h"
#include "ledger/memory_ledger.h"
#include "program/test_program.h"

#include <QTest>

using namespace apricot;
using namespace apricot::comet;

namespace {

ErrorCode codeOf(const Result<Trusted> &step) {
    return step ? ErrorCode::None : step.error().code;
}

// Three of a chain's four, as many as must sign.
Signers allBut(const Signers &signers, std::size_t left) {
    return {signers.begin() + static_cast<std::ptrdiff_t>(left), signers.end()};
}

} // namespace

class TestLightClient : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aHeaderHasTheHashThatTheProtocolGivesIt() {
        // Computed by hand from the encoding in CometBFT's specification: an empty tree, one leaf.
        QCOMPARE(toHex(hashOf(ValidatorSet{}).view()),
                 std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        Commit commit;
        commit.votes.push_back({VoteFlag::Nil, {}, {-62135596800, 0}, {}});
        // Height and round of 0 are left out, a vote for nothing has no block, and the time before
        // all times is written as Go does.
        QCOMPARE(toHex(signBytes(commit, 0, "a")), std::string("12"
                                                               "0802"
                                                               "2a0b088092b8c398feffffff01"
                                                               "320161"));
    }

    void blocksSurviveTheirJson() {
        const Chain chain(4);
        const LightBlock block = chain.block(7, chain.now, chain.now, allBut(chain.now, 1));
        const auto back = readLightBlock(toJson(block));
        QVERIFY(back.ok());
        QCOMPARE(hashOf(back->header), hashOf(block.header));
        QCOMPARE(toJson(*back), toJson(block));
        QVERIFY(verifyStep(chain.genesis(), *back, chain.rulesAt(7)).ok());
        const auto both = readLightBlocks(toJson(std::vector<LightBlock>{block, block}));
        QVERIFY(both.ok() && both->size() == 2);
    }

    void brokenJsonIsRefused_data() {
        QTest::addColumn<QByteArray>("json");
        const Chain chain(4);
        const std::string good = toJson(chain.block(3));
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("nothing in it") << QByteArray("{}");
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("cut") << QByteArray::fromStdString(good.substr(0, good.size() / 2));
        const auto with = [&](const char *what, const char *instead) {
            std::string out = good;
            const auto at = out.find(what);
            return QByteArray::fromStdString(at == std::string::npos
                                                 ? std::string()
                                                 : out.replace(at, std::strlen(what), instead));
        };
        QTest::newRow("height not a number") << with("\"height\":\"3\"", "\"height\":\"x\"");
        QTest::newRow("power negative")
            << with("\"voting_power\":\"10\"", "\"voting_power\":\"-1\"");
        QTest::newRow("power huge")
            << with("\"voting_power\":\"10\"", "\"voting_power\":\"9223372036854775807\"");
        QTest::newRow("another kind of key") << with("PubKeyEd25519", "PubKeySecp256k1");
        QTest::newRow("time") << with("T", " ");
        QTest::newRow("flag") << with("\"block_id_flag\":2", "\"block_id_flag\":9");
    }
    void brokenJsonIsRefused() {
        QFETCH(QByteArray, json);
        const auto read = readLightBlock(std::string_view(json.constData(), size_t(json.size())));
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, ErrorCode::LightBlockMalformed);
    }

    void oneStepOverTheNextBlockAndOverMany() {
        const Chain chain(4);
        auto next = verifyStep(chain.genesis(), chain.block(1), chain.rulesAt(1));
        QVERIFY(next.ok());
        QCOMPARE(next->height, std::int64_t{1});
        QVERIFY(verifyStep(*next, chain.block(2), chain.rulesAt(2)).ok());
        QVERIFY(verifyStep(*next, chain.block(900), chain.rulesAt(900)).ok());
    }

    void whatIsWrongIsRefusedByName() {
        const Chain chain(4);
        const Trusted from = chain.genesis();
        const auto step = [&](const LightBlock &block, const StepRules &rules) {
            return codeOf(verifyStep(from, block, rules));
        };
        const StepRules rules = chain.rulesAt(5);
        const LightBlock good = chain.block(5);
        QCOMPARE(step(good, rules), ErrorCode::None);

        QCOMPARE(step(chain.block(5, chain.now, chain.now, allBut(chain.now, 2)), rules),
                 ErrorCode::LightTooFewSignatures); // two of four
        LightBlock changed = good;
        changed.header.appHash[0] ^= 1U;
        QCOMPARE(step(changed, rules), ErrorCode::LightBlockInvalid);
        changed = good;
        changed.commit.height = 6;
        QCOMPARE(step(changed, rules), ErrorCode::LightBlockInvalid);
        changed = good;
        changed.validators.front().power += 1;
        QCOMPARE(step(changed, rules), ErrorCode::LightBlockInvalid);
        changed = good;
        changed.nextValidators.pop_back();
        QCOMPARE(step(changed, rules), ErrorCode::LightBlockInvalid);
        changed = good;
        changed.commit.votes.pop_back();
        QCOMPARE(step(changed, rules), ErrorCode::LightBlockInvalid);
        changed = good;
        for (CommitVote &vote : changed.commit.votes) vote.signature[5] ^= 1U;
        QVERIFY(step(changed, rules) != ErrorCode::None);
        changed = good; // one forged signature of four leaves three
        changed.commit.votes[0].signature[5] ^= 1U;
        QCOMPARE(step(changed, rules), ErrorCode::None);
        changed = good; // a vote that says it is somebody else's
        for (CommitVote &vote : changed.commit.votes) vote.address = good.commit.votes[0].address;
        QVERIFY(step(changed, rules) != ErrorCode::None);

        changed = good;
        changed.header.chainId = "another";
        QCOMPARE(step(changed, rules), ErrorCode::LightBlockForOtherChain);
        StepRules late = rules;
        late.now.seconds += 86400;
        QCOMPARE(step(good, late), ErrorCode::LightTrustExpired);
        StepRules early = rules;
        early.now.seconds -= 60;
        QCOMPARE(step(good, early), ErrorCode::LightBlockFromFuture);
        const auto here = verifyStep(from, good, rules);
        QVERIFY(here.ok());
        QCOMPARE(codeOf(verifyStep(*here, good, rules)), ErrorCode::LightBlockInvalid); // not above
        QCOMPARE(codeOf(verifyStep(*here, chain.block(4), rules)), ErrorCode::LightBlockInvalid);
    }

    void aVoteThatIsCopiedCountsOnce() {
        Chain chain(4);
        LightBlock block = chain.block(5);
        // A set that names one validator four times is not the one that is trusted.
        block.validators = {block.validators[0], block.validators[0], block.validators[0],
                            block.validators[0]};
        block.header.validatorsHash = bytesOf(hashOf(block.validators));
        const Signers one{chain.now[0]};
        Chain::sign(block, chain.now, chain.now);
        QVERIFY(!verifyStep(chain.genesis(), block, chain.rulesAt(5)).ok());
    }

    void strangersAreNotTrustedButFollowedStepByStep() {
        Chain chain(8);
        const Signers old(chain.now.begin(), chain.now.begin() + 4);
        const Signers fresh(chain.now.begin() + 4, chain.now.end());
        Trusted from = chain.genesis();
        from.nextValidators = setOf(old);
        Peer node;
        // The whole set is exchanged at block 50, one validator every ten blocks before it.
        const auto setAt = [&](std::int64_t height) {
            Signers out = old;
            for (std::int64_t i = 0; i < std::min<std::int64_t>(4, height / 10); ++i)
                out[static_cast<std::size_t>(i)] = fresh[static_cast<std::size_t>(i)];
            return out;
        };
        for (std::int64_t h = 1; h <= 60; ++h)
            node.blocks[h] = chain.block(h, setAt(h), setAt(h + 1), setAt(h));
        QCOMPARE(codeOf(verifyStep(from, node.blocks[60], chain.rulesAt(60))),
                 ErrorCode::LightNotEnoughTrust);
        const FixedClock clock(Chain::start + 310);
        LightClient client(from, {86400, 10, 200}, clock);
        QVERIFY(client.trust(60, {&node}).ok());
        QCOMPARE(client.latest().height, std::int64_t{60});
        QVERIFY2(node.asked < 20, "it skips");
        // Whoever knows the first validators alone can follow the trail that is left.
        const auto followed = followTrail(from, client.trail(), {86400, 10, 200});
        QVERIFY(followed.ok());
        QCOMPARE(followed->height, std::int64_t{60});
        QVERIFY(client.trail().size() < 12);
    }

    void aLyingWitnessIsPassedOverAndAnAttackIsKept() {
        Chain chain(4);
        Peer honest;
        Peer silent;
        Peer forger;
        Peer attacked;
        honest.blocks[9] = chain.block(9);
        forger.blocks[9] = chain.block(9);
        forger.blocks[9].header.appHash = Bytes(32, 1); // nobody signed that
        Chain other(4);                                 // the same validators, for the same seed
        other.appHash = Bytes(32, 2);
        attacked.blocks[9] = other.block(9, chain.now, chain.now, chain.now); // they signed both
        attacked.blocks[9].header.appHash = Bytes(32, 2);
        Chain::sign(attacked.blocks[9], chain.now, chain.now);
        const FixedClock clock(Chain::start + 60);
        const auto reach = [&](std::vector<LightBlockSource *> nodes,
                               std::string *evidence = nullptr) {
            LightClient client(chain.genesis(), {86400, 10, 200}, clock);
            const auto reached = client.trust(9, nodes);
            if (evidence) *evidence = client.evidence();
            return reached ? ErrorCode::None : reached.error().code;
        };
        QCOMPARE(reach({&honest}), ErrorCode::None);
        QCOMPARE(reach({&honest, &honest}), ErrorCode::None);
        QCOMPARE(reach({&honest, &silent}), ErrorCode::LightWitnessMissing);
        QCOMPARE(reach({&honest, &forger}), ErrorCode::LightWitnessMissing);
        QCOMPARE(reach({&honest, &forger, &honest}), ErrorCode::None);
        std::string evidence;
        QCOMPARE(reach({&honest, &attacked}, &evidence), ErrorCode::LightWitnessDisagrees);
        const auto kept = readLightBlocks(evidence);
        QVERIFY(kept.ok() && kept->size() == 2);
        QVERIFY(hashOf(kept->at(0).header) != hashOf(kept->at(1).header));
        QVERIFY(reach({&forger, &honest}) != ErrorCode::None);
    }

    void aPhoneThatSleptTooLongTrustsACheckpoint() {
        const Chain chain(4);
        const LightBlock block = chain.block(500);
        const std::string code = toText(checkpointOf(block));
        const auto read = readCheckpoint(code);
        QVERIFY(read.ok());
        QCOMPARE(*read, checkpointOf(block));
        QVERIFY(trustByHash(block, read->hash).ok());
        QVERIFY(!trustByHash(chain.block(501), read->hash).ok());
        QCOMPARE(readCheckpoint(code.substr(0, code.size() - 3)).error().code,
                 ErrorCode::CheckpointMalformed);
        QCOMPARE(readCheckpoint("APRICOT:1:ABC").error().code, ErrorCode::CheckpointMalformed);
        QCOMPARE(readCheckpoint("").error().code, ErrorCode::CheckpointMalformed);
    }

    void anAnswerVerifiesOfflineAndInIcs23() {
        Chain chain(4);
        FixedClock clock(Chain::start);
        SeededRandom random(3);
        Consortium consortium{"test-chain", {chain.now[0]->validator().key}, 1};
        auto ledger = createMemoryLedger(consortium, clock, random);
        QVERIFY(ledger.ok());
        for (const Bytes &key : {consortiumKey(), Bytes{'x'}}) {
            auto answer = (*ledger)->query(key);
            QVERIFY(answer.ok());
            const auto header = verifyHeader(answer->header, *(*ledger)->ledgerKey(), "test-chain");
            QVERIFY(header.ok());
            chain.appHash = bytesOf(header->stateRoot);
            const std::string trail = toJson(std::vector<LightBlock>{
                chain.block(static_cast<std::int64_t>(answer->height) + 1)});
            answer->header.assign(trail.begin(), trail.end());
            const auto verified =
                verifyConsortiumAnswer(*answer, chain.genesis(), {86400, 10, 200});
            QVERIFY(verified.ok());
            QCOMPARE(verified->value.has_value(), key == consortiumKey());
            ProvenAnswer other = *answer;
            other.height += 1;
            QCOMPARE(verifyConsortiumAnswer(other, chain.genesis(), {86400}).error().code,
                     ErrorCode::ReceiptWithoutHeader);
            other = *answer;
            other.value = Bytes{1};
            QCOMPARE(verifyConsortiumAnswer(other, chain.genesis(), {86400}).error().code,
                     ErrorCode::ProofRefused);

            const auto proof = decodeProof(answer->proof);
            QVERIFY(proof.ok());
            if (!answer->value) {
                QCOMPARE(toIcs23(*proof, key, {}).error().code, ErrorCode::Ics23Refused);
                continue;
            }
            const auto ics = toIcs23(*proof, key, *answer->value);
            QVERIFY(ics.ok());
            QVERIFY(verifyIcs23(TreeKind::Jellyfish, *ics, chain.appHash, key, answer->value).ok());
            QVERIFY(!verifyIcs23(TreeKind::Iavl, *ics, chain.appHash, key, answer->value).ok());
            QVERIFY(!verifyIcs23(TreeKind::Jellyfish, *ics, Bytes(32, 1), key, answer->value).ok());
            QVERIFY(!verifyIcs23(TreeKind::Jellyfish, *ics, chain.appHash, key, Bytes{1}).ok());
        }
    }

    void timesAreReadAsTheyAreWritten() {
        for (const char *text : {"2026-03-01T09:30:00Z", "1970-01-01T00:00:00.000000001Z",
                                 "2024-02-29T23:59:59.999999999Z"}) {
            const auto time = readTime(text);
            QVERIFY(time.has_value());
            QCOMPARE(toText(*time), std::string(text));
        }
        for (const char *text :
             {"", "2026-02-30T00:00:00Z", "2026-03-01 09:30:00Z", "2026-03-01T24:00:00Z",
              "2026-03-01T09:30:00", "2026-03-01T09:30:00.1234567890Z"})
            QVERIFY2(!readTime(text), text);
    }
};

APRICOT_TEST(TestLightClient)
#include "test_light_client.moc"
