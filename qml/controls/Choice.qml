// SPDX-License-Identifier: GPL-3.0-or-later
// One of several: a row that is chosen by pressing anywhere on it.
import QtQuick
import QtQuick.Controls.Basic

RadioButton {
    id: choice

    width: parent ? parent.width : implicitWidth
    padding: Theme.gap / 2
    Accessible.name: text
    // Screen readers press and toggle; Qt 6.4 then changes `checked` alone.
    Accessible.onPressAction: clicked()
    Accessible.onToggleAction: clicked()

    indicator: Rectangle {
        x: 8
        anchors.verticalCenter: parent.verticalCenter
        width: 24
        height: 24
        radius: 12
        color: "transparent"
        border.width: 2
        border.color: Theme.accent

        Rectangle {
            anchors.centerIn: parent
            width: 12
            height: 12
            radius: 6
            color: Theme.accent
            visible: choice.checked
        }
    }
    contentItem: Text {
        leftPadding: 40
        text: choice.text
        textFormat: Text.PlainText
        font.pixelSize: Theme.body
        color: Theme.text
        wrapMode: Text.Wrap
        verticalAlignment: Text.AlignVCenter
    }
    background: Rectangle {
        implicitHeight: Theme.touch
        radius: 8
        color: choice.checked ? Theme.card : "transparent"
        border.width: choice.activeFocus ? 3 : choice.checked ? 1 : 0
        border.color: Theme.accent
    }
}
