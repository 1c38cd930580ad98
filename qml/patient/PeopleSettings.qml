// SPDX-License-Identifier: GPL-3.0-or-later
// Whose records are on this device, and what it calls them.
import QtQuick
import Apricot.Controls
import Apricot.Person

ScrollPage {
    id: page

    required property Person person
    required property Profiles profiles

    leavable: true
    wide: true
    //: Heading
    title: qsTr("People on this device")

    Words {
        //: Explains the records of several people
        text: qsTr("Every record has its own passphrase. Choosing another locks this one. The names are seen on the lock screen by whoever holds this device.")
    }
    Columns {
        Card {
            symbol: "pen"
            //: Heading: the name of the record that is open
            title: qsTr("This record")

            TextInputBox {
                id: name

                //: Label of a field
                label: qsTr("Name on the lock screen")
                text: page.profiles.name
            }
            WordButton {
                enabled: name.text.trim() !== page.profiles.name
                //: Button: keeps the name
                text: qsTr("Keep this name")
                onClicked: page.profiles.rename(page.profiles.current, name.text)
            }
        }
        Card {
            visible: page.profiles.all.length > 1
            symbol: "people"
            //: Heading: other people's records on this device
            title: qsTr("Others")

            Repeater {
                model: page.profiles.all.filter(one => one.id !== page.profiles.current)
                ListRow {
                    required property profileRow modelData

                    symbol: "person"
                    //: Name of a record that has none
                    text: modelData.name || qsTr("My own")
                    //: Beside another person's record
                    detail: qsTr("Lock this one and go there")
                    onClicked: page.profiles.choose(modelData.id)
                }
            }
        }
        Card {
            symbol: "add"
            //: Heading
            title: qsTr("Someone I care for")

            TextInputBox {
                id: other

                //: Label of a field
                label: qsTr("What shall this device call them?")
            }
            WordButton {
                enabled: other.text.trim().length > 0
                //: Button: locks this record and begins another
                text: qsTr("Lock this one and begin theirs")
                onClicked: page.profiles.add(other.text)
            }
        }
    }
}
