// SPDX-License-Identifier: GPL-3.0-or-later
// Printers by Qt's print support: CUPS on Linux.
#pragma once

#include "platform/qt/parts.h"

namespace apricot {

class QtPrinting final : public Printing {
  public:
    [[nodiscard]] QStringList names() const override;
    [[nodiscard]] bool print(const QString &printer,
                             const std::function<bool(QPagedPaintDevice &)> &draw) override;
};

class PrintingPart final : public QObject, public Part {
    Q_OBJECT
    Q_INTERFACES(apricot::Part)
    Q_PLUGIN_METADATA(IID APRICOT_PART_IID)

  public:
    [[nodiscard]] std::unique_ptr<Printing> printing() const override {
        return std::make_unique<QtPrinting>();
    }
};

} // namespace apricot
