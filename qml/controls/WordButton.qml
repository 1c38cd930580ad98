// SPDX-License-Identifier: GPL-3.0-or-later
// A button: words that say what happens. The first one of a screen is filled.
import QtQuick
import QtQuick.Controls.Basic

Button {
    id: action

    property bool first: false
    property bool danger: false
    property bool small: false
    readonly property color tint: danger ? Theme.danger : Theme.accent

    width: parent ? parent.width : implicitWidth
    activeFocusOnTab: true
    padding: Theme.gap
    Accessible.name: text
    Accessible.onPressAction: clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Text {
        text: action.text
        textFormat: Text.PlainText
        font.pixelSize: action.small ? Theme.small : Theme.body
        font.bold: action.first
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        color: action.first ? Theme.accentText : action.tint
    }
    background: Rectangle {
        implicitHeight: Theme.touch
        radius: 10
        opacity: action.enabled ? 1 : 0.45
        color: action.first ? action.tint : "transparent"
        border.width: action.activeFocus ? 4 : 1
        border.color: action.activeFocus ? Theme.text : action.tint
    }
}
