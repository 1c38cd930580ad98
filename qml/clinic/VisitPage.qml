// SPDX-License-Identifier: GPL-3.0-or-later
// What the patient let this clinic see, until it ends: a summary first, then the list and the record
// that is chosen.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls
import Apricot.Device
import Apricot.Shelf
import Apricot.Clinic

Item {
    id: page

    required property Counter counter
    signal go(string to)

    component Finish: WordButton {
        first: true
        //: Button: erases what is shown of a patient
        text: qsTr("Finish and erase")
        onClicked: page.counter.finish()
    }
    // Always there, however far the list is scrolled; where large type leaves the list no room, at its top.
    Grid {
        id: bar

        readonly property bool beside: page.width >= 560 * Theme.scale

        visible: page.height > 5 * end.height
        x: Theme.gap
        y: Theme.gap / 2
        width: parent.width - 2 * Theme.gap
        columns: beside ? 2 : 1
        spacing: Theme.gap
        verticalItemAlignment: Grid.AlignVCenter

        Words {
            visible: bar.beside
            width: bar.width - end.width - bar.spacing
            //: Above a visit's records; %1 says how long they stay
            text: qsTr("%1, or as soon as you finish.").arg(page.counter.timeLeft)
        }
        Finish {
            id: end

            width: bar.beside ? Math.min(Theme.button, bar.width / 2) : bar.width
        }
    }
    RecordBrowser {
        id: browser

        y: bar.visible ? bar.y + bar.height + Theme.gap / 2 : 0
        width: parent.width
        height: parent.height - y
        shelf: page.counter
        editable: false
        above: Column {
            width: parent ? parent.width : 0
            spacing: Theme.gap
            bottomPadding: Theme.gap

            Finish {
                visible: !bar.visible
                width: parent.width
            }
            Words {
                heading: true
                //: Heading above a visit's records; %1 is how many
                text: qsTr("Open: %1 records").arg(page.counter.shownVisit.records)
            }
            Words {
                visible: !bar.beside && page.counter.timeLeft.length > 0
                //: Above a visit's records; %1 says how long they stay
                text: qsTr("%1, or as soon as you finish.").arg(page.counter.timeLeft)
            }
            Flow {
                id: actions

                readonly property int beside: width >= 420 * Theme.scale ? 3 : 1
                readonly property real each: (width - (beside - 1) * spacing) / beside

                width: parent.width
                spacing: 6

                WordButton {
                    small: true
                    width: actions.each
                    //: Button: a result, prescription, referral or note goes to the patient
                    text: qsTr("Write to the patient")
                    onClicked: page.go("write")
                }
                WordButton {
                    small: true
                    width: actions.each
                    visible: paper.printers.length > 0
                    enabled: !page.counter.busy
                    //: Button: puts the visit's records on paper; %1 is a printer
                    text: qsTr("Print on %1").arg(paper.printers[0] ?? "")
                    onClicked: page.counter.printVisitOn(paper.printers[0])
                }
                WordButton {
                    small: true
                    width: actions.each
                    enabled: !page.counter.busy
                    //: Button: puts the visit's records into a file to print
                    text: paper.printers.length > 0 ? qsTr("Write a PDF")
                        //: Button: puts the visit's records on paper
                        : qsTr("Print or PDF")
                    onClicked: pdf.open()
                }
                WordButton {
                    small: true
                    width: actions.each
                    //: Button: puts the visit's records into a file
                    text: qsTr("Export as FHIR")
                    onClicked: file.open()
                }
            }
            Words {
                quiet: true
                visible: text.length > 0
                text: page.counter.shownVisit.letters
            }
            Card {
                visible: leftOut.text.length > 0

                Words {
                    font.bold: true
                    //: Heading above what a permission leaves out of a visit's records
                    text: qsTr("What is not shown to us")
                    Accessible.role: Accessible.Heading
                }
                Words {
                    id: leftOut

                    text: page.counter.shownVisit.leftOut
                }
            }
            SummaryCards {
                width: parent.width
                shelf: page.counter
                coverage: page.counter.shownVisit.coverage
                most: 4
                onChosen: id => browser.current = id
            }
            TestedCard {
                shelf: page.counter
                coverage: page.counter.shownVisit.testsCoverage
                onChosen: id => browser.current = id
            }
        }
    }
    Paper {
        id: paper

        Component.onCompleted: findPrinters()
    }
    SaveDialog {
        id: file

        defaultSuffix: "json"
        //: Heading of a window that asks where to put an unlocked file
        title: qsTr("Where to put the records (the file is not locked)")
        onChosen: (file, replace) => page.counter.exportVisit(file, replace)
    }
    SaveDialog {
        id: pdf

        defaultSuffix: "pdf"
        //: Heading of a window that asks where to put an unlocked file
        title: qsTr("Where to put the pages to print (the file is not locked)")
        onChosen: (file, replace) => page.counter.printVisit(file, replace)
    }
}
