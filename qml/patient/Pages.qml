// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown where, once the vault is open: a new screen is a line here, and one in `places` of
// Main.qml when the bar leads to it.
import QtQuick
import Apricot.Patient
import Apricot.Sharing

Item {
    id: pages

    required property Main window
    readonly property var all: ({
        home: home, records: records, share: share, shared: shared, settings: settings, menu: menu,
        backup: settings, ledger: settings, // parts of it
        requests: requests, letters: letters, summary: summary, help: help, words: words
    })

    Binding {
        target: pages.window
        property: "page"
        value: pages.window.askingWhose ? whose : pages.all[pages.window.screen] ?? home
    }
    Component { id: home; HomePage { person: pages.window.person; name: pages.window.profiles.name; onGo: where => pages.window.go(where); onOpened: id => pages.window.showRecord(id) } }
    Component { id: records; RecordsPage { person: pages.window.person; opened: pages.window.record; onBringIn: pages.window.bringIn(); onLeaving: pages.window.go(pages.window.cameFrom) } }
    Component { id: share; SharePage { person: pages.window.person; looking: pages.window.looking } }
    Component { id: shared; SharedPage { person: pages.window.person } }
    Component { id: settings; SettingsPage { person: pages.window.person; profiles: pages.window.profiles; code: pages.window.code; part: pages.window.screen === "settings" ? "" : pages.window.screen; onGo: where => pages.window.go(where) } }
    Component { id: requests; RequestsPage { person: pages.window.person; code: pages.window.code; onBack: pages.window.go("home") } }
    Component { id: letters; LettersPage { person: pages.window.person; looking: pages.window.looking; onRequests: pages.window.go("requests"); onBack: pages.window.go("home") } }
    Component { id: whose; WhosePage { person: pages.window.person } }
    Component { id: words; WordsPage { person: pages.window.person; onDone: pages.window.go("home") } }
    Component { id: help; HelpPage { onLeaving: pages.window.go("home") } }
    Component { id: summary; SummaryPage { person: pages.window.person; onLeaving: pages.window.go("home"); onOpened: id => pages.window.showRecord(id) } }
    Component { id: menu; MenuPage { places: pages.window.places; onGo: where => pages.window.go(where) } }
}
