// SPDX-License-Identifier: GPL-3.0-or-later
// What CometBFT's validators sign, as values: header, commit, validator set; their hashes and
// sign bytes (CometBFT 0.38, spec/core/data_structures.md and spec/core/encoding.md); and their
// JSON form, which is that of CometBFT's RPC.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "crypto/keys.h"

#include <compare>
#include <string>
#include <vector>

namespace apricot::comet {

struct Time {
    UnixTime seconds = 0;
    std::int32_t nanos = 0; // 0 to 999,999,999
    auto operator<=>(const Time &) const = default;
};

struct BlockId {
    Bytes hash; // empty: none
    std::uint32_t parts = 0;
    Bytes partsHash;
    bool operator==(const BlockId &) const = default;
};

struct Header {
    std::uint64_t blockVersion = 0, appVersion = 0;
    std::string chainId;
    std::int64_t height = 0;
    Time time;
    BlockId lastBlock;
    Bytes lastCommitHash, dataHash, validatorsHash, nextValidatorsHash, consensusHash;
    Bytes appHash; // of the state before this block
    Bytes lastResultsHash, evidenceHash, proposer;
};

enum class VoteFlag : std::uint8_t { Absent = 1, Commit = 2, Nil = 3 };
struct CommitVote {
    VoteFlag flag = VoteFlag::Absent;
    Bytes address;
    Time time;
    Bytes signature;
};
struct Commit {
    std::int64_t height = 0;
    std::int32_t round = 0;
    BlockId block;
    std::vector<CommitVote> votes; // in the order of the validators
};

struct Validator {
    VerifyKey key;
    std::int64_t power = 0;
    bool operator==(const Validator &) const = default;
};
using ValidatorSet = std::vector<Validator>; // in the chain's own order

struct LightBlock {
    Header header;
    Commit commit;
    ValidatorSet validators;
    ValidatorSet nextValidators; // empty: not told
};

inline constexpr std::size_t mostValidators =
    10'000; // more than CometBFT itself allows in practice
inline constexpr std::size_t largestLightBlock = std::size_t{8} << 20U; // bytes of JSON

[[nodiscard]] Digest hashOf(const Header &header);
[[nodiscard]] Digest hashOf(const ValidatorSet &validators);
[[nodiscard]] Bytes addressOf(const VerifyKey &key); // 20 bytes
// What validator `index` signed for the commit's block.
[[nodiscard]] Bytes signBytes(const Commit &commit, std::size_t index, const std::string &chainId);
// By power descending, then address ascending: the order in which the chain keeps them.
void sortValidators(ValidatorSet &validators);

// {"signed_header": {"header", "commit"}, "validator_set": {"validators"}, "next_validator_set"},
// or the answers of /commit and /validators. LightBlockMalformed.
[[nodiscard]] Result<LightBlock> readLightBlock(std::string_view json);
[[nodiscard]] Result<Header> readHeader(std::string_view json);
// A trail of them: a JSON array.
[[nodiscard]] Result<std::vector<LightBlock>> readLightBlocks(std::string_view json);
// The beginning of a chain, as CometBFT's genesis file has it. LightBlockMalformed.
struct Genesis {
    std::string chainId;
    Time time;
    ValidatorSet validators;
};
[[nodiscard]] Result<Genesis> readGenesis(std::string_view json);
[[nodiscard]] std::string toJson(const LightBlock &block);
[[nodiscard]] std::string toJson(const std::vector<LightBlock> &blocks);

// "2026-03-01T09:30:00.123456789Z" (RFC 3339, UTC).
[[nodiscard]] std::optional<Time> readTime(std::string_view text);
[[nodiscard]] std::string toText(const Time &time);

} // namespace apricot::comet
