// SPDX-License-Identifier: GPL-3.0-or-later
// One program at a time: an flock on a file, which the system takes back when the process dies, so
// that a file that was left behind locks nobody out.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <utility>

namespace apricot {

class FileLock {
  public:
    // Makes the file if need be, and leaves it there. LockFileUnusable; InUseElsewhere when
    // somebody holds it: at once, unless it shall be waited for.
    enum class Wait : bool { No, Yes };
    [[nodiscard]] static Result<FileLock> take(const std::filesystem::path &file,
                                               Wait wait = Wait::No);
    FileLock(FileLock &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    FileLock &operator=(FileLock &&) = delete;
    ~FileLock();

  private:
    explicit FileLock(int fd) : m_fd(fd) {}
    int m_fd;
};

} // namespace apricot
