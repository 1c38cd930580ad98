// SPDX-License-Identifier: GPL-3.0-or-later
// Files under a name that a person chose: a backup, an export, a picture. Nothing is ever written
// over what the product itself keeps (a vault and the files beside it, anything in a ledger's or a
// mailbox's folder), by whatever path, link or letter case; nor over any other file unless the
// person was asked.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <filesystem>

namespace apricot {

enum class Replace : bool { No, Yes }; // Yes: the person was asked, and wants it

// Asked before the work begins. ChosenFileIsKept; ChosenFileExists; FileUnwritable for a folder, a
// device or an empty name.
[[nodiscard]] Result<> checkChosenFile(const std::filesystem::path &file, Replace replace);
// Whole or not at all: written beside it (mode 0600, under a name that nothing had), synced,
// renamed. The errors of checkChosenFile; FileUnwritable.
[[nodiscard]] Result<> writeChosenFile(const std::filesystem::path &file, ByteView content,
                                       Replace replace = Replace::No);

// The same in steps, for whoever writes by a path. Gone again unless finished; what a killed
// program left (".apricot-unfinished-...", a name that nobody may choose) goes when the next file
// is written in that folder.
class ChosenFile {
  public:
    [[nodiscard]] static Result<ChosenFile> begin(const std::filesystem::path &file,
                                                  Replace replace);
    // Of a vault; the files beside it may be there already. ChosenFileExists, ChosenFileIsKept,
    // FileUnwritable.
    [[nodiscard]] static Result<ChosenFile> beginVault(const std::filesystem::path &vault);
    ChosenFile(ChosenFile &&other) noexcept;
    ChosenFile &operator=(ChosenFile &&) = delete;
    ~ChosenFile();
    [[nodiscard]] const std::filesystem::path &path() const { return m_beside; } // empty, to fill
    [[nodiscard]] Result<> finish();

  private:
    ChosenFile(std::filesystem::path to, std::filesystem::path beside, int fd, Replace replace)
        : m_to(std::move(to)), m_beside(std::move(beside)), m_fd(fd), m_replace(replace) {}
    static Result<ChosenFile> beside(std::filesystem::path to, Replace replace);
    std::filesystem::path m_to, m_beside;
    int m_fd; // holds a lock on it as long as somebody writes
    Replace m_replace;
    bool m_vault = false;
};

} // namespace apricot
