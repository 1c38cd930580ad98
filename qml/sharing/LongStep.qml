// SPDX-License-Identifier: GPL-3.0-or-later
// How long and how often they may open it, for what, and when they erase their copy.
import QtQuick
import Apricot.Controls
import Apricot.Person
import Apricot.Sharing

ScrollPage {
    id: step

    required property ShareFlow flow
    required property Person person

    //: Heading of the third step of sharing
    title: qsTr("How long and how often?")

    StepsLine { step: 3 }
    Card {
        Words {
            //: Question above the times
            text: qsTr("How long may they open it?")
            font.bold: true
        }
        Repeater {
            model: [
                //: How long a permission lasts
                { minutes: 15, words: qsTr("15 minutes, while I am here") },
                //: How long a permission lasts
                { minutes: 1440, words: qsTr("One day") },
                //: How long a permission lasts
                { minutes: 2880, words: qsTr("Two days, for a printed card") },
                //: How long a permission lasts
                { minutes: 43200, words: qsTr("30 days, for care that goes on") }
            ]
            Choice {
                required property var modelData

                text: modelData.words
                checked: step.flow.minutes === modelData.minutes
                onClicked: step.flow.minutes = modelData.minutes
            }
        }
    }
    Card {
        Words {
            //: Question above how often
            text: qsTr("How often?")
            font.bold: true
        }
        Repeater {
            model: [
                //: How often records may be opened
                { uses: 1, words: qsTr("Once") },
                //: How often records may be opened
                { uses: 3, words: qsTr("Up to 3 times") },
                //: How often records may be opened
                { uses: 20, words: qsTr("Up to 20 times, for care that goes on") }
            ]
            Choice {
                required property var modelData

                text: modelData.words
                checked: step.flow.uses === modelData.uses
                onClicked: step.flow.uses = modelData.uses
            }
        }
    }
    Card {
        Words {
            //: Question above the days
            text: qsTr("When must they erase their copy?")
            font.bold: true
        }
        Repeater {
            model: [
                //: When the clinic erases its copy
                { days: 1, words: qsTr("After one day") },
                //: When the clinic erases its copy
                { days: 30, words: qsTr("After 30 days") },
                //: When the clinic erases its copy
                { days: 365, words: qsTr("After one year") }
            ]
            Choice {
                required property var modelData

                text: modelData.words
                checked: step.flow.keepDays === modelData.days
                onClicked: step.flow.keepDays = modelData.days
            }
        }
    }
    Card {
        visible: step.flow.purposes.length > 1

        Words {
            //: Question above the purposes, treatment, referral ...
            text: qsTr("What for?")
            font.bold: true
        }
        Repeater {
            model: step.flow.purposes

            Choice {
                required property purposeChoice modelData

                text: modelData.words
                checked: step.flow.purpose === modelData.purpose
                onClicked: step.flow.purpose = modelData.purpose
            }
        }
    }
    WordButton {
        first: true
        enabled: !step.person.busy
        //: Button: see what would be shared; nothing is shared yet
        text: qsTr("See exactly what they would see")
        onClicked: step.flow.go(ShareFlow.Rehearsing)
    }
    WordButton {
        //: Button: one step back
        text: qsTr("Back")
        onClicked: step.flow.back()
    }
}
