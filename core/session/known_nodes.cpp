// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/known_nodes.h"

#include "vault/dated_value.h"

namespace apricot {
namespace {

constexpr UnixTime fresh = UnixTime{24} * 3600; // seconds

} // namespace

Result<std::vector<HolderNode>> rememberedNodes(Vault &vault, std::string_view chain) {
    APRICOT_TRY_ASSIGN(last, dated(vault, spaces::nodes, chain));
    if (last)
        if (auto nodes = decodeNodes(last->what)) return std::move(*nodes);
    return std::vector<HolderNode>();
}

Result<std::vector<HolderNode>> knownNodes(Vault &vault, Ledger &ledger, const Clock &clock) {
    const std::string chain = ledger.chainId();
    const UnixTime now = clock.now();
    APRICOT_TRY_ASSIGN(last, dated(vault, spaces::nodes, chain));
    if (last && last->at <= now && now < last->at + fresh) return rememberedNodes(vault, chain);
    const auto nodes = nodesIn(ledger);
    if (!nodes) return rememberedNodes(vault, chain); // out of reach: as they were
    APRICOT_TRY(keepDated(vault, spaces::nodes, chain, now, encode(*nodes)));
    return *nodes;
}

Result<Holders> knownHost(Vault &vault, std::string_view chain, Mailbox *mailbox,
                          MonthNumber month) {
    std::vector<HolderNode> nodes;
    if (const auto hosts = mailbox ? mailbox->hosts() : std::vector<HostFacts>();
        hosts && !hosts->empty()) {
        nodes.push_back({hosts->front().id, {}, {}, hosts->front().keys, {}});
        APRICOT_TRY(keepDated(vault, spaces::host, chain, 0, encode(nodes)));
    } else {
        APRICOT_TRY_ASSIGN(last, dated(vault, spaces::host, chain));
        if (last)
            if (auto remembered = decodeNodes(last->what)) nodes = std::move(*remembered);
    }
    return singleHolder(nodes, {}, month).value_or(Holders{month, {}});
}

} // namespace apricot
