// SPDX-License-Identifier: GPL-3.0-or-later
// A labelled field for a passphrase or recovery words.
import QtQuick
import Apricot.Controls

Column {
    id: input

    property string label
    property string hint  // a quiet line below
    property string fault // what is wrong with it; empty: nothing
    property alias field: secret
    property bool words: false // several words, shown
    signal accepted

    width: parent ? parent.width : implicitWidth
    spacing: 6

    Words {
        text: input.label
    }
    Rectangle {
        width: parent.width
        height: input.words ? 3 * Theme.touch : Theme.touch
        radius: 10
        color: Theme.card
        border.width: secret.activeFocus ? 3 : 1
        border.color: input.fault ? Theme.danger : secret.activeFocus ? Theme.accent : Theme.quiet

        SecretField {
            id: secret

            anchors.fill: parent
            anchors.margins: 10
            font.pixelSize: Theme.body
            color: Theme.text
            shown: input.words
            // Not passwordEdit: Qt 6.4 then keeps the name from screen readers as well. What is typed
            // is no text of this item, so there is nothing to be read out.
            Accessible.role: Accessible.EditableText
            Accessible.name: input.label
            Accessible.description: input.fault || input.hint
            onAccepted: input.accepted()
        }
    }
    Words {
        quiet: true
        visible: text.length > 0
        color: input.fault ? Theme.danger : Theme.quiet
        text: input.fault || input.hint
    }
}
