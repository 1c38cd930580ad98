// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "cli/stage.h"
#include "cli/verb.h"
#include "crypto/sign.h"
#include "ledger/embedded_ledger.h"
#include "ledger/receipt.h"
#include "ledger/transaction.h"

#include <QCoreApplication>

namespace apricot::cli {
namespace {

constexpr UnixTime proposalLife = UnixTime{23} * 3600; // time for the others to sign

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

Result<> submitTo(Stage &stage, ByteView transaction, Output &output) {
    APRICOT_TRY_ASSIGN(outcome, stage.ledger().submit(transaction));
    if (!outcome.accepted())
        return fail(Code::LedgerChangeRefused, std::string(nameOf(outcome.refusal)));
    //: The ledger took a change; %1 is its block
    output.line(
        say(QT_TRANSLATE_NOOP("cli", "Done, in block %1."), {std::to_string(outcome.height)}));
    output.json = {{QStringLiteral("height"), static_cast<qint64>(outcome.height)}};
    return {};
}

Result<> propose(const Arguments &arguments, Action action, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY(stage.openLedger());
    APRICOT_TRY_ASSIGN(admin, stage.signingKey("ledger-admin"));
    const bool alone = !arguments.has("--propose");
    const std::string file = arguments.value("--propose");
    if (!alone) APRICOT_TRY(checkChosenFile(file, arguments.replace()));
    const auto transaction =
        makeTransaction(stage.ledger().chainId(), std::move(action), stage.clock, stage.random,
                        alone ? usualTransactionLife : proposalLife);
    const Bytes wire = signTransaction(transaction, admin);
    if (alone) return submitTo(stage, wire, output);
    APRICOT_TRY(writeChosenFile(file, wire, arguments.replace()));
    //: A change was proposed; %1 is a file
    output.line(say(
        QT_TRANSLATE_NOOP("cli", "Give %1 to the other administrators to sign, within 23 hours."),
        {file}));
    return {};
}

namespace {

Result<> registerClinic(const Arguments &arguments, Output &output) {
    APRICOT_TRY_ASSIGN(file, arguments.word(0, "REQUEST"));
    APRICOT_TRY_ASSIGN(raw, readFile(file, 1U << 16U));
    APRICOT_TRY_ASSIGN(clinic, decodeOrganisation(raw));
    return propose(arguments, RegisterOrganisation{clinic}, output);
}

Result<OrganisationId> namedClinic(const Arguments &arguments) {
    APRICOT_TRY_ASSIGN(word, arguments.word(0, "CLINIC"));
    return fixedFromHex<OrganisationId>(word);
}

Result<> suspend(const Arguments &arguments, Output &output) {
    APRICOT_TRY_ASSIGN(id, namedClinic(arguments));
    return propose(arguments, SuspendOrganisation{id}, output);
}

Result<> reinstate(const Arguments &arguments, Output &output) {
    APRICOT_TRY_ASSIGN(id, namedClinic(arguments));
    return propose(arguments, ReinstateOrganisation{id}, output);
}

Result<> showClinic(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(id, namedClinic(arguments));
    APRICOT_TRY(stage.openLedger());
    Ledger &ledger = stage.ledger();
    APRICOT_TRY_ASSIGN(answer, ledger.query(organisationKey(id)));
    APRICOT_TRY_ASSIGN(verified, ledger.verify(answer));
    output.json[QStringLiteral("registered")] = verified.value.has_value();
    if (!verified.value) {
        //: A clinic was looked up on the ledger
        output.line(say(QT_TRANSLATE_NOOP("cli", "No clinic with that number is registered.")));
        return {};
    }
    APRICOT_TRY_ASSIGN(clinic, decodeOrganisation(*verified.value));
    const bool active = clinic.status == OrganisationStatus::Active;
    //: A clinic as the ledger has it; %1 its name, %2 a level from 1 to 5
    const char *works = QT_TRANSLATE_NOOP("cli", "%1, may open records up to level %2.");
    //: A clinic as the ledger has it; %1 its name, %2 a level from 1 to 5
    const char *rests = QT_TRANSLATE_NOOP("cli", "%1, suspended (level %2).");
    const char *words = active ? works : rests;
    output.line(say(words, {clinic.name, std::to_string(clinic.clearance)}));
    output.json[QStringLiteral("name")] = utf8(clinic.name);
    output.json[QStringLiteral("active")] = active;
    output.json[QStringLiteral("clearance")] = clinic.clearance;
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
        {"clinic-register",
         "--ledger DIR|FILE --vault ADMIN-VAULT [--propose PROPOSAL] [--replace] [--json] REQUEST",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "register a clinic on the ledger"),
         {"--ledger=", "--vault=", "--passphrase-fd=", "--propose=", "--replace", "--json"},
         registerClinic},
        {"clinic-suspend",
         "--ledger DIR|FILE --vault ADMIN-VAULT [--propose PROPOSAL] [--replace] [--json] CLINIC",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "suspend a clinic"),
         {"--ledger=", "--vault=", "--passphrase-fd=", "--propose=", "--replace", "--json"},
         suspend},
        {"clinic-reinstate",
         "--ledger DIR|FILE --vault ADMIN-VAULT [--propose PROPOSAL] [--replace] [--json] CLINIC",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "let a suspended clinic work again"),
         {"--ledger=", "--vault=", "--passphrase-fd=", "--propose=", "--replace", "--json"},
         reinstate},
        {"clinic-show",
         "--ledger DIR|FILE [--json] CLINIC",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "show a clinic as the ledger has it"),
         {"--ledger=", "--json"},
         showClinic},
    };
    return verbs;
}

} // namespace apricot::cli
