// SPDX-License-Identifier: GPL-3.0-or-later
// A labelled field for a passphrase or recovery words.
import QtQuick
import Apricot.Controls

Column {
    id: input

    property string label
    property alias field: secret
    property bool words: false // several words, shown
    signal accepted

    width: parent ? parent.width : implicitWidth
    spacing: 4

    Words {
        text: input.label
    }
    Rectangle {
        width: parent.width
        height: input.words ? 3 * Theme.touch : Theme.touch
        radius: 8
        color: Theme.card
        border.width: secret.activeFocus ? 3 : 1
        border.color: secret.activeFocus ? Theme.accent : Theme.quiet

        SecretField {
            id: secret

            anchors.fill: parent
            anchors.margins: 8
            font.pixelSize: Theme.body
            color: Theme.text
            shown: input.words
            // Not passwordEdit: Qt 6.4 then keeps the name from screen readers as well. What is typed
            // is no text of this item, so there is nothing to be read out.
            Accessible.role: Accessible.EditableText
            Accessible.name: input.label
            onAccepted: input.accepted()
        }
    }
}
