// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/sentences.h"

namespace apricot {

QString joined(const QStringList &sentences) {
    static const QString fullWidth = QStringLiteral("。！？；");
    QString out;
    for (const QString &sentence : sentences) {
        if (!out.isEmpty() && !fullWidth.contains(out.back())) out += u' ';
        out += sentence;
    }
    return out;
}

} // namespace apricot
