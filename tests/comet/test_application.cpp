// SPDX-License-Identifier: GPL-3.0-or-later
#include "../ledger/parties.h"
#include "comet/abci.pb.h"
#include "comet/abci_server.h"
#include "comet/wire.h"
#include "crypto/hash.h"
#include "program/test_program.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace apricot;
using namespace apricot::comet;

namespace {

// An application in a folder of its own, driven as CometBFT drives it.
struct Host {
    explicit Host(Parties &who, std::uint32_t quotaAllowed = 1000,
                  std::uint32_t rulesAtFirst = latestRules)
        : parties(who), quota(quotaAllowed), rules(rulesAtFirst) {
        open();
    }
    Parties &parties;
    std::uint32_t quota;
    std::uint32_t rules;
    std::string engineChain = parties.chainId;
    QTemporaryDir folder;
    std::string snapshotFailure; // the latest
    std::unique_ptr<Application> application;
    std::vector<VerifyKey> validators = {verifyKeyOf(parties.key()), verifyKeyOf(parties.key())};
    std::int64_t height = 0;
    UnixTime time = parties.clock.now();

    void open() {
        application.reset();
        ApplicationOptions options;
        options.folder = folder.path().toStdString();
        options.snapshotEvery = 5;
        options.chunkSize = 256; // several pieces
        options.store.firstMapSize = 1U << 24U;
        options.engineChain = [this] { return Result<std::string>(engineChain); };
        options.snapshotFailed = [this](const Error &why) { snapshotFailure = why.detail; };
        auto opened = Application::open(options, parties.clock);
        if (!opened) qFatal("%s", opened.error().detail.c_str());
        application = std::move(*opened);
    }
    wire::Response ask(const wire::Request &request) { return application->answer(request); }

    wire::ResponseInitChain init() {
        wire::Request request;
        wire::RequestInitChain &in = *request.mutable_init_chain();
        in.set_chain_id(parties.chainId);
        for (const VerifyKey &key : validators) {
            wire::ValidatorUpdate &one = *in.add_validators();
            one.mutable_pub_key()->set_ed25519(toString(key.view()));
            one.set_power(10);
        }
        std::string state = "{\"admins\":[\"" + toHex(verifyKeyOf(parties.admin).view()) + "\",\""
                            + toHex(verifyKeyOf(parties.otherAdmin).view()) + "\"],\"quorum\":1";
        state += ",\"quota\":" + std::to_string(quota);
        if (rules != latestRules) state += ",\"rules\":" + std::to_string(rules);
        in.set_app_state_bytes(state + "}");
        in.set_initial_height(1);
        return ask(request).init_chain();
    }
    wire::Response finalize(const std::vector<Bytes> &txs, std::int64_t at) {
        wire::Request request;
        wire::RequestBlock &block = *request.mutable_finalize_block();
        for (const Bytes &tx : txs) block.add_txs(toString(tx));
        block.set_height(at);
        block.mutable_time()->set_seconds(time);
        return ask(request);
    }
    wire::Response commit() {
        wire::Request request;
        request.mutable_commit();
        return ask(request);
    }
    wire::ResponseFinalizeBlock block(const std::vector<Bytes> &txs) {
        time = parties.clock.now();
        auto response = finalize(txs, ++height).finalize_block();
        if (!commit().has_commit()) qFatal("commit");
        return response;
    }
    std::uint32_t check(const Bytes &tx) {
        wire::Request request;
        request.mutable_check_tx()->set_tx(toString(tx));
        return ask(request).check_tx().code();
    }
    wire::ResponseInfo info() {
        wire::Request request;
        request.mutable_info();
        return ask(request).info();
    }
    int process(const std::vector<Bytes> &txs) {
        wire::Request request;
        request.mutable_process_proposal();
        for (const Bytes &tx : txs) request.mutable_process_proposal()->add_txs(toString(tx));
        return ask(request).process_proposal().status();
    }
    // Genesis, and a clinic that may redeem.
    void begin() {
        init();
        const auto done =
            block({parties.signedBy(parties.admin, RegisterOrganisation{parties.organisation()})});
        if (done.tx_results(0).code() != 0) qFatal("%s", done.tx_results(0).log().c_str());
    }
};

std::uint32_t code(Refusal of) {
    return static_cast<std::uint32_t>(of);
}

class Client {
  public:
    explicit Client(const std::string &path) {
        m_fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::copy(path.begin(), path.end(), address.sun_path);
        m_connected = ::connect(m_fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    }
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;
    ~Client() { ::close(m_fd); }
    [[nodiscard]] bool connected() const { return m_connected; }
    void send(ByteView bytes) const {
        QCOMPARE(::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL), ssize_t(bytes.size()));
    }
    // What comes, until `size` bytes are there or the other side ends.
    [[nodiscard]] Bytes receive(std::size_t size) const {
        Bytes out;
        std::array<std::uint8_t, 4096> chunk{};
        while (out.size() < size) {
            const ssize_t got = ::recv(m_fd, chunk.data(), chunk.size(), 0);
            if (got <= 0) break;
            append(out, ByteView(chunk).first(static_cast<std::size_t>(got)));
        }
        return out;
    }

  private:
    int m_fd;
    bool m_connected = false;
};

} // namespace

class TestApplication : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void genesisThenBlocksThenARestart() {
        Parties parties;
        Host host(parties);
        QCOMPARE(host.info().last_block_height(), 0);
        const auto begun = host.init();
        QCOMPARE(begun.app_hash().size(), 32U);
        QCOMPARE(begun.consensus_params().version().app(), latestRules);
        // Killed before the first block: it begins again, the same.
        host.open();
        QCOMPARE(host.info().last_block_height(), 0);
        QCOMPARE(host.init().app_hash(), begun.app_hash());
        const auto empty = host.block({});
        QCOMPARE(empty.app_hash(), begun.app_hash()); // an empty block changes nothing
        const auto first = host.block(
            {parties.signedBy(parties.admin, RegisterOrganisation{parties.organisation()})});
        QCOMPARE(first.tx_results(0).code(), 0U);
        QVERIFY(first.app_hash() != begun.app_hash());
        host.open();
        const auto info = host.info();
        QCOMPARE(info.last_block_height(), 2);
        QCOMPARE(info.last_block_app_hash(), first.app_hash());
        QCOMPARE(info.app_version(), std::uint64_t{latestRules});
    }

    void whatIsNotCommittedIsNotThere() {
        Parties parties;
        Host host(parties);
        host.begin();
        const auto before = host.info();
        const Bytes redeem = parties.redeem(parties.publicPart(parties.grant()));
        const auto computed = host.finalize({redeem}, 2);
        QCOMPARE(computed.finalize_block().tx_results(0).code(), 0U);
        host.open(); // killed between FinalizeBlock and Commit
        QCOMPARE(host.info().last_block_app_hash(), before.last_block_app_hash());
        const auto again = host.finalize({redeem}, 2); // replayed by CometBFT
        QCOMPARE(again.finalize_block().app_hash(), computed.finalize_block().app_hash());
        // Asked twice: the same.
        QCOMPARE(host.finalize({redeem}, 2).finalize_block().app_hash(),
                 computed.finalize_block().app_hash());
        QVERIFY(host.commit().has_commit());
        QVERIFY(host.commit().has_exception()); // nothing to commit
        QCOMPARE(host.info().last_block_app_hash(), computed.finalize_block().app_hash());
    }

    void theSameGrantInOneBlockIsRedeemedOnce() {
        Parties parties;
        Host host(parties);
        host.begin();
        const Bytes part = parties.publicPart(parties.grant());
        const Bytes one = parties.redeem(part);
        const Bytes two = parties.redeem(part);
        QCOMPARE(host.check(one), 0U);
        QCOMPARE(host.check(two), 0U); // nothing is decided yet
        const auto block = host.block({one, two, one});
        QCOMPARE(block.tx_results(0).code(), 0U);
        QCOMPARE(block.tx_results(1).code(), code(Refusal::GrantUsedUp));
        QCOMPARE(block.tx_results(2).code(), code(Refusal::TransactionReplayed));
        QCOMPARE(host.check(one), code(Refusal::TransactionReplayed));
        QCOMPARE(host.check(two), code(Refusal::GrantUsedUp));
        const auto outcome = host.application->outcomeOf(sha256(two), std::chrono::milliseconds(1));
        QVERIFY(outcome && outcome->refusal == Refusal::GrantUsedUp);
        QVERIFY(!host.application->outcomeOf(sha256(Bytes{1}), std::chrono::milliseconds(1)));
    }

    void proposalsHoldNothingMalformedOrForged() {
        Parties parties;
        Host host(parties);
        host.begin();
        const Bytes good = parties.redeem(parties.publicPart(parties.grant()));
        Bytes forged = good;
        forged.back() ^= 1U;
        QCOMPARE(host.process({good}), 1);
        QCOMPARE(host.process({}), 1);
        QCOMPARE(host.process({good, good}), 2);
        QCOMPARE(host.process({forged}), 2);
        QCOMPARE(host.process({Bytes{1, 2, 3}}), 2);
        QCOMPARE(host.process({Bytes(largestTransaction + 1, 0)}), 2);
        QCOMPARE(host.check(forged), code(Refusal::TransactionForged));
        QVERIFY(host.check(Bytes{}) != 0);

        wire::Request request;
        wire::RequestPrepareProposal &in = *request.mutable_prepare_proposal();
        in.set_max_tx_bytes(static_cast<std::int64_t>(good.size()) + 10); // room for one
        for (const Bytes &tx :
             {Bytes{9}, forged, good, good, parties.redeem(parties.publicPart(parties.grant()))})
            in.add_txs(toString(tx));
        const auto prepared = host.ask(request).prepare_proposal();
        QCOMPARE(prepared.txs_size(), 1);
        QCOMPARE(prepared.txs(0), toString(good));
        // A malformed one that is in a block all the same is refused there, and nothing else
        // happens.
        const auto block = host.block({Bytes{1, 2, 3}, good});
        QVERIFY(block.tx_results(0).code() != 0);
        QCOMPARE(block.tx_results(1).code(), 0U);
    }

    void validatorsChangeByQuorum() {
        Parties parties;
        Host host(parties);
        host.begin();
        const SigningKey fresh = parties.key();
        ChainValidator joining{verifyKeyOf(fresh), 10};
        const auto signedByBoth = [&](const ChangeValidators &change) {
            const Bytes body =
                encodeBody(makeTransaction(parties.chainId, change, parties.clock, parties.random));
            return assembleTransaction(body,
                                       {signBody(body, parties.admin), signBody(body, fresh)});
        };
        ChangeValidators change{{joining, {host.validators[0], 0}}};
        std::ranges::sort(change.changes, {}, &ChainValidator::key);
        auto block = host.block({parties.signedBy(parties.stranger, change)});
        QCOMPARE(block.tx_results(0).code(), code(Refusal::NotAuthorised));
        QCOMPARE(block.validator_updates_size(), 0);
        // Whoever joins shows that it has its key; one that is none is refused.
        block = host.block({parties.signedBy(parties.admin, change)});
        QCOMPARE(block.tx_results(0).code(), code(Refusal::ValidatorsInvalid));
        block = host.block({parties.signedBy(parties.admin, ChangeValidators{{{VerifyKey{}, 1}}})});
        QCOMPARE(block.tx_results(0).code(), code(Refusal::ValidatorsInvalid));
        QCOMPARE(block.validator_updates_size(), 0);
        block = host.block({signedByBoth(change)});
        QCOMPARE(block.tx_results(0).code(), 0U);
        QCOMPARE(block.validator_updates_size(), 2);
        for (const auto &update : block.validator_updates())
            QCOMPARE(update.power(),
                     update.pub_key().ed25519() == toString(joining.key.view()) ? 10 : 0);
        ChangeValidators nobody{{joining, {host.validators[1], 0}}};
        nobody.changes[0].power = 0;
        std::ranges::sort(nobody.changes, {}, &ChainValidator::key);
        block = host.block({parties.signedBy(parties.admin, nobody)});
        QCOMPARE(block.tx_results(0).code(), code(Refusal::ValidatorsInvalid));
        QCOMPARE(host.block({}).validator_updates_size(), 0);
    }

    void aFloodIsHeldToItsQuota() {
        Parties parties;
        Host host(parties, 3);
        host.begin();
        const auto opening = [&] { return parties.redeem(parties.publicPart(parties.grant())); };
        const auto block = host.block({opening(), opening(), opening(), opening(), opening()});
        for (int i = 0; i < 5; ++i)
            QCOMPARE(block.tx_results(i).code(), i < 3 ? 0U : code(Refusal::QuotaUsedUp));
        QCOMPARE(host.check(opening()), code(Refusal::QuotaUsedUp));
        // Patients are not held up by what an organisation has used up.
        QCOMPARE(host.block({parties.signedBy(parties.patient,
                                              Revoke{verifyKeyOf(parties.patient), GrantId{}})})
                     .tx_results(0)
                     .code(),
                 0U);
        parties.clock.advance(3600);
        QCOMPARE(host.block({opening()}).tx_results(0).code(), 0U);
    }

    void theRulesMoveOnAtTheirBlockWithAMigration() {
        Parties parties;
        Host host(parties, 1000, 1);
        QCOMPARE(host.init().consensus_params().version().app(), 1U);
        const auto plan = [&](std::uint32_t version, Height from) {
            return parties.signedBy(parties.admin, ScheduleRules{version, from});
        };
        const auto keys = [&] {
            return parties.signedBy(parties.stranger,
                                    SetMonthKeys{verifyKeyOf(parties.stranger), {}});
        };
        QCOMPARE(host.block({plan(3, 9)}).tx_results(0).code(), code(Refusal::RulesNotInOrder));
        QCOMPARE(host.block({plan(2, 2)}).tx_results(0).code(), code(Refusal::RulesNotInOrder));
        QCOMPARE(host.block({plan(2, 6)}).tx_results(0).code(), 0U);
        QVERIFY(!host.application->latestValue(quotaKey())->has_value());
        QVERIFY(!host.block({}).has_consensus_param_updates());
        QVERIFY(!host.application->latestValue(quotaKey())->has_value());
        const auto second = host.block({});
        QVERIFY(!second.has_consensus_param_updates());
        const auto moved = host.block({keys()});
        QCOMPARE(moved.consensus_param_updates().version().app(), 2U);
        QVERIFY(host.application->latestValue(quotaKey())->has_value());
        host.open();
        QCOMPARE(host.info().app_version(), 2U);
        // Nothing is accepted before its version.
        QCOMPARE(moved.tx_results(0).code(), code(Refusal::ActionNotInForce));
        QCOMPARE(host.block({plan(3, 8)}).tx_results(0).code(), 0U);
        const auto newest = host.block({keys()});
        QCOMPARE(newest.consensus_param_updates().version().app(), 3U);
        QCOMPARE(newest.tx_results(0).code(), code(Refusal::NodeUnknown));
    }

    void aVersionThatThisProgramDoesNotKnowIsNotPlannedAndCanBeGivenUp() {
        Parties parties;
        Host host(parties);
        host.begin();
        const std::uint32_t unknown = latestRules + 1;
        const Bytes plan = parties.signedBy(parties.admin, ScheduleRules{unknown, 5});
        QCOMPARE(host.check(plan), code(Refusal::RulesNotInOrder));
        QCOMPARE(host.process({plan}), 2);
        wire::Request request;
        request.mutable_prepare_proposal()->set_max_tx_bytes(100'000);
        request.mutable_prepare_proposal()->add_txs(toString(plan));
        QCOMPARE(host.ask(request).prepare_proposal().txs_size(), 0);
        // When the others outvote it, all make the same of the block ...
        QCOMPARE(host.block({plan}).tx_results(0).code(), 0U);
        const auto before = host.info();
        // ... and it can be given up in time.
        const auto cancel = [&](std::uint32_t version) {
            return parties.signedBy(parties.admin, CancelRules{version});
        };
        QCOMPARE(host.block({parties.signedBy(parties.stranger, CancelRules{unknown})})
                     .tx_results(0)
                     .code(),
                 code(Refusal::NotAuthorised));
        QCOMPARE(host.block({cancel(unknown + 1), cancel(unknown), cancel(unknown)})
                     .tx_results(1)
                     .code(),
                 0U);
        QVERIFY(host.info().last_block_app_hash() != before.last_block_app_hash());
        QVERIFY(!host.block({}).has_consensus_param_updates());
        QVERIFY(!host.block({}).has_consensus_param_updates());
        // Not given up: it stops at the block, and changes nothing.
        QCOMPARE(host.block({parties.signedBy(parties.admin, ScheduleRules{unknown, 8})})
                     .tx_results(0)
                     .code(),
                 0U);
        const auto last = host.info();
        const auto stopped = host.finalize({}, 8);
        QVERIFY(stopped.has_exception());
        QVERIFY(stopped.exception().error().find("RulesTooNew") != std::string::npos);
        QVERIFY(host.commit().has_exception());
        QCOMPARE(host.info().last_block_app_hash(), last.last_block_app_hash());
    }

    void aNewHospitalTakesASnapshotOver() {
        Parties parties;
        Host host(parties);
        host.begin();
        for (int i = 0; i < 4; ++i)
            host.block({parties.redeem(parties.publicPart(parties.grant()))});
        wire::Request list;
        list.mutable_list_snapshots();
        QTRY_VERIFY(host.ask(list).list_snapshots().snapshots_size()
                    == 1); // written beside the chain
        const wire::Snapshot offered = host.ask(list).list_snapshots().snapshots(0);
        QCOMPARE(offered.height(), 5U);
        QVERIFY(offered.chunks() > 2);

        const auto offer = [](Host &to, const wire::Snapshot &snapshot, const std::string &root) {
            wire::Request request;
            *request.mutable_offer_snapshot()->mutable_snapshot() = snapshot;
            request.mutable_offer_snapshot()->set_app_hash(root);
            return to.ask(request).offer_snapshot().result();
        };
        const auto give = [&](Host &to, std::uint32_t index, bool bent) {
            wire::Request load;
            load.mutable_load_snapshot_chunk()->set_height(5);
            load.mutable_load_snapshot_chunk()->set_format(snapshotFormat);
            load.mutable_load_snapshot_chunk()->set_chunk(index);
            wire::Request apply;
            apply.mutable_apply_snapshot_chunk()->set_index(index);
            std::string chunk = host.ask(load).load_snapshot_chunk().chunk();
            if (bent) chunk[chunk.size() / 2] ^= 1;
            apply.mutable_apply_snapshot_chunk()->set_chunk(chunk);
            return to.ask(apply).apply_snapshot_chunk().result();
        };
        const std::string root = host.info().last_block_app_hash();
        Host joining(parties);
        wire::Snapshot wrong = offered;
        wrong.set_format(7);
        QCOMPARE(offer(joining, wrong, root), 4);
        wrong = offered;
        wrong.set_metadata(offered.metadata() + "x");
        QCOMPARE(offer(joining, wrong, root), 3);
        QCOMPARE(joining.snapshotFailure, std::string("list of pieces"));
        QCOMPARE(give(joining, 0, false), 5); // nothing was accepted yet
        QCOMPARE(offer(joining, offered, root), 1);
        QCOMPARE(give(joining, 0, true), 3);  // fetch it again
        QCOMPARE(give(joining, 1, false), 3); // out of order
        for (std::uint32_t i = 0; i < offered.chunks(); ++i) QCOMPARE(give(joining, i, false), 1);
        QCOMPARE(joining.info().last_block_height(), 5);
        QCOMPARE(joining.info().last_block_app_hash(), root);
        // From here on it goes with the others.
        joining.height = 5;
        const Bytes next = parties.redeem(parties.publicPart(parties.grant()));
        QCOMPARE(joining.block({next}).app_hash(), host.block({next}).app_hash());
        joining.open();
        QCOMPARE(joining.info().last_block_app_hash(), host.info().last_block_app_hash());

        Host deceived(parties); // the pieces of another state than the chain's
        QCOMPARE(offer(deceived, offered, std::string(32, 'x')), 1);
        for (std::uint32_t i = 0; i + 1 < offered.chunks(); ++i)
            QCOMPARE(give(deceived, i, false), 1);
        QCOMPARE(give(deceived, offered.chunks() - 1, false), 5);
        QCOMPARE(deceived.snapshotFailure, std::string("another state than the chain's"));
        QCOMPARE(deceived.info().last_block_height(), 0);
        QVERIFY(!QDir(deceived.folder.path()).exists(QStringLiteral("restoring")));
        // So it is when CometBFT's own genesis is another chain's.
        deceived.engineChain = "another";
        QCOMPARE(offer(deceived, offered, root), 1);
        for (std::uint32_t i = 0; i + 1 < offered.chunks(); ++i)
            QCOMPARE(give(deceived, i, false), 1);
        QCOMPARE(give(deceived, offered.chunks() - 1, false), 5);
        QCOMPARE(deceived.snapshotFailure, std::string("another chain than the engine's"));
        QCOMPARE(deceived.info().last_block_height(), 0);
        // Killed in the middle: nothing of it is left, and it may begin again.
        deceived.engineChain = parties.chainId;
        QCOMPARE(offer(deceived, offered, root), 1);
        QCOMPARE(give(deceived, 0, false), 1);
        const QString unfinished = deceived.folder.filePath(QStringLiteral("restoring"));
        QVERIFY(QDir(unfinished).exists());
        deceived.application.reset();
        QVERIFY(QDir().mkdir(unfinished)); // as a crash leaves it
        QFile half(unfinished + QStringLiteral("/data.mdb"));
        QVERIFY(half.open(QIODevice::WriteOnly) && half.write("half") == 4);
        half.close();
        deceived.open();
        QVERIFY(!QDir(unfinished).exists());
        QCOMPARE(deceived.info().last_block_height(), 0);
        QCOMPARE(offer(deceived, offered, root), 1);
        for (std::uint32_t i = 0; i < offered.chunks(); ++i) QCOMPARE(give(deceived, i, false), 1);
        QCOMPARE(deceived.info().last_block_app_hash(), root);
    }

    void theSocketSpeaksTheProtocolByteForByte() {
        Parties parties;
        Host host(parties);
        host.begin();
        const std::string path = host.folder.filePath(QStringLiteral("abci")).toStdString();
        auto server = AbciServer::listen("unix://" + path, *host.application);
        QVERIFY(server.ok());
        const Client client(path);
        QVERIFY(client.connected());
        const Bytes flush{0x02, 0x12, 0x00};
        client.send(flush);
        QCOMPARE(client.receive(3), (Bytes{0x02, 0x1a, 0x00}));
        // An empty proposal is acceptable; the answers come in order, at the flush; bytes may
        // dribble.
        for (const std::uint8_t byte : Bytes{0x03, 0x8a, 0x01, 0x00}) client.send({&byte, 1});
        client.send(flush);
        QCOMPARE(client.receive(9), (Bytes{0x05, 0x92, 0x01, 0x02, 0x08, 0x01, 0x02, 0x1a, 0x00}));
        const Client second(path); // connections do not wait for each other
        second.send(flush);
        QCOMPARE(second.receive(3).size(), 3U);
        QTRY_COMPARE((*server)->connections(), 2U);
    }

    // An exception would end CometBFT, which passes on whatever an operator asks.
    void aKeyThatCannotStandIsAnsweredWithAnError() {
        Parties parties;
        Host host(parties);
        host.begin();
        for (const std::size_t size : {0U, 1U, 511U, 512U, 513U, 100'000U}) {
            wire::Request request;
            request.mutable_query()->set_data(std::string(size, 'k'));
            const wire::Response response = host.ask(request);
            QVERIFY(response.has_query());
            QCOMPARE(response.query().code(), size == 0 || size > 511 ? 1U : 0U);
            QVERIFY(response.query().value().empty());
        }
        QVERIFY(!*host.application->latestValue(Bytes(5000, 1)));
    }

    void aSecondServerLeavesTheSocketAlone() {
        Parties parties;
        Host host(parties);
        host.begin();
        const std::string path = host.folder.filePath(QStringLiteral("abci")).toStdString();
        auto server = AbciServer::listen("unix://" + path, *host.application);
        QVERIFY(server.ok());
        QCOMPARE(AbciServer::listen("unix://" + path, *host.application).error().code,
                 ErrorCode::InUseElsewhere);
        const Client client(path);
        QVERIFY(client.connected());
    }

    void whatIsNotTheProtocolEndsTheConnectionAlone() {
        Parties parties;
        Host host(parties);
        host.begin();
        const std::string path = host.folder.filePath(QStringLiteral("abci")).toStdString();
        auto server = AbciServer::listen("unix://" + path, *host.application);
        QVERIFY(server.ok());
        for (const Bytes &bad : {Bytes(12, 0xff), Bytes{0xff, 0xff, 0xff, 0xff, 0x0f, 1},
                                 Bytes{0x03, 0x22, 0xff, 0x01}}) {
            const Client client(path);
            client.send(bad);
            const Bytes answer = client.receive(1000); // an exception, then the end
            QVERIFY(!answer.empty());
            wire::Response response;
            QVERIFY(
                response.ParseFromArray(answer.data() + 1, static_cast<int>(answer.size() - 1)));
            QVERIFY(response.has_exception());
        }
        const Client client(path);
        client.send(Bytes{0x02, 0x12, 0x00});
        QCOMPARE(client.receive(3).size(), 3U);
        QVERIFY(!AbciServer::listen("unix://", *host.application).ok());
        QVERIFY(!AbciServer::listen("nowhere", *host.application).ok());
        QVERIFY(!AbciServer::listen("tcp://1.2.3.4:5", *host.application).ok());
    }

    void aGenesisThatIsWrongBeginsNothing() {
        Parties parties;
        Host host(parties);
        wire::Request request;
        request.mutable_init_chain()->set_chain_id("c");
        for (const char *state : {"", "{}", "[]", R"({"admins":["zz"],"quorum":1})",
                                  R"({"admins":[],"quorum":1})", R"({"admins":7,"quorum":"x"})"}) {
            request.mutable_init_chain()->set_app_state_bytes(state);
            QVERIFY(host.ask(request).has_exception());
        }
    }
};

APRICOT_TEST(TestApplication)
#include "test_application.moc"
