// SPDX-License-Identifier: GPL-3.0-or-later
// Every way for a code to come in: the camera, a picture's file, the clipboard, this screen, a picture
// dropped on the window, a hand scanner.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Window
import Apricot.Controls
import Apricot.Device

Column {
    id: view

    property bool active: true
    // What to do, above the picture; empty: general words.
    property string instruction
    readonly property bool wide: width >= 520 * Math.min(Theme.scale, 1.5)
    // Whether it listens for a hand scanner itself; else whoever does hands over what was scanned: take().
    property bool hands: true
    // What a hand scanner said whose beginning was lost.
    //: A hand scanner's keys did not all arrive
    readonly property string missedWords: qsTr("Something was scanned, and it is no code of Apricot or not the whole of one. Scan it again.")
    signal found(string text)
    signal failed(string words)

    function take(text: string) { scanner.readTyped(text) }

    width: parent ? parent.width : implicitWidth
    spacing: Theme.gap

    Scanner {
        id: scanner

        active: view.active && view.visible && Application.state !== Qt.ApplicationSuspended
        onFound: text => view.found(text)
        onFailed: words => view.failed(words)
    }
    HandScanner {
        active: view.active && view.visible && view.hands
        onScanned: text => view.take(text)
        onMissed: view.failed(view.missedWords)
    }

    Words {
        visible: !scanner.cameraProblem
        text: view.instruction ? view.instruction
            //: Above the camera's picture
            : qsTr("Hold the code in front of the camera, inside the frame. It is read by itself.")
    }
    Rectangle {
        id: place

        readonly property real frame: Math.min(width, height) * 0.72

        width: view.width
        height: Math.min(width * 3 / 4, 400)
        visible: !scanner.cameraProblem
        radius: 12
        color: "#101214"
        clip: true
        Accessible.role: Accessible.Graphic
        //: Name of the camera's picture, for screen readers
        Accessible.name: scanner.seeing ? qsTr("The camera's picture")
            //: Name of the camera's picture before it shows something
            : qsTr("The camera starts")

        CameraPicture {
            anchors.fill: parent
            scanner: scanner
        }
        // The frame: four corners, light on dark, so that they show on any picture.
        Repeater {
            model: 4

            Item {
                id: corner

                required property int index
                readonly property bool atRight: index % 2 === 1
                readonly property bool low: index > 1

                width: 36
                height: 36
                x: (place.width - place.frame) / 2 + (atRight ? place.frame - width : 0)
                y: (place.height - place.frame) / 2 + (low ? place.frame - height : 0)

                Repeater {
                    model: [{thick: 8, tint: "#000000", edge: 0}, {thick: 4, tint: "#ffffff", edge: 2}]

                    Item {
                        id: stroke

                        required property var modelData

                        anchors.fill: parent

                        Rectangle {
                            x: stroke.modelData.edge
                            y: (corner.low ? parent.height - 8 : 0) + stroke.modelData.edge
                            width: parent.width - 2 * stroke.modelData.edge
                            height: stroke.modelData.thick
                            color: stroke.modelData.tint
                        }
                        Rectangle {
                            x: (corner.atRight ? parent.width - 8 : 0) + stroke.modelData.edge
                            y: stroke.modelData.edge
                            width: stroke.modelData.thick
                            height: parent.height - 2 * stroke.modelData.edge
                            color: stroke.modelData.tint
                        }
                    }
                }
            }
        }
    }
    Column {
        width: parent.width
        spacing: Theme.gap / 2
        visible: scanner.partsOf > 0

        Words {
            font.bold: true
            Accessible.role: Accessible.AlertMessage
            //: A code in several parts is being read; %1 of %2 parts are there
            text: qsTr("%1 of %2 parts are read. Go on until all are there.").arg(scanner.partsHere).arg(scanner.partsOf)
        }
        Rectangle {
            width: parent.width
            height: 8
            radius: 4
            color: Theme.line

            Rectangle {
                width: scanner.partsOf > 0 ? parent.width * scanner.partsHere / scanner.partsOf : 0
                height: parent.height
                radius: 4
                color: Theme.good
            }
        }
    }
    Words {
        quiet: true
        visible: scanner.simulated && !scanner.cameraProblem
        //: Below the camera's picture when it is not a real camera
        text: qsTr("This is a simulated camera: it plays pictures from a folder.")
    }
    Card {
        visible: scanner.cameraProblem.length > 0

        Words { text: scanner.cameraProblem }
    }
    Flow {
        id: ways

        // As many beside each other as fit, all of one width.
        readonly property int beside: view.wide ? 3 : 1
        readonly property real each: (width - (beside - 1) * spacing) / beside

        width: parent.width
        spacing: Theme.gap / 2

        WordButton {
            width: ways.each
            small: true
            enabled: !scanner.busy
            //: Button: reads a code from a file, a picture of it or NAME.apricot
            text: qsTr("Choose a file")
            onClicked: file.open()
        }
        WordButton {
            width: ways.each
            small: true
            enabled: !scanner.busy
            //: Button: reads a code, or a picture of one, that was copied
            text: qsTr("Paste what was copied")
            onClicked: scanner.readClipboard()
        }
        WordButton {
            width: ways.each
            small: true
            enabled: !scanner.busy
            //: Button: reads a code that another program shows on this screen
            text: qsTr("Look at this screen")
            onClicked: scanner.readScreen()
        }
        WordButton {
            width: ways.each
            small: true
            visible: scanner.cameras.length > 1 && !scanner.cameraProblem
            //: Button: the next camera of several
            text: qsTr("Other camera")
            onClicked: scanner.camera = (scanner.camera + 1) % scanner.cameras.length
        }
        WordButton {
            width: ways.each
            small: true
            visible: scanner.hasTorch
            //: Button: the camera's own lamp
            text: scanner.torch ? qsTr("Light off")
                //: Button: the camera's own lamp
                : qsTr("Light on")
            onClicked: scanner.torch = !scanner.torch
        }
    }
    Words {
        quiet: true
        text: scanner.busy
            //: While a picture is searched for a code
            ? qsTr("Reading the picture …")
            //: Below the ways to bring in a code
            : qsTr("A picture or file can also be dropped here. A hand scanner needs no button: just scan.")
    }
    PlaceDialog {
        id: file

        //: Heading of a window that chooses a file
        title: qsTr("A picture of the code, or the code as a file")
        //: Kinds of file to choose from
        nameFilters: [qsTr("Pictures and codes (*.png *.jpg *.jpeg *.webp *.apricot)")]
        onChosen: place => scanner.readFile(place)
    }
    DropArea {
        parent: view.Window.contentItem
        anchors.fill: parent
        enabled: view.active && view.visible
        onDropped: drop => scanner.readDropped(drop.urls, drop.text)
    }
}
