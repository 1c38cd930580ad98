// SPDX-License-Identifier: GPL-3.0-or-later
// A row that leads on: what it is, more about it below, and a mark that it can be pressed.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls

AbstractButton {
    id: row

    property string about
    property bool marked: false // chosen before

    width: parent ? parent.width : implicitWidth
    implicitHeight: Math.max(Theme.touch, words.implicitHeight + 2 * Theme.gap)
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: about
    Accessible.onPressAction: clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    background: Rectangle {
        radius: 10
        color: row.down ? Theme.ground : Theme.card
        opacity: row.enabled ? 1 : 0.45
        border.width: row.activeFocus ? 3 : row.marked ? 2 : 1
        border.color: row.activeFocus ? Theme.text : row.marked ? Theme.accent : Theme.line
    }
    contentItem: Item {
        Column {
            id: words

            x: Theme.gap
            y: Theme.gap
            width: parent.width - 2 * Theme.gap - mark.width - Theme.gap
            spacing: 2

            Words {
                text: row.text
                font.bold: true
                Accessible.ignored: true
            }
            Words {
                text: row.about
                quiet: true
                visible: text.length > 0
                Accessible.ignored: true
            }
        }
        Canvas {
            id: mark

            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.body * 0.6
            height: Theme.body
            onPaint: {
                const pen = getContext("2d")
                pen.reset()
                pen.strokeStyle = Theme.accent
                pen.lineWidth = Math.max(2, width / 5)
                pen.lineCap = "round"
                pen.moveTo(width * 0.2, height * 0.15)
                pen.lineTo(width * 0.8, height * 0.5)
                pen.lineTo(width * 0.2, height * 0.85)
                pen.stroke()
            }
            Connections {
                target: Theme
                function onLookChanged() { mark.requestPaint() }
            }
        }
    }
}
