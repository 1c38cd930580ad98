// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/proof.h"

#include "crypto/hash.h"

namespace apricot {
namespace {

constexpr std::size_t mostSiblings = 256;

// Nothing when the proof shows what it claims, else why not.
std::string flawIn(const StateProof &proof, const Digest &root, ByteView key,
                   const std::optional<Bytes> &value) {
    const Digest keyHash = sha256(key);
    const std::size_t depth = proof.siblings.size();
    if (depth > mostSiblings) return "longer than a key";
    if (value) {
        if (!proof.leaf || proof.leaf->keyHash != keyHash) return "ends at another key";
        if (proof.leaf->valueHash != sha256(*value)) return "another value";
    } else if (proof.leaf) {
        if (proof.leaf->keyHash == keyHash) return "the key is there";
        for (std::size_t i = 0; i < depth; ++i)
            if (bitOf(proof.leaf->keyHash, i) != bitOf(keyHash, i)) return "ends off the path";
    }
    Digest hash = proof.leaf ? leafHash(*proof.leaf) : emptyHash();
    for (std::size_t i = depth; i-- > 0;)
        hash = bitOf(keyHash, i) ? innerHash(proof.siblings[i], hash)
                                 : innerHash(hash, proof.siblings[i]);
    return hash == root ? std::string() : "another root";
}

} // namespace

Digest emptyHash() {
    return *Digest::from(viewOf("SPARSE_MERKLE_PLACEHOLDER_HASH__"));
}

Digest leafHash(const ProofLeaf &leaf) {
    return sha256({viewOf("JMT::LeafNode"), leaf.keyHash.view(), leaf.valueHash.view()});
}

Digest innerHash(const Digest &left, const Digest &right) {
    return sha256({viewOf("JMT::IntrnalNode"), left.view(), right.view()});
}

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, StateProof> &proof) {
    archive(proof.siblings, proof.leaf);
    archive.check(proof.siblings.size() <= mostSiblings, "longer than a key");
}

Bytes encodeProof(const StateProof &proof) {
    return cbor::encode(proof);
}

Result<StateProof> decodeProof(ByteView encoded) {
    auto proof = cbor::decode<StateProof>(encoded, {16384, 4});
    if (!proof) return proofMalformed(proof.error().detail);
    return proof;
}

Result<> verifyProof(const StateProof &proof, const Digest &root, ByteView key,
                     const std::optional<Bytes> &value) {
    const std::string flaw = flawIn(proof, root, key, value);
    if (!flaw.empty()) return proofRefused(flaw);
    return {};
}

Error proofMalformed(std::string what) {
    return fail(ErrorCode::ProofMalformed, std::move(what));
}

Error proofRefused(std::string why) {
    return fail(ErrorCode::ProofRefused, std::move(why));
}

} // namespace apricot
