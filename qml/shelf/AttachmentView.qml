// SPDX-License-Identifier: GPL-3.0-or-later
// One attachment, shown inside: the pages of a PDF, a picture, a text.
import QtQuick
import Apricot.Controls
import Apricot.Shelf

Column {
    id: view

    property ShownRecord record
    property int attachment: 0
    property string title
    property string size
    property int shownPages: 3 // more are made when they are asked for

    spacing: Theme.gap / 2

    AttachedPages {
        id: attached

        record: view.record
        index: view.attachment
    }
    Words {
        text: view.title
        font.bold: true
    }
    Words {
        quiet: true
        visible: text.length > 0
        //: Under an attachment's name; %1 is how many pages, %2 its size ("300 kB")
        text: attached.count > 1 ? qsTr("%1 pages, %2").arg(attached.count).arg(view.size) : attached.elsewhere ? "" : view.size
    }
    Words {
        visible: attached.damaged
        color: Theme.danger
        //: Instead of an attachment that is damaged or of a kind that cannot be shown
        text: qsTr("This attachment cannot be shown here: it is damaged, too large, or of a kind that is not shown. Save the record to a file to keep it as it came.")
    }
    Words {
        visible: attached.elsewhere
        //: Instead of an attachment that is not in the record
        text: qsTr("This attachment is not in your record: the sender keeps it elsewhere. Ask for it there.")
    }
    Repeater {
        model: Math.min(attached.count, view.shownPages)

        Rectangle {
            id: sheet

            required property int index

            width: view.width
            height: page.damaged ? wrong.implicitHeight : page.implicitHeight > 0 ? page.implicitHeight + 2 : 120
            color: page.damaged ? "transparent" : "white"
            border.color: Theme.line

            AttachedPage {
                id: page

                x: 1
                y: 1
                width: parent.width - 2
                height: implicitHeight
                pages: attached
                page: sheet.index
                Accessible.role: Accessible.Graphic
                //: Accessible name of a page of an attachment; %1 is its name, %2 the page
                Accessible.name: qsTr("%1, page %2").arg(view.title).arg(sheet.index + 1)
            }
            Words {
                id: wrong

                visible: page.damaged
                //: Instead of a page that is damaged; %1 is its number
                text: qsTr("Page %1 is damaged and cannot be shown.").arg(sheet.index + 1)
            }
        }
    }
    WordButton {
        visible: attached.count > view.shownPages
        //: Button below the first pages of an attachment; %1 is how many there are
        text: qsTr("Show more of %1 pages").arg(attached.count)
        onClicked: view.shownPages += 10
    }
    Words {
        visible: attached.text.length > 0
        text: attached.text.slice(0, 20000)
    }
}
