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

    function showCode(where: string, given: string) {
        go(where)
        code = given
    }
    function showRecord(id: string) {
        cameFrom = screen
        go("records")
        record = id
    }
    function go(where: string) {
        person.dismiss()
        record = ""
        code = ""
        if (where === "import") return file.open()
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
            if (state === Person.Open) profiles.settle()
            window.screen = "home"
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
            : window.askingWhose ? whose : window.pages[window.screen] ?? home
    }
    // What is shown where, once the vault is open: a new screen is a line here, and one in `places` when the bar
    // leads to it.
    readonly property var pages: ({
        home: home, records: records, share: share, shared: shared, settings: settings, menu: menu,
        backup: settings, ledger: settings, // parts of it
        requests: requests, letters: letters, summary: summary, help: help, words: words
    })
    Component { id: start; StartPage { person: window.person; profiles: window.profiles } }
    Component { id: unlock; UnlockPage { person: window.person; profiles: window.profiles } }
    Component { id: home; HomePage { person: window.person; name: profiles.name; onGo: where => window.go(where); onOpened: id => window.showRecord(id) } }
    Component { id: records; RecordsPage { person: window.person; opened: window.record; onBringIn: file.open(); onLeaving: window.go(window.cameFrom) } }
    Component { id: share; SharePage { person: window.person; looking: window.looking } }
    Component { id: shared; SharedPage { person: window.person } }
    Component { id: settings; SettingsPage { person: window.person; profiles: window.profiles; code: window.code; part: window.screen === "settings" ? "" : window.screen; onGo: where => window.go(where) } }
    Component { id: requests; RequestsPage { person: window.person; code: window.code; onBack: window.go("home") } }
    Component { id: letters; LettersPage { person: window.person; looking: window.looking; onRequests: window.go("requests"); onBack: window.go("home") } }
    Component { id: whose; WhosePage { person: window.person } }
    Component { id: words; WordsPage { person: window.person; onDone: window.go("home") } }
    Component { id: help; HelpPage { onLeaving: window.go("home") } }
    Component { id: summary; SummaryPage { person: window.person; onLeaving: window.go("home"); onOpened: id => window.showRecord(id) } }
    Component { id: menu; MenuPage { places: window.places; onGo: where => window.go(where) } }

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
