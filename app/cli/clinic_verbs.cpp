// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "cli/stage.h"
#include "cli/verb.h"
#include "consent/grant.h"
#include "crypto/seal.h"
#include "crypto/sign.h"
#include "exchange/qr.h"
#include "ledger/receipt.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace apricot::cli {
namespace {

QString q(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// The code itself, or a picture of it.
Result<std::string> codeIn(const std::string &word) {
    if (word.starts_with(grantPrefix)) return word;
    APRICOT_TRY_ASSIGN(file, readFile(word, 64U << 20U));
    APRICOT_TRY_ASSIGN(picture, decodePicture(file));
    APRICOT_TRY_ASSIGN(texts, decodeQr(picture));
    for (const std::string &text : texts)
        if (text.starts_with(grantPrefix)) return text;
    return texts.front(); // whatever it is, it is refused by name
}

Result<> clinicCreate(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(name, arguments.needed("--name"));
    APRICOT_TRY_ASSIGN(file, arguments.word(0, "REQUEST"));
    APRICOT_TRY_ASSIGN(clearance, arguments.number("--clearance", 3, 1, 5));
    APRICOT_TRY(stage.createVault());
    Organisation clinic;
    clinic.id = randomFixed<OrganisationId>(stage.random);
    clinic.name = name;
    clinic.clearance = static_cast<std::uint8_t>(clearance);
    clinic.purposes = {Purpose::Treatment, Purpose::SecondOpinion, Purpose::Referral};
    APRICOT_TRY_ASSIGN(admin, stage.makeSigningKey("admin"));
    APRICOT_TRY_ASSIGN(desk, stage.makeSigningKey("desk"));
    APRICOT_TRY_ASSIGN(opening, stage.makeSigningKey("opening"));
    APRICOT_TRY(stage.vault().put(keySpace, "organisation", clinic.id.view()));
    clinic.admin = verifyKeyOf(admin);
    clinic.deskKeys = {verifyKeyOf(desk)};
    clinic.sealing = sealKeyOf(*OpenKey::from(opening.view()));
    APRICOT_TRY(writeFile(file, encode(clinic)));
    const std::string id = toHex(clinic.id.view());
    //: A clinic made its keys; %1 is a file, %2 the clinic's number
    output.line(say(
        QT_TRANSLATE_NOOP(
            "cli", "Give %1 to the ledger's administrator. It holds no secret. Your number: %2"),
        {file, id}));
    output.json = {{QStringLiteral("organisation"), q(id)}};
    return {};
}

void describe(const Inspection &seen, Output &output) {
    output.line(seen.words.english);
    output.line(seen.words.chinese);
    output.json = {{QStringLiteral("audience"), q(seen.audience.name)},
                   {QStringLiteral("english"), q(seen.words.english)},
                   {QStringLiteral("chinese"), q(seen.words.chinese)},
                   {QStringLiteral("expiry"), q(toRfc3339(seen.grant.open.expiry))},
                   {QStringLiteral("uses"), static_cast<qint64>(seen.grant.open.uses)},
                   {QStringLiteral("grant"), q(toHex(seen.grant.open.id.view()))}};
}

Result<> scan(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(word, arguments.word(0, "PICTURE"));
    APRICOT_TRY_ASSIGN(code, codeIn(word));
    APRICOT_TRY(stage.openLedger());
    APRICOT_TRY_ASSIGN(seen, inspect(code, stage.ledger()));
    describe(seen, output);
    output.json[QStringLiteral("text")] = q(code);
    return {};
}

Result<> redeemCode(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(word, arguments.word(0, "PICTURE"));
    APRICOT_TRY_ASSIGN(code, codeIn(word));
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY(stage.openMailbox());
    APRICOT_TRY_ASSIGN(desk, stage.desk());
    APRICOT_TRY_ASSIGN(seen, inspect(code, stage.ledger()));
    APRICOT_TRY_ASSIGN(
        opened, redeem(seen, desk, stage.ledger(), stage.mailbox(), stage.clock, stage.random));
    describe(seen, output);
    const std::string id = toHex(seen.grant.open.id.view());
    APRICOT_TRY(stage.vault().appendLog("redeem", "{\"grant\":\"" + id + "\"}"));
    if (arguments.has("--out")) {
        const std::filesystem::path folder = arguments.value("--out");
        std::error_code ignored;
        std::filesystem::create_directories(folder, ignored);
        for (std::size_t i = 0; i < opened.resources.size(); ++i)
            APRICOT_TRY(
                writeFile(folder / (std::to_string(i + 1) + ".json"), viewOf(opened.resources[i])));
        APRICOT_TRY(writeFile(folder / "redemption.receipt", encodeAnswer(opened.receipt)));
    }
    //: A clinic opened a package; %1 is the number of records
    output.line(say(QT_TRANSLATE_NOOP("cli", "Opened: %1 records."),
                    {std::to_string(opened.resources.size())}));
    output.json[QStringLiteral("opened")] = static_cast<qint64>(opened.resources.size());
    return {};
}

} // namespace

std::span<const Verb> clinicVerbs() {
    static const std::vector<Verb> verbs = {
        //: Help of a verb
        {"clinic-create",
         "--vault FILE --name NAME [--clearance 1..5] [--json] REQUEST",
         QT_TRANSLATE_NOOP("cli", "make a clinic's keys and its request to be registered"),
         {"--vault=", "--passphrase-fd=", "--name=", "--clearance=", "--json"},
         clinicCreate},
        //: Help of a verb
        {"scan",
         "--ledger DIR [--json] PICTURE|CODE",
         QT_TRANSLATE_NOOP("cli", "read a patient's code: who, what, why, until when"),
         {"--ledger=", "--json"},
         scan},
        //: Help of a verb
        {"redeem",
         "--vault FILE --ledger DIR --mailbox DIR [--out DIR] [--json] PICTURE|CODE",
         QT_TRANSLATE_NOOP("cli", "redeem a patient's code and open the records; --out writes "
                                  "them, unencrypted, to a folder"),
         {"--vault=", "--passphrase-fd=", "--ledger=", "--mailbox=", "--out=", "--json"},
         redeemCode},
    };
    return verbs;
}

} // namespace apricot::cli
