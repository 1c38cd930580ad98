// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/shared_folder.h"

#include <fstream>

namespace apricot {
namespace {

constexpr std::int64_t longest = 1 << 20; // then it begins anew

} // namespace

void SharedFolder::look() {
    m_looked = true;
    m_mark = markOf(m_posted);
}

Result<> SharedFolder::tell() {
    const bool isNewsBefore = isNews(); // which is not overlooked for one's own
    const auto before = markOf(m_posted);
    const auto mode = before && before->bytes < longest ? std::ios::app : std::ios::trunc;
    std::ofstream out(m_posted, std::ios::out | std::ios::binary | mode);
    // Longer than it was, since two may write within one tick of the file system's clock.
    if (!out.put('.').flush()) return fileUnwritable(m_posted, "cannot be written to");
    if (!isNewsBefore) m_mark = markOf(m_posted);
    return {};
}

} // namespace apricot
