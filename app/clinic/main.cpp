// SPDX-License-Identifier: GPL-3.0-or-later
// apricot-clinic: the clinic's app. It only composes: qml/clinic is the app.
#include "crypto/crypto.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QLocale>
#include <QQmlApplicationEngine>
#include <QStandardPaths>
#include <QTranslator>

#include <cstdio>

int main(int argc, char **argv) {
    if (const auto started = apricot::startCrypto(); !started) {
        std::fputs("apricot-clinic: the cryptographic library does not work on this machine\n",
                   stderr);
        return 1;
    }
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("apricot-clinic"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.apricot_health.clinic"));
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({
        {QStringLiteral("data"), QStringLiteral("Where the clinic's vault is."),
         QStringLiteral("folder")},
        {QStringLiteral("ledger"),
         QStringLiteral("An embedded ledger's folder or a consortium's file."),
         QStringLiteral("path")},
        {QStringLiteral("mailbox"), QStringLiteral("A mailbox folder."), QStringLiteral("folder")},
        {QStringLiteral("language"), QStringLiteral("en or zh_CN."), QStringLiteral("name")},
    });
    options.process(app);

    if (options.isSet(QStringLiteral("language")))
        QLocale::setDefault(QLocale(options.value(QStringLiteral("language"))));
    QTranslator translator;
    if (QLocale().language() == QLocale::Chinese
        && translator.load(QStringLiteral(":/translations/apricot_zh_CN.qm")))
        QGuiApplication::installTranslator(&translator);

    const QString usual = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const QString data = options.value(QStringLiteral("data"));
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.setInitialProperties(
        {{QStringLiteral("folder"), data.isEmpty() ? usual : data},
         {QStringLiteral("ledger"), options.value(QStringLiteral("ledger"))},
         {QStringLiteral("mailbox"), options.value(QStringLiteral("mailbox"))}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Apricot/Clinic/Main.qml")));
    return engine.rootObjects().isEmpty() ? 1 : QGuiApplication::exec();
}
