// SPDX-License-Identifier: GPL-3.0-or-later
// One of several: a row that is chosen by pressing anywhere on it; a quiet line says more.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls

RadioButton {
    id: choice

    property string detail

    width: parent ? parent.width : implicitWidth
    padding: 10
    hoverEnabled: true
    Accessible.name: text
    Accessible.description: detail
    // Screen readers press and toggle; Qt 6.4 then changes `checked` alone.
    Accessible.onPressAction: clicked()
    Accessible.onToggleAction: clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    indicator: Rectangle {
        x: 12
        anchors.verticalCenter: parent.verticalCenter
        width: 24
        height: 24
        radius: 12
        color: "transparent"
        border.width: 2
        border.color: choice.checked ? Theme.accent : Theme.quiet

        Rectangle {
            anchors.centerIn: parent
            width: 12
            height: 12
            radius: 6
            color: Theme.accent
            visible: choice.checked
        }
    }
    contentItem: RowWords {
        text: choice.text
        detail: choice.detail
        before: 38
    }
    background: Rectangle {
        implicitHeight: Theme.touch
        radius: 10
        color: choice.checked ? Theme.accentSoft : choice.hovered ? Theme.raised : "transparent"
        border.width: choice.activeFocus ? 3 : choice.checked ? 1 : 0
        border.color: choice.activeFocus ? Theme.text : Theme.accent
    }
}
