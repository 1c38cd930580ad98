// SPDX-License-Identifier: GPL-3.0-or-later
// The patient's app: which screen is shown, and the way between them.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls
import Apricot.Patient
import Apricot.Person
import Apricot.Sharing

ApplicationWindow {
    id: window

    required property string folder
    property string ledger
    property string mailbox
    property string screen: "home"
    property alias typeScale: settled.typeScale
    property alias look: settled.look
    readonly property alias person: person

    width: 420
    height: 780
    minimumWidth: 360
    minimumHeight: 480
    visible: true
    color: Theme.ground
    //: Title of the patient's app
    title: qsTr("Apricot")

    function go(where: string) {
        person.dismiss()
        screen = where
    }

    QtObject {
        id: settled

        property real typeScale: 1
        property int look: Theme.Light
        onTypeScaleChanged: Theme.scale = typeScale
        onLookChanged: Theme.look = look
    }
    Person {
        id: person

        folder: window.folder
        ledger: window.ledger
        mailbox: window.mailbox
        onStateChanged: window.screen = "home"
    }
    header: Banner {
        problem: person.problem
        notice: person.notice
        busy: person.busy
        fraction: person.fraction
        onDismissed: person.dismiss()
        onCancelled: person.cancel()
    }
    Loader {
        id: loader

        anchors.fill: parent
        focus: true
        sourceComponent: person.state === Person.Missing ? start : person.state === Person.Locked ? unlock
            : window.screen === "records" ? records : window.screen === "share" ? share
            : window.screen === "shared" ? shared : window.screen === "settings" ? settings
            : window.screen === "menu" ? menu : home
    }
    Component { id: start; StartPage { person: window.person } }
    Component { id: unlock; UnlockPage { person: window.person } }
    Component { id: home; HomePage { person: window.person; onGo: where => window.go(where) } }
    Component { id: records; RecordsPage { person: window.person } }
    Component { id: share; SharePage { person: window.person } }
    Component { id: shared; SharedPage { person: window.person } }
    Component { id: settings; SettingsPage { person: window.person } }

    Component { id: menu; MenuPage { places: window.places; onGo: where => window.go(where) } }

    readonly property var places: [
        //: Bottom bar: the first screen
        { where: "home", words: qsTr("Home") },
        //: Bottom bar: the list of records
        { where: "records", words: qsTr("Records") },
        //: Bottom bar: let a clinic see records
        { where: "share", words: qsTr("Share") },
        //: Bottom bar: who may see what, who saw it
        { where: "shared", words: qsTr("Shared") },
        //: Bottom bar
        { where: "settings", words: qsTr("Settings") }
    ]
    // Where five do not fit beside each other, they stand below each other on a screen of their own.
    readonly property var shortPlaces: [
        places[0],
        //: Bottom bar, with large type: the other screens
        { where: "menu", words: qsTr("More") }
    ]

    footer: Row {
        id: bar

        readonly property var places: window.width >= 340 * Theme.scale ? window.places : window.shortPlaces

        // A code has the whole screen.
        visible: person.state === Person.Open && !(loader.item?.wholeScreen ?? false)
        padding: 4
        spacing: 4

        Repeater {
            model: bar.places

            WordButton {
                required property var modelData

                width: (window.width - 8 - 4 * (bar.places.length - 1)) / bar.places.length
                padding: 4
                small: true
                first: window.screen === modelData.where
                text: modelData.words
                onClicked: window.go(modelData.where)
            }
        }
    }
}
