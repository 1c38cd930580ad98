// SPDX-License-Identifier: GPL-3.0-or-later
// Sharing: who, what, how long, exactly this; then the code. A file a step.
import QtQuick
import Apricot.Controls
import Apricot.Person
import Apricot.Sharing

FocusScope {
    id: page

    required property Person person
    readonly property alias flow: sharing
    readonly property bool wholeScreen: sharing.step === ShareFlow.Showing

    ShareFlow {
        id: sharing

        person: page.person
    }
    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: sharing.step === ShareFlow.Who ? who : sharing.step === ShareFlow.What_ ? what
            : sharing.step === ShareFlow.HowLong ? howLong : sharing.step === ShareFlow.Rehearsing ? rehearsal : code
    }
    Component { id: who; WhoStep { flow: sharing; person: page.person } }
    Component { id: what; WhatStep { flow: sharing; person: page.person } }
    Component { id: howLong; LongStep { flow: sharing; person: page.person } }
    Component { id: rehearsal; RehearsalStep { flow: sharing; person: page.person } }
    Component {
        id: code

        CodeView {
            person: page.person
            number: sharing.grant
            onDone: sharing.startAgain()
        }
    }
}
