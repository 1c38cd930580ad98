// SPDX-License-Identifier: GPL-3.0-or-later
// A trend as QML and screen readers take it.
#pragma once

#include "chart/trend.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace apricot {

struct CurvePoint {
    double seconds = 0, value = 0; // since 1970
    std::optional<double> second;  // of a pair
    bool outside = false;          // of the usual range
    QString words;                 // when, how much, and how that is judged
    bool operator==(const CurvePoint &) const = default;
};
// What screens say of a curve; its points are the plot's alone.
struct Curve {
    Q_GADGET
    QML_VALUE_TYPE(curve)
    Q_PROPERTY(bool there READ isThere)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString first MEMBER first)
    Q_PROPERTY(QString second MEMBER second) // empty: there is but one line
    Q_PROPERTY(QString summary MEMBER summary)

  public:
    QString title, first, second, summary;
    std::optional<double> low, high; // the usual range
    QList<CurvePoint> points;        // oldest first
    [[nodiscard]] bool isThere() const { return !points.isEmpty(); }
    bool operator==(const Curve &) const = default;
};

// None with fewer than two points.
[[nodiscard]] Curve trendInWords(const Trend &trend);

} // namespace apricot
