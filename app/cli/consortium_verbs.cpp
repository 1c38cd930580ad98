// SPDX-License-Identifier: GPL-3.0-or-later
// What the administrators of a consortium do together, and what a phone does with checkpoints.
#include "cli/asked.h"
#include "cli/proposals.h"
#include "cli/verb.h"
#include "codec/base64.h"
#include "crypto/sign.h"
#include "exchange/code_file.h"
#include "ledger/transaction.h"

namespace apricot::cli {
namespace {

Result<VerifyKey> keyIn(const std::string &text) {
    if (const auto raw = fromBase64(text))
        if (const auto key = VerifyKey::from(*raw)) return *key;
    return fixedFromHex<VerifyKey>(text);
}

Result<> adminCreate(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY(stage.createVault(Wallet::create(stage.random)));
    APRICOT_TRY_ASSIGN(admin, stage.makeSigningKey("ledger-admin"));
    const std::string key = toHex(verifyKeyOf(admin).view());
    //: An administrator made a key; %1 is its public part
    output.line(
        say(QT_TRANSLATE_NOOP("cli", "Your administrator's key, for the genesis file: %1"), {key}));
    output.json = {{QStringLiteral("admin"), utf8(key)}};
    return {};
}

// "KEY:POWER,KEY:POWER"; a power of 0 takes the validator off.
Result<> changeValidators(const Arguments &arguments, Output &output) {
    APRICOT_TRY_ASSIGN(list, arguments.word(0, "KEY:POWER"));
    ChangeValidators change;
    for (const std::string &item : splitList(list)) {
        const auto colon = item.rfind(':');
        if (colon == std::string::npos)
            //: An unclear command; %1 is what was typed
            return Arguments::unclear(
                say(QT_TRANSLATE_NOOP(
                        "cli", "%1 is no KEY:POWER: a colon and a number stand behind the key"),
                    {item}));
        APRICOT_TRY_ASSIGN(key, keyIn(item.substr(0, colon)));
        APRICOT_TRY_ASSIGN(power, numberIn(item.substr(colon + 1), item, 0, 1'000'000));
        change.changes.push_back({key, static_cast<std::uint32_t>(power)});
    }
    std::ranges::sort(change.changes, {}, &ChainValidator::key);
    return propose(arguments, change, output);
}

Result<> changeConsortium(const Arguments &arguments, Output &output) {
    ChangeConsortium change;
    APRICOT_TRY_ASSIGN(list, arguments.needed("--admins"));
    for (const std::string &item : splitList(list)) {
        APRICOT_TRY_ASSIGN(key, keyIn(item));
        change.admins.push_back(key);
    }
    std::ranges::sort(change.admins);
    APRICOT_TRY_ASSIGN(quorum,
                       arguments.neededNumber("--quorum", 1, largestQuorum(change.admins.size())));
    APRICOT_TRY_ASSIGN(quota, arguments.neededNumber("--quota", 0, 0xffffffff));
    change.quorum = static_cast<std::uint32_t>(quorum);
    change.quota = static_cast<std::uint32_t>(quota);
    return propose(arguments, change, output);
}

Result<> scheduleRules(const Arguments &arguments, Output &output) {
    // One that this program does not know would end every node that runs it.
    APRICOT_TRY_ASSIGN(version, arguments.neededNumber("--rules", 1, latestRules));
    APRICOT_TRY_ASSIGN(from, arguments.neededNumber("--from-block", 1, INT64_MAX));
    return propose(arguments,
                   ScheduleRules{static_cast<std::uint32_t>(version), static_cast<Height>(from)},
                   output);
}

// Of whatever version: a newer program may have planned it.
Result<> cancelRules(const Arguments &arguments, Output &output) {
    APRICOT_TRY_ASSIGN(version, arguments.neededNumber("--rules", 1, 0xffffffff));
    return propose(arguments, CancelRules{static_cast<std::uint32_t>(version)}, output);
}

Result<> showCheckpoint(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    if (arguments.has("--vault")) APRICOT_TRY(stage.openVault());
    APRICOT_TRY(stage.openLedger());
    APRICOT_TRY_ASSIGN(ledger, stage.chosen().neededConsortium());
    APRICOT_TRY_ASSIGN(checkpoint, ledger->checkpoint());
    const std::string text = comet::toText(checkpoint);
    if (arguments.has("--qr")) {
        APRICOT_TRY(writeCodePicture(arguments.value("--qr"), text, arguments.replace()));
    }
    //: A checkpoint of the ledger; %1 is a block, %2 its time, %3 a code to show or copy
    output.line(say(QT_TRANSLATE_NOOP("cli", "Block %1 of %2: %3"),
                    {std::to_string(checkpoint.height), localTime(checkpoint.time), text}));
    output.json = {{QStringLiteral("text"), utf8(text)},
                   {QStringLiteral("height"), static_cast<qint64>(checkpoint.height)}};
    return {};
}

// Unless --yes is there.
Result<> agreeToTrust(const Arguments &arguments) {
    if (arguments.has("--yes")) return {};
    //: Asked before a checkpoint is trusted; the answer is the letter y or something else
    const char *question = QT_TRANSLATE_NOOP(
        "cli", "Does your own device or the hospital itself show the same? Type y to trust it: ");
    if (!askedYes(say(question))) return fail(ErrorCode::CheckpointNotTrusted);
    return {};
}

Result<> trustCheckpoint(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(word, arguments.word(0, "CODE"));
    APRICOT_TRY_ASSIGN(text, codeIn(word, comet::checkpointPrefix));
    APRICOT_TRY_ASSIGN(named, comet::readCheckpoint(text));
    //: What a checkpoint's code says; %1 is a ledger's name, %2 a block, %3 its time, %4 a
    //: fingerprint
    output.shown(say(QT_TRANSLATE_NOOP("cli", "Ledger %1, block %2 of %3, fingerprint %4"),
                     {named.chainId, std::to_string(named.height), localTime(named.time),
                      comet::fingerprintOf(named)}));
    APRICOT_TRY(agreeToTrust(arguments));
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY(stage.openLedger());
    APRICOT_TRY_ASSIGN(checkpoint, stage.chosen().trust(text, stage.vault()));
    //: A checkpoint was taken over; %1 is a block, %2 its time
    output.line(
        say(QT_TRANSLATE_NOOP("cli", "This vault now trusts the ledger from block %1 (%2) on."),
            {std::to_string(checkpoint.height), localTime(checkpoint.time)}));
    return {};
}

} // namespace

std::span<const Verb> consortiumVerbs() {
    static const std::vector<Verb> verbs = {
        {"admin-create",
         For::Administrator,
         "--vault ADMIN-VAULT [--json]",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "make an administrator's key for a consortium"),
         {"--vault=", "--passphrase-fd=", "--json"},
         adminCreate},
        {"validators-change", For::Administrator,
         "--ledger FILE --vault ADMIN-VAULT [--propose PROPOSAL] [--replace] [--yes] [--json] "
         "KEY:POWER,KEY:POWER",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "let hospitals' validators in, or take them off (power 0)"),
         proposing(), changeValidators},
        {"consortium-change", For::Administrator,
         "--ledger FILE --vault ADMIN-VAULT --admins KEY,KEY --quorum N --quota N\n"
         "      [--propose PROPOSAL] [--replace] [--yes] [--json]",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "change the administrators, how many must sign, and the quota"),
         proposing({"--admins=", "--quorum=", "--quota="}), changeConsortium},
        {"rules-schedule", For::Administrator,
         "--ledger FILE --vault ADMIN-VAULT --rules VERSION --from-block N [--propose PROPOSAL] "
         "[--replace] [--yes] [--json]",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "plan from which block on the next version of the rules applies"),
         proposing({"--rules=", "--from-block="}), scheduleRules},
        {"rules-cancel", For::Administrator,
         "--ledger FILE --vault ADMIN-VAULT --rules VERSION [--propose PROPOSAL] [--replace] "
         "[--yes] [--json]",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "give up a planned version of the rules"),
         proposing({"--rules="}), cancelRules},
        {"ledger-checkpoint",
         For::Reader,
         "--ledger FILE [--vault FILE] [--qr FILE.png|FILE.svg] [--replace] [--json]",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "show a code by which another device may trust the ledger again"),
         {"--ledger=", "--vault=", "--passphrase-fd=", "--qr=", "--replace", "--json"},
         showCheckpoint},
        {"ledger-trust",
         For::Reader,
         "--ledger FILE --vault FILE [--yes] [--json] PICTURE|CODE",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "trust the ledger from a checkpoint on"),
         {"--ledger=", "--vault=", "--passphrase-fd=", "--yes", "--json"},
         trustCheckpoint},
    };
    return verbs;
}

} // namespace apricot::cli
