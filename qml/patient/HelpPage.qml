// SPDX-License-Identifier: GPL-3.0-or-later
// What people ask at the counter, answered in a few words.
import QtQuick
import Apricot.Controls

ScrollPage {
    leavable: true
    //: Heading
    title: qsTr("Help")

    Repeater {
        model: [
            //: Help: a question
            { ask: qsTr("The clinic wants to see my records"),
                //: Help: an answer
                say: qsTr("On the first screen press \"Show my code to a clinic\", choose the clinic, read what it would see, agree, and show the code at the counter.") },
            //: Help: a question
            { ask: qsTr("Can they see everything?"),
                //: Help: an answer
                say: qsTr("No. Only what you read and agreed to, until the time it says.") },
            //: Help: a question
            { ask: qsTr("I changed my mind"),
                //: Help: an answer
                say: qsTr("On the first screen press \"Who looked at my records\" and end the permission. What was read before has been read.") },
            //: Help: a question
            { ask: qsTr("I forgot my passphrase"),
                //: Help: an answer
                say: qsTr("Nobody can open this record without it, not even we; a backup has the same passphrase. Look where you wrote it down. Your 24 words bring back your keys, not your records: with them you can make a new record and end old permissions.") },
            //: Help: a question
            { ask: qsTr("I lost my phone"),
                //: Help: an answer
                say: qsTr("Your record there stays locked. On the new phone bring in your backup file: it holds your records and your keys. If you have none, your 24 words bring back the keys, so that you can end old permissions; they do not bring back your records.") }
        ]

        Card {
            id: one

            required property var modelData

            title: modelData.ask
            Words { text: one.modelData.say }
        }
    }
}
