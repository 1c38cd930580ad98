// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "cli/stage.h"
#include "cli/verb.h"
#include "crypto/sign.h"
#include "ledger/embedded_ledger.h"
#include "ledger/transaction.h"

#include <QCoreApplication>

namespace apricot::cli {
namespace {

QString q(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

void describe(Ledger &ledger, Output &output) {
    const std::string key = toHex(ledger.ledgerKey().view());
    //: What a ledger is; %1 its chain id, %2 its public key
    output.line(say(QT_TRANSLATE_NOOP("cli", "Chain %1, public key %2"), {ledger.chainId(), key}));
    output.json = {{QStringLiteral("chain"), q(ledger.chainId())},
                   {QStringLiteral("ledgerKey"), q(key)}};
}

Result<> ledgerCreate(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(folder, arguments.needed("--ledger"));
    APRICOT_TRY(stage.createVault());
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

Result<> submit(Stage &stage, Action action, Output &output) {
    APRICOT_TRY_ASSIGN(admin, stage.signingKey("ledger-admin"));
    const auto transaction =
        makeTransaction(stage.ledger().chainId(), std::move(action), stage.clock, stage.random);
    APRICOT_TRY_ASSIGN(outcome, stage.ledger().submit(signTransaction(transaction, admin)));
    if (!outcome.accepted())
        return fail(Code::LedgerChangeRefused, std::string(nameOf(outcome.refusal)));
    //: The ledger took a change; %1 is its block
    output.line(
        say(QT_TRANSLATE_NOOP("cli", "Done, in block %1."), {std::to_string(outcome.height)}));
    output.json = {{QStringLiteral("height"), static_cast<qint64>(outcome.height)}};
    return {};
}

Result<> registerClinic(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(file, arguments.word(0, "REQUEST"));
    APRICOT_TRY_ASSIGN(raw, readFile(file, 1U << 16U));
    APRICOT_TRY_ASSIGN(clinic, decodeOrganisation(raw));
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY(stage.openLedger());
    return submit(stage, RegisterOrganisation{clinic}, output);
}

Result<> suspend(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(word, arguments.word(0, "CLINIC"));
    APRICOT_TRY_ASSIGN(id, fixedFromHex<OrganisationId>(word));
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY(stage.openLedger());
    return submit(stage, SuspendOrganisation{id}, output);
}

} // namespace

std::span<const Verb> ledgerVerbs() {
    static const std::vector<Verb> verbs = {
        //: Help of a verb
        {"ledger-create",
         "--ledger DIR --vault ADMIN-VAULT [--chain ID] [--json]",
         QT_TRANSLATE_NOOP("cli", "make an embedded ledger and its administrator's vault"),
         {"--ledger=", "--vault=", "--passphrase-fd=", "--chain=", "--json"},
         ledgerCreate},
        //: Help of a verb
        {"ledger-info",
         "--ledger DIR [--json]",
         QT_TRANSLATE_NOOP("cli", "show a ledger's chain id and public key"),
         {"--ledger=", "--json"},
         ledgerInfo},
        //: Help of a verb
        {"clinic-register",
         "--ledger DIR --vault ADMIN-VAULT [--json] REQUEST",
         QT_TRANSLATE_NOOP("cli", "register a clinic on the ledger"),
         {"--ledger=", "--vault=", "--passphrase-fd=", "--json"},
         registerClinic},
        //: Help of a verb
        {"clinic-suspend",
         "--ledger DIR --vault ADMIN-VAULT [--json] CLINIC",
         QT_TRANSLATE_NOOP("cli", "suspend a clinic"),
         {"--ledger=", "--vault=", "--passphrase-fd=", "--json"},
         suspend},
    };
    return verbs;
}

} // namespace apricot::cli
