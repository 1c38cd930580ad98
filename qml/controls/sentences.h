// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences one behind the other, as the language that is set writes them.
#pragma once

#include <QStringList>

namespace apricot {

// With a blank between; none behind a full-width mark, which has its room in itself.
[[nodiscard]] QString joined(const QStringList &sentences);

} // namespace apricot
