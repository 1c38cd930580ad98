// SPDX-License-Identifier: GPL-3.0-or-later
// On or off, with words; pressed anywhere on the row.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls

Switch {
    id: row

    property string detail

    width: parent ? parent.width : implicitWidth
    padding: 10
    leftPadding: 0
    hoverEnabled: true
    Accessible.name: text
    Accessible.description: detail
    // Screen readers press and toggle; Qt 6.4 then changes `checked` alone.
    Accessible.onPressAction: press()
    Accessible.onToggleAction: press()
    Keys.onReturnPressed: press()
    Keys.onEnterPressed: press()

    function press() {
        toggle()
        toggled()
    }

    indicator: Rectangle {
        x: row.width - width - 4
        anchors.verticalCenter: parent.verticalCenter
        width: 52
        height: 30
        radius: 15
        color: row.checked ? Theme.accent : Theme.card
        border.width: 2
        border.color: row.checked ? Theme.accent : Theme.quiet

        Rectangle {
            x: row.checked ? parent.width - width - 5 : 5
            anchors.verticalCenter: parent.verticalCenter
            width: 20
            height: 20
            radius: 10
            color: row.checked ? Theme.accentText : Theme.quiet
        }
    }
    contentItem: RowWords {
        text: row.text
        detail: row.detail
        after: 64
    }
    background: Rectangle {
        implicitHeight: Theme.touch
        radius: 10
        color: "transparent"

        FocusRing {
            shown: row.activeFocus
        }
    }
}
