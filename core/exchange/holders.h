// SPDX-License-Identifier: GPL-3.0-or-later
// Which nodes hold the second half of a package's key: a pure function of what the ledger's state
// says of nodes, of the audience, and of chance.
#pragma once

#include "exchange/sealed_shares.h"
#include "ledger/ledger.h"

namespace apricot {

// A node as the state names it.
struct HolderNode {
    VerifyKey id;
    OrganisationId operatedBy;
    std::vector<OrganisationId> actsFor;
    std::vector<MonthKey> keys;
    std::string address = {}; // as the state has it; may be empty
    [[nodiscard]] bool servesAs(const OrganisationId &organisation) const;
    bool operator==(const HolderNode &) const = default;
};
// Every active node, proven. The ledger's errors.
[[nodiscard]] Result<std::vector<HolderNode>> nodesIn(StateReader &ledger);
[[nodiscard]] Bytes encode(const std::vector<HolderNode> &nodes); // to be kept
[[nodiscard]] Result<std::vector<HolderNode>> decodeNodes(ByteView bytes);

// Shares are sealed to the month after a grant's end.
[[nodiscard]] MonthNumber keyMonthOf(UnixTime expiry);

// One node each of at most 7 operators, drawn by chance, of which none is the audience nor runs a
// node that serves it, and each has a key for the month. Fewer than 3: nothing; then a single host
// holds the half, and nothing is promised.
[[nodiscard]] std::optional<Holders> chooseHolders(const std::vector<HolderNode> &nodes,
                                                   const OrganisationId &audience,
                                                   MonthNumber month, Random &random);
// The one host, when there are too few: a node that serves the audience, else the first with a key.
[[nodiscard]] std::optional<Holders> singleHolder(const std::vector<HolderNode> &nodes,
                                                  const OrganisationId &audience,
                                                  MonthNumber month);

} // namespace apricot
