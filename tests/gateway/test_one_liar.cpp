// SPDX-License-Identifier: GPL-3.0-or-later
// What one node can do to a phone that also reaches honest ones: delay it, and nothing more.
#include "scene.h"

#include "program/test_program.h"

#include <QTest>

using namespace apricot;
using namespace apricot::gateway;

namespace {

const std::vector<std::string> three = {"a", "b", "c"};

bool isSubmission(const net::HttpRequest &request) {
    return request.path == "/v1/transactions";
}
// A node that says this became of a transaction, whatever became of it.
Wire::Lie says(decltype(Outcome::refusal) refusal, Height height = 2) {
    return [=](const net::HttpRequest &request, net::HttpAnswer &answer) {
        if (isSubmission(request))
            answer = {200, encode(Outcome{height, 1, refusal, {}, sha256(request.body)}), {}};
    };
}
Wire::Lie fails(ErrorCode code) {
    return [=](const net::HttpRequest &, net::HttpAnswer &answer) {
        answer = {400, encode(Error{code, "node", {}}), {}};
    };
}
// A node that has another block of that height.
Wire::Lie shows(const LightBlock &block) {
    return [block](const net::HttpRequest &request, net::HttpAnswer &answer) {
        if (request.path == "/v1/light-block?height=" + std::to_string(block.header.height))
            answer = {200, bytesOfText(comet::toJson(block)), {}};
    };
}
ErrorCode codeOf(const Result<> &result) {
    return result ? ErrorCode::None : result.error().code;
}

} // namespace

class TestOneLiar : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aHeightThatIsSaidMovesNoFloor() {
        Scene s;
        s.lies[0] = says({}, Height{1} << 62U);
        s.lies[1] = s.lies[0];
        const auto ledger = s.open();
        Bytes forged = s.parties.redeem(s.parties.publicPart(s.parties.grant()));
        forged.back() ^= 1U;
        QVERIFY(!ledger->submit(forged).ok());
        QVERIFY(ledger->query(consortiumKey()).ok());
        // What is true of it is taken from the proof.
        const auto done = ledger->submit(s.parties.redeem(s.parties.publicPart(s.parties.grant())));
        QVERIFY(done.ok() && done->accepted());
        QCOMPARE(done->height, s.ledger->height());
        QVERIFY(done->blockTime > Chain::start && done->blockTime <= s.parties.clock.now());
        QVERIFY(ledger->query(consortiumKey()).ok());
    }

    void aWitnessOfAnotherHeightIsNoAttack() {
        Scene s(three);
        s.lies[1] = [&](const net::HttpRequest &request, net::HttpAnswer &answer) {
            if (isBlock(request)) // genuine, and not what was asked
                answer = {200, bytesOfText(comet::toJson(s.chain.block(1))), {}};
        };
        const auto answer = s.open()->query(consortiumKey());
        QVERIFY2(answer.ok(), answer.ok() ? "" : answer.error().detail.c_str());
        QVERIFY(!s.trust.evidence);
    }

    void aNodeDoesNotSayWhatOnlyThisSideCanKnow() {
        Scene s(three);
        for (const ErrorCode code :
             {ErrorCode::LightTrustExpired, ErrorCode::LightWitnessDisagrees}) {
            s.lies[0] = fails(code);
            QVERIFY(s.open()->query(consortiumKey()).ok());
            QVERIFY(s.open()
                        ->submit(s.parties.redeem(s.parties.publicPart(s.parties.grant())))
                        ->accepted());
        }
        // Nor does it frighten with what is the person's own.
        for (const ErrorCode code :
             {ErrorCode::VaultDamaged, ErrorCode::PinWrong, ErrorCode::QuickUnlockGone,
              ErrorCode::VisitOver, ErrorCode::FormIncomplete, ErrorCode::NothingToShare}) {
            s.lies = {fails(code), fails(code), fails(code)};
            QCOMPARE(s.open()->query(consortiumKey()).error().code,
                     ErrorCode::GatewayMessageMalformed);
        }
        s.lies = {fails(ErrorCode::LedgerNotBegun), fails(ErrorCode::LedgerNotBegun),
                  fails(ErrorCode::LedgerNotBegun)};
        QCOMPARE(s.open()->query(consortiumKey()).error().code, ErrorCode::LedgerNotBegun);
    }

    void aBusyNodeIsToldAsSuchAndTheNextIsAsked() {
        Scene s(three);
        const Wire::Lie busy = [](const net::HttpRequest &, net::HttpAnswer &answer) {
            answer = {503, bytesOfText("the node is busy\n"), "text/plain"};
        };
        s.lies[0] = busy;
        QVERIFY(s.open()->query(consortiumKey()).ok());
        s.lies = {busy, busy, busy};
        QCOMPARE(s.open()->query(consortiumKey()).error().code, ErrorCode::NodeBusy);
    }

    void aRefusalIsBelievedFromTwoOperators() {
        // Two nodes of one operator are one voice.
        Scene s({"a", "a", "b"});
        const Bytes part = s.parties.publicPart(s.parties.grant());
        QVERIFY(s.memory->submit(s.parties.redeem(part))->accepted());
        const Bytes late = s.parties.redeem(part); // the rules say no to this one
        const auto no = s.open()->submit(late);
        QVERIFY(no.ok() && no->refusal == Refusal::GrantUsedUp);
        s.lies[0] = says(Refusal::GrantRevoked);
        s.lies[1] = s.lies[0];
        const auto yes =
            s.open()->submit(s.parties.redeem(s.parties.publicPart(s.parties.grant())));
        QVERIFY(yes.ok() && yes->accepted());
        // While the other is silent, or says another reason, nothing is known.
        QCOMPARE(s.open()->submit(late).error().code, ErrorCode::RefusalUnconfirmed);
        s.lies = {{}, {}, {}};
        s.silent[2] = true;
        QCOMPARE(s.open()->submit(late).error().code, ErrorCode::RefusalUnconfirmed);
        s.silent[2] = false;
        QVERIFY(s.open()->submit(late)->refusal == Refusal::GrantUsedUp);
    }

    void anOlderTruthDoesNotHideWhatWasDone() {
        Scene s(three);
        const Bytes transaction = s.parties.redeem(s.parties.publicPart(s.parties.grant()));
        const Bytes key = seenKey(sha256(decodeTransaction(transaction)->body));
        QVERIFY(s.ledger->query(key).ok());
        const net::HttpRequest asking{"GET", "/v1/states?prefix=&bits=0", {}, "x"};
        const Bytes before = answerOf(*s.server, asking).body;
        QVERIFY(!answerWithin(*decodeProvenPrefix(before), key).value);
        s.lies[0] = [&](const net::HttpRequest &request, net::HttpAnswer &answer) {
            if (request.path == asking.path) answer.body = before;
            if (isSubmission(request))
                answer.body = encode(Outcome{2, 0, Refusal::TransactionReplayed, {}, {}});
        };
        const auto done = s.open()->submit(transaction);
        QVERIFY2(done.ok() && done->accepted(),
                 done.ok() ? "refused" : done.error().detail.c_str());
    }

    void nodesOfOneOperatorDoNotConfirmEachOther() {
        Scene s({"a", "a", "b"});
        QVERIFY(s.open()->query(consortiumKey()).ok());
        s.silent[2] = true;
        s.trust = {};
        QCOMPARE(s.open()->query(consortiumKey()).error().code, ErrorCode::LightWitnessMissing);
        Scene one({"a", "a"}); // nobody else is there
        QVERIFY(one.open()->query(consortiumKey()).ok());
    }

    void aBlockFromTheFutureIsNoAnswer() {
        Scene s;
        const auto ledger = s.open();
        QVERIFY(ledger->query(consortiumKey()).ok());
        s.parties.clock.advance(-60); // trusted by a clock that was wrong
        QCOMPARE(ledger->query(consortiumKey()).error().code, ErrorCode::LightBlockFromFuture);
        QCOMPARE(s.open()->query(consortiumKey()).error().code, ErrorCode::LightBlockFromFuture);
    }

    void aForgedCheckpointIsRefusedAndKept() {
        Scene s(three);
        const Chain strangers(4, 99);
        const LightBlock forged = strangers.block(50);
        s.parties.clock.set(Chain::start + 260);
        const auto ledger = s.open();
        for (std::size_t liar = 0; liar < 3; ++liar) {
            s.lies = {{}, {}, {}};
            s.lies[liar] = shows(forged);
            s.trust.evidence.reset();
            QCOMPARE(codeOf(ledger->trustCheckpoint(comet::checkpointOf(forged))),
                     ErrorCode::CheckpointContradicts);
            QVERIFY(s.trust.evidence);
            const auto kept = comet::readLightBlocks(textOf(*s.trust.evidence));
            QVERIFY(kept.ok());
            QCOMPARE(kept->back().commit.block.hash, forged.commit.block.hash);
        }
        // When nothing is trusted any more, one operator's word is still not enough.
        s.file.trustingPeriod = 100;
        const auto old = s.open();
        const ErrorCode alone = codeOf(old->trustCheckpoint(comet::checkpointOf(forged)));
        QVERIFY(alone == ErrorCode::LightWitnessMissing || alone == ErrorCode::LightBlockMalformed);
        QCOMPARE(old->query(consortiumKey()).error().code, ErrorCode::LightTrustExpired);
        QVERIFY(!s.trust.state);
    }

    void aFilesCheckpointIsHeldToTheSameRules() {
        Scene s(three);
        const LightBlock forged = Chain(4, 99).block(3);
        s.lies[1] = shows(forged);
        s.file.checkpoint = comet::checkpointOf(forged);
        s.parties.clock.set(Chain::start + 20);
        QCOMPARE(s.open()->query(consortiumKey()).error().code, ErrorCode::CheckpointContradicts);
        QVERIFY(s.trust.evidence);
        s.silent = {true, true, true};
        const auto ledger = s.open(); // without a network it opens all the same
        QVERIFY(!ledger->query(consortiumKey()).ok());
        s.silent = {};
        // A true one from elsewhere is taken instead.
        ConsortiumFile plain = s.file;
        plain.checkpoint.reset();
        auto honest = ConsortiumLedger::open(plain, s.nodes, nullptr, s.parties.clock);
        QVERIFY(honest.ok());
        const auto first = (*honest)->checkpoint();
        QVERIFY(first.ok());
        QVERIFY(ledger->trustCheckpoint(*first).ok());
        QVERIFY(ledger->query(consortiumKey()).ok());
    }

    void noNodeHidesWhatAnotherTells() {
        Scene s;
        const Bytes transaction = s.parties.redeem(s.parties.publicPart(s.parties.grant()));
        s.events = {{1, {}}, {2, {transaction}}};
        s.lies[0] = [](const net::HttpRequest &request, net::HttpAnswer &answer) {
            const std::string path = "/v1/events?from=";
            if (!request.path.starts_with(path)) return;
            std::vector<BlockEvents> empty; // runs ahead, and tells nothing
            for (Height i = 0; i < 50; ++i)
                empty.push_back({std::stoull(request.path.substr(path.size())) + i, {}});
            answer = {200, encode(empty), {}};
        };
        const auto ledger = s.open();
        std::atomic<int> told = 0;
        const auto watching = ledger->watch(1, [&](const LedgerEvent &event) {
            if (event.transaction == transaction) ++told;
        });
        QTRY_COMPARE(told.load(), 1);
    }
};

APRICOT_TEST(TestOneLiar)
#include "test_one_liar.moc"
