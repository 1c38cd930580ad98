// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include "ledger/organisation.h"
#include "terms/kind.h"
#include "terms/profession.h"
#include "terms/role.h"

#include <QCoreApplication>

#include <cstdio>
#include <utility>

namespace apricot::cli {
namespace {

struct Told {
    std::string_view verb; // empty: whichever has no row of its own
    std::string_view name; // as in Verb::options
    const char *value;     // what stands for its value; empty: it takes none
    const char *example;   // a value
    const char *words;     // what it does, and what holds without it
};

// In place of --ledger's row, of a verb whose usage names a file alone.
constexpr Told ledgerFile{"", "--ledger=", "FILE", "ledger.json",
                          //: Help of an option
                          QT_TRANSLATE_NOOP("cli", "The file about a ledger on the network.")};

constexpr std::array told = {
    //: Help of an option
    Told{
        "grant", "--kinds=", "KIND,KIND", "lab-result,medication",
        QT_TRANSLATE_NOOP("cli", "Kinds of records, with commas. Else only what --records names.")},
    //: Help of an option
    Told{"list", "--level=", "1..5", "5",
         QT_TRANSLATE_NOOP("cli",
                           "Records up to this level, 1 harmless to 5 most private. Else all.")},
    //: Help of an option
    Told{"search", "--level=", "1..5", "5",
         QT_TRANSLATE_NOOP("cli",
                           "Records up to this level, 1 harmless to 5 most private. Else all.")},
    //: Help of an option
    Told{"answer", "--level=", "1..5", "3",
         QT_TRANSLATE_NOOP("cli",
                           "The most private level that is allowed. Else what was asked for.")},
    //: Help of an option
    Told{"answer", "--uses=", "N", "1",
         QT_TRANSLATE_NOOP("cli", "How often it may be opened. Else what was asked for.")},
    //: Help of an option
    Told{"ask", "--minutes=", "N", "60",
         QT_TRANSLATE_NOOP("cli", "How long the permission would last after the answer. Else 60.")},
    //: Help of an option
    Told{"ledger-info", "--address=", "HOST:PORT", "node.example:8443",
         QT_TRANSLATE_NOOP("cli", "Where phones and counters reach it. Needed with --file.")},
    //: Help of an option
    Told{"rules-schedule", "--rules=", "VERSION", "3",
         QT_TRANSLATE_NOOP("cli", "The version of the ledger's rules, up to 3. A ledger that was "
                                  "founded with this program has 3 already. Needed.")},
    //: Help of an option
    Told{"answer", "--kinds=", "KIND,KIND", "allergy",
         QT_TRANSLATE_NOOP("cli", "The kinds that are allowed. Else those that were asked for.")},
    //: Help of an option
    Told{"ask", "--kinds=", "KIND,KIND", "allergy,medication",
         QT_TRANSLATE_NOOP("cli", "The kinds of records that are asked for. Needed.")},
    //: Help of an option
    Told{"level", "--to=", "1..5", "4",
         QT_TRANSLATE_NOOP("cli",
                           "The level that it shall have, 1 harmless to 5 most private. Needed.")},
    //: Help of an option
    Told{"standing-set", "--until=", "DATE", "2027-01-31",
         QT_TRANSLATE_NOOP("cli",
                           "The day on which the restriction ends. Needed without --restore.")},
    //: Help of an option
    Told{"clinics", "--name=", "BEGINNING", "Wujin",
         QT_TRANSLATE_NOOP("cli", "How the name begins. Else all are listed.")},
    //: Help of an option
    Told{"clinic-keys", "--desk=", "own|KEY[:PROFESSION[:LEVEL]],...", "own:nurse:3",
         QT_TRANSLATE_NOOP("cli", "All desks from now on, and in whose hands each is. Needed.")},
    //: Help of an option
    Told{"", "--again=", "CLINIC", "00112233445566778899aabbccddeeff",
         QT_TRANSLATE_NOOP("cli", "The number of this clinic, which stands on the ledger and has "
                                  "lost its keys. Else it gets a new one.")},
    //: Help of an option
    Told{"ledger-create", "--ledger=", "DIR", "ledger",
         QT_TRANSLATE_NOOP("cli", "The folder in which the ledger is made. Needed.")},
    //: Help of an option
    Told{"redeem", "--package=", "FILE", "records.package",
         QT_TRANSLATE_NOOP("cli", "The file of the encrypted records, if it travelled beside the "
                                  "code. Else the mailbox is asked.")},
    //: Help of an option
    Told{"open", "--package=", "FILE", "records.package",
         QT_TRANSLATE_NOOP("cli", "The file of the encrypted records, if it travelled beside the "
                                  "code. Else the mailbox is asked.")},
    //: Help of an option
    Told{"", "--vault=", "FILE", "me.vault", QT_TRANSLATE_NOOP("cli", "The encrypted vault.")},
    //: Help of an option
    Told{"", "--passphrase-fd=", "N", "3",
         QT_TRANSLATE_NOOP("cli", "Read the passphrase from this open file, a line each. Else it "
                                  "is asked for at the terminal.")},
    //: Help of an option
    Told{"", "--ledger=", "DIR|FILE", "ledger",
         QT_TRANSLATE_NOOP(
             "cli",
             "The ledger: the folder of an embedded one, or the file about one on the network, a "
             "consortium's or a lone clinic's.")},
    //: Help of an option
    Told{"", "--mailbox=", "DIR", "mailbox",
         QT_TRANSLATE_NOOP(
             "cli",
             "The folder of packages and letters. Else the folder mailbox beside the ledger's, if "
             "it is there: without it this is needed. A ledger on the network has its own.")},
    //: Help of an option
    Told{"", "--for=", "CLINIC", "00112233445566778899aabbccddeeff",
         QT_TRANSLATE_NOOP("cli", "The clinic's number; apricotctl clinics lists them. Needed.")},
    //: Help of an option
    Told{"", "--kinds=", "KIND,KIND", "lab-result,medication",
         QT_TRANSLATE_NOOP("cli", "Kinds of records, with commas. Else every kind.")},
    //: Help of an option
    Told{"", "--records=", "ID,ID", "00112233445566778899aabbccddeeff",
         QT_TRANSLATE_NOOP("cli", "Single records by their numbers, with commas. Else none.")},
    //: Help of an option
    Told{"", "--from=", "DATE", "2026-01-01",
         QT_TRANSLATE_NOOP("cli", "Records from this day on. Else from the first.")},
    //: Help of an option
    Told{"", "--until=", "DATE", "2026-06-30",
         QT_TRANSLATE_NOOP("cli", "Records before this day. Else to the last.")},
    //: Help of an option
    Told{"", "--level=", "1..5", "3",
         QT_TRANSLATE_NOOP(
             "cli", "How private the records may be, 1 harmless to 5 most private. Else 3.")},
    //: Help of an option
    Told{"", "--seconds=", "N", "900",
         QT_TRANSLATE_NOOP("cli",
                           "How long the code may be redeemed. Else 900, a quarter of an hour.")},
    //: Help of an option
    Told{"", "--uses=", "N", "1",
         QT_TRANSLATE_NOOP("cli", "How often it may be opened. Else once.")},
    //: Help of an option
    Told{"", "--keep-days=", "N", "30",
         QT_TRANSLATE_NOOP("cli",
                           "After how many days the clinic must have erased its copy. Else 30.")},
    //: Help of an option
    Told{"", "--purpose=", "PURPOSE", "treatment",
         QT_TRANSLATE_NOOP("cli", "What for. Else treatment.")},
    //: Help of an option
    Told{"", "--qr=", "FILE.png|FILE.svg", "code.png",
         QT_TRANSLATE_NOOP("cli", "Write the code as a picture. Else it is printed as text.")},
    //: Help of an option
    Told{"", "--package=", "FILE", "records.package",
         QT_TRANSLATE_NOOP("cli", "The file of the encrypted records, to travel beside the code. "
                                  "Else the mailbox alone has them.")},
    //: Help of an option
    Told{"ledger-trust", "--yes", "", "",
         QT_TRANSLATE_NOOP("cli", "Do not ask whether the fingerprint was compared.")},
    //: Help of an option
    Told{"", "--yes", "", "",
         QT_TRANSLATE_NOOP("cli", "Do not ask before signing. Else it is shown and asked.")},
    //: Help of an option
    Told{"", "--replace", "", "",
         QT_TRANSLATE_NOOP(
             "cli", "Write over a file of that name. Else it is kept and the verb refuses.")},
    //: Help of an option
    Told{"", "--json", "", "",
         QT_TRANSLATE_NOOP("cli", "One JSON object for programs. Else lines for people.")},
    //: Help of an option
    Told{
        "", "--receipts=", "DIR", "receipts",
        QT_TRANSLATE_NOOP(
            "cli",
            "Write the ledger's proof of each permission into this folder. Else none is written.")},
    //: Help of an option
    Told{
        "", "--receipt=", "FILE", "opening.receipt",
        QT_TRANSLATE_NOOP(
            "cli",
            "Write the ledger's proof of the opening to this file. Else only the vault keeps it.")},
    //: Help of an option
    Told{"", "--now", "", "",
         QT_TRANSLATE_NOOP("cli",
                           "Ask everything at once and directly: the hospital's node that is "
                           "asked can then learn which clinics are one person's. Else by "
                           "way of another hospital's, spread over some time.")},
    //: Help of an option
    Told{"", "--ledger-key=", "KEY",
         "0011223344556677889900112233445566778899001122334455667788990011",
         QT_TRANSLATE_NOOP("cli", "The embedded ledger's public key; apricotctl ledger-info shows "
                                  "it. Needed unless --ledger names a file.")},
    //: Help of an option
    Told{"verify", "--chain=", "ID", "wujin",
         QT_TRANSLATE_NOOP("cli", "The ledger's name, as ledger-info shows it.")},
    //: Help of an option
    Told{"history", "--chain=", "ID", "wujin",
         QT_TRANSLATE_NOOP("cli", "The ledger's name, as ledger-info shows it.")},
    //: Help of an option
    Told{"", "--chain=", "ID", "wujin",
         QT_TRANSLATE_NOOP("cli", "The ledger's name. Else, for a new ledger, one is chosen.")},
    //: Help of an option
    Told{"", "--checkpoint=", "CODE", "checkpoint.png",
         QT_TRANSLATE_NOOP(
             "cli",
             "Trust a consortium's ledger from this checkpoint on. Else from its first block.")},
    //: Help of an option
    Told{"", "--limit=", "N", "50", QT_TRANSLATE_NOOP("cli", "At most so many lines. Else 50.")},
    //: Help of an option
    Told{"", "--person=", "ID", "lin-guifang",
         QT_TRANSLATE_NOOP("cli", "Of a file about several people, whose records to take. Else the "
                                  "file must be about one.")},
    //: Help of an option
    Told{"", "--source=", "NUMBER", "1",
         QT_TRANSLATE_NOOP("cli", "Write an imported file as it came; apricotctl unlock shows its "
                                  "number. Else all records.")},
    //: Help of an option
    Told{"", "--to=", "PICTURE|CODE", "code.png",
         QT_TRANSLATE_NOOP(
             "cli",
             "The patient's code: the request goes there as a letter. Else it is a code to scan.")},
    //: Help of an option
    Told{"", "--name=", "NAME", "Wujin",
         QT_TRANSLATE_NOOP("cli", "The clinic's name, as patients read it. Needed.")},
    //: Help of an option
    Told{"", "--clearance=", "1..5", "3",
         QT_TRANSLATE_NOOP("cli", "The most private level that the clinic may open. Else 3.")},
    //: Help of an option
    Told{"", "--purposes=", "PURPOSE,PURPOSE", "treatment,emergency",
         QT_TRANSLATE_NOOP("cli", "What the clinic may open records for. Else treatment, "
                                  "emergency, second-opinion, referral.")},
    //: Help of an option
    Told{"", "--role=", "ROLE,ROLE", "provider",
         QT_TRANSLATE_NOOP("cli", "What the organisation is. Else provider.")},
    //: Help of an option
    Told{"", "--tier=", "0..3", "2",
         QT_TRANSLATE_NOOP("cli", "Its grade, 0 for ungraded. Else 0.")},
    //: Help of an option
    Told{"", "--desk=", "own|KEY[:PROFESSION[:LEVEL]],...", "own:nurse:3",
         QT_TRANSLATE_NOOP("cli", "The desks and in whose hands each is. Else this vault's own, a "
                                  "doctor's, up to the clinic's level.")},
    //: Help of an option
    Told{"", "--out=", "DIR", "opened",
         QT_TRANSLATE_NOOP(
             "cli",
             "Write the records, unencrypted, to this folder. Else only a line of each is shown.")},
    //: Help of an option
    Told{"", "--kind=", "result|prescription|referral|visit-note", "result",
         QT_TRANSLATE_NOOP("cli", "What is written back. Else a result.")},
    //: Help of an option
    Told{"", "--all", "", "",
         QT_TRANSLATE_NOOP("cli", "Show letters of before too. Else only what is new.")},
    //: Help of an option
    Told{"", "--minutes=", "N", "60",
         QT_TRANSLATE_NOOP("cli", "How long the permission lasts. Else what was asked for.")},
    //: Help of an option
    Told{"", "--decline", "", "",
         QT_TRANSLATE_NOOP("cli", "Say no to the request. Else it is allowed.")},
    //: Help of an option
    Told{
        "", "--check", "", "",
        QT_TRANSLATE_NOOP("cli", "Check a file that history wrote, offline. Else one is written.")},
    //: Help of an option
    Told{"", "--propose=", "PROPOSAL", "change.proposal",
         QT_TRANSLATE_NOOP("cli", "Write the change to a file for the other administrators to "
                                  "sign. Else it is handed in at once.")},
    //: Help of an option
    Told{"", "--none", "", "",
         QT_TRANSLATE_NOOP("cli", "No policy: what an organisation's own level and purposes allow "
                                  "is allowed. Else the lines that follow.")},
    //: Help of an option
    Told{"", "--restore", "", "",
         QT_TRANSLATE_NOOP(
             "cli",
             "Take the restriction away. Else --reason, --openings and --until say which one.")},
    //: Help of an option
    Told{"", "--reason=", "investigation|breach|dues|own-request|other", "dues",
         QT_TRANSLATE_NOOP("cli", "Why it is restricted. Needed without --restore.")},
    //: Help of an option
    Told{"", "--openings=", "N", "10",
         QT_TRANSLATE_NOOP("cli", "How often the clinic may open records in an hour, 0 for never. "
                                  "Needed without --restore.")},
    //: Help of an option
    Told{"", "--admins=", "KEY,KEY",
         "0011223344556677889900112233445566778899001122334455667788990011",
         QT_TRANSLATE_NOOP("cli", "The public keys of all administrators from now on. Needed.")},
    //: Help of an option
    Told{"", "--quorum=", "N", "1",
         QT_TRANSLATE_NOOP("cli", "How many of them must sign a change. Needed.")},
    //: Help of an option
    Told{"", "--quota=", "N", "1000",
         QT_TRANSLATE_NOOP("cli",
                           "How many transactions an organisation may send in an hour. Needed.")},
    //: Help of an option
    Told{"", "--rules=", "VERSION", "3",
         QT_TRANSLATE_NOOP("cli", "The version of the ledger's rules. Needed.")},
    //: Help of an option
    Told{"", "--from-block=", "N", "1000",
         QT_TRANSLATE_NOOP("cli", "The block from which it applies. Needed.")},
    //: Help of an option
    Told{"", "--operator=", "CLINIC", "00112233445566778899aabbccddeeff",
         QT_TRANSLATE_NOOP("cli", "The number of the organisation that runs the node. Needed.")},
    //: Help of an option
    Told{"", "--acts-for=", "CLINIC,CLINIC", "00112233445566778899aabbccddeeff",
         QT_TRANSLATE_NOOP("cli",
                           "The clinics whose packages wait there. Else its operator alone.")},
    //: Help of an option
    Told{"", "--address=", "HOST:PORT", "node.example:8443",
         QT_TRANSLATE_NOOP("cli", "Where it is reached. Else nothing is told.")},
    //: Help of an option
    Told{"", "--file=", "FILE", "ledger.json",
         QT_TRANSLATE_NOOP("cli",
                           "Write what phones and counters need to reach the ledger to this file. "
                           "Else it is only shown.")},
    //: Help of an option
    Told{"", "--authority=", "FILE", "clinic.pem",
         QT_TRANSLATE_NOOP("cli",
                           "The certificate that vouches for the address, to lie beside that file. "
                           "Else a public authority does.")},
    //: Help of an option
    Told{"", "--resting", "", "",
         QT_TRANSLATE_NOOP("cli", "The node takes no more part. Else it does.")},
};

// What stands for a word in a usage, and one to type.
constexpr auto places = std::to_array<std::pair<std::string_view, const char *>>({
    {"BACKUP", "my.backup"},
    {"RECORDS-FILE", "records.json"},
    {"ID", "00112233445566778899aabbccddeeff"},
    {"FILE", "records.json"},
    {"WORDS", "glucose"},
    {"GRANT", "00112233445566778899aabbccddeeff"},
    {"RECEIPT", "opening.receipt"},
    {"REQUEST", "clinic.request"},
    {"PICTURE", "code.png"},
    {"CLINIC", "00112233445566778899aabbccddeeff"},
    {"KEY:POWER,KEY:POWER", "0011223344556677889900112233445566778899001122334455667788990011:10"},
    {"NODE", "0011223344556677889900112233445566778899001122334455667788990011"},
    {"KEYS", "node.keys"},
    {"PROPOSAL", "change.proposal"},
});

struct Explained {
    std::string_view place; // as in a usage
    const char *words;      // %1: valuesOf
    bool inValues = false;  // also where it stands for an option's value
};

// What stands for a word in a usage, and which may be typed.
constexpr auto explained = std::to_array<Explained>({
    //: In a verb's help, of a word to type; %1 is a list
    {"KIND", QT_TRANSLATE_NOOP("cli", "A kind of records: %1."), true},
    //: In a verb's help, of a word to type; %1 is a list
    {"PURPOSE", QT_TRANSLATE_NOOP("cli", "What records are opened for: %1."), true},
    //: In a verb's help, of a word to type; %1 is a list
    {"ROLE", QT_TRANSLATE_NOOP("cli", "What an organisation is: %1."), true},
    //: In a verb's help, of a word to type; %1 is a list
    {"PROFESSION", QT_TRANSLATE_NOOP("cli", "In whose hands a desk is: %1."), true},
    //: In a verb's help, of a word to type
    {"LEVEL", QT_TRANSLATE_NOOP("cli", "How private records may be: 1 harmless to 5 most private."),
     true},
    //: In a verb's help, of a word to type
    {"GRADE",
     QT_TRANSLATE_NOOP("cli", "The lowest grade of an organisation: 0 ungraded, 1, 2 or 3."), true},
    //: In a verb's help, of a word to type
    {"KEY",
     QT_TRANSLATE_NOOP(
         "cli", "A public key, 64 hexadecimal digits: of a desk, as desk-create shows it; an "
                "administrator's, as admin-create does; a validator's, also in base64 as CometBFT "
                "writes it."),
     true},
    //: In a verb's help, of a word to type
    {"POWER",
     QT_TRANSLATE_NOOP("cli",
                       "A validator's weight: a whole number up to 1000000; 0 takes it off."),
     true},
    //: In a verb's help, of a word to type
    {"NODE",
     QT_TRANSLATE_NOOP("cli", "A node's key, 64 hexadecimal digits, as node-keys shows it.")},
    //: In a verb's help, of a word to type
    {"KEYS",
     QT_TRANSLATE_NOOP("cli", "The node's file host-keys, in the folder of its ledger or state.")},
    //: In a verb's help, of a word to type
    {"CLINIC", QT_TRANSLATE_NOOP(
                   "cli", "An organisation's number, 32 hexadecimal digits, as clinics shows it.")},
    //: In a verb's help, of a word to type
    {"REQUEST",
     QT_TRANSLATE_NOOP("cli",
                       "The file by which a clinic asks to be registered. It holds no secret.")},
    //: In a verb's help, of a word to type
    {"PROPOSAL", QT_TRANSLATE_NOOP(
                     "cli", "The file of a change that administrators sign one after the other.")},
    //: In a verb's help, of a word to type
    {"BACKUP", QT_TRANSLATE_NOOP("cli", "The encrypted file that backup writes.")},
    //: In a verb's help, of a word to type
    {"RECORDS-FILE", QT_TRANSLATE_NOOP("cli", "A file of health records: FHIR in JSON.")},
    //: In a verb's help, of a word to type
    {"ID", QT_TRANSLATE_NOOP("cli", "A number, 32 hexadecimal digits: a record's, as list shows "
                                    "it; a request's, as inbox does.")},
    //: In a verb's help, of a word to type
    {"WORDS", QT_TRANSLATE_NOOP("cli", "What is looked for, in Chinese or English.")},
    //: In a verb's help, of a word to type
    {"GRANT",
     QT_TRANSLATE_NOOP("cli", "A permission's number, 32 hexadecimal digits, as log and desk-inbox "
                              "show it.")},
    //: In a verb's help, of a word to type
    {"RECEIPT", QT_TRANSLATE_NOOP("cli", "A proof that redeem or log wrote.")},
    //: In a verb's help, of a word to type
    {"PICTURE", QT_TRANSLATE_NOOP("cli", "A picture of a code, or a code as a file NAME.apricot.")},
    //: In a verb's help, of a word to type
    {"CODE", QT_TRANSLATE_NOOP("cli", "The text of a code, as it was printed or copied.")},
    //: In a verb's help, of a word to type
    {"FILE", QT_TRANSLATE_NOOP("cli", "The file that is written or read.")},
});

// Where the usage leaves a choice.
constexpr auto examples = std::to_array<std::pair<std::string_view, const char *>>({
    {"policy-set", "--ledger ledger --vault administrator.vault provider:treatment:doctor+nurse:5"},
    {"standing-set", "--ledger ledger --vault administrator.vault --reason dues --openings 10 "
                     "--until 2027-01-31 00112233445566778899aabbccddeeff"},
    {"desk-create", "--vault second.vault clinic.backup"},
    {"ask", "--vault clinic.vault --ledger ledger --kinds allergy,medication --qr code.png"},
    {"grant", "--vault me.vault --ledger ledger --for 00112233445566778899aabbccddeeff --kinds "
              "lab-result,medication --seconds 900"},
    {"history", "--vault me.vault --ledger ledger history.json"},
});

const Told *rowOf(const Verb &verb, std::string_view name) {
    const std::string_view usage = verb.usage;
    if (name == ledgerFile.name && usage.find("--ledger FILE") != std::string_view::npos
        && usage.find("--ledger DIR") == std::string_view::npos)
        return &ledgerFile;
    for (const std::string_view of : {std::string_view(verb.name), std::string_view()})
        for (const Told &one : told)
            if (one.verb == of && one.name == name) return &one;
    return nullptr;
}

// The usage without what is in brackets, a word each.
std::vector<std::string> neededWords(std::string_view usage) {
    std::vector<std::string> out(1);
    int depth = 0;
    for (const char c : usage) {
        if (c == '[') ++depth;
        if (depth == 0 && (c == ' ' || c == '\n')) {
            if (!out.back().empty()) out.emplace_back();
        } else if (depth == 0) {
            out.back() += c;
        }
        if (c == ']') --depth;
    }
    if (out.back().empty()) out.pop_back();
    return out;
}

std::string_view exampleOf(const Told &option, For whom) {
    if (option.name != std::string_view("--vault=")) return option.example;
    if (whom == For::Administrator) return "administrator.vault";
    return whom == For::Clinic ? "clinic.vault" : option.example;
}

std::string exampleOf(const Verb &verb) {
    std::string out = "apricotctl " + std::string(verb.name);
    for (const auto &[name, words] : examples)
        if (name == verb.name) return out + " " + words;
    const Told *option = nullptr;
    bool skip = false;
    for (const std::string &word : neededWords(verb.usage)) {
        if (std::exchange(skip, false)) continue;
        const bool choice = word.find("|--") != std::string::npos;
        const std::string first = word.substr(0, word.find('|'));
        if (first.starts_with("--")) {
            option = rowOf(verb, first + "=");
            if (option == nullptr) option = rowOf(verb, first);
            out += " " + first;
            continue;
        }
        if (option != nullptr) {
            out += " " + std::string(exampleOf(*option, verb.whom));
            option = nullptr;
            skip = choice; // one way is enough: not the other's value
            continue;
        }
        for (const auto &[place, typed] : places)
            if (place == first) out += std::string(" ") + typed;
    }
    return out;
}

// Those in capitals.
std::vector<std::string> placesIn(std::string_view text) {
    std::vector<std::string> out(1);
    for (const char c : text) {
        const bool part = (c >= 'A' && c <= 'Z') || (c == '-' && !out.back().empty());
        if (part)
            out.back() += c;
        else if (!out.back().empty())
            out.emplace_back();
    }
    return out;
}

void explainPlaces(const Verb &verb) {
    // What stands behind an option is its value, which the option's line explains.
    std::vector<std::string> words, values;
    bool isValue = false;
    std::string word;
    for (const char c : std::string(verb.usage) + ' ') {
        if (c != ' ' && c != '\n' && c != '[') {
            word += c;
            continue;
        }
        for (std::string &place : placesIn(word))
            (isValue ? values : words).push_back(std::move(place));
        if (!word.empty()) isValue = word.starts_with("--") && word.back() != ']';
        word.clear();
    }
    for (const Explained &one : explained) {
        const bool stands =
            std::ranges::find(words, one.place) != words.end()
            || (one.inValues && std::ranges::find(values, one.place) != values.end());
        if (stands)
            std::printf("  %s\n      %s\n", std::string(one.place).c_str(),
                        say(one.words, {valuesOf(one.place)}).c_str());
    }
}

template <class T>
std::string namesUpTo(std::uint8_t count) {
    std::string out;
    for (std::uint8_t i = 1; i <= count; ++i)
        out += (i > 1 ? ", " : "") + std::string(nameOf(static_cast<T>(i)));
    return out;
}

} // namespace

std::string valuesOf(std::string_view term) {
    if (term == "KIND") return namesUpTo<Kind>(kindCount);
    if (term == "PURPOSE") return namesUpTo<Purpose>(purposeCount);
    if (term == "ROLE") return namesUpTo<Role>(roleCount);
    if (term == "PROFESSION") return namesUpTo<Profession>(professionCount);
    if (term == "REASON") return namesUpTo<Reason>(reasonCount);
    return {};
}

void printTerms() {
    for (const char *term : {"KIND", "PURPOSE", "ROLE", "PROFESSION"})
        //: In the command line program's help; %1 is KIND, PURPOSE and the like, %2 a list of words
        //: to type
        std::printf(
            "%s\n",
            say(QT_TRANSLATE_NOOP("cli", "%1 is one of %2."), {term, valuesOf(term)}).c_str());
}

void printHelpOf(const Verb &verb) {
    std::printf("apricotctl %s %s\n\n%s\n\n", verb.name, verb.usage, say(verb.help).c_str());
    for (const std::string_view name : verb.options) {
        const Told *row = rowOf(verb, name);
        std::string shown(name.substr(0, name.find('=')));
        if (row != nullptr && row->value[0] != 0) shown += std::string(" ") + row->value;
        // A test walks all of them, so that none stands here without words.
        std::printf("  %s\n      %s\n", shown.c_str(), row ? say(row->words).c_str() : "");
    }
    explainPlaces(verb);
    //: In a verb's help; %1 is a command to type
    std::printf("\n%s\n", say(QT_TRANSLATE_NOOP("cli", "Example: %1"), {exampleOf(verb)}).c_str());
}

} // namespace apricot::cli
