// SPDX-License-Identifier: GPL-3.0-or-later
// A file holds the records of several people: whose shall come in?
import QtQuick
import Apricot.Controls
import Apricot.Person

ScrollPage {
    id: page

    required property Person person

    //: Heading: a file holds several people's records
    title: qsTr("Whose records shall come in?")

    Words {
        //: Explains why one person must be chosen
        text: qsTr("The file is about several people. A record holds one person: choose who this record is about. The others' records stay out.")
    }
    Card {
        Repeater {
            model: page.person.whose.people

            ListRow {
                required property personInFile modelData

                symbol: "person"
                text: modelData.name || modelData.id
                //: A person in a file; %1 is a day of birth
                detail: [modelData.birth ? qsTr("born %1").arg(modelData.birth) : "",
                    //: A person in a file; %1 is a number
                    qsTr("Records: %1").arg(modelData.records)].filter(Boolean).join(" · ")
                onClicked: page.person.import(page.person.whose.file, modelData.id)
            }
        }
    }
    WordButton {
        symbol: "back"
        //: Button: no records come in
        text: qsTr("Nobody's: bring in nothing")
        onClicked: page.person.importNothing()
    }
}
