// SPDX-License-Identifier: GPL-3.0-or-later
// The other ways by which a code comes in: a picture, its file, the clipboard.
#pragma once

#include "exchange/qr.h"
#include "platform/files.h"

#include <QImage>
#include <QString>
#include <QStringList>

namespace apricot {

// What the codes in these pictures say, ours first; one error when none holds a code.
[[nodiscard]] Result<QStringList> codesIn(const QList<QImage> &pictures);
// A code that stands in a text as itself: from its prefix to the end of its line; empty: none.
[[nodiscard]] QString codeInText(const QString &text);

struct Pasted {
    QString text;   // a code as text,
    QImage picture; // or a picture,
    QUrl file;      // or a picture's file
};
[[nodiscard]] Result<Pasted> clipboardNow(const Files &files); // ClipboardWithoutCode

} // namespace apricot
