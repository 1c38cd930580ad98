// SPDX-License-Identifier: GPL-3.0-or-later
#include "comet/snapshot.h"

#include "base/file.h"
#include "codec/cbor.h"
#include "crypto/hash.h"
#include "ledger/store_lmdb.h"

#include <algorithm>
#include <charconv>

namespace apricot::comet {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largestChunk = std::size_t{16} << 20U;
constexpr std::size_t mostChunks = 16'384;
constexpr std::size_t longestKey = 511; // as the store has it
constexpr UnixTime clockDrift = 60;

fs::path chunkFile(const fs::path &folder, std::uint32_t index) {
    return folder / (std::to_string(index) + ".chunk");
}

// A piece: CBOR [header of the block, [key, value, key, value ...]]. Read entry by entry, not as
// one described struct: 16 MiB can claim to be five million entries.
Bytes encodeChunk(ByteView header, const std::vector<Bytes> &items) {
    cbor::Writer out;
    out.array(2).bytes(header).array(items.size());
    for (const Bytes &item : items) out.bytes(item);
    return out.take();
}

} // namespace

Error snapshotRefused(std::string what) {
    return fail(ErrorCode::SnapshotRefused, std::move(what));
}

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
        return snapshotRefused("list of pieces");
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

void SnapshotReader::removeUnfinished(const fs::path &folder) {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
}

Result<std::unique_ptr<SnapshotReader>> SnapshotReader::begin(Snapshot snapshot, const Digest &root,
                                                              fs::path folder,
                                                              const SnapshotLimits &limits) {
    removeUnfinished(folder);
    std::error_code ignored; // shows when the store is opened
    fs::create_directories(folder, ignored);
    std::unique_ptr<SnapshotReader> out(
        new SnapshotReader(std::move(snapshot), root, std::move(folder), limits));
    // The map is address space, not disk: twice what may come leaves room for the tree, and of a
    // small state the tree is the larger part.
    constexpr std::uint64_t smallest = std::uint64_t{64} << 20U;
    const EmbeddedOptions map{.firstMapSize = std::max(smallest, limits.state * 2),
                              .largestMapSize = std::max(smallest, limits.state * 4)};
    APRICOT_TRY_ASSIGN(store, openLmdbStore(out->m_folder, map));
    out->m_store = std::move(store);
    return out;
}

SnapshotReader::~SnapshotReader() {
    m_store.reset();
    removeUnfinished(m_folder);
}

Result<bool> SnapshotReader::add(std::uint32_t index, ByteView piece) {
    if (index != m_next || isWhole() || sha256(piece) != m_snapshot.chunks[index]) return false;
    if (piece.size() > largestChunk || m_bytes + piece.size() > m_limits.state)
        return snapshotRefused("too large");
    m_bytes += piece.size();
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(piece, {largestChunk, 4}));
    APRICOT_TRY_ASSIGN(fields, in.array());
    if (fields != 2) return snapshotRefused("a piece that cannot be read");
    APRICOT_TRY_ASSIGN(header, in.bytes());
    APRICOT_TRY(takeHeader(std::move(header)));
    APRICOT_TRY_ASSIGN(count, in.array());
    if (count % 2 != 0) return snapshotRefused("a key without a value");
    Writes batch;
    std::size_t size = 0;
    for (std::size_t i = 0; i < count; i += 2) {
        APRICOT_TRY_ASSIGN(key, in.bytes());
        APRICOT_TRY_ASSIGN(value, in.bytes());
        if (key.size() > longestKey || key <= m_lastKey)
            return snapshotRefused("keys out of order");
        m_lastKey = key;
        size += key.size() + value.size();
        batch.emplace_hint(batch.end(), std::move(key), std::move(value));
        if (batch.size() < m_limits.batchItems && size < m_limits.batchBytes) continue;
        APRICOT_TRY(write(batch));
        batch.clear();
        size = 0;
    }
    if (!batch.empty()) APRICOT_TRY(write(batch));
    ++m_next;
    return true;
}

// The same in each piece, and of the snapshot's height.
Result<> SnapshotReader::takeHeader(Bytes header) {
    if (m_next != 0) return header == m_header ? Result<>() : snapshotRefused("several headers");
    APRICOT_TRY_ASSIGN(read, decodeHeader(header));
    if (read.height != m_snapshot.height) return snapshotRefused("another height");
    m_read = std::move(read);
    m_read.stateRoot = m_rootHash;
    m_header = std::move(header);
    return {};
}

// All at one version: a node that a later batch changes is written over.
Result<> SnapshotReader::write(const Writes &batch) {
    NodeRef reached;
    APRICOT_TRY(m_store->write([&](const CommittedState &state) -> Result<std::optional<Block>> {
        Block block;
        APRICOT_TRY_ASSIGN(tree, updateTree(state, m_root, m_read.height, batch));
        tree.replaced.clear();
        block.header = m_read;
        block.stored = {encodeHeader(m_read), tree.root, {}};
        block.writes = batch;
        block.tree = std::move(tree);
        reached = block.tree.root;
        return std::optional<Block>(std::move(block));
    }));
    m_root = reached;
    return {};
}

Result<fs::path> SnapshotReader::finish(const std::string &chainId, UnixTime now) {
    if (!isWhole()) return snapshotRefused("not whole");
    if (m_root.hash != m_rootHash) return snapshotRefused("another state than the chain's");
    if (m_read.time > now + clockDrift) return snapshotRefused("a block from the future");
    std::optional<Bytes> value;
    APRICOT_TRY(m_store->read([&](const CommittedState &state) -> Result<> {
        APRICOT_TRY_ASSIGN(standing, state.value(consortiumKey()));
        value = std::move(standing);
        return {};
    }));
    if (!value) return snapshotRefused("a state of no consortium");
    APRICOT_TRY_ASSIGN(consortium, decodeConsortium(*value));
    if (consortium.chainId != m_read.chainId)
        return snapshotRefused("another chain than its state's");
    if (!chainId.empty() && chainId != m_read.chainId)
        return snapshotRefused("another chain than the engine's");
    m_store.reset();
    return m_folder / "data.mdb";
}

} // namespace apricot::comet
