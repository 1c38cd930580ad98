// SPDX-License-Identifier: GPL-3.0-or-later
#include "shelf/trend_words.h"

#include "controls/sentences.h"
#include "controls/words.h"
#include "shelf/wording.h"

#include <QCoreApplication>

namespace apricot {

QVariantMap trendInWords(const Trend &trend) {
    if (trend.points.size() < 2) return {};
    QVariantList points;
    const TrendPoint *highest = &trend.points.front(), *lowest = highest;
    int outside = 0;
    for (const TrendPoint &point : trend.points) {
        if (point.value > highest->value) highest = &point;
        if (point.value < lowest->value) lowest = &point;
        outside += isOutside(point.flag);
        const QString value = valueInWords(point.text, trend.unit),
                      when = dateInWords(point.dateText);
        QVariantMap shown{{QStringLiteral("id"), utf8(toHex(point.record.view()))},
                          {QStringLiteral("seconds"), static_cast<double>(point.date)},
                          {QStringLiteral("when"), when},
                          {QStringLiteral("value"), point.value},
                          {QStringLiteral("text"), value},
                          {QStringLiteral("outside"), isOutside(point.flag)},
                          {QStringLiteral("sign"), signOf(point.flag)}};
        if (point.second) shown.insert(QStringLiteral("second"), *point.second);
        const QString judged = inWords(point.flag);
        shown.insert(
            QStringLiteral("words"),
            judged.isEmpty()
                ? QStringLiteral("%1: %2").arg(when, value)
                : QStringLiteral("%1: %2 %3 %4").arg(when, value, signOf(point.flag), judged));
        points.append(shown);
    }
    const auto number = [&](const TrendPoint &point) {
        return valueInWords(point.text, trend.unit);
    };
    QStringList sentences;
    sentences.append(
        //: A curve in words; %1 is how many values, %2 and %3 are dates, %4 to %6 are values
        QCoreApplication::translate("Trend",
                                    "%1 values from %2 to %3. Latest %4, highest %5, lowest %6.")
            .arg(QString::number(trend.points.size()), dateInWords(trend.points.front().dateText),
                 dateInWords(trend.points.back().dateText), number(trend.points.back()),
                 number(*highest), number(*lowest)));
    if (outside > 0)
        //: Goes on about a curve; %1 is how many values
        sentences.append(
            QCoreApplication::translate("Trend", "%1 of them outside the range.").arg(outside));
    if (trend.otherUnits > 0)
        //: Goes on about a curve; %1 is how many values are not shown
        sentences.append(QCoreApplication::translate("Trend", "%1 in another unit are not shown.")
                             .arg(trend.otherUnits));
    QVariantMap out{{QStringLiteral("title"), utf8(trend.title)},
                    {QStringLiteral("unit"), utf8(trend.unit)},
                    {QStringLiteral("first"), utf8(trend.first)},
                    {QStringLiteral("second"), utf8(trend.second)},
                    {QStringLiteral("summary"), joined(sentences)},
                    {QStringLiteral("points"), points}};
    if (trend.low) out.insert(QStringLiteral("low"), *trend.low);
    if (trend.high) out.insert(QStringLiteral("high"), *trend.high);
    return out;
}

} // namespace apricot
