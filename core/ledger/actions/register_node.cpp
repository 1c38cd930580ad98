// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/register_node.h"

#include "ledger/trial.h"

namespace apricot {
namespace {

void write(cbor::Writer &out, const RegisterNode &a) {
    out.bytes(a.id.view()).bytes(encode(a.node));
}

Result<Action> read(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(id, in.fixed<NodeId>());
    APRICOT_TRY_ASSIGN(encoded, in.bytes());
    auto node = decodeNode(encoded);
    if (!node) return malformedAction("node: " + node.error().detail);
    return Action(RegisterNode{id, std::move(node).value()});
}

Result<> rule(const RegisterNode &a, Trial &trial) {
    APRICOT_TRY_ASSIGN(standing, trial.value(nodeKey(a.id)));
    if (standing) return refuse(Refusal::NodeExists);
    if (a.node.status != NodeStatus::Active) return invalidNode("a new node is active");
    std::vector<NodeId> index;
    APRICOT_TRY_ASSIGN(value, trial.value(nodeIndexKey()));
    if (value) {
        APRICOT_TRY_ASSIGN(listed, decodeNodeIndex(*value));
        index = std::move(listed);
    }
    if (index.size() >= mostNodes) return invalidNode("too many nodes");
    index.insert(std::ranges::upper_bound(index, a.id), a.id);
    trial.write(nodeIndexKey(), encodeNodeIndex(index));
    return trial.store(a.id, a.node);
}

} // namespace

const ActionRow &RegisterNode::row() {
    static const ActionRow row =
        rowOf<RegisterNode, write, read, rule>(13, "RegisterNode", 3, 2, Signers::Quorum);
    return row;
}

} // namespace apricot
