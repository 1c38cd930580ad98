// SPDX-License-Identifier: GPL-3.0-or-later
// A block that holds writes and their tree alone, put into a store; `root` becomes its root.
#pragma once

#include "ledger/block.h"

namespace apricot {

[[nodiscard]] inline Result<> writeBlock(Store &store, NodeRef &root, Height height,
                                         const Writes &writes) {
    return store.write([&](const CommittedState &at) -> Result<std::optional<Block>> {
        Block block;
        block.header.height = height;
        APRICOT_TRY_ASSIGN(tree, updateTree(at, root, height, writes));
        block.tree = std::move(tree);
        block.writes = writes;
        root = block.tree.root;
        block.stored.root = root;
        return std::optional<Block>(std::move(block));
    });
}

} // namespace apricot
