// SPDX-License-Identifier: GPL-3.0-or-later
// A row that leads somewhere: an icon, a title, a quiet line, a value.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls

ItemDelegate {
    id: row

    property string symbol // an icon's name
    property string detail
    property string value
    property bool large: false
    property bool leads: true // has an arrow at its end
    property color tint: Theme.accent

    width: parent ? parent.width : implicitWidth
    padding: 12
    hoverEnabled: true
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: [value, detail].filter(Boolean).join(", ")
    Accessible.onPressAction: clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: face

    Item {
        id: face

        implicitHeight: Math.max(words.implicitHeight, Theme.icon) + (row.large ? Theme.touch / 2 : 0)

        Icon {
            id: icon

            visible: name.length > 0
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.icon
            height: Theme.icon
            name: row.symbol
            color: row.tint
        }
        Column {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            x: icon.visible ? icon.width + 14 : 0
            width: parent.width - x - (arrow.visible ? arrow.width + 10 : 0)
            spacing: 2

            Words {
                title: row.large
                text: row.text
                Accessible.ignored: true
            }
            Words {
                visible: text.length > 0
                text: row.value
                font.bold: true
                Accessible.ignored: true
            }
            Words {
                quiet: true
                visible: text.length > 0
                text: row.detail
                Accessible.ignored: true
            }
        }
        Icon {
            id: arrow

            visible: row.leads
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: 18
            height: 18
            name: "next"
            color: Theme.quiet
        }
    }
    background: Rectangle {
        implicitHeight: Theme.touch
        radius: 10
        color: row.down || row.hovered ? Theme.accentSoft : "transparent"

        FocusRing {
            shown: row.activeFocus
        }
    }
}
