// SPDX-License-Identifier: GPL-3.0-or-later
// Pages by Qt Pdf.
#pragma once

#include "platform/qt/parts.h"

namespace apricot {

class QtPdf final : public Pdf {
  public:
    [[nodiscard]] std::optional<int> pages(ByteView pdf) override;
    [[nodiscard]] QImage page(ByteView pdf, int page, int width) override;
};

class PdfPart final : public QObject, public Part {
    Q_OBJECT
    Q_INTERFACES(apricot::Part)
    Q_PLUGIN_METADATA(IID APRICOT_PART_IID)

  public:
    [[nodiscard]] std::unique_ptr<Pdf> pdf() const override { return std::make_unique<QtPdf>(); }
};

} // namespace apricot
