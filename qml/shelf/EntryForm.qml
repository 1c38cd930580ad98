// SPDX-License-Identifier: GPL-3.0-or-later
// A person writes down a reading or a note, or takes up a photo or PDF.
import QtQuick
import Apricot.Controls
import Apricot.Device
import Apricot.Shelf

ScrollPage {
    id: form

    property Shelf shelf
    property string correcting // an own entry; empty: a new one
    property int what: 0       // 0: a reading, 1: a note, 2: a photo or PDF
    signal kept(string id)
    signal cancelled

    title: correcting
        //: Heading of the form that corrects an entry of one's own
        ? qsTr("Correct my entry")
        //: Heading of the form for an entry of one's own
        : qsTr("Write something down")

    Entry {
        id: entry

        shelf: form.shelf
        correcting: form.correcting
        onKept: id => form.kept(id)
        onFilled: when.value = entry.when
    }
    Column {
        width: parent.width
        visible: !form.correcting

        Repeater {
            model: [
                //: A sort of entry
                qsTr("A measurement"),
                //: A sort of entry
                qsTr("A note, for example how I feel"),
                //: A sort of entry
                qsTr("A photo or PDF")
            ]

            Choice {
                required property string modelData
                required property int index

                text: modelData
                checked: form.what === index
                onClicked: form.what = index
            }
        }
    }
    Card {
        visible: form.what === 0

        Words {
            visible: !form.correcting
            //: Above the list of things to measure
            text: qsTr("What did you measure?")
            font.bold: true
        }
        Flow {
            width: parent.width
            spacing: 8
            visible: !form.correcting

            Repeater {
                model: 6

                Chip {
                    required property int index

                    text: entry.measureName(index + 1)
                    checked: entry.measure === index + 1
                    onClicked: {
                        entry.measure = index + 1
                        entry.startAgain()
                    }
                }
            }
        }
        TextInputBox {
            label: entry.measure === 1
                //: Label of a field: the first number of a blood pressure
                ? qsTr("Upper number (mmHg)")
                //: Label of a field; %1 is what is measured, %2 its unit
                : qsTr("%1 (%2)").arg(entry.measureName(entry.measure)).arg(entry.unitName(entry.measure))
            text: entry.value
            onTextChanged: {
                entry.value = text
                entry.startAgain()
            }
        }
        TextInputBox {
            visible: entry.measure === 1
            //: Label of a field: the second number of a blood pressure
            label: qsTr("Lower number (mmHg)")
            text: entry.second
            onTextChanged: {
                entry.second = text
                entry.startAgain()
            }
        }
        TextInputBox {
            //: Label of a field
            label: qsTr("Note (if you like)")
            text: entry.note
            onTextChanged: entry.note = text
        }
    }
    TextInputBox {
        id: words

        visible: form.what === 1
        //: Label of a field
        label: qsTr("What do you want to note?")
        onTextChanged: entry.startAgain()
    }
    TextInputBox {
        id: name

        visible: form.what === 2
        //: Label of a field
        label: qsTr("What is it? (for example: discharge letter)")
    }
    Words {
        visible: form.what === 2
        quiet: true
        //: Below the name of a photo that is going to be kept: what its camera wrote into it
        text: qsTr("The place and time that the camera wrote into a photo are taken out of it.")
    }
    DateInput {
        id: when

        //: Label of the day and time of an entry
        label: qsTr("When was it?")
        time: true
        onEdited: entry.startAgain()
    }
    Words {
        visible: entry.problem.length > 0
        color: Theme.danger
        text: "⚠ " + entry.problem
        Accessible.role: Accessible.AlertMessage
    }
    Words {
        visible: entry.unusual
        color: Theme.danger
        //: A value was typed that is rare
        text: qsTr("⚠ This value is unusual. Please look at the device again. If you feel unwell, do not wait: call for help. If the value is right, keep it.")
        Accessible.role: Accessible.AlertMessage
    }
    WordButton {
        first: true
        text: form.what === 2
            //: Button: choose a photo or PDF and keep it
            ? qsTr("Choose the file and keep it")
            : entry.unusual
            //: Button: keep an entry although its value is rare
            ? qsTr("It is right, keep it")
            //: Button: keep an entry
            : qsTr("Keep it")
        onClicked: {
            if (form.what === 0) entry.keepReading(when.value)
            else if (form.what === 1) entry.keepNote(words.text, when.value)
            else file.open()
        }
    }
    WordButton {
        //: Button: leave the form
        text: qsTr("Cancel")
        onClicked: form.cancelled()
    }
    PlaceDialog {
        id: file

        nameFilters: ["PDF, JPEG, PNG, WebP (*.pdf *.jpg *.jpeg *.png *.webp)"]
        onChosen: place => entry.keepDocument(place, name.text, when.value)
    }
}
