// SPDX-License-Identifier: GPL-3.0-or-later
// A permission's code, dark on white and as large as fits, whole in the window without scrolling: at
// the counter nobody looks for it. Above it to whom, what and how long, in short; the words that were
// agreed to, whether it was opened, and other ways for it to reach the clinic stand below, or beside it.
import QtQuick
import Apricot.Controls
import Apricot.Device
import Apricot.Person
import Apricot.Sharing

FocusScope {
    id: view

    required property Person person
    required property string number
    property string part // "large": the code alone; "print"
    readonly property bool wide: width >= 860 * Math.min(Theme.scale, 1.5) || width > 1.3 * height
    readonly property bool good: grant.secondsLeft > 0 && (grant.state === GivenGrant.Good || grant.state === GivenGrant.Asking)
    readonly property bool shown: good && grant.frames.length > 0
    readonly property bool moving: shown && grant.frames.length > 1
    property bool still: false // of a moving code
    property int turn: 0
    readonly property alias given: grant
    signal done

    GivenGrant {
        id: grant

        person: view.person
        number: view.number
        onOpened: view.part = view.part === "large" ? "" : view.part
    }
    BrightWhile { active: view.good && view.part !== "print" }
    Timer {
        interval: 1000
        repeat: true
        running: grant.there
        onTriggered: grant.tick()
    }
    Timer { // so that the person sees at the counter that it worked
        interval: 4000
        repeat: true
        running: grant.there && view.good && view.person.ledgerIsHere
        onTriggered: grant.look()
    }

    component State: Words {
        font.bold: true
        color: grant.used > 0 ? Theme.good : view.good ? Theme.text : Theme.danger
        Accessible.role: Accessible.AlertMessage
        //: State of a permission whose code is shown: it was opened; %1 is a clinic, %2 a time, %3 the number of the ledger's block
        text: grant.state === GivenGrant.Ended ? qsTr("You ended this. Nobody can open it any more.")
            //: State of a permission whose code is shown; %1 is a clinic, %2 a time, %3 the number of the ledger's block
            : grant.used > 0 ? qsTr("✓ Opened by %1 at %2. The ledger proves it (block %3).").arg(grant.clinic).arg(grant.openings.lastTime).arg(grant.openings.lastBlock)
            //: Above the code of a permission that has ended
            : grant.secondsLeft === 0 ? qsTr("This code has run out. Nobody can open it any more; make a new one.")
            //: A permission that stands on another ledger than the one chosen in Settings; %1 is that ledger's name
            : grant.elsewhere ? qsTr("This permission stands on another ledger, %1. Choose that one in Settings to see who opened it, or to end it.").arg(grant.chain)
            //: The ledger cannot be asked whether a code was used
            : grant.unreachable ? qsTr("The ledger cannot be reached, so whether it was opened is not known here.")
            //: State of a permission whose code is shown, on a ledger that others run; %1 is a time
            : !view.person.ledgerIsHere ? (grant.asOf ? qsTr("Not opened when this device looked last, at %1.").arg(grant.asOf)
                //: State of a permission whose code is shown, on a ledger that others run
                : qsTr("This device has not looked yet whether it was opened."))
            //: State of a permission whose code is shown
            : qsTr("Not opened yet. This changes by itself when the clinic opens it.")
    }
    component TimeLeft: Column {
        visible: view.good
        width: parent ? parent.width : implicitWidth
        spacing: Theme.gap / 2

        Words {
            //: Above the code; %1 is a length of time, "14 minutes"
            text: qsTr("Good for %1 more").arg(grant.timeLeft)
        }
        Rectangle {
            width: parent.width
            height: 6
            radius: 3
            color: Theme.line

            Rectangle {
                width: parent.width * grant.part
                height: parent.height
                radius: 3
                color: Theme.good
            }
        }
    }
    Timer { // a round of the parts; below three changes a second, for those whom flicker harms
        interval: 350
        repeat: true
        running: view.moving && !view.still && view.visible
        onTriggered: view.turn = (view.turn + 1) % grant.frames.length
    }

    component Code: CodeImage {
        text: grant.frames[view.turn % Math.max(1, grant.frames.length)] ?? ""
        Accessible.role: Accessible.Graphic
        //: Accessible name of the code; %1 is a clinic
        Accessible.name: qsTr("Code for %1").arg(grant.clinic)
    }
    component Ways: Column {
        width: parent ? parent.width : implicitWidth
        spacing: Theme.gap

        WordButton {
            visible: view.shown
            //: Button below the code: it fills the window
            text: qsTr("Only the code, as large as possible")
            onClicked: view.part = "large"
        }
        LookNow {
            visible: view.good && !view.person.ledgerIsHere
            onChosen: grant.look()
        }
        WordButton {
            visible: view.good
            enabled: !view.person.busy
            //: Button below the code: over the network, without a code
            text: qsTr("Send it to the clinic as a message")
            onClicked: grant.send()
        }
        WordButton {
            visible: view.shown && grant.frames.length <= 9 // more are too fine for a page
            //: Button below the code
            text: qsTr("Print it as a card")
            onClicked: view.part = "print"
        }
        WordButton {
            visible: view.good
            //: Button below the code: a file for the clinic
            text: qsTr("Save it as a file")
            onClicked: file.open()
        }
        WordButton {
            first: grant.used > 0 || !view.good
            //: Button below the code
            text: qsTr("Done")
            onClicked: view.done()
        }
    }

    ScrollPage {
        id: page

        anchors.fill: parent
        visible: view.part === "" && !view.wide
        //: Heading above the code
        title: qsTr("Show this at the counter")

        Loader {
            id: place

            width: parent.width
            active: page.visible
            sourceComponent: Column {
                width: parent ? parent.width : 0
                spacing: Theme.gap / 2

                Words {
                    visible: view.good
                    font.bold: true
                    text: grant.clinic
                }
                Words {
                    // With large type, or for a long list, the code needs the room.
                    visible: view.good && Theme.scale < 1.5 && measured.advanceWidth < 1.8 * width
                    text: grant.what

                    TextMetrics {
                        id: measured

                        font.pixelSize: Theme.body
                        text: grant.what
                    }
                }
                TimeLeft {}
                Code {
                    readonly property real above: y + place.y + place.parent.y

                    visible: view.shown
                    width: Math.max(180, Math.min(parent.width, page.height - above - Theme.gap))
                    height: width
                    anchors.horizontalCenter: parent.horizontalCenter
                }
                Moving {}
                State {}
                Words { text: grant.words }
                TooMuch {}
                Ways {}
            }
        }
    }
    component Moving: PartsNote {
        visible: view.moving
        parts: grant.frames.length
        still: view.still
        onHold: view.still = true
        onNext: view.turn = (view.turn + 1) % grant.frames.length
        onMove: view.still = false
    }
    component TooMuch: Words {
        visible: grant.there && grant.frames.length === 0
        //: A permission whose code would be too large
        text: qsTr("So many single records are more than one code can carry. Send the permission to the clinic as a message instead, or as a file.")
    }
    Loader {
        anchors.fill: parent
        active: view.part === "" && view.wide
        sourceComponent: Item {
            ScrollPage {
                width: Math.min(parent.width * 0.42, 620)
                height: parent.height
                //: Heading above the code
                title: qsTr("Show this at the counter")

                Words {
                    visible: view.good
                    font.bold: true
                    text: grant.clinic
                }
                TimeLeft {}
                State {}
                Moving {}
                Words { text: grant.words }
                TooMuch {}
                Ways {}
            }
            Code {
                readonly property real room: Math.min(parent.height - 2 * Theme.gap, parent.width - Math.min(parent.width * 0.42, 620) - 2 * Theme.gap)

                visible: view.shown
                x: parent.width - Theme.gap - room
                anchors.verticalCenter: parent.verticalCenter
                width: room
                height: room
            }
        }
    }
    Loader {
        anchors.fill: parent
        active: view.part === "large"
        sourceComponent: Rectangle {
            color: "#ffffff"

            Code {
                readonly property real room: Math.min(parent.width, parent.height - close.height - 2 * Theme.gap)

                width: room
                height: room
                anchors.horizontalCenter: parent.horizontalCenter
                y: Math.max(0, (parent.height - close.height - 2 * Theme.gap - room) / 2)
            }
            WordButton {
                id: close

                x: Theme.gap
                width: parent.width - 2 * Theme.gap
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.gap
                first: true
                //: Button below the code that fills the window; %1 is a length of time, "14 minutes"
                text: view.good ? qsTr("Back (good for %1 more)").arg(grant.timeLeft)
                    //: Button below the code that fills the window, when it has run out
                    : qsTr("Back (the code has run out)")
                onClicked: view.part = ""
            }
        }
    }
    Loader {
        anchors.fill: parent
        active: view.part === "print"
        sourceComponent: PrintPart {
            grant: view.given
            onBack: view.part = ""
        }
    }
    SaveDialog {
        id: file

        defaultSuffix: "apricot"
        //: Kinds of file for a code, in the dialog that asks where to
        nameFilters: [qsTr("Apricot code") + " (*.apricot)",
            //: Kinds of file for a code, in the dialog that asks where to
            qsTr("Picture") + " (*.png)"]
        onChosen: (file, replace) => grant.saveCode(file, replace)
    }
}
