// SPDX-License-Identifier: GPL-3.0-or-later
#include "program/test_program.h"

#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <cstdio>
#include <vector>

namespace apricot::test {

namespace {

std::vector<TestClass> &classes() {
    static std::vector<TestClass> all;
    return all;
}

QString fileOf(const TestClass &test) {
    return QFileInfo(QString::fromUtf8(test.file)).completeBaseName();
}

int run(const TestClass &test, int argc, char **argv) {
    const auto application = test.application(argc, argv);
    return QTest::qExec(test.make().get(), argc, argv);
}

int runApart(const QString &program, const TestClass &test, const QStringList &rest) {
    std::fflush(stdout);
    return QProcess::execute(program, QStringList{QString::fromUtf8(test.name)} + rest);
}

int runNamed(int argc, char **argv) {
    const QString program = QString::fromLocal8Bit(argv[0]);
    QStringList arguments;
    for (int i = 1; i < argc; ++i) arguments += QString::fromLocal8Bit(argv[i]);
    const QString name = arguments.value(0);

    std::vector<TestClass> chosen;
    for (const TestClass &test : classes())
        if (name == QString::fromUtf8(test.name) || name == fileOf(test)) chosen.push_back(test);
    if (chosen.size() == 1) { // leaves what Qt Test is to read
        argv[1] = argv[0];
        return run(chosen.front(), argc - 1, argv + 1);
    }
    if (!chosen.empty())
        arguments.removeFirst();
    else if (name.isEmpty() || name.startsWith(QLatin1Char('-')))
        chosen = classes();
    if (chosen.empty()) {
        std::fprintf(stderr, "no class or file of tests is named '%s'; there are:\n",
                     qPrintable(name));
        for (const TestClass &test : classes())
            std::fprintf(stderr, "  %s in %s\n", test.name, qPrintable(fileOf(test)));
        return 2;
    }
    int failed = 0;
    for (const TestClass &test : chosen) {
        if (runApart(program, test, arguments) == 0) continue;
        ++failed;
        std::fprintf(stderr, "FAILED: %s in %s\n", test.name, qPrintable(fileOf(test)));
    }
    return failed == 0 ? 0 : 1;
}

} // namespace

void withoutDisplay() {
    const auto unlessSet = [](const char *variable, const char *value) {
        if (!qEnvironmentVariableIsSet(variable)) qputenv(variable, value);
    };
    unlessSet("QT_QPA_PLATFORM", "offscreen");
    unlessSet("QT_QUICK_BACKEND", "software");
    unlessSet("TZ", "Asia/Shanghai");
}

bool registered(const TestClass &test) {
    classes().push_back(test);
    return true;
}

} // namespace apricot::test

int main(int argc, char **argv) {
    return apricot::test::runNamed(argc, argv);
}
