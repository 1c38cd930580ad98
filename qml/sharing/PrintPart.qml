// SPDX-License-Identifier: GPL-3.0-or-later
// A permission as a printed card: large code, large type, both languages.
import QtQuick
import Apricot.Controls
import Apricot.Device
import Apricot.Sharing

ScrollPage {
    id: part

    required property GivenGrant grant
    property string printer
    signal back

    //: Heading: a permission is printed
    title: qsTr("Print it as a card")

    Paper {
        id: paper

        Component.onCompleted: {
            findPrinters()
            part.printer = printers[0] ?? ""
        }
    }
    Words {
        //: About the printed card; %1 is a time
        text: qsTr("The card shows the code, and in Chinese and English what it opens. It is good until %1, for this clinic only.").arg(part.grant.until)
    }
    Words {
        visible: part.grant.secondsLeft < 3600
        color: Theme.danger
        //: About a printed card that ends very soon
        text: qsTr("That is very soon. For a card, go back and choose “Two days”.")
    }
    Words {
        //: Question above the sizes of paper
        text: qsTr("How large?")
        font.bold: true
    }
    Column {
        width: parent.width

        Choice {
            //: Size of paper
            text: qsTr("A whole page (A4), for tired eyes")
            checked: paper.size === Paper.A4
            onClicked: paper.size = Paper.A4
        }
        Choice {
            visible: part.grant.frames.length <= 4 // more are too fine for it
            //: Size of paper
            text: qsTr("A card for the purse (A6)")
            checked: paper.size === Paper.A6
            onClicked: paper.size = Paper.A6
        }
    }
    Words {
        visible: paper.printers.length > 0
        //: Question above the printers
        text: qsTr("On which printer?")
        font.bold: true
    }
    Column {
        width: parent.width

        Repeater {
            model: paper.printers

            Choice {
                required property string modelData

                text: modelData
                checked: part.printer === modelData
                onClicked: part.printer = modelData
            }
        }
    }
    Words {
        visible: paper.printers.length === 0
        //: No printer was found
        text: qsTr("This device knows no printer. Save the card as a PDF and print it elsewhere.")
    }
    Words {
        visible: paper.problem.length > 0
        color: Theme.danger
        Accessible.role: Accessible.AlertMessage
        text: paper.problem
    }
    Words {
        id: done

        property string words

        visible: words.length > 0
        color: Theme.good
        Accessible.role: Accessible.AlertMessage
        text: words
    }
    WordButton {
        visible: paper.printers.length > 0
        first: true
        //: Button
        text: qsTr("Print")
        onClicked: {
            const handed = paper.printOn(part.printer, part.grant.card())
            //: After a card was printed
            done.words = handed ? qsTr("Handed to the printer.") : ""
        }
    }
    WordButton {
        first: paper.printers.length === 0
        //: Button
        text: qsTr("Save as PDF")
        onClicked: file.open()
    }
    WordButton {
        //: Button: one step back
        text: qsTr("Back")
        onClicked: part.back()
    }
    SaveDialog {
        id: file

        defaultSuffix: "pdf"
        //: After a card was written to a file
        onChosen: (file, replace) => done.words = paper.writePdf(file, part.grant.card(), replace) ? qsTr("The card is saved.") : ""
    }
}
