// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/words.h"

#include "controls/sentences.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>

namespace apricot {
namespace {

QString translated(std::string_view text) {
    return QCoreApplication::translate("Error", std::string(text).c_str());
}

} // namespace

QString utf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString inWords(Kind kind) {
    static constexpr std::array<const char *, kindCount> names = {
        //: A kind of health record
        QT_TRANSLATE_NOOP("Kind", "Lab results"),
        //: A kind of health record: blood pressure, weight ...
        QT_TRANSLATE_NOOP("Kind", "Measurements"),
        //: A kind of health record
        QT_TRANSLATE_NOOP("Kind", "Medicines"),
        //: A kind of health record
        QT_TRANSLATE_NOOP("Kind", "Allergies"),
        //: A kind of health record: diseases, injuries
        QT_TRANSLATE_NOOP("Kind", "Conditions"),
        //: A kind of health record
        QT_TRANSLATE_NOOP("Kind", "Vaccinations"),
        //: A kind of health record
        QT_TRANSLATE_NOOP("Kind", "Operations and procedures"),
        //: A kind of health record
        QT_TRANSLATE_NOOP("Kind", "Visits"),
        //: A kind of health record: X-ray, CT ...
        QT_TRANSLATE_NOOP("Kind", "X-rays and scans"),
        //: A kind of health record
        QT_TRANSLATE_NOOP("Kind", "Documents"),
        //: A kind of health record
        QT_TRANSLATE_NOOP("Kind", "Care plans"),
        //: A kind of health record: the person, doctors, hospitals
        QT_TRANSLATE_NOOP("Kind", "People and places"),
        //: A kind of health record
        QT_TRANSLATE_NOOP("Kind", "Other"),
    };
    return QCoreApplication::translate("Kind", names[static_cast<std::size_t>(kind) - 1]);
}

QString inWords(const Error &error) {
    return joined({translated(whatHappened(error.code)), translated(remedyFor(error.code))});
}

QString dayInWords(QDate day) {
    const bool chinese = QLocale().language() == QLocale::Chinese;
    return QLocale().toString(day, chinese ? QStringLiteral("yyyy年M月d日")
                                           : QStringLiteral("d MMM yyyy"));
}

QString localTime(UnixTime time) {
    const QDateTime here = QDateTime::fromSecsSinceEpoch(time);
    return dayInWords(here.date()) + u' ' + here.toString(QStringLiteral("HH:mm"));
}

} // namespace apricot
