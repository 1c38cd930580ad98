// SPDX-License-Identifier: GPL-3.0-or-later
#include "comet/snapshot.h"

#include "base/file.h"
#include "codec/cbor.h"
#include "crypto/hash.h"

#include <algorithm>
#include <charconv>

namespace apricot::comet {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largestChunk = std::size_t{16} << 20U;
constexpr std::size_t mostChunks = 100'000;

Error refused(std::string what) {
    return fail(Code::SnapshotRefused, std::move(what));
}

fs::path chunkFile(const fs::path &folder, std::uint32_t index) {
    return folder / (std::to_string(index) + ".chunk");
}

// A piece: CBOR [header of the block, [key, value, key, value ...]].
Bytes encodeChunk(ByteView header, const std::vector<Bytes> &items) {
    cbor::Writer out;
    out.array(2).bytes(header).array(items.size());
    for (const Bytes &item : items) out.bytes(item);
    return out.take();
}

} // namespace

Bytes Snapshot::metadata() const {
    Bytes out;
    for (const Digest &chunk : chunks) append(out, chunk.view());
    return out;
}

Digest Snapshot::hash() const {
    return sha256(metadata());
}

Result<Snapshot> snapshotFrom(Height height, ByteView metadata, ByteView hash) {
    Snapshot out;
    out.height = height;
    if (metadata.empty() || metadata.size() % 32 != 0 || metadata.size() > mostChunks * 32
        || !std::ranges::equal(sha256(metadata).bytes, hash))
        return refused("list of pieces");
    for (std::size_t i = 0; i < metadata.size(); i += 32)
        out.chunks.push_back(*Digest::from(metadata.subspan(i, 32)));
    return out;
}

Result<> SnapshotFolder::take(const CommittedState &state, Height height) const {
    const fs::path unfinished = m_folder / "unfinished";
    std::error_code ignored;
    fs::remove_all(unfinished, ignored);
    fs::create_directories(unfinished, ignored);
    APRICOT_TRY_ASSIGN(block, state.block(height));
    if (!block) return ledgerDamaged("a block for a snapshot is missing");

    Snapshot snapshot{height, {}};
    std::vector<Bytes> items;
    std::size_t size = 0;
    const auto flush = [&]() -> Result<> {
        const Bytes chunk = encodeChunk(block->header, items);
        APRICOT_TRY(writeFile(
            chunkFile(unfinished, static_cast<std::uint32_t>(snapshot.chunks.size())), chunk));
        snapshot.chunks.push_back(sha256(chunk));
        items.clear();
        size = 0;
        return {};
    };
    Result<> walked = state.eachValue([&](ByteView key, ByteView value) -> Result<bool> {
        items.emplace_back(key.begin(), key.end());
        items.emplace_back(value.begin(), value.end());
        size += key.size() + value.size() + 8;
        if (size >= m_chunkSize) APRICOT_TRY(flush());
        return true;
    });
    if (!walked) return walked;
    if (!items.empty() || snapshot.chunks.empty()) APRICOT_TRY(flush());
    APRICOT_TRY(writeFile(unfinished / "snapshot", snapshot.metadata()));
    fs::rename(unfinished, m_folder / std::to_string(height), ignored);
    const auto all = list();
    for (std::size_t i = m_kept; i < all.size(); ++i)
        fs::remove_all(m_folder / std::to_string(all[i].height), ignored);
    return {};
}

std::vector<Snapshot> SnapshotFolder::list() const {
    std::vector<Snapshot> out;
    std::error_code ignored;
    for (const auto &entry : fs::directory_iterator(m_folder, ignored)) {
        const std::string name = entry.path().filename().string();
        Height height = 0;
        const auto read = std::from_chars(name.data(), name.data() + name.size(), height);
        if (read.ec != std::errc() || read.ptr != name.data() + name.size()) continue;
        const auto metadata = readFile(entry.path() / "snapshot", mostChunks * 32);
        if (!metadata) continue;
        if (auto snapshot = snapshotFrom(height, *metadata, sha256(*metadata).view()))
            out.push_back(std::move(snapshot).value());
    }
    std::ranges::sort(out, std::greater<>(), &Snapshot::height);
    return out;
}

Result<Bytes> SnapshotFolder::chunk(Height height, std::uint32_t index) const {
    return readFile(chunkFile(m_folder / std::to_string(height), index), largestChunk);
}

Result<> SnapshotReader::add(std::uint32_t index, ByteView chunk) {
    if (index != m_next || isWhole() || sha256(chunk) != m_snapshot.chunks[index])
        return refused("piece " + std::to_string(index));
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(chunk, {largestChunk, 4}));
    APRICOT_TRY_ASSIGN(fields, in.array());
    if (fields != 2) return refused("a piece that cannot be read");
    APRICOT_TRY_ASSIGN(header, in.bytes());
    APRICOT_TRY_ASSIGN(count, in.array());
    if (count % 2 != 0) return refused("a key without a value");
    for (std::size_t i = 0; i < count; i += 2) {
        APRICOT_TRY_ASSIGN(key, in.bytes());
        APRICOT_TRY_ASSIGN(value, in.bytes());
        m_writes[std::move(key)] = std::move(value);
    }
    m_header = std::move(header);
    ++m_next;
    return {};
}

Result<Block> SnapshotReader::finish(const CommittedState &empty, const Digest &root) {
    Block block;
    APRICOT_TRY_ASSIGN(header, decodeHeader(m_header));
    block.header = std::move(header);
    if (block.header.height != m_snapshot.height || !isWhole()) return refused("another height");
    block.writes = std::move(m_writes);
    APRICOT_TRY_ASSIGN(tree, updateTree(empty, {}, block.header.height, block.writes));
    if (tree.root.hash != root) return refused("another state than the chain's");
    block.tree = std::move(tree);
    block.header.stateRoot = root;
    block.stored.root = block.tree.root;
    block.stored.header = encodeHeader(block.header);
    return block;
}

} // namespace apricot::comet
