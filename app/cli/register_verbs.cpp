// SPDX-License-Identifier: GPL-3.0-or-later
// The organisations on the ledger: who they are, their desks, what the policy allows them, and how
// their standing is.
#include "base/file.h"
#include "cli/proposals.h"
#include "cli/typed_names.h"
#include "cli/verb.h"
#include "crypto/sign.h"
#include "flows/consortium/register_words.h"
#include "flows/shared/directory.h"
#include "ledger/transaction.h"
#include "terms/shown_name.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace apricot::cli {
namespace {

Result<> registerClinic(const Arguments &arguments, Output &output) {
    APRICOT_TRY_ASSIGN(file, arguments.word(0, "REQUEST"));
    APRICOT_TRY_ASSIGN(clinic, requestIn(file));
    return propose(arguments, RegisterOrganisation{clinic}, output);
}

// Of one that has lost its own administrator's key: a quorum decides instead. Its name, level and
// purposes stay as they stand.
Result<> replaceKeys(const Arguments &arguments, Output &output) {
    APRICOT_TRY_ASSIGN(file, arguments.word(0, "REQUEST"));
    APRICOT_TRY_ASSIGN(clinic, requestIn(file));
    return propose(arguments, ChangeKeys{clinic.id, clinic.admin, clinic.desks, clinic.sealing},
                   output);
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

void tellAll(const Organisation &clinic, UnixTime now, Output &output) {
    BothLanguages words;
    tell(words, clinic);
    output.text(inOwnLanguage(words.english, words.chinese));
    QJsonArray roles, desks;
    for (std::uint8_t r = 1; r <= roleCount; ++r)
        if (isIn(static_cast<Role>(r), clinic.roles))
            roles.append(utf8(nameOf(static_cast<Role>(r))));
    for (const DeskKey &desk : clinic.desks)
        desks.append(QJsonObject{{QStringLiteral("key"), utf8(toHex(desk.key.view()))},
                                 {QStringLiteral("profession"), utf8(nameOf(desk.profession))},
                                 {QStringLiteral("level"), desk.level}});
    output.json[QStringLiteral("roles")] = roles;
    output.json[QStringLiteral("tier")] = clinic.tier;
    output.json[QStringLiteral("desks")] = desks;
    if (const Restriction *restriction = restrictionAt(clinic, now))
        output.json[QStringLiteral("standing")] =
            QJsonObject{{QStringLiteral("reason"), utf8(nameOf(restriction->reason))},
                        {QStringLiteral("openings"), static_cast<qint64>(restriction->openings)},
                        {QStringLiteral("until"), utf8(toRfc3339(restriction->until))}};
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
    output.json[QStringLiteral("name")] = utf8(clinic.name);
    output.json[QStringLiteral("active")] = active;
    output.json[QStringLiteral("clearance")] = clinic.clearance;
    tellAll(clinic, verified.time, output);
    return {};
}

Result<> listClinics(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY(stage.openLedger());
    const std::string begins = arguments.value("--name");
    APRICOT_TRY_ASSIGN(pages, directoryPages(stage.ledger()));
    APRICOT_TRY_ASSIGN(found, findOrganisations(stage.ledger(), pages, begins, AlsoSuspended::Yes));
    QJsonArray clinics;
    for (const Listed &one : found.organisations) {
        if (!foldedName(one.name).starts_with(foldedName(begins))) continue;
        const std::string number = toHex(one.id.view());
        const bool isActive = one.status == OrganisationStatus::Active;
        std::string row = number + "  " + withoutSteering(one.name);
        //: In a list of clinics, behind one's name
        if (!isActive) row += "  " + say(QT_TRANSLATE_NOOP("cli", "(suspended)"));
        output.line(row);
        clinics.append(QJsonObject{{QStringLiteral("organisation"), utf8(number)},
                                   {QStringLiteral("name"), utf8(one.name)},
                                   {QStringLiteral("active"), isActive}});
    }
    if (clinics.isEmpty() && begins.empty())
        //: In place of a list of clinics
        output.line(say(QT_TRANSLATE_NOOP("cli", "No clinic stands on this ledger.")));
    else if (clinics.isEmpty())
        //: In place of a list of clinics; %1 is how the name should begin
        output.line(say(QT_TRANSLATE_NOOP("cli", "No clinic's name begins with %1."), {begins}));
    if (found.more)
        //: Below a list of clinics
        output.line(say(QT_TRANSLATE_NOOP("cli", "There are more: give more of the name.")));
    output.json[QStringLiteral("clinics")] = clinics;
    output.json[QStringLiteral("more")] = found.more;
    return {};
}

// Signed by the organisation's own administrator.
Result<> changeDesks(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(list, arguments.needed("--desk"));
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY(stage.openLedger());
    APRICOT_TRY_ASSIGN(desk, stage.desk());
    APRICOT_TRY_ASSIGN(admin, stage.signingKey("admin"));
    // Also while it is suspended: a lost desk goes before it is reinstated.
    APRICOT_TRY_ASSIGN(now, registeredOrganisation(stage.ledger(), desk.organisation));
    if (!now) return clinicNotOnLedger(desk.organisation);
    APRICOT_TRY_ASSIGN(desks, desksIn(list, verifyKeyOf(desk.signing), now->clearance));
    const ChangeKeys change{now->id, now->admin, std::move(desks), now->sealing};
    APRICOT_TRY(agreeToProposal(arguments, change, &stage.ledger(), output));
    const auto transaction =
        makeTransaction(stage.ledger().chainId(), change, stage.clock, stage.random);
    APRICOT_TRY(submitTo(stage, signTransaction(transaction, admin), output));
    return noteMade(stage, transaction.action);
}

// "ROLE:PURPOSE[:PROFESSION+PROFESSION[:LEVEL[:TIER]]]"
Result<PolicyLine> policyLineIn(const std::string &text) {
    const auto parts = splitList(text, ':');
    PolicyLine out;
    if (parts.size() < 2 || parts.size() > 5)
        //: An unclear command; %1 is what was typed
        return Arguments::unclear(
            say(QT_TRANSLATE_NOOP("cli", "%1 is no line of a policy: ROLE:PURPOSE, then as wanted "
                                         ":PROFESSION+PROFESSION, :LEVEL, :GRADE"),
                {text}));
    APRICOT_TRY_ASSIGN(role, roleIn(parts[0]));
    APRICOT_TRY_ASSIGN(purpose, purposeNamed(parts[1]));
    out.role = role;
    out.purpose = purpose;
    if (parts.size() > 2 && parts[2] != "all") {
        out.professions = 0;
        for (const std::string &name : splitList(parts[2], '+')) {
            APRICOT_TRY_ASSIGN(profession, professionIn(name));
            out.professions = static_cast<std::uint16_t>(out.professions | bitOf(profession));
        }
    }
    if (parts.size() > 3) {
        APRICOT_TRY_ASSIGN(level, numberIn(parts[3], text, lowestLevel, highestLevel));
        out.level = static_cast<Level>(level);
    }
    if (parts.size() > 4) {
        APRICOT_TRY_ASSIGN(tier, numberIn(parts[4], text, 0, highestTier));
        out.tier = static_cast<std::uint8_t>(tier);
    }
    return out;
}

Result<> setPolicy(const Arguments &arguments, Output &output) {
    SetPolicy change;
    for (std::size_t i = 0; i < mostPolicyLines; ++i) {
        const auto word = arguments.word(i, "LINE");
        if (!word) break;
        APRICOT_TRY_ASSIGN(line, policyLineIn(*word));
        change.policy.push_back(line);
    }
    if (change.policy.empty() != arguments.has("--none"))
        return Arguments::unclear(
            //: An unclear command: of the verb policy-set
            say(QT_TRANSLATE_NOOP("cli", "Name the lines of the policy, or --none for no policy")));
    std::ranges::sort(change.policy);
    return propose(arguments, change, output);
}

Result<> showPolicy(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY(stage.openLedger());
    APRICOT_TRY_ASSIGN(policy, standingPolicy(stage.ledger()));
    BothLanguages words;
    QJsonArray lines;
    for (const PolicyLine &line : policy) {
        tell(words, line);
        lines.append(QJsonObject{{QStringLiteral("role"), utf8(nameOf(line.role))},
                                 {QStringLiteral("purpose"), utf8(nameOf(line.purpose))},
                                 {QStringLiteral("professions"), line.professions},
                                 {QStringLiteral("level"), line.level},
                                 {QStringLiteral("tier"), line.tier}});
    }
    if (policy.empty())
        //: What the ledger's policy says
        output.line(say(QT_TRANSLATE_NOOP("cli", "No policy stands: whatever an organisation's "
                                                 "level and purposes allow is allowed.")));
    output.text(inOwnLanguage(words.english, words.chinese));
    output.json[QStringLiteral("policy")] = lines;
    return {};
}

Result<> setStanding(const Arguments &arguments, Output &output) {
    APRICOT_TRY_ASSIGN(id, namedClinic(arguments));
    SetStanding change{id, std::nullopt};
    if (!arguments.has("--restore")) {
        APRICOT_TRY_ASSIGN(named, arguments.needed("--reason"));
        const auto reason = reasonNamed(named);
        if (!reason) return isNone("REASON", named);
        APRICOT_TRY_ASSIGN(openings, arguments.neededNumber("--openings", 0, mostOpenings));
        APRICOT_TRY(arguments.needed("--until"));
        APRICOT_TRY_ASSIGN(until, arguments.date("--until"));
        change.restriction = Restriction{*reason, static_cast<std::uint32_t>(openings), *until};
    } else if (arguments.has("--reason") || arguments.has("--openings")
               || arguments.has("--until")) {
        return Arguments::unclear(
            //: An unclear command: of the verb standing-set
            say(QT_TRANSLATE_NOOP("cli",
                                  "--restore stands without --reason, --openings and --until")));
    }
    return propose(arguments, change, output);
}

} // namespace

Result<Role> roleIn(const std::string &name) {
    if (const auto role = roleNamed(name)) return *role;
    return isNone("ROLE", name);
}

Result<Profession> professionIn(const std::string &name) {
    if (const auto profession = professionNamed(name)) return *profession;
    return isNone("PROFESSION", name);
}

Result<std::vector<DeskKey>> desksIn(const std::string &list, const VerifyKey &own,
                                     Level clearance) {
    std::vector<DeskKey> out;
    for (const std::string &item : splitList(list)) {
        const auto parts = splitList(item, ':');
        DeskKey desk;
        if (parts.empty() || parts.size() > 3)
            //: An unclear command; %1 is what was typed
            return Arguments::unclear(
                say(QT_TRANSLATE_NOOP(
                        "cli", "%1 is no desk: own or KEY, then as wanted :PROFESSION and :LEVEL"),
                    {item}));
        desk.key = own;
        desk.level = clearance;
        if (parts[0] != "own") {
            APRICOT_TRY_ASSIGN(key, fixedFromHex<VerifyKey>(parts[0]));
            desk.key = key;
        }
        if (parts.size() > 1) {
            APRICOT_TRY_ASSIGN(profession, professionIn(parts[1]));
            desk.profession = profession;
        }
        if (parts.size() > 2) {
            APRICOT_TRY_ASSIGN(level, numberIn(parts[2], item, lowestLevel, highestLevel));
            desk.level = static_cast<Level>(level);
        }
        out.push_back(desk);
    }
    std::ranges::sort(out);
    if (out.empty() || out.size() > mostDesks)
        return Arguments::unclear(
            //: An unclear command; %1 is an option, %2 a number
            say(QT_TRANSLATE_NOOP("cli", "%1 takes 1 to %2 desks"),
                {"--desk", std::to_string(mostDesks)}));
    if (std::ranges::adjacent_find(out, {}, &DeskKey::key) != out.end())
        return Arguments::unclear(
            //: An unclear command; %1 is an option
            say(QT_TRANSLATE_NOOP("cli", "%1 names one key twice"), {"--desk"}));
    return out;
}

std::span<const Verb> registerVerbs() {
    static const std::vector<Verb> verbs = {
        {"clinic-register", For::Administrator,
         "--ledger DIR|FILE --vault ADMIN-VAULT [--propose PROPOSAL] [--replace] [--yes] [--json] "
         "REQUEST",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "register a clinic on the ledger"), proposing(), registerClinic},
        {"clinic-keys-replace", For::Administrator,
         "--ledger DIR|FILE --vault ADMIN-VAULT [--propose PROPOSAL] [--replace] [--yes] [--json] "
         "REQUEST",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "give a clinic that has lost its keys those that it made anew: "
                                  "clinic-create --again"),
         proposing(), replaceKeys},
        {"clinic-suspend", For::Administrator,
         "--ledger DIR|FILE --vault ADMIN-VAULT [--propose PROPOSAL] [--replace] [--yes] [--json] "
         "CLINIC",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "suspend a clinic"), proposing(), suspend},
        {"clinic-reinstate", For::Administrator,
         "--ledger DIR|FILE --vault ADMIN-VAULT [--propose PROPOSAL] [--replace] [--yes] [--json] "
         "CLINIC",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "let a suspended clinic work again"), proposing(), reinstate},
        {"clinic-show",
         For::Reader,
         "--ledger DIR|FILE [--json] CLINIC",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "show a clinic as the ledger has it"),
         {"--ledger=", "--json"},
         showClinic},
        {"clinics",
         For::Reader,
         "--ledger DIR|FILE [--name BEGINNING] [--json]",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "list the clinics on the ledger, or those whose names begin so"),
         {"--ledger=", "--name=", "--json"},
         listClinics},
        {"clinic-keys",
         For::Clinic,
         "--ledger DIR|FILE --vault CLINIC-VAULT --desk own|KEY[:PROFESSION[:LEVEL]],... [--yes] "
         "[--json]",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "say anew which desks a clinic has, whose hands they are in and "
                                  "up to which level they open"),
         {"--ledger=", "--vault=", "--passphrase-fd=", "--desk=", "--yes", "--json"},
         changeDesks},
        {"policy-set", For::Administrator,
         "--ledger DIR|FILE --vault ADMIN-VAULT [--propose PROPOSAL] [--replace] [--yes] [--json]\n"
         "      --none | ROLE:PURPOSE[:PROFESSION+PROFESSION|all[:LEVEL[:GRADE]]] ...",
         mostPolicyLines,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "say which organisations and professions may open how much for "
                                  "which purpose"),
         proposing({"--none"}), setPolicy},
        {"policy-show",
         For::Reader,
         "--ledger DIR|FILE [--json]",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "show which organisations and professions may open how much"),
         {"--ledger=", "--json"},
         showPolicy},
        {"standing-set", For::Administrator,
         "--ledger DIR|FILE --vault ADMIN-VAULT [--propose PROPOSAL] [--replace] [--yes] [--json]\n"
         "      --restore | --reason investigation|breach|dues|own-request|other --openings N "
         "--until DATE CLINIC",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "restrict how often a clinic opens records in an hour, until a "
                                  "day; or restore it"),
         proposing({"--restore", "--reason=", "--openings=", "--until="}), setStanding},
    };
    return verbs;
}

} // namespace apricot::cli
