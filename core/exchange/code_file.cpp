// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/code_file.h"

#include "base/file.h"
#include "exchange/frames.h"

#include <QByteArray>

namespace apricot {

Error notACode() {
    return fail(ErrorCode::NotACodeFile);
}

Result<> writeCodeFile(const std::filesystem::path &file, std::string_view code, Replace replace) {
    return writeChosenFile(file, viewOf(std::string(code) + '\n'), replace);
}

namespace {

constexpr std::string_view prefix = "APRICOT:";

Result<std::string> codeOf(ByteView raw) {
    std::string_view text = textOf(raw);
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
    const bool plain =
        std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7f; }); // also no NUL
    if (!plain || !text.starts_with(prefix)) return notACode();
    return std::string(text);
}

bool isCode(const std::filesystem::path &file, std::string_view start) {
    return file.extension() == codeFileSuffix || start.starts_with(prefix);
}

} // namespace

bool isCodeFile(const std::filesystem::path &file) {
    const auto start = readPart(file, 0, prefix.size());
    return isCode(file, start ? textOf(*start) : std::string_view());
}

Result<std::string> readCodeFile(const std::filesystem::path &file) {
    APRICOT_TRY_ASSIGN(raw, readFile(file, largestCodeFile));
    return codeOf(raw);
}

Result<std::vector<std::string>> codesInFile(const std::filesystem::path &file) {
    APRICOT_TRY_ASSIGN(raw, readFile(file, largestCodePicture));
    if (isCode(file, textOf(raw))) {
        if (raw.size() > largestCodeFile) return readCodeFile(file).error();
        APRICOT_TRY_ASSIGN(code, codeOf(raw));
        return std::vector{std::move(code)};
    }
    APRICOT_TRY_ASSIGN(picture, decodePicture(raw));
    return decodeQr(picture);
}

Result<std::string> codeInFile(const std::filesystem::path &file, std::string_view wanted) {
    APRICOT_TRY_ASSIGN(texts, codesInFile(file));
    APRICOT_TRY_ASSIGN(codes, joinFrames(std::move(texts)));
    for (std::string &code : codes)
        if (code.starts_with(wanted)) return std::move(code);
    return std::move(codes.front());
}

std::string codeInLink(std::string_view text) {
    constexpr std::string_view scheme = "apricot:", blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    text = text.substr(first, text.find_last_not_of(blanks) - first + 1);
    if (!text.starts_with(scheme)) return std::string(text);
    const QByteArray rest = QByteArray::fromRawData(
        text.data() + scheme.size(), static_cast<qsizetype>(text.size() - scheme.size()));
    return std::string(prefix) + QByteArray::fromPercentEncoding(rest).toStdString();
}

Result<int> writeCodePicture(const std::filesystem::path &file, std::string_view code,
                             Replace replace) {
    APRICOT_TRY(checkChosenFile(file, replace));
    APRICOT_TRY_ASSIGN(sheet, sheetOf(code));
    if (file.extension() == ".svg") {
        APRICOT_TRY(writeChosenFile(file, viewOf(qrToSvg(sheet)), replace));
    } else {
        APRICOT_TRY_ASSIGN(png, qrToPng(sheet));
        APRICOT_TRY(writeChosenFile(file, png, replace));
    }
    return sheet.version;
}

} // namespace apricot
