// SPDX-License-Identifier: GPL-3.0-or-later
#include "shelf/wording.h"

#include "controls/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>

namespace apricot {
namespace {

bool isChinese() {
    return QLocale().language() == QLocale::Chinese;
}

QString rangeInWords(const Reading &reading) {
    if (!reading.lowText.empty() && !reading.highText.empty())
        return utf8(reading.lowText) + u'–' + utf8(reading.highText);
    if (!reading.highText.empty()) return QStringLiteral("≤ ") + utf8(reading.highText);
    if (!reading.lowText.empty()) return QStringLiteral("≥ ") + utf8(reading.lowText);
    return utf8(reading.rangeText);
}

} // namespace

QString dateInWords(std::string_view dateText) {
    QString text = utf8(dateText);
    if (text.size() >= 10) {
        const QDate day = QDate::fromString(text.left(10), Qt::ISODate);
        return day.isValid() ? dayInWords(day) : text;
    }
    if (text.size() == 7) {
        const QDate day = QDate::fromString(text + QStringLiteral("-01"), Qt::ISODate);
        if (day.isValid())
            return QLocale().toString(day, isChinese() ? QStringLiteral("yyyy年M月")
                                                       : QStringLiteral("MMM yyyy"));
    }
    return text;
}

QString momentInWords(std::string_view dateText) {
    const QString text = utf8(dateText);
    // A time of day is that of the place where it was written down, unless that is not told.
    if (text.size() > 16 && text.endsWith(u'Z'))
        if (const auto there = QDateTime::fromString(text, Qt::ISODate); there.isValid())
            return localTime(there.toSecsSinceEpoch());
    const QString time = text.size() >= 16 && text[10] == u'T' ? text.mid(11, 5) : QString();
    return time.isEmpty() ? dateInWords(dateText) : dateInWords(dateText) + u' ' + time;
}

QString inWords(Flag flag) {
    // The words stand in core/records/detail_words.def.
    const auto word = [](const char *english) {
        return QCoreApplication::translate("Detail", english);
    };
    switch (flag) {
    case Flag::Low:
        return word("below the range");
    case Flag::High:
        return word("above the range");
    case Flag::VeryLow:
        return word("far below the range");
    case Flag::VeryHigh:
        return word("far above the range");
    case Flag::Abnormal:
        return word("not as usual");
    case Flag::Normal:
    case Flag::None:
        break;
    }
    return {};
}

QString signOf(Flag flag) {
    switch (flag) {
    case Flag::Low:
        return QStringLiteral("▼");
    case Flag::High:
        return QStringLiteral("▲");
    case Flag::VeryLow:
        return QStringLiteral("▼▼");
    case Flag::VeryHigh:
        return QStringLiteral("▲▲");
    case Flag::Abnormal:
        return QStringLiteral("◆");
    case Flag::Normal:
    case Flag::None:
        break;
    }
    return {};
}

QString levelInWords(int level) {
    static constexpr std::array<const char *, 5> words = {
        //: How private a record is, the first of five
        QT_TRANSLATE_NOOP("Level", "Open: nothing that could harm me"),
        //: How private a record is, the second of five
        QT_TRANSLATE_NOOP("Level", "Everyday: anyone who treats me may know"),
        //: How private a record is, the third of five
        QT_TRANSLATE_NOOP("Level", "Medical: for those who treat me"),
        //: How private a record is, the fourth of five
        QT_TRANSLATE_NOOP("Level", "Private: only where it is needed"),
        //: How private a record is, the last of five
        QT_TRANSLATE_NOOP("Level", "Most private: only when I say so"),
    };
    const auto at = static_cast<std::size_t>(std::clamp(level, 1, 5)) - 1;
    return QCoreApplication::translate("Level", words[at]);
}

QString labelOf(const Detail &detail) {
    return detail.own ? utf8(detail.label)
                      : QCoreApplication::translate("Detail", detail.label.c_str());
}

QString textOf(const Detail &detail) {
    switch (detail.form) {
    case Detail::Form::Word:
        return QCoreApplication::translate("Detail", detail.text.c_str());
    case Detail::Form::Date:
        return momentInWords(detail.text);
    case Detail::Form::Period: {
        const std::string_view text = detail.text;
        const auto middle = text.find('/');
        const QString from = momentInWords(text.substr(0, middle));
        const QString to = middle == text.npos ? QString() : momentInWords(text.substr(middle + 1));
        //: A span of time; %1 and %2 are dates
        if (!from.isEmpty() && !to.isEmpty())
            return QCoreApplication::translate("Wording", "%1 to %2").arg(from, to);
        //: A span of time that has not ended; %1 is a date
        if (to.isEmpty()) return QCoreApplication::translate("Wording", "since %1").arg(from);
        //: A span of time whose beginning is not known; %1 is a date
        return QCoreApplication::translate("Wording", "until %1").arg(to);
    }
    case Detail::Form::Text:
        break;
    }
    return utf8(detail.text);
}

QString valueInWords(std::string_view value, std::string_view unit) {
    QString number = utf8(value);
    if (unit.empty() || unit == "1") return number;
    return unit == "%" ? number + u'%' : number + u' ' + utf8(unit);
}

QString sentenceOf(const Record &record) {
    QString out = utf8(record.title);
    const QString value = valueInWords(record.value, record.unit);
    if (!value.isEmpty()) {
        //: A record in one sentence; %1 is what was measured, %2 the value with its unit
        out = QCoreApplication::translate("Wording", "%1: %2").arg(out, value);
        const auto readings = readingsOf(record);
        const Flag flag = flagOf(record);
        const QString range = readings.size() == 1 ? rangeInWords(readings.front()) : QString();
        if (isOutside(flag) && !range.isEmpty())
            //: Goes on about a value; %1 is "above the range" or the like, %2 the range itself
            out += QCoreApplication::translate("Wording", ", %1 %2").arg(inWords(flag), range);
        else if (isOutside(flag))
            //: Goes on about a value; %1 is "above the range" or the like
            out += QCoreApplication::translate("Wording", ", %1").arg(inWords(flag));
        else if (!range.isEmpty())
            //: Goes on about a value that is as usual; %1 is the range
            out += QCoreApplication::translate("Wording", ", within the range %1").arg(range);
    }
    QString where = utf8(record.performer);
    const QString when = dateInWords(record.date.text);
    if (!when.isEmpty()) {
        if (!where.isEmpty())
            //: Between a hospital's or doctor's name and a date
            where += QCoreApplication::translate("Wording", ", ");
        where += when;
    }
    if (where.isEmpty()) return out;
    //: A record in one sentence; %1 is what it says, %2 who and when
    return QCoreApplication::translate("Wording", "%1; %2").arg(out, where);
}

QString noteInWords(const SummaryRow &row) {
    QString note = utf8(row.note);
    if (!row.prescribed && !row.taken) return note;
    const auto with = [](const QString &words, const std::string &dosage) {
        return dosage.empty() ? words : words + QStringLiteral(": ") + utf8(dosage);
    };
    //: Of a medicine in the summary
    const QString prescribed = QCoreApplication::translate("Wording", "prescribed");
    //: Of a medicine in the summary
    const QString taken = QCoreApplication::translate("Wording", "noted as taken");
    if (!row.taken) return with(prescribed, *row.prescribed);
    if (!row.prescribed) return with(taken, *row.taken);
    if (*row.prescribed != *row.taken)
        return with(prescribed, *row.prescribed) + u'\n' + with(taken, *row.taken);
    //: Of a medicine in the summary
    return with(QCoreApplication::translate("Wording", "prescribed, and noted as taken"),
                *row.taken);
}

} // namespace apricot
