// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/events.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace apricot {
namespace {

QString utf16(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

std::string bodyOf(const Event &event, std::span<const NotedValue> values) {
    QJsonObject out;
    std::string_view fields = event.fields;
    for (const NotedValue &value : values) {
        const std::size_t end = std::min(fields.find(' '), fields.size());
        out[utf16(fields.substr(0, end))] = value.isNumber
                                                ? QJsonValue(static_cast<qint64>(value.number))
                                                : QJsonValue(utf16(value.text));
        fields.remove_prefix(std::min(end + 1, fields.size()));
    }
    return QJsonDocument(out).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace apricot
