// SPDX-License-Identifier: GPL-3.0-or-later
// What would be agreed to: the words, how many records of which kind, and the signature. Nothing says
// the words again in others: what is signed stands once.
import QtQuick
import Apricot.Controls
import Apricot.Sharing

Column {
    id: words

    required property ShareFlow flow
    property bool other: false // the words in the other language

    width: parent ? parent.width : implicitWidth
    spacing: Theme.gap

    Words {
        heading: true
        //: Heading of the last step of sharing, before signing
        text: qsTr("Is this right?")
    }
    StepsLine { step: 4 }
    Card {
        Words {
            opacity: words.flow.ready ? 1 : 0.5
            text: words.other ? words.flow.otherWords : words.flow.words
        }
        WordButton {
            small: true
            //: Button: the words of the consent in the other language; readable in both
            text: qsTr("中文 / English")
            onClicked: words.other = !words.other
        }
    }
    Words {
        //: Above the button that signs: how many records would be seen; %1 is how many in all
        text: qsTr("They see exactly these records, and no other: %1").arg(words.flow.seen)
        font.bold: true
    }
    WordButton {
        first: true
        enabled: words.flow.ready
        //: Button that signs a permission
        text: qsTr("Yes, I agree and sign")
        onClicked: words.flow.sign()
    }
    WordButton {
        //: Button: one step back; nothing is shared
        text: qsTr("No, go back")
        onClicked: words.flow.back()
    }
    Words {
        visible: words.flow.seen === 0
        color: Theme.danger
        //: Every record was struck out
        text: qsTr("You have struck out everything: there is nothing to share.")
    }
    Card {
        Repeater {
            model: words.flow.counts

            Words {
                required property seenOfKind modelData
                //: How many records of a kind; %1 is the kind, %2 the number
                text: qsTr("%1: %2").arg(modelData.kind).arg(modelData.count)
            }
        }
        Words {
            visible: words.flow.closed > 0
            quiet: true
            //: Records that are more private than the permission reaches; %1 is how many
            text: qsTr("More private, and closed: %1. They are in the list without a tick; tick one if they need it.").arg(words.flow.closed)
        }
        Words {
            visible: words.flow.beyond > 0
            quiet: true
            //: Records that are more private than the clinic is admitted to; %1 is how many
            text: qsTr("More private than this clinic may open, and closed: %1.").arg(words.flow.beyond)
        }
    }
    Words {
        quiet: true
        //: Below the words of a permission
        text: qsTr("You can end this at any time. What they have read, they have read.")
    }
}
