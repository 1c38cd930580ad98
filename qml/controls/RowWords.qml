// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside a box, a ring or a switch: words, and quiet ones that say more, in the middle of
// the row's height. The row itself is what screen readers read.
import QtQuick
import Apricot.Controls

Item {
    id: row

    property string text
    property string detail
    property real before: 0 // room for what they stand beside
    property real after: 0
    property bool struck: false // out

    implicitHeight: said.implicitHeight

    Column {
        id: said

        x: row.before
        width: row.width - row.before - row.after
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2

        Words {
            width: parent.width
            text: row.text
            font.strikeout: row.struck
            color: row.struck ? Theme.quiet : Theme.text
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            quiet: true
            visible: text.length > 0
            text: row.detail
            Accessible.ignored: true
        }
    }
}
