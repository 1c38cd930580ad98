// SPDX-License-Identifier: GPL-3.0-or-later
// A button: words that say what happens, an icon beside them if it helps. `first`: the one thing
// most people do here, filled. `danger`: cannot be undone. `plain`: no frame, for what is minor.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls

Button {
    id: action

    property bool first: false
    property bool danger: false
    property bool plain: false
    property bool small: false
    property string symbol // an icon's name
    readonly property color tint: danger ? Theme.danger : Theme.accent

    width: parent ? Math.min(parent.width, Theme.button) : implicitWidth
    activeFocusOnTab: true
    padding: Theme.gap
    hoverEnabled: true
    Accessible.name: text
    Accessible.onPressAction: clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: face

    Item {
        id: face

        implicitWidth: icon.room + words.implicitWidth
        implicitHeight: Math.max(words.implicitHeight, icon.visible ? icon.height : 0)

        Icon {
            id: icon

            readonly property real room: visible ? width + Theme.gap : 0

            visible: name.length > 0
            name: action.symbol
            width: Theme.icon
            height: Theme.icon
            color: words.color
            anchors.verticalCenter: parent.verticalCenter
            x: words.x - room
        }
        Text {
            id: words

            width: Math.min(implicitWidth, parent.width - icon.room)
            x: icon.room + (parent.width - icon.room - width) / 2
            height: parent.height
            text: action.text
            textFormat: Text.PlainText
            font.pixelSize: action.small ? Theme.small : Theme.body
            font.weight: action.first ? Font.DemiBold : Font.Normal
            wrapMode: Text.Wrap
            horizontalAlignment: icon.visible ? Text.AlignLeft : Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            color: action.first ? Theme.accentText : action.tint
        }
    }
    background: Rectangle {
        implicitHeight: Theme.touch
        radius: Theme.radius
        opacity: action.enabled ? 1 : 0.45
        color: action.first ? (action.down ? Qt.darker(action.tint, 1.2) : action.hovered ? Qt.darker(action.tint, 1.08) : action.tint)
            : action.down || action.hovered ? (action.danger ? Theme.dangerSoft : Theme.accentSoft) : "transparent"
        border.width: action.first || action.plain ? 0 : 1
        border.color: action.tint

        FocusRing {
            shown: action.activeFocus
        }
    }
}
