// SPDX-License-Identifier: GPL-3.0-or-later
// A window that holds one screen of sharing and the person it belongs to.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls
import Apricot.Person
import Apricot.Sharing

ApplicationWindow {
    id: window

    required property string folder
    property string ledger
    property string mailbox
    property string screen: "share"
    property real typeScale: 1
    property int look: 0
    readonly property alias person: person
    property Looking looking: own

    visible: true
    color: Theme.ground
    title: "Host"
    onTypeScaleChanged: Settings.typeScale = typeScale
    onLookChanged: Settings.look = look
    Component.onCompleted: {
        Settings.folder = folder
        Settings.typeScale = typeScale
        Settings.look = look
    }

    Person {
        id: person

        folder: window.folder
        ledger: window.ledger
        mailbox: window.mailbox
    }
    Looking {
        id: own

        person: window.person
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
        anchors.fill: parent
        focus: true
        sourceComponent: person.state !== Person.Open ? locked : window.screen === "shared" ? shared
            : window.screen === "requests" ? requests : window.screen === "letters" ? letters : share
    }
    Component {
        id: locked

        Column {
            SecretInput {
                id: secret

                label: "Passphrase"
            }
            WordButton {
                text: "Unlock"
                onClicked: person.unlock(secret.field)
            }
        }
    }
    Component { id: share; SharePage { person: window.person; looking: window.looking } }
    Component { id: requests; RequestsPage { person: window.person } }
    Component { id: letters; LettersPage { person: window.person; looking: window.looking; onRequests: window.screen = "requests" } }
    Component { id: shared; SharedPage { person: window.person } }
}
