// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/window.h"

#include "crypto/crypto.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLocale>
#include <QLockFile>
#include <QQmlApplicationEngine>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace apricot {
namespace {

// What was in memory must not be on disk after a crash.
void leaveNoCore() {
#ifdef Q_OS_UNIX
    constexpr rlimit none{0, 0};
    static_cast<void>(setrlimit(RLIMIT_CORE, &none));
#endif
}

// In a window, and for whoever started it in a terminal.
void say(QQmlApplicationEngine &engine, const QString &words) {
    std::fprintf(stderr, "%s\n", qPrintable(words));
    engine.setInitialProperties({{QStringLiteral("words"), words}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Apricot/Controls/SayingWindow.qml")));
}

// Codes and links stay texts.
QVariantList thingsIn(const QStringList &words) {
    QVariantList out;
    for (const QString &word : words)
        if (word.startsWith(QStringLiteral("apricot:"), Qt::CaseInsensitive))
            out.append(word);
        else
            out.append(QUrl::fromUserInput(word, QDir::currentPath(), QUrl::AssumeLocalFile));
    return out;
}

void set(QObject *root, const char *property, const QVariant &value) {
    if (root->metaObject()->indexOfProperty(property) >= 0) root->setProperty(property, value);
}

bool asksForHelp(int argc, char **argv) {
    static constexpr auto asking =
        std::to_array<std::string_view>({"-h", "--help", "-v", "--version"});
    return std::any_of(argv + 1, argv + argc,
                       [](const char *word) { return std::ranges::count(asking, word) > 0; });
}

} // namespace

int runWindow(int argc, char **argv, const AppWindow &window) {
    leaveNoCore();
    if (const auto started = startCrypto(); !started) {
        std::fprintf(stderr, "%s: the cryptographic library does not work on this machine\n",
                     qPrintable(window.name));
        return 1;
    }
    QCoreApplication::setApplicationName(window.name);
    QCoreApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    QCommandLineParser options;
    options.addHelpOption();
    options.addVersionOption();
    options.addOptions({
        {QStringLiteral("data"), QStringLiteral("Where the vault is."), QStringLiteral("folder")},
        {QStringLiteral("ledger"),
         QStringLiteral("An embedded ledger's folder, or the file about one on the network, a "
                        "consortium's or a lone clinic's."),
         QStringLiteral("path")},
        {QStringLiteral("mailbox"), QStringLiteral("A mailbox folder."), QStringLiteral("folder")},
        {QStringLiteral("language"), QStringLiteral("en or zh_CN."), QStringLiteral("name")},
    });
    options.addPositionalArgument(
        QStringLiteral("files"),
        QStringLiteral("Files, codes and links to open, once it is unlocked."),
        QStringLiteral("[FILE ...]"));
    if (asksForHelp(argc, argv)) { // also where there is no display
        const QCoreApplication plain(argc, argv);
        options.process(plain);
    }
    QGuiApplication app(argc, argv);
    QGuiApplication::setDesktopFileName(window.desktop);
    options.process(app);
    // Where the parts of the device lie that are loaded at their first use
    // (packaging/package.cmake).
    QCoreApplication::addLibraryPath(QCoreApplication::applicationDirPath()
                                     + QStringLiteral("/../lib/") + window.name);

    const QString language = options.value(QStringLiteral("language"));
    if (!language.isEmpty()) QLocale::setDefault(QLocale(language));
    QString folder = options.value(QStringLiteral("data"));
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);

    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    QDir().mkpath(folder);
    QLockFile lock(folder + QStringLiteral("/app.lock"));
    lock.setStaleLockTime(0); // held as long as its process lives, not longer
    if (!lock.tryLock(0) && lock.error() == QLockFile::LockFailedError) {
        //: Another window of the app has the same folder open
        say(engine, QCoreApplication::translate(
                        "window", "Apricot is open already with this record. Use the window that "
                                  "is there; this one changes nothing."));
        return engine.rootObjects().isEmpty() ? 1 : QGuiApplication::exec();
    }
    engine.setInitialProperties(
        {{QStringLiteral("folder"), folder},
         {QStringLiteral("ledger"), options.value(QStringLiteral("ledger"))},
         {QStringLiteral("mailbox"), options.value(QStringLiteral("mailbox"))}});
    engine.load(window.screens);
    if (engine.rootObjects().isEmpty()) return 1;
    QObject *root = engine.rootObjects().constFirst();
    if (!language.isEmpty()) set(root, "language", language);
    if (!options.positionalArguments().isEmpty())
        set(root, "files", thingsIn(options.positionalArguments()));
    if (QFontDatabase::families(QFontDatabase::SimplifiedChinese).isEmpty())
        //: No installed font has Chinese characters
        say(engine, QCoreApplication::translate(
                        "window", "No font on this machine has Chinese characters: they appear as "
                                  "boxes. Install one, for example Noto Sans CJK."));
    return QGuiApplication::exec();
}

} // namespace apricot
