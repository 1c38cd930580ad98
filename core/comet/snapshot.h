// SPDX-License-Identifier: GPL-3.0-or-later
// A state in pieces, so that a new hospital joins without replaying every block. The pieces hold
// all keys and values in the order of the keys and are the same, byte for byte, at every node.
#pragma once

#include "ledger/block.h"

#include <filesystem>
#include <memory>

namespace apricot::comet {

inline constexpr std::uint32_t snapshotFormat = 1;

struct Snapshot {
    Height height = 0;
    std::vector<Digest> chunks; // the hash of each piece
    [[nodiscard]] Digest hash() const;
    // As it travels: the hashes one after the other.
    [[nodiscard]] Bytes metadata() const;
};
// SnapshotRefused: not a list of 1 to 16,384 hashes whose hash is `hash`.
[[nodiscard]] Result<Snapshot> snapshotFrom(Height height, ByteView metadata, ByteView hash);
[[nodiscard]] Error snapshotRefused(std::string what);

// Snapshots in a folder, one folder a height.
class SnapshotFolder {
  public:
    SnapshotFolder(std::filesystem::path folder, std::size_t kept, std::size_t chunkSize)
        : m_folder(std::move(folder)), m_kept(kept), m_chunkSize(chunkSize) {}

    // Writes the state, whole or not at all, and removes the oldest beyond those kept.
    // FileUnwritable, and the errors of the store.
    [[nodiscard]] Result<> take(const CommittedState &state, Height height) const;
    [[nodiscard]] std::vector<Snapshot> list() const; // newest first
    [[nodiscard]] Result<Bytes> chunk(Height height, std::uint32_t index) const;

  private:
    std::filesystem::path m_folder;
    std::size_t m_kept;
    std::size_t m_chunkSize;
};

// How much may come of a snapshot that somebody offers.
struct SnapshotLimits {
    std::uint64_t state = std::uint64_t{64} << 30U; // bytes of all pieces
    std::size_t batchItems = 2000;                  // written at once
    std::size_t batchBytes = std::size_t{4} << 20U;
};

// Builds the state of a snapshot on disk, piece by piece as they come: no more than one piece is in
// memory. What is not finished is removed, by the destructor or, after a crash, by whoever calls
// removeUnfinished at the start.
class SnapshotReader {
  public:
    // In `folder`, which is made anew, to end at `root`. LedgerUnavailable.
    [[nodiscard]] static Result<std::unique_ptr<SnapshotReader>>
    begin(Snapshot snapshot, const Digest &root, std::filesystem::path folder,
          const SnapshotLimits &limits);
    static void removeUnfinished(const std::filesystem::path &folder);
    SnapshotReader(const SnapshotReader &) = delete;
    SnapshotReader &operator=(const SnapshotReader &) = delete;
    ~SnapshotReader();

    // In order. False: it is another piece than the snapshot names, and may be fetched again.
    // SnapshotRefused: what the snapshot names is no state, or too large. LedgerUnavailable.
    [[nodiscard]] Result<bool> add(std::uint32_t index, ByteView piece);
    [[nodiscard]] bool isWhole() const { return m_next == m_snapshot.chunks.size(); }
    // The file with the whole state, closed, to be moved into the place of an empty one.
    // SnapshotRefused unless it is the state that `root` names, its header is of this height, not
    // from the future, and of the chain that the state itself says it is; and `chainId`, if that is
    // known.
    [[nodiscard]] Result<std::filesystem::path> finish(const std::string &chainId, UnixTime now);

  private:
    SnapshotReader(Snapshot snapshot, const Digest &root, std::filesystem::path folder,
                   const SnapshotLimits &limits)
        : m_snapshot(std::move(snapshot)), m_rootHash(root), m_folder(std::move(folder)),
          m_limits(limits) {}
    [[nodiscard]] Result<> takeHeader(Bytes header);
    [[nodiscard]] Result<> write(const Writes &batch);

    Snapshot m_snapshot;
    Digest m_rootHash;
    std::filesystem::path m_folder;
    SnapshotLimits m_limits;
    std::shared_ptr<Store> m_store;
    std::uint32_t m_next = 0;
    std::uint64_t m_bytes = 0;
    Bytes m_header; // as each piece has it
    Header m_read;
    NodeRef m_root; // so far
    Bytes m_lastKey;
};

} // namespace apricot::comet
