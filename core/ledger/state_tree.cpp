// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/state_tree.h"

#include "crypto/hash.h"

namespace apricot {
namespace {

constexpr std::size_t keyBits = 256;
using NodeKind = NodeRef::Kind;

// The first `depth` bits of a key hash, the rest zero.
Digest pathOf(const Digest &hash, std::size_t depth) {
    return prefixOf(hash, depth).path;
}

Bytes nodeKey(Height version, const Digest &path, std::size_t depth) {
    Bytes key;
    key.reserve(10 + (depth + 7) / 8);
    append(key, bigEndian<8>(version));
    append(key, bigEndian<2>(depth));
    append(key, pathOf(path, depth).view().first((depth + 7) / 8));
    return key;
}

Bytes keyOfLeaf(const NodeRef &leaf) {
    return nodeKey(leaf.version, leaf.keyHash, keyBits);
}

void appendRef(Bytes &out, const NodeRef &ref) {
    out.push_back(static_cast<std::uint8_t>(ref.kind));
    if (ref.kind == NodeKind::Empty) return;
    append(out, bigEndian<8>(ref.version));
    append(out, ref.hash.view());
    if (ref.kind == NodeKind::Leaf) append(out, ref.keyHash.view());
}

// Takes one reference off the front of `in`.
std::optional<NodeRef> takeRef(ByteView &in) {
    if (in.empty() || in[0] > 2) return std::nullopt;
    NodeRef ref;
    ref.kind = static_cast<NodeKind>(in[0]);
    in = in.subspan(1);
    if (ref.kind == NodeKind::Empty) return ref;
    const std::size_t size = ref.kind == NodeKind::Leaf ? 72 : 40;
    if (in.size() < size) return std::nullopt;
    ref.version = fromBigEndian(in.first(8));
    ref.hash = *Digest::from(in.subspan(8, 32));
    if (ref.kind == NodeKind::Leaf) ref.keyHash = *Digest::from(in.subspan(40, 32));
    in = in.subspan(size);
    return ref;
}

struct Children {
    NodeRef left, right;
};

Result<Children> childrenOf(const NodeSource &nodes, const NodeRef &inner, const Digest &path,
                            std::size_t depth) {
    if (depth >= keyBits) return ledgerDamaged("a branch deeper than its key");
    APRICOT_TRY_ASSIGN(node, nodes.node(nodeKey(inner.version, path, depth)));
    ByteView in = node;
    const auto left = takeRef(in);
    const auto right = left ? takeRef(in) : std::nullopt;
    if (!right || !in.empty()) return ledgerDamaged("a node of the tree cannot be read");
    if (innerHash(left->hash, right->hash) != inner.hash)
        return ledgerDamaged("a node of the tree has another hash than its parent says");
    return Children{*left, *right};
}

struct Change {
    Digest keyHash;
    const std::optional<Bytes> *value = nullptr; // null: an existing leaf, kept
    NodeRef kept;
};
using Changes = std::span<const Change>;

class Updater {
  public:
    Updater(const NodeSource &nodes, Height version, TreeUpdate &out)
        : m_nodes(nodes), m_version(version), m_out(out) {}

    Result<NodeRef> update(const NodeRef &at, std::size_t depth, Changes changes) {
        if (changes.empty()) return at;
        if (at.kind == NodeKind::Inner) return updateInner(at, depth, changes);
        std::vector<Change> all;
        bool replaced = false;
        for (const Change &change : changes) {
            if (at.kind == NodeKind::Leaf && change.keyHash == at.keyHash) replaced = true;
            if (*change.value) all.push_back(change);
        }
        if (replaced) m_out.replaced.push_back(keyOfLeaf(at));
        if (at.kind == NodeKind::Leaf && !replaced) {
            const Change kept{at.keyHash, nullptr, at};
            all.insert(std::lower_bound(all.begin(), all.end(), kept, before), kept);
        }
        return build(depth, all);
    }

    static bool before(const Change &a, const Change &b) { return a.keyHash < b.keyHash; }

  private:
    static std::size_t halfOf(Changes changes, std::size_t depth) {
        const auto middle =
            std::partition_point(changes.begin(), changes.end(),
                                 [depth](const Change &c) { return !bitOf(c.keyHash, depth); });
        return static_cast<std::size_t>(middle - changes.begin());
    }

    Result<NodeRef> updateInner(const NodeRef &at, std::size_t depth, Changes changes) {
        const Digest path = pathOf(changes.front().keyHash, depth);
        APRICOT_TRY_ASSIGN(children, childrenOf(m_nodes, at, path, depth));
        const std::size_t half = halfOf(changes, depth);
        APRICOT_TRY_ASSIGN(left, update(children.left, depth + 1, changes.first(half)));
        APRICOT_TRY_ASSIGN(right, update(children.right, depth + 1, changes.subspan(half)));
        if (left == children.left && right == children.right) return at;
        m_out.replaced.push_back(nodeKey(at.version, path, depth));
        return join(path, depth, left, right);
    }

    NodeRef build(std::size_t depth, Changes items) {
        if (items.empty()) return {};
        if (items.size() == 1) return leaf(items.front());
        const std::size_t half = halfOf(items, depth);
        const NodeRef left = build(depth + 1, items.first(half));
        const NodeRef right = build(depth + 1, items.subspan(half));
        return join(pathOf(items.front().keyHash, depth), depth, left, right);
    }

    NodeRef leaf(const Change &change) {
        if (!change.value) return change.kept;
        const Bytes &value = **change.value;
        const NodeRef ref{NodeKind::Leaf, m_version, leafHash({change.keyHash, sha256(value)}),
                          change.keyHash};
        m_out.written.emplace_back(keyOfLeaf(ref), value);
        return ref;
    }

    // A subtree with one leaf is that leaf.
    NodeRef join(const Digest &path, std::size_t depth, const NodeRef &left, const NodeRef &right) {
        if (left.kind == NodeKind::Empty && right.kind != NodeKind::Inner) return right;
        if (right.kind == NodeKind::Empty && left.kind != NodeKind::Inner) return left;
        Bytes node;
        appendRef(node, left);
        appendRef(node, right);
        m_out.written.emplace_back(nodeKey(m_version, path, depth), std::move(node));
        return {NodeKind::Inner, m_version, innerHash(left.hash, right.hash), {}};
    }

    const NodeSource &m_nodes;
    Height m_version;
    TreeUpdate &m_out;
};

Digest rightOf(Digest path, std::size_t depth) {
    path.bytes[depth / 8] |= static_cast<std::uint8_t>(0x80U >> (depth % 8));
    return path;
}

Result<Bytes> valueOf(const NodeSource &nodes, const NodeRef &leaf) {
    APRICOT_TRY_ASSIGN(value, nodes.node(keyOfLeaf(leaf)));
    if (leafHash({leaf.keyHash, sha256(value)}) != leaf.hash)
        return ledgerDamaged("a leaf of the tree has another hash than its parent says");
    return value;
}

Result<std::uint64_t> checkUnder(const NodeSource &nodes, const NodeRef &at, const Digest &path,
                                 std::size_t depth) {
    if (at.kind == NodeKind::Empty) return std::uint64_t{0};
    if (at.kind == NodeKind::Leaf) {
        APRICOT_TRY(valueOf(nodes, at));
        if (pathOf(at.keyHash, depth) != path)
            return ledgerDamaged("a leaf of the tree stands in another place than its own");
        return std::uint64_t{1};
    }
    APRICOT_TRY_ASSIGN(children, childrenOf(nodes, at, path, depth));
    APRICOT_TRY_ASSIGN(left, checkUnder(nodes, children.left, path, depth + 1));
    APRICOT_TRY_ASSIGN(right, checkUnder(nodes, children.right, rightOf(path, depth), depth + 1));
    return left + right;
}

// Takes up all leaves under `at`, in order.
class Collector {
  public:
    Collector(const NodeSource &nodes, PrefixProof &out) : m_nodes(nodes), m_out(out) {}

    Result<> take(const NodeRef &at, const Digest &path, std::size_t depth) {
        if (at.kind == NodeKind::Empty) return {};
        if (at.kind == NodeKind::Leaf) return takeLeaf(at);
        APRICOT_TRY_ASSIGN(children, childrenOf(m_nodes, at, path, depth));
        APRICOT_TRY(take(children.left, path, depth + 1));
        return take(children.right, rightOf(path, depth), depth + 1);
    }

  private:
    Result<> takeLeaf(const NodeRef &leaf) {
        APRICOT_TRY_ASSIGN(value, valueOf(m_nodes, leaf));
        m_bytes += value.size();
        m_out.entries.push_back({leaf.keyHash, std::move(value)});
        if (m_out.entries.size() > mostPrefixEntries || m_bytes > mostPrefixBytes)
            return fail(ErrorCode::StatePrefixTooWide);
        return {};
    }

    const NodeSource &m_nodes;
    PrefixProof &m_out;
    std::size_t m_bytes = 0;
};

} // namespace

Error ledgerDamaged(std::string what) {
    return fail(ErrorCode::LedgerDamaged, std::move(what));
}

Bytes encodeRef(const NodeRef &ref) {
    Bytes out;
    appendRef(out, ref);
    return out;
}

std::optional<NodeRef> decodeRef(ByteView encoded) {
    const auto ref = takeRef(encoded);
    return encoded.empty() ? ref : std::nullopt;
}

Result<TreeUpdate> updateTree(const NodeSource &nodes, const NodeRef &root, Height version,
                              const Writes &writes) {
    std::vector<Change> changes;
    changes.reserve(writes.size());
    for (const auto &[key, value] : writes) changes.push_back({sha256(key), &value, {}});
    std::sort(changes.begin(), changes.end(), Updater::before);
    TreeUpdate out;
    APRICOT_TRY_ASSIGN(newRoot, Updater(nodes, version, out).update(root, 0, changes));
    out.root = newRoot;
    return out;
}

Result<Found> findInTree(const NodeSource &nodes, const NodeRef &root, ByteView key) {
    const Digest keyHash = sha256(key);
    Found out;
    NodeRef at = root;
    while (at.kind == NodeKind::Inner) {
        const std::size_t depth = out.proof.siblings.size();
        APRICOT_TRY_ASSIGN(children, childrenOf(nodes, at, keyHash, depth));
        const bool right = bitOf(keyHash, depth);
        out.proof.siblings.push_back(right ? children.left.hash : children.right.hash);
        at = right ? children.right : children.left;
    }
    if (at.kind == NodeKind::Empty) return out;
    APRICOT_TRY_ASSIGN(value, valueOf(nodes, at));
    out.proof.leaf = ProofLeaf{at.keyHash, sha256(value)};
    if (at.keyHash == keyHash) out.value = std::move(value);
    return out;
}

Result<PrefixProof> findUnder(const NodeSource &nodes, const NodeRef &root,
                              const StatePrefix &prefix) {
    PrefixProof out;
    NodeRef at = root;
    while (at.kind == NodeKind::Inner && out.siblings.size() < prefix.bits) {
        const std::size_t depth = out.siblings.size();
        APRICOT_TRY_ASSIGN(children, childrenOf(nodes, at, pathOf(prefix.path, depth), depth));
        const bool right = bitOf(prefix.path, depth);
        out.siblings.push_back(right ? children.left.hash : children.right.hash);
        at = right ? children.right : children.left;
    }
    if (at.kind == NodeKind::Leaf && !isUnder(prefix, at.keyHash)) {
        APRICOT_TRY_ASSIGN(value, valueOf(nodes, at));
        out.outside = ProofLeaf{at.keyHash, sha256(value)};
        return out;
    }
    APRICOT_TRY(Collector(nodes, out).take(at, prefix.path, out.siblings.size()));
    return out;
}

Result<std::uint64_t> checkTree(const NodeSource &nodes, const NodeRef &root) {
    return checkUnder(nodes, root, {}, 0);
}

} // namespace apricot
