// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import Apricot.Controls
import Apricot.Person

ScrollPage {
    id: page

    required property Person person

    //: Heading
    title: qsTr("Settings")

    Card {
        Words {
            //: Heading of a group of settings
            text: qsTr("Size of type")
            font.bold: true
        }
        Repeater {
            model: [1, 1.25, 1.5, 2]
            Choice {
                required property real modelData
                text: Math.round(modelData * 100) + " %"
                checked: Settings.typeScale === modelData
                onClicked: Settings.typeScale = modelData
            }
        }
    }
    Card {
        Words {
            //: Heading of a group of settings: colours
            text: qsTr("Colours")
            font.bold: true
        }
        Choice {
            //: A choice of colours
            text: qsTr("Light")
            checked: Theme.look === Theme.Light
            onClicked: Settings.look = Theme.Light
        }
        Choice {
            //: A choice of colours
            text: qsTr("Dark")
            checked: Theme.look === Theme.Dark
            onClicked: Settings.look = Theme.Dark
        }
        Choice {
            //: A choice of colours
            text: qsTr("High contrast")
            checked: Theme.look === Theme.Contrast
            onClicked: Settings.look = Theme.Contrast
        }
    }
    Card {
        Words {
            //: Heading of a group of settings
            text: qsTr("Change the passphrase")
            font.bold: true
        }
        SecretInput {
            id: old

            //: Label of a field
            label: qsTr("Passphrase so far")
        }
        SecretInput {
            id: now

            //: Label of a field
            label: qsTr("New passphrase")
        }
        SecretInput {
            id: again

            //: Label of a field
            label: qsTr("New passphrase again")
        }
        WordButton {
            //: Button
            text: qsTr("Change it")
            onClicked: page.person.changePassphrase(old.field, now.field, again.field)
        }
    }
    WordButton {
        //: Button
        text: qsTr("Back up to a file")
        onClicked: backup.open()
    }
    WordButton {
        //: Button
        text: qsTr("Take all my records out as one file")
        onClicked: all.open()
    }
    FileDialog {
        id: backup

        fileMode: FileDialog.SaveFile
        onAccepted: page.person.backup(selectedFile)
    }
    FileDialog {
        id: all

        fileMode: FileDialog.SaveFile
        onAccepted: page.person.exportAll(selectedFile)
    }
}
