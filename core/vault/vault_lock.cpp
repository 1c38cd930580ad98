// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/vault_lock.h"

#include "vault/database.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace apricot {

Result<VaultLock> VaultLock::take(const std::filesystem::path &vault) {
    const std::string path = vault.string() + ".lock";
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (fd < 0) return fail(Code::VaultFolderUnusable, path + ": " + std::strerror(errno));
    VaultLock lock(fd);
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) return vaultInUse(path);
    return lock;
}

VaultLock::~VaultLock() {
    if (m_fd >= 0) ::close(m_fd);
}

} // namespace apricot
