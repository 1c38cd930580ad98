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
#include "gateway/poll_schedule.h"
#include "gateway/relay_server.h"
#include "gateway/relayed_nodes.h"
#include "gateway/remote_mailbox.h"
#include "ledger/memory_ledger.h"
#include "ledger/state_keys.h"
#include "program/test_program.h"

#include <QTemporaryDir>
#include <QTest>
#include <queue>
#include <set>

using namespace apricot;
using namespace apricot::gateway;
using namespace apricot::unlinkability;

namespace {

constexpr UnixTime day = 86400;
constexpr int relationshipsEach = 3;
constexpr int relays = 8; // the more, the more the address says
constexpr double mostAdvantage = 0.05;
constexpr int enoughPeople = 200; // to show so little

int given(const char *name, int usual) {
    const int wanted = qEnvironmentVariableIntValue(name);
    return wanted > 0 ? wanted : usual;
}

// How a phone asks.
struct Way {
    const char *name;
    bool product;  // by relay, each thing at its moment, by prefix; else directly, all at opening
    bool narrowly; // inboxes by so many bits that nobody else's is among them
    bool oneByOne; // relationship, each its quarter of an hour
};

struct Relationship {
    int person = 0;
    SealKey inbox;
    Bytes publicPart;
    std::array<Bytes, 2> keys; // of the state: the grant, and its end
    std::set<Digest> brought;  // large letters
    Trace trace;
};

// What the node knows of a question, as it comes to what answers it: also when it came sealed.
class Seen {
  public:
    std::vector<Line> lines;
    struct About {
        StatePrefix prefix;
        bool inboxes = false; // else the state
        auto operator<=>(const About &) const = default;
    };
    std::vector<About> about; // of each line
    std::string from;
    bool on = false; // the node whose log it is is asked, and no other
    void note(UnixTime now, std::string words, const StatePrefix &prefix, bool inboxes = false) {
        lines.push_back({now, from, std::move(words), 0, prefix.bits});
        about.push_back({prefix, inboxes});
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
        if (m_seen.on) m_seen.note(m_clock.now(), toHex(pathBytes(prefix)), prefix);
        // The memory ledger hashes its whole tree for each answer.
        auto known = m_answers.find(prefix);
        if (known == m_answers.end()) {
            APRICOT_TRY_ASSIGN(answer, m_inner.queryPrefix(prefix));
            known = m_answers.emplace(prefix, std::move(answer)).first;
        }
        return known->second;
    }
    void change() { m_answers.clear(); }

  private:
    Ledger &m_inner;
    Seen &m_seen;
    const Clock &m_clock;
    std::map<StatePrefix, ProvenPrefix> m_answers;
};

// Inboxes in memory: what InboxFolder tells, without a file to open for each notice.
class SeenMailbox final : public Mailbox {
  public:
    SeenMailbox(Seen &seen, const Clock &clock) : m_seen(seen), m_clock(clock) {}
    Result<std::vector<HostFacts>> hosts() override { return std::vector<HostFacts>(); }
    Result<> deposit(const Deposit &) override { return {}; }
    Result<Bytes> collect(ByteView, const CheckPackage &) override {
        return Error{Code::PackageNotThere, {}, {}};
    }
    Released release(const std::vector<Bytes> &) override { return {}; }
    Result<std::size_t> sweep() override { return std::size_t{0}; }
    Result<> post(const SealKey &inbox, ByteView sealed, const std::string &) override {
        Bytes body(sealed.begin(), sealed.end());
        InboxNotice one{{sha256(inbox.view()), ++m_last}, sha256(sealed), sealed.size(), {}};
        m_whole[one.id] = {one.place.inbox, body};
        if (body.size() <= inlineBody) one.body = std::move(body);
        m_live.insert(one.place.inbox);
        m_notices.emplace(one.place, std::move(one));
        return {};
    }
    Result<std::vector<Bytes>> fetch(const SealKey &, const KnownMessage &) override {
        return std::vector<Bytes>();
    }
    Result<Notices> notices(const StatePrefix &under, const NoticePlace &after) override {
        if (m_seen.on) m_seen.note(m_clock.now(), "inbox " + toHex(pathBytes(under)), under, true);
        Notices out{m_live.size(), false, {}};
        std::size_t bytes = 0;
        for (auto at = m_notices.upper_bound(std::max(after, NoticePlace{under.path, 0}));
             at != m_notices.end() && isUnder(under, at->first.inbox); ++at) {
            bytes += 128 + at->second.body.size();
            out.more = bytes > pageBytes;
            if (out.more) break;
            out.notices.push_back(at->second);
        }
        return out;
    }
    Result<Bytes> piece(const Digest &id, std::uint64_t offset) override {
        const auto &[inbox, body] = m_whole.at(id);
        // Whose it is the node knows.
        if (m_seen.on)
            m_seen.note(m_clock.now(), "letter " + toHex(id.view()), prefixOf(inbox, 32), true);
        if (offset >= body.size()) return Bytes();
        const auto from = body.begin() + std::ptrdiff_t(offset);
        return Bytes(from, from + std::ptrdiff_t(std::min(pieceBytes, body.size() - offset)));
    }

  private:
    Seen &m_seen;
    const Clock &m_clock;
    std::map<NoticePlace, InboxNotice> m_notices;
    std::map<Digest, std::pair<Digest, Bytes>> m_whole;
    std::set<Digest> m_live;
    std::uint64_t m_last = 0;
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
        if (m_log) m_log->on = true;
        const std::size_t before = m_log ? m_log->lines.size() : 0;
        auto judged = m_node.judge({asked.method, asked.path, {}, m_from}, asked.body.size());
        net::HttpAnswer out = judged.refusal ? *judged.refusal : m_node.answer(asked);
        if (m_log) m_log->on = false;
        if (out.status != 200 && !asked.path.starts_with("/v1/relay"))
            qFatal("refused: %d %s", out.status, asked.path.c_str());
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
    Month(int people, int days, const Way &way)
        : m_way(way), m_days(days), m_dice(std::uint64_t(given("APRICOT_SEED", 7))) {
        const auto must = [&](const Bytes &transaction) {
            const auto outcome = m_ledger->submit(transaction);
            if (!outcome || !outcome->accepted()) qFatal("not accepted");
        };
        must(m_parties.signedBy(m_parties.admin, RegisterOrganisation{m_parties.organisation()}));
        for (const auto &[keys, address] :
             {std::pair{m_nodeKeys.get(), "node:1"}, std::pair{m_otherKeys.get(), "other:1"}})
            must(m_parties.signedBy(
                m_parties.admin,
                RegisterNode{keys->id(), {m_parties.clinic, {}, address, NodeStatus::Active}}));
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
            letterTo(one, 200);
            m_relationships.push_back(std::move(one));
        }
    }

    Judgement play() {
        plan();
        while (!m_acts.empty()) {
            const Act act = m_acts.top();
            m_acts.pop();
            m_parties.clock.set(std::max(m_parties.clock.now(), act.time));
            carryOut(act);
        }
        return judged();
    }

  private:
    struct Act {
        UnixTime time = 0;
        enum Kind { Visit, Opened, Moment } kind = Visit;
        std::size_t who = 0; // of a visit the relationship, else the person
        UnixTime closed = 0;
        bool operator<(const Act &other) const { return time > other.time; } // the first on top
    };
    struct Phone {
        std::unique_ptr<RelayedNodes> nodes;
        std::unique_ptr<RemoteMailbox> mailbox;
        std::unique_ptr<PollSchedule> schedule; // while it is open
        UnixTime closed = 0;
        UnixTime renewed = 0; // by whom it asks
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
            for (int d = 0; d < m_days; ++d) {
                const int sessions = std::poisson_distribution<int>(often)(m_dice);
                for (int s = 0; s < sessions; ++s) {
                    const double hour = hours[std::size_t(uniform(0, 2.999))]
                                        + std::normal_distribution<double>(0, 0.75)(m_dice);
                    const UnixTime opened = start + d * day + UnixTime(hour * 3600);
                    m_acts.push({opened, Act::Opened, person, opened + uniform(180, 1800)});
                }
            }
            for (std::size_t r = 0; r < relationshipsEach; ++r) // a visit within the month
                m_acts.push({start + uniform(0, double(m_days * day)), Act::Visit,
                             person * relationshipsEach + r, 0});
            m_phones.emplace_back();
        }
    }

    // Each person has one relay, another each week. The node whose log it is carries for none of
    // them: those for whom it does it is not asked by.
    void renew(Phone &out, std::size_t person) {
        const auto month = monthOf(m_parties.clock.now());
        const auto target = [&](HostKeys &keys, const char *name) {
            return RelayTarget{keys.id(), name, sealKeyOf(**keys.keyOf(month))};
        };
        out.renewed = m_parties.clock.now();
        out.mailbox.reset();
        Relay &relay = *m_relays[std::size_t(uniform(0, double(m_relays.size()) - 0.001))];
        out.nodes = std::make_unique<RelayedNodes>(
            std::make_unique<Wire>(*relay.server, "phone " + std::to_string(person), nullptr),
            "relay", std::vector{target(*m_nodeKeys, "node"), target(*m_otherKeys, "other")},
            m_parties.clock, m_parties.random);
        // How many inboxes there are, and how large the state: as the ledger proves it.
        out.mailbox = std::make_unique<RemoteMailbox>(
            out.nodes->nodes(), std::chrono::milliseconds{0}, [this]() -> Result<std::size_t> {
                return m_buckets.bits(
                    [this](const StatePrefix &prefix) { return m_ledger->queryPrefix(prefix); });
            });
    }

    void carryOut(const Act &act) {
        if (act.kind == Act::Visit) return visit(m_relationships[act.who], act.time);
        Phone &phone = m_phones[act.who];
        const std::size_t first = act.who * relationshipsEach;
        if (!m_way.product) return askAllDirectly(act.who);
        if (act.kind == Act::Opened) {
            if (phone.schedule) return; // it is open
            phone.schedule = std::make_unique<PollSchedule>(m_parties.clock, m_parties.random);
            phone.closed = act.closed;
            PollSchedule::Watched watched;
            for (std::size_t r = first; r < first + relationshipsEach; ++r)
                for (const char *what : {"i", "g", "e"})
                    watched[m_way.oneByOne ? std::to_string(r) : ""].push_back(what
                                                                               + std::to_string(r));
            phone.schedule->watch(watched);
        }
        if (period(phone.renewed) != period(m_parties.clock.now())) renew(phone, act.who);
        while (const auto what = phone.schedule->take())
            look(phone, m_relationships[std::stoul(what->substr(1))], what->front());
        const UnixTime next = *phone.schedule->next();
        if (next <= phone.closed)
            m_acts.push({next, Act::Moment, act.who, 0});
        else
            phone.schedule.reset();
    }
    void visit(Relationship &one, UnixTime time) {
        const auto outcome = m_ledger->submit(m_parties.redeem(one.publicPart));
        if (!outcome || !outcome->accepted()) qFatal("visit");
        m_seenLedger.change();
        one.trace.onChain.push_back(time);
        letterTo(one, uniform(0, 1.999) == 0 ? 200 : 20'000);
    }
    void letterTo(const Relationship &one, std::size_t bytes) {
        Bytes letter(bytes);
        m_parties.random.fill(std::span(letter).first(32));
        if (!m_mailbox.post(one.inbox, letter, {}).ok()) qFatal("letter");
    }

    void look(Phone &phone, Relationship &one, char what) {
        phone.nodes->turn();
        if (what == 'i') {
            if (m_way.narrowly) {
                const auto hash = sha256(one.inbox.view());
                const auto got =
                    phone.nodes->nodes()[0]->notices(prefixOf(hash, mostPrefixBits), {});
                if (!got) qFatal("narrowly: %s", got.error().detail.c_str());
                return;
            }
            const auto got = phone.mailbox->fetch(
                one.inbox, [&](const Digest &id) { return one.brought.contains(id); });
            if (!got) qFatal("inbox: %s", got.error().detail.c_str());
            for (const Bytes &letter : *got)
                if (letter.size() > inlineBody) one.brought.insert(sha256(letter));
            return;
        }
        const auto asked =
            m_buckets.query(one.keys[what == 'g' ? 0 : 1], [&](const StatePrefix &prefix) {
                return phone.nodes->nodes()[0]->queryPrefix(prefix);
            });
        if (!asked) qFatal("state: %s", asked.error().detail.c_str());
    }
    void askAllDirectly(std::size_t person) {
        gateway::Node direct(
            std::make_unique<Wire>(*m_node, "phone " + std::to_string(person), &m_seen));
        const std::size_t first = person * relationshipsEach;
        for (std::size_t r = first; r < first + relationshipsEach; ++r) {
            const auto hash = sha256(m_relationships[r].inbox.view());
            if (!direct.notices(prefixOf(hash, m_way.narrowly ? mostPrefixBits : 0), {}).ok())
                qFatal("inbox");
            for (const Bytes &key : m_relationships[r].keys)
                if (!m_buckets.query(
                        key, [&](const StatePrefix &prefix) { return direct.queryPrefix(prefix); }))
                    qFatal("state");
        }
    }

    Judgement judged() {
        std::map<Seen::About, std::vector<std::size_t>> byAbout;
        for (std::size_t i = 0; i < m_seen.lines.size(); ++i) byAbout[m_seen.about[i]].push_back(i);
        std::vector<Known> known;
        for (Relationship &one : m_relationships) {
            std::set<std::size_t> mine;
            for (const auto &[about, lines] : byAbout) {
                bool may = about.inboxes && isUnder(about.prefix, sha256(one.inbox.view()));
                for (const Bytes &key : one.keys)
                    may = may || (!about.inboxes && isUnder(about.prefix, sha256(key)));
                if (may) mine.insert(lines.begin(), lines.end());
            }
            for (const std::size_t i : mine) one.trace.lines.push_back(&m_seen.lines[i]);
            known.emplace_back(one.trace);
        }
        std::vector<int> persons;
        for (const Relationship &one : m_relationships) persons.push_back(one.person);
        const Pairs pairs = pairsOf(known, persons, m_dice);
        const Judgement out = unlinkability::judged(pairs);
        qInfo("%s: %zu lines; %.3f, standard error %.3f, by %s", m_way.name, m_seen.lines.size(),
              out.advantage, out.error, out.by.c_str());
        for (std::size_t f = 0; f < classifiers.size(); ++f)
            qInfo("  %s %.3f", classifiers[f], advantage(alone(f, pairs), pairs));
        return out;
    }

    Way m_way;
    int m_days;
    std::mt19937_64 m_dice;
    QTemporaryDir m_folder;
    Parties m_parties;
    Seen m_seen;
    std::unique_ptr<Ledger> m_ledger =
        std::move(createMemoryLedger(m_parties.genesis(), m_parties.clock, m_parties.random))
            .value();
    SeenLedger m_seenLedger{*m_ledger, m_seen, m_parties.clock};
    SeenMailbox m_mailbox{m_seen, m_parties.clock};
    std::unique_ptr<HostKeys> keys(const char *name) {
        return std::move(HostKeys::open(m_folder.filePath(QLatin1String(name)).toStdString(),
                                        m_parties.clock))
            .value();
    }
    std::unique_ptr<HostKeys> m_nodeKeys = keys("node"), m_otherKeys = keys("other"),
                              m_relayKeys = keys("relay");
    // Two nodes that are asked, of which the first is the one whose log is read; the relays below.
    RelayServer m_answering{*m_ledger, *m_nodeKeys, m_parties.clock, {}};
    RelayServer m_otherAnswering{*m_ledger, *m_otherKeys, m_parties.clock, {}};
    RelayServer::Connect carriedBy(const std::string &relay) {
        return
            [this, relay](const std::string &address) -> Result<std::unique_ptr<net::HttpClient>> {
                const bool isLogged = address == "https://node:1";
                return std::unique_ptr<net::HttpClient>(std::make_unique<Wire>(
                    isLogged ? *m_node : *m_other, relay, isLogged ? &m_seen : nullptr));
            };
    }
    std::unique_ptr<GatewayServer> server(RelayServer &relay) {
        return std::make_unique<GatewayServer>(
            Services{m_seenLedger, m_mailbox, nullptr, [] { return Height{1}; },
                     [](Height, std::size_t, std::size_t) { return std::vector<BlockEvents>(); },
                     &relay},
            m_parties.clock);
    }
    std::unique_ptr<GatewayServer> m_node = server(m_answering), m_other = server(m_otherAnswering);
    struct Relay {
        std::unique_ptr<RelayServer> carrying;
        std::unique_ptr<GatewayServer> server;
    };
    std::vector<std::unique_ptr<Relay>> m_relays = [this] {
        std::vector<std::unique_ptr<Relay>> out;
        for (int i = 0; i < relays; ++i) {
            auto one = std::make_unique<Relay>();
            one->carrying = std::make_unique<RelayServer>(*m_ledger, *m_relayKeys, m_parties.clock,
                                                          carriedBy("relay " + std::to_string(i)));
            one->server = server(*one->carrying);
            out.push_back(std::move(one));
        }
        return out;
    }();
    // As in flows/relayed_ledger.h: the nodes' keys and the relay.
    static std::pair<MonthNumber, UnixTime> period(UnixTime time) {
        return {monthOf(time), time / (7 * day)};
    }
    Buckets m_buckets{m_parties.clock, m_parties.random, 0};
    std::vector<Relationship> m_relationships;
    std::vector<Phone> m_phones;
    std::priority_queue<Act> m_acts;
};

constexpr int usualDays = 6;   // of the month, so that a test takes seconds
constexpr double caught = 0.3; // what a way of asking that gives people away is found with

} // namespace

class TestUnlinkability : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    // So that the classifiers are known to see what there is to be seen.
    void askingDirectlyInABurstIsCaught() {
        Month month(10, usualDays, {"directly, all at once", false, true, false});
        QVERIFY(month.play().atLeast() > 0.9);
    }
    // Why an inbox must be asked for among others, relay and moments or not: people have their
    // hours, and their relay.
    void anInboxAskedForAloneIsCaughtThroughARelay() {
        Month month(10, usualDays, {"by relay, inboxes alone", true, true, false});
        QVERIFY(month.play().atLeast() > 0.5);
        Month oneByOne(16, 10, {"the same, one relationship at a time", true, true, true});
        QVERIFY(oneByOne.play().atLeast() > caught);
    }
    void whatThePhoneAsksPairsNobody() {
        const int people = given("APRICOT_PEOPLE", 16);
        Month month(people, given("APRICOT_DAYS", usualDays),
                    {"as the phone asks", true, false, true});
        const Judgement found = month.play();
        // Of few people it is known within much only: here what is caught above would be; the
        // figure itself is `./dev bench unlinkability`'s.
        const double may = people < enoughPeople ? caught : mostAdvantage;
        QVERIFY2(found.advantage <= may, qPrintable(QString::number(found.advantage)));
    }
};

APRICOT_TEST(TestUnlinkability)
#include "test_unlinkability.moc"
