// SPDX-License-Identifier: GPL-3.0-or-later
#include "comet/light_verify.h"

#include "crypto/sign.h"

#include <map>

namespace apricot::comet {
namespace {

bool isHash(const Bytes &bytes, const Digest &digest) {
    return std::ranges::equal(bytes, digest.bytes);
}

std::int64_t powerOf(const ValidatorSet &validators) {
    std::int64_t out = 0; // -1 when the sum is out of range
    for (const Validator &validator : validators)
        if (__builtin_add_overflow(out, validator.power, &out)) return -1;
    return out;
}

// Header, commit and validator sets are about one and the same block.
Result<> agreesWithItself(const LightBlock &block) {
    const Header &header = block.header;
    const Commit &commit = block.commit;
    if (header.height <= 0) return invalidLightBlock("height");
    if (commit.height != header.height) return invalidLightBlock("the commit is of another height");
    if (!isHash(commit.block.hash, hashOf(header)))
        return invalidLightBlock("the commit is of another block");
    if (block.validators.empty() || !isHash(header.validatorsHash, hashOf(block.validators)))
        return invalidLightBlock("other validators than the header's");
    // Mostly the same set: then the same hash, which is known by now.
    const bool same = block.nextValidators == block.validators;
    if (!block.nextValidators.empty()
        && (same ? header.nextValidatorsHash != header.validatorsHash
                 : !isHash(header.nextValidatorsHash, hashOf(block.nextValidators))))
        return invalidLightBlock("other next validators than the header's");
    if (commit.votes.size() != block.validators.size())
        return invalidLightBlock("as many signatures as validators");
    const std::int64_t power = powerOf(block.validators);
    if (power <= 0 || power > INT64_MAX / 8) return invalidLightBlock("total power");
    return {};
}

// Who is weighed: by index where the commit is of this very set, by address elsewhere.
class Signers {
  public:
    explicit Signers(const LightBlock &block)
        : m_block(block), m_known(block.commit.votes.size()) {}

    // Is vote `index` a genuine one for the block, by the validator at that place? Each signature
    // is verified once. One that libsodium refuses (it is stricter than Go) does not count.
    bool voted(std::size_t index) {
        if (!m_known[index]) m_known[index] = verified(index);
        return *m_known[index];
    }

    // Does more than numerator/denominator of `validators`' power stand behind the block?
    bool carry(const ValidatorSet &validators, std::int64_t numerator, std::int64_t denominator) {
        std::map<VerifyKey, std::int64_t> power;
        for (const Validator &validator : validators) power[validator.key] = validator.power;
        const std::int64_t total = powerOf(validators);
        std::int64_t behind = 0;
        for (std::size_t i = 0; i < m_block.validators.size(); ++i) {
            const auto it = power.find(m_block.validators[i].key);
            if (it == power.end() || !voted(i)) continue;
            behind += std::exchange(it->second, 0); // a validator listed twice counts once
            if (behind
                > total / denominator * numerator + total % denominator * numerator / denominator)
                return true;
        }
        return false;
    }

  private:
    bool verified(std::size_t index) {
        const CommitVote &vote = m_block.commit.votes[index];
        const Validator &validator = m_block.validators[index];
        if (vote.flag != VoteFlag::Commit || vote.address != addressOf(validator.key)) return false;
        const auto signature = Signature::from(vote.signature);
        return signature
               && verify(validator.key, signBytes(m_block.commit, index, m_block.header.chainId),
                         *signature);
    }

    const LightBlock &m_block;
    std::vector<std::optional<bool>> m_known;
};

Result<> isSigned(Signers &signers, const LightBlock &block) {
    if (!signers.carry(block.validators, 2, 3)) return fail(ErrorCode::LightTooFewSignatures);
    return {};
}

Trusted trustedFrom(const LightBlock &block) {
    // Without the next validators the set stays as it is, or the block leads nowhere.
    const bool same = block.header.nextValidatorsHash == block.header.validatorsHash;
    return {block.header.chainId, block.header.height, block.header.time, block.commit.block.hash,
            block.nextValidators.empty() && same ? block.validators : block.nextValidators};
}

} // namespace

Error invalidLightBlock(const char *what) {
    return fail(ErrorCode::LightBlockInvalid, what);
}

Result<> stillHolds(const Time &trusted, const StepRules &rules) {
    if (Time{trusted.seconds + rules.trustingPeriod, trusted.nanos} <= rules.now)
        return fail(ErrorCode::LightTrustExpired, toText(trusted));
    return {};
}

Result<> isNotFromFuture(const Time &time, const StepRules &rules) {
    if (time >= Time{rules.now.seconds + rules.clockDrift, rules.now.nanos})
        return fail(ErrorCode::LightBlockFromFuture, toText(time));
    return {};
}

Result<Trusted> verifyStep(const Trusted &from, const LightBlock &block, const StepRules &rules) {
    const Header &header = block.header;
    APRICOT_TRY(stillHolds(from.time, rules));
    if (header.chainId != from.chainId)
        return fail(ErrorCode::LightBlockForOtherChain, header.chainId);
    APRICOT_TRY(agreesWithItself(block));
    if (header.height <= from.height) return invalidLightBlock("not above the trusted height");
    // The first block carries the genesis time itself.
    if (header.time < from.time || (header.time == from.time && from.height != 0))
        return invalidLightBlock("not after the trusted time");
    APRICOT_TRY(isNotFromFuture(header.time, rules));

    Signers signers(block);
    if (header.height == from.height + 1) {
        if (!isHash(header.validatorsHash, hashOf(from.nextValidators)))
            return invalidLightBlock("other validators than the block before announced");
    } else if (!signers.carry(from.nextValidators, 1, 3)) {
        return fail(ErrorCode::LightNotEnoughTrust);
    }
    APRICOT_TRY(isSigned(signers, block));
    return trustedFrom(block);
}

Result<Trusted> trustByHash(const LightBlock &block, ByteView hash) {
    APRICOT_TRY(agreesWithItself(block));
    if (!std::ranges::equal(block.commit.block.hash, hash))
        return invalidLightBlock("another block than the checkpoint names");
    Signers signers(block);
    APRICOT_TRY(isSigned(signers, block));
    return trustedFrom(block);
}

} // namespace apricot::comet
