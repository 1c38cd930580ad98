// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/same_file.h"

#include <sys/stat.h>

namespace apricot {

bool isNameOf(const struct stat &file, const std::filesystem::path &path) {
    struct stat named {};
    return ::stat(path.c_str(), &named) == 0 && file.st_dev == named.st_dev
           && file.st_ino == named.st_ino;
}

} // namespace apricot
