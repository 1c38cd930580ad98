// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/relayed_ledger.h"

#include "base/chance.h"
#include "crypto/hash.h"
#include "crypto/system_random.h"
#include "session/known_nodes.h"

#include <map>

namespace apricot {
namespace {

std::uint64_t weekOf(UnixTime time) {
    return static_cast<std::uint64_t>(time / (UnixTime{7} * 86400));
}

Result<Digest> seedOf(Vault &vault, Random &random) {
    APRICOT_TRY_ASSIGN(kept, vault.get(spaces::relay, "seed"));
    if (kept)
        if (const auto seed = Digest::from(kept->view())) return *seed;
    const auto seed = randomFixed<Digest>(random);
    APRICOT_TRY(vault.put(spaces::relay, "seed", seed.view()));
    return seed;
}

std::vector<gateway::RelayTarget> targetsFor(const std::vector<HolderNode> &nodes,
                                             const OrganisationId &relay, MonthNumber month) {
    std::vector<gateway::RelayTarget> out;
    for (const HolderNode &node : nodes)
        for (const MonthKey &key : node.keys)
            if (key.month == month && node.operatedBy != relay && !node.address.empty())
                out.push_back({node.id, toHex(node.operatedBy.view()), key.key});
    return out;
}

} // namespace

std::vector<Relay> relaysFor(const std::vector<HolderNode> &nodes,
                             const std::vector<gateway::NodeAddress> &reachable, const Digest &seed,
                             UnixTime now) {
    const auto week = bigEndian<8>(weekOf(now));
    std::map<Digest, Relay> ranked;
    for (std::size_t i = 0; i < reachable.size(); ++i)
        for (const HolderNode &node : nodes) {
            if (node.address.empty() || gateway::connectable(node.address) != reachable[i].address)
                continue;
            Relay one{i, node.operatedBy, targetsFor(nodes, node.operatedBy, monthOf(now))};
            if (one.targets.empty()) continue;
            ranked.emplace(sha256({seed.view(), week, node.operatedBy.view(), node.id.view()}),
                           std::move(one));
        }
    std::vector<Relay> out;
    out.reserve(ranked.size());
    for (auto &[rank, one] : ranked) out.push_back(std::move(one));
    return out;
}

bool relayIsOver(UnixTime opened, UnixTime now) {
    return now < opened || now > opened + 86400 || monthOf(now) != monthOf(opened)
           || weekOf(now) != weekOf(opened);
}

Result<std::unique_ptr<RelayedLedger>> RelayedLedger::open(ChosenLedger &chosen, Vault &vault,
                                                           const Clock &clock, Random &random) {
    if (!chosen.consortium()) return std::unique_ptr<RelayedLedger>();
    const gateway::ConsortiumFile &file = *chosen.file();
    APRICOT_TRY_ASSIGN(seed, seedOf(vault, random));
    APRICOT_TRY_ASSIGN(known, knownNodes(vault, chosen.ledger(), clock));
    auto relays = relaysFor(known, file.nodes, seed, clock.now());
    if (relays.empty()) {
        // Not because nothing is known, or what is known is of a month that is over: whoever keeps
        // the state from a phone would see it all. The state itself must say so, now.
        APRICOT_TRY_ASSIGN(proven, nodesIn(chosen.ledger()));
        relays = relaysFor(proven, file.nodes, seed, clock.now());
    }
    if (relays.empty()) return std::unique_ptr<RelayedLedger>();
    std::optional<Error> failure; // the last one's
    for (const Relay &relay : relays) {
        // A silent one is passed over before each node is asked through it in vain.
        if (const auto there = chosen.nodes()[relay.number]->describe(); !there) {
            failure = there.error();
            continue;
        }
        APRICOT_TRY_ASSIGN(http, chosen.connectTo(relay.number));
        std::unique_ptr<RelayedLedger> out(new RelayedLedger(clock));
        out->m_nodes = std::make_unique<gateway::RelayedNodes>(
            std::move(http), toHex(relay.operatedBy.view()), relay.targets, clock, random);
        out->m_trust = std::make_unique<VaultTrust>(vault, file.chainId, clock);
        APRICOT_TRY_ASSIGN(ledger, gateway::ConsortiumLedger::open(file, out->m_nodes->nodes(),
                                                                   out->m_trust.get(), clock));
        // Whether it carries, by a question that is everybody's: one that does not is passed over.
        if (auto carried = ledger->query(consortiumKey()); !carried) {
            failure = carried.error();
            continue;
        }
        out->m_mailbox = std::make_unique<gateway::RemoteMailbox>(
            out->m_nodes->nodes(), gateway::RemoteMailbox::usuallyBehind,
            [asked = ledger.get()] { return asked->prefixBits(); });
        out->m_ledger = std::move(ledger);
        return out;
    }
    // Not directly because relays fail: whoever stops them would see it all.
    return *failure;
}

Result<> oneByOne(std::size_t acts, RelayedLedger &by, Random &random, const Pause &pause,
                  const std::function<Result<>(std::size_t)> &act) {
    constexpr std::uint64_t each = 5000; // milliseconds
    constexpr std::uint64_t most = 20'000;
    const std::uint64_t whole = std::min(most, each * (std::max<std::size_t>(acts, 1) - 1));
    std::vector<std::uint64_t> moments;
    for (std::size_t i = 0; i < acts; ++i) moments.push_back(drawn(whole + 1, random));
    std::ranges::sort(moments);
    const auto order = shuffled(acts, random);
    for (std::size_t i = 0; i < acts; ++i) {
        if (i > 0) pause(std::chrono::milliseconds(moments[i] - moments[i - 1]));
        by.turn();
        APRICOT_TRY(act(order[i]));
    }
    return {};
}

} // namespace apricot
