// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/change_node.h"

#include "ledger/trial.h"

namespace apricot {
namespace {

void write(cbor::Writer &out, const ChangeNode &a) {
    out.bytes(a.id.view()).bytes(encode(a.node));
}

Result<Action> read(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(id, in.fixed<NodeId>());
    APRICOT_TRY_ASSIGN(encoded, in.bytes());
    auto node = decodeNode(encoded);
    if (!node) return malformedAction("node: " + node.error().detail);
    return Action(ChangeNode{id, std::move(node).value()});
}

Result<> rule(const ChangeNode &a, Trial &trial) {
    APRICOT_TRY(trial.node(a.id));
    return trial.store(a.id, a.node);
}

} // namespace

const ActionRow &ChangeNode::row() {
    static const ActionRow row =
        rowOf<ChangeNode, write, read, rule>(14, "ChangeNode", 3, 2, Signers::Quorum);
    return row;
}

} // namespace apricot
