// SPDX-License-Identifier: GPL-3.0-or-later
// One record: in plain words, its fields, how it went over time, its attachments, its level, its older
// versions, and the original.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls
import Apricot.Device
import Apricot.Shelf

Item {
    id: view

    property Shelf shelf
    property string recordId
    property bool editable: true // level, own entries: not at a clinic
    property bool backShown: true
    property bool fromList: true // else from another screen
    property bool originalShown: false
    readonly property bool wide: width >= 1100
    signal back
    signal correct(string id) // an own entry

    function begin() { if (backShown) backButton.forceActiveFocus() }

    onRecordIdChanged: {
        originalShown = false
        page.contentY = 0
    }
    Keys.onEscapePressed: back()

    ShownRecord {
        id: shown

        shelf: view.shelf
        recordId: view.recordId
        onExported: saved.visible = true
        onShown: saved.visible = false
    }
    Flickable {
        id: page

        width: view.wide && view.originalShown ? parent.width / 2 : parent.width
        height: parent.height
        contentHeight: column.implicitHeight + 2 * Theme.gap
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}

        Column {
            id: column

            x: Math.max(0, (page.width - width) / 2)
            width: Math.min(page.width - Theme.gap, Theme.column * 1.25)
            spacing: Theme.gap
            bottomPadding: Theme.gap

            WordButton {
                id: backButton

                visible: view.backShown
                small: true
                symbol: "back"
                //: Button above one record: back to the list
                text: view.fromList ? qsTr("Back to the list")
                    //: Button above one record: back to the screen on which it was pressed
                    : qsTr("Back")
                onClicked: view.back()
            }
            Card {
                visible: shown.there

                Words { heading: true; text: shown.title }
                Words {
                    visible: text.length > 0
                    text: shown.flagSign ? shown.value + "  " + shown.flagSign + " " + shown.flagWords : shown.value
                    font.pixelSize: shown.value.length < 30 ? Theme.heading : Theme.body
                    font.bold: true
                    color: shown.flagSign ? Theme.danger : Theme.text
                }
                Words { text: shown.sentence }
                Words {
                    visible: shown.mistaken
                    color: Theme.danger
                    //: On a record that was entered in error
                    text: qsTr("Entered by mistake. It is kept so that nothing is lost, and counts no more.")
                }
                Words {
                    quiet: true
                    text: shown.kind
                }
                Words { // at a clinic it is the patient who vouches for it
                    visible: view.editable
                    quiet: true
                    color: Theme.quiet
                    text: shown.origin
                }
            }
            Card {
                visible: shown.there && shown.trend.there

                Words {
                    //: Heading above a curve
                    text: qsTr("Over time")
                    font.bold: true
                }
                TrendChart { width: parent.width; trend: shown.trend }
            }
            Card {
                visible: shown.there && shown.details.length > 0

                Words {
                    //: Heading above the fields of a record
                    text: qsTr("What it says")
                    font.bold: true
                }
                Repeater {
                    model: shown.details

                    Item { // label and text beside each other where there is room
                        id: detail

                        required property recordDetail modelData
                        readonly property bool beside: width > 460 * Theme.scale

                        width: parent.width
                        height: beside ? Math.max(label.height, said.height) : label.height + said.height + 4

                        Words {
                            id: label

                            width: detail.beside ? detail.width * 0.32 : detail.width
                            quiet: true
                            text: detail.modelData.label
                        }
                        Words {
                            id: said

                            x: detail.beside ? label.width + Theme.gap : 0
                            y: detail.beside ? 0 : label.height
                            width: detail.width - x
                            text: detail.modelData.text
                        }
                    }
                }
            }
            Repeater {
                model: shown.attachments

                Card {
                    id: attachment

                    required property recordAttachment modelData
                    required property int index

                    AttachmentView {
                        width: parent.width
                        record: shown
                        attachment: attachment.index
                        title: attachment.modelData.title
                        size: attachment.modelData.size
                    }
                }
            }
            Card {
                visible: shown.there
                LevelChoice { width: parent.width; record: shown; editable: view.editable }
            }
            Card {
                visible: shown.there && shown.versions.length > 0

                Words {
                    //: Heading above earlier versions of a record
                    text: qsTr("How it was before")
                    font.bold: true
                }
                Repeater {
                    model: shown.versions

                    Words {
                        required property olderVersion modelData

                        text: "• " + modelData.when + ": " + modelData.text
                    }
                }
            }
            WordButton {
                visible: shown.there && shown.own && !shown.mistaken && view.editable
                //: Button on an entry the person made
                text: qsTr("Correct this entry")
                onClicked: view.correct(view.recordId)
            }
            WordButton {
                visible: shown.there && shown.own && !shown.mistaken && view.editable
                danger: true
                text: asked
                    //: Button on an entry the person made, after "This was a mistake"
                    ? qsTr("Yes, it was a mistake")
                    //: Button on an entry the person made
                    : qsTr("This was a mistake")
                property bool asked: false
                onClicked: {
                    if (asked) shown.markMistaken()
                    asked = !asked
                }
            }
            WordButton {
                visible: shown.there
                //: Button: write one record to a file
                text: qsTr("Save this record to a file")
                onClicked: target.open()
            }
            Words {
                id: saved

                visible: false
                //: After one record was written to a file
                text: qsTr("Saved. The file is not locked: whoever has it can read it.")
            }
            WordButton {
                visible: shown.there
                text: view.originalShown
                    //: Button: the original of a record, as it was sent
                    ? qsTr("Hide the original")
                    //: Button: the original of a record, as it was sent
                    : qsTr("Show the original")
                onClicked: view.originalShown = !view.originalShown
            }
            Loader {
                width: parent.width
                active: view.originalShown && !view.wide
                visible: active
                sourceComponent: originalText
            }
        }
    }
    Rectangle {
        visible: view.wide && view.originalShown
        x: page.width
        width: 1
        height: parent.height
        color: Theme.line
    }
    Flickable {
        visible: view.wide && view.originalShown
        x: page.width + Theme.gap
        width: parent.width - x
        height: parent.height
        contentHeight: beside.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}

        Loader {
            id: beside

            width: parent.width - Theme.gap
            active: view.wide && view.originalShown
            sourceComponent: originalText
        }
    }
    Component {
        id: originalText

        TextEdit {
            text: shown.original
            readOnly: true
            selectByMouse: true
            activeFocusOnTab: true
            textFormat: TextEdit.PlainText
            wrapMode: TextEdit.WrapAnywhere
            font.family: "monospace"
            font.pixelSize: Theme.small
            color: Theme.text
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentText
            Accessible.role: Accessible.EditableText
            Accessible.readOnly: true
            //: Accessible name of a record's original text
            Accessible.name: qsTr("The original, as it was sent (FHIR)")
        }
    }
    SaveDialog {
        id: target

        nameFilters: ["FHIR JSON (*.json)"]
        onChosen: (file, replace) => shown.exportTo(file, replace)
    }
}
