// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the pages of a PDF, which may be hostile: what is damaged or too large is nothing.
#pragma once

#include "base/bytes.h"

#include <QImage>

#include <optional>

namespace apricot {

class Pdf {
  public:
    virtual ~Pdf() = default;
    // How many pages it has, at least one. In any thread, as page().
    [[nodiscard]] virtual std::optional<int> pages(ByteView pdf) = 0;
    // One page (from 0) on white, `width` pixels wide.
    [[nodiscard]] virtual QImage page(ByteView pdf, int page, int width) = 0;
};

} // namespace apricot
