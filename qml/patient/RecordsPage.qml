// SPDX-License-Identifier: GPL-3.0-or-later
// All records, and one of them; bringing more in, writing something down.
import QtQuick
import Apricot.Controls
import Apricot.Person
import Apricot.Shelf

Item {
    id: page

    required property Person person
    property bool writing: false
    property string correcting
    property string opened // the record to begin with: it was pressed on another screen
    signal bringIn         // a file is to be chosen
    signal leaving         // back from that record to that screen

    RecordBrowser {
        id: browser

        anchors.fill: parent
        visible: !page.writing
        enabled: visible
        shelf: page.person
        opened: page.opened
        onLeaving: page.leaving()
        onCorrect: id => {
            page.correcting = id
            page.writing = true
        }
        above: Component {
            Flow {
                spacing: Theme.gap

                WordButton {
                    width: Math.min(implicitWidth, parent.width)
                    small: true
                    //: Button above the records
                    text: qsTr("Bring in records from a file")
                    onClicked: page.bringIn()
                }
                WordButton {
                    width: Math.min(implicitWidth, parent.width)
                    small: true
                    //: Button above the records: a reading, a note, a photo of one's own
                    text: qsTr("Write something down")
                    onClicked: {
                        page.correcting = ""
                        page.writing = true
                    }
                }
            }
        }
    }
    Loader {
        anchors.fill: parent
        active: page.writing
        sourceComponent: EntryForm {
            shelf: page.person
            correcting: page.correcting
            onKept: id => {
                page.writing = false
                browser.current = id
            }
            onCancelled: page.writing = false
        }
    }
}
