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

bool isValid(const Node &node) {
    return node.actsFor.size() <= 64 && ascendsStrictly(node.actsFor) && node.address.size() <= 64
           && std::ranges::all_of(node.address, [](char c) { return c > ' ' && c <= '~'; });
}

Bytes encodeNodeIndex(const std::vector<NodeId> &ids) {
    cbor::Writer out;
    out.array(ids.size());
    for (const NodeId &id : ids) out.bytes(id.view());
    return out.take();
}

Result<std::vector<NodeId>> decodeNodeIndex(ByteView value) {
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(value));
    APRICOT_TRY_ASSIGN(out, readAll<NodeId>(in));
    if (out.size() > mostNodes || !ascendsStrictly(out)) return stateMalformed("index of nodes");
    return out;
}

Bytes encode(const Node &node) {
    cbor::Writer out;
    out.array(4).bytes(node.operatedBy.view()).array(node.actsFor.size());
    for (const OrganisationId &served : node.actsFor) out.bytes(served.view());
    out.text(node.address).unsignedInteger(static_cast<std::uint64_t>(node.status));
    return out.take();
}

Result<Node> decodeNode(ByteView value) {
    APRICOT_TRY_ASSIGN(in, readerOf(value, 4));
    Node out;
    APRICOT_TRY_ASSIGN(operatedBy, in.fixed<OrganisationId>());
    APRICOT_TRY_ASSIGN(actsFor, readAll<OrganisationId>(in));
    APRICOT_TRY_ASSIGN(address, in.text());
    APRICOT_TRY_ASSIGN(status, readCount(in, 2));
    out.operatedBy = operatedBy;
    out.actsFor = std::move(actsFor);
    out.address = std::move(address);
    out.status = static_cast<NodeStatus>(status);
    if (status == 0 || !isValid(out)) return stateMalformed("node");
    return out;
}

Bytes encode(const MonthKeys &keys) {
    cbor::Writer out;
    out.array(keys.size());
    for (const MonthKey &one : keys) out.array(2).unsignedInteger(one.month).bytes(one.key.view());
    return out.take();
}

Result<MonthKeys> decodeMonthKeys(ByteView value) {
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(value));
    APRICOT_TRY_ASSIGN(count, in.array());
    if (count > mostMonthKeys) return stateMalformed("number of month keys");
    MonthKeys out;
    for (std::size_t i = 0; i < count; ++i) {
        APRICOT_TRY_ASSIGN(fields, in.array());
        if (fields != 2) return stateMalformed("month key");
        APRICOT_TRY_ASSIGN(month, readCount(in, 0xffff));
        APRICOT_TRY_ASSIGN(key, in.fixed<SealKey>());
        if (i > 0 && month <= out.back().month) return stateMalformed("order of month keys");
        out.push_back({static_cast<std::uint16_t>(month), key});
    }
    return out;
}

bool servesAs(const OrganisationId &operatedBy, const std::vector<OrganisationId> &actsFor,
              const OrganisationId &organisation) {
    return operatedBy == organisation || std::ranges::binary_search(actsFor, organisation);
}

} // namespace apricot
