// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/chosen_file.h"
#include "base/file.h"
#include "cli/stage.h"
#include "cli/typed_names.h"
#include "cli/verb.h"
#include "consent/grant.h"
#include "crypto/seal.h"
#include "crypto/sign.h"
#include "exchange/code_file.h"
#include "exchange/package.h"
#include "flows/clinic/desk_messages.h"
#include "flows/clinic/permission_use.h"
#include "flows/patient/deliver.h"
#include "ledger/actions/register_organisation.h"
#include "ledger/receipt.h"
#include "records/resource.h"
#include "terms/shown_name.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <fstream>

namespace apricot::cli {
namespace {

RecordRow rowOf(const Record &record) {
    RecordRow out;
    out.kind = record.kind;
    out.dateText = record.date.text;
    out.title = record.title;
    out.value = record.value;
    out.unit = record.unit;
    return out;
}

Result<> clinicCreate(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(name, arguments.needed("--name"));
    APRICOT_TRY_ASSIGN(file, arguments.word(0, "REQUEST"));
    APRICOT_TRY(checkChosenFile(file, arguments.replace()));
    APRICOT_TRY_ASSIGN(clearance, arguments.number("--clearance", 3, 1, 5));
    const std::string purposes =
        arguments.value("--purposes", "treatment,emergency,second-opinion,referral");
    std::vector<Purpose> allowed;
    for (const std::string &purpose : splitList(purposes)) {
        APRICOT_TRY_ASSIGN(named, purposeNamed(purpose));
        allowed.push_back(named);
    }
    std::uint16_t roles = 0;
    for (const std::string &item : splitList(arguments.value("--role", "provider"))) {
        APRICOT_TRY_ASSIGN(role, roleIn(item));
        roles = static_cast<std::uint16_t>(roles | bitOf(role));
    }
    if (roles == 0) return isNone("ROLE", arguments.value("--role"));
    APRICOT_TRY_ASSIGN(tier, arguments.number("--tier", 0, 0, highestTier));
    const std::string desks = arguments.value("--desk", "own");
    Organisation draft; // looked at before anything is made
    draft.name = name;
    draft.roles = roles;
    draft.tier = static_cast<std::uint8_t>(tier);
    draft.clearance = static_cast<std::uint8_t>(clearance);
    APRICOT_TRY_ASSIGN(drafted, desksIn(desks, VerifyKey{}, draft.clearance));
    draft.desks = std::move(drafted);
    if (name.size() > longestName)
        return Arguments::unclear(
            //: An unclear command; %1 is an option, %2 a number
            say(QT_TRANSLATE_NOOP("cli", "%1 takes at most %2 bytes, of which a Chinese character "
                                         "has three"),
                {"--name", std::to_string(longestName)}));
    if (complaintAbout(draft))
        //: An unclear command: a clinic as it was described
        return Arguments::unclear(
            say(QT_TRANSLATE_NOOP("cli", "The ledger would not register such a clinic")));
    std::optional<OrganisationId> standing;
    if (arguments.has("--again")) {
        APRICOT_TRY_ASSIGN(number, fixedFromHex<OrganisationId>(arguments.value("--again")));
        standing = number;
    }
    APRICOT_TRY(checkNewName(name));
    std::string id;
    APRICOT_TRY(stage.createVault(Wallet::create(stage.random), [&](Vault &vault) -> Result<> {
        APRICOT_TRY_ASSIGN(clinic, makeDesk(vault, name, static_cast<std::uint8_t>(clearance),
                                            std::move(allowed), stage.random, standing));
        clinic.roles = roles;
        clinic.tier = static_cast<std::uint8_t>(tier);
        APRICOT_TRY_ASSIGN(all, desksIn(desks, clinic.desks.front().key, clinic.clearance));
        clinic.desks = std::move(all);
        id = toHex(clinic.id.view());
        return writeChosenFile(file, encode(clinic), arguments.replace());
    }));
    //: A clinic made its keys; %1 is a file, %2 the clinic's number
    output.line(say(
        QT_TRANSLATE_NOOP(
            "cli", "Give %1 to the ledger's administrator. It holds no secret. Your number: %2"),
        {file, id}));
    output.json = {{QStringLiteral("organisation"), utf8(id)}};
    return {};
}

// Of a copy: the desk that the backup is of keeps its key and the administrator's.
Result<> deskCreate(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(file, arguments.word(0, "BACKUP"));
    APRICOT_TRY_ASSIGN(vault, arguments.needed("--vault"));
    APRICOT_TRY_ASSIGN(passphrase, stage.passphrases.ask(
                                       say(QT_TRANSLATE_NOOP("cli", "Passphrase of the backup"))));
    APRICOT_TRY_ASSIGN(made, makeSecondDesk(file, vault, passphrase, stage.random, stage.clock));
    const std::string key = toHex(made.view());
    //: A second desk of a clinic made its key; %1 is the key
    output.line(
        say(QT_TRANSLATE_NOOP("cli", "This desk's key: %1. At the first desk, list it beside "
                                     "the others: apricotctl clinic-keys."),
            {key}));
    output.json = {{QStringLiteral("desk"), utf8(key)}};
    return {};
}

void describe(const Inspection &seen, Output &output) {
    output.text(inOwnLanguage(seen.words.english, seen.words.chinese));
    output.json = {{QStringLiteral("audience"), utf8(seen.audience.name)},
                   {QStringLiteral("english"), utf8(seen.words.english)},
                   {QStringLiteral("chinese"), utf8(seen.words.chinese)},
                   {QStringLiteral("expiry"), utf8(toRfc3339(seen.grant.open.expiry))},
                   {QStringLiteral("uses"), static_cast<qint64>(seen.grant.open.uses)},
                   {QStringLiteral("grant"), utf8(toHex(seen.grant.open.id.view()))}};
}

Result<> scan(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(word, arguments.word(0, "PICTURE"));
    APRICOT_TRY_ASSIGN(code, codeIn(word, grantPrefix));
    APRICOT_TRY(stage.openLedger());
    APRICOT_TRY_ASSIGN(seen, inspect(code, stage.ledger()));
    const UnixTime expiry = seen.grant.open.expiry;
    if (stage.clock.now() >= expiry)
        //: A permission's code was scanned, too late; %1 is a time
        output.line(say(QT_TRANSLATE_NOOP("cli", "It ran out at %1: nobody can open it any more. "
                                                 "Ask for a new one. It said:"),
                        {localTime(expiry)}));
    describe(seen, output);
    output.json[QStringLiteral("text")] = utf8(code);
    return {};
}

// Whether records are written under this name into a folder.
bool isNumbered(const std::filesystem::path &file) {
    const std::string stem = file.stem().string();
    return file.extension() == ".json" && !stem.empty()
           && stem.find_first_not_of("0123456789") == std::string::npos;
}

// Where a receipt and records go, begun before a use is spent, so that it is known that they can
// be written. What was begun in vain goes again.
class Places {
  public:
    static Result<> check(const Arguments &arguments) {
        if (arguments.has("--receipt"))
            APRICOT_TRY(checkChosenFile(arguments.value("--receipt"), arguments.replace()));
        if (arguments.has("--out"))
            APRICOT_TRY(checkChosenFile(std::filesystem::path(arguments.value("--out")) / "1.json",
                                        arguments.replace()));
        return {};
    }
    Places() = default;
    Places(const Places &) = delete;
    Places &operator=(const Places &) = delete;
    ~Places() {
        m_receipt.reset();
        std::error_code ignored; // one that holds something stays
        for (auto made = m_made.rbegin(); made != m_made.rend(); ++made)
            std::filesystem::remove(*made, ignored);
    }
    Result<> begin(const Arguments &arguments) {
        APRICOT_TRY(check(arguments));
        if (arguments.has("--out")) APRICOT_TRY(beginFolder(arguments));
        if (!arguments.has("--receipt")) return {};
        const std::filesystem::path file = arguments.value("--receipt");
        std::error_code ignored;
        const auto beside = std::filesystem::absolute(file, ignored).parent_path();
        if (arguments.has("--out") && isNumbered(file)
            && std::filesystem::equivalent(beside, arguments.value("--out"), ignored))
            //: An unclear command; both are options
            return Arguments::unclear(
                say(QT_TRANSLATE_NOOP("cli", "--receipt names a file that --out writes")));
        APRICOT_TRY_ASSIGN(begun, ChosenFile::begin(file, arguments.replace()));
        m_receipt.emplace(std::move(begun));
        return {};
    }
    Result<> write(const ProvenAnswer &receipt) {
        if (!m_receipt) return {};
        const Bytes content = encodeAnswer(receipt);
        std::ofstream out(m_receipt->path(), std::ios::binary);
        out.write(textOf(content).data(), static_cast<std::streamsize>(content.size()));
        out.close();
        if (!out) return fileUnwritable(m_receipt->path(), "cannot be written to");
        return m_receipt->finish();
    }

  private:
    // How many records there are is not known yet.
    Result<> beginFolder(const Arguments &arguments) {
        namespace fs = std::filesystem;
        std::error_code error;
        const fs::path folder = fs::absolute(arguments.value("--out"), error);
        for (fs::path at = folder; !fs::exists(at, error) && at != at.parent_path();
             at = at.parent_path())
            m_made.insert(m_made.begin(), at);
        error.clear();
        fs::create_directories(folder, error);
        if (!fs::is_directory(folder, error))
            return fileUnwritable(folder, error ? error.message() : "no folder");
        for (auto at = fs::directory_iterator(folder, error);
             !error && at != fs::directory_iterator(); at.increment(error))
            if (isNumbered(at->path()))
                APRICOT_TRY(checkChosenFile(at->path(), arguments.replace()));
        APRICOT_TRY(ChosenFile::begin(folder / "1.json", arguments.replace()));
        return {};
    }
    std::optional<ChosenFile> m_receipt;
    std::vector<std::filesystem::path> m_made; // folders, outermost first
};

// Shows, and with --out writes, what a package held.
Result<> tell(const std::vector<std::string> &resources, const Arguments &arguments,
              Output &output) {
    const std::filesystem::path folder = arguments.value("--out");
    QJsonArray all;
    for (std::size_t i = 0; i < resources.size(); ++i) {
        APRICOT_TRY_ASSIGN(record, readResource(resources[i]));
        output.line("  " + inWords(rowOf(record)));
        all.append(utf8(resources[i]));
        if (!folder.empty())
            APRICOT_TRY(writeChosenFile(folder / (std::to_string(i + 1) + ".json"),
                                        viewOf(resources[i]), arguments.replace()));
    }
    //: A clinic opened a package; %1 is the number of records
    output.line(
        say(QT_TRANSLATE_NOOP("cli", "Opened: %1 records."), {std::to_string(resources.size())}));
    output.json[QStringLiteral("resources")] = all;
    return {};
}

struct Counter {
    explicit Counter(const Arguments &arguments) : stage(arguments) {}
    Stage stage;
    Desk desk;
    Inspection seen;
    Bytes beside; // the package, when it came with the code
    Places places;
};

// That was used here before, or that a patient sent (desk-inbox). VisitOver: neither.
Result<std::string> codeNumbered(const GrantId &number, Stage &stage, const Desk &desk) {
    auto kept = keptCode(stage.vault(), toHex(number.view()));
    if (kept || kept.error().code != ErrorCode::VisitOver) return kept;
    APRICOT_TRY_ASSIGN(messages, fetchDesk(desk, stage.ledger(), stage.mailbox()));
    for (const DeskMessage &message : messages) {
        if (message.declined) continue;
        APRICOT_TRY_ASSIGN(signedGrant, grantFromText(message.code));
        APRICOT_TRY_ASSIGN(grant, verifyGrant(signedGrant));
        if (grant.open.id == number) return message.code;
    }
    return kept;
}

Result<std::unique_ptr<Counter>> counterWith(const Arguments &arguments) {
    APRICOT_TRY_ASSIGN(word, arguments.word(0, "PICTURE"));
    APRICOT_TRY(Places::check(arguments));
    const auto number = fixedFromHex<GrantId>(word);
    std::string code;
    if (!number) {
        APRICOT_TRY_ASSIGN(read, codeIn(word, grantPrefix));
        code = std::move(read);
    }
    auto out = std::make_unique<Counter>(arguments);
    if (arguments.has("--package")) {
        APRICOT_TRY_ASSIGN(
            package, readFile(arguments.value("--package"), largestPackage + largestPackage / 4));
        out->beside = std::move(package);
    }
    APRICOT_TRY(out->stage.openVault());
    APRICOT_TRY(out->stage.openMailbox());
    APRICOT_TRY_ASSIGN(desk, out->stage.desk());
    if (number) {
        APRICOT_TRY_ASSIGN(known, codeNumbered(*number, out->stage, desk));
        code = std::move(known);
    }
    APRICOT_TRY_ASSIGN(seen, inspect(code, out->stage.ledger()));
    // Another's is refused before anything is asked.
    if (arguments.has("--package"))
        APRICOT_TRY(sharesOf(out->beside, seen.grant.closed.packageHash));
    out->desk = std::move(desk);
    out->seen = std::move(seen);
    APRICOT_TRY(out->places.begin(arguments)); // before a use of the permission is spent
    return out;
}

Result<> openCode(Counter &counter, const Arguments &arguments, Output &output) {
    Stage &stage = counter.stage;
    Destination to{Place::Output, {}};
    if (arguments.has("--out")) {
        std::error_code error;
        const auto folder = std::filesystem::absolute(arguments.value("--out"), error);
        to = {Place::Files, error ? arguments.value("--out") : folder.string()};
    }
    APRICOT_TRY_ASSIGN(resources, openAtDesk(stage.vault(), counter.seen, counter.desk, {}, to,
                                             stage.mailbox(), stage.clock, stage.random,
                                             std::move(counter.beside)));
    describe(counter.seen, output);
    return tell(resources, arguments, output);
}

Result<> redeemCode(const Arguments &arguments, Output &output) {
    APRICOT_TRY_ASSIGN(counter, counterWith(arguments));
    Stage &stage = counter->stage;
    APRICOT_TRY_ASSIGN(spent, spendUse(stage.vault(), counter->seen, counter->desk, {},
                                       stage.ledger(), stage.mailbox(), stage.clock, stage.random,
                                       std::move(counter->beside)));
    counter->beside = std::move(spent.package);
    APRICOT_TRY(counter->places.write(spent.receipt));
    return openCode(*counter, arguments, output);
}

Result<> openAgain(const Arguments &arguments, Output &output) {
    APRICOT_TRY_ASSIGN(counter, counterWith(arguments));
    return openCode(*counter, arguments, output);
}

} // namespace

Result<std::string> codeIn(const std::string &word, std::string_view prefix) {
    if (word.starts_with(prefix)) return word;
    return codeInFile(word, prefix);
}

std::span<const Verb> clinicVerbs() {
    static const std::vector<Verb> verbs = {
        {"clinic-create",
         For::Clinic,
         "--vault FILE --name NAME [--again CLINIC] [--clearance 1..5] [--purposes "
         "PURPOSE,PURPOSE]\n"
         "      [--role ROLE,ROLE] [--tier 0..3] [--desk own|KEY[:PROFESSION[:LEVEL]],...] "
         "[--replace] [--json] REQUEST",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "make a clinic's keys and its request to be registered"),
         {"--vault=", "--passphrase-fd=", "--name=", "--again=", "--clearance=", "--purposes=",
          "--role=", "--tier=", "--desk=", "--replace", "--json"},
         clinicCreate},
        {"desk-create",
         For::Clinic,
         "--vault FILE [--json] BACKUP",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli",
                           "make the vault of a clinic's further desk from a backup of its first "
                           "one's, with a key of its own"),
         {"--vault=", "--passphrase-fd=", "--json"},
         deskCreate},
        {"scan",
         For::Clinic,
         "--ledger DIR|FILE [--json] PICTURE|CODE",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "read a patient's code: who, what, why, until when"),
         {"--ledger=", "--json"},
         scan},
        {"redeem",
         For::Clinic,
         "--vault FILE --ledger DIR|FILE [--mailbox DIR] [--package FILE] [--out DIR]\n"
         "      [--receipt FILE] [--replace] [--json] "
         "PICTURE|CODE|GRANT",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "redeem a patient's code and open the records; --out writes "
                                  "them, unencrypted, to a folder"),
         {"--vault=", "--passphrase-fd=", "--ledger=", "--mailbox=", "--package=", "--out=",
          "--receipt=", "--replace", "--json"},
         redeemCode},
        {"open",
         For::Clinic,
         "--vault FILE --ledger DIR|FILE [--mailbox DIR] [--package FILE] [--out DIR]\n"
         "      [--replace] [--json] PICTURE|CODE|GRANT",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli",
                           "open the records of a code that this clinic has redeemed before"),
         {"--vault=", "--passphrase-fd=", "--ledger=", "--mailbox=", "--package=", "--out=",
          "--replace", "--json"},
         openAgain},
    };
    return verbs;
}

} // namespace apricot::cli
