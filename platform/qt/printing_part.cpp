// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/printing_part.h"

#include <QPrinter>
#include <QPrinterInfo>

namespace apricot {

QStringList QtPrinting::names() const {
    QStringList out = QPrinterInfo::availablePrinterNames();
    const QString usual = QPrinterInfo::defaultPrinterName();
    if (out.removeOne(usual)) out.prepend(usual);
    return out;
}

bool QtPrinting::print(const QString &printer,
                       const std::function<bool(QPagedPaintDevice &)> &draw) {
    const QPrinterInfo found = QPrinterInfo::printerInfo(printer);
    if (found.isNull()) return false; // else Qt would take another one
    QPrinter paper(found, QPrinter::HighResolution);
    paper.setDocName(QStringLiteral("Apricot")); // print queues show it to others
    return paper.isValid() && draw(paper) && paper.printerState() != QPrinter::Error
           && paper.printerState() != QPrinter::Aborted;
}

} // namespace apricot
