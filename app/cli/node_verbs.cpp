// SPDX-License-Identifier: GPL-3.0-or-later
// The nodes that keep packages and shares, as the consortium lists them, and the keys that a node
// publishes for the months to come.
#include "cli/proposals.h"
#include "cli/verb.h"
#include "crypto/sign.h"
#include "exchange/host_keys.h"
#include "ledger/transaction.h"

#include <QCoreApplication>

namespace apricot::cli {
namespace {

Result<Node> describedNode(const Arguments &arguments) {
    Node out;
    APRICOT_TRY_ASSIGN(operatedBy, arguments.needed("--operator"));
    APRICOT_TRY_ASSIGN(id, fixedFromHex<OrganisationId>(operatedBy));
    out.operatedBy = id;
    for (const std::string &item : splitList(arguments.value("--acts-for", operatedBy))) {
        APRICOT_TRY_ASSIGN(served, fixedFromHex<OrganisationId>(item));
        out.actsFor.push_back(served);
    }
    std::ranges::sort(out.actsFor);
    out.address = arguments.value("--address");
    return out;
}

Result<NodeId> namedNode(const Arguments &arguments) {
    APRICOT_TRY_ASSIGN(word, arguments.word(0, "NODE"));
    return fixedFromHex<NodeId>(word);
}

Result<> registerNode(const Arguments &arguments, Output &output) {
    APRICOT_TRY_ASSIGN(id, namedNode(arguments));
    APRICOT_TRY_ASSIGN(node, describedNode(arguments));
    return propose(arguments, RegisterNode{id, node}, output);
}

Result<> changeNode(const Arguments &arguments, Output &output) {
    APRICOT_TRY_ASSIGN(id, namedNode(arguments));
    APRICOT_TRY_ASSIGN(node, describedNode(arguments));
    if (arguments.has("--resting")) node.status = NodeStatus::Resting;
    return propose(arguments, ChangeNode{id, node}, output);
}

// Without a ledger: which node's they are.
Result<> publishKeys(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(file, arguments.word(0, "KEYS"));
    APRICOT_TRY_ASSIGN(own, HostKeys::idIn(file));
    const std::string id = toHex(own.view());
    //: A node's public key, by which the consortium lists it
    output.line(say(QT_TRANSLATE_NOOP("cli", "The node's key: %1"), {id}));
    if (arguments.has("--ledger")) {
        APRICOT_TRY(stage.openLedger());
        APRICOT_TRY_ASSIGN(answer, stage.ledger().query({}));
        APRICOT_TRY_ASSIGN(block, stage.ledger().verify(answer));
        const FixedClock blockTime(block.time); // as the node itself turns them
        APRICOT_TRY_ASSIGN(keys, HostKeys::open(file, blockTime));
        APRICOT_TRY_ASSIGN(months, keys->turn());
        APRICOT_TRY_ASSIGN(signing, keys->signing());
        const auto transaction =
            makeTransaction(stage.ledger().chainId(), SetMonthKeys{keys->id(), std::move(months)},
                            stage.clock, stage.random);
        APRICOT_TRY(submitTo(stage, signTransaction(transaction, signing), output));
    }
    output.json[QStringLiteral("node")] = utf8(id);
    return {};
}

} // namespace

std::span<const Verb> nodeVerbs() {
    static const std::vector<Verb> verbs = {
        {"node-register", For::Administrator,
         "--ledger FILE --vault ADMIN-VAULT --operator CLINIC [--acts-for CLINIC,CLINIC]\n"
         "      [--address HOST:PORT] [--propose PROPOSAL] [--replace] [--yes] [--json] NODE",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "list a node: who runs it and for which clinics"),
         proposing({"--operator=", "--acts-for=", "--address="}), registerNode},
        {"node-change", For::Administrator,
         "--ledger FILE --vault ADMIN-VAULT --operator CLINIC [--acts-for CLINIC,CLINIC]\n"
         "      [--address HOST:PORT] [--resting] [--propose PROPOSAL] [--replace] [--yes] "
         "[--json] NODE",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "describe a listed node anew, or let it rest"),
         proposing({"--operator=", "--acts-for=", "--address=", "--resting"}), changeNode},
        {"node-keys",
         For::Node,
         "[--ledger FILE] [--json] KEYS",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "show a node's key from its file of keys; with --ledger, publish "
                                  "its keys for the months to come"),
         {"--ledger=", "--json"},
         publishKeys},
    };
    return verbs;
}

} // namespace apricot::cli
