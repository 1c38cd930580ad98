// SPDX-License-Identifier: GPL-3.0-or-later
// A picture's grey pixels, in which codes are looked for.
#pragma once

#include "exchange/qr.h"

#include <QImage>

namespace apricot {

[[nodiscard]] Picture greyOf(const QImage &image); // what is transparent lies on white

} // namespace apricot
