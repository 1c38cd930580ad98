// SPDX-License-Identifier: GPL-3.0-or-later
// Beside a code that is shown part by part: why it moves, and how to hold it still.
import QtQuick
import Apricot.Controls

Column {
    id: note

    required property int parts
    required property bool still
    signal hold
    signal next
    signal move

    width: parent ? parent.width : implicitWidth
    spacing: Theme.gap

    Words {
        //: Below a code that is shown in parts, one after the other; %1 is how many
        text: qsTr("So many single records make a code of %1 parts, which change by themselves. Hold it to the clinic's camera until all are read.").arg(note.parts)
    }
    WordButton {
        //: Button: the next part of a code that was held still
        text: note.still ? qsTr("Next part")
            //: Button: the parts of a code stop changing
            : qsTr("Hold still")
        onClicked: note.still ? note.next() : note.hold()
    }
    WordButton {
        visible: note.still
        plain: true
        //: Button: the parts of a code change by themselves again
        text: qsTr("Let it move again")
        onClicked: note.move()
    }
}
