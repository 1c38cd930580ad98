// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/left_out.h"

#include "controls/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace apricot::clinic {
namespace {

QString named(Coverage coverage) {
    switch (coverage) {
    case Coverage::Nothing:
        return QStringLiteral("nothing");
    case Coverage::Part:
        return QStringLiteral("part");
    case Coverage::All:
        break;
    }
    return QStringLiteral("all");
}

QString dayOf(UnixTime time) {
    return dayInWords(QDateTime::fromSecsSinceEpoch(time).date());
}

QString listOf(const QStringList &items) {
    return items.join(QLocale().language() == QLocale::Chinese ? QStringLiteral("、")
                                                               : QStringLiteral(", "));
}

// Whichever list is the shorter one: what is shown, or what is not.
QString kindsSentence(const Scope &scope) {
    QStringList shown, closed;
    for (std::uint8_t i = 1; i <= kindCount; ++i) {
        const auto kind = static_cast<Kind>(i);
        (scope.has(kind) ? shown : closed) += inWords(kind);
    }
    if (closed.isEmpty()) return {};
    if (shown.isEmpty())
        //: What a permission leaves out
        return QCoreApplication::translate(
            "LeftOut", "Only single records are shown to us, which the patient chose one by one.");
    if (shown.size() <= closed.size())
        //: What a permission leaves out; %1 is a list of kinds of record
        return QCoreApplication::translate("LeftOut",
                                           "Only these kinds of record are shown to us: %1.")
            .arg(listOf(shown));
    //: What a permission leaves out; %1 is a list of kinds of record
    return QCoreApplication::translate("LeftOut", "These kinds of record are not shown to us: %1.")
        .arg(listOf(closed));
}

QString levelSentence(int level) {
    switch (level) {
    case 1:
        //: What a permission leaves out: the more private records
        return QCoreApplication::translate(
            "LeftOut", "Records that are in any way private are not shown to us.");
    case 2:
        //: What a permission leaves out: the more private records
        return QCoreApplication::translate(
            "LeftOut", "Records that are more private than everyday ones are not shown to us.");
    case 3:
        //: What a permission leaves out: the more private records
        return QCoreApplication::translate(
            "LeftOut", "Records marked private or most private are not shown to us.");
    case 4:
        //: What a permission leaves out: the more private records
        return QCoreApplication::translate("LeftOut",
                                           "Records marked most private are not shown to us.");
    default:
        return {};
    }
}

} // namespace

QStringList leftOut(const Scope &scope) {
    QStringList out{kindsSentence(scope)};
    if (scope.kinds != 0 && scope.from)
        //: What a permission leaves out; %1 is a day
        out += QCoreApplication::translate("LeftOut",
                                           "What is from before %1 is not shown to us, nor what "
                                           "has no date.")
                   .arg(dayOf(*scope.from));
    if (scope.kinds != 0 && scope.until)
        //: What a permission leaves out; %1 is a day
        out += QCoreApplication::translate("LeftOut",
                                           "What is from %1 or later is not shown to us, nor what "
                                           "has no date.")
                   .arg(dayOf(*scope.until));
    if (scope.alwaysKinds != 0) {
        QStringList always;
        for (std::uint8_t i = 1; i <= kindCount; ++i)
            if (((scope.alwaysKinds >> (i - 1U)) & 1U) != 0)
                always += inWords(static_cast<Kind>(i));
        //: After what a permission leaves out by its date; %1 is a list of kinds of record
        out += QCoreApplication::translate("LeftOut", "Whatever their date, we are shown: %1.")
                   .arg(listOf(always));
    }
    if (!scope.struckOut.empty())
        //: What a permission leaves out; %1 is a number
        out += QCoreApplication::translate("LeftOut", "The patient struck out single records: %1.")
                   .arg(scope.struckOut.size());
    out += levelSentence(scope.level);
    out.removeAll(QString());
    if (!out.isEmpty() && scope.kinds != 0 && !scope.records.empty())
        //: After what a permission leaves out; %1 is a number
        out += QCoreApplication::translate(
                   "LeftOut", "Besides, the patient chose single records to be shown: %1.")
                   .arg(scope.records.size());
    return out;
}

QString insteadOfNone(Coverage coverage) {
    if (coverage == Coverage::Nothing)
        //: On paper, below the name of a kind of record of which a permission shows nothing
        return QCoreApplication::translate(
            "LeftOut", "Not shown to us: the permission leaves this out. Ask the patient.");
    if (coverage == Coverage::Part)
        //: On paper, below the name of a kind of record of which none was shown
        return QCoreApplication::translate("LeftOut",
                                           "None among what was shown to us. The permission leaves "
                                           "some records out, so there may be some.");
    //: On paper, below the name of a kind of record of which there is none
    return QCoreApplication::translate("LeftOut",
                                       "None is written down. That does not mean there is none.");
}

SummaryCoverage coverageByCard(const Scope &scope) {
    return {named(coverageOf(scope, Kind::Allergy)), named(coverageOf(scope, Kind::Medication)),
            named(coverageOf(scope, Kind::Condition)), named(coverageOf(scope, Kind::Visit))};
}

QString coverageOfTests(const Scope &scope) {
    const Coverage lab = coverageOf(scope, Kind::LabResult);
    const Coverage imaging = coverageOf(scope, Kind::Imaging);
    return named(lab == imaging ? lab : Coverage::Part);
}

} // namespace apricot::clinic
