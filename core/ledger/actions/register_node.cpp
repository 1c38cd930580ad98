// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/register_node.h"

#include "ledger/trial.h"

namespace apricot {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, RegisterNode> &a) {
    archive(a.id, cbor::enclosed(a.node));
    archive.check(complaintAbout(a.node));
}

namespace {

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
    static const ActionRow row = rowOf<RegisterNode, rule>(13, "RegisterNode", 3, Signers::Quorum);
    return row;
}

} // namespace apricot
