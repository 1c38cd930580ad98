// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/holders.h"

#include "base/chance.h"
#include "ledger/node_state.h"

#include <map>
#include <set>

namespace apricot {
namespace {

const SealKey *keyFor(const HolderNode &node, MonthNumber month) {
    const auto found = std::ranges::find(node.keys, month, &MonthKey::month);
    return found == node.keys.end() ? nullptr : &found->key;
}

} // namespace

bool HolderNode::servesAs(const OrganisationId &organisation) const {
    return apricot::servesAs(operatedBy, actsFor, organisation);
}

Result<std::vector<HolderNode>> nodesIn(StateReader &ledger) {
    std::vector<HolderNode> out;
    APRICOT_TRY_ASSIGN(index, ledger.standing(nodeIndexKey()));
    if (!index) return out;
    APRICOT_TRY_ASSIGN(ids, decodeNodeIndex(*index));
    for (const NodeId &id : ids) {
        APRICOT_TRY_ASSIGN(value, ledger.standing(nodeKey(id)));
        if (!value) continue;
        APRICOT_TRY_ASSIGN(node, decodeNode(*value));
        if (node.status != NodeStatus::Active) continue;
        HolderNode one{id, node.operatedBy, std::move(node.actsFor), {}, std::move(node.address)};
        APRICOT_TRY_ASSIGN(keys, ledger.standing(monthKeysKey(id)));
        if (keys) {
            APRICOT_TRY_ASSIGN(months, decodeMonthKeys(*keys));
            one.keys = std::move(months);
        }
        out.push_back(std::move(one));
    }
    return out;
}

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, HolderNode> &node) {
    archive(node.id, node.operatedBy, node.actsFor, node.keys, node.address);
}

Bytes encode(const std::vector<HolderNode> &nodes) {
    return cbor::encode(nodes);
}

Result<std::vector<HolderNode>> decodeNodes(ByteView bytes) {
    return cbor::decode<std::vector<HolderNode>>(bytes);
}

MonthNumber keyMonthOf(UnixTime expiry) {
    return static_cast<MonthNumber>(monthOf(expiry) + 1);
}

std::optional<Holders> chooseHolders(const std::vector<HolderNode> &nodes,
                                     const OrganisationId &audience, MonthNumber month,
                                     Random &random) {
    std::set<OrganisationId> near; // whoever may be the audience's ally by what the state says
    for (const HolderNode &node : nodes)
        if (node.servesAs(audience)) near.insert(node.operatedBy);
    std::map<OrganisationId, std::vector<Holder>> able;
    for (const HolderNode &node : nodes)
        if (const SealKey *key = keyFor(node, month); key && !near.contains(node.operatedBy))
            able[node.operatedBy].push_back({node.id, *key});
    if (able.size() < fewestHolders) return std::nullopt;
    std::vector<Holder> ofEach;
    ofEach.reserve(able.size());
    for (const auto &[operatedBy, candidates] : able)
        ofEach.push_back(candidates[drawn(candidates.size(), random)]);
    auto order = shuffled(ofEach.size(), random);
    order.resize(std::min(order.size(), mostHolders));
    Holders out{month, {}};
    for (const std::size_t i : order) out.nodes.push_back(ofEach[i]);
    return out;
}

std::optional<Holders> singleHolder(const std::vector<HolderNode> &nodes,
                                    const OrganisationId &audience, MonthNumber month) {
    const HolderNode *chosen = nullptr;
    for (const HolderNode &node : nodes)
        if (keyFor(node, month)
            && (!chosen || (!chosen->servesAs(audience) && node.servesAs(audience))))
            chosen = &node;
    if (!chosen) return std::nullopt;
    return Holders{month, {{chosen->id, *keyFor(*chosen, month)}}};
}

} // namespace apricot
