// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/proof.h"

#include "codec/cbor.h"
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

Bytes encodeProof(const StateProof &proof) {
    cbor::Writer out;
    out.array(2).array(proof.siblings.size());
    for (const Digest &sibling : proof.siblings) out.bytes(sibling.view());
    if (proof.leaf)
        out.array(2).bytes(proof.leaf->keyHash.view()).bytes(proof.leaf->valueHash.view());
    else
        out.null();
    return out.take();
}

Result<StateProof> decodeProof(ByteView encoded) {
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(encoded, {16384, 4}));
    APRICOT_TRY_ASSIGN(fields, in.array());
    if (fields != 2) return proofMalformed("number of fields");
    APRICOT_TRY_ASSIGN(count, in.array());
    if (count > mostSiblings) return proofMalformed("longer than a key");
    StateProof out;
    for (std::size_t i = 0; i < count; ++i) {
        APRICOT_TRY_ASSIGN(sibling, in.fixed<Digest>());
        out.siblings.push_back(sibling);
    }
    if (in.next() == cbor::Reader::Type::Null) {
        APRICOT_TRY(in.null());
        return out;
    }
    APRICOT_TRY_ASSIGN(parts, in.array());
    if (parts != 2) return proofMalformed("leaf");
    APRICOT_TRY_ASSIGN(keyHash, in.fixed<Digest>());
    APRICOT_TRY_ASSIGN(valueHash, in.fixed<Digest>());
    out.leaf = ProofLeaf{keyHash, valueHash};
    return out;
}

Result<> verifyProof(const StateProof &proof, const Digest &root, ByteView key,
                     const std::optional<Bytes> &value) {
    const std::string flaw = flawIn(proof, root, key, value);
    if (!flaw.empty()) return proofRefused(flaw);
    return {};
}

Error proofMalformed(std::string what) {
    return fail(Code::ProofMalformed, std::move(what));
}

Error proofRefused(std::string why) {
    return fail(Code::ProofRefused, std::move(why));
}

} // namespace apricot
