// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "cli/stage.h"
#include "cli/verb.h"
#include "flows/import_records.h"
#include "wallet/word_list.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cstdio>

namespace apricot::cli {
namespace {

QString q(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Result<> create(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY(stage.createVault());
    //: The command line program made a vault; %1 is its file
    output.line(
        say(QT_TRANSLATE_NOOP(
                "cli", "Made the vault %1. Write down its recovery words: apricotctl phrase."),
            {arguments.value("--vault")}));
    return {};
}

Result<> import(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(file, arguments.word(0, "FILE"));
    APRICOT_TRY(stage.openVault());
    const bool show = !output.isJson();
    APRICOT_TRY_ASSIGN(
        report, importRecords(stage.vault(), file, arguments.value("--person"),
                              [show, last = std::uint64_t{101}](auto done, auto total) mutable {
                                  const std::uint64_t percent = total ? done * 100 / total : 0;
                                  if (show && percent != last)
                                      std::fprintf(stderr, "\r%3d %%", static_cast<int>(percent));
                                  last = percent;
                                  return true;
                              }));
    if (show) std::fprintf(stderr, "\r     \r");
    //: Report of an import; %1 new, %2 already there, %3 newer versions, %4 refused
    output.line(
        say(QT_TRANSLATE_NOOP(
                "cli", "%1 records came in, %2 were there already, %3 replaced an older version, "
                       "%4 could not be taken."),
            {std::to_string(report.added), std::to_string(report.unchanged),
             std::to_string(report.newer), std::to_string(report.read.rejected.size())}));
    QJsonArray rejected;
    for (const Rejected &r : report.read.rejected) {
        output.line("  " + r.place + ": " + say(std::string(whatHappened(r.error.code)).c_str()));
        rejected.append(QJsonObject{{QStringLiteral("place"), q(r.place)},
                                    {QStringLiteral("error"), q(nameOf(r.error.code))}});
    }
    output.json = {{QStringLiteral("form"), q(report.read.form)},
                   {QStringLiteral("added"), static_cast<qint64>(report.added)},
                   {QStringLiteral("unchanged"), static_cast<qint64>(report.unchanged)},
                   {QStringLiteral("newer"), static_cast<qint64>(report.newer)},
                   {QStringLiteral("rejected"), rejected}};
    return {};
}

Result<> list(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    Filter filter;
    for (const std::string &name : splitList(arguments.value("--kinds"))) {
        const auto kind = kindNamed(name);
        if (!kind) return Arguments::unclear("no kind " + name);
        filter.kinds =
            static_cast<std::uint16_t>(filter.kinds | 1U << (static_cast<unsigned>(*kind) - 1U));
    }
    APRICOT_TRY_ASSIGN(from, arguments.date("--from"));
    APRICOT_TRY_ASSIGN(until, arguments.date("--until"));
    APRICOT_TRY_ASSIGN(limit, arguments.number("--limit", 50, 1, 100000));
    filter.from = from;
    filter.until = until;
    filter.text = arguments.value("--text");
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY_ASSIGN(
        rows, stage.vault().list(filter, {static_cast<std::uint32_t>(limit), std::nullopt}));
    QJsonArray records;
    for (const RecordRow &row : rows) {
        output.line(toHex(row.id.view()).substr(0, 32) + "  "
                    + (row.dateText.empty() ? "-" : row.dateText) + "  "
                    + std::string(nameOf(row.kind)) + "  " + row.title + "  " + row.value + " "
                    + row.unit);
        records.append(QJsonObject{{QStringLiteral("id"), q(toHex(row.id.view()))},
                                   {QStringLiteral("type"), q(row.type)},
                                   {QStringLiteral("logicalId"), q(row.logicalId)},
                                   {QStringLiteral("kind"), q(nameOf(row.kind))},
                                   {QStringLiteral("level"), row.level},
                                   {QStringLiteral("date"), q(row.dateText)},
                                   {QStringLiteral("title"), q(row.title)},
                                   {QStringLiteral("value"), q(row.value)},
                                   {QStringLiteral("unit"), q(row.unit)}});
    }
    output.json = {{QStringLiteral("records"), records}};
    return {};
}

Result<> show(const Arguments &arguments, Output &) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(word, arguments.word(0, "ID"));
    APRICOT_TRY_ASSIGN(id, fixedFromHex<RecordId>(word));
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY_ASSIGN(record, stage.vault().record(id));
    const std::string json = originalJson(record);
    std::fwrite(json.data(), 1, json.size(), stdout);
    return {};
}

Result<> level(const Arguments &arguments, Output &) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(word, arguments.word(0, "ID"));
    APRICOT_TRY_ASSIGN(id, fixedFromHex<RecordId>(word));
    APRICOT_TRY_ASSIGN(to, arguments.number("--to", 0, 1, 5));
    if (to == 0) return Arguments::unclear("--to is needed");
    APRICOT_TRY(stage.openVault());
    return stage.vault().setLevel(id, static_cast<std::uint8_t>(to));
}

Result<> backup(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(file, arguments.word(0, "FILE"));
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY(stage.vault().backup(file));
    //: A backup was written; %1 is its file
    output.line(say(
        QT_TRANSLATE_NOOP("cli", "Backed up to %1 and checked. It opens with the same passphrase."),
        {file}));
    return {};
}

Result<> restore(const Arguments &arguments, Output &output) {
    PassphraseSource passphrases(arguments.has("--passphrase-fd")
                                     ? std::atoi(arguments.value("--passphrase-fd").c_str())
                                     : -1);
    APRICOT_TRY_ASSIGN(file, arguments.word(0, "FILE"));
    APRICOT_TRY_ASSIGN(vault, arguments.needed("--vault"));
    //: Prompt of the command line program
    APRICOT_TRY_ASSIGN(passphrase,
                       passphrases.ask(say(QT_TRANSLATE_NOOP("cli", "Passphrase of the backup"))));
    APRICOT_TRY(Vault::restore(file, vault, passphrase));
    //: A vault was restored; %1 is its file
    output.line(say(QT_TRANSLATE_NOOP("cli", "Restored to %1."), {vault}));
    return {};
}

Result<> phrase(const Arguments &arguments, Output &) {
    Stage stage(arguments);
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY_ASSIGN(wallet, stage.wallet());
    APRICOT_TRY_ASSIGN(words, loadWordList(wordListPath(WordLanguage::English)));
    const SecretBytes words24 = wallet.phrase(words);
    std::fwrite(words24.view().data(), 1, words24.size(), stdout);
    std::fputc('\n', stdout);
    return {};
}

Result<> changePassphrase(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(file, arguments.needed("--vault"));
    //: Prompt of the command line program
    APRICOT_TRY_ASSIGN(old,
                       stage.passphrases.ask(say(QT_TRANSLATE_NOOP("cli", "Passphrase so far"))));
    //: Prompt of the command line program
    APRICOT_TRY_ASSIGN(now, stage.passphrases.ask(say(QT_TRANSLATE_NOOP("cli", "New passphrase"))));
    APRICOT_TRY_ASSIGN(vault, Vault::open(file, old, stage.random, stage.clock));
    APRICOT_TRY(vault->changePassphrase(old, now, leastPasswordCost));
    //: The passphrase was changed
    output.line(say(QT_TRANSLATE_NOOP("cli", "The passphrase is changed.")));
    return {};
}

} // namespace

std::span<const Verb> vaultVerbs() {
    static const std::vector<Verb> verbs = {
        //: Help of a verb
        {"create",
         "--vault FILE",
         QT_TRANSLATE_NOOP("cli", "make an encrypted vault"),
         {"--vault=", "--passphrase-fd="},
         create},
        //: Help of a verb
        {"import",
         "--vault FILE [--person ID] [--json] FHIR-FILE",
         QT_TRANSLATE_NOOP("cli", "bring FHIR records into the vault"),
         {"--vault=", "--passphrase-fd=", "--person=", "--json"},
         import},
        //: Help of a verb
        {"list",
         "--vault FILE [--kinds a,b] [--from DATE] [--until DATE] [--text WORDS] [--limit N] "
         "[--json]",
         QT_TRANSLATE_NOOP("cli",
                           "list records, newest first; --text searches in Chinese and English"),
         {"--vault=", "--passphrase-fd=", "--kinds=", "--from=", "--until=", "--text=", "--limit=",
          "--json"},
         list},
        //: Help of a verb
        {"show",
         "--vault FILE ID",
         QT_TRANSLATE_NOOP("cli", "print one record, byte for byte as it was imported"),
         {"--vault=", "--passphrase-fd="},
         show},
        //: Help of a verb
        {"level",
         "--vault FILE --to 1..5 ID",
         QT_TRANSLATE_NOOP("cli", "decide how sensitive a record is"),
         {"--vault=", "--passphrase-fd=", "--to="},
         level},
        //: Help of a verb
        {"backup",
         "--vault FILE BACKUP",
         QT_TRANSLATE_NOOP("cli", "write the vault to one encrypted file, and check it"),
         {"--vault=", "--passphrase-fd="},
         backup},
        //: Help of a verb
        {"restore",
         "--vault FILE BACKUP",
         QT_TRANSLATE_NOOP("cli", "make a vault from a backup"),
         {"--vault=", "--passphrase-fd="},
         restore},
        //: Help of a verb
        {"phrase",
         "--vault FILE",
         QT_TRANSLATE_NOOP("cli", "show the 24 recovery words"),
         {"--vault=", "--passphrase-fd="},
         phrase},
        //: Help of a verb
        {"passphrase",
         "--vault FILE",
         QT_TRANSLATE_NOOP("cli", "change the passphrase"),
         {"--vault=", "--passphrase-fd="},
         changePassphrase},
    };
    return verbs;
}

} // namespace apricot::cli
