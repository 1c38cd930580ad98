// SPDX-License-Identifier: GPL-3.0-or-later
// Whole small files: read with a limit, written so that a crash leaves the old or the new one.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <filesystem>

namespace apricot {

// FileUnreadable also when the file is larger than the limit.
[[nodiscard]] Result<Bytes> readFile(const std::filesystem::path &path, std::uint64_t limit);
[[nodiscard]] Error fileUnwritable(const std::filesystem::path &path, const std::string &why);
// Written beside the target (mode 0600), synced, renamed over it; of several processes one after
// the other. FileUnwritable on any failure.
[[nodiscard]] Result<> writeFile(const std::filesystem::path &path, ByteView content);

// Over the target, in one file system; the folder is synced. FileUnwritable.
[[nodiscard]] Result<> moveFile(const std::filesystem::path &from, const std::filesystem::path &to);

} // namespace apricot
