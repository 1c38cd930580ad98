// SPDX-License-Identifier: GPL-3.0-or-later
// A chain made here: validators with keys of ours, and the blocks that they sign.
#pragma once

#include "comet/light_client.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"

#include <map>

namespace apricot::comet {

struct Signer {
    SigningKey key;
    std::int64_t power = 10;
    [[nodiscard]] Validator validator() const { return {verifyKeyOf(key), power}; }
};
using Signers = std::vector<const Signer *>;

inline ValidatorSet setOf(const Signers &signers) {
    ValidatorSet out;
    for (const Signer *signer : signers) out.push_back(signer->validator());
    sortValidators(out);
    return out;
}

inline Bytes bytesOf(const Digest &digest) {
    return {digest.bytes.begin(), digest.bytes.end()};
}

class Chain {
  public:
    static inline UnixTime start = 1'800'000'000; // another where a clock cannot be played

    explicit Chain(std::size_t count, std::uint64_t seed = 1) : random(seed) {
        for (std::size_t i = 0; i < count; ++i) signers.push_back(makeSigner());
        for (const Signer &signer : signers) now.push_back(&signer);
    }

    Signer makeSigner(std::int64_t power = 10) {
        Signer out;
        random.fill(out.key.writable());
        out.power = power;
        return out;
    }

    // The block of a height by `validators`, signed by those of them that `who` lists.
    [[nodiscard]] LightBlock block(std::int64_t height, const Signers &validators,
                                   const Signers &next, const Signers &who) const {
        LightBlock out;
        Header &header = out.header;
        header.blockVersion = 11;
        header.appVersion = 2;
        header.chainId = "test-chain";
        header.height = height;
        header.time = {start + height * 5, 123'456'789};
        out.validators = setOf(validators);
        out.nextValidators = setOf(next);
        header.validatorsHash = bytesOf(hashOf(out.validators));
        header.nextValidatorsHash = bytesOf(hashOf(out.nextValidators));
        header.appHash = appHash;
        header.proposer = addressOf(out.validators.front().key);
        sign(out, validators, who);
        return out;
    }
    [[nodiscard]] LightBlock block(std::int64_t height) const {
        return block(height, now, now, now);
    }
    static void sign(LightBlock &block, const Signers &validators, const Signers &who) {
        Commit &commit = block.commit;
        commit = {};
        commit.height = block.header.height;
        commit.round = 1;
        commit.block = {bytesOf(hashOf(block.header)), 1, Bytes(32, 7)};
        for (const Validator &validator : block.validators) {
            CommitVote vote;
            const auto by = std::ranges::find_if(
                who, [&](const Signer *s) { return verifyKeyOf(s->key) == validator.key; });
            if (by != who.end()) {
                vote.flag = VoteFlag::Commit;
                vote.address = addressOf(validator.key);
                vote.time = {block.header.time.seconds + 1, 5};
            }
            commit.votes.push_back(std::move(vote));
        }
        for (std::size_t i = 0; i < commit.votes.size(); ++i) {
            const auto by = std::ranges::find_if(validators, [&](const Signer *s) {
                return verifyKeyOf(s->key) == block.validators[i].key;
            });
            if (commit.votes[i].flag != VoteFlag::Commit) continue;
            const Signature signature =
                apricot::sign((*by)->key, signBytes(commit, i, block.header.chainId));
            commit.votes[i].signature.assign(signature.bytes.begin(), signature.bytes.end());
        }
    }
    [[nodiscard]] Trusted genesis() const { return {"test-chain", 0, {start, 0}, {}, setOf(now)}; }
    [[nodiscard]] StepRules rulesAt(std::int64_t height) const {
        return {86400, 10, {start + height * 5 + 3, 0}};
    }

    SeededRandom random;
    std::vector<Signer> signers;
    Signers now;
    Bytes appHash = Bytes(32, 9);
};

// A node with those blocks; null ones are not there.
class Peer final : public LightBlockSource {
  public:
    std::map<std::int64_t, LightBlock> blocks;
    int asked = 0;
    [[nodiscard]] std::string name() const override { return "peer"; }
    [[nodiscard]] Result<LightBlock> lightBlock(std::int64_t height) override {
        ++asked;
        const auto it = blocks.find(height);
        if (it == blocks.end()) return readLightBlock("null");
        return it->second;
    }
};

} // namespace apricot::comet
