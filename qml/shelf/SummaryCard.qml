// SPDX-License-Identifier: GPL-3.0-or-later
// One card of the summary: a heading and rows that open their record.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls
import Apricot.Shelf

Card {
    id: card

    property string title
    property string empty
    property bool ready: true // false: still being read; then nothing is said of what there is
    // "nothing" or "part" where others let us see so much only: then an empty list does not mean "none"
    property string coverage: "all"
    property list<overviewRow> rows
    property bool warning: false // what is serious gets a sign
    property bool dated: false
    property int most: 6
    property bool all: false
    signal chosen(string id)

    Words {
        text: card.title
        font.bold: true
        Accessible.role: Accessible.Heading
    }
    Words {
        visible: card.rows.length === 0
        quiet: !card.ready || card.coverage === "all"
        font.bold: card.ready && card.coverage === "nothing"
        //: On a card while its rows are being read
        text: !card.ready ? qsTr("Looking…")
            //: Instead of a list at a clinic's counter, when the patient's permission leaves this kind of record out
            : card.coverage === "nothing" ? qsTr("⊘ Not shown to us: the permission leaves this out. Ask the patient.")
            //: Instead of a list at a clinic's counter, when the permission covers only some records of this kind
            : card.coverage === "part" ? qsTr("None among what was shown to us. The permission leaves some records out, so there may be some.")
            : card.empty
    }
    Repeater {
        model: card.all ? card.rows : card.rows.slice(0, card.most)

        AbstractButton {
            id: row

            required property overviewRow modelData
            readonly property bool grave: card.warning && modelData.serious

            width: parent.width
            activeFocusOnTab: true
            padding: 4
            Accessible.role: Accessible.Button
            Accessible.name: [modelData.title, modelData.note, card.dated ? modelData.when : "", card.dated ? modelData.where : ""].filter(Boolean).join(", ")
            Accessible.onPressAction: clicked()
            Keys.onReturnPressed: clicked()
            Keys.onEnterPressed: clicked()
            onClicked: card.chosen(modelData.id)

            background: Rectangle {
                implicitHeight: Theme.touch
                radius: 8
                color: row.hovered || row.down ? Theme.ground : "transparent"
                border.width: row.activeFocus ? 3 : 0
                border.color: Theme.accent
            }
            contentItem: Row {
                spacing: 8

                Rectangle {
                    width: 4
                    height: words.height
                    radius: 2
                    color: row.grave ? Theme.danger : Theme.line
                }
                Column {
                    id: words

                    width: parent.width - 12

                    Words {
                        text: (row.grave ? "⚠ " : "") + row.modelData.title
                        color: row.grave ? Theme.danger : Theme.text
                        font.bold: row.grave
                        Accessible.ignored: true
                    }
                    Words {
                        quiet: true
                        visible: text.length > 0
                        text: card.dated ? [row.modelData.when, row.modelData.where].filter(Boolean).join(" · ") : row.modelData.note
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
    WordButton {
        small: true
        visible: !card.all && card.rows.length > card.most
        //: Button below the first rows of a card; %1 is how many there are
        text: qsTr("Show all %1").arg(card.rows.length)
        onClicked: card.all = true
    }
}
