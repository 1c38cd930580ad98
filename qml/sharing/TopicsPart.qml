// SPDX-License-Identifier: GPL-3.0-or-later
// "Everything about my heart": the records of one topic.
import QtQuick
import Apricot.Controls
import Apricot.Sharing

ScrollPage {
    id: part

    required property ShareFlow flow
    signal chosen
    signal back

    //: Heading: records are chosen by what they are about
    title: qsTr("About what?")

    StepsLine { step: 2 }
    Words {
        //: About choosing records by an illness
        text: qsTr("Apricot looks for the records that belong to it. It can miss one or take one too many: you see the list before you sign.")
    }
    Column {
        width: parent.width
        spacing: Theme.gap / 2

        Repeater {
            model: part.flow.topics

            RowButton {
                required property string modelData
                required property int index

                text: modelData
                marked: part.flow.what === ShareFlow.About && part.flow.topic === index + 1
                onClicked: {
                    part.flow.topic = index + 1
                    part.chosen()
                }
            }
        }
    }
    WordButton {
        //: Button: one step back
        text: qsTr("Back")
        onClicked: part.back()
    }
}
