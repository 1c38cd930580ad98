// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "cli/stage.h"
#include "cli/verb.h"
#include "exchange/code_file.h"
#include "flows/clinic/desk_messages.h"
#include "flows/clinic/permission_use.h"
#include "flows/clinic/write_back.h"
#include "flows/patient/answer.h"
#include "flows/patient/deliver.h"
#include "flows/patient/history.h"
#include "flows/patient/inbox.h"
#include "flows/patient/parcel.h"
#include "flows/patient/preset.h"
#include "formats/reader.h"
#include "vault/events.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

namespace apricot::cli {
namespace {

Result<LetterKind> neededKind(std::string_view name) {
    const auto kind = letterKindNamed(name);
    if (!kind || *kind == LetterKind::Request)
        return Arguments::unclear(
            //: An unclear command; %1 is what was typed, %2 a list of words to type
            say(QT_TRANSLATE_NOOP("cli", "%1 is no kind of letter, which is one of %2"),
                {std::string(name), "result, prescription, referral, visit-note"}));
    return *kind;
}

int offsetMinutes(const Clock &clock) {
    return QDateTime::fromSecsSinceEpoch(clock.now()).offsetFromUtc() / 60;
}

class Gathered final : public RecordSink {
  public:
    std::vector<std::string> resources;
    Result<> take(Record &&record, const Origin &) override {
        resources.push_back(originalJson(record));
        return {};
    }
};

Result<> writeLetter(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(kind, neededKind(arguments.value("--kind", "result")));
    APRICOT_TRY_ASSIGN(word, arguments.word(0, "PICTURE"));
    APRICOT_TRY_ASSIGN(file, arguments.word(1, "FILE"));
    APRICOT_TRY_ASSIGN(code, codeIn(word, grantPrefix));
    APRICOT_TRY_ASSIGN(source, openFile(file));
    Gathered letter;
    APRICOT_TRY_ASSIGN(read, readRecords(*source, letter));
    // Half of a letter is not sent.
    if (!read.report.rejected.empty()) return read.report.rejected.front().error;
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY(stage.openMailbox());
    APRICOT_TRY_ASSIGN(desk, stage.desk());
    APRICOT_TRY_ASSIGN(visit, inspect(code, stage.ledger()));
    APRICOT_TRY(writeBack(visit, desk, kind, letter.resources, stage.ledger(), stage.mailbox(),
                          stage.clock));
    APRICOT_TRY(noteLetter(stage.vault(), visit, {}, nameOf(kind)));
    //: A clinic wrote to a patient; %1 is the number of records in the letter
    output.line(say(QT_TRANSLATE_NOOP("cli", "Signed and posted to the patient: %1 records."),
                    {std::to_string(letter.resources.size())}));
    output.json = {{QStringLiteral("kind"), utf8(nameOf(kind))},
                   {QStringLiteral("records"), static_cast<qint64>(letter.resources.size())}};
    return {};
}

std::string told(const News &news) {
    const std::string &name = news.sender.name;
    const std::string time = localTime(news.sender.time);
    switch (news.sender.state) {
    case LetterState::Verified:
        if (news.kind == LetterKind::Request)
            //: A letter in the patient's inbox; %1 a clinic's name, %2 a time
            return say(
                QT_TRANSLATE_NOOP("cli", "%1 asks to read records (%2; proven by the ledger)."),
                {name, time});
        //: A letter in the patient's inbox; %1 a clinic's name, %2 a time, %3 a number
        return say(QT_TRANSLATE_NOOP("cli", "From %1 (%2; proven by the ledger): %3 records."),
                   {name, time, std::to_string(news.records.size())});
    case LetterState::Forged:
        //: A letter in the patient's inbox; %1 a clinic's name
        return say(QT_TRANSLATE_NOOP("cli",
                                     "Not genuine, though posted to your inbox at %1: nothing "
                                     "was taken from it."),
                   {name});
    case LetterState::UnknownSigner:
        //: A letter in the patient's inbox; %1 a clinic's name
        return say(QT_TRANSLATE_NOOP("cli", "In your inbox at %1, but the ledger does not know who "
                                            "signed it, or has suspended them. It waits."),
                   {name});
    case LetterState::Unreadable:
        //: A letter in the patient's inbox
        return say(QT_TRANSLATE_NOOP("cli", "A letter in your inbox could not be read: reading it "
                                            "ended the program. Nothing was taken from it; ask "
                                            "the clinic to send it anew."));
    case LetterState::Unchecked:
        break;
    }
    //: A letter in the patient's inbox; %1 a clinic's name
    return say(QT_TRANSLATE_NOOP("cli", "In your inbox at %1, not checked: the ledger could not be "
                                        "reached. It waits."),
               {name});
}

Result<> inbox(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY(stage.openMailbox());
    APRICOT_TRY_ASSIGN(wallet, stage.wallet());
    // What could not be left when it was given; that is no question.
    APRICOT_TRY_ASSIGN(left,
                       deliverParcels(stage.vault(), wallet, stage.mailbox(), stage.clock.now()));
    if (left.ended)
        //: Before the letters: records that waited to be sent will not be sent
        output.line(say(QT_TRANSLATE_NOOP("cli", "A permission ended before its records could be "
                                                 "sent. They are not sent any more.")));
    if (left.waiting > 0)
        //: Before the letters: permissions were given while the mailbox could not be reached; %1 is
        //: how many
        output.line(say(QT_TRANSLATE_NOOP("cli", "Permissions whose records still wait to be sent: "
                                                 "%1."),
                        {std::to_string(left.waiting)}));
    APRICOT_TRY_ASSIGN(clinics, inboxesOf(stage.vault()));
    APRICOT_TRY_ASSIGN(by, stage.relayed(output));
    std::vector<News> news;
    APRICOT_TRY(
        stage.eachApart(by, clinics.size(), [&](std::size_t i, const Apart &way) -> Result<> {
            APRICOT_TRY_ASSIGN(mailbox, way.mailbox());
            APRICOT_TRY_ASSIGN(some, fetchInboxOf(clinics[i], stage.vault(), wallet, way.ledger(),
                                                  *mailbox, stage.clock));
            for (News &one : some) news.push_back(std::move(one));
            return {};
        }));
    if (arguments.has("--all")) {
        APRICOT_TRY_ASSIGN(all, arrived(stage.vault()));
        news = std::move(all);
    }
    QJsonArray letters;
    for (const News &one : news) {
        output.line(told(one));
        QJsonArray records;
        for (const RecordId &id : one.records) {
            APRICOT_TRY_ASSIGN(record, stage.vault().record(id));
            output.line("  " + record.title + " " + record.value + " " + record.unit);
            records.append(utf8(toHex(id.view())));
        }
        QJsonObject letter{{QStringLiteral("kind"), utf8(nameOf(one.kind))},
                           {QStringLiteral("state"), utf8(nameOf(one.sender.state))},
                           {QStringLiteral("clinic"), utf8(one.sender.name)},
                           {QStringLiteral("time"), utf8(toRfc3339(one.sender.time))},
                           {QStringLiteral("records"), records}};
        if (one.asked) {
            const std::string id = toHex(one.asked->id.view());
            //: Below a clinic's request; %1 is its number
            output.line(
                say(QT_TRANSLATE_NOOP("cli", "  To answer: apricotctl answer ... %1"), {id}));
            letter[QStringLiteral("request")] = utf8(id);
        }
        letters.append(letter);
    }
    //: The patient's inbox is empty
    if (news.empty()) output.line(say(QT_TRANSLATE_NOOP("cli", "Nothing new.")));
    output.json = {{QStringLiteral("letters"), letters}};
    return {};
}

Result<Wish> wishFrom(const Arguments &arguments, const Clock &clock) {
    Wish out;
    APRICOT_TRY_ASSIGN(kinds, arguments.kinds());
    APRICOT_TRY_ASSIGN(from, arguments.date("--from"));
    APRICOT_TRY_ASSIGN(until, arguments.date("--until"));
    APRICOT_TRY_ASSIGN(level, arguments.number("--level", 3, 1, 5));
    APRICOT_TRY_ASSIGN(purpose, purposeNamed(arguments.value("--purpose", "treatment")));
    APRICOT_TRY_ASSIGN(minutes, arguments.number("--minutes", 60, 1, std::int64_t{366} * 1440));
    APRICOT_TRY_ASSIGN(uses, arguments.number("--uses", 1, 1, 1000));
    if (kinds == 0) return arguments.needed("--kinds").error();
    const int offset = offsetMinutes(clock) * 60;
    out.scope.kinds = kinds;
    if (from) out.scope.from = *from - offset;
    if (until) out.scope.until = *until - offset;
    out.scope.level = static_cast<std::uint8_t>(level);
    out.purpose = purpose;
    out.minutes = static_cast<std::uint32_t>(minutes);
    out.uses = static_cast<std::uint32_t>(uses);
    return out;
}

Result<> ask(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(wish, wishFrom(arguments, stage.clock));
    APRICOT_TRY(stage.openVault());
    if (arguments.has("--to")) {
        APRICOT_TRY_ASSIGN(code, codeIn(arguments.value("--to"), grantPrefix));
        APRICOT_TRY(stage.openMailbox());
        APRICOT_TRY_ASSIGN(desk, stage.desk());
        APRICOT_TRY_ASSIGN(visit, inspect(code, stage.ledger()));
        APRICOT_TRY(askInLetter(visit, desk, wish, stage.ledger(), stage.mailbox(), stage.clock,
                                stage.random));
        APRICOT_TRY(
            noteUnder(stage.vault(), visit, events::asked, {}, nameOf(LetterKind::Request)));
        //: A clinic's request was posted
        output.line(
            say(QT_TRANSLATE_NOOP("cli", "Posted to the patient, who may answer for 14 days.")));
        return {};
    }
    APRICOT_TRY(stage.openLedger());
    APRICOT_TRY_ASSIGN(desk, stage.desk());
    APRICOT_TRY_ASSIGN(text, askInCode(desk, wish, stage.ledger(), stage.clock, stage.random));
    output.json = {{QStringLiteral("text"), utf8(text)}};
    if (arguments.has("--qr")) {
        APRICOT_TRY(writeCodePicture(arguments.value("--qr"), text, arguments.replace()));
    } else {
        output.line(text);
    }
    //: A clinic's request was made as a code
    output.line(say(QT_TRANSLATE_NOOP("cli", "Let the patient scan it within 15 minutes.")));
    return {};
}

// A code, a picture of one, or the number of a request that came by letter.
Result<AskedFor> askedBy(const std::string &word, Stage &stage) {
    if (const auto raw = fromHex(word); raw && raw->size() == RequestId::size) {
        APRICOT_TRY_ASSIGN(open, openRequests(stage.vault(), stage.ledger(), stage.clock));
        for (AskedFor &one : open)
            if (toHex(one.id.view()) == word) return std::move(one);
        return Arguments::unclear(
            //: An unclear command; %1 is the number that was typed
            say(QT_TRANSLATE_NOOP("cli", "%1 is no open request"), {word}));
    }
    APRICOT_TRY_ASSIGN(code, codeIn(word, requestPrefix));
    APRICOT_TRY_ASSIGN(asked, readRequest(code, stage.ledger(), stage.clock));
    APRICOT_TRY(keepRequest(stage.vault(), asked));
    return asked;
}

Result<ShareChoice> narrowedBy(const Arguments &arguments, const AskedFor &asked, UnixTime now,
                               int offset) {
    ShareChoice out = choiceFor(asked, now, offset);
    if (arguments.has("--kinds")) {
        APRICOT_TRY_ASSIGN(kinds, arguments.kinds());
        out.scope.kinds = kinds;
    }
    APRICOT_TRY_ASSIGN(level, arguments.number("--level", out.scope.level, 1, 5));
    APRICOT_TRY_ASSIGN(uses, arguments.number("--uses", out.uses, 1, 1000));
    APRICOT_TRY_ASSIGN(
        minutes, arguments.number("--minutes", asked.wish.minutes, 1, std::int64_t{366} * 1440));
    out.scope.level = static_cast<std::uint8_t>(level);
    out.uses = static_cast<std::uint32_t>(uses);
    setTimes(out, now, minutes * 60, usualKeep);
    APRICOT_TRY(checkNarrowed(asked, out, now));
    return out;
}

Result<> answer(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(word, arguments.word(0, "REQUEST"));
    const bool declined = arguments.has("--decline");
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY(declined ? stage.openMailboxIfThere() : stage.openMailbox());
    APRICOT_TRY_ASSIGN(asked, askedBy(word, stage));
    const int offset = offsetMinutes(stage.clock);
    APRICOT_TRY_ASSIGN(words, wordsOf(asked, offset));
    output.text(inOwnLanguage(words.english, words.chinese));
    output.json = {{QStringLiteral("clinic"), utf8(asked.clinic.name)},
                   {QStringLiteral("english"), utf8(words.english)},
                   {QStringLiteral("chinese"), utf8(words.chinese)},
                   {QStringLiteral("declined"), declined}};
    if (declined) {
        APRICOT_TRY_ASSIGN(unsent, declineRequest(stage.vault(), stage.chosen().neededMailbox(),
                                                  asked, stage.clock));
        //: A clinic's request was declined; %1 is the clinic's name
        const char *told =
            QT_TRANSLATE_NOOP("cli", "Declined. %1 has been told, and sees nothing.");
        //: A clinic's request was declined; %1 is the clinic's name
        const char *untold = QT_TRANSLATE_NOOP("cli", "Declined. %1 sees nothing, and could not be "
                                                      "told; the request ends by itself.");
        output.line(say(unsent ? untold : told, {asked.clinic.name}));
        output.json[QStringLiteral("sent")] = !unsent;
        return {};
    }
    APRICOT_TRY_ASSIGN(choice, narrowedBy(arguments, asked, stage.clock.now(), offset));
    APRICOT_TRY_ASSIGN(rehearsal,
                       rehearse(stage.vault(), stage.ledger(), choice, stage.clock, stage.random));
    APRICOT_TRY(agreeToGrant(arguments, rehearsal, output));
    output.json[QStringLiteral("records")] = static_cast<qint64>(rehearsal.records.size());
    const std::string id = toHex(rehearsal.grant.open.id.view());
    output.json[QStringLiteral("grant")] = utf8(id);
    APRICOT_TRY_ASSIGN(wallet, stage.wallet());
    APRICOT_TRY_ASSIGN(answered, answerRequest(stage.vault(), wallet, stage.mailbox(), asked.id,
                                               std::move(rehearsal), stage.clock, stage.random));
    //: A grant was signed and sent; %1 is the clinic's name
    const char *sent = QT_TRANSLATE_NOOP("cli", "Signed and sent to %1.");
    //: A grant was signed and could not be sent; %1 is the clinic's name, %2 the grant's number
    const char *unsent = QT_TRANSLATE_NOOP(
        "cli", "Signed, but it could not be sent to %1. To send it later: apricotctl send ... %2");
    output.line(say(answered.unsent ? unsent : sent, {asked.clinic.name, id}));
    tellIfItWaits(answered.given, output);
    output.json[QStringLiteral("sent")] = !answered.unsent;
    return {};
}

Result<> sendGiven(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(word, arguments.word(0, "GRANT"));
    APRICOT_TRY_ASSIGN(id, fixedFromHex<GrantId>(word));
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY(stage.openMailbox());
    APRICOT_TRY_ASSIGN(given, signedGrantOf(stage.vault(), id));
    APRICOT_TRY_ASSIGN(seen, inspect(grantToText(given), stage.ledger()));
    APRICOT_TRY_ASSIGN(wallet, stage.wallet());
    APRICOT_TRY(
        apricot::sendGiven(stage.vault(), wallet, stage.mailbox(), id, seen.audience, stage.clock));
    //: A grant was sent; %1 is the clinic's name
    output.line(say(QT_TRANSLATE_NOOP("cli", "Sent to %1."), {seen.audience.name}));
    output.json = {{QStringLiteral("clinic"), utf8(seen.audience.name)}};
    return {};
}

Result<> deskInbox(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY(stage.openMailbox());
    APRICOT_TRY_ASSIGN(desk, stage.desk());
    APRICOT_TRY_ASSIGN(messages, fetchDesk(desk, stage.ledger(), stage.mailbox()));
    QJsonArray all;
    for (const DeskMessage &message : messages) {
        QJsonObject one{{QStringLiteral("time"), utf8(toRfc3339(message.time))}};
        if (message.declined) {
            const std::string id = toHex(message.declined->view());
            //: A message at the clinic; %1 a time, %2 the number of the request
            output.line(say(QT_TRANSLATE_NOOP("cli", "%1: a patient declined request %2."),
                            {localTime(message.time), id}));
            one[QStringLiteral("declined")] = utf8(id);
        } else {
            APRICOT_TRY_ASSIGN(seen, inspect(message.code, stage.ledger()));
            const std::string id = toHex(seen.grant.open.id.view());
            //: A message at the clinic; %1 is a time, %2 the number of a permission
            const char *unasked = QT_TRANSLATE_NOOP("cli", "%1: a patient sent permission %2.");
            //: A message at the clinic; %1 is a time, %2 the number of a permission, %3 that of a
            //: request
            const char *answers = QT_TRANSLATE_NOOP(
                "cli", "%1: a patient sent permission %2, as the answer to your request %3.");
            output.line(say(message.answers ? answers : unasked,
                            {localTime(message.time), id,
                             message.answers ? toHex(message.answers->view()) : std::string()}));
            output.text("  " + inOwnLanguage(seen.words.english, seen.words.chinese));
            //: Below a permission that a patient sent; %1 is its number
            output.line(
                say(QT_TRANSLATE_NOOP("cli", "  To open it: apricotctl redeem ... %1"), {id}));
            one[QStringLiteral("grant")] = utf8(id);
            one[QStringLiteral("text")] = utf8(message.code);
            if (message.answers)
                one[QStringLiteral("answers")] = utf8(toHex(message.answers->view()));
        }
        all.append(one);
    }
    //: The clinic's inbox is empty
    if (messages.empty())
        output.line(say(QT_TRANSLATE_NOOP("cli", "No patient has sent anything.")));
    output.json = {{QStringLiteral("messages"), all}};
    return {};
}

Result<> history(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(file, arguments.word(0, "FILE"));
    if (arguments.has("--check")) {
        APRICOT_TRY_ASSIGN(json, readFile(file, 256U << 20U));
        APRICOT_TRY_ASSIGN(checked, checkHistory(textOf(json), [&](const ProvenAnswer &proof) {
                               return verifiedBy(arguments, proof);
                           }));
        //: A history was checked; %1, %2 and %3 are numbers, %4 a time
        output.line(
            say(QT_TRANSLATE_NOOP("cli", "Genuine. Permissions: %1, openings: %2, ended: %3; "
                                         "proven as of %4."),
                {std::to_string(checked.permissions), std::to_string(checked.opened),
                 std::to_string(checked.ended), localTime(checked.asOf)}));
        output.json = {{QStringLiteral("permissions"), static_cast<qint64>(checked.permissions)},
                       {QStringLiteral("opened"), static_cast<qint64>(checked.opened)},
                       {QStringLiteral("ended"), static_cast<qint64>(checked.ended)},
                       {QStringLiteral("untold"), static_cast<qint64>(checked.untold)},
                       {QStringLiteral("letters"), static_cast<qint64>(checked.letters)}};
        return {};
    }
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY(stage.openLedger());
    APRICOT_TRY_ASSIGN(json, exportHistory(stage.vault(), stage.ledger()));
    APRICOT_TRY(writeChosenFile(file, viewOf(json), arguments.replace()));
    //: The history was exported; %1 is a file
    output.line(
        say(QT_TRANSLATE_NOOP("cli", "Written to %1, unencrypted: who may see what, and who "
                                     "saw it, with the ledger's proofs."),
            {file}));
    return {};
}

} // namespace

std::span<const Verb> letterVerbs() {
    static const std::vector<Verb> verbs = {
        {"write-back",
         For::Clinic,
         "--vault FILE --ledger DIR|FILE [--mailbox DIR] [--kind "
         "result|prescription|referral|visit-note]\n"
         "      [--json] PICTURE|CODE FILE",
         2,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "write FHIR resources back to the patient whose code it was"),
         {"--vault=", "--passphrase-fd=", "--ledger=", "--mailbox=", "--kind=", "--json"},
         writeLetter},
        {"inbox",
         For::Patient,
         "--vault FILE --ledger DIR|FILE [--mailbox DIR] [--all] [--now] [--json]",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "fetch what clinics wrote, and check who it is from"),
         {"--vault=", "--passphrase-fd=", "--ledger=", "--mailbox=", "--all", "--now", "--json"},
         inbox},
        {"ask",
         For::Clinic,
         "--vault FILE --ledger DIR|FILE --kinds KIND,KIND [--from DATE] [--until DATE] [--level "
         "1..5]\n"
         "      [--purpose PURPOSE] [--minutes N] [--uses N]\n"
         "      [--qr FILE.png|FILE.svg | --to PICTURE|CODE [--mailbox DIR]] [--replace] [--json]",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli",
                           "ask a patient for records: a code to scan, or with --to a letter to "
                           "the patient of a code"),
         {"--vault=", "--passphrase-fd=", "--ledger=", "--mailbox=", "--kinds=", "--from=",
          "--until=", "--level=", "--purpose=", "--minutes=", "--uses=", "--qr=", "--to=",
          "--replace", "--json"},
         ask},
        {"answer",
         For::Patient,
         "--vault FILE --ledger DIR|FILE [--mailbox DIR] [--decline | [--kinds KIND,KIND] [--level "
         "1..5]\n"
         "      [--minutes N] [--uses N] [--yes]] [--json] PICTURE|CODE|ID",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "answer a clinic's request: allow it, or less of it, or decline"),
         {"--vault=", "--passphrase-fd=", "--ledger=", "--mailbox=", "--decline",
          "--kinds=", "--level=", "--minutes=", "--uses=", "--yes", "--json"},
         answer},
        {"send",
         For::Patient,
         "--vault FILE --ledger DIR|FILE [--mailbox DIR] [--json] GRANT",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "send a permission to the clinic over the network"),
         {"--vault=", "--passphrase-fd=", "--ledger=", "--mailbox=", "--json"},
         sendGiven},
        {"desk-inbox",
         For::Clinic,
         "--vault FILE --ledger DIR|FILE [--mailbox DIR] [--json]",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "at the clinic: what patients have sent"),
         {"--vault=", "--passphrase-fd=", "--ledger=", "--mailbox=", "--json"},
         deskInbox},
        {"history",
         For::Patient,
         "--vault FILE --ledger DIR|FILE [--replace] [--json] FILE\n"
         "       history --check --ledger-key KEY --chain ID|--ledger FILE [--checkpoint CODE] "
         "[--json] FILE",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "export all permissions and openings with their proofs; with "
                                  "--check, check such a file offline"),
         {"--vault=", "--passphrase-fd=", "--ledger=", "--check",
          "--ledger-key=", "--chain=", "--checkpoint=", "--replace", "--json"},
         history},
    };
    return verbs;
}

} // namespace apricot::cli
