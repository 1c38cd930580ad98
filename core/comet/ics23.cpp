// SPDX-License-Identifier: GPL-3.0-or-later
#include "comet/ics23.h"

#include "comet/ics23.pb.h"
#include "comet/wire.h"
#include "crypto/hash.h"

namespace apricot::comet {
namespace {

// The numbers of ICS 23.
enum HashOp : int { NoHash = 0, Sha256Op = 1 };
enum LengthOp : int { NoPrefix = 0, VarProto = 1 };

constexpr std::string_view jellyfishLeaf = "JMT::LeafNode";
constexpr std::string_view jellyfishInner = "JMT::IntrnalNode";

struct Spec {
    int prehashKey, prehashValue, length;
    std::string_view leafPrefix;
    std::size_t childSize; // of a child's hash, with its own length before it in IAVL
    std::size_t shortestPrefix, longestPrefix;
    bool prefixIsExact;
};

Spec specOf(TreeKind tree) {
    constexpr std::string_view zero("\0", 1);
    switch (tree) {
    case TreeKind::Iavl:
        return {NoHash, Sha256Op, VarProto, zero, 33, 4, 12, false};
    case TreeKind::Tendermint:
        return {NoHash, Sha256Op, VarProto, zero, 32, 1, 1, false};
    case TreeKind::Jellyfish:
        break;
    }
    return {Sha256Op, Sha256Op, NoPrefix, jellyfishLeaf, 32, 16, 16, true};
}

std::string part(int prehash, int length, const std::string &data) {
    const std::string hashed = prehash == Sha256Op ? toString(sha256(viewOf(data)).view()) : data;
    std::string out;
    if (length == VarProto) {
        std::size_t size = hashed.size();
        for (; size >= 0x80; size >>= 7U) out += static_cast<char>(size | 0x80U);
        out += static_cast<char>(size);
    }
    return out + hashed;
}

// An inner node's place: left (0) or right (1) child; nothing when it is neither.
std::optional<int> orderOf(const wire::InnerOp &op, const Spec &spec) {
    if (op.prefix().size() >= spec.shortestPrefix && op.prefix().size() <= spec.longestPrefix
        && op.suffix().size() == spec.childSize)
        return 0;
    if (op.prefix().size() >= spec.shortestPrefix + spec.childSize
        && op.prefix().size() <= spec.longestPrefix + spec.childSize && op.suffix().empty())
        return 1;
    return std::nullopt;
}

// Why the proof does not lead to the root; empty when it does.
std::string flawIn(const wire::ExistenceProof &proof, const Spec &spec, ByteView root) {
    const wire::LeafOp &leaf = proof.leaf();
    if (proof.key().empty() || proof.value().empty()) return "no key or no value";
    if (leaf.hash() != Sha256Op || leaf.prehash_key() != spec.prehashKey
        || leaf.prehash_value() != spec.prehashValue || leaf.length() != spec.length
        || !leaf.prefix().starts_with(spec.leafPrefix)
        || (spec.prefixIsExact && leaf.prefix().size() != spec.leafPrefix.size()))
        return "a leaf of another tree";
    Digest hash =
        sha256({viewOf(leaf.prefix()), viewOf(part(leaf.prehash_key(), leaf.length(), proof.key())),
                viewOf(part(leaf.prehash_value(), leaf.length(), proof.value()))});
    if (proof.path_size() > 256) return "deeper than any tree";
    for (const wire::InnerOp &op : proof.path()) {
        if (op.hash() != Sha256Op || !orderOf(op, spec)
            || (!spec.prefixIsExact && op.prefix().starts_with(spec.leafPrefix))
            || (spec.prefixIsExact && !op.prefix().starts_with(jellyfishInner)))
            return "an inner node of another tree";
        hash = sha256({viewOf(op.prefix()), hash.view(), viewOf(op.suffix())});
    }
    return std::ranges::equal(hash.bytes, root) ? std::string() : "another root";
}

// Are all nodes of the path, from the leaf up to `count`, on that side?
bool allOnSide(const wire::ExistenceProof &proof, const Spec &spec, int first, int last, int side) {
    for (int i = first; i < last; ++i)
        if (orderOf(proof.path(i), spec) != side) return false;
    return true;
}

// Nothing lies between two leaves: below their common ancestor the one is the rightmost of the left
// half, the other the leftmost of the right.
bool areNeighbours(const wire::ExistenceProof &left, const wire::ExistenceProof &right,
                   const Spec &spec) {
    int i = left.path_size();
    int j = right.path_size();
    while (i > 0 && j > 0 && left.path(i - 1).prefix() == right.path(j - 1).prefix()
           && left.path(i - 1).suffix() == right.path(j - 1).suffix()) {
        --i;
        --j;
    }
    if (i == 0 || j == 0) return false;
    return orderOf(left.path(i - 1), spec) == 0 && orderOf(right.path(j - 1), spec) == 1
           && allOnSide(left, spec, 0, i - 1, 1) && allOnSide(right, spec, 0, j - 1, 0);
}

std::string flawInAbsence(const wire::NonExistenceProof &proof, const Spec &spec, ByteView root,
                          ByteView key) {
    if (spec.prefixIsExact) return "this tree shows absence by another proof";
    if (!proof.has_left() && !proof.has_right()) return "no neighbour";
    const std::string wanted = toString(key);
    if (proof.has_left()) {
        if (std::string flaw = flawIn(proof.left(), spec, root); !flaw.empty()) return flaw;
        if (!(proof.left().key() < wanted)) return "the left neighbour is not on the left";
    }
    if (proof.has_right()) {
        if (std::string flaw = flawIn(proof.right(), spec, root); !flaw.empty()) return flaw;
        if (!(wanted < proof.right().key())) return "the right neighbour is not on the right";
    }
    bool closed = false;
    if (!proof.has_left())
        closed = allOnSide(proof.right(), spec, 0, proof.right().path_size(), 0);
    else if (!proof.has_right())
        closed = allOnSide(proof.left(), spec, 0, proof.left().path_size(), 1);
    else
        closed = areNeighbours(proof.left(), proof.right(), spec);
    return closed ? std::string() : "something may lie between the neighbours";
}

std::string flawIn(const wire::CommitmentProof &proof, const Spec &spec, ByteView root,
                   ByteView key, const std::optional<Bytes> &value) {
    if (!value) {
        if (!proof.has_nonexist()) return "no proof of absence";
        return flawInAbsence(proof.nonexist(), spec, root, key);
    }
    if (!proof.has_exist()) return "no proof of presence";
    if (proof.exist().key() != toString(key) || proof.exist().value() != toString(*value))
        return "another key or value";
    return flawIn(proof.exist(), spec, root);
}

Error refused(std::string flaw) {
    return fail(ErrorCode::Ics23Refused, std::move(flaw));
}

} // namespace

Result<> verifyIcs23(TreeKind tree, ByteView proof, ByteView root, ByteView key,
                     const std::optional<Bytes> &value) {
    wire::CommitmentProof message;
    if (!message.ParseFromArray(proof.data(), static_cast<int>(proof.size())))
        return refused("not a proof");
    if (std::string flaw = flawIn(message, specOf(tree), root, key, value); !flaw.empty())
        return refused(std::move(flaw));
    return {};
}

Result<Bytes> toIcs23(const StateProof &proof, ByteView key, ByteView value) {
    const Digest keyHash = sha256(key);
    if (!proof.leaf || proof.leaf->keyHash != keyHash) return refused("absent");
    wire::CommitmentProof message;
    wire::ExistenceProof &exist = *message.mutable_exist();
    exist.set_key(toString(key));
    exist.set_value(toString(value));
    exist.mutable_leaf()->set_hash(Sha256Op);
    exist.mutable_leaf()->set_prehash_key(Sha256Op);
    exist.mutable_leaf()->set_prehash_value(Sha256Op);
    exist.mutable_leaf()->set_length(NoPrefix);
    exist.mutable_leaf()->set_prefix(std::string(jellyfishLeaf));
    for (std::size_t i = proof.siblings.size(); i-- > 0;) {
        wire::InnerOp &op = *exist.add_path();
        op.set_hash(Sha256Op);
        const std::string sibling = toString(proof.siblings[i].view());
        const bool right = bitOf(keyHash, i);
        op.set_prefix(std::string(jellyfishInner) + (right ? sibling : std::string()));
        if (!right) op.set_suffix(sibling);
    }
    return toBytes(message);
}

} // namespace apricot::comet
