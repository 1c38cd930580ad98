// SPDX-License-Identifier: GPL-3.0-or-later
// A labelled day, and a time of it if wanted, chosen from lists: no format to guess.
import QtQuick
import Apricot.Controls

Column {
    id: input

    property string label
    property date value: new Date()
    property bool time: false
    property int firstYear: 1900
    property int lastYear: new Date().getFullYear()
    signal edited

    width: parent ? parent.width : implicitWidth
    spacing: 6

    function range(from: int, to: int): var {
        return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => (i + from < 10 ? "0" : "") + (i + from))
    }
    // A day that the month does not have becomes its last.
    function put(year: int, month: int, day: int, hour: int, minute: int) {
        const last = new Date(year, month + 1, 0).getDate()
        value = new Date(year, month, Math.min(day, last), hour, minute)
        edited()
    }

    Words {
        text: input.label
    }
    Flow {
        width: parent.width
        spacing: 8

        Picker {
            width: Math.round(112 * Theme.scale)
            //: Part of a date
            label: qsTr("Year")
            model: input.range(input.firstYear, input.lastYear).reverse()
            index: input.lastYear - input.value.getFullYear()
            onChosen: at => input.put(input.lastYear - at, input.value.getMonth(), input.value.getDate(), input.value.getHours(), input.value.getMinutes())
        }
        Picker {
            width: Math.round(88 * Theme.scale)
            //: Part of a date
            label: qsTr("Month")
            model: input.range(1, 12)
            index: input.value.getMonth()
            onChosen: at => input.put(input.value.getFullYear(), at, input.value.getDate(), input.value.getHours(), input.value.getMinutes())
        }
        Picker {
            width: Math.round(88 * Theme.scale)
            //: Part of a date
            label: qsTr("Day")
            model: input.range(1, new Date(input.value.getFullYear(), input.value.getMonth() + 1, 0).getDate())
            index: input.value.getDate() - 1
            onChosen: at => input.put(input.value.getFullYear(), input.value.getMonth(), at + 1, input.value.getHours(), input.value.getMinutes())
        }
        Picker {
            visible: input.time
            width: Math.round(88 * Theme.scale)
            //: Part of a time of day
            label: qsTr("Hour")
            model: input.range(0, 23)
            index: input.value.getHours()
            onChosen: at => input.put(input.value.getFullYear(), input.value.getMonth(), input.value.getDate(), at, input.value.getMinutes())
        }
        Picker {
            visible: input.time
            width: Math.round(96 * Theme.scale)
            //: Part of a time of day
            label: qsTr("Minute")
            model: input.range(0, 59)
            index: input.value.getMinutes()
            onChosen: at => input.put(input.value.getFullYear(), input.value.getMonth(), input.value.getDate(), input.value.getHours(), at)
        }
    }
}
