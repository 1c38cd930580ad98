// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/node_state.h"

#include "ledger/state_codec.h"

namespace apricot {

Bytes nodeIndexKey() {
    return stateKey('n', {});
}
Bytes nodeKey(const NodeId &id) {
    return stateKey('n', {id.view()});
}
Bytes monthKeysKey(const NodeId &id) {
    return stateKey('m', {id.view()});
}

Complaint complaintAbout(const Node &node) {
    const auto isVisible = [](char c) { return c > ' ' && c <= '~'; };
    if (node.actsFor.size() > 64) return "it acts for more than 64 organisations";
    if (!ascendsStrictly(node.actsFor)) return "the organisations it acts for do not ascend";
    if (node.address.size() > 64 || !std::ranges::all_of(node.address, isVisible))
        return "the address is not 0 to 64 visible ASCII characters";
    if (node.status != NodeStatus::Active && node.status != NodeStatus::Resting)
        return "an unknown status";
    return std::nullopt;
}

Complaint complaintAbout(const MonthKeys &keys) {
    if (keys.size() > mostMonthKeys) return "number of month keys";
    const auto wrong = [](const MonthKey &a, const MonthKey &b) { return a.month >= b.month; };
    if (std::ranges::adjacent_find(keys, wrong) != keys.end()) return "the months do not ascend";
    return std::nullopt;
}

Bytes encodeNodeIndex(const std::vector<NodeId> &ids) {
    return cbor::encode(ids);
}
Bytes encode(const Node &node) {
    return cbor::encode(node);
}
Bytes encode(const MonthKeys &keys) {
    return cbor::encode(keys);
}

Result<std::vector<NodeId>> decodeNodeIndex(ByteView value) {
    APRICOT_TRY_ASSIGN(out, cbor::decode<std::vector<NodeId>>(value));
    if (out.size() > mostNodes || !ascendsStrictly(out)) return stateMalformed("index of nodes");
    return out;
}
Result<Node> decodeNode(ByteView value) {
    return decodeState<Node>(value, "node");
}
Result<MonthKeys> decodeMonthKeys(ByteView value) {
    return decodeState<MonthKeys>(value, "month keys");
}

bool servesAs(const OrganisationId &operatedBy, const std::vector<OrganisationId> &actsFor,
              const OrganisationId &organisation) {
    return operatedBy == organisation || std::ranges::binary_search(actsFor, organisation);
}

} // namespace apricot
