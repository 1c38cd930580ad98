// SPDX-License-Identifier: GPL-3.0-or-later
// Which relay carries a person's questions, and what happens when it does not. The nodes answer at
// real ports, carry for each other, and write down what they are asked.
#include "../gateway/scene.h"
#include "codec/base64.h"
#include "crypto/crypto.h"
#include "exchange/host_keys.h"
#include "flows/patient/parcel.h"
#include "gateway/relay_server.h"
#include "program/test_program.h"
#include "session/known_nodes.h"
#include "session/session.h"

#include <QTest>

#include <fstream>
#include <map>
#include <set>

using namespace apricot;

namespace {

const StatePrefix all = prefixOf(Digest{}, 0);
constexpr UnixTime week = UnixTime{7} * 86400;

struct Hospital {
    OrganisationId id;
    QTemporaryDir home;
    std::unique_ptr<HostKeys> keys;
    std::unique_ptr<gateway::RelayServer> relay;
    std::unique_ptr<gateway::GatewayServer> server;
    std::mutex mutex;    // of what follows
    std::string refused; // what it answers nothing to; empty: nothing
    std::vector<std::string> seen;
    std::uint64_t requests = 0;
    std::unique_ptr<net::HttpServer> port;

    void refuse(const char *path) {
        const std::scoped_lock lock(mutex);
        refused = path;
    }
    // Whether each request was counted, and once.
    bool countsOnce() {
        const std::scoped_lock lock(mutex);
        const gateway::Counted counted = server->counted();
        return counted.answered + counted.refused + counted.limited == requests;
    }
    // What it was asked since it was last looked.
    std::set<std::string> asked() {
        const std::scoped_lock lock(mutex);
        const std::set<std::string> out(seen.begin(), seen.end());
        seen.clear();
        return out;
    }
    net::HttpAnswer answer(net::HttpRequest &request) {
        {
            const std::scoped_lock lock(mutex);
            const std::string path = net::pathWithoutQuery(request.path);
            seen.push_back(path);
            if (path == refused) return {503, {}, {}};
            ++requests;
        }
        return gateway::answerOf(*server, std::move(request));
    }
    [[nodiscard]] std::string address() const {
        return "http://127.0.0.1:" + std::to_string(port->port());
    }
};

struct World {
    Parties parties;
    gateway::Chain chain{4};
    QTemporaryDir folder;
    std::unique_ptr<Ledger> memory;
    std::unique_ptr<gateway::ChainLedger> ledger;
    std::unique_ptr<Mailbox> mailbox;
    std::vector<std::unique_ptr<Hospital>> hospitals;
    std::unique_ptr<Vault> vault;
    std::unique_ptr<ChosenLedger> chosen;

    explicit World(std::size_t operators) {
        parties.clock.set(gateway::Chain::start + 12);
        memory =
            std::move(createMemoryLedger(parties.genesis(), parties.clock, parties.random)).value();
        ledger = std::make_unique<gateway::ChainLedger>(*memory, chain, parties.clock);
        mailbox = openDirectoryMailbox(at("mailbox"), *memory, parties.clock).value();
        for (std::size_t i = 0; i < operators; ++i) addHospital();
        std::string phrase = "four plum trees";
        vault = Vault::create(at("vault"),
                              SecretBytes::take(
                                  {reinterpret_cast<std::uint8_t *>(phrase.data()), phrase.size()}),
                              leastPasswordCost, parties.random, parties.clock)
                    .value();
        writeFileOfNodes();
        open();
    }
    [[nodiscard]] std::string at(const char *name) const {
        return folder.filePath(QLatin1String(name)).toStdString();
    }
    void must(Action action, const SigningKey &signer) {
        const auto outcome = ledger->submit(parties.signedBy(signer, std::move(action)));
        if (!outcome || !outcome->accepted()) qFatal("%s", nameOf(outcome->refusal).data());
    }
    void addHospital() {
        auto &h = *hospitals.emplace_back(std::make_unique<Hospital>());
        Organisation organisation = parties.organisation();
        organisation.id = h.id = randomFixed<OrganisationId>(parties.random);
        organisation.desks = {{verifyKeyOf(parties.key())}};
        must(RegisterOrganisation{organisation}, parties.admin);
        h.keys =
            HostKeys::open(h.home.filePath(QStringLiteral("keys")).toStdString(), parties.clock)
                .value();
        h.relay = std::make_unique<gateway::RelayServer>(
            *ledger, *h.keys, parties.clock,
            [](const std::string &address) { return net::connectHttp(address); });
        gateway::Limits limits;
        limits.burst = 100'000;
        h.server = std::make_unique<gateway::GatewayServer>(
            gateway::Services{*ledger, *mailbox, ledger.get(),
                              [this] { return ledger->height() + 1000; },
                              [](Height, std::size_t, std::size_t) {
                                  return std::vector<gateway::BlockEvents>();
                              },
                              h.relay.get()},
            parties.clock, limits);
        h.port = net::serveHttp(
                     {},
                     [](const net::HttpRequest &, std::uint64_t) {
                         return net::Judgement{std::nullopt, 8U << 20U};
                     },
                     [&h](net::HttpRequest &request) { return h.answer(request); })
                     .value();
        must(RegisterNode{h.keys->id(), apricot::Node{h.id, {}, h.address(), NodeStatus::Active}},
             parties.admin);
        must(SetMonthKeys{h.keys->id(), *h.keys->turn()}, *h.keys->signing());
    }
    void writeFileOfNodes() const {
        std::ofstream out(at("consortium.json"));
        out << R"({"nodes":[)";
        for (const auto &h : hospitals)
            out << (h == hospitals.front() ? "" : ",") << R"({"address":")" << h->address()
                << R"(","operator":")" << toHex(h->id.view()) << R"("})";
        out << R"(],"genesis":{"chain_id":"test-chain","genesis_time":")"
            << toRfc3339(gateway::Chain::start) << R"(","validators":[)";
        const char *between = "";
        for (const comet::Validator &validator : chain.genesis().nextValidators) {
            out << between << R"({"pub_key":{"type":"tendermint/PubKeyEd25519","value":")"
                << toBase64(validator.key.view()) << R"("},"power":")" << validator.power << "\"}";
            between = ",";
        }
        out << "]}}";
    }
    void open() {
        auto opened = ChosenLedger::open(at("consortium.json"), {}, vault.get(), parties.clock);
        if (!opened) qFatal("%s", opened.error().detail.c_str());
        chosen = std::move(*opened);
    }
    [[nodiscard]] Result<std::unique_ptr<RelayedLedger>> relayed() {
        return RelayedLedger::open(*chosen, *vault, parties.clock, parties.random);
    }
    void forgetWhatWasAsked() {
        for (const auto &h : hospitals) (void)h->asked();
    }
    // The numbers of those that carried.
    std::vector<std::size_t> carriers() {
        std::vector<std::size_t> out;
        for (std::size_t i = 0; i < hospitals.size(); ++i)
            if (hospitals[i]->asked().contains("/v1/relay")) out.push_back(i);
        return out;
    }
};

} // namespace

class TestRelayedLedger : public QObject {
    Q_OBJECT

    // Those of five operators with keys for this month and the next, of whom the last has no
    // address.
    struct Five {
        SeededRandom random{5};
        UnixTime now = gateway::Chain::start;
        std::vector<HolderNode> nodes;
        std::vector<gateway::NodeAddress> reachable;
        Five() {
            for (int i = 0; i < 5; ++i) {
                HolderNode node;
                node.id = randomFixed<VerifyKey>(random);
                node.operatedBy = randomFixed<OrganisationId>(random);
                for (int month = 0; month < 2; ++month)
                    node.keys.push_back({static_cast<MonthNumber>(monthOf(now) + month),
                                         randomFixed<SealKey>(random)});
                if (i < 4) {
                    node.address = "node" + std::to_string(i) + ".example:443";
                    reachable.push_back({"https://" + node.address, {}});
                }
                nodes.push_back(std::move(node));
            }
        }
    };

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    // So long a node sees that large letters come by one relay; so seldom, that those who see a
    // person's address are few.
    void thereIsOneRelayAWeek() {
        Five f;
        const auto seed = randomFixed<Digest>(f.random);
        const UnixTime start = f.now / week * week;
        const auto first = [&](const Digest &of, UnixTime now) {
            for (HolderNode &node : f.nodes)
                for (MonthKey &key : node.keys) key.month = monthOf(now);
            const auto relays = relaysFor(f.nodes, f.reachable, of, now);
            if (relays.size() != 4) qFatal("not all");
            return relays.front().number;
        };
        std::map<std::size_t, int> weeks;
        int others = 0;
        for (int i = 0; i < 400; ++i) {
            const auto relay = first(seed, start + i * week);
            QCOMPARE(first(seed, start + i * week + 3 * 86400), relay);
            QCOMPARE(first(seed, start + (i + 1) * week - 1), relay);
            ++weeks[relay];
            others += first(randomFixed<Digest>(f.random), start + i * week) != relay ? 1 : 0;
        }
        QCOMPARE(weeks.size(), std::size_t{4}); // each as often: 100, by chance 9 less or more
        for (const auto &[relay, n] : weeks)
            QVERIFY2(n > 60 && n < 140, qPrintable(QString::number(n)));
        QVERIFY2(others > 260 && others < 340, qPrintable(QString::number(others)));
        QVERIFY(relaysFor(f.nodes, {}, seed, start).empty());
    }

    void nodesAreAskedByTheirKeysOfTheMonth() {
        const Five f;
        const Digest seed;
        UnixTime next = f.now;
        while (monthOf(next) == monthOf(f.now)) next += 86400;
        for (const UnixTime now : {f.now, next})
            for (const Relay &relay : relaysFor(f.nodes, f.reachable, seed, now)) {
                QCOMPARE(relay.targets.size(), std::size_t{3}); // of four with an address
                for (const gateway::RelayTarget &target : relay.targets) {
                    const auto node = std::ranges::find(f.nodes, target.id, &HolderNode::id);
                    QVERIFY(target.key == node->keys.at(now == next ? 1 : 0).key);
                    QVERIFY(node->operatedBy != relay.operatedBy);
                }
            }
        // Whoever has none for the month is not asked; nor anybody, when none has.
        QVERIFY(relaysFor(f.nodes, f.reachable, seed, next + UnixTime{32} * 86400).empty());
        // One operator's nodes carry nothing to each other.
        auto nodes = f.nodes;
        for (HolderNode &node : nodes) node.operatedBy = nodes.front().operatedBy;
        QVERIFY(relaysFor(nodes, f.reachable, seed, f.now).empty());
    }

    void oneCarriesAndIsAskedNothingItself() {
        World w(3);
        auto by = w.relayed();
        QVERIFY2(by && *by, by ? "directly" : by.error().detail.c_str());
        w.forgetWhatWasAsked();
        for (int act = 0; act < 6; ++act) {
            (*by)->turn();
            QVERIFY((*by)->ledger().queryPrefix(all).ok());
        }
        int carried = 0, answered = 0;
        for (const auto &h : w.hospitals) {
            const auto asked = h->asked();
            QVERIFY(h->countsOnce());
            carried += asked.contains("/v1/relay") ? 1 : 0;
            answered += asked.contains("/v1/relayed") ? 1 : 0;
            QVERIFY(asked.contains("/v1/relay") != asked.contains("/v1/relayed"));
            for (const std::string &path : asked)
                QVERIFY2(path == "/v1/relay" || path == "/v1/relayed" || path == "/v1/light-block",
                         path.c_str());
        }
        QCOMPARE(carried, 1);
        QCOMPARE(answered, 2); // in turn
        // The same one when it is opened again in that week.
        const auto before = [&] {
            if (!w.relayed()) qFatal("relayed");
            return w.carriers();
        };
        QCOMPARE(before(), before());
    }

    void oneThatDoesNotCarryIsPassedOver() {
        World w(3);
        QVERIFY(w.relayed().ok());
        const auto first = w.carriers();
        QCOMPARE(first.size(), std::size_t{1});
        for (const char *refused : {"/v1/relay", "/v1/ledger"}) { // lies, or is silent
            w.hospitals[first[0]]->refuse(refused);
            w.forgetWhatWasAsked();
            const auto by = w.relayed();
            QVERIFY2(by && *by, by ? "directly" : by.error().detail.c_str());
            w.forgetWhatWasAsked();
            QVERIFY((*by)->ledger().queryPrefix(all).ok());
            const auto next = w.carriers();
            QVERIFY(next.size() == 1 && next != first);
        }
    }

    // Whatever is asked: the relay that carried nothing is not the next one's.
    void oneThatFallsSilentIsPassedOverByTheNextQuestion() {
        const UnixTime played = gateway::Chain::start;
        const auto restore = qScopeGuard([&] { gateway::Chain::start = played; });
        gateway::Chain::start = SystemClock().now() - 100; // the session's clock is the system's
        World w(3);
        w.parties.clock.set(SystemClock().now());
        w.chosen.reset();
        Session session;
        session.vault = std::move(w.vault);
        session.use(w.at("consortium.json"), {});
        const auto ask = [&] {
            return session.askApart([](const Apart &way) { return way.ledger().queryPrefix(all); });
        };
        const auto asked = ask();
        QVERIFY2(asked.ok(), asked ? "" : asked.error().detail.c_str());
        const auto first = w.carriers();
        QCOMPARE(first.size(), std::size_t{1});
        // An answer, or this side's own error, is not the relay's.
        const auto own = session.askApart([](const Apart &) {
            return Result<int>(Error{ErrorCode::VaultDamaged, {}, {}});
        });
        QCOMPARE(own.error().code, ErrorCode::VaultDamaged);
        QVERIFY(ask().ok());
        for (const auto &h : w.hospitals) QVERIFY(!h->asked().contains("/v1/ledger"));
        w.hospitals[first[0]]->refuse("/v1/relay");
        const auto silent = ask();
        QVERIFY(!silent.ok());
        QVERIFY2(isUnanswered(silent.error().code), nameOf(silent.error().code).data());
        w.forgetWhatWasAsked();
        QVERIFY(ask().ok());
        const auto next = w.carriers();
        QVERIFY(std::ranges::any_of(next, [&](std::size_t n) { return n != first[0]; }));
    }

    // A node that wants to see everything must not get it by keeping silent.
    void whenNoneCarriesNothingGoesDirectly() {
        World w(2);
        QVERIFY(knownNodes(*w.vault, w.chosen->ledger(), w.parties.clock)->size() == 2);
        w.hospitals[1]->port.reset(); // down
        w.hospitals[0]->refuse("/v1/ledger");
        w.forgetWhatWasAsked();
        const auto why = w.relayed();
        QVERIFY(!why.ok()); // of whoever was drawn last
        QVERIFY(why.error().code == ErrorCode::NodeUnreachable
                || why.error().code == ErrorCode::NodeBusy);
        w.hospitals[0]->refuse("/v1/relay");
        QVERIFY(!w.relayed().ok());
        QVERIFY(!w.hospitals[0]->asked().contains("/v1/states"));
    }

    // The end of a permission alone does not wait for a relay: it goes directly when none carried
    // it, and not because it was refused, or because of something of the person's own.
    void whatMustNotWaitGoesDirectlyWhenNoneCarries() {
        World w(3);
        const auto by = std::move(w.relayed()).value();
        QVERIFY(by);
        w.forgetWhatWasAsked();
        QVERIFY(by->ledger().queryPrefix(all).ok());
        Hospital &relay = *w.hospitals[w.carriers().front()];
        const auto registered = [&](const SigningKey &signer) {
            Organisation organisation = w.parties.organisation();
            organisation.id = randomFixed<OrganisationId>(w.parties.random);
            organisation.desks = {{verifyKeyOf(w.parties.key())}};
            return w.parties.signedBy(signer, RegisterOrganisation{organisation});
        };
        const auto sent = [&](const Result<Ledger *> &apart, const Bytes &transaction) {
            return gateway::relayedElseDirectly(
                apart, w.chosen->ledger(), [&](Ledger &ledger) -> Result<> {
                    APRICOT_TRY_ASSIGN(outcome, ledger.submit(transaction));
                    if (!outcome.accepted()) return errorOf(outcome);
                    return {};
                });
        };
        const auto directly = [&] {
            bool out = false;
            for (const auto &h : w.hospitals) out |= h->asked().contains("/v1/transactions");
            return out;
        };
        const Result<Ledger *> apart(&by->ledger());
        w.forgetWhatWasAsked();
        QVERIFY(sent(apart, registered(w.parties.admin)).ok());
        QVERIFY(!directly());
        QCOMPARE(sent(apart, registered(w.parties.desk)).error().code, ErrorCode::NotAuthorised);
        QVERIFY(!directly());
        QCOMPARE(sent(Error{ErrorCode::VaultMissing, "test", {}}, registered(w.parties.admin))
                     .error()
                     .code,
                 ErrorCode::VaultMissing);
        QVERIFY(!directly());
        relay.refuse("/v1/relay"); // busy
        QVERIFY(sent(apart, registered(w.parties.admin)).ok());
        QVERIFY(directly());
        relay.port.reset(); // gone
        QVERIFY(sent(apart, registered(w.parties.admin)).ok());
        QVERIFY(directly());
        QVERIFY(sent(gateway::relayUnavailable("test"), registered(w.parties.admin)).ok());
        QVERIFY(directly());
    }

    // Nor by keeping the state from a phone that knows no relay yet, or only a past month's keys.
    void onlyTheStateSaysThatNoneCanCarry() {
        World w(2);
        for (const auto &h : w.hospitals) h->refuse("/v1/states");
        QVERIFY(!w.relayed().ok());
        for (const auto &h : w.hospitals) h->refuse("");
        auto nodes = *knownNodes(*w.vault, w.chosen->ledger(), w.parties.clock);
        for (HolderNode &node : nodes) node.keys.resize(0);
        Bytes old;
        append(old, bigEndian<8>(static_cast<std::uint64_t>(w.parties.clock.now())));
        append(old, encode(nodes));
        QVERIFY(w.vault->put(spaces::nodes, w.chosen->ledger().chainId(), old).ok());
        const auto by = w.relayed();
        QVERIFY(by && *by);

        World alone(1);
        const auto directly = alone.relayed();
        QVERIFY(directly && !*directly);
    }

    void itIsOverWithTheDayTheWeekAndTheMonth() {
        World w(2);
        const auto by = std::move(w.relayed()).value();
        QVERIFY(by);
        const UnixTime opened = w.parties.clock.now();
        const auto overAt = [&](UnixTime now) {
            w.parties.clock.set(now);
            return by->isOver();
        };
        QVERIFY(!overAt(opened + 3600));
        QVERIFY(overAt(opened + 86401));
        QVERIFY(overAt(opened - 1));
        QVERIFY(overAt((opened / week + 1) * week));
    }

    void actsAreSpreadInAnOrderOfChance() {
        World w(2);
        const auto by = std::move(w.relayed()).value();
        SeededRandom random(3);
        std::set<std::vector<std::size_t>> orders;
        for (const std::size_t acts : {0, 1, 3, 3, 3, 12}) {
            std::vector<std::size_t> order;
            std::chrono::milliseconds all{};
            QVERIFY(oneByOne(
                        acts, *by, random,
                        [&](std::chrono::milliseconds time) {
                            QVERIFY(time.count() >= 0);
                            all += time;
                        },
                        [&](std::size_t act) {
                            order.push_back(act);
                            return Result<>();
                        })
                        .ok());
            const std::int64_t most =
                std::min<std::int64_t>(20'000, acts > 1 ? 5000 * (std::int64_t(acts) - 1) : 0);
            QVERIFY2(all.count() <= most && (acts < 3 || all.count() > 0),
                     qPrintable(QString::number(all.count())));
            orders.insert(order);
            std::ranges::sort(order);
            QCOMPARE(order.size(), acts);
            for (std::size_t i = 0; i < acts; ++i) QCOMPARE(order[i], i);
        }
        QVERIFY(orders.size() > 4); // not three times the same
        std::size_t done = 0;
        const auto failed = oneByOne(
            5, *by, random, [](std::chrono::milliseconds) {},
            [&](std::size_t) -> Result<> {
                if (++done == 2) return Error{ErrorCode::NodeUnreachable, "test", {}};
                return {};
            });
        QCOMPARE(failed.error().code, ErrorCode::NodeUnreachable);
        QCOMPARE(done, std::size_t{2});
    }
};

APRICOT_TEST(TestRelayedLedger)
#include "test_relayed_ledger.moc"
