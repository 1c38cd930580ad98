// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of the process to the first frame of the lock screen, and the memory (PSS) it then
// has, against a bare Qt Quick window; started in turn, as often as the first argument says. Both
// are asked by Qt's own logging when their first frame is drawn. Without a GPU, software renderer.
#include "crypto/crypto.h"
#include "crypto/system_random.h"
#include "vault/vault.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <optional>

using namespace apricot;

namespace {

struct Start {
    double milliseconds;
    double mebibytes;
};

// Proportional set size: what is shared is counted by its share.
double memoryOf(qint64 process) {
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
    if (!file.open(QIODevice::ReadOnly)) return 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith("Pss:")) return line.simplified().split(' ').at(1).toDouble() / 1024;
    return 0;
}

std::optional<Start> started(const QString &program, const QStringList &arguments) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("QT_QUICK_BACKEND"), QStringLiteral("software"));
    environment.insert(QStringLiteral("QT_FORCE_STDERR_LOGGING"), QStringLiteral("1"));
    environment.insert(QStringLiteral("QT_LOGGING_RULES"),
                       QStringLiteral("qt.scenegraph.time.renderloop.debug=true"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    QElapsedTimer clock;
    clock.start();
    process.start(program, arguments);
    QByteArray said;
    while (!said.contains("rame rendered") && process.waitForReadyRead(20000))
        said += process.readAll();
    const double milliseconds = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    const bool shown = said.contains("rame rendered");
    process.waitForFinished(700); // it settles
    const double memory = memoryOf(process.processId());
    process.kill();
    process.waitForFinished();
    if (shown) return Start{milliseconds, memory};
    std::fprintf(stderr, "%s showed no window:\n%s\n", qPrintable(program), said.constData());
    return std::nullopt;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void print(const char *name, const std::vector<double> &ours, const std::vector<double> &peer,
           const char *goal) {
    const double mine = median(ours);
    const double theirs = median(peer);
    std::printf("%s | %.0f | %.0f | %.2f | %s\n", name, mine, theirs, mine / theirs, goal);
}

int run(int rounds) {
    const QString bin = QCoreApplication::applicationDirPath();
    const QTemporaryDir folder;
    SystemRandom random;
    const SystemClock clock;
    std::string text = "bench the start";
    const std::filesystem::path data = folder.path().toStdString();
    for (const char *file : {"person.vault", "clinic.vault"})
        if (!Vault::create(
                data / file,
                SecretBytes::take({reinterpret_cast<std::uint8_t *>(text.data()), text.size()}), {},
                random, clock))
            return 1;
    struct Times {
        std::vector<double> milliseconds, mebibytes;
        bool add(const std::optional<Start> &start) {
            if (!start) return false;
            milliseconds.push_back(start->milliseconds);
            mebibytes.push_back(start->mebibytes);
            return true;
        }
    } person, clinic, bare;
    for (int i = 0; i <= rounds; ++i) {
        if (!bare.add(started(bin + QStringLiteral("/bare_window"), {}))
            || !person.add(started(bin + QStringLiteral("/apricot"),
                                   {QStringLiteral("--data"), folder.path()}))
            || !clinic.add(started(bin + QStringLiteral("/apricot-clinic"),
                                   {QStringLiteral("--data"), folder.path()})))
            return 1;
        if (i == 0) person = clinic = bare = {}; // the first reads the disk
    }
    std::printf("start: software renderer, no display; median of %d starts each, in turn\n",
                rounds);
    print("apricot to its lock screen, ms (peer: a bare window)", person.milliseconds,
          bare.milliseconds, "<= 1.5");
    print("apricot-clinic to its lock screen, ms (peer: a bare window)", clinic.milliseconds,
          bare.milliseconds, "<= 1.5");
    print("apricot's memory, MiB PSS (peer: a bare window)", person.mebibytes, bare.mebibytes, "-");
    print("apricot-clinic's memory, MiB PSS (peer: a bare window)", clinic.mebibytes,
          bare.mebibytes, "-");
    return 0;
}

} // namespace

int main(int argc, char **argv) {
    const QCoreApplication app(argc, argv);
    if (!startCrypto()) return 1;
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 15;
    return run(std::max(1, rounds));
}
