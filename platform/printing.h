// SPDX-License-Identifier: GPL-3.0-or-later
// The printers that the system knows.
#pragma once

#include <QStringList>

#include <functional>

class QPagedPaintDevice;

namespace apricot {

class Printing {
  public:
    virtual ~Printing() = default;
    // Asks the system; the usual one first.
    [[nodiscard]] virtual QStringList names() const = 0;
    // What `draw` draws, on the printer of that name, in any thread. False: that one is not there
    // any more, or did not take it, or `draw` said so.
    [[nodiscard]] virtual bool print(const QString &printer,
                                     const std::function<bool(QPagedPaintDevice &)> &draw) = 0;
};

} // namespace apricot
