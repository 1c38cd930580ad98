// SPDX-License-Identifier: GPL-3.0-or-later
#include "comet/checkpoint.h"

#include "codec/base45.h"
#include "codec/fields.h"

#include <algorithm>

namespace apricot::comet {
namespace {

constexpr std::size_t longestChainId = 50;      // as CometBFT has it
constexpr UnixTime endOfTime = 253'402'300'800; // the year 10,000
constexpr std::size_t longestText = 512;

bool isChainId(const std::string &id) {
    return !id.empty() && id.size() <= longestChainId
           && std::ranges::all_of(id, [](char c) { return c > ' ' && c < 0x7f; });
}

} // namespace

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Checkpoint> &checkpoint) {
    archive(checkpoint.chainId, checkpoint.height, checkpoint.time, checkpoint.hash);
    archive.check(isChainId(checkpoint.chainId), "the chain");
    archive.check(checkpoint.height > 0, "the height");
    archive.check(checkpoint.time >= 0 && checkpoint.time < endOfTime, "the time");
    archive.check(checkpoint.hash.size() == Digest::size, "the hash");
}

std::string toText(const Checkpoint &checkpoint) {
    return std::string(checkpointPrefix) + toBase45(cbor::encode(checkpoint));
}

Result<Checkpoint> readCheckpoint(std::string_view text) {
    const bool isOne = text.starts_with(checkpointPrefix) && text.size() < longestText;
    const auto bytes =
        isOne ? fromBase45(text.substr(checkpointPrefix.size())) : Result<Bytes>(Bytes());
    auto out = bytes ? cbor::decode<Checkpoint>(*bytes, {longestText, 2}) : bytes.error();
    if (!out) return fail(ErrorCode::CheckpointMalformed, out.error().detail);
    return out;
}

Checkpoint checkpointOf(const LightBlock &block) {
    return {block.header.chainId, block.header.height, block.header.time.seconds,
            block.commit.block.hash};
}

std::string fingerprintOf(const Checkpoint &checkpoint) {
    std::string out;
    for (std::size_t i = 0; i < 8 && i < checkpoint.hash.size(); ++i) {
        if (i != 0 && i % 2 == 0) out += ' ';
        out += toHex(ByteView(checkpoint.hash).subspan(i, 1));
    }
    for (char &c : out)
        if (c >= 'a') c = static_cast<char>(c - 'a' + 'A');
    return out;
}

Result<Trusted> trustedBy(const LightBlock &block, const Checkpoint &checkpoint) {
    APRICOT_TRY_ASSIGN(out, trustByHash(block, checkpoint.hash));
    if (checkpointOf(block) != checkpoint)
        return invalidLightBlock("the checkpoint says another chain, height or time");
    return out;
}

} // namespace apricot::comet
