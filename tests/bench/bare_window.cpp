// SPDX-License-Identifier: GPL-3.0-or-later
// A Qt Quick window with a word in it: what the apps' start is measured against.
#include <QGuiApplication>
#include <QQmlApplicationEngine>

int main(int argc, char **argv) {
    const QGuiApplication app(argc, argv);
    QQmlApplicationEngine engine;
    engine.loadData("import QtQuick\n"
                    "Window { width: 420; height: 780; visible: true; Text { text: 'Apricot' } }");
    return engine.rootObjects().isEmpty() ? 1 : QGuiApplication::exec();
}
