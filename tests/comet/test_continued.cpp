// SPDX-License-Identifier: GPL-3.0-or-later
// A chain that begins anew, on a new CometBFT, from a state that was kept.
#include "../ledger/kept.h"
#include "comet/abci.pb.h"
#include "comet/application.h"
#include "comet/wire.h"
#include "crypto/crypto.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "ledger/grant_state.h"
#include "ledger/store_lmdb.h"
#include "ledger/transaction.h"
#include "program/test_program.h"

#include <QTest>

using namespace apricot;
using namespace apricot::comet;

namespace {

const OrganisationId clinic = kept::idOf<OrganisationId>(20);
const VerifyKey patient = verifyKeyOf(kept::keyOf(kept::Patient));

struct At {
    Height height = 0;
    Digest root{};
    UnixTime time = 0;
};
At whatIsIn(const std::filesystem::path &folder) {
    At out;
    const auto store = openLmdbStore(folder, {}).value();
    const auto read = store->read([&](const CommittedState &state) -> Result<> {
        APRICOT_TRY_ASSIGN(height, state.height());
        APRICOT_TRY_ASSIGN(last, state.block(height));
        APRICOT_TRY_ASSIGN(header, decodeHeader(last->header));
        out = {height, last->root.hash, header.time};
        return {};
    });
    if (!read) qFatal("the kept state");
    return out;
}

std::string appState(Height height, const Digest &root) {
    return R"({"continues":{"height":)" + std::to_string(height) + R"(,"root":")"
           + toHex(root.view()) + R"("}})";
}

// A node on a home, asked as a new CometBFT asks.
class Host {
  public:
    explicit Host(std::filesystem::path home, Height continues)
        : m_home(std::move(home)), m_continues(continues) {
        open();
    }
    void open() {
        m_application.reset();
        ApplicationOptions options;
        options.folder = m_home;
        options.continues = m_continues;
        options.snapshotEvery = 0;
        options.store.firstMapSize = 1U << 24U;
        m_application = std::move(Application::open(options, m_clock).value());
    }
    void close() { m_application.reset(); }
    wire::ResponseInfo info() {
        wire::Request request;
        request.mutable_info();
        return m_application->answer(request).info();
    }
    wire::Response ask(const wire::Request &request) { return m_application->answer(request); }
    // The exception's words; empty when there is none.
    std::string refusal(const wire::Request &init) { return ask(init).exception().error(); }
    wire::ResponseFinalizeBlock block(Height height, UnixTime time, const std::vector<Bytes> &txs) {
        wire::Request request;
        wire::RequestBlock &block = *request.mutable_finalize_block();
        for (const Bytes &tx : txs) block.add_txs(toString(tx));
        block.set_height(static_cast<std::int64_t>(height));
        block.mutable_time()->set_seconds(time);
        const auto response = ask(request);
        if (response.has_exception()) qFatal("%s", response.exception().error().c_str());
        wire::Request commit;
        commit.mutable_commit();
        if (!ask(commit).has_commit()) qFatal("commit");
        return response.finalize_block();
    }
    Application &application() { return *m_application; }

  private:
    std::filesystem::path m_home;
    Height m_continues;
    FixedClock m_clock{kept::start + 1000};
    std::unique_ptr<Application> m_application;
};

wire::Request initChain(const At &at, const std::vector<VerifyKey> &validators) {
    wire::Request request;
    wire::RequestInitChain &in = *request.mutable_init_chain();
    in.set_chain_id(kept::chainId);
    in.set_initial_height(static_cast<std::int64_t>(at.height) + 1);
    in.mutable_time()->set_seconds(at.time + 100);
    for (const VerifyKey &key : validators) {
        wire::ValidatorUpdate &one = *in.add_validators();
        one.mutable_pub_key()->set_ed25519(toString(key.view()));
        one.set_power(10);
    }
    in.set_app_state_bytes(appState(at.height, at.root));
    return request;
}

bool says(const std::string &text, const char *word) {
    return text.find(word) != std::string::npos;
}

// Changes a value behind the tree's back, as whoever hands out a home could.
void bend(const std::filesystem::path &home, const Bytes &key, const std::optional<Bytes> &value) {
    const auto store = openLmdbStore(home, {}).value();
    const auto bent =
        store->write([&](const CommittedState &state) -> Result<std::optional<Block>> {
            Block block;
            APRICOT_TRY_ASSIGN(height, state.height());
            APRICOT_TRY_ASSIGN(last, state.block(height));
            block.header.height = height;
            block.stored = std::move(*last);
            block.writes[key] = value;
            return std::optional<Block>(std::move(block));
        });
    if (!bent) qFatal("bending");
}

} // namespace

class TestContinued : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void aNewChainGoesOnFromTheKeptState() {
        const kept::Folder home("consortium_2");
        const At at = whatIsIn(home.path());
        Host host(home.path(), at.height);
        SeededRandom random{5};
        const FixedClock clock{at.time + 100};
        const std::vector<VerifyKey> validators{verifyKeyOf(kept::keyOf(70)),
                                                verifyKeyOf(kept::keyOf(71))};
        const auto begin = [&] {
            QCOMPARE(host.info().last_block_height(), 0);
            QVERIFY(host.info().last_block_app_hash().empty());
            const auto begun = host.ask(initChain(at, validators));
            QVERIFY2(begun.has_init_chain(), begun.exception().error().c_str());
            QCOMPARE(begun.init_chain().app_hash(), toString(at.root.view()));
            QCOMPARE(begun.init_chain().consensus_params().version().app(), 2U);
            QCOMPARE(begun.init_chain().validators_size(), 0); // as genesis has them
        };
        begin();
        begin(); // twice
        host.open();
        begin(); // and after a crash before its first block
        // What was accepted before is not accepted again; the validators are those of genesis, and
        // a change in the very first block is one to them.
        const ChainValidator joining{verifyKeyOf(kept::keyOf(72)), 10};
        const Bytes body =
            encodeBody(makeTransaction(kept::chainId, ChangeValidators{{joining}}, clock, random));
        const Bytes change = assembleTransaction(
            body, {signBody(body, kept::keyOf(kept::Admin)), signBody(body, kept::keyOf(72))});
        const auto first = host.block(at.height + 1, at.time + 100, {change, change});
        QCOMPARE(first.tx_results(0).code(), 0U);
        QCOMPARE(first.tx_results(1).code(),
                 static_cast<std::uint32_t>(Refusal::TransactionReplayed));
        QCOMPARE(first.validator_updates_size(), 1);
        QCOMPARE(first.validator_updates(0).pub_key().ed25519(), toString(joining.key.view()));
        const auto standing =
            decodeValidators(**host.application().latestValue(validatorsKey())).value();
        QCOMPARE(standing.size(), std::size_t{3});
        QVERIFY(*host.application().latestValue(tombstoneKey(patient, kept::idOf<GrantId>(31))));
        // From here on it is a chain like any other, which does not begin a second time.
        QCOMPARE(host.info().last_block_height(), static_cast<std::int64_t>(at.height) + 1);
        QVERIFY(says(host.refusal(initChain(at, validators)), "of block"));
        host.open();
        QCOMPARE(host.info().last_block_height(), static_cast<std::int64_t>(at.height) + 1);
        QCOMPARE(host.info().last_block_app_hash(), first.app_hash());
    }

    void withoutValidatorsInGenesisTheStatesStand() {
        const kept::Folder home("consortium_2");
        const At at = whatIsIn(home.path());
        Host host(home.path(), at.height);
        const auto begun = host.ask(initChain(at, {})).init_chain();
        QCOMPARE(begun.validators_size(), 1);
        QCOMPARE(begun.validators(0).pub_key().ed25519(),
                 toString(verifyKeyOf(kept::keyOf(10)).view()));
        QCOMPARE(begun.validators(0).power(), 10);
        const auto first = host.block(at.height + 1, at.time + 100, {});
        QCOMPARE(first.app_hash(), toString(at.root.view())); // nothing has changed
        QCOMPARE(first.validator_updates_size(), 0);
    }

    void whatDoesNotFitBeginsNothing() {
        const kept::Folder home("consortium_2");
        const At at = whatIsIn(home.path());
        Host host(home.path(), at.height);
        const wire::Request good = initChain(at, {verifyKeyOf(kept::keyOf(70))});
        const auto refused = [&](const char *why,
                                 const std::function<void(wire::RequestInitChain &)> &change) {
            wire::Request request = good;
            change(*request.mutable_init_chain());
            const std::string error = host.refusal(request);
            QVERIFY2(says(error, "GenesisMalformed") && says(error, why), (error + why).c_str());
        };
        Digest other = at.root;
        other.bytes[0] ^= 1U;
        refused("root", [&](auto &in) { in.set_app_state_bytes(appState(at.height, other)); });
        refused("of block", [&](auto &in) {
            in.set_app_state_bytes(appState(at.height - 1, at.root));
            in.set_initial_height(static_cast<std::int64_t>(at.height));
        });
        refused("initial_height", [](auto &in) { in.set_initial_height(1); });
        refused("of the chain kept-chain", [](auto &in) { in.set_chain_id("another"); });
        refused("genesis_time", [&](auto &in) { in.mutable_time()->set_seconds(at.time - 1); });
        refused("validators", [](auto &in) { in.mutable_validators(0)->set_power(-1); });
        refused("go on from it", [](auto &in) {
            in.set_app_state_bytes(R"({"admins":[],"quorum":1})"); // as if nothing were here
        });
        const std::string whole = appState(at.height, at.root);
        for (const std::string &text :
             {std::string(R"({"continues":{}})"), std::string(R"({"continues":7})"),
              std::string(R"({"continues":{"height":-1,"root":"00"}})"),
              std::string(R"({"continues":{"height":18446744073709551615,"root":"00"}})"),
              std::string(R"({"continues":{"height":1,"root":"zz"}})"),
              R"({"quorum":1,)" + whole.substr(1)})
            refused("", [&](auto &in) { in.set_app_state_bytes(text); });
        // Nothing was begun by any of them.
        QVERIFY(host.ask(good).has_init_chain());
    }

    void aHomeWithoutTheStateSaysWhatIsMissing() {
        const kept::Folder home("consortium_2");
        const At at = whatIsIn(home.path());
        const QTemporaryDir empty;
        Host host(empty.path().toStdString(), at.height);
        const std::string error = host.refusal(initChain(at, {verifyKeyOf(kept::keyOf(70))}));
        QVERIFY2(says(error, "is not here: copy data.mdb"), error.c_str());
        QCOMPARE(host.info().last_block_height(), 0);
    }

    // A home may be copied from anybody: what it says without proof is what its root names.
    void aHomeThatWasBentIsFound() {
        const Bytes used = grantOld(30);
        for (int kind = 0; kind < 3; ++kind) {
            const kept::Folder home("consortium_2");
            const At at = whatIsIn(home.path());
            if (kind == 0) bend(home.path(), used, std::nullopt);
            if (kind == 1) bend(home.path(), used, Bytes{0x80});
            if (kind == 2) bend(home.path(), Bytes{'g', 1}, Bytes{0x80});
            Host host(home.path(), at.height);
            const std::string error = host.refusal(initChain(at, {}));
            QVERIFY2(says(error, "LedgerDamaged"), error.c_str());
        }
    }

  private:
    // Where version 2 kept a grant.
    static Bytes grantOld(std::uint8_t id) {
        Bytes key{'g'};
        append(key, patient.view());
        append(key, kept::idOf<GrantId>(id).view());
        return key;
    }
};

APRICOT_TEST(TestContinued)
#include "test_continued.moc"
