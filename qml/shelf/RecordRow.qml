// SPDX-License-Identifier: GPL-3.0-or-later
// One record in a list: what, its value, whether that is unusual, what kind, who.
import QtQuick
import Apricot.Controls

Item {
    id: row

    required property int index
    required property string recordId
    required property string title
    required property string value
    required property string when
    required property string kind
    required property string performer
    required property string flagSign
    required property string flagWords
    required property bool mistaken
    property bool current: false   // shown beside the list
    property bool focused: false   // the keyboard is here
    property bool selecting: false // ticks instead of opening
    property bool ticked: false
    readonly property string shownValue: value.length > 160 ? value.slice(0, 160) + "…" : value
    signal pressed

    implicitHeight: words.implicitHeight + Theme.gap + 8

    Accessible.role: selecting ? Accessible.CheckBox : Accessible.ListItem
    Accessible.name: [title, value, flagWords, kind, performer, when, mistaken ? wrong.text : ""].filter(Boolean).join(", ")
    Accessible.focusable: true
    Accessible.checkable: selecting
    Accessible.checked: ticked
    Accessible.onPressAction: pressed()

    Rectangle {
        anchors.fill: parent
        anchors.topMargin: 3
        anchors.bottomMargin: 3
        radius: 10
        color: Theme.card
        border.width: row.focused ? 3 : row.current ? 2 : 1
        border.color: row.focused || row.current ? Theme.accent : Theme.line

        Rectangle { // the chosen one, without colour: a bar at its side
            visible: row.current
            width: 5
            height: parent.height - 16
            radius: 2
            y: 8
            x: 4
            color: Theme.accent
        }
    }
    Rectangle {
        id: box

        visible: row.selecting
        x: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        width: 26
        height: 26
        radius: 5
        color: row.ticked ? Theme.accent : "transparent"
        border.width: 2
        border.color: Theme.accent

        Text {
            anchors.centerIn: parent
            visible: row.ticked
            text: "✓"
            font.pixelSize: 18
            font.bold: true
            color: Theme.accentText
            Accessible.ignored: true
        }
    }
    Column {
        id: words

        x: row.selecting ? 26 + 2 * Theme.gap : Theme.gap + 4
        y: Theme.gap / 2 + 4
        width: row.width - x - Theme.gap
        spacing: 2

        Words {
            text: row.title
            color: row.mistaken ? Theme.quiet : Theme.text
            font.strikeout: row.mistaken
            Accessible.ignored: true
        }
        Words {
            visible: text.length > 0
            text: row.flagSign ? row.shownValue + "  " + row.flagSign + " " + row.flagWords : row.shownValue
            color: row.flagSign ? Theme.danger : Theme.text
            font.bold: true
            Accessible.ignored: true
        }
        Words {
            id: wrong

            visible: row.mistaken
            quiet: true
            //: Under a record that was entered in error
            text: qsTr("Entered by mistake")
            Accessible.ignored: true
        }
        Words {
            quiet: true
            text: [row.kind, row.performer].filter(Boolean).join(" · ")
            Accessible.ignored: true
        }
    }
    TapHandler {
        onTapped: row.pressed()
    }
}
