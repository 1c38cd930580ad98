// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/lock.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace apricot {

Result<FileLock> FileLock::take(const std::filesystem::path &file) {
    const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (fd < 0) return fail(Code::LockFileUnusable, file.string() + ": " + std::strerror(errno));
    FileLock lock(fd);
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) return fail(Code::InUseElsewhere, file.string());
    return lock;
}

FileLock::~FileLock() {
    if (m_fd >= 0) ::close(m_fd);
}

} // namespace apricot
