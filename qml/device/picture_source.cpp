// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/picture_source.h"

#include "device/code_reader.h"
#include "device/grey.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace apricot {

Result<QStringList> codesIn(const QList<QImage> &pictures) {
    std::vector<std::string> all;
    std::optional<Error> last;
    for (const QImage &picture : pictures) {
        auto texts = decodeQr(greyOf(picture));
        if (texts.ok())
            std::ranges::move(*texts, std::back_inserter(all));
        else
            last = texts.error();
    }
    if (all.empty()) return last ? *last : decodeQr({}).error();
    return oursFirst(all);
}

QString codeInText(const QString &text) {
    for (const QString &prefix : {QStringLiteral("APRICOT:"), QStringLiteral("shlink:/")}) {
        const qsizetype at = text.indexOf(prefix);
        if (at < 0) continue;
        return text.mid(at).section(u'\n', 0, 0).trimmed();
    }
    return {};
}

Result<Pasted> clipboardNow(const Files &files) {
    const QMimeData *held = QGuiApplication::clipboard()->mimeData();
    Pasted out;
    if (held && held->hasImage()) out.picture = qvariant_cast<QImage>(held->imageData());
    if (!out.picture.isNull()) return out;
    if (held && held->hasUrls())
        for (const QUrl &url : held->urls())
            if (files.isFile(url)) {
                out.file = url;
                return out;
            }
    if (held && held->hasText()) out.text = codeInText(held->text());
    if (out.text.isEmpty()) return fail(ErrorCode::ClipboardWithoutCode);
    return out;
}

} // namespace apricot
