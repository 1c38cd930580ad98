// SPDX-License-Identifier: GPL-3.0-or-later
// Which ledger, what it is, and checkpoints for a device that slept too long.
import QtQuick
import Apricot.Controls
import Apricot.Device
import Apricot.Person

ScrollPage {
    id: page

    required property Person person
    property string given // a checkpoint's code, handed to the app

    leavable: true
    wide: true
    //: Heading
    title: qsTr("Ledger")

    LedgerState {
        id: found

        person: page.person
    }
    Columns {
        Card {
            visible: page.given.length === 0
            symbol: "ledger"
            //: Heading of a group of settings
            title: qsTr("Where permissions are written down")

            Words {
                //: What ledger is used; %1 is a file or folder
                text: !page.person.ledger ? qsTr("None is chosen yet. Your hospital gives you a small file about its ledger.")
                    //: What ledger is used; %1 is a folder
                    : page.person.ledgerIsHere ? qsTr("A folder on this machine, run by one organisation: %1").arg(page.person.ledger)
                    //: What ledger is used; %1 is a file
                    : qsTr("Reached over the network, as this file says: %1").arg(page.person.ledger)
            }
            Words {
                visible: page.person.ledgerIsHere && page.person.mailbox.length > 0
                quiet: true
                //: Where packages wait; %1 is a folder
                text: qsTr("Packages wait in: %1").arg(page.person.mailbox)
            }
            WordButton {
                symbol: "file"
                //: Button
                text: qsTr("Choose the hospitals' file")
                onClicked: file.open()
            }
            WordButton {
                plain: true
                //: Button
                text: qsTr("Choose a folder on this machine")
                onClicked: folder.open()
            }
        }
        Card {
            visible: page.given.length === 0 && page.person.ledger.length > 0
            symbol: "info"
            //: Heading: what the ledger says of itself
            title: qsTr("What it is")

            Words {
                visible: found.chain.length > 0
                //: The ledger's name; %1 is it
                text: qsTr("Chain: %1").arg(found.chain)
            }
            Words {
                visible: found.chain.length > 0 && found.nodes.length === 0
                //: The ledger is on this machine
                text: qsTr("No nodes: it is on this machine.")
            }
            Repeater {
                model: found.nodes
                Words {
                    required property string modelData
                    //: One of the machines that are asked; %1 is its address
                    text: qsTr("Node: %1").arg(modelData)
                }
            }
            WordButton {
                enabled: !page.person.busy
                //: Button: asks the ledger
                text: qsTr("Look")
                onClicked: found.look()
            }
        }
        Card {
            visible: page.given.length > 0 || (page.person.ledger.length > 0 && !page.person.ledgerIsHere)
            symbol: "check"
            //: Heading: a block that is trusted, as a code
            title: qsTr("Checkpoint")

            Words {
                //: What a checkpoint is for
                text: qsTr("A device that was off for long no longer knows which ledger is the true one. It takes a checkpoint from a device of yours, or from the hospital's screen.")
            }
            WordButton {
                enabled: !page.person.busy
                //: Button: shows a code for another device
                text: qsTr("Show mine as a code")
                onClicked: found.makeCheckpoint()
            }
            CodeImage {
                visible: found.checkpoint.length > 0
                width: Math.min(parent.width, 320)
                height: width
                text: found.checkpoint
                Accessible.role: Accessible.Graphic
                //: Accessible name of a code
                Accessible.name: qsTr("Code of the checkpoint")
            }
            Words {
                visible: text.length > 0
                quiet: true
                text: found.asOf
            }
            TextInputBox {
                id: code

                //: Label of a field
                label: qsTr("A checkpoint's code from elsewhere")
                hint: "APRICOT:C1:…"
                text: page.given
            }
            Words {
                visible: text.length > 0
                text: found.wordsOf(code.text)
            }
            WordButton {
                enabled: code.text.trim().length > 0 && !page.person.busy
                danger: true
                //: Button
                text: qsTr("Trust this checkpoint")
                onClicked: sure.open()
            }
        }
    }
    AskDialog {
        id: sure

        //: Asks before a checkpoint is trusted
        title: qsTr("Trust this checkpoint?")
        words: [found.wordsOf(code.text),
            //: Asks before a checkpoint is trusted
            qsTr("Only take one from your own device or from the hospital itself, and compare: it must show the same. A link that somebody sent you is not enough.")].filter(said => said.length > 0).join("\n\n")
        //: Button: trusts a checkpoint
        yes: qsTr("Yes, I know where it is from")
        onAgreed: found.trust(code.text)
    }
    PlaceDialog {
        id: file

        onChosen: place => Settings.ledger = ChosenPlace.pathOf(place)
    }
    PlaceDialog {
        id: folder

        kind: PlaceDialog.Folder
        onChosen: place => {
            Settings.ledger = ChosenPlace.pathOf(place)
            Settings.mailbox = Settings.ledger + "-mailbox"
        }
    }
}
