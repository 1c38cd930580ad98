// SPDX-License-Identifier: GPL-3.0-or-later
#include "comet/checkpoint.h"

#include "codec/base45.h"
#include "codec/cbor.h"

namespace apricot::comet {
namespace {

Result<Checkpoint> decode(ByteView bytes) {
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(bytes, {512, 2}));
    APRICOT_TRY_ASSIGN(fields, in.array());
    Checkpoint out;
    APRICOT_TRY_ASSIGN(chainId, in.text());
    APRICOT_TRY_ASSIGN(height, in.unsignedInteger());
    APRICOT_TRY_ASSIGN(time, in.integer());
    APRICOT_TRY_ASSIGN(hash, in.fixed<Digest>());
    if (fields == 4 && height <= INT64_MAX) out.height = static_cast<std::int64_t>(height);
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

} // namespace apricot::comet
