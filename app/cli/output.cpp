// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "base/error_library.h"
#include "terms/shown_name.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QTranslator>

#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace apricot::cli {
namespace {

volatile std::sig_atomic_t stopAsked = 0;
bool chineseIsSpoken = false;

std::string inLines(std::string_view words) {
    return withoutSteering(words, LineFeeds::Kept);
}

std::string translatedError(std::string_view text) {
    return QCoreApplication::translate("Error", std::string(text).c_str()).toStdString();
}

Exit exitFor(ErrorCode code) {
    if (code == ErrorCode::CommandUnclear) return Usage;
    if (code == ErrorCode::FileUnreadable || code == ErrorCode::FileUnwritable
        || code == ErrorCode::OutOfMemory || code == ErrorCode::ChosenFileIsKept
        || code == ErrorCode::ChosenFileExists || code == ErrorCode::RecordsFileUnreadable)
        return Environment;
    const Library raised = libraryOf(code);
    if (raised == Library::Codec || raised == Library::Records || raised == Library::Formats)
        return BadInput;
    if (raised == Library::Vault) return Environment;
    return Refused;
}

} // namespace

void Output::put(const std::string &words, bool toScripts) const {
    if (m_forScripts && !toScripts) return;
    std::FILE *const to = m_forScripts ? stderr : stdout;
    std::fprintf(to, "%s\n", words.c_str());
    if (toScripts) std::fflush(to); // somebody may be asked next
}

void Output::line(const std::string &words) {
    put(withoutSteering(words), false);
}

void Output::shown(const std::string &words) {
    put(withoutSteering(words), true);
}

void Output::text(const std::string &words) {
    put(inLines(words), false);
}

void Output::shownText(const std::string &words) {
    put(inLines(words), true);
}

void Output::finish() const {
    if (m_forScripts)
        std::printf("%s\n", QJsonDocument(json).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

QString utf8(std::string_view bytes) {
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

std::string localTime(UnixTime time) {
    const QDateTime local = QDateTime::fromSecsSinceEpoch(time);
    const int offset = local.offsetFromUtc() / 60;
    return local.toString(QStringLiteral("yyyy-MM-dd hh:mm ")).toStdString()
           + QString::asprintf("%c%02d:%02d", offset < 0 ? '-' : '+', std::abs(offset) / 60,
                               std::abs(offset) % 60)
                 .toStdString();
}

bool speak(std::string_view language) {
    if (language.starts_with("zh")) {
        static QTranslator chinese;
        chineseIsSpoken = chinese.load(QStringLiteral(":/translations/apricot_zh_CN.qm"))
                          && QCoreApplication::installTranslator(&chinese);
        return chineseIsSpoken;
    }
    return language.starts_with("en") || language == "C" || language == "POSIX";
}

bool speaksChinese() {
    return chineseIsSpoken;
}

const std::string &inOwnLanguage(const std::string &english, const std::string &chinese) {
    return chineseIsSpoken ? chinese : english;
}

std::string say(const char *words, std::initializer_list<std::string> values) {
    return sayWith(words, {values.begin(), values.size()});
}

std::string sayWith(const char *words, std::span<const std::string> values) {
    const QString translated = QCoreApplication::translate("cli", words);
    QString out;
    for (qsizetype i = 0; i < translated.size(); ++i) {
        const qsizetype number =
            translated[i] == u'%' && i + 1 < translated.size() ? translated[i + 1].digitValue() : 0;
        if (number >= 1 && number <= static_cast<qsizetype>(values.size())) {
            out += utf8(*(values.begin() + (number - 1)));
            ++i;
        } else {
            out += translated[i];
        }
    }
    return out.toStdString();
}

std::string inWords(const RecordRow &row) {
    std::string out = row.dateText.empty() ? "-" : row.dateText;
    out += "  " + std::string(nameOf(row.kind)) + "  " + row.title;
    if (!row.value.empty()) out += "  " + row.value + (row.unit.empty() ? "" : " " + row.unit);
    return out;
}

std::string inWords(const Error &error) {
    return translatedError(whatHappened(error.code)) + (chineseIsSpoken ? "" : " ")
           + translatedError(remedyFor(error.code));
}

Progress progressOnTerminal(const Output &output) {
    std::signal(SIGINT, [](int) { stopAsked = 1; });
    const bool shown = !output.isJson() && isatty(STDERR_FILENO) == 1;
    return [shown, last = std::uint64_t{101}](std::uint64_t done, std::uint64_t total) mutable {
        const std::uint64_t percent = total > 0 ? std::min(done, total) * 100 / total : 0;
        if (shown && percent != last) {
            if (percent == 100)
                std::fputs("\r     \r", stderr);
            else
                std::fprintf(stderr, "\r%3d %%", static_cast<int>(percent));
            last = percent;
        }
        return stopAsked == 0;
    };
}

int report(const Error &error) {
    if ((error.code == ErrorCode::CommandUnclear || error.code == ErrorCode::LedgerChangeRefused)
        && !error.detail.empty()) { // the useful part, and in words
        std::fprintf(stderr, "%s\n%s\n(%s, %s)\n", inLines(error.detail).c_str(),
                     inLines(inWords(error)).c_str(), std::string(nameOf(error.code)).c_str(),
                     error.where.c_str());
        return exitFor(error.code);
    }
    std::fprintf(stderr, "%s\n(%s, %s%s%s)\n", inLines(inWords(error)).c_str(),
                 std::string(nameOf(error.code)).c_str(), error.where.c_str(),
                 error.detail.empty() ? "" : ": ", withoutSteering(error.detail).c_str());
    return exitFor(error.code);
}

} // namespace apricot::cli
