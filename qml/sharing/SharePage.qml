// SPDX-License-Identifier: GPL-3.0-or-later
// Sharing: who, what, how long, exactly this; then the code. From here also to what clinics ask for
// and what they sent.
import QtQuick
import Apricot.Controls
import Apricot.Person
import Apricot.Sharing

FocusScope {
    id: page

    required property Person person
    required property Looking looking
    readonly property alias flow: sharing
    property string place // "requests", "letters", or sharing itself
    readonly property bool wholeScreen: place === "" ? sharing.step === ShareFlow.Showing : other.item?.wholeScreen ?? false

    ShareFlow {
        id: sharing

        person: page.person
    }
    ShareSteps {
        anchors.fill: parent
        visible: page.place === ""
        flow: sharing
        person: page.person
        onRequests: page.place = "requests"
        onLetters: page.place = "letters"
    }
    Loader {
        id: other

        anchors.fill: parent
        focus: active
        active: page.place !== ""
        sourceComponent: page.place === "letters" ? letters : requests
    }
    Component {
        id: requests

        RequestsPage {
            person: page.person
            onBack: page.place = ""
        }
    }
    Component {
        id: letters

        LettersPage {
            person: page.person
            looking: page.looking
            onRequests: page.place = "requests"
            onBack: page.place = ""
        }
    }
}
