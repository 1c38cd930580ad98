// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Apricot.Controls

ScrollPage {
    leavable: true
    //: Heading
    title: qsTr("About Apricot")

    Words {
        //: About: what the app is
        text: qsTr("Apricot 杏林 keeps your health record on your own device, encrypted. You decide who reads it, what, and until when.")
    }
    Words {
        //: About: what the app does not do
        text: qsTr("No statistics, no advertisements, no account. While it is open it asks the hospitals' computers for letters to you and for what became of your permissions. Nothing else goes out unless you ask for it.")
    }
    Words {
        quiet: true
        //: About; %1 is a version number
        text: qsTr("Version %1").arg(Application.version || "0.1.0")
    }
    Words {
        quiet: true
        //: About: the licence
        text: qsTr("Free software under the GNU General Public License, version 3 or later.")
    }
}
