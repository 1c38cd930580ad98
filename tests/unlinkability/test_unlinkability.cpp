// SPDX-License-Identifier: GPL-3.0-or-later
// A month of people who ask a node, played against a real gateway, real relays and a virtual clock;
// then everything that the node has written down is given to the classifiers.
#include "../ledger/parties.h"
#include "crypto/crypto.h"
#include "crypto/hash.h"
#include "crypto/seal.h"
#include "flows/patient/looked_after.h"
#include "flows/shared/directory.h"
#include "gateway/buckets.h"
#include "gateway/gateway_server.h"
#include "gateway/poll_schedule.h"
#include "gateway/relay_server.h"
#include "gateway/relayed_nodes.h"
#include "gateway/remote_ledger.h"
#include "gateway/remote_mailbox.h"
#include "ledger/memory_ledger.h"
#include "ledger/state_keys.h"
#include "program/test_program.h"
#include "seen.h"
#include "session/relayed_ledger.h"

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
constexpr int clinics = 12;
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
    bool oneByOne; // relationship, each its half an hour
};

struct Relationship {
    int person = 0;
    std::size_t clinic = 0;
    SealKey inbox;
    Digest inboxHash;
    Bytes publicPart;
    std::vector<Digest> keys;      // of the state, hashed: all that name it alone
    std::set<Digest> brought;      // letters
    Opening kept;                  // what the phone knows of its permission
    bool isKept = false;           // something
    std::optional<UnixTime> known; // as of when all under its key is
    Trace trace;
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
        for (int i = 0; i < clinics; ++i) {
            Organisation one = m_parties.organisation();
            one.id = randomFixed<OrganisationId>(m_parties.random);
            m_clinics.push_back({one.id, m_parties.key()});
            one.desks = {{verifyKeyOf(m_clinics.back().desk)}};
            must(m_parties.signedBy(m_parties.admin, RegisterOrganisation{one}));
        }
        for (const auto &[keys, address] :
             {std::pair{m_nodeKeys.get(), "node:1"}, std::pair{m_otherKeys.get(), "other:1"}})
            must(m_parties.signedBy(
                m_parties.admin,
                RegisterNode{keys->id(), {m_parties.clinic, {}, address, NodeStatus::Active}}));
        for (int i = 0; i < relays; ++i) {
            const std::string address = "relay-" + std::to_string(i) + ":1";
            m_carriers.push_back({randomFixed<NodeId>(m_parties.random),
                                  randomFixed<OrganisationId>(m_parties.random),
                                  {},
                                  {},
                                  address});
            m_reachable.push_back({connectable(address), {}});
        }
        for (int i = 0; i < people * relationshipsEach; ++i) {
            Relationship one;
            one.person = i / relationshipsEach;
            one.clinic = std::size_t(uniform(0, clinics - 0.001));
            one.inbox = randomFixed<SealKey>(m_parties.random);
            one.inboxHash = sha256(one.inbox.view());
            const SigningKey pseudonym = m_parties.key();
            Grant grant = m_parties.grant(2);
            grant.open.audience = m_clinics[one.clinic].id;
            grant.open.expiry = m_parties.clock.now() + 60 * day;
            const auto given = signGrant(grant, pseudonym);
            if (!given) qFatal("grant");
            one.publicPart = given->publicPart;
            const GrantPublic &open = one.kept.grant.open =
                std::move(*verifyPublicPart(one.publicPart));
            const GrantName name{open.signer, open.id};
            std::vector<Bytes> keys = endKeysOf(open);
            for (const std::uint32_t n : {0U, 1U})
                keys.push_back(openingKey(open.subject, name, n));
            for (Bytes &key : std::array{grantKey(open), grantCountKey(open.subject),
                                         grantNameKey(open.subject, 0)})
                keys.push_back(std::move(key));
            for (const Bytes &key : keys) one.keys.push_back(sha256(key));
            must(redeem(one)); // a visit before the month
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
        enum Kind { Visit, Opened, Moment, Locked, Unlocked, Closed } kind = Visit;
        std::size_t who = 0; // of a visit the relationship, else the person
        UnixTime closed = 0; // the session in which it is
        bool operator<(const Act &other) const { return time > other.time; } // the first on top
    };
    struct Phone {
        Digest seed; // of its relays
        // Of a RelayedLedger: dropped when the record is locked.
        std::unique_ptr<RelayedNodes> nodes;
        std::unique_ptr<SingleLedger> ledger;
        std::unique_ptr<RemoteMailbox> mailbox;
        UnixTime relayed = 0;                   // since
        std::unique_ptr<PollSchedule> schedule; // while it is open
        UnixTime closed = 0, moment = 0;
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
            m_phones.emplace_back().seed = randomFixed<Digest>(m_parties.random);
        }
    }

    // As RelayedLedger::open, for whom the relay is never silent. The node whose log it is carries
    // for nobody: those for whom it does it is not asked by.
    void openRelayed(Phone &out, std::size_t person) {
        const UnixTime now = m_parties.clock.now();
        forgetRelayed(out);
        std::vector<HolderNode> nodes = m_carriers;
        const auto add = [&](HostKeys &keys, const OrganisationId &operatedBy, const char *at) {
            const MonthKey key{monthOf(now), sealKeyOf(**keys.keyOf(monthOf(now)))};
            nodes.push_back({keys.id(), operatedBy, {}, {key}, at});
        };
        add(*m_nodeKeys, m_operators[0], "node:1");
        add(*m_otherKeys, m_operators[1], "other:1");
        const auto relay = relaysFor(nodes, m_reachable, out.seed, now).front();
        out.nodes = std::make_unique<RelayedNodes>(
            std::make_unique<Wire>(*m_relays[relay.number]->server,
                                   "phone " + std::to_string(person), nullptr),
            toHex(relay.operatedBy.view()), relay.targets, m_parties.clock, m_parties.random);
        ConsortiumFile file;
        file.chainId = m_ledger->chainId();
        file.ledgerKey = m_ledger->ledgerKey();
        auto ledger = SingleLedger::open(file, out.nodes->nodes(), nullptr, m_parties.clock);
        if (!ledger) qFatal("ledger: %s", ledger.error().detail.c_str());
        out.ledger = std::move(*ledger);
        const auto carried = out.ledger->query(consortiumKey());
        if (!carried) qFatal("relay: %s", carried.error().detail.c_str());
        out.mailbox = std::make_unique<RemoteMailbox>(
            out.nodes->nodes(), std::chrono::milliseconds{0},
            [ledger = out.ledger.get()] { return ledger->prefixBits(); });
        out.relayed = now;
    }

    // What the phone watches, by the rules of worthLooking.
    PollSchedule::Watched watched(std::size_t person) const {
        PollSchedule::Watched out;
        const UnixTime now = m_parties.clock.now();
        const std::size_t first = person * relationshipsEach;
        for (std::size_t r = first; r < first + relationshipsEach; ++r) {
            const Relationship &one = m_relationships[r];
            auto &what = out[m_way.oneByOne ? std::to_string(r) : ""];
            what.push_back('i' + std::to_string(r));
            const bool mayTell = !one.isKept || isWorthLooking(one.kept, now);
            if (mayTell) what.push_back('g' + std::to_string(r));
            if (isWorthLooking(mayTell && now < one.kept.grant.open.expiry, one.known, now))
                what.push_back('s' + std::to_string(r));
        }
        return out;
    }

    void carryOut(const Act &act) {
        if (act.kind == Act::Visit) return visit(m_relationships[act.who], act.time);
        Phone &phone = m_phones[act.who];
        if (!m_way.product) return askAllDirectly(act.who);
        if (act.kind == Act::Opened) {
            if (phone.schedule) return; // it is open
            phone.schedule = std::make_unique<PollSchedule>(m_parties.clock, m_parties.random);
            phone.closed = act.closed;
            push(act.who, Act::Closed, act.closed);
        }
        if (act.closed != phone.closed || (act.kind == Act::Moment && act.time != phone.moment))
            return;
        if (act.kind == Act::Closed) return end(phone);
        if (act.kind == Act::Locked) {
            phone.schedule->watch({});
            phone.moment = 0;
            forgetRelayed(phone);
            return push(act.who, Act::Unlocked, act.time + uniform(10, 120));
        }
        if (act.kind != Act::Moment) {
            push(act.who, Act::Locked, act.time + uniform(180, 600)); // idle for five minutes
            phone.schedule->watch(watched(act.who));
        }
        while (const auto what = phone.schedule->take()) {
            if (!phone.nodes || relayIsOver(phone.relayed, m_parties.clock.now()))
                openRelayed(phone, act.who);
            look(phone, m_relationships[std::stoul(what->substr(1))], what->front());
            phone.schedule->watch(watched(act.who));
        }
        phone.moment = *phone.schedule->next();
        push(act.who, Act::Moment, phone.moment);
    }
    void push(std::size_t person, Act::Kind kind, UnixTime time) {
        m_acts.push({time, kind, person, m_phones[person].closed});
    }
    static void forgetRelayed(Phone &phone) {
        phone.mailbox.reset();
        phone.ledger.reset();
        phone.nodes.reset();
    }
    // Whose turn it was is not kept.
    static void end(Phone &phone) {
        forgetRelayed(phone);
        phone.schedule.reset();
        phone.closed = phone.moment = 0;
    }
    Bytes redeem(const Relationship &one) {
        const Clinic &at = m_clinics[one.clinic];
        return m_parties.signedBy(at.desk, Redeem{at.id, one.publicPart});
    }
    void visit(Relationship &one, UnixTime time) {
        const auto outcome = m_ledger->submit(redeem(one));
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

    // As Looking asks: by the functions with which lookAfter and fetchInboxOf do.
    void look(Phone &phone, Relationship &one, char what) {
        phone.nodes->turn();
        if (what == 'i') return lookInto(phone, one);
        const GrantPublic &open = one.kept.grant.open;
        Witness witness(*phone.ledger);
        if (what == 'g') {
            auto seen = openingBy(witness, one.kept.grant, one.kept.openings);
            if (!seen) qFatal("permission: %s", seen.error().detail.c_str());
            one.kept = std::move(*seen);
            one.kept.isKept = one.isKept = true;
        } else {
            const auto untold = untoldBy(witness, open.subject, {{open.signer, open.id}});
            if (!untold) qFatal("key: %s", untold.error().detail.c_str());
            one.known = witness.asOf();
        }
    }
    void lookInto(Phone &phone, Relationship &one) {
        if (m_way.narrowly) {
            const auto got =
                phone.nodes->nodes()[0]->notices(prefixOf(one.inboxHash, mostPrefixBits), {});
            if (!got) qFatal("narrowly: %s", got.error().detail.c_str());
            return;
        }
        const auto got = phone.mailbox->fetch(
            one.inbox, [&](const Digest &id) { return one.brought.contains(id); });
        if (!got) qFatal("inbox: %s", got.error().detail.c_str());
        bool isNew = false;
        for (const Bytes &letter : *got) isNew |= one.brought.insert(sha256(letter)).second;
        if (!isNew) return; // else whose desk signed it
        if (!registeredOrganisation(*phone.ledger, m_clinics[one.clinic].id)) qFatal("clinic");
    }
    void askAllDirectly(std::size_t person) {
        gateway::Node direct(
            std::make_unique<Wire>(*m_node, "phone " + std::to_string(person), &m_seen));
        const std::size_t first = person * relationshipsEach;
        for (std::size_t r = first; r < first + relationshipsEach; ++r) {
            const Digest &hash = m_relationships[r].inboxHash;
            if (!direct.notices(prefixOf(hash, m_way.narrowly ? mostPrefixBits : 0), {}).ok())
                qFatal("inbox");
            for (const Bytes &key : {grantKey(m_relationships[r].kept.grant.open),
                                     grantCountKey(m_relationships[r].kept.grant.open.subject)})
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
                bool may = about.inboxes && isUnder(about.prefix, one.inboxHash);
                for (const Digest &key : one.keys)
                    may = may || (!about.inboxes && isUnder(about.prefix, key));
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
    // As the state and the person's file name them: without keys, since they carry alone.
    std::vector<HolderNode> m_carriers;
    std::array<OrganisationId, 2> m_operators{randomFixed<OrganisationId>(m_parties.random),
                                              randomFixed<OrganisationId>(m_parties.random)};
    std::vector<NodeAddress> m_reachable;
    struct Clinic {
        OrganisationId id;
        SigningKey desk;
    };
    std::vector<Clinic> m_clinics;
    Buckets m_buckets{m_parties.clock, m_parties.random, 0};
    std::vector<Relationship> m_relationships;
    std::vector<Phone> m_phones;
    std::priority_queue<Act> m_acts;
};

constexpr int usualDays = 6;   // of the month, so that a test takes seconds
constexpr double caught = 0.2; // what a way of asking that gives people away is found with

// Of so few people a month may happen to tell little: one of three must tell.
bool isCaught(int people, int days, const Way &way) {
    for (int month = 0; month < 3; ++month)
        if (Month(people, days, way).play().atLeast() > caught) return true;
    return false;
}

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
        QVERIFY(isCaught(10, usualDays, {"by relay, inboxes alone", true, true, false}));
        QVERIFY(isCaught(20, 12, {"the same, one relationship at a time", true, true, true}));
    }
    void whatThePhoneAsksPairsNobody() {
        const int people = given("APRICOT_PEOPLE", 16);
        Month month(people, given("APRICOT_DAYS", usualDays),
                    {"as the phone asks", true, false, true});
        const Judgement judged = month.play();
        // Of few people it is known within much only: here what is caught above would be; the
        // figure itself is `./dev bench unlinkability`'s.
        const bool few = people < enoughPeople;
        QVERIFY2(few ? judged.atLeast() <= caught : judged.advantage <= mostAdvantage,
                 qPrintable(QString::number(judged.advantage)));
    }
};

APRICOT_TEST(TestUnlinkability)
#include "test_unlinkability.moc"
