// SPDX-License-Identifier: GPL-3.0-or-later
// How many places of a picture look like a corner of a QR code (ISO/IEC 18004, 6.3.3). The library
// that reads codes tries each three of them together: a few hundred bytes of picture with thousands
// of them would keep it busy for hours.
#pragma once

#include "exchange/qr.h"

namespace apricot {

// About, and no fewer than half; dark on light. Takes as long as the picture is large.
[[nodiscard]] std::size_t finderPatternsIn(const Picture &picture);
// A sheet of twenty codes has sixty. Of these many the library makes up its mind in a few
// hundredths of a second, and it is asked some ten times.
inline constexpr std::size_t mostFinderPatterns = 150;

} // namespace apricot
