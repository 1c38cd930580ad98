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
    FileLock(FileLock &&other) noexcept
        : m_file(std::move(other.m_file)), m_fd(std::exchange(other.m_fd, -1)),
          m_made(other.m_made) {}
    FileLock &operator=(FileLock &&) = delete;
    ~FileLock();
    // The file goes if this made it: nothing came of what it was taken for.
    void undo();

  private:
    FileLock(std::filesystem::path file, int fd, bool made)
        : m_file(std::move(file)), m_fd(fd), m_made(made) {}
    std::filesystem::path m_file;
    int m_fd;
    bool m_made;
};

} // namespace apricot
