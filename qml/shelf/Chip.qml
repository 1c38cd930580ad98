// SPDX-License-Identifier: GPL-3.0-or-later
// A filter that is on or off; a tick as well as the colour says which.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls

AbstractButton {
    id: chip

    activeFocusOnTab: true
    padding: Theme.gap / 2
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    width: Math.min(implicitWidth, parent ? parent.width : implicitWidth)
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.onPressAction: clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Text {
        text: (chip.checked ? "✓ " : "") + chip.text
        textFormat: Text.PlainText
        font.pixelSize: Theme.small
        font.bold: chip.checked
        color: chip.checked ? Theme.accentText : Theme.text
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
    background: Rectangle {
        implicitHeight: Math.max(40, Math.round(34 * Theme.scale))
        radius: Math.min(20, height / 2)
        color: chip.checked ? Theme.accent : "transparent"
        border.width: chip.activeFocus ? 3 : 1
        border.color: chip.activeFocus ? Theme.text : chip.checked ? Theme.accent : Theme.line
    }
}
