// SPDX-License-Identifier: GPL-3.0-or-later
// A labelled line of text, with a quiet line below it or what is wrong with it.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls

Column {
    id: box

    property string label
    property string note  // a quiet line below
    property string fault // what is wrong with it; empty: nothing
    property alias text: field.text
    property alias hint: field.placeholderText
    property alias field: field
    signal accepted

    width: parent ? parent.width : implicitWidth
    spacing: 6

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
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentText
        selectByMouse: true
        leftPadding: 12
        Accessible.name: box.label
        Accessible.description: box.fault || box.note
        onAccepted: box.accepted()
        background: Rectangle {
            radius: 10
            color: Theme.card
            border.width: field.activeFocus ? 3 : 1
            border.color: box.fault ? Theme.danger : field.activeFocus ? Theme.accent : Theme.quiet
        }
    }
    Words {
        quiet: true
        visible: text.length > 0
        color: box.fault ? Theme.danger : Theme.quiet
        text: box.fault || box.note
    }
}
