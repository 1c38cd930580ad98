// SPDX-License-Identifier: GPL-3.0-or-later
// apricot-clinic: the clinic's app. It only composes: qml/clinic is the app, app/window its start.
#include "window/window.h"

int main(int argc, char **argv) {
    return apricot::runWindow(argc, argv,
                              {QStringLiteral("apricot-clinic"),
                               QStringLiteral("org.apricot_health.clinic"),
                               QUrl(QStringLiteral("qrc:/qt/qml/Apricot/Clinic/Main.qml"))});
}
