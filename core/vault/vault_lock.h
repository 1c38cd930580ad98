// SPDX-License-Identifier: GPL-3.0-or-later
// One process at a time: an flock on "<vault>.lock", released by the system when the process dies.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <utility>

namespace apricot {

class VaultLock {
  public:
    // VaultInUse at once when somebody holds it.
    [[nodiscard]] static Result<VaultLock> take(const std::filesystem::path &vault);
    VaultLock(VaultLock &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    VaultLock &operator=(VaultLock &&) = delete;
    ~VaultLock();

  private:
    explicit VaultLock(int fd) : m_fd(fd) {}
    int m_fd;
};

} // namespace apricot
