// SPDX-License-Identifier: GPL-3.0-or-later
// A curve over time: round ticks, dates, the usual range as a band; what lies outside it has
// another shape as well as another colour. One point can be chosen by touch, mouse and arrow keys.
#pragma once

#include "shelf/trend_words.h"

#include <QColor>
#include <QQuickPaintedItem>

#include <vector>

namespace apricot {

class TrendPlot : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Curve trend MEMBER m_trend WRITE setTrend NOTIFY changed)
    Q_PROPERTY(int current MEMBER m_current WRITE setCurrent NOTIFY currentChanged) // -1: none
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString words READ words NOTIFY currentChanged) // of the chosen point
    Q_PROPERTY(QColor line MEMBER m_line NOTIFY changed)
    Q_PROPERTY(QColor text MEMBER m_text NOTIFY changed)
    Q_PROPERTY(QColor grid MEMBER m_grid NOTIFY changed)
    Q_PROPERTY(QColor band MEMBER m_band NOTIFY changed)
    Q_PROPERTY(QColor outside MEMBER m_outside NOTIFY changed)
    Q_PROPERTY(QColor ground MEMBER m_ground NOTIFY changed)
    Q_PROPERTY(int textSize MEMBER m_textSize NOTIFY changed)

  public:
    explicit TrendPlot(QQuickItem *parent = nullptr);
    void paint(QPainter *painter) override;
    void setTrend(const Curve &trend);
    void setCurrent(int current);
    [[nodiscard]] int count() const { return static_cast<int>(m_trend.points.size()); }
    [[nodiscard]] QString words() const;
    Q_INVOKABLE void choose(qreal x); // the point nearest to there
    // Round numbers that hold all values, at most `most` of them: 3.9 to 9.1 gives 2, 4, 6, 8, 10.
    [[nodiscard]] static std::vector<double> ticks(double low, double high, int most);

  Q_SIGNALS:
    void changed();
    void currentChanged();

  private:
    struct Frame; // where values and times lie on the item
    [[nodiscard]] Frame frame() const;
    void drawTimes(QPainter &painter, const Frame &frame) const;
    void drawLine(QPainter &painter, const Frame &frame, bool second) const;

    Curve m_trend;
    int m_current = -1;
    QColor m_line, m_text, m_grid, m_band, m_outside, m_ground;
    int m_textSize = 14;
};

} // namespace apricot
