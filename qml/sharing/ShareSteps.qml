// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of sharing, one at a time: who, what, how long (or what was asked for), exactly this;
// then the code. A file a step.
import QtQuick
import Apricot.Person
import Apricot.Sharing

Loader {
    id: steps

    required property ShareFlow flow
    required property Person person
    signal requests // to what clinics ask for
    signal letters  // to what they sent

    focus: true
    sourceComponent: flow.step === ShareFlow.Who ? who : flow.step === ShareFlow.What_ ? what
        : flow.step === ShareFlow.HowLong ? howLong : flow.step === ShareFlow.Asked ? asked
        : flow.step === ShareFlow.Rehearsing ? rehearsal : code

    Component {
        id: who

        WhoStep {
            flow: steps.flow
            person: steps.person
            onRequests: steps.requests()
            onLetters: steps.letters()
        }
    }
    Component { id: what; WhatStep { flow: steps.flow; person: steps.person } }
    Component { id: howLong; LongStep { flow: steps.flow; person: steps.person } }
    Component { id: asked; AskedStep { flow: steps.flow; person: steps.person } }
    Component { id: rehearsal; RehearsalStep { flow: steps.flow; person: steps.person } }
    Component {
        id: code

        CodeView {
            person: steps.person
            number: steps.flow.grant
            onDone: steps.flow.startAgain()
        }
    }
}
