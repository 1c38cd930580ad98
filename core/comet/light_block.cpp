// SPDX-License-Identifier: GPL-3.0-or-later
#include "comet/light_block.h"

#include "comet/chain.pb.h"
#include "comet/merkle.h"
#include "comet/wire.h"

#include <algorithm>

namespace apricot::comet {
namespace {

constexpr std::int32_t precommit = 2;

void put(wire::BlockId &out, const BlockId &id) {
    out.set_hash(toString(id.hash));
    out.mutable_part_set_header()->set_total(id.parts);
    out.mutable_part_set_header()->set_hash(toString(id.partsHash));
}

Bytes wrapped(const Bytes &value) {
    wire::BytesValue out;
    out.set_value(toString(value));
    return toBytes(out);
}

} // namespace

Digest hashOf(const Header &header) {
    wire::Version version;
    version.set_block(header.blockVersion);
    version.set_app(header.appVersion);
    wire::StringValue chainId;
    chainId.set_value(header.chainId);
    wire::Int64Value height;
    height.set_value(header.height);
    wire::Timestamp time;
    time.set_seconds(header.time.seconds);
    time.set_nanos(header.time.nanos);
    wire::BlockId last;
    put(last, header.lastBlock);
    const std::array<Bytes, 14> leaves = {toBytes(version),
                                          toBytes(chainId),
                                          toBytes(height),
                                          toBytes(time),
                                          toBytes(last),
                                          wrapped(header.lastCommitHash),
                                          wrapped(header.dataHash),
                                          wrapped(header.validatorsHash),
                                          wrapped(header.nextValidatorsHash),
                                          wrapped(header.consensusHash),
                                          wrapped(header.appHash),
                                          wrapped(header.lastResultsHash),
                                          wrapped(header.evidenceHash),
                                          wrapped(header.proposer)};
    return merkleRoot(leaves);
}

Digest hashOf(const ValidatorSet &validators) {
    std::vector<Bytes> leaves;
    leaves.reserve(validators.size());
    for (const Validator &validator : validators) {
        wire::ValidatorLeaf leaf;
        leaf.mutable_pub_key()->set_ed25519(toString(validator.key.view()));
        leaf.set_voting_power(validator.power);
        leaves.push_back(toBytes(leaf));
    }
    return merkleRoot(leaves);
}

Bytes addressOf(const VerifyKey &key) {
    const Digest digest = sha256(key.view());
    return {digest.bytes.begin(), digest.bytes.begin() + 20};
}

Bytes signBytes(const Commit &commit, std::size_t index, const std::string &chainId) {
    const CommitVote &by = commit.votes[index];
    wire::CanonicalVote vote;
    vote.set_type(precommit);
    vote.set_height(commit.height);
    vote.set_round(commit.round);
    if (by.flag == VoteFlag::Commit) put(*vote.mutable_block_id(), commit.block);
    vote.mutable_timestamp()->set_seconds(by.time.seconds);
    vote.mutable_timestamp()->set_nanos(by.time.nanos);
    vote.set_chain_id(chainId);
    return framed(vote);
}

void sortValidators(ValidatorSet &validators) {
    std::ranges::sort(validators, [](const Validator &a, const Validator &b) {
        return a.power != b.power ? a.power > b.power : addressOf(a.key) < addressOf(b.key);
    });
}

} // namespace apricot::comet
