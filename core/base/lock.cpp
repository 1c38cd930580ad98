// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/lock.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace apricot {

Result<FileLock> FileLock::take(const std::filesystem::path &file, Wait wait) {
    const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (fd < 0)
        return fail(ErrorCode::LockFileUnusable, file.string() + ": " + std::strerror(errno));
    FileLock lock(fd);
    int held = 0;
    do held = ::flock(fd, wait == Wait::Yes ? LOCK_EX : LOCK_EX | LOCK_NB);
    while (held != 0 && errno == EINTR);
    if (held != 0) return fail(ErrorCode::InUseElsewhere, file.string());
    return lock;
}

FileLock::~FileLock() {
    if (m_fd >= 0) ::close(m_fd);
}

} // namespace apricot
