// SPDX-License-Identifier: GPL-3.0-or-later
// The clinic's app: the door, who is there, the counter.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls
import Apricot.Clinic
import Apricot.Device

ApplicationWindow {
    id: window

    required property string folder
    property string ledger
    property string mailbox
    // What is set here from outside goes into the settings; they themselves are asked for what holds.
    property real typeScale
    property int look: -1
    property string language
    property var files: [] // handed to the app: the first waits until somebody has signed in
    property string scanned // before anybody had signed in: read as soon as somebody has
    readonly property alias counter: counter
    readonly property bool isInside: counter.state !== Counter.Missing && counter.state !== Counter.Locked && counter.state !== Counter.SigningIn

    width: 1280
    height: 860
    minimumWidth: 360
    minimumHeight: 480
    visible: true
    color: Theme.ground
    //: Title of the clinic's app
    title: qsTr("Apricot at the counter")
    onTypeScaleChanged: if (typeScale > 0) Settings.typeScale = typeScale
    onLookChanged: if (look >= 0) Settings.look = look
    onIsInsideChanged: {
        if (isInside)
            inside.setSource("CounterPage.qml", { counter: counter })
        else
            inside.source = ""
    }
    onLanguageChanged: if (language) Settings.language = language

    Component.onCompleted: {
        Settings.folder = folder
        if (language) Settings.language = language
    }

    SleepWatch { onSleeping: counter.lock() }
    Counter {
        id: counter

        folder: window.folder
        ledger: window.ledger
        mailbox: window.mailbox
    }
    header: Banner {
        problem: counter.problem
        notice: counter.notice
        onDismissed: counter.dismiss()
    }
    // Whatever is on the screen, and while one screen gives way to another, a hand scanner is heard.
    HandScanner {
        onScanned: text => {
            const page = inside.item as CounterPage
            if (page) {
                page.take(text)
                return
            }
            window.scanned = text
            //: A patient's code was scanned before a member of staff had signed in
            counter.tell(qsTr("The code was scanned. It is read as soon as somebody has signed in."))
        }
        //: A hand scanner's keys did not all arrive
        onMissed: counter.complain(qsTr("Something was scanned, and it is no code of Apricot or not the whole of one. Scan it again."))
    }
    Loader {
        id: screens

        anchors.fill: parent
        focus: true
        sourceComponent: window.isInside ? null : counter.state === Counter.SigningIn ? staff : door
    }
    // Comes with the first one who signs in: the door does not wait for it.
    Loader {
        id: inside

        anchors.fill: parent
        focus: true
        onLoaded: {
            const page = item as CounterPage
            if (window.files.length > 0) {
                counter.take(window.files[0])
                window.files = []
            } else if (window.scanned) {
                page.take(window.scanned)
                window.scanned = ""
            }
        }
    }
    Component { id: door; DoorPage { counter: window.counter } }
    Component { id: staff; StaffPage { counter: window.counter } }
}
