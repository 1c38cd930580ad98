// SPDX-License-Identifier: GPL-3.0-or-later
// The 24 recovery words: shown to be written down, then three of them asked for. May be put off.
import QtQuick
import Apricot.Controls
import Apricot.Person

ScrollPage {
    id: page

    required property Person person
    property bool checking: false
    property string fault
    readonly property bool wholeScreen: true
    signal done

    alone: true
    //: Heading
    title: checking ? qsTr("Let us check three of them")
        //: Heading
        : qsTr("Write down these 24 words")

    function check() {
        const wrong = []
        for (let i = 0; i < asked.count; ++i) {
            const one = asked.itemAt(i)
            if (!words.matches(one.modelData, one.field)) wrong.push(one.modelData)
        }
        //: After words were checked; %1 is a list of numbers
        fault = wrong.length ? qsTr("Not the same as shown: word %1. Look at your paper, or look at the words again.").arg(wrong.join(", ")) : ""
        if (wrong.length) return
        person.wordsAreChecked()
        words.forget()
        page.done()
    }

    Steps {
        //: Steps of writing down the recovery words
        names: [qsTr("Write them down"), qsTr("Check")]
        current: page.checking ? 1 : 0
    }
    Words {
        visible: !page.checking
        //: What the recovery words are for
        text: qsTr("On paper, in this order, with their numbers. With them you get your keys back on a new device if this one is lost: you can then end permissions you gave. Your records come back from a backup file. Who has the words can act as you, so keep the paper with your most important papers; no photo, no message.")
    }
    Card {
        visible: !page.checking

        RecoveryWords {
            id: words

            width: parent.width
            height: implicitHeight
            person: page.person
            font.pixelSize: Theme.body
            color: Theme.text
            quiet: Theme.quiet
            Accessible.role: Accessible.Graphic
            //: Accessible name of the 24 words; screen readers do not say them aloud
            Accessible.name: qsTr("Your 24 words. They are not read aloud: ask somebody you trust to write them down for you, or keep a backup instead.")
        }
    }
    WordButton {
        visible: !page.checking
        plain: true
        text: words.chinese
            //: Button: the recovery words in the other list, in both languages
            ? qsTr("English words instead · 改用英文词")
            //: Button: the recovery words in the other list, in both languages
            : qsTr("Chinese characters instead · 改用汉字")
        onClicked: words.chinese = !words.chinese
    }
    Words {
        visible: !page.checking
        quiet: true
        //: Below the recovery words
        text: qsTr("English words or Chinese characters: either brings back the same keys. One of them on paper is enough.")
    }
    Repeater {
        id: asked

        model: page.checking ? words.asked : []

        SecretInput {
            required property int modelData
            required property int index

            //: Label of a field; %1 is a number from 1 to 24
            label: qsTr("Word number %1").arg(modelData)
            field.shown: true
            onAccepted: index + 1 < asked.count ? asked.itemAt(index + 1).field.forceActiveFocus(Qt.TabFocusReason) : page.check()
        }
    }
    Words {
        visible: text.length > 0
        color: Theme.danger
        text: page.fault
    }
    WordButton {
        first: true
        enabled: words.shown
        //: Button after the check of three words
        text: page.checking ? qsTr("Check")
            //: Button below the recovery words
            : qsTr("I wrote them down")
        onClicked: page.checking ? page.check() : page.checking = true
    }
    WordButton {
        visible: page.checking
        symbol: "back"
        //: Button: back to the recovery words
        text: qsTr("Show me the words again")
        onClicked: {
            page.fault = ""
            page.checking = false
        }
    }
    WordButton {
        plain: true
        //: Button: the recovery words are written down another time
        text: qsTr("Later")
        onClicked: {
            words.forget()
            page.done()
        }
    }
    Words {
        quiet: true
        //: Below the button that puts it off
        text: Settings.elder ? qsTr("Until you have done it, the first screen reminds you. You find the words under More, Settings, Security.")
            //: Below the button that puts it off
            : qsTr("Until you have done it, the first screen reminds you. You find the words under Settings, Security.")
    }
}
