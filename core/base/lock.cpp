// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/lock.h"

#include "base/same_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace apricot {

Result<FileLock> FileLock::take(const std::filesystem::path &file, Wait wait) {
    constexpr int flags = O_RDWR | O_CREAT | O_CLOEXEC;
    const auto unusable = [&file] {
        return fail(ErrorCode::LockFileUnusable, file.string() + ": " + std::strerror(errno));
    };
    for (;;) {
        int fd = ::open(file.c_str(), flags | O_EXCL, S_IRUSR | S_IWUSR);
        const bool made = fd >= 0;
        if (!made) fd = ::open(file.c_str(), flags, S_IRUSR | S_IWUSR);
        if (fd < 0) return unusable();
        FileLock lock(file, fd, made);
        int held = 0;
        do held = ::flock(fd, wait == Wait::Yes ? LOCK_EX : LOCK_EX | LOCK_NB);
        while (held != 0 && errno == EINTR);
        if (held != 0) return fail(ErrorCode::InUseElsewhere, file.string());
        // Whoever held it may have undone it: what is held is then no longer the file of that name.
        struct stat own {};
        if (::fstat(fd, &own) != 0) return unusable();
        if (isNameOf(own, file)) return lock;
    }
}

void FileLock::undo() {
    if (m_made && m_fd >= 0) ::unlink(m_file.c_str());
}

FileLock::~FileLock() {
    if (m_fd >= 0) ::close(m_fd);
}

} // namespace apricot
