// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/prefix_proof.h"

#include "crypto/hash.h"

#include <algorithm>

namespace apricot {
namespace {

struct LeafHash {
    Digest keyHash, hash;
};
using Leaves = std::span<const LeafHash>;

std::vector<LeafHash> leavesOf(const PrefixProof &proof) {
    std::vector<LeafHash> out;
    out.reserve(proof.entries.size());
    for (const PrefixEntry &entry : proof.entries)
        out.push_back({entry.keyHash, leafHash({entry.keyHash, sha256(entry.value)})});
    return out;
}

std::size_t halfOf(Leaves leaves, std::size_t depth) {
    const auto middle = std::ranges::partition_point(
        leaves, [depth](const LeafHash &leaf) { return !bitOf(leaf.keyHash, depth); });
    return static_cast<std::size_t>(middle - leaves.begin());
}

// Different hashes part before bit 256, so this ends.
Digest rootOf(Leaves leaves, std::size_t depth) {
    if (leaves.empty()) return emptyHash();
    if (leaves.size() == 1) return leaves.front().hash;
    const std::size_t half = halfOf(leaves, depth);
    return innerHash(rootOf(leaves.first(half), depth + 1),
                     rootOf(leaves.subspan(half), depth + 1));
}

std::string flawIn(const PrefixProof &proof, const Digest &root, const StatePrefix &prefix) {
    const std::size_t depth = proof.siblings.size();
    if (depth > prefix.bits) return "longer than the prefix";
    for (std::size_t i = 0; i < proof.entries.size(); ++i) {
        if (!isUnder(prefix, proof.entries[i].keyHash)) return "a key of another prefix";
        if (i > 0 && proof.entries[i].keyHash <= proof.entries[i - 1].keyHash)
            return "keys out of order";
    }
    // A path that ends early ends at one leaf or at none.
    if (depth < prefix.bits && proof.entries.size() + (proof.outside ? 1 : 0) > 1)
        return "more than one leaf at the end of a path";
    if (proof.outside) {
        if (depth == prefix.bits || isUnder(prefix, proof.outside->keyHash)
            || prefixOf(proof.outside->keyHash, depth) != prefixOf(prefix.path, depth))
            return "a leaf off the path";
    }
    Digest hash = proof.outside ? leafHash(*proof.outside) : rootOf(leavesOf(proof), depth);
    for (std::size_t i = depth; i-- > 0;)
        hash = bitOf(prefix.path, i) ? innerHash(proof.siblings[i], hash)
                                     : innerHash(hash, proof.siblings[i]);
    return hash == root ? std::string() : "another root";
}

// Entries beside their values: 2 + 34 + 5 bytes; a header of a consortium is a trail of blocks, and
// stays with the phone.
constexpr std::size_t largestProof = mostPrefixBytes + mostPrefixEntries * 48 + 4096;
constexpr std::size_t largestHeader = std::size_t{1} << 20U;

} // namespace

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, PrefixEntry> &entry) {
    archive(entry.keyHash, entry.value);
}
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, PrefixProof> &proof) {
    archive(proof.siblings, proof.entries, proof.outside);
    archive.check(proof.siblings.size() <= mostPrefixBits, "longer than a prefix");
    archive.check(proof.entries.size() <= mostPrefixEntries, "too many keys");
}
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, ProvenPrefix> &answer) {
    std::uint64_t bits = answer.prefix.bits;
    const ByteView before = pathBytes(answer.prefix);
    Bytes path(before.begin(), before.end());
    archive(bits, path, answer.proof, answer.header, answer.height);
    const auto prefix = prefixFrom(path, bits);
    archive.check(prefix.has_value(), "prefix");
    if constexpr (std::is_same_v<Archive, cbor::Decoder>)
        if (prefix) answer.prefix = *prefix;
}

StatePrefix prefixOf(const Digest &keyHash, std::size_t bits) {
    StatePrefix out{{}, bits};
    const std::size_t whole = bits / 8;
    std::copy_n(keyHash.bytes.begin(), whole, out.path.bytes.begin());
    if (bits % 8 != 0)
        out.path.bytes[whole] =
            static_cast<std::uint8_t>(keyHash.bytes[whole] & (0xff00U >> (bits % 8)));
    return out;
}

bool isUnder(const StatePrefix &prefix, const Digest &keyHash) {
    return prefixOf(keyHash, prefix.bits) == prefix;
}

std::optional<StatePrefix> prefixFrom(ByteView path, std::uint64_t bits) {
    if (bits > mostPrefixBits || path.size() != (bits + 7) / 8) return std::nullopt;
    StatePrefix out{{}, static_cast<std::size_t>(bits)};
    std::ranges::copy(path, out.path.bytes.begin());
    if (!isUnder(out, out.path)) return std::nullopt;
    return out;
}

ByteView pathBytes(const StatePrefix &prefix) {
    return prefix.path.view().first((prefix.bits + 7) / 8);
}

Bytes encodePrefixProof(const PrefixProof &proof) {
    return cbor::encode(proof);
}

Result<PrefixProof> decodePrefixProof(ByteView encoded) {
    auto proof = cbor::decode<PrefixProof>(encoded, {largestProof, 4});
    if (!proof) return proofMalformed(proof.error().detail);
    return proof;
}

Result<> verifyPrefixProof(const PrefixProof &proof, const Digest &root,
                           const StatePrefix &prefix) {
    const std::string flaw = flawIn(proof, root, prefix);
    if (!flaw.empty()) return proofRefused(flaw);
    return {};
}

Bytes encodeProvenPrefix(const ProvenPrefix &answer) {
    return cbor::encode(answer);
}

Result<ProvenPrefix> decodeProvenPrefix(ByteView encoded) {
    auto answer = cbor::decode<ProvenPrefix>(encoded, {largestProof + largestHeader, 5});
    if (!answer) return proofMalformed(answer.error().detail);
    return answer;
}

ProvenAnswer answerWithin(const ProvenPrefix &answer, ByteView key) {
    const Digest keyHash = sha256(key);
    ProvenAnswer out;
    out.key.assign(key.begin(), key.end());
    out.header = answer.header;
    out.height = answer.height;
    const auto at =
        std::ranges::lower_bound(answer.proof.entries, keyHash, {}, &PrefixEntry::keyHash);
    if (at != answer.proof.entries.end() && at->keyHash == keyHash) out.value = at->value;

    const std::vector<LeafHash> all = leavesOf(answer.proof);
    StateProof proof{answer.proof.siblings, answer.proof.outside};
    Leaves here = all;
    while (here.size() > 1) {
        const std::size_t depth = proof.siblings.size();
        const std::size_t half = halfOf(here, depth);
        const bool right = bitOf(keyHash, depth);
        proof.siblings.push_back(rootOf(right ? here.first(half) : here.subspan(half), depth + 1));
        here = right ? here.subspan(half) : here.first(half);
    }
    if (!here.empty()) {
        const auto entry = std::ranges::lower_bound(answer.proof.entries, here.front().keyHash, {},
                                                    &PrefixEntry::keyHash);
        proof.leaf = ProofLeaf{entry->keyHash, sha256(entry->value)};
    }
    out.proof = encodeProof(proof);
    return out;
}

} // namespace apricot
