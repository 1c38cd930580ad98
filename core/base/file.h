// SPDX-License-Identifier: GPL-3.0-or-later
// Whole small files: read with a limit, written so that a crash leaves the old or the new one.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <filesystem>
#include <optional>

namespace apricot {

// FileUnreadable also when the file is larger than the limit, and for what is no file: a pipe, on
// which one could wait for ever, a device, a folder.
[[nodiscard]] Result<Bytes> readFile(const std::filesystem::path &path, std::uint64_t limit);
// What stands there from byte `offset` on: `count` bytes, or fewer where the file ends.
[[nodiscard]] Result<Bytes> readPart(const std::filesystem::path &path, std::uint64_t offset,
                                     std::size_t count);
[[nodiscard]] Error fileUnreadable(const std::filesystem::path &path, const std::string &why);
[[nodiscard]] Error fileUnwritable(const std::filesystem::path &path, const std::string &why);
// Written beside the target (mode 0600), synced, renamed over it; of several processes one after
// the other. FileUnwritable on any failure.
[[nodiscard]] Result<> writeFile(const std::filesystem::path &path, ByteView content);

// Tells whether a file is still the one that was read: it is another when somebody, of this or
// another process, has written to it or put one in its place.
struct FileMark {
    std::uint64_t inode = 0;
    std::int64_t bytes = 0, second = 0, nanosecond = 0; // its size, and when it was written
    bool operator==(const FileMark &) const = default;
};
// Nothing: there is no such file.
[[nodiscard]] std::optional<FileMark> markOf(const std::filesystem::path &path);

// Over the target, in one file system; the folder is synced. FileUnwritable.
[[nodiscard]] Result<> moveFile(const std::filesystem::path &from, const std::filesystem::path &to);

} // namespace apricot
