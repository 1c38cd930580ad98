// SPDX-License-Identifier: GPL-3.0-or-later
// A curve with its words: the summary above it, the chosen value below.
import QtQuick
import Apricot.Controls
import Apricot.Shelf

Column {
    id: chart

    required property curve trend

    spacing: Theme.gap / 2

    Words {
        id: summary

        text: chart.trend.summary
    }
    TrendPlot {
        id: plot

        width: parent.width
        height: Math.min(360, Math.max(180, width * 0.5)) + 20 * (Theme.scale - 1)
        trend: chart.trend
        line: Theme.accent
        text: Theme.text
        grid: Theme.line
        ground: Theme.card
        outside: Theme.danger
        band: Qt.rgba(Theme.good.r, Theme.good.g, Theme.good.b, 0.14)
        textSize: Math.min(Theme.small, 22)
        activeFocusOnTab: true
        Keys.onLeftPressed: plot.current = plot.current < 0 ? plot.count - 1 : Math.max(0, plot.current - 1)
        Keys.onRightPressed: plot.current = plot.current < 0 ? 0 : plot.current + 1
        Accessible.role: Accessible.Chart
        Accessible.name: chart.trend.title + ". " + summary.text
        Accessible.description: plot.words
        Accessible.onPressAction: forceActiveFocus()

        Rectangle {
            anchors.fill: parent
            anchors.margins: -3
            radius: 8
            color: "transparent"
            border.width: 3
            border.color: Theme.accent
            visible: plot.activeFocus
        }
        HoverHandler {
            onPointChanged: if (hovered) plot.choose(point.position.x)
        }
        TapHandler {
            onTapped: point => plot.choose(point.position.x)
        }
    }
    Words {
        quiet: !plot.words
        //: Below a curve, as long as no value is chosen
        text: plot.words || qsTr("Touch the curve, or use the arrow keys, to see each value. The band is the usual range; ◆ lies outside it.")
    }
    Words {
        quiet: true
        visible: chart.trend.second !== ""
        //: Below a curve with two lines; %1 and %2 are their names
        text: qsTr("Upper line: %1. Dashed line: %2.").arg(chart.trend.first).arg(chart.trend.second)
    }
}
