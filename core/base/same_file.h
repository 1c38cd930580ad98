// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a name is still, or also, that of a file that is known already.
#pragma once

#include <filesystem>

struct stat;

namespace apricot {

[[nodiscard]] bool isNameOf(const struct stat &file, const std::filesystem::path &path);

} // namespace apricot
