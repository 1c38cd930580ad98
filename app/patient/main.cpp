// SPDX-License-Identifier: GPL-3.0-or-later
// apricot: the patient's app. It only composes: qml/patient is the app, app/window its start.
#include "window/window.h"

int main(int argc, char **argv) {
    return apricot::runWindow(argc, argv,
                              {QStringLiteral("apricot"),
                               QStringLiteral("org.apricot_health.apricot"),
                               QUrl(QStringLiteral("qrc:/qt/qml/Apricot/Patient/Main.qml"))});
}
