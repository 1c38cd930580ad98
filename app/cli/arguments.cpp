// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include "cli/options.h"
#include "cli/output.h"
#include "terms/kind.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <charconv>

namespace apricot::cli {

Error Arguments::unclear(std::string what) {
    return fail(ErrorCode::CommandUnclear, std::move(what));
}

Error lacksItsValue(const std::string &option) {
    //: An unclear command; %1 is an option
    return Arguments::unclear(say(QT_TRANSLATE_NOOP("cli", "%1 lacks its value"), {option}));
}

Error isNone(std::string_view term, const std::string &typed) {
    //: An unclear command; %1 is what was typed, %2 is KIND, PURPOSE, ROLE and the like, %3 a list
    return Arguments::unclear(say(QT_TRANSLATE_NOOP("cli", "%1 is no %2, which is one of %3"),
                                  {typed, std::string(term), valuesOf(term)}));
}

Error notDigits(std::string_view typed, std::size_t digits) {
    //: An unclear command; %1 is what was typed, %2 a number
    return Arguments::unclear(say(QT_TRANSLATE_NOOP("cli", "%1 is not %2 hexadecimal digits"),
                                  {std::string(typed), std::to_string(digits)}));
}

Result<Arguments> Arguments::parse(std::span<const std::string> words,
                                   const std::vector<std::string_view> &options,
                                   std::size_t mostWords) {
    Arguments out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string &word = words[i];
        if (!word.starts_with("--")) {
            if (out.m_words.size() == mostWords)
                return unclear(say(
                    //: An unclear command; %1 is what was typed
                    QT_TRANSLATE_NOOP("cli", "%1 does not belong here"), {word}));
            out.m_words.push_back(word);
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(0, equals);
        const bool takesValue = std::ranges::find(options, name + "=") != options.end();
        if (!takesValue && std::ranges::find(options, name) == options.end())
            return unclear(say(
                //: An unclear command; %1 is what was typed
                QT_TRANSLATE_NOOP("cli", "%1 does not belong here"), {name}));
        if (out.has(name))
            return unclear(say(
                //: An unclear command; %1 is an option
                QT_TRANSLATE_NOOP("cli", "%1 stands twice"), {name}));
        if (!takesValue) {
            if (equals != std::string::npos)
                return unclear(say(
                    //: An unclear command; %1 is an option
                    QT_TRANSLATE_NOOP("cli", "%1 takes no value"), {name}));
            out.m_options[name] = "";
        } else if (equals != std::string::npos) {
            out.m_options[name] = word.substr(equals + 1);
        } else if (i + 1 < words.size()) {
            out.m_options[name] = words[++i];
        } else {
            return lacksItsValue(name);
        }
    }
    APRICOT_TRY_ASSIGN(fd, out.number("--passphrase-fd", -1, 0, 65535));
    out.m_passphraseFd = static_cast<int>(fd);
    return out;
}

std::string Arguments::value(const std::string &option, const std::string &otherwise) const {
    const auto found = m_options.find(option);
    return found == m_options.end() ? otherwise : found->second;
}

Result<std::string> Arguments::needed(const std::string &option) const {
    if (value(option).empty())
        return unclear(say(
            //: An unclear command; %1 is an option or what stands for a word
            QT_TRANSLATE_NOOP("cli", "%1 is needed"), {option}));
    return value(option);
}

Result<std::string> Arguments::word(std::size_t index, const char *what) const {
    if (index >= m_words.size())
        return unclear(say(
            //: An unclear command; %1 is an option or what stands for a word
            QT_TRANSLATE_NOOP("cli", "%1 is needed"), {what}));
    return m_words[index];
}

Result<std::int64_t> Arguments::number(const std::string &option, std::int64_t otherwise,
                                       std::int64_t least, std::int64_t most) const {
    if (!has(option)) return otherwise;
    return numberIn(value(option), option, least, most);
}

Result<std::int64_t> Arguments::neededNumber(const std::string &option, std::int64_t least,
                                             std::int64_t most) const {
    APRICOT_TRY_ASSIGN(text, needed(option));
    return numberIn(text, option, least, most);
}

Result<std::optional<UnixTime>> Arguments::date(const std::string &option) const {
    if (!has(option)) return std::optional<UnixTime>();
    const QDate day = QDate::fromString(QString::fromStdString(value(option)), Qt::ISODate);
    if (!day.isValid())
        return unclear(say(
            //: An unclear command; %1 is an option
            QT_TRANSLATE_NOOP("cli", "%1 takes a date such as 2024-03-01"), {option}));
    return std::optional<UnixTime>(day.startOfDay(QTimeZone::utc()).toSecsSinceEpoch());
}

Result<std::uint16_t> Arguments::kinds() const {
    unsigned out = 0;
    for (const std::string &name : splitList(value("--kinds"))) {
        const auto kind = kindNamed(name);
        if (!kind) return isNone("KIND", name);
        out |= bitOf(*kind);
    }
    return static_cast<std::uint16_t>(out);
}

Result<std::int64_t> numberIn(std::string_view text, const std::string &what, std::int64_t least,
                              std::int64_t most) {
    std::int64_t out = 0;
    const char *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, out);
    if (read.ec != std::errc() || read.ptr != end || out < least || out > most)
        return Arguments::unclear(
            //: An unclear command; %1 is an option or a word, %2 and %3 are numbers
            say(QT_TRANSLATE_NOOP("cli", "%1 takes a whole number from %2 to %3"),
                {what, std::to_string(least), std::to_string(most)}));
    return out;
}

Result<Purpose> purposeNamed(std::string_view name) {
    if (const auto purpose = apricot::purposeNamed(name)) return *purpose;
    return isNone("PURPOSE", std::string(name));
}

std::vector<std::string> splitList(std::string_view text, char between) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t comma = text.find(between);
        out.emplace_back(text.substr(0, comma));
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    }
    return out;
}

} // namespace apricot::cli
