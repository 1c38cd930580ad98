// SPDX-License-Identifier: GPL-3.0-or-later
// All that the state holds under the first bits of SHA-256(key), proven whole: nothing left out,
// nothing added. Who asks so names no key; who wants one key of it cuts its proof out.
#pragma once

#include "ledger/ledger.h"
#include "ledger/proof.h"

namespace apricot {

inline constexpr std::size_t mostPrefixBits = 32;
// A bucket larger than this is not answered: more bits are to be asked for.
inline constexpr std::size_t mostPrefixEntries = 4096;
inline constexpr std::size_t mostPrefixBytes = std::size_t{2} << 20U; // of values

struct StatePrefix {
    Digest path;          // the bits; what follows them is zero
    std::size_t bits = 0; // 0, the whole state, to mostPrefixBits
    auto operator<=>(const StatePrefix &) const = default;
};
[[nodiscard]] StatePrefix prefixOf(const Digest &keyHash, std::size_t bits);
[[nodiscard]] bool isUnder(const StatePrefix &prefix, const Digest &keyHash);
// The parts of a request; nothing when too long, or not zero after the bits. `path` has just the
// bytes that the bits need.
[[nodiscard]] std::optional<StatePrefix> prefixFrom(ByteView path, std::uint64_t bits);
[[nodiscard]] ByteView pathBytes(const StatePrefix &prefix); // of `prefix`, which must live on

struct PrefixEntry {
    Digest keyHash;
    Bytes value;
    bool operator==(const PrefixEntry &) const = default;
};

struct PrefixProof {
    std::vector<Digest> siblings; // from the root down: `bits` of them, fewer when the path ends
    std::vector<PrefixEntry> entries; // ascending by keyHash
    std::optional<ProofLeaf> outside; // the only leaf where the path ends early, of another prefix
    bool operator==(const PrefixProof &) const = default;
};

// CBOR [siblings, [[keyHash, value] ...], outside or null].
[[nodiscard]] Bytes encodePrefixProof(const PrefixProof &proof);
// ProofMalformed, and the CBOR errors.
[[nodiscard]] Result<PrefixProof> decodePrefixProof(ByteView encoded);
// Are the entries all that the state with this root holds under the prefix? ProofRefused.
[[nodiscard]] Result<> verifyPrefixProof(const PrefixProof &proof, const Digest &root,
                                         const StatePrefix &prefix);

// As ProvenAnswer (ledger/ledger.h), for a prefix.
struct ProvenPrefix {
    StatePrefix prefix;
    PrefixProof proof;
    Bytes header;
    Height height = 0;
};
// CBOR [bits, path, proof, header, height]. ReceiptMalformed, ProofMalformed, and the CBOR errors.
[[nodiscard]] Bytes encodeProvenPrefix(const ProvenPrefix &answer);
[[nodiscard]] Result<ProvenPrefix> decodeProvenPrefix(ByteView encoded);
// The answer about one key that the (verified) answer about its prefix holds. The key must be under
// the prefix.
[[nodiscard]] ProvenAnswer answerWithin(const ProvenPrefix &answer, ByteView key);

} // namespace apricot
