// SPDX-License-Identifier: GPL-3.0-or-later
#include "shelf/trend_plot.h"

#include <QDateTime>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace apricot {
namespace {

constexpr double spot = 4; // half a mark, in pixels

QFont fontOf(int size) {
    QFont out;
    out.setPixelSize(size);
    return out;
}

QString numberText(double value) {
    return QLocale().toString(value, 'g', 6);
}

QDate dateOf(double seconds) {
    return QDateTime::fromSecsSinceEpoch(static_cast<qint64>(seconds), QTimeZone::utc()).date();
}

double secondsOf(QDate date) {
    return static_cast<double>(QDateTime(date, QTime(0, 0), QTimeZone::utc()).toSecsSinceEpoch());
}

} // namespace

struct TrendPlot::Frame {
    QRectF area;
    double from = 0, until = 1; // seconds
    std::vector<double> ticks;
    [[nodiscard]] double x(double seconds) const {
        return area.left() + (seconds - from) / (until - from) * area.width();
    }
    [[nodiscard]] double y(double value) const {
        return area.bottom()
               - (value - ticks.front()) / (ticks.back() - ticks.front()) * area.height();
    }
};

TrendPlot::TrendPlot(QQuickItem *parent) : QQuickPaintedItem(parent) {
    setAntialiasing(true);
    connect(this, &TrendPlot::changed, this, [this] { update(); });
    connect(this, &TrendPlot::currentChanged, this, [this] { update(); });
}

void TrendPlot::setTrend(const Curve &trend) {
    m_trend = trend;
    m_current = -1;
    Q_EMIT changed();
    Q_EMIT currentChanged();
}

void TrendPlot::setCurrent(int current) {
    const int within = std::clamp(current, -1, count() - 1);
    if (within == m_current) return;
    m_current = within;
    Q_EMIT currentChanged();
}

QString TrendPlot::words() const {
    if (m_current < 0 || m_current >= count()) return {};
    return m_trend.points[m_current].words;
}

void TrendPlot::choose(qreal x) {
    if (m_trend.points.empty()) return;
    const Frame at = frame();
    const auto far = [&](const CurvePoint &point) { return std::abs(at.x(point.seconds) - x); };
    const auto nearest = std::ranges::min_element(m_trend.points, {}, far);
    setCurrent(static_cast<int>(nearest - m_trend.points.begin()));
}

std::vector<double> TrendPlot::ticks(double low, double high, int most) {
    if (!(high > low)) {
        const double room = std::abs(low) > 0 ? std::abs(low) * 0.1 : 1;
        low -= room;
        high += room;
    }
    const double rough = (high - low) / std::max(1, most - 1);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (factor * power >= rough) {
            step = factor * power;
            break;
        }
    std::vector<double> out;
    const double first = std::floor(low / step) * step;
    for (int i = 0; i < 100; ++i) {
        out.push_back(first + i * step);
        if (out.back() >= high && out.size() > 1) break;
    }
    return out;
}

TrendPlot::Frame TrendPlot::frame() const {
    Frame out;
    double least = m_trend.points.front().value, most = least;
    const auto take = [&](double value) {
        least = std::min(least, value);
        most = std::max(most, value);
    };
    for (const CurvePoint &point : m_trend.points) {
        take(point.value);
        if (point.second) take(*point.second);
    }
    // A range far from all values would press the curve flat.
    const double span = std::max(most - least, std::abs(most) * 0.1);
    for (const auto &end : {m_trend.low, m_trend.high})
        if (end && *end > least - 2 * span && *end < most + 2 * span) take(*end);
    const QFontMetricsF metrics{fontOf(m_textSize)};
    const double high = height() - metrics.height() * 1.6 - metrics.height() * 0.7;
    const int room = std::clamp(static_cast<int>(high / (metrics.height() * 1.8)), 2, 7);
    out.ticks = ticks(least, most, room);
    double left = 0;
    for (const double tick : out.ticks)
        left = std::max(left, metrics.horizontalAdvance(numberText(tick)));
    out.area = QRectF(left + 8, metrics.height() * 0.7,
                      std::max(10.0, width() - left - 8 - 2 * spot), std::max(10.0, high));
    out.from = m_trend.points.front().seconds;
    out.until = m_trend.points.back().seconds;
    const double day = 86400, least2 = std::max(out.until - out.from, day);
    out.from -= least2 * 0.03;
    out.until = out.from + least2 * 1.06;
    return out;
}

void TrendPlot::drawTimes(QPainter &painter, const Frame &at) const {
    const QFontMetricsF metrics{fontOf(m_textSize)};
    const bool chinese = QLocale().language() == QLocale::Chinese;
    const QDate first = dateOf(at.from), last = dateOf(at.until);
    const double days = (at.until - at.from) / 86400;
    // Steps in months, then in days, that leave room between the words.
    struct Step {
        int months, days;
        const char *english, *chinese;
    };
    static constexpr Step steps[] = {
        {0, 1, "d MMM", "M月d日"},       {0, 7, "d MMM", "M月d日"},
        {1, 0, "MMM yyyy", "yyyy年M月"}, {3, 0, "MMM yyyy", "yyyy年M月"},
        {6, 0, "MMM yyyy", "yyyy年M月"}, {12, 0, "yyyy", "yyyy年"},
        {24, 0, "yyyy", "yyyy年"},       {60, 0, "yyyy", "yyyy年"},
        {120, 0, "yyyy", "yyyy年"}};
    const Step *chosen = std::end(steps) - 1;
    QString format;
    for (const Step &step : steps) {
        format = QString::fromUtf8(chinese ? step.chinese : step.english);
        const double wide =
            metrics.horizontalAdvance(QLocale().toString(QDate(2026, 9, 28), format));
        const double each = step.months > 0 ? step.months * 30.4 : step.days;
        chosen = &step;
        if (each / days * at.area.width() > wide * 1.4) break;
    }
    QDate date =
        chosen->months >= 12
            ? QDate(first.year() / (chosen->months / 12) * (chosen->months / 12), 1, 1)
        : chosen->months > 0
            ? QDate(first.year(), (first.month() - 1) / chosen->months * chosen->months + 1, 1)
            : first;
    for (int i = 0; i < 400 && date <= last; ++i) {
        const double x = at.x(secondsOf(date));
        const QString text = QLocale().toString(date, format);
        const double half = metrics.horizontalAdvance(text) / 2;
        if (x >= at.area.left()) {
            painter.setPen(QPen(m_grid, 1));
            painter.drawLine(QPointF(x, at.area.bottom()), QPointF(x, at.area.bottom() + 4));
            if (x + half <= width() && x - half >= 0) {
                painter.setPen(m_text);
                painter.drawText(QPointF(x - half, at.area.bottom() + 4 + metrics.ascent()), text);
            }
        }
        date = chosen->months > 0 ? date.addMonths(chosen->months) : date.addDays(chosen->days);
    }
}

void TrendPlot::drawLine(QPainter &painter, const Frame &at, bool second) const {
    QPainterPath path;
    bool begun = false;
    for (const CurvePoint &point : m_trend.points) {
        if (second && !point.second) continue;
        const QPointF place(at.x(point.seconds), at.y(second ? *point.second : point.value));
        begun ? path.lineTo(place) : path.moveTo(place);
        begun = true;
    }
    // The lower number of a pair is dashed: told apart without colour.
    painter.setPen(QPen(m_line, 2, second ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    if (m_trend.points.size() > 400) return; // marks would be a wall
    for (const CurvePoint &point : m_trend.points) {
        if (second && !point.second) continue;
        const QPointF place(at.x(point.seconds), at.y(second ? *point.second : point.value));
        if (point.outside) { // a filled diamond; a hollow circle is as usual
            painter.setPen(QPen(m_outside, 1.5));
            painter.setBrush(m_outside);
            const double r = spot * 1.4;
            painter.drawPolygon(QPolygonF({place + QPointF(0, -r), place + QPointF(r, 0),
                                           place + QPointF(0, r), place + QPointF(-r, 0)}));
        } else {
            painter.setPen(QPen(m_line, 1.5));
            painter.setBrush(m_ground);
            painter.drawEllipse(place, spot - 0.5, spot - 0.5);
        }
    }
}

void TrendPlot::paint(QPainter *painter) {
    if (m_trend.points.size() < 2 || width() < 60 || height() < 60) return;
    const Frame at = frame();
    const QFontMetricsF metrics{fontOf(m_textSize)};
    painter->setFont(fontOf(m_textSize));
    if (m_trend.low || m_trend.high) {
        const double top = m_trend.high
                               ? std::clamp(at.y(*m_trend.high), at.area.top(), at.area.bottom())
                               : at.area.top();
        const double bottom = m_trend.low
                                  ? std::clamp(at.y(*m_trend.low), at.area.top(), at.area.bottom())
                                  : at.area.bottom();
        painter->fillRect(QRectF(at.area.left(), top, at.area.width(), bottom - top), m_band);
        painter->setPen(QPen(m_text, 1, Qt::DotLine)); // its edges, also where colour says nothing
        if (m_trend.high && top > at.area.top())
            painter->drawLine(QPointF(at.area.left(), top), QPointF(at.area.right(), top));
        if (m_trend.low && bottom < at.area.bottom())
            painter->drawLine(QPointF(at.area.left(), bottom), QPointF(at.area.right(), bottom));
    }
    for (const double tick : at.ticks) {
        const double y = at.y(tick);
        painter->setPen(QPen(m_grid, 1));
        painter->drawLine(QPointF(at.area.left(), y), QPointF(at.area.right(), y));
        painter->setPen(m_text);
        const QString text = numberText(tick);
        painter->drawText(QPointF(at.area.left() - 8 - metrics.horizontalAdvance(text),
                                  y + metrics.ascent() / 2 - 1),
                          text);
    }
    drawTimes(*painter, at);
    drawLine(*painter, at, false);
    if (m_trend.points.front().second) drawLine(*painter, at, true);
    if (m_current >= 0 && m_current < count()) {
        const CurvePoint &point = m_trend.points[m_current];
        const double x = at.x(point.seconds);
        painter->setPen(QPen(m_text, 1));
        painter->drawLine(QPointF(x, at.area.top()), QPointF(x, at.area.bottom()));
        painter->setPen(QPen(m_text, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(QPointF(x, at.y(point.value)), spot * 2, spot * 2);
        if (point.second) painter->drawEllipse(QPointF(x, at.y(*point.second)), spot * 2, spot * 2);
    }
}

} // namespace apricot
