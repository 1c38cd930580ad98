// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stage.h"
#include "cli/verb.h"
#include "crypto/sign.h"
#include "ledger/embedded_ledger.h"
#include "net/address.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace apricot::cli {
namespace {

void describe(Ledger &ledger, Output &output) {
    const auto ledgerKey = ledger.ledgerKey();
    const std::string key = ledgerKey ? toHex(ledgerKey->view()) : std::string();
    //: What a ledger is; %1 its chain id
    const char *shared = QT_TRANSLATE_NOOP("cli", "Chain %1, run by several hospitals together");
    if (!ledgerKey) output.line(say(shared, {ledger.chainId()}));
    //: What a ledger is; %1 its chain id, %2 its public key
    if (ledgerKey)
        output.line(
            say(QT_TRANSLATE_NOOP("cli", "Chain %1, public key %2"), {ledger.chainId(), key}));
    output.json = {{QStringLiteral("chain"), utf8(ledger.chainId())},
                   {QStringLiteral("ledgerKey"), utf8(key)}};
}

Result<> ledgerCreate(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(folder, arguments.needed("--ledger"));
    APRICOT_TRY(stage.createVault(Wallet::create(stage.random)));
    APRICOT_TRY_ASSIGN(admin, stage.makeSigningKey("ledger-admin"));
    Consortium genesis;
    genesis.chainId = arguments.value("--chain");
    genesis.admins = {verifyKeyOf(admin)};
    APRICOT_TRY_ASSIGN(ledger, createEmbeddedLedger(folder, genesis, stage.clock, stage.random));
    describe(*ledger, output);
    return {};
}

// Whether phones will find it beside the file that is written, and can use it.
bool vouches(const std::filesystem::path &authority, const std::filesystem::path &to) {
    return authority == authority.filename() && net::authorityIn(to.parent_path() / authority);
}

Result<> ledgerInfo(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY(stage.openLedger());
    Ledger &ledger = stage.ledger();
    describe(ledger, output);
    if (!arguments.has("--file")) return {};
    APRICOT_TRY_ASSIGN(address, arguments.needed("--address"));
    const auto key = ledger.ledgerKey();
    if (!key) //: An unclear command: of the verb ledger-info
        return Arguments::unclear(say(QT_TRANSLATE_NOOP(
            "cli", "--file is for a ledger in a folder: hospitals write their file together")));
    APRICOT_TRY(net::readAddress("https://" + address));
    const std::string to = arguments.value("--file");
    const std::string authority = arguments.value("--authority");
    if (arguments.has("--authority") && !vouches(authority, to))
        //: An unclear command: of the verb ledger-info; %1 is a file's name
        return Arguments::unclear(
            say(QT_TRANSLATE_NOOP(
                    "cli", "--authority must be the name of a file of certificates (PEM, at most "
                           "64 KiB, no private key) that lies beside --file: %1"),
                {authority}));
    QJsonObject file{{QStringLiteral("nodes"), QJsonArray{utf8("https://" + address)}},
                     {QStringLiteral("chain"), utf8(ledger.chainId())},
                     {QStringLiteral("ledger_key"), utf8(toHex(key->view()))}};
    if (arguments.has("--authority")) file[QStringLiteral("authority")] = utf8(authority);
    const QByteArray text = QJsonDocument(file).toJson();
    APRICOT_TRY(writeChosenFile(
        to, viewOf(std::string_view(text.constData(), static_cast<std::size_t>(text.size()))),
        arguments.replace()));
    //: A file for phones and counters was written; %1 is its name
    output.line(
        say(QT_TRANSLATE_NOOP("cli", "Give %1 to phones and counters. It holds no secret."), {to}));
    return {};
}

} // namespace

std::span<const Verb> ledgerVerbs() {
    static const std::vector<Verb> verbs = {
        {"ledger-create",
         For::Administrator,
         "--ledger DIR --vault ADMIN-VAULT [--chain ID] [--json]",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "make an embedded ledger and its administrator's vault"),
         {"--ledger=", "--vault=", "--passphrase-fd=", "--chain=", "--json"},
         ledgerCreate},
        {"ledger-info",
         For::Reader,
         "--ledger DIR|FILE [--file FILE --address HOST:PORT [--authority FILE]] [--replace] "
         "[--json]",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "show a ledger's chain id and public key; write the file "
                                  "by which phones and counters reach it"),
         {"--ledger=", "--file=", "--address=", "--authority=", "--replace", "--json"},
         ledgerInfo},
    };
    return verbs;
}

} // namespace apricot::cli
