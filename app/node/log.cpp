// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/log.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>

namespace apricot::node {

void log(const Clock &clock, const char *event,
         std::initializer_list<std::pair<const char *, std::string>> facts) {
    QJsonObject line{{QStringLiteral("time"), QString::fromStdString(toRfc3339(clock.now()))},
                     {QStringLiteral("event"), QLatin1String(event)}};
    for (const auto &[name, value] : facts)
        line[QLatin1String(name)] = QString::fromStdString(value);
    const std::string text =
        QJsonDocument(line).toJson(QJsonDocument::Compact).toStdString() + "\n";
    std::fputs(text.c_str(), stderr); // one call: lines of several threads stay whole
}

} // namespace apricot::node
