// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/files.h"

#include "base/file.h"

namespace apricot {
namespace {

std::filesystem::path pathOf(const QUrl &file) {
    return file.toLocalFile().toStdString();
}
// Of what lies elsewhere no more is told: an address can hold a key.
std::filesystem::path schemeOf(const QUrl &file) {
    return file.scheme().toStdString() + ":";
}
constexpr const char *elsewhere = "no file of this device";

} // namespace

Result<> Files::write(const QUrl &file, ByteView content, Replace replace) {
    APRICOT_TRY_ASSIGN(to, toWrite(file));
    return writeChosenFile(to, content, replace);
}

Result<OutsideFile> LocalFiles::toRead(const QUrl &file) {
    if (!file.isLocalFile()) return fileUnreadable(schemeOf(file), elsewhere);
    return OutsideFile{pathOf(file), {}};
}

Result<std::filesystem::path> LocalFiles::toWrite(const QUrl &file) {
    if (!file.isLocalFile()) return fileUnwritable(schemeOf(file), elsewhere);
    return pathOf(file);
}

} // namespace apricot
