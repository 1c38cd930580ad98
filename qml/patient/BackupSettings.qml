// SPDX-License-Identifier: GPL-3.0-or-later
// A copy, another device, everything taken out; and where this record has been.
import QtQuick
import Apricot.Controls
import Apricot.Device
import Apricot.Person

ScrollPage {
    id: page

    required property Person person

    leavable: true
    wide: true
    //: Heading
    title: qsTr("Backup and moving")

    Columns {
        Card {
            symbol: "backup"
            //: Heading of a group of settings
            title: qsTr("Backup")

            Words {
                //: When the last backup was made; %1 is a time
                text: page.person.safekeeping.backedUp ? qsTr("The last one: %1").arg(page.person.safekeeping.backedUp)
                    //: No backup was made so far
                    : qsTr("None so far.")
            }
            Words {
                quiet: true
                //: What a backup is
                text: qsTr("One locked file with all your records. It opens with your passphrase only. Keep it on another device or a memory stick.")
            }
            WordButton {
                first: true
                symbol: "backup"
                //: Button
                text: qsTr("Back up to a file")
                onClicked: backup.open()
            }
        }
        Card {
            symbol: "device"
            //: Heading of a group of settings
            title: qsTr("Move to a new phone")

            Repeater {
                model: [
                    //: How to move to a new phone, first step
                    qsTr("1. Here: back up to a file, as above."),
                    //: How to move to a new phone, second step
                    qsTr("2. Bring the file to the new phone: by cable, memory stick or message to yourself. It is locked."),
                    //: How to move to a new phone, third step
                    qsTr("3. There: start Apricot, choose \"I have a backup from another device\", and type the same passphrase."),
                    //: How to move to a new phone, last step
                    qsTr("4. When all is there, use only the new phone: what is added on one does not come to the other.")
                ]
                Words {
                    required property string modelData
                    text: modelData
                }
            }
        }
        Card {
            symbol: "export"
            //: Heading of a group of settings
            title: qsTr("Take everything out")

            Words {
                //: What the export is
                text: qsTr("All your records as one file in the format that hospitals use (FHIR). The file is not locked: whoever has it can read it.")
            }
            WordButton {
                symbol: "export"
                //: Button
                text: qsTr("Take all my records out as one file")
                onClicked: sure.open()
            }
        }
        Card {
            symbol: "device"
            //: Heading of a list: where the record was made or restored
            title: qsTr("Devices")

            Repeater {
                model: page.person.safekeeping.devices
                ListRow {
                    required property ownDevice modelData

                    leads: false
                    symbol: "device"
                    text: modelData.name
                    detail: [
                        //: How the record came to a device; %1 is a time
                        qsTr("made %1"),
                        //: How the record came to a device: from a backup; %1 is a time
                        qsTr("restored %1"),
                        //: How the record came to a device; %1 is a time
                        qsTr("keys from the 24 words, %1")
                    ][modelData.how].arg(modelData.when)
                }
            }
            Words {
                quiet: true
                //: Below the list of devices
                text: qsTr("An old device keeps its copy until Apricot's data is deleted there.")
            }
        }
    }
    AskDialog {
        id: sure

        //: Asks before an unlocked file is written
        title: qsTr("Write a file that anybody can read?")
        //: Asks before an unlocked file is written
        words: qsTr("The file holds all your records, unlocked. For a copy to keep, a backup is safer.")
        //: Button: writes all records to an unlocked file
        yes: qsTr("Yes, write the unlocked file")
        onAgreed: all.open()
    }
    SaveDialog {
        id: backup

        defaultSuffix: "apricot-backup"
        onChosen: (file, replace) => page.person.backup(file, replace)
    }
    SaveDialog {
        id: all

        defaultSuffix: "json"
        onChosen: (file, replace) => page.person.exportAll(file, replace)
    }
}
