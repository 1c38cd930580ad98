// SPDX-License-Identifier: GPL-3.0-or-later
#include "shelf/attached.h"

#include "codec/base64.h"
#include "records/json_tree.h"

#include <QBuffer>
#include <QImageReader>
#include <QStringDecoder>

namespace apricot {
namespace {

using Value = JsonTree::Value;
using Form = Attached::Form;

constexpr std::size_t mostAttached = 100;
constexpr int megabytesForPicture = 256;

bool isPicture(ByteView content) {
    const std::string_view start = textOf(content.first(std::min<std::size_t>(content.size(), 16)));
    return start.starts_with("\xff\xd8\xff") || start.starts_with("\x89PNG\r\n\x1a\n")
           || start.starts_with("GIF8") || start.starts_with("BM")
           || (start.starts_with("RIFF") && start.substr(8).starts_with("WEBP"));
}

Form formOf(const Attached &attached) {
    if (attached.content.empty()) return attached.address.empty() ? Form::Unknown : Form::Elsewhere;
    const std::string_view text = textOf(attached.content);
    // Some writers put a few bytes before the header; readers look for it in the first kilobyte.
    if (text.substr(0, 1024).find("%PDF-") != text.npos) return Form::Pdf;
    if (isPicture(attached.content)) return Form::Picture;
    if (text.find('\0') != text.npos) return Form::Unknown;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(
        QByteArrayView(text.data(), static_cast<qsizetype>(std::min(text.size(), textLimit))));
    // A limit may cut a character in two.
    const bool whole = text.size() > textLimit || !decoder.hasError();
    return whole && !decoded.left(1000).contains(QChar::ReplacementCharacter) ? Form::Text
                                                                              : Form::Unknown;
}

// Every object with data or an address beside its contentType. The content that was cut out of the
// JSON comes in the same order.
void collect(Value v, const Record &record, std::size_t &cut, std::vector<Attached> &out) {
    if (out.size() >= mostAttached) return;
    const Value type = v.type() == '{' ? v["contentType"] : Value();
    if (type.type() == '"' && (v["data"] || v["url"])) {
        Attached found{v["title"].text(), type.text(), v["url"].text(), Form::Unknown, {}};
        const std::string data = v["data"].text();
        if (v["data"] && data.empty() && cut < record.attachments.size())
            found.content = record.attachments[cut++].content;
        else if (auto bytes = fromBase64(data))
            found.content = std::move(*bytes);
        if (found.title.empty()) found.title = record.title;
        found.form = formOf(found);
        out.push_back(std::move(found));
    }
    for (Value c = v.first(); c; c = c.next())
        if (c.type() == '{' || c.type() == '[') collect(c, record, cut, out);
}

QImage pictureOf(const Attached &attached, int width) {
    QByteArray bytes = QByteArray::fromRawData( // no copy; the attachment outlives it
        reinterpret_cast<const char *>(attached.content.data()),
        static_cast<qsizetype>(attached.content.size()));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    // Formats that fetch other files or run programs (SVG ...) are no pictures here.
    static const QList<QByteArray> known = {"png", "jpeg", "jpg", "webp", "gif", "bmp"};
    if (!known.contains(reader.format())) return {};
    QSize size = reader.size();
    if (!size.isValid() || size.width() > pictureSideLimit || size.height() > pictureSideLimit)
        return {};
    if (qint64(size.width()) * size.height() * 4 > qint64(megabytesForPicture) << 20) return {};
    const bool turned = reader.transformation() & QImageIOHandler::TransformationRotate90;
    const int across = turned ? size.height() : size.width();
    if (across > width && across > 0)
        reader.setScaledSize(QSize(std::max(1, size.width() * width / across),
                                   std::max(1, size.height() * width / across)));
    return reader.read();
}

} // namespace

std::vector<Attached> attachedTo(const Record &record) {
    std::vector<Attached> out;
    const auto tree = JsonTree::of(record.json);
    if (!tree) return out;
    std::size_t cut = 0;
    collect(tree->root(), record, cut, out);
    return out;
}

std::optional<int> pagesOf(const Attached &attached, Pdf &pdf) {
    if (attached.form == Form::Picture)
        return pictureOf(attached, 64).isNull() ? std::nullopt : std::optional(1);
    if (attached.form != Form::Pdf) return std::nullopt;
    const auto pages = pdf.pages(attached.content);
    return pages ? std::optional(std::min(*pages, pageLimit)) : std::nullopt;
}

QImage pageOf(const Attached &attached, Pdf &pdf, int page, int width) {
    const int within = std::clamp(width, 1, 4000);
    if (attached.form == Form::Picture) return page == 0 ? pictureOf(attached, within) : QImage();
    return attached.form == Form::Pdf ? pdf.page(attached.content, page, within) : QImage();
}

QString plainTextOf(const Attached &attached) {
    if (attached.form != Form::Text) return {};
    return QString::fromUtf8(reinterpret_cast<const char *>(attached.content.data()),
                             static_cast<qsizetype>(std::min(attached.content.size(), textLimit)));
}

} // namespace apricot
