// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/clinic_words.h"

#include "controls/words.h"
#include "crypto/hash.h"
#include "flows/consortium/register_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace apricot::clinic {

QString inWords(Purpose purpose) {
    switch (purpose) {
    case Purpose::Treatment:
        //: Why a clinic looks at records
        return QCoreApplication::translate("ClinicWords", "Treatment");
    case Purpose::Emergency:
        //: Why a clinic looks at records
        return QCoreApplication::translate("ClinicWords", "Emergency");
    case Purpose::SecondOpinion:
        //: Why a clinic looks at records
        return QCoreApplication::translate("ClinicWords", "Second opinion");
    case Purpose::Referral:
        //: Why a clinic looks at records
        return QCoreApplication::translate("ClinicWords", "Referral");
    case Purpose::Insurance:
        //: Why a clinic looks at records
        return QCoreApplication::translate("ClinicWords", "Insurance");
    case Purpose::Research:
        //: Why a clinic looks at records
        return QCoreApplication::translate("ClinicWords", "Research");
    case Purpose::FamilyCare:
        break;
    }
    //: Why somebody looks at records
    return QCoreApplication::translate("ClinicWords", "Care in the family");
}

QString inWords(CodeNature nature) {
    switch (nature) {
    case CodeNature::Permission:
        return {};
    case CodeNature::ClinicRequest:
        //: After a wrong code was scanned at a clinic
        return QCoreApplication::translate(
            "ClinicWords",
            "This is a clinic's own request, which the patient scans. Scan the code that the "
            "patient's app shows.");
    case CodeNature::OtherApricot:
        //: After a wrong code was scanned at a clinic
        return QCoreApplication::translate(
            "ClinicWords",
            "This is an Apricot code, but not a permission to read records. Ask the patient to "
            "choose Share in their app and show that code.");
    case CodeNature::HealthCard:
        //: After a wrong code was scanned at a clinic
        return QCoreApplication::translate(
            "ClinicWords",
            "This is an electronic health card: it says who somebody is and opens no records here. "
            "Ask for the code of the Apricot app.");
    case CodeNature::HealthLink:
        //: After a wrong code was scanned at a clinic
        return QCoreApplication::translate(
            "ClinicWords",
            "This is a SMART Health Link of another app. Ask the patient to share with Apricot.");
    case CodeNature::Payment:
        //: After a wrong code was scanned at a clinic
        return QCoreApplication::translate(
            "ClinicWords",
            "This is a payment code. Nothing was paid. Ask for the code of the Apricot app.");
    case CodeNature::WebAddress:
        //: After a wrong code was scanned at a clinic
        return QCoreApplication::translate(
            "ClinicWords",
            "This is a web address. It was not visited. Ask for the code of the Apricot app.");
    case CodeNature::Contact:
        //: After a wrong code was scanned at a clinic
        return QCoreApplication::translate(
            "ClinicWords",
            "This is somebody's address or telephone number. Ask for the code of the Apricot app.");
    case CodeNature::Network:
        //: After a wrong code was scanned at a clinic
        return QCoreApplication::translate(
            "ClinicWords",
            "This is the key of a Wi-Fi network. Ask for the code of the Apricot app.");
    case CodeNature::ProductNumber:
        //: After a wrong code was scanned at a clinic
        return QCoreApplication::translate(
            "ClinicWords",
            "This is a number from a package or a card. Ask for the code of the Apricot app.");
    case CodeNature::Unknown:
        break;
    }
    //: After a wrong code was scanned at a clinic
    return QCoreApplication::translate(
        "ClinicWords",
        "This is not a code of the Apricot app. Ask the patient to choose Share in their app and "
        "show that code.");
}

QString clearanceInWords(int level) {
    switch (level) {
    case 1:
        //: Which records an organisation may open
        return QCoreApplication::translate("ClinicWords", "Harmless records only (level 1)");
    case 2:
        //: Which records an organisation may open
        return QCoreApplication::translate("ClinicWords", "Everyday records (up to level 2)");
    case 3:
        //: Which records an organisation may open
        return QCoreApplication::translate("ClinicWords",
                                           "Ordinary medical records (up to level 3)");
    case 4:
        //: Which records an organisation may open
        return QCoreApplication::translate("ClinicWords", "Sensitive records too (up to level 4)");
    default:
        //: Which records an organisation may open
        return QCoreApplication::translate("ClinicWords", "All records (up to level 5)");
    }
}

QString listed(const std::vector<Purpose> &purposes) {
    QStringList out;
    for (const Purpose purpose : purposes) out += inWords(purpose);
    return QLocale().createSeparatedList(out);
}

namespace {

QString spoken(const BothLanguages &words) {
    return utf8(QLocale().language() == QLocale::Chinese ? words.chinese : words.english);
}

} // namespace

QString kindInWords(const Organisation &organisation) {
    QString roles = spoken(rolesIn(organisation.roles));
    if (organisation.tier == 0) return roles;
    //: What an organisation is registered as; %1 are its roles, %2 its grade from 1 to 3
    return QCoreApplication::translate("ClinicWords", "%1, grade %2")
        .arg(roles)
        .arg(organisation.tier);
}

QString deskInWords(const DeskKey &desk) {
    //: Of a desk; %1 is a profession, %2 a level from 1 to 5
    return QCoreApplication::translate("ClinicWords", "%1, may open records up to level %2")
        .arg(spoken(wordsOf(desk.profession)))
        .arg(desk.level);
}

QString inWords(const Restriction &restriction) {
    BothLanguages words;
    tell(words, restriction);
    return spoken(words).trimmed();
}

QString whose(const std::vector<Candidate> &people) {
    QStringList told;
    for (const Candidate &one : people) {
        if (one.name.empty() && one.birthDate.empty() && one.sex.empty()) continue;
        QStringList said;
        if (!one.name.empty()) said += utf8(one.name);
        if (one.birthDate.size() >= 4)
            //: Of a patient; %1 is a year
            said += QCoreApplication::translate("ClinicWords", "born %1")
                        .arg(utf8(one.birthDate.substr(0, 4)));
        if (one.sex == "female")
            //: Of a patient
            said += QCoreApplication::translate("ClinicWords", "female");
        else if (one.sex == "male")
            //: Of a patient
            said += QCoreApplication::translate("ClinicWords", "male");
        //: Between the name, year and sex of a patient
        told += said.join(QCoreApplication::translate("ClinicWords", ", "));
    }
    if (people.size() > 1)
        //: Above open records; %1 is a list of people, which may be empty
        return QCoreApplication::translate("ClinicWords", "⚠ Records of several people: ask whose "
                                                          "they are. %1")
            .arg(told.join(QStringLiteral(" / ")));
    if (told.isEmpty())
        //: Above open records
        return QCoreApplication::translate("ClinicWords", "Whose records these are is not among "
                                                          "what is shown: ask the patient.");
    //: Above open records; %1 is a patient's name, year of birth and sex
    return QCoreApplication::translate("ClinicWords", "%1 (as the records say; ask the patient)")
        .arg(told.front());
}

QString fingerprintOf(const VerifyKey &key) {
    const std::string hex = toHex(sha256(key.view()).view().first(16));
    QString out;
    for (std::size_t i = 0; i < hex.size(); i += 4)
        out += (i == 0 ? QString() : QStringLiteral(" ")) + utf8(hex.substr(i, 4)).toUpper();
    return out;
}

namespace {

QString usesInWords(const Standing &standing) {
    if (standing.uses == 1 && standing.used == 0)
        //: Of a permission: how often it may be used
        return QCoreApplication::translate("ClinicWords", "Can be opened once; not used yet.");
    if (standing.uses == 1)
        //: Of a permission: how often it may be used
        return QCoreApplication::translate("ClinicWords", "Could be opened once; it was.");
    //: Of a permission: how often it may be used; %1 and %2 are numbers
    return QCoreApplication::translate("ClinicWords", "Used %1 of %2 times.")
        .arg(standing.used)
        .arg(standing.uses);
}

ShownCode common(const Inspection &seen) {
    const bool chinese = QLocale().language() == QLocale::Chinese;
    ShownCode out;
    out.there = true;
    out.words = utf8(chinese ? seen.words.chinese : seen.words.english);
    return out;
}

} // namespace

ShownCode shownCode(const Inspection &seen, const Standing &standing) {
    ShownCode out = common(seen);
    const bool good = standing.refusal == ErrorCode::None;
    out.mayOpen = good;
    out.mayOpenAgain = standing.againUntil != 0;
    if (good || standing.refusal == ErrorCode::GrantUsedUp) out.uses = usesInWords(standing);
    //: Of a proof; %1 is a date and time
    out.proof = QCoreApplication::translate("ClinicWords", "The ledger proves this as of %1.")
                    .arg(localTime(standing.asOf));
    if (good) {
        //: A permission was checked
        out.verdict = QCoreApplication::translate("ClinicWords", "Genuine, and can be opened now");
        //: Below a permission that was checked
        out.why = QCoreApplication::translate(
            "ClinicWords",
            "Signed by the patient, given to this clinic, in time and not withdrawn.");
    } else if (standing.againUntil != 0) {
        //: A permission was checked
        out.verdict =
            QCoreApplication::translate("ClinicWords", "This clinic has opened it already");
        //: Below a permission that was checked; %1 and %2 are dates and times
        out.why =
            QCoreApplication::translate(
                "ClinicWords",
                "It was redeemed here at %1. You can show the same records again until %2; that "
                "uses nothing up.")
                .arg(localTime(standing.redeemed.value_or(0)), localTime(standing.againUntil));
    } else {
        //: A permission was checked
        out.verdict = QCoreApplication::translate("ClinicWords", "Cannot be opened");
        out.why = apricot::inWords(Error{standing.refusal, {}, {}});
    }
    return out;
}

ShownCode shownOffline(const Inspection &seen, bool forThisClinic) {
    ShownCode out = common(seen);
    //: A permission was read without the ledger
    out.verdict = QCoreApplication::translate(
        "ClinicWords", "The patient's signature is genuine, but the ledger cannot be reached");
    out.why =
        forThisClinic //: Below a permission that was read without the ledger
            ? QCoreApplication::translate(
                "ClinicWords",
                "Whether it was used or withdrawn cannot be told now, so it cannot be opened. "
                "Check "
                "the network and try again; the code stays valid until the time it names.")
            : apricot::inWords(Error{ErrorCode::GrantForOtherOrganisation, {}, {}});
    return out;
}

} // namespace apricot::clinic
