// SPDX-License-Identifier: GPL-3.0-or-later
// What matters first: allergies, medicines taken now, conditions, latest visits.
import QtQuick
import Apricot.Controls
import Apricot.Shelf

Grid {
    id: cards

    property Shelf shelf
    property int most: 6 // rows of a card; the rest is counted
    property summaryCoverage coverage // nothing said: all
    property bool visits: true // shown too
    property Component second  // stands after the allergies
    signal chosen(string id)
    readonly property bool ready: overview.ready
    readonly property string spoken: overview.spoken // to be read aloud

    columns: width >= 760 * Theme.scale ? 2 : 1
    spacing: Theme.gap

    readonly property real cardWidth: (width - (columns - 1) * spacing) / columns

    Overview {
        id: overview

        shelf: cards.shelf
    }
    SummaryCard {
        width: cards.cardWidth
        //: Heading of a card
        title: qsTr("Allergies")
        //: On the card of allergies when none is known
        empty: qsTr("No allergy is written down. That does not mean there is none.")
        ready: overview.ready
        rows: overview.allergies
        coverage: cards.coverage.allergies
        warning: true
        most: cards.most
        onChosen: id => cards.chosen(id)
    }
    Loader {
        visible: cards.second !== null
        width: cards.cardWidth
        sourceComponent: cards.second
    }
    SummaryCard {
        width: cards.cardWidth
        //: Heading of a card
        title: qsTr("Medicines taken now")
        //: On the card of medicines when there is none
        empty: qsTr("No medicine is written down as taken now.")
        ready: overview.ready
        rows: overview.medicines
        coverage: cards.coverage.medicines
        most: cards.most
        onChosen: id => cards.chosen(id)
    }
    SummaryCard {
        width: cards.cardWidth
        //: Heading of a card: illnesses that last
        title: qsTr("Conditions")
        //: On the card of conditions when there is none
        empty: qsTr("No condition is written down.")
        ready: overview.ready
        rows: overview.conditions
        coverage: cards.coverage.conditions
        most: cards.most
        onChosen: id => cards.chosen(id)
    }
    SummaryCard {
        visible: cards.visits
        width: cards.cardWidth
        //: Heading of a card
        title: qsTr("Latest visits")
        //: On the card of visits when there is none
        empty: qsTr("No visit is written down.")
        ready: overview.ready
        rows: overview.visits
        coverage: cards.coverage.visits
        dated: true
        most: cards.most
        onChosen: id => cards.chosen(id)
    }
}
