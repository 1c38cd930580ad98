// SPDX-License-Identifier: GPL-3.0-or-later
// When it locks itself, the passphrase, the recovery words.
import QtQuick
import Apricot.Controls
import Apricot.Device
import Apricot.Person

ScrollPage {
    id: page

    required property Person person
    readonly property var minutes: [1, 2, 5, 15, 60]
    signal go(string where)

    function inWords(minutes: int): string {
        //: How long nobody touches it
        return minutes === 1 ? qsTr("one minute")
            //: How long nobody touches it; %1 is a number
            : qsTr("%1 minutes").arg(minutes)
    }

    leavable: true
    wide: true
    //: Heading
    title: qsTr("Security")

    KeySafe { id: safe }
    Columns {
        Card {
            symbol: "lock"
            //: Heading of a group of settings
            title: qsTr("It locks itself")

            Picker {
                //: Label of a choice
                label: qsTr("When nobody touches it for")
                model: page.minutes.map(n => page.inWords(n))
                index: Math.max(0, page.minutes.indexOf(Settings.lockAfter))
                onChosen: at => Settings.lockAfter = page.minutes[at]
            }
            Words {
                quiet: true
                //: Below the time after which it locks itself
                text: qsTr("It also locks when the device sleeps.")
            }
        }
        Card {
            symbol: "words"
            //: Heading of a group of settings
            title: qsTr("The 24 words")

            Words {
                //: State of the recovery words
                text: page.person.safekeeping.wordsChecked ? qsTr("Written down and checked.")
                    //: State of the recovery words
                    : qsTr("Not checked yet. Without them a lost device means lost keys.")
            }
            WordButton {
                //: Button
                text: qsTr("Show the words")
                onClicked: page.go("words")
            }
        }
        Card {
            symbol: "key"
            //: Heading of a group of settings
            title: qsTr("Change the passphrase")

            SecretInput {
                id: old

                //: Label of a field
                label: qsTr("Passphrase so far")
            }
            SecretInput {
                id: now

                //: Label of a field
                label: qsTr("New passphrase")
                //: Below the field for a new passphrase
                hint: qsTr("At least 8 characters. Old backups keep the old passphrase.")
            }
            SecretInput {
                id: again

                //: Label of a field
                label: qsTr("New passphrase again")
            }
            WordButton {
                enabled: !page.person.busy && old.field.length > 0 && now.field.length > 0
                //: Button
                text: qsTr("Change it")
                onClicked: page.person.changePassphrase(old.field, now.field, again.field)
            }
        }
        Card {
            symbol: "device"
            //: Heading of a group of settings
            title: qsTr("A PIN on this device")

            Words { text: safe.words }
            Words {
                visible: safe.there
                quiet: true
                text: safe.pinWords
            }
            SecretInput {
                id: pinPassphrase

                visible: safe.there && !page.person.pin
                //: Label of a field
                label: qsTr("Passphrase, to set a PIN")
            }
            SecretInput {
                id: pin

                visible: safe.there && !page.person.pin
                //: Label of a field
                label: qsTr("New PIN (6 digits or more)")
            }
            SecretInput {
                id: pinAgain

                visible: safe.there && !page.person.pin
                //: Label of a field
                label: qsTr("The same PIN again")
            }
            WordButton {
                visible: safe.there && !page.person.pin
                enabled: !page.person.busy && pinPassphrase.field.length > 0 && pin.field.length > 0
                //: Button
                text: qsTr("Set the PIN")
                onClicked: page.person.setPin(safe, pinPassphrase.field, pin.field, pinAgain.field)
            }
            WordButton {
                visible: page.person.pin
                //: Button: a PIN no longer opens the record
                text: qsTr("Take the PIN away")
                onClicked: page.person.forgetPin(safe)
            }
        }
    }
}
