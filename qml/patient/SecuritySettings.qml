// SPDX-License-Identifier: GPL-3.0-or-later
// When it locks itself, the recovery words, the passphrase, the PIN and the finger.
import QtQuick
import Apricot.Controls
import Apricot.Device
import Apricot.Patient
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
    SleepWatch { id: sleep }
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
                text: sleep.there ? qsTr("It also locks before the device sleeps.")
                    //: Below the time after which it locks itself, where sleep is not announced
                    : qsTr("It also locks when the device has slept, as soon as it wakes.")
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
                onClicked: page.person.changePassphrase(safe, old.field, now.field, again.field)
            }
        }
        PinCard {
            person: page.person
            safe: safe
        }
        FingerCard {
            person: page.person
        }
    }
}
