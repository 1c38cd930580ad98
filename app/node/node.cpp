// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/node.h"

#include "base/file.h"
#include "crypto/system_random.h"
#include "exchange/directory_mailbox.h"
#include "ledger/embedded_ledger.h"
#include "ledger/node_state.h"
#include "ledger/transaction.h"
#include "node/log.h"

#include <charconv>
#include <csignal>
#include <cstdlib>

namespace apricot::node {
namespace {

constexpr std::chrono::seconds sweepEvery{3};
constexpr std::size_t gatewayThreads = 64; // most wait for a transaction's block
constexpr gateway::Limits gatewayLimits;
constexpr UnixTime readyWithin = 60;  // seconds since the last block
constexpr UnixTime publishPause = 30; // seconds after an attempt

struct Address {
    std::string host;
    int port = 0;
};

std::optional<Address> addressIn(const std::string &text) {
    const auto colon = text.rfind(':');
    Address out;
    if (colon == std::string::npos || colon == 0) return std::nullopt;
    out.host = text.substr(0, colon);
    if (out.host.starts_with('[') && out.host.ends_with(']'))
        out.host = out.host.substr(1, out.host.size() - 2);
    const char *end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + colon + 1, end, out.port);
    if (read.ec != std::errc() || read.ptr != end || out.port < 0 || out.port > 65535)
        return std::nullopt;
    return out;
}

net::HttpAnswer plain(int status, const std::string &text) {
    const ByteView view = viewOf(text);
    return {status, Bytes(view.begin(), view.end()), "text/plain; version=0.0.4"};
}

// For crash tests: APRICOT_FAIL_AT="MOMENT HEIGHT", a moment's number and the first block at which
// the process ends as by a power cut.
std::function<void(comet::Moment, Height)> crashAt() {
    const char *wanted = std::getenv("APRICOT_FAIL_AT");
    if (!wanted) return {};
    int moment = -1;
    unsigned long long height = 0;
    if (std::sscanf(wanted, "%d %llu", &moment, &height) != 2) return {};
    return [moment, height](comet::Moment reached, Height at) {
        if (static_cast<int>(reached) == moment && at >= height) std::raise(SIGKILL);
    };
}

} // namespace

// Beside the ledger, not with the packages: a copy of the mailbox opens nothing.
std::string Node::keysFile() const {
    return hostKeysIn(m_options.isEmbedded() ? m_options.ledger : m_options.home).string();
}

Result<gateway::Services> Node::embedded() {
    APRICOT_TRY_ASSIGN(ledger, openEmbeddedLedger(m_options.ledger, m_clock));
    HostedLedger &hosted = *ledger;
    m_ledger = std::move(ledger);
    APRICOT_TRY(take(m_options.ledger + "/node.lock"));
    APRICOT_TRY(openMailbox());
    const auto height = [this] {
        const auto answer = m_ledger->query({});
        return answer ? answer->height : Height{0};
    };
    const auto events = [&hosted](Height from, std::size_t most,
                                  std::size_t bytes) -> Result<std::vector<gateway::BlockEvents>> {
        APRICOT_TRY_ASSIGN(blocks, hosted.blocksFrom(from, most, bytes));
        std::vector<gateway::BlockEvents> out;
        out.reserve(blocks.size());
        for (StoredBlock &block : blocks)
            out.push_back({from + out.size(), std::move(block.transactions)});
        return out;
    };
    return gateway::Services{*m_ledger, *m_mailbox, nullptr, height, events};
}

Result<gateway::Services> Node::consortium() {
    std::error_code shown; // by the lock
    std::filesystem::create_directories(m_options.home, shown);
    APRICOT_TRY(take(m_options.home + "/node.lock"));
    comet::ApplicationOptions options;
    options.folder = m_options.home;
    options.snapshotEvery = m_options.snapshotEvery;
    options.blocksKept = m_options.blocksKept;
    options.continues = m_options.continues;
    options.reached = crashAt();
    options.snapshotFailed = [this](const Error &why) {
        log(m_clock, "snapshot-failed",
            {{"error", std::string(nameOf(why.code))}, {"detail", why.detail}});
    };
    net::ClientOptions engineOptions;
    engineOptions.breaker = m_ending;
    APRICOT_TRY_ASSIGN(engine, net::connectHttp(m_options.engine, engineOptions));
    m_engine = std::make_unique<comet::RpcClient>(std::move(engine));
    options.engineChain = [this] { return m_engine->chainId(); };
    APRICOT_TRY_ASSIGN(application, comet::Application::open(options, m_clock));
    m_application = std::move(application);
    if (const comet::Committed at = m_application->committed(); at.height != 0)
        log(m_clock, "state",
            {{"chain", at.chainId},
             {"height", std::to_string(at.height)},
             {"root", toHex(at.root.view())}});
    m_ledger = std::make_unique<comet::NodeLedger>(*m_application, *m_engine);
    APRICOT_TRY(openMailbox());
    APRICOT_TRY_ASSIGN(abci, comet::AbciServer::listen(m_options.abci, *m_application));
    m_abci = std::move(abci);
    const auto events = [this](Height from, std::size_t most,
                               std::size_t bytes) -> Result<std::vector<gateway::BlockEvents>> {
        std::vector<gateway::BlockEvents> out;
        std::size_t read = 0;
        const Height last = m_application->committed().height;
        for (Height height = from; height <= last && out.size() < most && read < bytes; ++height) {
            APRICOT_TRY_ASSIGN(block, m_application->block(height));
            out.push_back({height, {}});
            if (!block) continue;
            for (const Bytes &transaction : block->transactions) read += transaction.size();
            out.back().transactions = std::move(block->transactions);
        }
        return out;
    };
    return gateway::Services{*m_ledger, *m_mailbox, m_engine.get(),
                             [this] { return m_application->committed().height; }, events};
}

// A folder is one node's. Others may read an embedded ledger beside it.
Result<> Node::take(const std::filesystem::path &file) {
    APRICOT_TRY_ASSIGN(lock, FileLock::take(file));
    m_locks.push_back(std::move(lock));
    return {};
}

Result<> Node::openMailbox() {
    MailboxLimits limits;
    limits.packageBytes = gateway::packageBytes;
    std::error_code shown; // by the lock
    std::filesystem::create_directories(m_options.mailbox, shown);
    APRICOT_TRY(take(m_options.mailbox + "/mailbox.lock"));
    APRICOT_TRY_ASSIGN(mailbox, openDirectoryMailbox(m_options.mailbox, *m_ledger, m_clock, limits,
                                                     keysFile(), &m_blockClock));
    m_mailbox = std::move(mailbox);
    return {};
}

UnixTime Node::blockTime() const {
    if (m_application) return m_application->committed().time;
    const auto answer = m_ledger->query({});
    const auto block = answer ? m_ledger->verify(*answer) : Result<VerifiedAnswer>(answer.error());
    return block ? block->time : 0;
}

Result<> Node::openRelay() {
    APRICOT_TRY_ASSIGN(keys, HostKeys::open(keysFile(), m_blockClock));
    m_keys = std::move(keys);
    net::ClientOptions to;
    to.authority = m_options.authority;
    to.breaker = m_ending;
    m_relay = std::make_unique<gateway::RelayServer>(
        *m_ledger, *m_keys, m_clock,
        [to](const std::string &address) { return net::connectHttp(address, to); });
    return {};
}

Result<std::unique_ptr<Node>> Node::start(const Options &options, const Clock &clock) {
    std::unique_ptr<Node> out(new Node(options, clock));
    APRICOT_TRY_ASSIGN(services, options.isEmbedded() ? out->embedded() : out->consortium());
    APRICOT_TRY(out->openRelay());
    services.relay = out->m_relay.get();
    gateway::Limits limits = gatewayLimits;
    limits.requestsPerSecond = options.requestsPerSecond;
    limits.burst = options.requestsPerSecond * 4;
    out->m_gateway = std::make_unique<gateway::GatewayServer>(std::move(services), clock, limits);
    const auto address = addressIn(options.listen);
    if (!address) return fail(ErrorCode::NodeListenUnclear, options.listen);
    net::ServerOptions serving;
    serving.host = address->host;
    serving.port = address->port;
    serving.certificate = options.certificate;
    serving.key = options.key;
    serving.threads = gatewayThreads;
    serving.largestRequest = gateway::packageBytes;
    serving.connectionsOfMachine = options.connectionsOfMachine;
    Node &node = *out;
    APRICOT_TRY_ASSIGN(gateway, net::serveHttp(
                                    serving,
                                    [&node](const net::HttpRequest &head, std::uint64_t length) {
                                        return node.m_gateway->judge(head, length);
                                    },
                                    [&node](net::HttpRequest &request) {
                                        return node.m_gateway->answer(request);
                                    }));
    out->m_serving = std::move(gateway);
    if (options.adminPort != 0) {
        net::ServerOptions admin;
        admin.port = options.adminPort;
        admin.threads = 2;
        admin.largestRequest = 0;
        APRICOT_TRY_ASSIGN(
            server,
            net::serveHttp(
                admin, [](const net::HttpRequest &, std::uint64_t) { return net::Judgement{}; },
                [&node](const net::HttpRequest &request) { return node.admin(request); }));
        out->m_admin = std::move(server);
    }
    out->m_sweeping = std::jthread([&node](const std::stop_token &stop) { node.sweep(stop); });
    out->m_hasStarted = true;
    log(clock, "started",
        {{"mode", options.isEmbedded() ? "embedded" : "consortium"},
         {"node", toHex(out->m_keys->id().view())},
         {"gateway", options.listen.substr(0, options.listen.rfind(':')) + ":"
                         + std::to_string(out->m_serving->port())}});
    return out;
}

Node::~Node() {
    m_ending->cut();
    m_serving.reset();
    m_admin.reset();
    m_sweeping = {};
    m_abci.reset();
    if (m_hasStarted) log(m_clock, "stopped");
}

// Packages that a revocation or the clock has ended.
void Node::sweep(const std::stop_token &stop) {
    std::mutex mutex;
    std::condition_variable_any wake;
    while (!stop.stop_requested()) {
        const auto destroyed = m_mailbox->sweep();
        if (destroyed) m_destroyed += *destroyed;
        if (!destroyed)
            log(m_clock, "sweep-failed", {{"error", std::string(nameOf(destroyed.error().code))}});
        else if (*destroyed > 0)
            log(m_clock, "packages-destroyed", {{"count", std::to_string(*destroyed)}});
        if (const auto published = publishKeys(); !published)
            log(m_clock, "month-keys-not-published",
                {{"error", std::string(nameOf(published.error().code))}});
        std::unique_lock lock(mutex);
        wake.wait_for(lock, stop, sweepEvery, [] { return false; });
    }
}

// Its keys for the months to come, as soon as the consortium lists the node, and when a month ends.
Result<> Node::publishKeys() {
    if (m_clock.now() < m_publishAgain) return {};
    APRICOT_TRY_ASSIGN(own, m_keys->turn()); // deletes the month that is over
    APRICOT_TRY_ASSIGN(listed, m_ledger->standing(nodeKey(m_keys->id())));
    if (!listed) return {};
    APRICOT_TRY_ASSIGN(value, m_ledger->standing(monthKeysKey(m_keys->id())));
    if (value && *value == encode(MonthKeys(own))) return {};
    m_publishAgain = m_clock.now() + publishPause;
    APRICOT_TRY_ASSIGN(signing, m_keys->signing());
    SystemRandom random;
    const auto transaction =
        makeTransaction(m_ledger->chainId(), SetMonthKeys{m_keys->id(), own}, m_clock, random);
    APRICOT_TRY_ASSIGN(outcome, m_ledger->submit(signTransaction(transaction, signing)));
    log(m_clock, outcome.accepted() ? "month-keys-published" : "month-keys-refused",
        {{"from", std::to_string(own.front().month)},
         {"to", std::to_string(own.back().month)},
         {"refusal", std::string(nameOf(outcome.refusal))}});
    return {};
}

// For the operator, on this machine alone.
net::HttpAnswer Node::admin(const net::HttpRequest &request) {
    const std::string path = net::pathWithoutQuery(request.path);
    if (path == "/metrics") return plain(200, metrics());
    if (path == "/health") return plain(200, "alive\n");
    if (path != "/ready") return plain(404, "not here\n");
    if (!m_application) return plain(200, "ready\n");
    const UnixTime age = m_clock.now() - m_application->committed().time;
    if (m_abci->connections() == 0) return plain(503, "CometBFT is not connected\n");
    if (age > readyWithin) return plain(503, "no block for " + std::to_string(age) + " s\n");
    return plain(200, "ready\n");
}

std::string Node::metrics() const {
    std::string out;
    const auto put = [&out](const char *name, const char *kind, const char *help, double value) {
        out += std::string("# HELP apricot_") + name + " " + help + "\n# TYPE apricot_" + name + " "
               + kind + "\napricot_" + name + " " + std::to_string(value) + "\n";
    };
    const auto number = [](std::uint64_t value) { return static_cast<double>(value); };
    const gateway::Counted counted = m_gateway->counted();
    put("requests_answered_total", "counter", "Requests answered", number(counted.answered));
    put("requests_refused_total", "counter", "Requests refused", number(counted.refused));
    put("requests_limited_total", "counter", "Requests over the rate", number(counted.limited));
    put("packages_destroyed_total", "counter", "Packages destroyed", number(m_destroyed));
    if (!m_application) return out;
    const comet::Committed at = m_application->committed();
    const comet::ApplicationCounters c = m_application->counters();
    put("height", "gauge", "Last committed block", number(at.height));
    put("block_age_seconds", "gauge", "Age of the last block",
        static_cast<double>(m_clock.now() - at.time));
    put("rules_version", "gauge", "Version of the rules", at.rules);
    put("rules_known", "gauge", "Newest version that this program knows", latestRules);
    put("engine_connections", "gauge", "Connections of CometBFT, normally four",
        number(m_abci->connections()));
    put("transactions_accepted_total", "counter", "Transactions accepted in blocks",
        number(c.accepted));
    put("transactions_refused_total", "counter", "Transactions refused in blocks",
        number(c.refused));
    put("checks_accepted_total", "counter", "Transactions let in", number(c.checkAccepted));
    put("checks_refused_total", "counter", "Transactions kept out", number(c.checkRefused));
    put("snapshots_total", "counter", "Snapshots taken", number(c.snapshots));
    put("snapshots_failed_total", "counter", "Snapshots that failed", number(c.snapshotsFailed));
    put("finalize_seconds", "gauge", "Time to compute the last block", c.finalizeSeconds);
    put("commit_seconds", "gauge", "Time to write the last block", c.commitSeconds);
    return out;
}

} // namespace apricot::node
