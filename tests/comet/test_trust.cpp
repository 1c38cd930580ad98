// SPDX-License-Identifier: GPL-3.0-or-later
// By what a phone's trust moves: signed blocks, and checkpoints within their bounds.
#include "chain.h"
#include "comet/checkpoint.h"

#include "program/test_program.h"

#include <QTest>

using namespace apricot;
using namespace apricot::comet;

namespace {

constexpr LightOptions options{86400, 10, 200};

// A phone that trusts block 10 of a chain, and two nodes that have blocks 1 to 60 of it.
struct Phone {
    Chain chain{4};
    Peer first, second;
    FixedClock clock{Chain::start + 310};
    LightClient client{chain.genesis(), options, clock};

    Phone() {
        for (std::int64_t h = 1; h <= 60; ++h) first.blocks[h] = chain.block(h);
        second.blocks = first.blocks;
        if (!client.trust(10, nodes()).ok()) qFatal("block 10");
    }
    [[nodiscard]] std::vector<LightBlockSource *> nodes() { return {&first, &second}; }
    // What the phone says to a checkpoint of a block that the first node has.
    [[nodiscard]] ErrorCode adopt(const LightBlock &block) {
        first.blocks[block.header.height] = block;
        return adopt(checkpointOf(block));
    }
    [[nodiscard]] ErrorCode adopt(const Checkpoint &checkpoint) {
        const Trusted before = client.latest();
        const auto adopted = client.adopt(checkpoint, nodes());
        if (adopted) return ErrorCode::None;
        if (client.latest().hash != before.hash) qFatal("a refusal moved the trust");
        return adopted.error().code;
    }
};

} // namespace

class TestTrust : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aTrueCheckpointIsTaken() {
        Phone phone;
        QCOMPARE(phone.adopt(phone.chain.block(60)), ErrorCode::None);
        QCOMPARE(phone.client.latest().height, std::int64_t{60});
        QVERIFY(phone.client.trail().empty());
        QCOMPARE(phone.adopt(phone.chain.block(60)), ErrorCode::None); // again
        QCOMPARE(phone.adopt(phone.chain.block(59)), ErrorCode::CheckpointPassed);
        QCOMPARE(phone.client.latest().height, std::int64_t{60});
        // So is one that a phone needs which slept too long.
        Phone late;
        late.clock.advance(2 * 86400);
        QCOMPARE(late.client.trust(11, late.nodes()).error().code, ErrorCode::LightTrustExpired);
        LightBlock fresh = late.chain.block(40'000);
        late.second.blocks[40'000] = fresh;
        late.clock.set(fresh.header.time.seconds + 5);
        QCOMPARE(late.adopt(fresh), ErrorCode::None);
    }

    void whatACheckpointSaysMustBeTheBlocks() {
        Phone phone;
        const Checkpoint good = checkpointOf(phone.chain.block(60));
        Checkpoint other = good;
        other.time += 1;
        QCOMPARE(phone.adopt(other), ErrorCode::LightBlockInvalid);
        other = good;
        other.hash[0] ^= 1U;
        QCOMPARE(phone.adopt(other), ErrorCode::LightBlockInvalid);
        other = good;
        other.chainId = "another";
        QCOMPARE(phone.adopt(other), ErrorCode::LightBlockInvalid);
        // Nor does it help that the block says so too.
        LightBlock foreign = phone.chain.block(60);
        foreign.header.chainId = "another";
        Chain::sign(foreign, phone.chain.now, phone.chain.now);
        QCOMPARE(phone.adopt(foreign), ErrorCode::LightBlockInvalid);
        other = checkpointOf(foreign);
        other.chainId = good.chainId;
        QCOMPARE(phone.adopt(other), ErrorCode::LightBlockInvalid);
        QVERIFY(!trustedBy(foreign, other).ok());
        QVERIFY(trustedBy(foreign, checkpointOf(foreign)).ok());
    }

    void neitherTheFutureNorTheLongPastIsTrusted() {
        Phone phone;
        const LightBlock future = phone.chain.block(1000); // signed by the true validators
        phone.second.blocks[1000] = future;
        QCOMPARE(phone.adopt(future), ErrorCode::LightBlockFromFuture);
        Phone late;
        late.clock.advance(2 * 86400);
        QCOMPARE(late.adopt(late.chain.block(60)), ErrorCode::LightTrustExpired);
    }

    void aSecondNodeMustHaveTheSameBlock() {
        Phone phone;
        phone.second.blocks.clear();
        QCOMPARE(phone.adopt(phone.chain.block(60)), ErrorCode::LightWitnessMissing);
        // A forged one, when nothing is trusted any more: the honest node has another.
        Phone late;
        const Chain strangers(4, 99);
        late.clock.set(Chain::start + 5 * 40'000 + 5);
        late.second.blocks[40'000] = late.chain.block(40'000);
        QCOMPARE(late.adopt(strangers.block(40'000)), ErrorCode::LightWitnessMissing);
        QCOMPARE(late.adopt(late.chain.block(40'000)), ErrorCode::None);
    }

    void aContradictionOfWhatIsTrustedIsKeptAsEvidence() {
        const Chain strangers(4, 99);
        for (const std::int64_t height : {10, 11, 60}) {
            Phone phone;
            const LightBlock forged = strangers.block(height);
            phone.second.blocks[height] = forged; // even if both lie
            QCOMPARE(phone.adopt(forged), ErrorCode::CheckpointContradicts);
            const auto kept = readLightBlocks(phone.client.evidence());
            QVERIFY(kept.ok());
            QCOMPARE(kept->size(), std::size_t{2});
            QCOMPARE(kept->front().header.height, std::int64_t{10});
            QCOMPARE(kept->back().commit.block.hash, forged.commit.block.hash);
        }
        // A higher block of an earlier time is a forgery, however long ago that is.
        Phone phone;
        LightBlock back = phone.chain.block(60);
        back.header.time = {Chain::start + 20, 0};
        Chain::sign(back, phone.chain.now, phone.chain.now);
        phone.second.blocks[60] = back;
        QCOMPARE(phone.adopt(back), ErrorCode::CheckpointContradicts);
    }

    void aWitnessOfAnotherHeightSaysNothing() {
        Phone phone;
        Peer liar;
        liar.blocks[60] = phone.chain.block(59); // genuine
        const auto reached = phone.client.trust(60, {&phone.first, &liar, &phone.second});
        QVERIFY(reached.ok());
        QVERIFY(phone.client.evidence().empty());
        phone.clock.set(Chain::start + 200); // 100 seconds before the block
        QCOMPARE(phone.client.trust(60, phone.nodes()).error().code,
                 ErrorCode::LightBlockFromFuture);
    }

    void theReaderTakesWhatTheWriterWrites() {
        for (const char *text :
             {"0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "0169-07-08T09:10:11.5Z",
              "0999-12-31T23:59:59.000000001Z", "1969-12-31T23:59:59.999999999Z",
              "9999-12-31T23:59:59.999999999Z"}) {
            const auto time = readTime(text);
            QVERIFY2(time, text);
            QCOMPARE(readTime(toText(*time)), time);
        }
        QCOMPARE(toText(Time{-62'135'596'800, 0}), std::string("0001-01-01T00:00:00Z"));

        const Chain chain(4);
        LightBlock block = chain.block(7);
        const auto survives = [&] {
            const auto back = readLightBlock(toJson(block));
            return back && hashOf(back->header) == hashOf(block.header)
                   && toJson(*back) == toJson(block);
        };
        for (const UnixTime seconds : {UnixTime{-62'135'596'800}, UnixTime{-56'800'000'000},
                                       UnixTime{-1}, UnixTime{253'402'300'799}}) {
            block.header.time = {seconds, 7};
            QVERIFY(survives());
        }
        // A chain's name with what JSON must escape.
        for (const char *name : {"", "a\"b\\c", "line\nbreak\ttab", "\x01\x1f", "\xe6\x9d\x8f"}) {
            block.header.chainId = name;
            QVERIFY2(survives(), name);
        }
        block = chain.block(7);
        block.header.blockVersion = block.header.appVersion = 0;
        QVERIFY(survives());
        block.header.lastBlock = {Bytes(32, 1), UINT32_MAX, Bytes(32, 2)};
        QVERIFY(survives());
        block.commit.round = INT32_MAX;
        block.commit.votes[0].flag = VoteFlag::Nil;
        block.commit.votes[1] = {};
        QVERIFY(survives());
        block.header.height = block.commit.height = INT64_MAX;
        QVERIFY(survives());

        for (Checkpoint checkpoint :
             {Checkpoint{"c", 1, 0, Bytes(32, 0)},
              Checkpoint{"c", INT64_MAX, 253'402'300'799, Bytes(32, 9)},
              Checkpoint{std::string(50, 'x'), 5, Chain::start, Bytes(32, 3)}}) {
            const auto back = readCheckpoint(toText(checkpoint));
            QVERIFY(back.ok());
            QCOMPARE(*back, checkpoint);
        }
    }

    void brokenCheckpointsAreRefused() {
        for (const char *text :
             {"", "APRICOT:C1:", "APRICOT:C1:A", "APRICOT:C1:!!!", "APRICOT:C2:ABC", "APRICOT:C1"})
            QCOMPARE(readCheckpoint(text).error().code, ErrorCode::CheckpointMalformed);
        const std::string good = toText({"chain", 5, Chain::start, Bytes(32, 3)});
        QVERIFY(readCheckpoint(good).ok());
        for (std::size_t size = 0; size < good.size(); ++size)
            QVERIFY(!readCheckpoint(good.substr(0, size)).ok());
        QVERIFY(!readCheckpoint(good + std::string(600, '0')).ok());
        QVERIFY(!readCheckpoint(toText({"chain", 0, Chain::start, Bytes(32, 3)})).ok());
        for (const Checkpoint &odd :
             {Checkpoint{"", 5, Chain::start, Bytes(32, 3)},
              Checkpoint{"<b>two words</b>", 5, Chain::start, Bytes(32, 3)},
              Checkpoint{"c", 5, -1, Bytes(32, 3)}, Checkpoint{"c", 5, INT64_MAX, Bytes(32, 3)},
              Checkpoint{std::string(51, 'x'), 5, Chain::start, Bytes(32, 3)},
              Checkpoint{"c", 5, Chain::start, Bytes(31, 3)}})
            QVERIFY(!readCheckpoint(toText(odd)).ok());
    }
};

APRICOT_TEST(TestTrust)
#include "test_trust.moc"
