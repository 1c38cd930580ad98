// SPDX-License-Identifier: GPL-3.0-or-later
// A trend as QML and screen readers take it.
#pragma once

#include "chart/trend.h"

#include <QVariantMap>

namespace apricot {

// {title, unit, first, second, low, high (undefined when there is none), summary, otherUnits,
// points: [{id, seconds, when, value, second, text, flag, words}]}; empty with fewer than two.
[[nodiscard]] QVariantMap trendInWords(const Trend &trend);

} // namespace apricot
