// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

namespace apricot::cli {
namespace {

std::string translatedError(std::string_view text) {
    return QCoreApplication::translate("Error", std::string(text).c_str()).toStdString();
}

Exit exitFor(Code code) {
    const int number = static_cast<int>(code);
    if (code == Code::CommandUnclear) return Usage;
    if (code == Code::FileUnreadable || code == Code::FileUnwritable || code == Code::OutOfMemory)
        return Environment;
    if (number >= 300 && number < 500) return BadInput;    // codec, records
    if (number >= 500 && number < 600) return Environment; // vault
    return Refused;
}

} // namespace

void Output::line(const std::string &text) {
    if (!m_forScripts) std::printf("%s\n", text.c_str());
}

void Output::finish() const {
    if (m_forScripts)
        std::printf("%s\n", QJsonDocument(json).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

std::string say(const char *text, std::initializer_list<std::string> values) {
    QString out = QCoreApplication::translate("cli", text);
    for (const std::string &value : values) out = out.arg(QString::fromStdString(value));
    return out.toStdString();
}

int report(const Error &error) {
    std::string detail = error.detail;
    // The ledger names its rule; its own words say more than its name.
    if (error.code == Code::RedemptionRefused) {
        const Code rule = codeNamed(detail);
        if (rule != Code::None)
            detail +=
                ": " + translatedError(whatHappened(rule)) + " " + translatedError(remedyFor(rule));
    }
    std::fprintf(stderr, "%s %s\n(%s, %s%s%s)\n", translatedError(whatHappened(error.code)).c_str(),
                 translatedError(remedyFor(error.code)).c_str(),
                 std::string(nameOf(error.code)).c_str(), error.where.c_str(),
                 detail.empty() ? "" : ": ", detail.c_str());
    return exitFor(error.code);
}

} // namespace apricot::cli
