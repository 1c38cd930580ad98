// SPDX-License-Identifier: GPL-3.0-or-later
// What administrators decide: proposed, shown in words, agreed to, signed, handed in.
#include "cli/proposals.h"

#include "base/file.h"
#include "cli/asked.h"
#include "cli/verb.h"
#include "flows/consortium/proposal.h"
#include "ledger/proposal_trial.h"
#include "vault/events.h"

#include <QCoreApplication>

namespace apricot::cli {
namespace {

constexpr UnixTime proposalLife = UnixTime{23} * 3600; // time for the others to sign

Error changeRefused(std::string why) {
    return fail(ErrorCode::LedgerChangeRefused, std::move(why));
}

// What the ledger would refuse, or what would change nothing, nobody is asked to sign.
template <class Proposal>
Result<> mustChange(Stage &stage, const Proposal &proposal) {
    APRICOT_TRY_ASSIGN(changes, tried(stage.ledger(), proposal, stage.clock));
    if (changes.empty())
        //: Of a proposal that an administrator was about to sign
        return changeRefused(
            say(QT_TRANSLATE_NOOP("cli", "Nobody need sign this: it changes nothing.")));
    return {};
}

// How many of the signatures that it needs are there, and whose are not; without a ledger only who
// has signed, whatever that counts.
Result<> tellSigners(ByteView wire, const SubmittedTransaction &proposal, Stage &stage,
                     bool withLedger, Output &output) {
    if (withLedger) {
        APRICOT_TRY_ASSIGN(soFar, signaturesSoFar(wire, stage.ledger()));
        output.shownText(inOwnLanguage(soFar.words.english, soFar.words.chinese));
        output.json[QStringLiteral("needed")] = static_cast<int>(soFar.needed);
        output.json[QStringLiteral("counted")] = static_cast<int>(soFar.there);
        return {};
    }
    for (const SignedBy &by : proposal.signatures)
        //: Of a proposal; %1 is an administrator's key
        output.shown(
            say(QT_TRANSLATE_NOOP(
                    "cli", "Signed by %1; whether that counts was not looked up: name the ledger"),
                {toHex(by.key.view())}));
    return {};
}

Result<> showProposal(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(file, arguments.word(0, "PROPOSAL"));
    APRICOT_TRY_ASSIGN(raw, proposalIn(file));
    APRICOT_TRY_ASSIGN(proposal, decodeTransaction(raw));
    const bool withLedger = arguments.has("--ledger");
    if (withLedger) APRICOT_TRY(stage.openLedger());
    APRICOT_TRY_ASSIGN(
        words, proposalText(proposal.transaction.action, withLedger ? &stage.ledger() : nullptr));
    output.text(inOwnLanguage(words.english, words.chinese));
    APRICOT_TRY(tellSigners(raw, proposal, stage, withLedger, output));
    //: Of a proposal; %1 is a ledger's name, %2 a time
    output.line(say(QT_TRANSLATE_NOOP("cli", "For the ledger %1, until %2"),
                    {proposal.transaction.chainId, localTime(proposal.transaction.notAfter)}));
    output.json[QStringLiteral("english")] = utf8(words.english);
    output.json[QStringLiteral("chinese")] = utf8(words.chinese);
    output.json[QStringLiteral("signatures")] = static_cast<int>(proposal.signatures.size());
    return {};
}

Result<> sign(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(file, arguments.word(0, "PROPOSAL"));
    APRICOT_TRY_ASSIGN(raw, proposalIn(file));
    APRICOT_TRY_ASSIGN(proposal, decodeTransaction(raw));
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY_ASSIGN(admin, stage.signingKey("ledger-admin"));
    const bool withLedger = arguments.has("--ledger");
    if (withLedger) {
        APRICOT_TRY(stage.openLedger());
        APRICOT_TRY(mustChange(stage, ByteView(raw)));
    }
    APRICOT_TRY(tellSigners(raw, proposal, stage, withLedger, output));
    APRICOT_TRY(agreeToProposal(arguments, proposal.transaction.action,
                                withLedger ? &stage.ledger() : nullptr, output));
    APRICOT_TRY_ASSIGN(wire, addSignature(proposal, admin));
    APRICOT_TRY(writeChosenFile(file, wire, Replace::Yes)); // the proposal that was read
    APRICOT_TRY(note<events::changeSigned>(stage.vault(), proposal.transaction.action.row()->name));
    //: An administrator signed a proposal
    output.line(say(QT_TRANSLATE_NOOP("cli", "Signed.")));
    APRICOT_TRY(tellSigners(wire, proposal, stage, withLedger, output));
    output.json[QStringLiteral("signatures")] = static_cast<int>(proposal.signatures.size());
    return {};
}

Result<> submitProposal(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(file, arguments.word(0, "PROPOSAL"));
    APRICOT_TRY_ASSIGN(raw, proposalIn(file));
    APRICOT_TRY(stage.openLedger());
    return submitTo(stage, raw, output);
}

} // namespace

Result<> agreeToProposal(const Arguments &arguments, const Action &action, StateReader *state,
                         Output &output) {
    APRICOT_TRY_ASSIGN(words, proposalText(action, state));
    output.shownText(words.english);
    output.shownText(words.chinese);
    if (arguments.has("--yes")) return {};
    //: Asked before a proposal is signed; the answer is the letter y or something else
    const char *question = QT_TRANSLATE_NOOP("cli", "Sign this change? Type y for yes: ");
    return agreedWith(askedYes(say(question)));
}

Result<Bytes> proposalIn(const std::string &file) {
    APRICOT_TRY_ASSIGN(raw, readFile(file, largestTransaction));
    if (decodeTransaction(raw)) return raw;
    if (decodeOrganisation(raw))
        return Arguments::unclear(
            //: An unclear command; %1 is a file
            say(QT_TRANSLATE_NOOP("cli", "%1 is a clinic's request to be registered, and no "
                                         "proposal: apricotctl clinic-register takes it"),
                {file}));
    return decodeTransaction(raw).error();
}

Result<Organisation> requestIn(const std::string &file) {
    APRICOT_TRY_ASSIGN(raw, readFile(file, std::size_t{1} << 16U));
    auto clinic = decodeOrganisation(raw);
    if (clinic) return clinic;
    if (decodeTransaction(raw))
        return Arguments::unclear(
            //: An unclear command; %1 is a file
            say(QT_TRANSLATE_NOOP(
                    "cli", "%1 is a proposal, and no clinic's request to be registered: apricotctl "
                           "consortium-show, consortium-sign and consortium-submit take it"),
                {file}));
    return Arguments::unclear(
        //: An unclear command; %1 is a file
        say(QT_TRANSLATE_NOOP("cli", "%1 is no clinic's request to be registered, or a damaged "
                                     "one: apricotctl clinic-create writes it"),
            {file}));
}

Result<> submitTo(Stage &stage, ByteView transaction, Output &output) {
    APRICOT_TRY_ASSIGN(outcome, stage.ledger().submit(transaction));
    if (!outcome.accepted()) return errorOf(outcome);
    //: The ledger took a change; %1 is its block
    output.line(
        say(QT_TRANSLATE_NOOP("cli", "Done, in block %1."), {std::to_string(outcome.height)}));
    output.json = {{QStringLiteral("height"), static_cast<qint64>(outcome.height)}};
    return {};
}

Result<> noteMade(Stage &stage, const Action &action) {
    return note<events::changeMade>(stage.vault(), action.row()->name);
}

std::vector<std::string_view> proposing(std::initializer_list<std::string_view> own) {
    std::vector<std::string_view> out{"--ledger=", "--vault=", "--passphrase-fd="};
    out.insert(out.end(), own);
    out.insert(out.end(), {"--propose=", "--replace", "--yes", "--json"});
    return out;
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
    APRICOT_TRY(mustChange(stage, transaction));
    APRICOT_TRY(agreeToProposal(arguments, transaction.action, &stage.ledger(), output));
    const Bytes wire = signTransaction(transaction, admin);
    if (alone) {
        APRICOT_TRY(submitTo(stage, wire, output));
        return noteMade(stage, transaction.action);
    }
    APRICOT_TRY(writeChosenFile(file, wire, arguments.replace()));
    APRICOT_TRY(note<events::changeProposed>(stage.vault(), transaction.action.row()->name));
    //: A change was proposed; %1 is a file
    output.line(say(
        QT_TRANSLATE_NOOP("cli", "Give %1 to the other administrators to sign, within 23 hours."),
        {file}));
    return {};
}

std::span<const Verb> proposalVerbs() {
    static const std::vector<Verb> verbs = {
        {"consortium-show",
         For::Administrator,
         "[--ledger FILE] [--json] PROPOSAL",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "tell what a proposal does; with --ledger, what stands now too"),
         {"--ledger=", "--json"},
         showProposal},
        {"consortium-sign",
         For::Administrator,
         "--vault ADMIN-VAULT [--ledger FILE] [--yes] [--json] PROPOSAL",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "sign what another administrator has proposed"),
         {"--vault=", "--passphrase-fd=", "--ledger=", "--yes", "--json"},
         sign},
        {"consortium-submit",
         For::Administrator,
         "--ledger FILE [--json] PROPOSAL",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "hand in a proposal that enough administrators have signed"),
         {"--ledger=", "--json"},
         submitProposal},
    };
    return verbs;
}

} // namespace apricot::cli
