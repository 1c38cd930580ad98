// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/change_node.h"

#include "ledger/trial.h"

namespace apricot {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, ChangeNode> &a) {
    archive(a.id, cbor::enclosed(a.node));
    archive.check(complaintAbout(a.node));
}

namespace {

Result<> rule(const ChangeNode &a, Trial &trial) {
    APRICOT_TRY(trial.node(a.id));
    return trial.store(a.id, a.node);
}

} // namespace

const ActionRow &ChangeNode::row() {
    static const ActionRow row = rowOf<ChangeNode, rule>(14, "ChangeNode", 3, Signers::Quorum);
    return row;
}

} // namespace apricot
