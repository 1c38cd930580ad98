// SPDX-License-Identifier: GPL-3.0-or-later
// What a clinic asked for: all of it, or less. Never more.
import QtQuick
import Apricot.Controls
import Apricot.Person
import Apricot.Shelf
import Apricot.Sharing

ScrollPage {
    id: step

    required property ShareFlow flow
    required property Person person

    //: Heading: a clinic asks to see records; %1 is the clinic
    title: qsTr("%1 asks").arg(step.flow.clinicName)

    Records { id: names }
    Words {
        text: step.flow.askedWords
    }
    Words {
        quiet: true
        //: Above what may be taken away from a request
        text: qsTr("You can give less than they ask for, never more. Nothing is shared until you sign.")
    }
    Card {
        visible: step.flow.askedKinds !== 0

        Words {
            //: Above the kinds of records that a clinic asks for
            text: qsTr("Which kinds?")
            font.bold: true
        }
        Repeater {
            model: 13

            Tick {
                required property int index
                readonly property int bit: 1 << index

                visible: (step.flow.askedKinds & bit) !== 0
                text: names.kindName(index + 1)
                //: Beside a kind of records that a clinic asks for
                about: (step.flow.kindsThere & bit) !== 0 ? "" : qsTr("You have no records of this kind.")
                checked: (step.flow.kinds & bit) !== 0
                onToggled: step.flow.kinds = checked ? step.flow.kinds | bit : step.flow.kinds & ~bit
            }
        }
    }
    Card {
        visible: step.flow.askedKinds !== 0

        Words {
            //: Question above the lengths of time
            text: qsTr("How far back?")
            font.bold: true
        }
        Repeater {
            model: [
                //: How far back records are shared, when a clinic asks
                { days: 0, words: qsTr("As far as they ask") },
                //: How far back records are shared, when a clinic asks
                { days: 730, words: qsTr("Two years at most") },
                //: How far back records are shared, when a clinic asks
                { days: 183, words: qsTr("Half a year at most") }
            ]
            Choice {
                required property var modelData

                text: modelData.words
                checked: step.flow.reach === modelData.days
                onClicked: step.flow.reach = modelData.days
            }
        }
    }
    Card {
        visible: step.flow.askedMinutes > 15

        Words {
            //: Question above the times
            text: qsTr("How long may they open it?")
            font.bold: true
        }
        Repeater {
            model: [
                //: How long a permission lasts, when a clinic asks
                { minutes: step.flow.askedMinutes, words: qsTr("As long as they ask") },
                //: How long a permission lasts, when a clinic asks
                { minutes: 1440, words: qsTr("One day at most") },
                //: How long a permission lasts, when a clinic asks
                { minutes: 15, words: qsTr("15 minutes at most") }
            ]
            Choice {
                required property var modelData
                required property int index

                visible: index === 0 || modelData.minutes < step.flow.askedMinutes

                text: modelData.words
                checked: step.flow.minutes === modelData.minutes
                onClicked: step.flow.minutes = modelData.minutes
            }
        }
    }
    Card {
        visible: step.flow.askedUses > 1

        Words {
            //: Question above how often
            text: qsTr("How often?")
            font.bold: true
        }
        Repeater {
            model: [step.flow.askedUses, 1]

            Choice {
                required property int modelData

                //: How often records may be opened
                text: modelData === 1 ? qsTr("Once")
                    //: How often records may be opened, when a clinic asks; %1 is a number
                    : qsTr("Up to %1 times, as they ask").arg(modelData)
                checked: step.flow.uses === modelData
                onClicked: step.flow.uses = modelData
            }
        }
    }
    WordButton {
        first: true
        enabled: !step.person.busy && (step.flow.kinds !== 0 || step.flow.askedKinds === 0)
        //: Button: see what would be shared; nothing is shared yet
        text: qsTr("See exactly what they would see")
        onClicked: step.flow.go(ShareFlow.Rehearsing)
    }
    WordButton {
        //: Button: one step back; nothing is shared
        text: qsTr("Back")
        onClicked: step.flow.back()
    }
}
