// SPDX-License-Identifier: GPL-3.0-or-later
// apricot-conformance FAMILY DIR: judges every file of a folder that others wrote.
#include "base/file.h"
#include "conformance/trial.h"
#include "crypto/crypto.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace apricot::conformance {

std::span<const Family> families() {
    static const std::array all = {fhirFamily,        jsonFamily,       coseFamily, qrFamily,
                                   lightClientFamily, headerHashFamily, rpcFamily,  ics23Family};
    return all;
}

namespace {

constexpr std::array<const char *, 5> words = {"ok", "refused", "WRONG", "CRASH", "HANG"};
constexpr std::uint64_t largestFile = 1ULL << 30U;
constexpr std::uint64_t largeFile = 20ULL << 20U;

void usage(std::FILE *to) {
    std::fprintf(to, "usage: apricot-conformance FAMILY DIR [--json]\n\n");
    for (const Family &family : families())
        std::fprintf(to, "  %-12s %s\n", family.name, family.help);
    std::fprintf(to, "\nA line a file: ok, refused (with the reason), WRONG, CRASH or HANG; then a "
                     "summary.\nExit status: 0 when nothing was wrong, crashed or hung; 1 when "
                     "something did;\n2 when the command or the folder is of no use. "
                     "APRICOT_TRIAL_SECONDS sets the limit of time\n(else 10 s; 120 s above 20 "
                     "MB).\n");
}

std::vector<std::filesystem::path> inputs(const Family &family, const std::filesystem::path &dir,
                                          std::error_code &error) {
    namespace fs = std::filesystem;
    std::vector<fs::path> out;
    for (fs::recursive_directory_iterator it(dir, error), end; !error && it != end;
         it.increment(error))
        if (it->symlink_status().type() == fs::file_type::regular && family.concerns(it->path()))
            out.push_back(it->path());
    std::ranges::sort(out);
    return out;
}

TrialLimits limitsFor(std::uint64_t size) {
    TrialLimits out;
    const char *asked = std::getenv("APRICOT_TRIAL_SECONDS");
    const int seconds = asked ? std::atoi(asked) : 0;
    out.seconds = seconds > 0 ? seconds : size > largeFile ? 120 : 10;
    out.memoryBytes += 12 * size;
    return out;
}

Verdict judgeFile(const Family &family, const std::filesystem::path &file) {
    std::error_code ignored;
    const std::uint64_t size = std::filesystem::file_size(file, ignored);
    return tryInChild(
        [&]() -> Verdict {
            const auto content = readFile(file, largestFile);
            if (!content) return {Kind::Refused, "the file cannot be read"};
            return family.judge(file, *content);
        },
        limitsFor(ignored ? 0 : size));
}

// One line, whatever a file holds or is called.
std::string printable(std::string_view text) {
    std::string out;
    const QString decoded = QString::fromUtf8(
        text.data(), static_cast<qsizetype>(std::min<std::size_t>(text.size(), 300)));
    for (const char32_t c : decoded.toUcs4()) {
        const bool shown = QChar::isPrint(c) && QChar::category(c) != QChar::Other_Format;
        out += shown ? QString::fromUcs4(&c, 1).toStdString()
                     : "\\u{" + QString::number(c, 16).toStdString() + "}";
    }
    return out;
}

int run(const Family &family, const std::filesystem::path &dir, bool json) {
    std::error_code error;
    const auto files = inputs(family, dir, error);
    if (error) {
        std::fprintf(stderr, "%s: %s\n", dir.c_str(), error.message().c_str());
        return 2;
    }
    if (files.empty()) {
        std::fprintf(stderr, "%s: no file for %s\n", dir.c_str(), family.name);
        return 2;
    }
    std::array<std::size_t, words.size()> counts{};
    for (const auto &file : files) {
        const Verdict verdict = judgeFile(family, file);
        const auto kind =
            std::min<std::size_t>(static_cast<std::size_t>(verdict.kind), words.size() - 1);
        ++counts.at(kind);
        const std::string path = printable(file.lexically_relative(dir).string());
        const std::string reason = printable(verdict.reason);
        if (json) {
            const QJsonObject line{{QStringLiteral("verdict"), QString::fromUtf8(words.at(kind))},
                                   {QStringLiteral("file"), QString::fromStdString(path)},
                                   {QStringLiteral("reason"), QString::fromStdString(reason)}};
            std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
        } else {
            std::printf("%-7s %s  %s\n", words.at(kind), path.c_str(), reason.c_str());
        }
        std::fflush(stdout);
    }
    const std::size_t failed = counts[2] + counts[3] + counts[4];
    if (!json)
        std::printf("%s: %zu passed, %zu failed (%zu ok, %zu refused, %zu wrong, %zu crashed, %zu "
                    "hung)\n",
                    family.name, counts[0] + counts[1], failed, counts[0], counts[1], counts[2],
                    counts[3], counts[4]);
    return failed == 0 ? 0 : 1;
}

int start(std::vector<std::string> arguments) {
    const bool json = std::erase(arguments, "--json") > 0;
    if (arguments.size() == 1 && arguments[0] == "--help") {
        usage(stdout);
        return 0;
    }
    if (const auto started = startCrypto(); !started) {
        std::fprintf(stderr, "%s\n", std::string(nameOf(started.error().code)).c_str());
        return 2;
    }
    if (arguments.size() == 2)
        for (const Family &family : families())
            if (arguments[0] == family.name) return run(family, arguments[1], json);
    usage(stderr);
    return 2;
}

} // namespace
} // namespace apricot::conformance

int main(int argc, char **argv) {
    return apricot::conformance::start({argv + 1, argv + argc});
}
