// SPDX-License-Identifier: GPL-3.0-or-later
// The nodes as they stand in the state: who runs each, for whom, where it answers, and the keys to
// which shares are sealed for the months to come.
#pragma once

#include "ledger/month.h"
#include "ledger/state_keys.h"

namespace apricot {

using NodeId = VerifyKey; // a node is known by its key

enum class NodeStatus : std::uint8_t { Active = 1, Resting = 2 };

struct Node {
    OrganisationId operatedBy;
    std::vector<OrganisationId> actsFor; // ascending, unique, at most 64
    std::string address;                 // 0 to 64 visible ASCII characters
    NodeStatus status = NodeStatus::Active;
    bool operator==(const Node &) const = default;
};
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Node> &node) {
    archive(node.operatedBy, node.actsFor, node.address, node.status);
}
inline constexpr std::size_t mostNodes = 256;

// Ascending by month, unique. A share is sealed to a month's key, and can be opened until the node
// deletes its secret part. One month more than a node publishes: its clock may be ahead.
using MonthKeys = std::vector<MonthKey>;
inline constexpr std::size_t mostMonthKeys = monthsAhead + 2;

[[nodiscard]] Bytes nodeIndexKey(); // the ids of all nodes
[[nodiscard]] Bytes nodeKey(const NodeId &id);
[[nodiscard]] Bytes monthKeysKey(const NodeId &id);

[[nodiscard]] Bytes encodeNodeIndex(const std::vector<NodeId> &ids); // ascending, unique
[[nodiscard]] Bytes encode(const Node &node);
[[nodiscard]] Bytes encode(const MonthKeys &keys);
// StateMalformed, and the CBOR errors.
[[nodiscard]] Result<std::vector<NodeId>> decodeNodeIndex(ByteView value);
[[nodiscard]] Result<Node> decodeNode(ByteView value);
[[nodiscard]] Result<MonthKeys> decodeMonthKeys(ByteView value);

// Which field is not within the limits above.
[[nodiscard]] Complaint complaintAbout(const Node &node);
[[nodiscard]] Complaint complaintAbout(const MonthKeys &keys);
// Whether a node of that operator, which acts for those, is an organisation's own.
[[nodiscard]] bool servesAs(const OrganisationId &operatedBy,
                            const std::vector<OrganisationId> &actsFor,
                            const OrganisationId &organisation);

} // namespace apricot
