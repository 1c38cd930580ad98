// SPDX-License-Identifier: GPL-3.0-or-later
// The patient's app: which screen is shown, and the way between them.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls
import Apricot.Device
import Apricot.Patient
import Apricot.Person
import Apricot.Sharing

ApplicationWindow {
    id: window

    required property string folder
    property string ledger  // instead of the one in the settings
    property string mailbox
    property string screen: "home"
    property bool askingWhose: false // changes less often than all that Person tells
    // What is set here from outside goes into the settings; they themselves are asked for what holds.
    property real typeScale
    property int look: -1
    property string language
    property var files: [] // and codes, given to the app at its start
    readonly property alias person: person
    readonly property alias profiles: profiles
    readonly property alias looking: looking
    readonly property bool wide: width >= 900 && width >= 760 * Theme.scale

    width: 420
    height: 780
    minimumWidth: 360
    minimumHeight: 480
    visible: true
    color: Theme.ground
    //: Title of the patient's app
    title: qsTr("Apricot")
    onTypeScaleChanged: if (typeScale > 0) Settings.typeScale = typeScale
    onLookChanged: if (look >= 0) Settings.look = look
    onLanguageChanged: if (language) Settings.language = language

    property string record // that the list of records begins with
    property string cameFrom // where that record was pressed
    property string code // that was handed to the app, for the screen that it concerns
    // Of an open vault. Pages.qml sets it, and comes with the first one that is opened: the lock screen does not wait
    // for all the screens behind it.
    property Component page

    function showCode(where: string, given: string) {
        go(where)
        code = given
    }
    function showRecord(id: string) {
        cameFrom = screen
        go("records")
        record = id
    }
    function bringIn() {
        file.open()
    }
    function go(where: string) {
        person.dismiss()
        record = ""
        code = ""
        if (where === "import") return bringIn()
        screen = where
    }

    Component.onCompleted: {
        Settings.folder = folder
        if (language) Settings.language = language
    }
    Profiles {
        id: profiles

        folder: window.folder
    }
    Person {
        id: person

        folder: window.folder
        profile: profiles.current
        ledger: window.ledger || Settings.ledger
        mailbox: window.mailbox || Settings.mailbox
        lockAfter: Settings.lockAfter
        onStateChanged: {
            window.screen = "home"
            if (state !== Person.Open) return pages.source = ""
            profiles.settle()
            pages.setSource("Pages.qml", { window: window })
        }
        onChanged: window.askingWhose = person.whose.there
        onMade: window.screen = "words"
    }
    onFilesChanged: handed.take(files)
    onScreenChanged: looking.reload()
    Looking {
        id: looking

        person: window.person
    }
    Handed {
        id: handed

        person: window.person
        ready: person.state === Person.Open && window.screen !== "words" && !window.askingWhose && !person.busy && !person.problem
        onRequest: code => window.showCode("requests", code)
        onCheckpoint: code => window.showCode("ledger", code)
    }
    header: Banner {
        problem: person.problem
        notice: person.notice
        busy: person.busy
        fraction: person.fraction
        onDismissed: person.dismiss()
        onCancelled: person.cancel()
    }
    Navigation {
        id: rail

        rail: true
        visible: window.wide && window.navigable
        height: parent.height
        width: visible ? implicitWidth : 0
        places: window.places
        current: window.screen
        onGo: where => window.go(where)
    }
    Loader {
        id: loader

        x: rail.width
        width: parent.width - x
        height: parent.height
        focus: true
        sourceComponent: person.state === Person.Missing ? start : person.state === Person.Locked ? unlock
            : window.page
    }
    Component { id: start; StartPage { person: window.person; profiles: window.profiles } }
    Component { id: unlock; UnlockPage { person: window.person; profiles: window.profiles } }
    Loader { id: pages }

    // A code has the whole screen.
    readonly property bool navigable: person.state === Person.Open && !(loader.item?.wholeScreen ?? false)
    readonly property var places: [
        //: Bottom bar: the first screen
        { where: "home", words: qsTr("Home"), symbol: "home" },
        //: Bottom bar: the list of records
        { where: "records", words: qsTr("Records"), symbol: "records" },
        //: Bottom bar: let a clinic see records
        { where: "share", words: qsTr("Share"), symbol: "share" },
        //: Bottom bar: who may see what, who saw it
        { where: "shared", words: qsTr("Seen by"), symbol: "shared" },
        //: Bottom bar
        { where: "settings", words: qsTr("Settings"), symbol: "settings" }
    ]

    PlaceDialog {
        id: file

        onChosen: place => handed.take([place])
    }
    DropArea {
        anchors.fill: parent
        enabled: person.state === Person.Open
        onDropped: drop => handed.take(drop.hasUrls ? drop.urls : [drop.text])
    }
    Guard {}
    SleepWatch { onSleeping: person.lock() }
    footer: Navigation {
        visible: !window.wide && window.navigable
        room: window.width - 8
        places: window.places
        current: window.screen
        onGo: where => window.go(where)
    }
}
