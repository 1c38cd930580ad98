// SPDX-License-Identifier: GPL-3.0-or-later
#include "comet/checkpoint.h"

#include "codec/base45.h"
#include "codec/cbor.h"

#include <algorithm>

namespace apricot::comet {
namespace {

constexpr std::size_t longestChainId = 50;      // as CometBFT has it
constexpr UnixTime endOfTime = 253'402'300'800; // the year 10,000

Result<Checkpoint> decode(ByteView bytes) {
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(bytes, {512, 2}));
    APRICOT_TRY_ASSIGN(fields, in.array());
    Checkpoint out;
    APRICOT_TRY_ASSIGN(chainId, in.text());
    APRICOT_TRY_ASSIGN(height, in.unsignedInteger());
    APRICOT_TRY_ASSIGN(time, in.integer());
    APRICOT_TRY_ASSIGN(hash, in.fixed<Digest>());
    const bool sound = fields == 4 && !chainId.empty() && chainId.size() <= longestChainId
                       && std::ranges::all_of(chainId, [](char c) { return c > ' ' && c < 0x7f; })
                       && time >= 0 && time < endOfTime;
    if (sound && height <= INT64_MAX) out.height = static_cast<std::int64_t>(height);
    out.chainId = std::move(chainId);
    out.time = time;
    out.hash.assign(hash.bytes.begin(), hash.bytes.end());
    return out;
}

} // namespace

std::string toText(const Checkpoint &checkpoint) {
    cbor::Writer out;
    out.array(4).text(checkpoint.chainId);
    out.unsignedInteger(static_cast<std::uint64_t>(checkpoint.height)).integer(checkpoint.time);
    return std::string(checkpointPrefix) + toBase45(out.bytes(checkpoint.hash).take());
}

Result<Checkpoint> readCheckpoint(std::string_view text) {
    Checkpoint out;
    if (text.starts_with(checkpointPrefix) && text.size() < 512)
        if (const auto bytes = fromBase45(text.substr(checkpointPrefix.size())))
            if (auto decoded = decode(*bytes)) out = std::move(decoded).value();
    if (out.height == 0) return fail(Code::CheckpointMalformed);
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
