// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stage.h"
#include "cli/verb.h"
#include "crypto/sign.h"
#include "ledger/embedded_ledger.h"

#include <QCoreApplication>

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

Result<> ledgerInfo(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY(stage.openLedger());
    describe(stage.ledger(), output);
    return {};
}

} // namespace

std::span<const Verb> ledgerVerbs() {
    static const std::vector<Verb> verbs = {
        {"ledger-create",
         "--ledger DIR --vault ADMIN-VAULT [--chain ID] [--json]",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "make an embedded ledger and its administrator's vault"),
         {"--ledger=", "--vault=", "--passphrase-fd=", "--chain=", "--json"},
         ledgerCreate},
        {"ledger-info",
         "--ledger DIR|FILE [--json]",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "show a ledger's chain id and public key"),
         {"--ledger=", "--json"},
         ledgerInfo},
    };
    return verbs;
}

} // namespace apricot::cli
