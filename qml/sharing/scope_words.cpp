// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/scope_words.h"

#include "controls/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>
#include <QTimeZone>

#include <array>

namespace apricot {
namespace {

QString say(const char *words) {
    return QCoreApplication::translate("Scope", words);
}

QString dayOf(UnixTime time, int utcOffsetMinutes) {
    const QDateTime there = QDateTime::fromSecsSinceEpoch(time, QTimeZone(utcOffsetMinutes * 60));
    return dayInWords(there.date());
}

QString listOf(unsigned kinds) {
    QStringList out;
    for (std::uint8_t i = 1; i <= kindCount; ++i)
        if (((kinds >> (i - 1U)) & 1U) != 0) out.append(inWords(static_cast<Kind>(i)));
    //: Between the parts of a list
    return out.join(say(QT_TRANSLATE_NOOP("Scope", ", ")));
}

} // namespace

QString inWords(const Scope &scope, int utcOffsetMinutes) {
    QStringList parts;
    if (scope.kinds == allKinds)
        //: What is shared, in a list
        parts.append(say(QT_TRANSLATE_NOOP("Scope", "Every kind of record")));
    else if (scope.kinds != 0)
        parts.append(listOf(scope.kinds));
    if (scope.from)
        //: What is shared, in a list; %1 is a day
        parts.append(
            say(QT_TRANSLATE_NOOP("Scope", "since %1")).arg(dayOf(*scope.from, utcOffsetMinutes)));
    if (scope.until)
        //: What is shared, in a list; %1 is a day
        parts.append(say(QT_TRANSLATE_NOOP("Scope", "before %1"))
                         .arg(dayOf(*scope.until, utcOffsetMinutes)));
    if (scope.alwaysKinds != 0)
        //: What is shared, in a list; %1 are kinds of records
        parts.append(say(QT_TRANSLATE_NOOP("Scope", "whatever their date: %1"))
                         .arg(listOf(scope.alwaysKinds)));
    if (!scope.struckOut.empty())
        //: What is shared, in a list; %1 is a number of records
        parts.append(say(QT_TRANSLATE_NOOP("Scope", "without records that were struck out: %1"))
                         .arg(scope.struckOut.size()));
    if (!scope.records.empty())
        //: What is shared, in a list; %1 is a number of records
        parts.append(say(QT_TRANSLATE_NOOP("Scope", "records chosen one by one: %1"))
                         .arg(scope.records.size()));
    //: Between what is shared, since when, and which single records
    return parts.join(say(QT_TRANSLATE_NOOP("Scope", "; ")));
}

QString inWords(Purpose purpose) {
    static constexpr std::array<const char *, 7> names = {
        //: What records are shared for
        QT_TRANSLATE_NOOP("Scope", "Treatment"),
        //: What records are shared for
        QT_TRANSLATE_NOOP("Scope", "An emergency"),
        //: What records are shared for
        QT_TRANSLATE_NOOP("Scope", "A second opinion"),
        //: What records are shared for
        QT_TRANSLATE_NOOP("Scope", "A referral"),
        //: What records are shared for
        QT_TRANSLATE_NOOP("Scope", "An insurance case"),
        //: What records are shared for
        QT_TRANSLATE_NOOP("Scope", "Research"),
        //: What records are shared for
        QT_TRANSLATE_NOOP("Scope", "Care within the family"),
    };
    const auto at = static_cast<std::size_t>(purpose) - 1;
    return at < names.size() ? say(names[at]) : QString();
}

QString inWords(const ConsentText &words, bool other) {
    const bool chinese = (QLocale().language() == QLocale::Chinese) != other;
    return utf8(chinese ? words.chinese : words.english);
}

int offsetAt(UnixTime time) {
    return QDateTime::fromSecsSinceEpoch(time).offsetFromUtc() / 60;
}

QString spanInWords(UnixTime seconds) {
    if (seconds >= 2 * UnixTime{86400})
        //: A length of time; %1 is a number of 2 or more
        return say(QT_TRANSLATE_NOOP("Scope", "%1 days")).arg(seconds / 86400);
    if (seconds >= 2 * UnixTime{3600})
        //: A length of time; %1 is a number of 2 or more
        return say(QT_TRANSLATE_NOOP("Scope", "%1 hours")).arg(seconds / 3600);
    if (seconds >= 120)
        //: A length of time; %1 is a number of 2 or more
        return say(QT_TRANSLATE_NOOP("Scope", "%1 minutes")).arg(seconds / 60);
    //: A length of time; %1 is a number, 10 or more
    return say(QT_TRANSLATE_NOOP("Scope", "%1 seconds"))
        .arg(seconds > 10 ? seconds / 10 * 10 : seconds);
}

} // namespace apricot
