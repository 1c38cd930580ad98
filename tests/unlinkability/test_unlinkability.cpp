// SPDX-License-Identifier: GPL-3.0-or-later
// A month of people who ask a node, played against a real gateway, real relays and a virtual clock;
// then everything that the node has written down is given to the classifiers.
#include "../ledger/parties.h"
#include "classifiers.h"
#include "crypto/crypto.h"
#include "crypto/hash.h"
#include "crypto/seal.h"
#include "gateway/buckets.h"
#include "gateway/gateway_server.h"
#include "gateway/nodes.h"
#include "gateway/relay_server.h"
#include "ledger/memory_ledger.h"
#include "ledger/state_keys.h"
#include "program/test_program.h"

#include <QTemporaryDir>
#include <QTest>
#include <set>

using namespace apricot;
using namespace apricot::gateway;
using namespace apricot::unlinkability;

namespace {

constexpr UnixTime day = 86400;
constexpr int relationshipsEach = 3;
constexpr double mostAdvantage = 0.05;

// How a phone asks.
struct Way {
    const char *name;
    bool relayed;    // else from its own address
    bool burst;      // all relationships when the app is opened; else each at a random moment
    bool inboxByKey; // else of the state alone, which is asked by prefix
};

struct Relationship {
    int person = 0;
    SealKey inbox;
    Bytes publicPart;
    std::array<Bytes, 2> keys; // of the state: the grant, and its end
    Trace trace;
};

// What the node knows of a question, as it comes to what answers it: also when it came sealed.
class Seen {
  public:
    std::vector<Line> lines;
    std::vector<StatePrefix> prefixes; // of each line; bits of a key: none
    std::string from;
    void note(UnixTime now, std::string about, const StatePrefix &prefix) {
        lines.push_back({now, from, std::move(about), 0});
        prefixes.push_back(prefix);
    }
};

class SeenLedger final : public Ledger {
  public:
    SeenLedger(Ledger &inner, Seen &seen, const Clock &clock)
        : m_inner(inner), m_seen(seen), m_clock(clock) {}
    std::string chainId() const override { return m_inner.chainId(); }
    std::optional<VerifyKey> ledgerKey() const override { return m_inner.ledgerKey(); }
    Result<Outcome> submit(ByteView transaction) override { return m_inner.submit(transaction); }
    Result<ProvenAnswer> query(ByteView key) override { return m_inner.query(key); }
    Result<VerifiedAnswer> verify(const ProvenAnswer &a) const override {
        return m_inner.verify(a);
    }
    Subscription watch(Height, std::function<void(const LedgerEvent &)>) override { return {}; }
    Result<ProvenPrefix> queryPrefix(const StatePrefix &prefix) override {
        m_seen.note(m_clock.now(), toHex(pathBytes(prefix)), prefix);
        return m_inner.queryPrefix(prefix);
    }

  private:
    Ledger &m_inner;
    Seen &m_seen;
    const Clock &m_clock;
};

// Inboxes in which nothing waits: who asks is what is looked at.
class SeenMailbox final : public Mailbox {
  public:
    SeenMailbox(Seen &seen, const Clock &clock) : m_seen(seen), m_clock(clock) {}
    Result<std::vector<HostFacts>> hosts() override { return std::vector<HostFacts>(); }
    Result<> deposit(const Deposit &) override { return {}; }
    Result<Bytes> collect(ByteView) override { return Error{Code::PackageNotThere, {}, {}}; }
    Released release(const std::vector<Bytes> &) override { return {}; }
    Result<std::size_t> sweep() override { return std::size_t{0}; }
    Result<> post(const SealKey &, ByteView, const std::string &) override { return {}; }
    Result<std::vector<Bytes>> fetch(const SealKey &inbox) override {
        m_seen.note(m_clock.now(), toHex(inbox.view()), {{}, SIZE_MAX});
        return std::vector<Bytes>();
    }

  private:
    Seen &m_seen;
    const Clock &m_clock;
};

// To a node from an address. `log`: the node whose log it is, which also sees sizes.
class Wire final : public net::HttpClient {
  public:
    Wire(GatewayServer &node, std::string from, Seen *log)
        : m_node(node), m_from(std::move(from)), m_log(log) {}
    std::string name() const override { return "node"; }
    Result<net::HttpAnswer> send(const net::HttpRequest &request) override {
        net::HttpRequest asked = request;
        asked.from = m_from;
        if (m_log) m_log->from = m_from;
        const std::size_t before = m_log ? m_log->lines.size() : 0;
        auto judged = m_node.judge({asked.method, asked.path, {}, m_from}, asked.body.size());
        net::HttpAnswer out = judged.refusal ? *judged.refusal : m_node.answer(asked);
        if (out.status != 200) qFatal("refused: %d", out.status);
        for (std::size_t i = before; m_log && i < m_log->lines.size(); ++i)
            m_log->lines[i].bytes = out.body.size();
        return out;
    }

  private:
    GatewayServer &m_node;
    std::string m_from;
    Seen *m_log;
};

class Month {
  public:
    Month(int people, const Way &way) : m_way(way), m_dice(7) {
        const auto must = [&](const Bytes &transaction) {
            const auto outcome = m_ledger->submit(transaction);
            if (!outcome || !outcome->accepted()) qFatal("not accepted");
        };
        must(m_parties.signedBy(m_parties.admin, RegisterOrganisation{m_parties.organisation()}));
        must(m_parties.signedBy(
            m_parties.admin,
            RegisterNode{m_nodeKeys->id(), {m_parties.clinic, {}, "node:1", NodeStatus::Active}}));
        for (int i = 0; i < people * relationshipsEach; ++i) {
            Relationship one;
            one.person = i / relationshipsEach;
            one.inbox = randomFixed<SealKey>(m_parties.random);
            const SigningKey pseudonym = m_parties.key();
            Grant grant = m_parties.grant(2);
            grant.open.expiry = m_parties.clock.now() + 60 * day;
            const auto given = signGrant(grant, pseudonym);
            if (!given) qFatal("grant");
            one.publicPart = given->publicPart;
            const auto open = *verifyPublicPart(one.publicPart);
            one.keys = {grantKey(open), tombstoneKey(open.signer, open.id)};
            must(m_parties.redeem(one.publicPart)); // a visit before the month
            m_relationships.push_back(std::move(one));
        }
    }

    // What the classifiers then say, and the best of them.
    double play() {
        plan();
        std::ranges::stable_sort(m_plan, {}, &Act::time);
        for (const Act &act : m_plan) carryOut(act);
        return judged();
    }

  private:
    struct Act {
        UnixTime time = 0;
        std::size_t who = 0;
        bool visit = false;
    };
    UnixTime uniform(double from, double to) {
        return UnixTime(std::uniform_real_distribution<double>(from, to)(m_dice));
    }

    // People have habits: how often a day they open the app, at which hours, for how long.
    void plan() {
        const UnixTime start = m_parties.clock.now();
        const std::size_t people = m_relationships.size() / relationshipsEach;
        for (std::size_t person = 0; person < people; ++person) {
            const double often = std::uniform_real_distribution<double>(0.5, 3)(m_dice);
            std::array<double, 3> hours{};
            for (double &hour : hours) hour = std::uniform_real_distribution<double>(7, 23)(m_dice);
            for (int d = 0; d < 30; ++d) {
                const int sessions = std::poisson_distribution<int>(often)(m_dice);
                for (int s = 0; s < sessions; ++s) {
                    const double hour = hours[std::size_t(uniform(0, 2.999))]
                                        + std::normal_distribution<double>(0, 0.75)(m_dice);
                    session(person, start + d * day + UnixTime(hour * 3600));
                }
            }
            for (std::size_t r = 0; r < relationshipsEach; ++r) // a visit within the month
                m_plan.push_back(
                    {start + uniform(0, 30 * day), person * relationshipsEach + r, true});
        }
    }
    void session(std::size_t person, UnixTime opened) {
        const UnixTime closed = opened + uniform(180, 1800);
        for (std::size_t r = 0; r < relationshipsEach; ++r) {
            const UnixTime at = m_way.burst ? opened : opened + uniform(0, 900);
            if (at <= closed) m_plan.push_back({at, person * relationshipsEach + r, false});
        }
    }

    void carryOut(const Act &act) {
        Relationship &one = m_relationships[act.who];
        m_parties.clock.set(std::max(m_parties.clock.now(), act.time));
        if (act.visit) {
            const auto outcome = m_ledger->submit(m_parties.redeem(one.publicPart));
            if (!outcome || !outcome->accepted()) qFatal("visit");
            one.trace.onChain.push_back(act.time);
            return;
        }
        Wire direct(*m_node, "phone " + std::to_string(one.person), &m_seen);
        Wire toRelay(*m_relay, "phone " + std::to_string(one.person), nullptr);
        const auto relayed =
            relayedThrough(toRelay, toHex(m_nodeKeys->id().view()),
                           sealKeyOf(**m_nodeKeys->keyOf(monthOf(m_parties.clock.now()))),
                           m_parties.clock, m_parties.random);
        net::HttpClient &http = m_way.relayed ? *relayed : direct;
        if (m_way.inboxByKey) {
            const ByteView key = one.inbox.view();
            if (!http.send({"POST", "/v1/inbox/fetch", Bytes(key.begin(), key.end()), {}}).ok())
                qFatal("inbox");
        }
        if (m_way.inboxByKey) return;
        // One question a path: the grant, or its end.
        const auto asked =
            m_buckets.query(one.keys[std::size_t(uniform(0, 1.999))],
                            [&](const StatePrefix &prefix) { return prefixBy(http, prefix); });
        if (!asked) qFatal("state");
    }
    static Result<ProvenPrefix> prefixBy(net::HttpClient &http, const StatePrefix &prefix) {
        APRICOT_TRY_ASSIGN(answer, http.send({"GET",
                                              "/v1/states?prefix=" + toHex(pathBytes(prefix))
                                                  + "&bits=" + std::to_string(prefix.bits),
                                              {},
                                              {}}));
        return decodeProvenPrefix(answer.body);
    }

    double judged() {
        std::map<std::string, std::vector<std::size_t>> byAbout;
        std::map<std::string, StatePrefix> prefixes;
        for (std::size_t i = 0; i < m_seen.lines.size(); ++i) {
            const StatePrefix &prefix = m_seen.prefixes[i];
            const std::string name = m_seen.lines[i].about + "/" + std::to_string(prefix.bits);
            byAbout[name].push_back(i);
            prefixes[name] = prefix;
        }
        std::vector<Known> known;
        for (Relationship &one : m_relationships) {
            std::set<std::size_t> mine;
            for (const auto &[name, prefix] : prefixes) {
                bool may = prefix.bits == SIZE_MAX && name.starts_with(toHex(one.inbox.view()));
                for (const Bytes &key : one.keys)
                    may = may || (prefix.bits != SIZE_MAX && isUnder(prefix, sha256(key)));
                if (may) mine.insert(byAbout[name].begin(), byAbout[name].end());
            }
            for (const std::size_t i : mine) one.trace.lines.push_back(&m_seen.lines[i]);
            known.emplace_back(one.trace);
        }
        std::vector<Pair> pairs;
        for (std::size_t a = 0; a < known.size(); ++a)
            for (std::size_t b = a + 1; b < a + relationshipsEach && b < known.size(); ++b) {
                const int person = m_relationships[a].person;
                if (m_relationships[b].person != person) break;
                const bool teaches = person % 2 == 0;
                pairs.push_back({scoresOf(known[a], known[b]), true, teaches});
                for (int n = 0; n < 3; ++n) { // with another's
                    std::size_t c = a;
                    while (m_relationships[c].person == person)
                        c = std::uniform_int_distribution<std::size_t>(0, known.size() - 1)(m_dice);
                    pairs.push_back({scoresOf(known[a], known[c]), false, teaches});
                }
            }
        double best = combined(pairs);
        QString said = QStringLiteral("%1: %2 lines; all together %3")
                           .arg(QLatin1String(m_way.name))
                           .arg(m_seen.lines.size())
                           .arg(best, 0, 'f', 3);
        for (std::size_t f = 0; f < classifiers.size(); ++f) {
            std::vector<double> same;
            std::vector<double> other;
            for (const Pair &pair : pairs) (pair.same ? same : other).push_back(pair.scores[f]);
            const double by = advantage(same, other);
            best = std::max(best, by);
            said += QStringLiteral(", %1 %2").arg(QLatin1String(classifiers[f])).arg(by, 0, 'f', 3);
        }
        qInfo("%s", qPrintable(said));
        return best;
    }

    Way m_way;
    std::mt19937_64 m_dice;
    QTemporaryDir m_folder;
    Parties m_parties;
    Seen m_seen;
    std::unique_ptr<Ledger> m_ledger =
        std::move(createMemoryLedger(m_parties.genesis(), m_parties.clock, m_parties.random))
            .value();
    SeenLedger m_seenLedger{*m_ledger, m_seen, m_parties.clock};
    SeenMailbox m_mailbox{m_seen, m_parties.clock};
    std::unique_ptr<HostKeys> m_nodeKeys =
        std::move(HostKeys::open(m_folder.filePath(QStringLiteral("node")).toStdString(),
                                 m_parties.clock))
            .value();
    std::unique_ptr<HostKeys> m_relayKeys =
        std::move(HostKeys::open(m_folder.filePath(QStringLiteral("relay")).toStdString(),
                                 m_parties.clock))
            .value();
    RelayServer m_answering{*m_ledger, *m_nodeKeys, m_parties.clock, {}};
    RelayServer m_carrying{*m_ledger, *m_relayKeys, m_parties.clock,
                           [this](const std::string &) -> Result<std::unique_ptr<net::HttpClient>> {
                               return std::unique_ptr<net::HttpClient>(
                                   std::make_unique<Wire>(*m_node, "relay", &m_seen));
                           }};
    static Services services(Ledger &ledger, Mailbox &mailbox, RelayServer &relay) {
        return {ledger,
                mailbox,
                nullptr,
                [] { return Height{1}; },
                [](Height, std::size_t, std::size_t) { return std::vector<BlockEvents>(); },
                {},
                &relay};
    }
    std::unique_ptr<GatewayServer> m_node = std::make_unique<GatewayServer>(
        services(m_seenLedger, m_mailbox, m_answering), m_parties.clock);
    std::unique_ptr<GatewayServer> m_relay = std::make_unique<GatewayServer>(
        services(*m_ledger, m_mailbox, m_carrying), m_parties.clock);
    Buckets m_buckets{m_parties.clock, m_parties.random, 0};
    std::vector<Relationship> m_relationships;
    std::vector<Act> m_plan;
};

int people(int usual) {
    const int wanted = qEnvironmentVariableIntValue("PEOPLE");
    return wanted > 0 ? wanted : usual;
}

} // namespace

class TestUnlinkability : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    // So that the classifiers are known to see what there is to be seen.
    void askingDirectlyInABurstIsCaught() {
        Month month(12, {"directly, in a burst", false, true, true});
        QVERIFY(month.play() > 0.5);
    }
    // Why an inbox must not be asked for by its key, relay or not: people have their hours.
    void anInboxByItsKeyIsCaughtThroughARelay() {
        Month month(12, {"by relay, at random times, inbox by key", true, false, true});
        QVERIFY(month.play() > 0.5);
    }
    void prefixesByRelayAtRandomTimesPairNobody() {
        Month month(people(60), {"by relay, at random times, by prefix", true, false, false});
        const double best = month.play();
        QVERIFY2(best <= mostAdvantage, qPrintable(QString::number(best)));
    }
};

APRICOT_TEST(TestUnlinkability)
#include "test_unlinkability.moc"
