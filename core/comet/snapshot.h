// SPDX-License-Identifier: GPL-3.0-or-later
// A state in pieces, so that a new hospital joins without replaying every block. The pieces hold
// all keys and values in the order of the keys and are the same, byte for byte, at every node.
#pragma once

#include "ledger/block.h"

#include <filesystem>

namespace apricot::comet {

inline constexpr std::uint32_t snapshotFormat = 1;

struct Snapshot {
    Height height = 0;
    std::vector<Digest> chunks; // the hash of each piece
    [[nodiscard]] Digest hash() const;
    // As it travels: the hashes one after the other.
    [[nodiscard]] Bytes metadata() const;
};
// SnapshotRefused: not a list of 1 to 100,000 hashes whose hash is `hash`.
[[nodiscard]] Result<Snapshot> snapshotFrom(Height height, ByteView metadata, ByteView hash);

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

// Puts the pieces together again.
class SnapshotReader {
  public:
    explicit SnapshotReader(Snapshot snapshot) : m_snapshot(std::move(snapshot)) {}
    [[nodiscard]] const Snapshot &snapshot() const { return m_snapshot; }
    // In order. SnapshotRefused: another piece than the snapshot names.
    [[nodiscard]] Result<> add(std::uint32_t index, ByteView chunk);
    [[nodiscard]] bool isWhole() const { return m_next == m_snapshot.chunks.size(); }
    // The block of that height with all that it left, ready for an empty store. SnapshotRefused
    // when it is another state than `root` names.
    [[nodiscard]] Result<Block> finish(const CommittedState &empty, const Digest &root);

  private:
    Snapshot m_snapshot;
    std::uint32_t m_next = 0;
    Bytes m_header;
    Writes m_writes;
};

} // namespace apricot::comet
