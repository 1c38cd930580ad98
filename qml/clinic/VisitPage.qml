// SPDX-License-Identifier: GPL-3.0-or-later
// What the patient let this clinic see, until it ends.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls
import Apricot.Clinic

Item {
    id: page

    required property Counter counter

    ListView {
        anchors.fill: parent
        anchors.margins: Theme.gap
        model: page.counter.records
        clip: true
        spacing: 6
        activeFocusOnTab: true
        ScrollBar.vertical: ScrollBar {}
        Accessible.role: Accessible.List
        //: Accessible name of the list of records at a clinic
        Accessible.name: qsTr("The patient's records")
        header: Column {
            width: ListView.view.width
            spacing: Theme.gap
            bottomPadding: Theme.gap

            Words {
                heading: true
                //: Heading above a visit's records; %1 is how many
                text: qsTr("Open: %1 records").arg(page.counter.records.length)
            }
            Words {
                //: Above a visit's records; %1 is a date and time
                text: qsTr("They are erased here at %1, or as soon as you finish.")
                    .arg(page.counter.eraseBy.toLocaleString(Qt.locale(), Locale.ShortFormat))
            }
            WordButton {
                first: true
                //: Button: erases what is shown of a patient
                text: qsTr("Finish and erase")
                onClicked: page.counter.finish()
            }
        }
        delegate: Card {
            id: row

            required property var modelData

            width: ListView.view.width
            Accessible.role: Accessible.ListItem
            Accessible.name: [modelData.title, modelData.value, modelData.kind, modelData.when].filter(Boolean).join(", ")

            Words { text: row.modelData.title; Accessible.ignored: true }
            Words { text: row.modelData.value; visible: text; font.bold: true; Accessible.ignored: true }
            Words {
                quiet: true
                text: row.modelData.kind + (row.modelData.when ? " · " + row.modelData.when : "")
                Accessible.ignored: true
            }
        }
    }
}
