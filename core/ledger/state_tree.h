// SPDX-License-Identifier: GPL-3.0-or-later
// The versioned state tree (see proof.h for its hashes). Nodes are immutable: a new version writes
// the nodes it changes and names those it replaces, so that older versions stay readable until the
// host removes what was replaced.
#pragma once

#include "ledger/ledger.h"
#include "ledger/prefix_proof.h"
#include "ledger/proof.h"
#include "ledger/rules.h"

namespace apricot {

// Where a node is, and its hash. `version` is the height that wrote it. A leaf stands under its
// whole key hash rather than under its place, so that it need not move when the tree above it does.
struct NodeRef {
    enum class Kind : std::uint8_t { Empty = 0, Leaf = 1, Inner = 2 };
    Kind kind = Kind::Empty;
    Height version = 0;
    Digest hash = emptyHash();
    Digest keyHash{}; // of a leaf
    bool operator==(const NodeRef &) const = default;
};

// Stored form of the root of a version.
[[nodiscard]] Bytes encodeRef(const NodeRef &ref);
[[nodiscard]] std::optional<NodeRef> decodeRef(ByteView encoded);

// Reads nodes by their storage key: version big-endian (8) | path bits (2) | path.
class NodeSource {
  public:
    virtual ~NodeSource() = default;
    // LedgerDamaged when it is not there.
    [[nodiscard]] virtual Result<Bytes> node(ByteView nodeKey) const = 0;
};

struct TreeUpdate {
    NodeRef root;
    std::vector<std::pair<Bytes, Bytes>> written; // node key, node
    std::vector<Bytes> replaced;                  // node keys that the new root no longer reaches
};

[[nodiscard]] Result<TreeUpdate> updateTree(const NodeSource &nodes, const NodeRef &root,
                                            Height version, const Writes &writes);

struct Found {
    std::optional<Bytes> value;
    StateProof proof;
};
[[nodiscard]] Result<Found> findInTree(const NodeSource &nodes, const NodeRef &root, ByteView key);

// All that is under a prefix. StatePrefixTooWide: more than mostPrefixEntries or mostPrefixBytes.
[[nodiscard]] Result<PrefixProof> findUnder(const NodeSource &nodes, const NodeRef &root,
                                            const StatePrefix &prefix);

// Reads every node under the root and compares hashes; the number of keys. LedgerDamaged.
[[nodiscard]] Result<std::uint64_t> checkTree(const NodeSource &nodes, const NodeRef &root);

[[nodiscard]] Error ledgerDamaged(std::string what);

} // namespace apricot
