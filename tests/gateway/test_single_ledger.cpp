// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger that a clinic runs alone, asked through a node that lies.
#include "program/test_program.h"
#include "scene.h"

#include <QTest>

using namespace apricot;
using namespace apricot::gateway;

namespace {

struct Alone {
    Scene scene;
    Parties &parties = scene.parties;
    Wire::Lie lie;
    bool silent = false;
    std::unique_ptr<GatewayServer> server;
    Nodes nodes;
    ConsortiumFile file;
    Memory trust;

    Alone() {
        Limits limits;
        limits.burst = 100000;
        server = std::make_unique<GatewayServer>(
            Services{*scene.memory, *scene.mailbox, nullptr, [] { return Height{1}; },
                     [](Height, std::size_t, std::size_t) { return std::vector<BlockEvents>(); }},
            parties.clock, limits);
        nodes.push_back(std::make_unique<gateway::Node>(
            std::make_unique<Wire>("https://clinic", *server, lie, silent)));
        file.chainId = scene.memory->chainId();
        file.ledgerKey = scene.memory->ledgerKey();
    }
    [[nodiscard]] std::unique_ptr<SingleLedger> open() {
        return SingleLedger::open(file, nodes, &trust, parties.clock).value();
    }
    [[nodiscard]] ErrorCode deceived(Wire::Lie told) {
        lie = std::move(told);
        const auto answer = open()->query(consortiumKey());
        return answer ? ErrorCode::None : answer.error().code;
    }
    [[nodiscard]] Bytes redemption() { return parties.redeem(parties.publicPart(parties.grant())); }
};

template <class Change>
Wire::Lie with(Change change) {
    return [change](const net::HttpRequest &request, net::HttpAnswer &answer) {
        if (!isState(request) || answer.status != 200) return;
        ProvenPrefix told = *decodeProvenPrefix(answer.body);
        change(told);
        answer.body = encodeProvenPrefix(told);
    };
}

} // namespace

class TestSingleLedger : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aLyingNodeIsRefused() {
        Alone a;
        const SigningKey stranger = a.parties.key();
        const auto header = [&](const ProvenPrefix &told) {
            return verifyHeader(told.header, *a.file.ledgerKey, a.file.chainId).value();
        };
        QCOMPARE(a.deceived({}), ErrorCode::None);
        QCOMPARE(a.deceived(with([](ProvenPrefix &p) { p.header.back() ^= 1U; })),
                 ErrorCode::HeaderForged);
        QCOMPARE(
            a.deceived(with([&](ProvenPrefix &p) { p.header = signHeader(header(p), stranger); })),
            ErrorCode::HeaderForged);
        QCOMPARE(a.deceived(with([](ProvenPrefix &p) { p.header.resize(3); })),
                 ErrorCode::CborMalformed);
        QCOMPARE(a.deceived(with([](ProvenPrefix &p) {
            if (!p.proof.entries.empty()) p.proof.entries[0].value = Bytes{1};
        })),
                 ErrorCode::ProofRefused);
        QCOMPARE(a.deceived(with([](ProvenPrefix &p) {
            if (!p.proof.entries.empty()) p.proof.entries.pop_back();
        })),
                 ErrorCode::ProofRefused);
        QCOMPARE(a.deceived(with([](ProvenPrefix &p) { p.prefix = prefixOf({}, 9); })),
                 ErrorCode::GatewayMessageMalformed);
        QCOMPARE(a.deceived([](const net::HttpRequest &, net::HttpAnswer &answer) {
            answer.body = {0xff, 0};
        }),
                 ErrorCode::ProofMalformed);
        // What is said beside it moves nothing.
        QCOMPARE(a.deceived(with([](ProvenPrefix &p) { p.height = ~Height{0}; })), ErrorCode::None);
        QCOMPARE(a.deceived({}), ErrorCode::None);
        a.file.chainId = "another";
        a.trust = {};
        QCOMPARE(a.deceived({}), ErrorCode::HeaderForOtherChain);
        QVERIFY(!a.trust.evidence);
    }

    void acceptedIsWhatAProofShows() {
        Alone a;
        const auto ledger = a.open();
        const Bytes part = a.parties.publicPart(a.parties.grant());
        const Bytes good = a.parties.redeem(part);
        const auto done = ledger->submit(good);
        QVERIFY(done.ok() && done->accepted());
        QCOMPARE(done->height, a.scene.memory->query({})->height);
        const auto again = ledger->submit(good); // as after an answer that was lost
        QVERIFY(again.ok() && again->accepted());
        a.lie = [](const net::HttpRequest &request, net::HttpAnswer &answer) {
            if (request.path == "/v1/transactions")
                answer = {200, encode(Outcome{99, 0, Refusal::None, {}, sha256(request.body)}), {}};
        };
        Bytes forged = a.redemption();
        forged.back() ^= 1U;
        const auto lied = ledger->submit(forged);
        QVERIFY(!lied.ok());
        QCOMPARE(lied.error().code, ErrorCode::NodeLied);
        a.lie = {};
        // One operator is believed when it refuses.
        const auto used = ledger->submit(a.parties.redeem(part));
        QVERIFY(used.ok());
        QCOMPARE(used->refusal, Refusal::GrantUsedUp);
    }

    // Also by what another start of the program has seen.
    void whatWasSeenIsKeptAndNothingOlderTaken() {
        Alone a;
        std::map<std::string, net::HttpAnswer> old;
        a.lie = [&](const net::HttpRequest &request, net::HttpAnswer &answer) {
            if (isState(request)) old[request.path] = answer;
        };
        QVERIFY(a.open()->query(consortiumKey()).ok());
        const Wire::Lie replayed = [&](const net::HttpRequest &request, net::HttpAnswer &answer) {
            if (const auto was = old.find(request.path); was != old.end()) answer = was->second;
        };
        QCOMPARE(a.deceived(replayed), ErrorCode::None); // nothing newer was seen
        a.lie = {};
        const auto ledger = a.open();
        QVERIFY(ledger->submit(a.redemption())->accepted());
        a.parties.clock.advance(60); // no bucket is used again
        a.lie = replayed;
        QCOMPARE(ledger->query(consortiumKey()).error().code, ErrorCode::LedgerAnswerStale);
        QCOMPARE(a.deceived(replayed), ErrorCode::LedgerAnswerStale); // a new start
        QCOMPARE(a.deceived({}), ErrorCode::None);
        // Quiet for a year: it makes no block while nothing happens.
        a.parties.clock.advance(UnixTime{365} * 86400);
        QCOMPARE(a.deceived({}), ErrorCode::None);
        a.trust.state->back() ^= 1U;
        QCOMPARE(SingleLedger::open(a.file, a.nodes, &a.trust, a.parties.clock).error().code,
                 ErrorCode::HeaderForged);
    }

    // By whoever has its key.
    void twoTruthsOfOneBlockAreKeptAsEvidence() {
        Alone a;
        const SigningKey key = a.parties.key();
        a.file.ledgerKey = verifyKeyOf(key);
        Height height = 7;
        UnixTime time = 1000;
        std::uint8_t other = 0;
        a.lie = with([&](ProvenPrefix &p) {
            Header header =
                verifyHeader(p.header, *a.scene.memory->ledgerKey(), a.file.chainId).value();
            header.height = height;
            header.time = time;
            header.previous.bytes[0] = other;
            p.header = signHeader(header, key);
        });
        const auto ledger = a.open();
        const auto told = [&] {
            a.parties.clock.advance(60);
            const auto answer = ledger->query(consortiumKey());
            return answer ? ErrorCode::None : answer.error().code;
        };
        QCOMPARE(told(), ErrorCode::None);
        QCOMPARE(told(), ErrorCode::None);
        QVERIFY(!a.trust.evidence);
        other = 1;
        QCOMPARE(told(), ErrorCode::NodeLied);
        QVERIFY(a.trust.evidence);
        a.trust.evidence.reset();
        height = 8;
        time = 999; // before the block before it
        QCOMPARE(told(), ErrorCode::NodeLied);
        QVERIFY(a.trust.evidence);
        time = 1000;
        QCOMPARE(told(), ErrorCode::None);
    }
};

APRICOT_TEST(TestSingleLedger)
#include "test_single_ledger.moc"
