// SPDX-License-Identifier: GPL-3.0-or-later
// A labelled line of text.
import QtQuick
import QtQuick.Controls.Basic

Column {
    id: box

    property string label
    property alias text: field.text
    property alias hint: field.placeholderText

    width: parent ? parent.width : implicitWidth
    spacing: 4

    Words {
        text: box.label
    }
    TextField {
        id: field

        width: parent.width
        implicitHeight: Theme.touch
        font.pixelSize: Theme.body
        color: Theme.text
        placeholderTextColor: Theme.quiet
        selectByMouse: true
        Accessible.name: box.label
        background: Rectangle {
            radius: 8
            color: Theme.card
            border.width: field.activeFocus ? 3 : 1
            border.color: field.activeFocus ? Theme.accent : Theme.quiet
        }
    }
}
