// SPDX-License-Identifier: GPL-3.0-or-later
// How private one record is: five levels in plain words.
import QtQuick
import Apricot.Controls
import Apricot.Shelf

Column {
    id: choice

    property ShownRecord record
    property bool editable: true
    property bool open: false

    spacing: Theme.gap / 2

    Words {
        //: Heading above how private a record is
        text: qsTr("How private it is")
        font.bold: true
    }
    Words {
        visible: !choice.open
        text: choice.record?.levelName(choice.record.level) ?? ""
    }
    WordButton {
        visible: choice.editable && !choice.open
        small: true
        //: Button: change how private a record is
        text: qsTr("Change how private it is")
        onClicked: choice.open = true
    }
    Repeater {
        model: choice.open ? 5 : 0

        Choice {
            required property int index

            text: choice.record?.levelName(index + 1) ?? ""
            checked: choice.record?.level === index + 1
            onClicked: {
                choice.record.setLevel(index + 1)
                choice.open = false
            }
        }
    }
    Words {
        visible: choice.open
        quiet: true
        //: Below the choice of how private a record is
        text: qsTr("A permission opens records up to a level that you choose. Permissions you have given already stay as they are.")
    }
}
