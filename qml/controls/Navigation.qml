// SPDX-License-Identifier: GPL-3.0-or-later
// The way between an app's main screens: a rail at the side of a wide window, a bar at the bottom of
// a narrow one. Where the words of all do not fit beside each other, the first stands there with
// "More", which asks for a screen that lists them.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls

Rectangle {
    id: navigation

    property var places: [] // {where, words, symbol, count}
    property string current
    property bool rail: false
    property int room: width // of a bar: how wide it may be
    signal go(string where)

    // Elder mode: no more than three stand there, whatever would fit.
    readonly property var first: Settings.elder && places.length > 3 ? [places[0], places[1], more] : places
    readonly property var more: ({
        where: "menu",
        //: Bar of the main screens, with large type or few choices: the other screens
        words: qsTr("More"),
        symbol: "more" })
    readonly property bool fits: {
        if (metrics.font.pixelSize > room) return false // also asks again when the size changes
        let widest = 0
        for (const place of first) widest = Math.max(widest, metrics.advanceWidth(place.words))
        return widest + 10 <= room / Math.max(1, first.length)
    }
    readonly property var shown: rail || fits ? first : [places[0], more]

    color: Theme.raised
    implicitWidth: rail ? Math.round(132 + 76 * Theme.scale) : 0
    implicitHeight: rail ? 0 : bar.implicitHeight + 12
    Accessible.role: Accessible.ToolBar
    //: Accessible name of the bar that leads to the main screens
    Accessible.name: qsTr("Main screens")

    FontMetrics {
        id: metrics

        font.pixelSize: Math.round(13 * Theme.scale)
        font.weight: Font.DemiBold
    }
    Rectangle { // the edge towards the screen
        width: navigation.rail ? 1 : parent.width
        height: navigation.rail ? parent.height : 1
        x: navigation.rail ? parent.width - 1 : 0
        color: Theme.line
    }
    Grid {
        id: bar

        x: navigation.rail ? 12 : 4
        y: navigation.rail ? 24 : 6
        width: navigation.width - 2 * x
        columns: navigation.rail ? 1 : navigation.shown.length
        spacing: navigation.rail ? 6 : 2

        Repeater {
            model: navigation.shown

            AbstractButton {
                id: place

                required property var modelData
                readonly property bool here: navigation.current === modelData.where
                readonly property string number: modelData.count > 0 ? String(modelData.count) : ""

                width: navigation.rail ? bar.width : (bar.width - 2 * (navigation.shown.length - 1)) / navigation.shown.length
                activeFocusOnTab: true
                hoverEnabled: true
                text: modelData.words
                Accessible.role: Accessible.PageTab
                Accessible.name: text
                //: Said by a screen reader of a main screen in the bar; %1 is how many new things wait there
                Accessible.description: number ? qsTr("New: %1").arg(number) : ""
                Accessible.selected: here
                Accessible.onPressAction: clicked()
                Keys.onReturnPressed: clicked()
                Keys.onEnterPressed: clicked()
                onClicked: navigation.go(modelData.where)

                contentItem: face

                Item {
                    id: face

                    implicitHeight: navigation.rail ? Math.max(Theme.touch, words.implicitHeight + 16) : icon.height + words.implicitHeight + 12

                    Icon {
                        id: icon

                        x: navigation.rail ? 14 : (parent.width - width) / 2
                        y: navigation.rail ? (parent.height - height) / 2 : 5
                        width: Theme.icon
                        height: Theme.icon
                        name: place.modelData.symbol ?? ""
                        color: words.color
                    }
                    Rectangle {
                        visible: place.number.length > 0
                        x: icon.x + icon.width - 4
                        y: icon.y - 4
                        width: Math.max(18, count.implicitWidth + 8)
                        height: 18
                        radius: 9
                        color: Theme.danger

                        Text {
                            id: count

                            anchors.centerIn: parent
                            text: place.number
                            color: Theme.accentText
                            font.pixelSize: 12
                            font.weight: Font.Bold
                        }
                    }
                    Text {
                        id: words

                        x: navigation.rail ? icon.x + icon.width + 12 : 0
                        y: navigation.rail ? (parent.height - height) / 2 : icon.y + icon.height + 2
                        width: parent.width - x - (navigation.rail ? 8 : 0)
                        text: place.text
                        textFormat: Text.PlainText
                        wrapMode: navigation.rail ? Text.Wrap : Text.NoWrap
                        horizontalAlignment: navigation.rail ? Text.AlignLeft : Text.AlignHCenter
                        font.pixelSize: navigation.rail ? Theme.body : metrics.font.pixelSize
                        font.weight: place.here ? Font.DemiBold : Font.Normal
                        color: place.here ? Theme.accent : Theme.text
                    }
                }
                background: Rectangle {
                    radius: 12
                    color: place.here ? Theme.accentSoft : place.hovered ? Theme.card : "transparent"
                    border.width: place.activeFocus ? 3 : place.here && Theme.contrast ? 2 : 0
                    border.color: place.activeFocus ? Theme.text : Theme.accent
                }
            }
        }
    }
}
