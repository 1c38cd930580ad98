// SPDX-License-Identifier: GPL-3.0-or-later
// A folder that several processes of one host work in: one after the other, and each learns what
// the others have done. Beside the folder lie FOLDER.lock and FOLDER.posted, which grows by a byte
// each time.
#pragma once

#include "base/file.h"
#include "base/lock.h"

namespace apricot {

class SharedFolder {
  public:
    explicit SharedFolder(const std::filesystem::path &folder)
        : m_lock(folder.string() + ".lock"), m_posted(folder.string() + ".posted") {}
    // While it is held nobody else has it. The errors of FileLock.
    [[nodiscard]] Result<FileLock> alone() const {
        return FileLock::take(m_lock, FileLock::Wait::Yes);
    }
    // At first, and once somebody else has told of something since `look`.
    [[nodiscard]] bool isNews() const { return !m_looked || markOf(m_posted) != m_mark; }
    void look();
    // Before something is changed, and alone: whoever looks does so alone too and finds it done.
    // FileUnwritable.
    [[nodiscard]] Result<> tell();

  private:
    std::filesystem::path m_lock, m_posted;
    bool m_looked = false;
    std::optional<FileMark> m_mark; // of m_posted, when it was looked at
};

} // namespace apricot
