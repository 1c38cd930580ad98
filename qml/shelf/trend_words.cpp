// SPDX-License-Identifier: GPL-3.0-or-later
#include "shelf/trend_words.h"

#include "controls/sentences.h"
#include "controls/words.h"
#include "shelf/wording.h"

#include <QCoreApplication>

namespace apricot {

Curve trendInWords(const Trend &trend) {
    if (trend.points.size() < 2) return {};
    QList<CurvePoint> points;
    const TrendPoint *highest = &trend.points.front(), *lowest = highest;
    int outside = 0;
    for (const TrendPoint &point : trend.points) {
        if (point.value > highest->value) highest = &point;
        if (point.value < lowest->value) lowest = &point;
        outside += isOutside(point.flag);
        const QString value = valueInWords(point.text, trend.unit),
                      when = dateInWords(point.dateText);
        const QString judged = inWords(point.flag);
        points.append(
            {static_cast<double>(point.date), point.value, point.second, isOutside(point.flag),
             judged.isEmpty()
                 ? QStringLiteral("%1: %2").arg(when, value)
                 : QStringLiteral("%1: %2 %3 %4").arg(when, value, signOf(point.flag), judged)});
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
    return {utf8(trend.title), utf8(trend.first), utf8(trend.second), joined(sentences),
            trend.low,         trend.high,        std::move(points)};
}

} // namespace apricot
