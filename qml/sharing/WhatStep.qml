// SPDX-License-Identifier: GPL-3.0-or-later
// What they may see: plain presets first, then what is chosen more exactly.
import QtQuick
import Apricot.Controls
import Apricot.Person
import Apricot.Sharing

Loader {
    id: step

    required property ShareFlow flow
    required property Person person
    property string part // "kinds", "topics", "records", or the presets

    focus: true
    sourceComponent: part === "kinds" ? kinds : part === "topics" ? topics : part === "records" ? records : presets

    function choose(what: int) {
        flow.what = what
        flow.go(ShareFlow.HowLong)
    }

    Component {
        id: presets

        ScrollPage {
            //: Heading of the second step of sharing; %1 is a clinic
            title: qsTr("What may %1 see?").arg(step.flow.clinicName)

            StepsLine { step: 2 }
            Column {
                width: parent.width
                spacing: Theme.gap / 2

                Repeater {
                    model: [
                        {
                            what: ShareFlow.ThisVisit,
                            //: What to share
                            words: qsTr("For this visit"),
                            //: About what to share
                            about: qsTr("All records of the last half year; medicines, allergies and illnesses of all years")
                        },
                        {
                            what: ShareFlow.MedicinesAndAllergies,
                            //: What to share
                            words: qsTr("Medicines and allergies only"),
                            //: About what to share
                            about: qsTr("What you take and what you must not be given")
                        },
                        {
                            what: ShareFlow.TestsAndScans,
                            //: What to share
                            words: qsTr("Tests and scans"),
                            //: About what to share
                            about: qsTr("Lab results, measurements, X-rays, of all years")
                        },
                        {
                            what: ShareFlow.Everything,
                            //: What to share
                            words: qsTr("Everything"),
                            //: About what to share
                            about: qsTr("All records of all years, but not private or most private ones")
                        }
                    ]

                    RowButton {
                        required property var modelData

                        text: modelData.words
                        about: modelData.about
                        marked: step.flow.what === modelData.what
                        onClicked: step.choose(modelData.what)
                    }
                }
                RowButton {
                    //: What to share
                    text: qsTr("Everything about one illness")
                    //: About what to share
                    about: qsTr("For example about my heart")
                    marked: step.flow.what === ShareFlow.About
                    onClicked: step.part = "topics"
                }
                RowButton {
                    //: What to share
                    text: qsTr("Kinds that I choose")
                    //: About what to share
                    about: qsTr("For example lab results of the last year")
                    marked: step.flow.what === ShareFlow.Kinds
                    onClicked: step.part = "kinds"
                }
                RowButton {
                    //: What to share
                    text: qsTr("Records that I choose")
                    //: About what to share
                    about: qsTr("One by one, from the list")
                    marked: step.flow.what === ShareFlow.Records
                    onClicked: step.part = "records"
                }
            }
            WordButton {
                //: Button: one step back
                text: qsTr("Back")
                onClicked: step.flow.back()
            }
        }
    }
    Component {
        id: kinds

        KindsPart {
            flow: step.flow
            onChosen: step.choose(ShareFlow.Kinds)
            onBack: step.part = ""
        }
    }
    Component {
        id: topics

        TopicsPart {
            flow: step.flow
            onChosen: step.choose(ShareFlow.About)
            onBack: step.part = ""
        }
    }
    Component {
        id: records

        RecordsPart {
            flow: step.flow
            person: step.person
            onChosen: step.choose(ShareFlow.Records)
            onBack: step.part = ""
        }
    }
}
