// SPDX-License-Identifier: GPL-3.0-or-later
// Files outside of the app, by the names that the system's dialogs, drops and other apps give: an
// interface, and what is alike everywhere. Android names them content: and opens them by
// ContentResolver.openFileDescriptor: "/proc/self/fd/N" is then the path, and `held` closes it; iOS
// asks for access first (startAccessingSecurityScopedResource), and `held` gives it back.
#pragma once

#include "base/chosen_file.h"

#include <QString>
#include <QUrl>

#include <filesystem>
#include <memory>

namespace apricot {

struct OutsideFile {
    std::filesystem::path path; // to be read as often as wanted, as long as this lives
    std::shared_ptr<void> held;
};

class Files {
  public:
    virtual ~Files() = default;
    // Names a file, and is no link to something else.
    [[nodiscard]] virtual bool isFile(const QUrl &file) const = 0;
    // In any thread. FileUnreadable: nothing that can be opened here.
    [[nodiscard]] virtual Result<OutsideFile> toRead(const QUrl &file) = 0;
    // Where to write by the rules of base/chosen_file.h. FileUnwritable as above.
    [[nodiscard]] virtual Result<std::filesystem::path> toWrite(const QUrl &file) = 0;
    // There, whole or not at all. The errors of toWrite and of writeChosenFile.
    [[nodiscard]] Result<> write(const QUrl &file, ByteView content, Replace replace);
};

// file: alone.
class LocalFiles : public Files {
  public:
    [[nodiscard]] bool isFile(const QUrl &file) const override { return file.isLocalFile(); }
    [[nodiscard]] Result<OutsideFile> toRead(const QUrl &file) override;
    [[nodiscard]] Result<std::filesystem::path> toWrite(const QUrl &file) override;
};

} // namespace apricot
