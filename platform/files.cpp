// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/files.h"

namespace apricot {
namespace {

std::filesystem::path pathOf(const QUrl &file) {
    return file.toLocalFile().toStdString();
}
// Of what lies elsewhere no more than that is told: an address can hold a key.
std::string elsewhere(const QUrl &file) {
    return file.scheme().toStdString() + ": is no file of this device";
}

} // namespace

Result<OutsideFile> LocalFiles::toRead(const QUrl &file) {
    if (!file.isLocalFile()) return fail(ErrorCode::FileUnreadable, elsewhere(file));
    return OutsideFile{pathOf(file), {}};
}

Result<std::filesystem::path> LocalFiles::toWrite(const QUrl &file) {
    if (!file.isLocalFile()) return fail(ErrorCode::FileUnwritable, elsewhere(file));
    return pathOf(file);
}

} // namespace apricot
