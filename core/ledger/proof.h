// SPDX-License-Identifier: GPL-3.0-or-later
// Proof that a key has a value, or has none, in the state with a given root. The state tree is a
// compact sparse Merkle tree over SHA-256(key) (Jellyfish style): a subtree without keys is the
// placeholder, one with a single key is that key's leaf, any other the hash of its two halves.
#pragma once

#include "base/result.h"
#include "codec/fields.h"
#include "crypto/keys.h"

namespace apricot {

struct ProofLeaf {
    Digest keyHash, valueHash;
    bool operator==(const ProofLeaf &) const = default;
};

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, ProofLeaf> &leaf) {
    archive(leaf.keyHash, leaf.valueHash);
}

struct StateProof {
    std::vector<Digest> siblings;  // from the root down, at most 256
    std::optional<ProofLeaf> leaf; // where the path ends; nothing: an empty subtree
    bool operator==(const StateProof &) const = default;
};

[[nodiscard]] Bytes encodeProof(const StateProof &proof); // CBOR [siblings, leaf or null]
// ProofMalformed, and the CBOR errors.
[[nodiscard]] Result<StateProof> decodeProof(ByteView encoded);
// Does the proof show that `key` has `value` (nothing: is absent) under `root`? ProofRefused.
[[nodiscard]] Result<> verifyProof(const StateProof &proof, const Digest &root, ByteView key,
                                   const std::optional<Bytes> &value);

// ProofMalformed, ProofRefused: of every kind of proof.
[[nodiscard]] Error proofMalformed(std::string what);
[[nodiscard]] Error proofRefused(std::string why);

// The hashes of the tree.
[[nodiscard]] Digest emptyHash(); // "SPARSE_MERKLE_PLACEHOLDER_HASH__", 32 bytes of ASCII
[[nodiscard]] Digest leafHash(const ProofLeaf &leaf);
[[nodiscard]] Digest innerHash(const Digest &left, const Digest &right);
// Bit `depth` of a key's hash, from the most significant bit of the first byte.
[[nodiscard]] inline bool bitOf(const Digest &hash, std::size_t depth) {
    return (hash.bytes[depth / 8] >> (7U - depth % 8U)) & 1U;
}

} // namespace apricot
