// SPDX-License-Identifier: GPL-3.0-or-later
// The settings: what there is, and the one that was chosen.
import QtQuick
import Apricot.Controls
import Apricot.Patient
import Apricot.Person

Loader {
    id: page

    required property Person person
    required property Profiles profiles
    property string code // of a checkpoint, handed to the app
    property string part // empty: the list of all
    signal go(string where)

    focus: true
    sourceComponent: part === "reading" ? reading : part === "security" ? security : part === "backup" ? backup
        : part === "people" ? people : part === "ledger" ? ledger : part === "about" ? about : list

    function leave() { part = "" }

    Component { id: reading; ReadingSettings { onLeaving: page.leave() } }
    Component { id: security; SecuritySettings { person: page.person; onLeaving: page.leave(); onGo: where => page.go(where) } }
    Component { id: backup; BackupSettings { person: page.person; onLeaving: page.leave() } }
    Component { id: people; PeopleSettings { person: page.person; profiles: page.profiles; onLeaving: page.leave() } }
    Component { id: ledger; LedgerSettings { person: page.person; given: page.code; onLeaving: page.leave() } }
    Component { id: about; AboutPage { onLeaving: page.leave() } }
    Component {
        id: list

        ScrollPage {
            //: Heading
            title: qsTr("Settings")

            Repeater {
                model: [
                    //: A group of settings
                    { part: "reading", symbol: "type", words: qsTr("Language and reading"),
                        //: What a group of settings holds
                        detail: qsTr("Language, size of type, colours, elder mode") },
                    //: A group of settings
                    { part: "security", symbol: "lock", words: qsTr("Security"),
                        //: What a group of settings holds
                        detail: qsTr("Passphrase, when it locks itself, the 24 words") },
                    //: A group of settings
                    { part: "backup", symbol: "backup", words: qsTr("Backup and moving"),
                        //: What a group of settings holds
                        detail: qsTr("Keep a copy, move to a new phone, take everything out") },
                    //: A group of settings
                    { part: "people", symbol: "people", words: qsTr("People on this device"),
                        //: What a group of settings holds
                        detail: qsTr("Records you keep for others, and their names") },
                    //: A group of settings
                    { part: "ledger", symbol: "ledger", words: qsTr("Ledger"),
                        //: What a group of settings holds
                        detail: qsTr("Where permissions are written down, and by whom it is run") },
                    //: A group of settings
                    { part: "about", symbol: "info", words: qsTr("About Apricot"), detail: "" }
                ]

                Card {
                    id: group

                    required property var modelData

                    ListRow {
                        symbol: group.modelData.symbol
                        text: group.modelData.words
                        detail: group.modelData.detail
                        onClicked: page.part = group.modelData.part
                    }
                }
            }
        }
    }
}
