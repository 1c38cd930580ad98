// SPDX-License-Identifier: GPL-3.0-or-later
#include "program/test_program.h"
#include "scene.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <map>
#include <set>

using namespace apricot;
using namespace apricot::gateway;

class TestRemoteLedger : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void anHonestNodeIsBelievedAfterItsProof() {
        Scene s;
        const auto ledger = s.open();
        const Bytes part = s.parties.publicPart(s.parties.grant());
        const auto outcome = ledger->submit(s.parties.redeem(part));
        QVERIFY(outcome.ok() && outcome->accepted());
        const auto grant = verifyPublicPart(part);
        const auto answer = ledger->query(grantKey(*grant));
        QVERIFY(answer.ok() && answer->value);
        const auto verified = ledger->verify(*answer);
        QVERIFY(verified.ok());
        QCOMPARE(decodeGrantState(*verified->value)->used, 1U);
        const auto absent = ledger->query(tombstoneKey(grant->signer, grant->id));
        QVERIFY(absent.ok() && !absent->value);
        // As a receipt it verifies later, from genesis alone.
        const auto kept = decodeAnswer(encodeAnswer(*answer));
        s.silent = {true, true};
        QVERIFY(s.open()->verify(*kept).ok());
        // A second desk is refused, and both nodes are asked.
        s.silent = {};
        const auto again = ledger->submit(s.parties.redeem(part));
        QVERIFY(again.ok());
        QCOMPARE(again->refusal, Refusal::GrantUsedUp);
    }

    void whatIsSentTwiceIsDoneOnce() {
        Scene s;
        const auto ledger = s.open();
        const Bytes transaction = s.parties.redeem(s.parties.publicPart(s.parties.grant()));
        QVERIFY(ledger->submit(transaction)->accepted());
        const auto again = ledger->submit(transaction); // as after an answer that was lost
        QVERIFY(again.ok() && again->accepted());
        QCOMPARE(s.memory->submit(transaction)->refusal, Refusal::TransactionReplayed);
    }

    void aLyingNodeIsRefused() {
        Scene s;
        const auto with = [](auto change) {
            return [change](const net::HttpRequest &request, net::HttpAnswer &answer) {
                if (!isState(request) || answer.status != 200) return;
                ProvenPrefix told = *decodeProvenPrefix(answer.body);
                change(told);
                answer.body = encodeProvenPrefix(told);
            };
        };
        QCOMPARE(s.deceived({}), ErrorCode::None);
        QCOMPARE(s.deceived(with([](ProvenPrefix &a) {
            if (!a.proof.entries.empty()) a.proof.entries[0].value = Bytes{1};
        })),
                 ErrorCode::ProofRefused);
        QCOMPARE(s.deceived(with([](ProvenPrefix &a) {
            if (!a.proof.entries.empty()) a.proof.entries.pop_back();
        })),
                 ErrorCode::ProofRefused);
        QCOMPARE(s.deceived(with([](ProvenPrefix &a) { a.proof.siblings.push_back({}); })),
                 ErrorCode::ProofRefused);
        QCOMPARE(s.deceived(with([](ProvenPrefix &a) { a.prefix = prefixOf({}, 9); })),
                 ErrorCode::GatewayMessageMalformed);
        QCOMPARE(s.deceived(with([](ProvenPrefix &a) { a.height = ~Height{0}; })),
                 ErrorCode::LedgerAnswerStale);
        QCOMPARE(s.deceived([](const net::HttpRequest &request, net::HttpAnswer &answer) {
            if (isState(request)) answer.body.resize(3);
        }),
                 ErrorCode::ProofMalformed);

        const auto block = [](auto change) {
            return [change](const net::HttpRequest &request, net::HttpAnswer &answer) {
                if (!isBlock(request) || answer.status != 200) return;
                LightBlock told = *comet::readLightBlock(textOf(answer.body));
                change(told);
                answer.body = bytesOfText(comet::toJson(told));
            };
        };
        const Chain strangers(4, 99);
        QCOMPARE(s.deceived(block([](LightBlock &b) { b.header.appHash[0] ^= 1U; })),
                 ErrorCode::LightBlockInvalid);
        QCOMPARE(s.deceived(block([](LightBlock &b) { b.header.chainId = "x"; })),
                 ErrorCode::LightBlockForOtherChain);
        QCOMPARE(
            s.deceived(block([&](LightBlock &b) { // forged by people nobody knows
                b.validators = comet::setOf(strangers.now);
                b.nextValidators = b.validators;
                b.header.validatorsHash = comet::bytesOf(comet::hashOf(b.validators));
                b.header.nextValidatorsHash = b.header.validatorsHash;
                Chain::sign(b, strangers.now, strangers.now);
            })),
            ErrorCode::LightBlockMalformed); // it has no block in between that would lead there
        QCOMPARE(s.deceived(block([&](LightBlock &b) { // too few
            Chain::sign(b, s.chain.now, {s.chain.now[0], s.chain.now[1]});
        })),
                 ErrorCode::LightTooFewSignatures);
        QCOMPARE(s.deceived([](const net::HttpRequest &, net::HttpAnswer &a) {
            a.body = {0xff, 0};
        }),
                 ErrorCode::ProofMalformed);
        QCOMPARE(s.deceived([](const net::HttpRequest &, net::HttpAnswer &a) {
            a.status = 500;
            a.body.clear();
        }),
                 ErrorCode::GatewayMessageMalformed);
        QVERIFY(!s.trust.evidence);
    }

    void oneHonestNodeIsEnoughBesideALiar() {
        Scene s;
        s.lies[0] = [](const net::HttpRequest &request, net::HttpAnswer &answer) {
            if (!isState(request)) return;
            ProvenPrefix told = *decodeProvenPrefix(answer.body);
            told.proof.entries.clear();
            answer.body = encodeProvenPrefix(told);
        };
        const auto answer = s.open()->query(consortiumKey());
        QVERIFY(answer.ok());
        QVERIFY(answer->value && *answer->value != Bytes{1});
        s.lies[0] = {};
        s.silent[0] = true; // alone it has no witness
        s.trust = {};
        const auto alone = s.open()->query(quotaUseKey(s.parties.clinic));
        QVERIFY(!alone.ok());
    }

    void aLieAboutATransactionIsFoundOut() {
        Scene s;
        const Bytes part = s.parties.publicPart(s.parties.grant());
        const Wire::Lie saysYes = [](const net::HttpRequest &request, net::HttpAnswer &answer) {
            if (request.path == "/v1/transactions")
                answer = {200, encode(Outcome{2, 0, Refusal::None, {}, sha256(request.body)}), {}};
        };
        s.lies = {saysYes, saysYes};
        Bytes forged = s.parties.redeem(part);
        forged.back() ^= 1U; // no honest node takes it
        const auto outcome = s.open()->submit(forged);
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().code, ErrorCode::NodeLied);
        // One that says no, against the truth, is not believed alone.
        s.lies = {[](const net::HttpRequest &request, net::HttpAnswer &answer) {
                      if (request.path == "/v1/transactions")
                          answer = {200, encode(Outcome{2, 0, Refusal::GrantRevoked, {}, {}}), {}};
                  },
                  {}};
        const auto honest = s.open()->submit(s.parties.redeem(part));
        QVERIFY(honest.ok() && honest->accepted());
    }

    void anOldTruthIsNoAnswer() {
        Scene s;
        s.parties.clock.advance(3600);
        const auto stale = s.open()->query(consortiumKey());
        QVERIFY(!stale.ok());
        QCOMPARE(stale.error().code, ErrorCode::LedgerTooQuiet);
        s.parties.clock.advance(90000);
        s.trust = {};
        QCOMPARE(s.open()->query(consortiumKey()).error().code, ErrorCode::LightTrustExpired);
    }

    void whatWasVerifiedIsKeptAndGoneOnFrom() {
        Scene s;
        auto ledger = s.open();
        QVERIFY(ledger->query(consortiumKey()).ok());
        QVERIFY(s.trust.state.has_value());
        const auto checkpoint = ledger->checkpoint();
        QVERIFY(checkpoint.ok());
        // Later genesis is too old; what was kept, or a checkpoint, is not.
        s.file.trustingPeriod = 40;
        for (int i = 0; i < 6; ++i)
            QVERIFY(
                s.ledger->submit(s.parties.redeem(s.parties.publicPart(s.parties.grant()))).ok());
        QVERIFY(s.open()->query(consortiumKey()).ok());
        QVERIFY(
            s.open()->query(consortiumKey()).ok()); // by the trail of two steps that is kept now
        Memory empty;
        std::swap(empty, s.trust);
        QCOMPARE(s.open()->query(consortiumKey()).error().code, ErrorCode::LightTrustExpired);
        ledger = s.open();
        comet::Checkpoint other = *checkpoint;
        other.hash[0] ^= 1U;
        QCOMPARE(ledger->trustCheckpoint(other).error().code, ErrorCode::LightBlockInvalid);
        other = *checkpoint;
        other.chainId = "x";
        QCOMPARE(ledger->trustCheckpoint(other).error().code, ErrorCode::CheckpointForOtherChain);
        QVERIFY(ledger->trustCheckpoint(*checkpoint).ok());
        const auto answer = ledger->query(consortiumKey());
        QVERIFY2(answer.ok(), answer.ok() ? "" : answer.error().detail.c_str());
        QVERIFY(s.open()->verify(*answer).ok()); // and again from what is kept
        s.trust.state = Bytes{1, 2, 3};
        QVERIFY(!ConsortiumLedger::open(s.file, s.nodes, &s.trust, s.parties.clock).ok());
    }

    void anAttackOnTheChainIsKeptAsEvidence() {
        Scene s;
        s.lies[1] = [&](const net::HttpRequest &request, net::HttpAnswer &answer) {
            if (!isBlock(request)) return; // the validators signed two blocks
            LightBlock told = *comet::readLightBlock(textOf(answer.body));
            told.header.appHash = Bytes(32, 3);
            Chain::sign(told, s.chain.now, s.chain.now);
            answer.body = bytesOfText(comet::toJson(told));
        };
        const auto answer = s.open()->query(consortiumKey());
        QCOMPARE(answer.error().code, ErrorCode::LightWitnessDisagrees);
        QVERIFY(s.trust.evidence.has_value());
    }

    void theGatewayAnswersWhatItListsAndNothingElse() {
        Scene s;
        const auto ask = [&](const char *method, const std::string &path, Bytes body = {}) {
            return answerOf(*s.server, {method, path, std::move(body), "x"}).status;
        };
        QCOMPARE(ask("GET", "/v1/ledger"), 200);
        QCOMPARE(ask("GET", "/v1/states?prefix=&bits=0"), 200);
        QCOMPARE(ask("GET", "/v1/states?prefix=a0&bits=3"), 200);
        for (const char *path :
             {"/v1/states", "/v1/states?prefix=", "/v1/states?prefix=a&bits=3",
              "/v1/states?prefix=a0&bits=33", "/v1/states?prefix=a0&bits=2",
              "/v1/states?prefix=a000&bits=3", "/v1/states?prefix=zz&bits=3", "/v1/light-block",
              "/v1/light-block?height=-1", "/v1/light-block?height=9x",
              "/v1/events?from=99999999999999999999"})
            QCOMPARE(ask("GET", path), 400);
        QCOMPARE(ask("GET", "/v1/state?key=63"), 404); // no question names a key
        for (const char *path :
             {"/", "/v1", "/status", "/broadcast_tx_sync", "/v1/transactions", "/../etc"})
            QCOMPARE(ask("GET", path), 404);
        QCOMPARE(ask("DELETE", "/v1/ledger"), 404);
        QCOMPARE(ask("POST", "/v1/transactions"), 400);
        // A key in a path would stand in the logs of whatever is on the way.
        for (const char *path : {"/v1/state?key=63", "/v1/inbox?key=00"})
            QCOMPARE(ask("GET", path), 404);
        QCOMPARE(ask("POST", "/v1/transactions", Bytes(10, 1)), 200); // an outcome: refused
        for (const char *path : {"/v1/inbox", "/v1/messages"})
            QCOMPARE(ask("POST", path, Bytes(5, 1)), 400);
        for (const char *path :
             {"/v1/notices", "/v1/notices?prefix=zz&bits=8",
              "/v1/notices?prefix=&bits=0&inbox=00&number=1", "/v1/notices?prefix=&bits=0&inbox="})
            QCOMPARE(ask("GET", path), 400);
        // No inbox is asked for by its key.
        QCOMPARE(ask("POST", "/v1/inbox/fetch", Bytes(32, 1)), 404);
        QVERIFY(ask("POST", "/v1/packages", Bytes(10, 1)) >= 400);
        QVERIFY(ask("POST", "/v1/packages/collect", Bytes(10, 1)) >= 400);
    }

    void aFloodFromOneMachineIsSlowedAlone() {
        Scene s;
        FixedClock clock(1000);
        Services services{
            *s.ledger, *s.mailbox, nullptr, [] { return Height{1}; },
            [](Height, std::size_t, std::size_t) { return std::vector<BlockEvents>(); }};
        GatewayServer server(std::move(services), clock,
                             {.requestsPerSecond = 2, .burst = 5, .machinesRemembered = 3});
        const auto ask = [&](const std::string &from) {
            return answerOf(server, {"GET", "/v1/ledger", {}, from}).status;
        };
        int limited = 0;
        for (int i = 0; i < 20; ++i) limited += ask("flood") == 429 ? 1 : 0;
        QCOMPARE(limited, 15);
        QCOMPARE(ask("nurse"), 200);
        clock.advance(1);
        QCOMPARE(ask("flood"), 200);
        QCOMPARE(server.counted().limited, 15U);
        // Fresh ones push out whoever has been quiet longest, and nobody else.
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(ask("machine" + std::to_string(i)), 200);
            ask("flood");
        }
        QCOMPARE(ask("flood"), 429);
    }

    // Said before a byte of the body is there.
    void eachRouteHasItsLargestBody() {
        Scene s;
        const auto ask = [&](const RouteLimits &route, std::uint64_t length) {
            const auto judged = s.server->judge(
                {std::string(route.method), std::string(route.path) + "?a=b", {}, "x"}, length);
            if (judged.refusal) return judged.refusal->status;
            return judged.largestAnswer == route.largestAnswer ? 200 : 0;
        };
        for (const RouteLimits &route : routes) {
            QCOMPARE(ask(route, route.largestBody), 200);
            QCOMPARE(ask(route, route.largestBody + 1), 413);
            QCOMPARE(route.method == "GET", route.largestBody == 0);
            QVERIFY(route.largestBody <= packageBytes && route.largestAnswer <= packageBytes);
        }
    }

    // Each route answers what it is for, and whoever reads an answer reads no more than its size.
    void eachRouteIsAnswered() {
        Scene s;
        const std::map<std::string, std::pair<std::string, Bytes>> examples{
            {"GET /v1/ledger", {}},
            {"GET /v1/light-block", {"?height=x", {}}},
            {"GET /v1/events", {"?from=x", {}}},
            {"GET /v1/states", {"?prefix=zz&bits=3", {}}},
            {"POST /v1/transactions", {{}, Bytes(10, 1)}},
            {"POST /v1/packages", {{}, Bytes(10, 1)}},
            {"POST /v1/packages/collect", {{}, Bytes(10, 1)}},
            {"GET /v1/shares", {}},
            {"POST /v1/shares", {{}, Bytes(10, 1)}},
            {"POST /v1/inbox", {{}, Bytes(40, 1)}},
            {"GET /v1/notices", {"?prefix=&bits=0", {}}},
            {"POST /v1/messages", {{}, Bytes(5, 1)}},
            {"POST /v1/relay", {{}, Bytes(10, 1)}},
            {"POST /v1/relayed", {{}, Bytes(10, 1)}},
        };
        // How far each comes, at a node that carries nothing.
        const std::map<std::string, ErrorCode> refusals{
            {"GET /v1/light-block", ErrorCode::GatewayRequestMalformed},
            {"GET /v1/events", ErrorCode::GatewayRequestMalformed},
            {"GET /v1/states", ErrorCode::GatewayRequestMalformed},
            {"POST /v1/packages", ErrorCode::GatewayRequestMalformed},
            {"POST /v1/packages/collect", ErrorCode::CollectRequestMalformed},
            {"POST /v1/shares", ErrorCode::CollectRequestMalformed},
            {"POST /v1/messages", ErrorCode::GatewayRequestMalformed},
            {"POST /v1/relay", ErrorCode::GatewayRequestMalformed},
            {"POST /v1/relayed", ErrorCode::GatewayNoSuchRequest},
        };
        QCOMPARE(examples.size(), routes.size());
        for (const RouteLimits &route : routes) {
            const std::string name = std::string(route.method) + ' ' + std::string(route.path);
            QVERIFY2(examples.contains(name), name.c_str());
            const auto &[query, body] = examples.at(name);
            const auto answer = answerOf(
                *s.server, {std::string(route.method), std::string(route.path) + query, body, "x"});
            const auto refusal = refusals.find(name);
            const ErrorCode code =
                answer.status == 200 ? ErrorCode::None : decodeError(answer.body, "node").code;
            const ErrorCode wanted = refusal == refusals.end() ? ErrorCode::None : refusal->second;
            QVERIFY2(code == wanted, (name + ' ' + std::string(nameOf(code))).c_str());
            QVERIFY(answer.body.size() <= std::max(route.largestAnswer, net::smallBody));
        }
        const auto told = [](std::size_t bytes) {
            const std::string text(bytes, 'a');
            const bool isDescription = decodeDescription(encode(Description{text, {}, 7})).ok();
            const bool isOutcome =
                decodeOutcome(encode(Outcome{7, 7, Refusal::None, text, {}})).ok();
            return std::pair(isDescription, isOutcome);
        };
        QCOMPARE(told(net::smallBody - 100), std::pair(true, true));
        QCOMPARE(told(net::smallBody), std::pair(false, false));
    }

    void theReadmeListsTheRoutes() {
        QFile file(QStringLiteral(APRICOT_SOURCE_DIR "/core/gateway/README.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        std::set<std::string> listed, there;
        const QRegularExpression row(QStringLiteral("`((?:GET|POST) /v1/[a-z/-]+)[?`]"));
        for (const QByteArray &line : file.readAll().split('\n'))
            if (line.startsWith("| `GET /") || line.startsWith("| `POST /"))
                for (auto all = row.globalMatch(QString::fromUtf8(line.split('|').at(1)));
                     all.hasNext();)
                    QVERIFY(listed.insert(all.next().captured(1).toStdString()).second);
        for (const RouteLimits &route : routes)
            there.insert(std::string(route.method) + ' ' + std::string(route.path));
        QVERIFY(listed == there);
    }

    void packagesGoThroughTheNodesMailboxes() {
        Scene s;
        RemoteMailbox mailbox(s.nodes);
        const Bytes part = s.parties.publicPart(s.parties.grant());
        const VerifyKey host = mailbox.hosts()->front().id;
        const Deposit deposit = signDeposit(
            {host, randomFixed<Locator>(s.parties.random), part, Bytes(1000, 5), {}, {}},
            s.parties.patient);
        QVERIFY(mailbox.deposit(deposit).ok());
        Deposit second = deposit;
        second.locator = randomFixed<Locator>(s.parties.random);
        second = signDeposit(second, s.parties.patient);
        QCOMPARE(mailbox.deposit(second).error().code,
                 ErrorCode::MailboxRefusedDeposit); // one a grant
        QCOMPARE(mailbox.collect(Bytes{1}).error().code, ErrorCode::CollectRequestMalformed);
        second.host = randomFixed<VerifyKey>(s.parties.random);
        QCOMPARE(mailbox.deposit(second).error().code, ErrorCode::HostNotThere);
        const SealKey inbox{};
        QVERIFY(mailbox.post(inbox, Bytes{1, 2}).ok());
        QVERIFY(mailbox.post(inbox, Bytes{3}).ok());
        QCOMPARE(*mailbox.fetch(inbox), (std::vector<Bytes>{{1, 2}, {3}}));
        s.silent[0] = true;
        QCOMPARE(mailbox.fetch(inbox)->size(), 2U);
        s.silent[1] = true;
        QCOMPARE(mailbox.fetch(inbox).error().code, ErrorCode::NodeUnreachable);
        QCOMPARE(mailbox.deposit(deposit).error().code, ErrorCode::NodeUnreachable);
    }
};

APRICOT_TEST(TestRemoteLedger)
#include "test_remote_ledger.moc"
