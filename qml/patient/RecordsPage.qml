// SPDX-License-Identifier: GPL-3.0-or-later
// All records, newest first, by year; found as one types.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import Apricot.Controls
import Apricot.Person
import Apricot.Shelf

Item {
    id: page

    required property Person person

    Records {
        id: found

        shelf: page.person
        text: search.text
    }
    ListView {
        anchors.fill: parent
        anchors.margins: Theme.gap
        model: found
        clip: true
        activeFocusOnTab: true
        spacing: 6
        section.property: "year"
        section.delegate: Words {
            required property string section
            width: ListView.view.width
            heading: true
            text: section
        }
        ScrollBar.vertical: ScrollBar {}
        //: Accessible name of the list of records
        Accessible.name: qsTr("Records")
        Accessible.role: Accessible.List
        header: Column {
            width: ListView.view.width
            spacing: Theme.gap
            bottomPadding: Theme.gap

            TextInputBox {
                //: Label of the search field; the example is a search
                label: qsTr("Find (for example: blood sugar)")
                text: search.text
                onTextChanged: search.text = text
            }
            Words {
                quiet: true
                //: How many records fit the search; %1 is the number
                text: qsTr("Records: %1").arg(found.total)
            }
            WordButton {
                //: Button above the records
                text: qsTr("Bring in records from a file")
                onClicked: file.open()
            }
        }
        delegate: Card {
            id: row

            required property string title
            required property string value
            required property string when
            required property string kind

            width: ListView.view.width
            Accessible.role: Accessible.ListItem
            Accessible.name: [title, value, kind, when].filter(Boolean).join(", ")

            Words { text: row.title; Accessible.ignored: true }
            Words { text: row.value; visible: text; font.bold: true; Accessible.ignored: true }
            Words { quiet: true; text: row.kind + (row.when ? " · " + row.when : ""); Accessible.ignored: true }
        }
    }
    QtObject {
        id: search

        property string text
    }
    FileDialog {
        id: file

        onAccepted: page.person.import(selectedFile)
    }
}
