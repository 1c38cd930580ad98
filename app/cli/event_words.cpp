// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/event_words.h"

#include "cli/arguments.h"
#include "cli/output.h"
#include "flows/patient/letter_store.h"
#include "flows/patient/share.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace apricot::cli {
namespace {

struct Sentence {
    std::string_view kind;
    const char *words; // %1, %2 ... are these fields of the entry
    std::vector<const char *> fields;
};

// The first whose fields are all there: a counter without staff notes no name.
const std::vector<Sentence> &sentences() {
    static const std::vector<Sentence> all = {
        //: A line of what a vault has done; %1 and %2 are numbers
        {"import",
         QT_TRANSLATE_NOOP("cli", "Records came in: %1 new, %2 newer versions."),
         {"added", "newer"}},
        //: A line of what a vault has done; %1 names a permission, %2 is a number of records
        {"grant",
         QT_TRANSLATE_NOOP("cli", "You signed permission %1, over %2 records."),
         {"grant", "records"}},
        //: A line of what a vault has done; %1 names a permission
        {"revoke", QT_TRANSLATE_NOOP("cli", "You ended permission %1."), {"grant"}},
        //: A line of what a vault has done; %1 is a clinic's number, %2 a number of records
        {"letter",
         QT_TRANSLATE_NOOP("cli", "The clinic %1 sent a letter with %2 records."),
         {"clinic", "records"}},
        //: A line of what a vault has done; %1 is a clinic
        {"request", QT_TRANSLATE_NOOP("cli", "The clinic %1 asks to read records."), {"clinic"}},
        //: A line of what a clinic's vault has done; %1 names a permission
        {"ask",
         QT_TRANSLATE_NOOP("cli", "Asked the patient of permission %1 for records, by letter."),
         {"grant"}},
        //: A line of what a vault has done; %1 is a change, such as "listing a node"
        {"change-made",
         QT_TRANSLATE_NOOP("cli", "Signed a change that the ledger took: %1."),
         {"action"}},
        //: A line of what a vault has done; %1 is a change, such as "listing a node"
        {"change-proposed",
         QT_TRANSLATE_NOOP("cli", "Proposed a change of the ledger for others to sign: %1."),
         {"action"}},
        //: A line of what a vault has done; %1 is a change, such as "listing a node"
        {"change-signed",
         QT_TRANSLATE_NOOP("cli", "Signed a change of the ledger that another proposed: %1."),
         {"action"}},
        //: A line of what a clinic's vault has done; %1 a name, %2 names a permission, %3 a kind of
        //: letter
        {"letter",
         QT_TRANSLATE_NOOP("cli", "%1 wrote back to the patient of permission %2 (%3)."),
         {"staff", "grant", "what"}},
        //: A line of what a clinic's vault has done; %1 names a permission, %2 a kind of letter
        {"letter",
         QT_TRANSLATE_NOOP("cli", "Wrote back to the patient of permission %1 (%2)."),
         {"grant", "what"}},
        //: A line of what a vault has done; %1 is a clinic's number, %2 a number of letters
        {"letter-refused",
         QT_TRANSLATE_NOOP("cli", "Refused %2 letters that claim to come from the clinic %1."),
         {"clinic", "letters"}},
        //: A line of what a vault has done; %1 is a clinic's number
        {"letter-unreadable",
         QT_TRANSLATE_NOOP("cli",
                           "A letter of the clinic %1 cannot be read; it is kept as it came."),
         {"clinic"}},
        //: A line of what a vault has done; %1 is a record's number
        {"entry-added", QT_TRANSLATE_NOOP("cli", "You wrote down the record %1."), {"record"}},
        //: A line of what a vault has done; %1 is a record's number
        {"entry-corrected", QT_TRANSLATE_NOOP("cli", "You corrected the record %1."), {"record"}},
        //: A line of what a vault has done; %1 is a record's number
        {"entry-withdrawn", QT_TRANSLATE_NOOP("cli", "You took back the record %1."), {"record"}},
        //: A line of what a vault has done; %1 is a number
        {"checkpoint",
         QT_TRANSLATE_NOOP("cli", "The ledger is trusted from block %1 on."),
         {"height"}},
        //: A line of what a vault has done; %1 is a name in the vault
        {"ledger-disagrees",
         QT_TRANSLATE_NOOP(
             "cli", "Two answers of the ledger contradict each other; the proof is kept (%1)."),
         {"evidence"}},
        //: A line of what a clinic's vault has done; %1 a name, %2 names a permission
        {"redeem", QT_TRANSLATE_NOOP("cli", "%1 redeemed permission %2."), {"staff", "grant"}},
        //: A line of what a clinic's vault has done; %1 names a permission
        {"redeem", QT_TRANSLATE_NOOP("cli", "Redeemed permission %1."), {"grant"}},
        //: A line of what a clinic's vault has done; %1 names a permission, %2 is a number, %3 a
        //: folder
        {"open",
         QT_TRANSLATE_NOOP("cli", "Opened permission %1: %2 records, written unencrypted to %3. "
                                  "Nothing here erases them."),
         {"grant", "records", "folder"}},
        //: A line of what a clinic's vault has done; %1 a name, %2 names a permission, %3 "file",
        //: "pages" or "paper"
        {"export",
         QT_TRANSLATE_NOOP("cli", "%1 took a copy of what permission %2 had opened (%3). Nothing "
                                  "here erases it."),
         {"staff", "grant", "what"}},
        //: A line of what a clinic's vault has done; %1 a name, %2 names a permission, %3 a number
        {"open",
         QT_TRANSLATE_NOOP("cli", "%1 opened permission %2: %3 records."),
         {"staff", "grant", "records"}},
        //: A line of what a clinic's vault has done; %1 names a permission, %2 is a number
        {"open",
         QT_TRANSLATE_NOOP("cli", "Opened permission %1: %2 records."),
         {"grant", "records"}},
        //: A line of what a clinic's vault has done; %1 names a permission
        {"erase",
         QT_TRANSLATE_NOOP("cli", "Erased the counter's view of what permission %1 had opened."),
         {"grant"}},
        //: A line of what a clinic's vault has done; %1 is a name
        {"staff-added", QT_TRANSLATE_NOOP("cli", "%1 may sign in from now on."), {"staff"}},
        //: A line of what a clinic's vault has done; %1 is a name
        {"staff-removed", QT_TRANSLATE_NOOP("cli", "%1 may not sign in any more."), {"staff"}},
        //: A line of what a clinic's vault has done; %1 is a name
        {"sign-in", QT_TRANSLATE_NOOP("cli", "%1 signed in."), {"staff"}},
        //: A line of what a clinic's vault has done; %1 is a name
        {"wrong-pin", QT_TRANSLATE_NOOP("cli", "A wrong PIN was typed for %1."), {"staff"}},
    };
    return all;
}

// An action of the ledger, by its name.
constexpr auto changes = std::to_array<std::pair<std::string_view, const char *>>({
    //: A change of the ledger
    {"RegisterOrganisation", QT_TRANSLATE_NOOP("cli", "registering a clinic")},
    //: A change of the ledger
    {"ChangeKeys", QT_TRANSLATE_NOOP("cli", "a clinic's desks and keys")},
    //: A change of the ledger
    {"SuspendOrganisation", QT_TRANSLATE_NOOP("cli", "suspending a clinic")},
    //: A change of the ledger
    {"ReinstateOrganisation", QT_TRANSLATE_NOOP("cli", "reinstating a clinic")},
    //: A change of the ledger
    {"ChangeValidators", QT_TRANSLATE_NOOP("cli", "the validators")},
    //: A change of the ledger
    {"ChangeConsortium", QT_TRANSLATE_NOOP("cli", "the administrators, their quorum, the quota")},
    //: A change of the ledger
    {"ScheduleRules", QT_TRANSLATE_NOOP("cli", "planning new rules")},
    //: A change of the ledger
    {"CancelRules", QT_TRANSLATE_NOOP("cli", "giving up planned rules")},
    //: A change of the ledger
    {"RegisterNode", QT_TRANSLATE_NOOP("cli", "listing a node")},
    //: A change of the ledger
    {"ChangeNode", QT_TRANSLATE_NOOP("cli", "describing a node anew")},
    //: A change of the ledger
    {"SetPolicy", QT_TRANSLATE_NOOP("cli", "the policy")},
    //: A change of the ledger
    {"SetStanding", QT_TRANSLATE_NOOP("cli", "a clinic's standing")},
});

// "made", "recovered", "restored", as they are noted.
std::string arrival(const std::string &how) {
    if (how == "made")
        //: A line of what a vault has done
        return say(QT_TRANSLATE_NOOP("cli", "This vault was made."));
    if (how == "recovered")
        //: A line of what a vault has done
        return say(QT_TRANSLATE_NOOP("cli", "This vault was made with keys from recovery words."));
    //: A line of what a vault has done
    return say(QT_TRANSLATE_NOOP("cli", "This vault was brought here from a backup."));
}

// With the name that the ledger proved, where a letter brought it.
std::string clinicIn(const std::string &number, const std::string &letter, Vault &vault) {
    const auto kept = letterNamed(vault, letter);
    if (!kept || !*kept || (*kept)->news.sender.name.empty()) return number;
    return (*kept)->news.sender.name + " (" + number + ")";
}

std::string fieldOf(const QJsonObject &body, const char *name, Vault &vault) {
    const auto textIn = [&](const char *field) {
        return body[QString::fromLatin1(field)].toVariant().toString().toStdString();
    };
    std::string text = textIn(name);
    if (std::string_view(name) == "action")
        for (const auto &[action, words] : changes)
            if (action == text) return say(words);
    if (std::string_view(name) == "clinic") return clinicIn(text, textIn("letter"), vault);
    if (std::string_view(name) != "grant") return text;
    const auto raw = fromHex(text);
    const auto id = raw ? GrantId::from(*raw) : std::nullopt;
    if (!id) return text;
    const auto given = grantGiven(vault, *id);
    return given && !given->clinic.empty() ? text + " (" + given->clinic + ")" : text;
}

} // namespace

std::string inWords(const LogEntry &entry, Vault &vault) {
    const QJsonObject body =
        QJsonDocument::fromJson(QByteArray::fromStdString(entry.body)).object();
    if (entry.kind == "device") return arrival(fieldOf(body, "how", vault));
    for (const Sentence &one : sentences()) {
        if (one.kind != entry.kind || !std::ranges::all_of(one.fields, [&](const char *field) {
                return body.contains(QString::fromLatin1(field));
            }))
            continue;
        std::vector<std::string> values;
        for (const char *field : one.fields) values.push_back(fieldOf(body, field, vault));
        return sayWith(one.words, values);
    }
    //: A line of what a vault has done, of a kind that this program does not know; %1 is its name
    return say(QT_TRANSLATE_NOOP("cli", "Something that this version cannot tell in words: %1."),
               {entry.kind});
}

} // namespace apricot::cli
