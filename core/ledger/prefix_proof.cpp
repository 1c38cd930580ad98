// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/prefix_proof.h"

#include "codec/cbor.h"
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

void write(cbor::Writer &out, const PrefixProof &proof) {
    out.array(3).array(proof.siblings.size());
    for (const Digest &sibling : proof.siblings) out.bytes(sibling.view());
    out.array(proof.entries.size());
    for (const PrefixEntry &entry : proof.entries)
        out.array(2).bytes(entry.keyHash.view()).bytes(entry.value);
    if (proof.outside)
        out.array(2).bytes(proof.outside->keyHash.view()).bytes(proof.outside->valueHash.view());
    else
        out.null();
}

Result<PrefixProof> read(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(fields, in.array());
    if (fields != 3) return proofMalformed("number of fields");
    PrefixProof out;
    APRICOT_TRY_ASSIGN(siblings, in.array());
    if (siblings > mostPrefixBits) return proofMalformed("longer than a prefix");
    for (std::size_t i = 0; i < siblings; ++i) {
        APRICOT_TRY_ASSIGN(sibling, in.fixed<Digest>());
        out.siblings.push_back(sibling);
    }
    APRICOT_TRY_ASSIGN(entries, in.array());
    if (entries > mostPrefixEntries) return proofMalformed("too many keys");
    for (std::size_t i = 0; i < entries; ++i) {
        APRICOT_TRY_ASSIGN(parts, in.array());
        if (parts != 2) return proofMalformed("entry");
        APRICOT_TRY_ASSIGN(keyHash, in.fixed<Digest>());
        APRICOT_TRY_ASSIGN(value, in.bytes());
        out.entries.push_back({keyHash, std::move(value)});
    }
    if (in.next() == cbor::Reader::Type::Null) {
        APRICOT_TRY(in.null());
        return out;
    }
    APRICOT_TRY_ASSIGN(parts, in.array());
    if (parts != 2) return proofMalformed("leaf");
    APRICOT_TRY_ASSIGN(keyHash, in.fixed<Digest>());
    APRICOT_TRY_ASSIGN(valueHash, in.fixed<Digest>());
    out.outside = ProofLeaf{keyHash, valueHash};
    return out;
}

// Entries beside their values: 2 + 34 + 5 bytes; a header of a consortium is a trail of blocks, and
// stays with the phone.
constexpr std::size_t largestProof = mostPrefixBytes + mostPrefixEntries * 48 + 4096;
constexpr std::size_t largestHeader = std::size_t{1} << 20U;

} // namespace

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
    cbor::Writer out;
    write(out, proof);
    return out.take();
}

Result<PrefixProof> decodePrefixProof(ByteView encoded) {
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(encoded, {largestProof, 4}));
    return read(in);
}

Result<> verifyPrefixProof(const PrefixProof &proof, const Digest &root,
                           const StatePrefix &prefix) {
    const std::string flaw = flawIn(proof, root, prefix);
    if (!flaw.empty()) return proofRefused(flaw);
    return {};
}

Bytes encodeProvenPrefix(const ProvenPrefix &answer) {
    cbor::Writer out;
    out.array(5).unsignedInteger(answer.prefix.bits).bytes(pathBytes(answer.prefix));
    write(out, answer.proof);
    out.bytes(answer.header).unsignedInteger(answer.height);
    return out.take();
}

Result<ProvenPrefix> decodeProvenPrefix(ByteView encoded) {
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(encoded, {largestProof + largestHeader, 5}));
    APRICOT_TRY_ASSIGN(fields, in.array());
    if (fields != 5) return proofMalformed("number of fields");
    APRICOT_TRY_ASSIGN(bits, in.unsignedInteger());
    APRICOT_TRY_ASSIGN(path, in.bytes());
    const auto prefix = prefixFrom(path, bits);
    if (!prefix) return proofMalformed("prefix");
    ProvenPrefix out{*prefix, {}, {}, 0};
    APRICOT_TRY_ASSIGN(proof, read(in));
    out.proof = std::move(proof);
    APRICOT_TRY_ASSIGN(header, in.bytes());
    out.header = std::move(header);
    APRICOT_TRY_ASSIGN(height, in.unsignedInteger());
    out.height = height;
    return out;
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
