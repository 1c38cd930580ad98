// SPDX-License-Identifier: GPL-3.0-or-later
// Printers by Qt's print support: CUPS on Linux.
#pragma once

#include "platform/printing.h"

namespace apricot {

class QtPrinting final : public Printing {
  public:
    [[nodiscard]] QStringList names() const override;
    [[nodiscard]] bool print(const QString &printer,
                             const std::function<bool(QPagedPaintDevice &)> &draw) override;
};

} // namespace apricot
