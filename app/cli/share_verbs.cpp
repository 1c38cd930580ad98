// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "cli/stage.h"
#include "cli/verb.h"
#include "comet/consortium_receipt.h"
#include "exchange/code_file.h"
#include "flows/patient/end_grant.h"
#include "flows/patient/looked_after.h"
#include "flows/patient/openings.h"
#include "flows/patient/preset.h"
#include "flows/patient/share.h"
#include "flows/shared/grant_ledger.h"
#include "ledger/receipt.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

namespace apricot::cli {
namespace {

Result<ShareChoice> choiceFrom(const Arguments &arguments, const Clock &clock) {
    ShareChoice out;
    APRICOT_TRY_ASSIGN(clinic, arguments.needed("--for"));
    APRICOT_TRY_ASSIGN(id, fixedFromHex<OrganisationId>(clinic));
    out.clinic = id;
    APRICOT_TRY_ASSIGN(kinds, arguments.kinds());
    out.scope.kinds = kinds;
    APRICOT_TRY_ASSIGN(purpose, purposeNamed(arguments.value("--purpose", "treatment")));
    out.purpose = purpose;
    for (const std::string &record : splitList(arguments.value("--records"))) {
        APRICOT_TRY_ASSIGN(recordId, fixedFromHex<RecordId>(record));
        out.scope.records.push_back(nameOf(recordId));
    }
    std::sort(out.scope.records.begin(), out.scope.records.end());
    out.scope.records.erase(std::unique(out.scope.records.begin(), out.scope.records.end()),
                            out.scope.records.end());
    if (out.scope.kinds == 0 && out.scope.records.empty())
        return Arguments::unclear(
            //: An unclear command: of the verb grant
            say(QT_TRANSLATE_NOOP("cli", "--kinds or --records is needed")));
    APRICOT_TRY_ASSIGN(from, arguments.date("--from"));
    APRICOT_TRY_ASSIGN(until, arguments.date("--until"));
    out.scope.from = from;
    out.scope.until = until;
    APRICOT_TRY_ASSIGN(level, arguments.number("--level", 3, 1, 5));
    APRICOT_TRY_ASSIGN(uses, arguments.number("--uses", 1, 1, 1000));
    out.scope.level = static_cast<std::uint8_t>(level);
    out.uses = static_cast<std::uint32_t>(uses);
    // The consent's words give days and times as the patient's clock shows them.
    const int offset = QDateTime::fromSecsSinceEpoch(clock.now()).offsetFromUtc();
    out.utcOffsetMinutes = static_cast<std::int16_t>(offset / 60);
    if (out.scope.from) *out.scope.from -= offset;
    if (out.scope.until) *out.scope.until -= offset;
    return out;
}

// Counted from `now`, which is after the passphrase: unlocking takes its time.
Result<> setTimes(ShareChoice &choice, const Arguments &arguments, UnixTime now) {
    APRICOT_TRY_ASSIGN(seconds, arguments.number("--seconds", 900, 1, std::int64_t{366} * 86400));
    APRICOT_TRY_ASSIGN(keep, arguments.number("--keep-days", 30, 1, 3650));
    apricot::setTimes(choice, now, seconds, keep * 86400);
    return {};
}

Result<> grant(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(choice, choiceFrom(arguments, stage.clock));
    APRICOT_TRY(setTimes(choice, arguments, stage.clock.now())); // what is unclear is refused first
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY(stage.openMailbox());
    APRICOT_TRY(setTimes(choice, arguments, stage.clock.now()));
    APRICOT_TRY_ASSIGN(rehearsal,
                       rehearse(stage.vault(), stage.ledger(), choice, stage.clock, stage.random));
    QJsonArray records, lines;
    for (const RecordRow &row : rehearsal.records) {
        lines.append(utf8(inWords(row)));
        records.append(utf8(row.type + "/" + row.logicalId));
    }
    for (const char *file : {"--qr", "--package"})
        if (arguments.has(file))
            APRICOT_TRY(checkChosenFile(arguments.value(file), arguments.replace()));
    APRICOT_TRY(agreeToGrant(arguments, rehearsal, output));
    output.json[QStringLiteral("records")] = records;
    output.json[QStringLiteral("list")] = lines;
    output.json[QStringLiteral("english")] = utf8(rehearsal.words.english);
    output.json[QStringLiteral("chinese")] = utf8(rehearsal.words.chinese);
    output.json[QStringLiteral("expiry")] = utf8(toRfc3339(rehearsal.grant.open.expiry));
    const std::string id = toHex(rehearsal.grant.open.id.view());
    APRICOT_TRY_ASSIGN(wallet, stage.wallet());
    APRICOT_TRY_ASSIGN(
        given, share(stage.vault(), wallet, stage.mailbox(), std::move(rehearsal), stage.random));
    output.json[QStringLiteral("delivered")] = !given.waits;
    if (arguments.has("--package"))
        APRICOT_TRY(
            writeChosenFile(arguments.value("--package"), given.package, arguments.replace()));
    tellIfItWaits(given, output);
    const std::string text = grantToText(given);
    output.json[QStringLiteral("grant")] = utf8(id);
    output.json[QStringLiteral("text")] = utf8(text);
    if (arguments.has("--qr")) {
        APRICOT_TRY_ASSIGN(version,
                           writeCodePicture(arguments.value("--qr"), text, arguments.replace()));
        output.json[QStringLiteral("qrVersion")] = version;
    } else {
        output.line(text);
    }
    //: A grant was signed; %1 is its number
    output.line(say(QT_TRANSLATE_NOOP("cli", "Signed. To end it: apricotctl revoke ... %1"), {id}));
    return {};
}

Result<> revokeGrant(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(word, arguments.word(0, "GRANT"));
    APRICOT_TRY_ASSIGN(id, fixedFromHex<GrantId>(word));
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY(stage.openMailbox());
    APRICOT_TRY_ASSIGN(given, grantGiven(stage.vault(), id));
    APRICOT_TRY_ASSIGN(before, keptOpening(given.grant, stage.vault()));
    APRICOT_TRY_ASSIGN(opening, endGrant(stage.session(), id));
    const Mark ended = opening.ended.value_or(Mark());
    //: A grant was ended; %1 is when, %2 the ledger's block
    const char *now = QT_TRANSLATE_NOOP("cli", "Ended for good at %1, in block %2.");
    //: A grant was to be ended that was ended before; %1 is when, %2 the ledger's block
    const char *already = QT_TRANSLATE_NOOP("cli", "You had ended it already, at %1, in block %2.");
    output.line(say(before && before->ended ? already : now,
                    {localTime(ended.time), std::to_string(ended.height)}));
    output.json = {{QStringLiteral("time"), utf8(toRfc3339(ended.time))},
                   {QStringLiteral("height"), static_cast<qint64>(ended.height)}};
    return {};
}

// The openings of one grant by `who`, a line each; what was counted only, in one.
QJsonArray tellOpenings(Output &output, const std::vector<RedemptionLeaf> &openings,
                        const std::string &who, const std::string &id) {
    QJsonArray out;
    std::size_t countedOnly = 0;
    for (const RedemptionLeaf &one : openings) {
        if (!one) {
            ++countedOnly;
            continue;
        }
        //: A line of the log; %1 a clinic's name, %2 the time, %3 the number of the grant
        output.line(say(
            QT_TRANSLATE_NOOP("cli", "%1 opened it at %2 (permission %3; proven by the ledger)."),
            {who, localTime(one->time), id}));
        out.append(QJsonObject{{QStringLiteral("time"), utf8(toRfc3339(one->time))},
                               {QStringLiteral("block"), static_cast<qint64>(one->height)}});
    }
    if (countedOnly > 0)
        //: A line of the log; %1 is a number, %2 the number of the grant. An old ledger kept no
        //: times
        output.line(
            say(QT_TRANSLATE_NOOP("cli", "%1 openings of before were only counted (permission "
                                         "%2; proven by the ledger)."),
                {std::to_string(countedOnly), id}));
    return out;
}

// What the clinic can still have of it.
void tellReach(Output &output, QJsonObject &json, const Opening &opening, const std::string &id,
               UnixTime now) {
    const char *said = nullptr, *name = nullptr;
    UnixTime time = 0;
    switch (reachOf(opening.grant.open, &opening, now)) {
    case Reach::Unknown:
    case Reach::Open:
        //: A line of the log; %1 is the number of the grant, %2 a time
        said = QT_TRANSLATE_NOOP("cli", "Permission %1 may be opened until %2.");
        time = opening.grant.open.expiry;
        name = "open";
        break;
    case Reach::Fetch:
        //: A line of the log; %1 is the number of the grant, %2 a time
        said = QT_TRANSLATE_NOOP("cli", "Permission %1 cannot be opened any more, but what was "
                                        "opened can be fetched again until %2, unless you end it.");
        time = fetchableUntil(opening);
        name = "fetch";
        break;
    case Reach::Over:
        //: A line of the log; %1 is the number of the grant
        said = QT_TRANSLATE_NOOP("cli", "Permission %1 is over: nobody can open or fetch it.");
        name = "over";
        break;
    case Reach::Ended:
        //: A line of the log; %1 is the number of the grant, %2 a time
        said = QT_TRANSLATE_NOOP("cli", "You ended permission %1 at %2.");
        time = opening.ended->time;
        name = "ended";
        break;
    }
    output.line(say(said, {id, localTime(time)}));
    json[QStringLiteral("reach")] = QString::fromLatin1(name);
}

Result<> tellUntold(Stage &stage, Ledger &ledger, Output &output) {
    APRICOT_TRY_ASSIGN(untold, untoldOpenings(stage.vault(), ledger));
    QJsonArray out;
    for (const UntoldOpening &one : untold) {
        const std::string id = toHex(one.grant.id.view());
        const std::string who = one.organisation ? one.organisation->name : std::string("?");
        //: A line of the log; %1 a clinic's name, %2 the number of a permission that was not given
        //: with this vault
        output.line(say(QT_TRANSLATE_NOOP("cli", "Permission %2 for %1 was not given here. Opened; "
                                                 "what it opened is not told here."),
                        {who, id}));
        out.append(
            QJsonObject{{QStringLiteral("grant"), utf8(id)},
                        {QStringLiteral("openedBy"), utf8(who)},
                        {QStringLiteral("used"), static_cast<qint64>(one.state.used)},
                        {QStringLiteral("openings"), tellOpenings(output, one.openings, who, id)}});
    }
    output.json[QStringLiteral("untold")] = out;
    return {};
}

// Whether there are any: no other ledger can say who opened them.
Result<bool> tellElsewhere(Vault &vault, const Ledger &ledger, Output &output) {
    APRICOT_TRY_ASSIGN(given, grantsGiven(vault));
    QJsonArray out;
    for (const Given &one : given) {
        const GrantPublic &open = one.grant.open;
        if (standsOn(ledger, open)) continue;
        const std::string id = toHex(open.id.view());
        //: A line of the log; %1 is the number of a grant, %2 a clinic, %3 another ledger's name
        output.line(say(QT_TRANSLATE_NOOP("cli", "Permission %1 for %2 stands on another ledger, "
                                                 "%3. Choose that one to see who opened it."),
                        {id, one.clinic, open.chainId}));
        out.append(QJsonObject{{QStringLiteral("grant"), utf8(id)},
                               {QStringLiteral("chain"), utf8(open.chainId)}});
    }
    output.json[QStringLiteral("elsewhere")] = out;
    return !out.isEmpty();
}

Result<> log(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY(stage.openLedger());
    APRICOT_TRY(stage.vault().verifyLog());
    APRICOT_TRY_ASSIGN(by, stage.relayed(output));
    Ledger &ledger = Apart(by, &stage.chosen()).ledger();
    APRICOT_TRY_ASSIGN(given, signedGrants(stage.vault(), ledger.chainId()));
    std::vector<Opening> all(given.size());
    APRICOT_TRY(stage.eachApart(by, given.size(), [&](std::size_t i, const Apart &way) -> Result<> {
        APRICOT_TRY_ASSIGN(grant, verifyGrant(given[i]));
        APRICOT_TRY_ASSIGN(opening, openingOf(std::move(grant), way.ledger()));
        all[i] = std::move(opening);
        return {};
    }));
    QJsonArray grants;
    for (const Opening &opening : all) {
        const std::string id = toHex(opening.grant.open.id.view());
        APRICOT_TRY_ASSIGN(mine, grantGiven(stage.vault(), opening.grant.open.id));
        if (!mine.clinic.empty()) { // what it is about, before what became of it
            APRICOT_TRY_ASSIGN(words, consentText(opening.grant, mine.clinic));
            output.text(inOwnLanguage(words.english, words.chinese));
        }
        QJsonObject one{{QStringLiteral("grant"), utf8(id)},
                        {QStringLiteral("revoked"), opening.ended.has_value()},
                        {QStringLiteral("expiry"), utf8(toRfc3339(opening.grant.open.expiry))}};
        if (opening.state) {
            APRICOT_TRY_ASSIGN(value,
                               ledger.standing(organisationKey(opening.state->organisation)));
            APRICOT_TRY_ASSIGN(who, decodeOrganisation(value.value_or(Bytes{})));
            one[QStringLiteral("openings")] = tellOpenings(output, opening.openings, who.name, id);
            one[QStringLiteral("openedBy")] = utf8(who.name);
            if (const RedemptionLeaf &first = opening.openings.front())
                one[QStringLiteral("openedAt")] = utf8(toRfc3339(first->time));
            one[QStringLiteral("used")] = static_cast<qint64>(opening.state->used);
        } else {
            //: A line of the log; %1 is the number of the grant
            output.line(say(
                QT_TRANSLATE_NOOP("cli", "Nobody has opened permission %1 (proven by the ledger)."),
                {id}));
        }
        tellReach(output, one, opening, id, stage.clock.now());
        if (arguments.has("--receipts")) {
            const std::filesystem::path folder = arguments.value("--receipts");
            std::error_code ignored;
            std::filesystem::create_directories(folder, ignored);
            APRICOT_TRY(writeChosenFile(folder / (id + ".receipt"), encodeAnswer(opening.receipt),
                                        arguments.replace()));
        }
        grants.append(one);
    }
    output.json = {{QStringLiteral("grants"), grants}};
    APRICOT_TRY(tellUntold(stage, ledger, output));
    APRICOT_TRY_ASSIGN(elsewhere, tellElsewhere(stage.vault(), ledger, output));
    if (grants.isEmpty() && !elsewhere && output.json[QStringLiteral("untold")].toArray().isEmpty())
        //: The log of a person who has given none
        output.line(say(QT_TRANSLATE_NOOP("cli", "You have given no permission.")));
    return {};
}

Result<> verifyReceipt(const Arguments &arguments, Output &output) {
    APRICOT_TRY_ASSIGN(file, arguments.word(0, "RECEIPT"));
    APRICOT_TRY_ASSIGN(raw, readFile(file, comet::largestLightBlock));
    APRICOT_TRY_ASSIGN(answer, decodeAnswer(raw));
    APRICOT_TRY_ASSIGN(verified, verifiedBy(arguments, answer));
    //: A receipt was checked; %1 is a time, %2 the ledger's block
    output.line(
        say(QT_TRANSLATE_NOOP("cli", "Genuine: so it stood in the ledger at %1, in block %2."),
            {localTime(verified.time), std::to_string(verified.height)}));
    output.json = {{QStringLiteral("time"), utf8(toRfc3339(verified.time))},
                   {QStringLiteral("height"), static_cast<qint64>(verified.height)},
                   {QStringLiteral("present"), verified.value.has_value()}};
    return {};
}

} // namespace

// By a ledger's key, or by what a consortium began with, or by a checkpoint of it.
Result<VerifiedAnswer> verifiedBy(const Arguments &arguments, const ProvenAnswer &answer) {
    if (!arguments.has("--ledger")) {
        APRICOT_TRY_ASSIGN(keyText, arguments.needed("--ledger-key"));
        APRICOT_TRY_ASSIGN(key, fixedFromHex<VerifyKey>(keyText));
        APRICOT_TRY_ASSIGN(chain, arguments.needed("--chain"));
        return verifyAnswer(answer, key, chain);
    }
    APRICOT_TRY_ASSIGN(file, gateway::readConsortiumFile(arguments.value("--ledger")));
    if (file.ledgerKey) return verifyAnswer(answer, *file.ledgerKey, file.chainId);
    comet::Trusted anchor = file.anchor;
    if (arguments.has("--checkpoint")) {
        APRICOT_TRY_ASSIGN(checkpoint, comet::readCheckpoint(arguments.value("--checkpoint")));
        APRICOT_TRY_ASSIGN(trail, comet::readLightBlocks(textOf(answer.header)));
        // A receipt that does not begin there leads nowhere from it.
        anchor = {checkpoint.chainId, checkpoint.height, {checkpoint.time, 0}, checkpoint.hash, {}};
        for (const comet::LightBlock &block : trail)
            if (block.header.height == checkpoint.height) {
                APRICOT_TRY_ASSIGN(trusted, comet::trustedBy(block, checkpoint));
                anchor = std::move(trusted);
            }
    }
    return comet::verifyConsortiumAnswer(answer, anchor, {file.trustingPeriod});
}

std::span<const Verb> shareVerbs() {
    static const std::vector<Verb> verbs = {
        {"grant",
         For::Patient,
         "--vault FILE --ledger DIR|FILE [--mailbox DIR] --for CLINIC [--kinds KIND,KIND] "
         "[--records "
         "ID,ID] "
         "[--from DATE] [--until DATE]\n"
         "      [--level 1..5] [--seconds N] [--uses N] [--keep-days N] [--purpose PURPOSE]\n"
         "      [--qr FILE.png|FILE.svg] [--package FILE] [--yes] [--replace] [--json]",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP(
             "cli", "let a clinic read some records: shows which, in which words, then signs"),
         {"--vault=", "--passphrase-fd=", "--ledger=", "--mailbox=", "--for=", "--kinds=",
          "--records=", "--from=", "--until=", "--level=", "--seconds=", "--uses=", "--keep-days=",
          "--package=", "--purpose=", "--qr=", "--yes", "--replace", "--json"},
         grant},
        {"revoke",
         For::Patient,
         "--vault FILE --ledger DIR|FILE [--mailbox DIR] [--json] GRANT",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "end a permission for good"),
         {"--vault=", "--passphrase-fd=", "--ledger=", "--mailbox=", "--json"},
         revokeGrant},
        {"log",
         For::Patient,
         "--vault FILE --ledger DIR|FILE [--receipts DIR] [--now] [--replace] [--json]",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "show who opened what and when, proven by the ledger"),
         {"--vault=", "--passphrase-fd=", "--ledger=", "--receipts=", "--now", "--replace",
          "--json"},
         log},
        {"verify",
         For::Patient,
         "--ledger-key KEY --chain ID|--ledger FILE [--checkpoint CODE] [--json] RECEIPT",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP(
             "cli", "check a receipt offline: with the ledger's public key alone, or with the "
                    "file about a consortium"),
         {"--ledger-key=", "--chain=", "--ledger=", "--checkpoint=", "--json"},
         verifyReceipt},
    };
    return verbs;
}

} // namespace apricot::cli
