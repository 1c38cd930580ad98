// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stage.h"
#include "cli/verb.h"
#include "flows/patient/import_records.h"
#include "flows/shared/export_records.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cstdio>

namespace apricot::cli {
namespace {

Result<> import(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(file, arguments.word(0, "RECORDS-FILE"));
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY_ASSIGN(report, importRecords(stage.vault(), file, arguments.value("--person"),
                                             progressOnTerminal(output)));
    //: Report of an import; %1 new, %2 already there, %3 newer versions, %4 refused
    output.line(
        say(QT_TRANSLATE_NOOP(
                "cli", "%1 records came in, %2 were there already, %3 replaced an older version, "
                       "%4 could not be taken."),
            {std::to_string(report.added), std::to_string(report.unchanged + report.older),
             std::to_string(report.newer), std::to_string(report.read.rejected.size())}));
    QJsonArray rejected;
    for (const Rejected &r : report.read.rejected) {
        output.line("  " + r.place + ": " + inWords(r.error));
        rejected.append(QJsonObject{{QStringLiteral("place"), utf8(r.place)},
                                    {QStringLiteral("error"), utf8(nameOf(r.error.code))},
                                    {QStringLiteral("reason"), utf8(inWords(r.error))}});
    }
    output.json = {{QStringLiteral("form"), utf8(report.read.form)},
                   {QStringLiteral("added"), static_cast<qint64>(report.added)},
                   {QStringLiteral("unchanged"), static_cast<qint64>(report.unchanged)},
                   {QStringLiteral("newer"), static_cast<qint64>(report.newer)},
                   {QStringLiteral("older"), static_cast<qint64>(report.older)},
                   {QStringLiteral("rejected"), rejected}};
    return {};
}

Result<> listWith(const Arguments &arguments, Output &output, std::string words) {
    Stage stage(arguments);
    Filter filter;
    APRICOT_TRY_ASSIGN(kinds, arguments.kinds());
    APRICOT_TRY_ASSIGN(from, arguments.date("--from"));
    APRICOT_TRY_ASSIGN(until, arguments.date("--until"));
    APRICOT_TRY_ASSIGN(limit, arguments.number("--limit", 50, 1, 1'000'000));
    APRICOT_TRY_ASSIGN(level, arguments.number("--level", 5, 1, 5));
    filter.kinds = kinds;
    filter.from = from;
    filter.until = until;
    filter.maxLevel = static_cast<std::uint8_t>(level);
    filter.text = std::move(words);
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY_ASSIGN(
        rows, stage.vault().list(filter, {static_cast<std::uint32_t>(limit), std::nullopt}));
    QJsonArray records;
    for (const RecordRow &row : rows) {
        output.line(toHex(row.id.view()) + "  " + inWords(row));
        records.append(QJsonObject{{QStringLiteral("id"), utf8(toHex(row.id.view()))},
                                   {QStringLiteral("type"), utf8(row.type)},
                                   {QStringLiteral("logicalId"), utf8(row.logicalId)},
                                   {QStringLiteral("kind"), utf8(nameOf(row.kind))},
                                   {QStringLiteral("level"), row.level},
                                   {QStringLiteral("date"), utf8(row.dateText)},
                                   {QStringLiteral("title"), utf8(row.title)},
                                   {QStringLiteral("value"), utf8(row.value)},
                                   {QStringLiteral("unit"), utf8(row.unit)}});
    }
    //: Under an empty list of records
    if (rows.empty()) output.line(say(QT_TRANSLATE_NOOP("cli", "No record fits.")));
    output.json = {{QStringLiteral("records"), records}};
    return {};
}

Result<> list(const Arguments &arguments, Output &output) {
    return listWith(arguments, output, {});
}

Result<> search(const Arguments &arguments, Output &output) {
    APRICOT_TRY_ASSIGN(words, arguments.word(0, "WORDS"));
    return listWith(arguments, output, words);
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

Result<> exportFile(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(file, arguments.word(0, "FILE"));
    APRICOT_TRY(checkChosenFile(file, arguments.replace()));
    APRICOT_TRY_ASSIGN(number, arguments.number("--source", 0, 1, 1'000'000'000));
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY_ASSIGN(bundle, number > 0 ? exportSource(stage.vault(), number)
                                          : exportAll(stage.vault(), progressOnTerminal(output)));
    APRICOT_TRY(writeChosenFile(file, viewOf(bundle), arguments.replace()));
    //: Records were written to a file; %1 is the file
    output.line(say(QT_TRANSLATE_NOOP("cli", "Written to %1. It is not encrypted: whoever has the "
                                             "file can read it."),
                    {file}));
    return {};
}

Result<> level(const Arguments &arguments, Output &) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(word, arguments.word(0, "ID"));
    APRICOT_TRY_ASSIGN(id, fixedFromHex<RecordId>(word));
    APRICOT_TRY(arguments.needed("--to"));
    APRICOT_TRY_ASSIGN(to, arguments.number("--to", 1, 1, 5));
    APRICOT_TRY(stage.openVault());
    return stage.vault().setLevel(id, static_cast<std::uint8_t>(to));
}

} // namespace

std::span<const Verb> recordVerbs() {
    static const std::vector<Verb> verbs = {
        {"import",
         For::Patient,
         "--vault FILE [--person ID] [--json] RECORDS-FILE",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "bring FHIR records into the vault"),
         {"--vault=", "--passphrase-fd=", "--person=", "--json"},
         import},
        {"list",
         For::Patient,
         "--vault FILE [--kinds KIND,KIND] [--from DATE] [--until DATE] [--level 1..5] [--limit N] "
         "[--json]",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "list records, newest first"),
         {"--vault=", "--passphrase-fd=", "--kinds=", "--from=", "--until=", "--level=", "--limit=",
          "--json"},
         list},
        {"search",
         For::Patient,
         "--vault FILE [--kinds KIND,KIND] [--from DATE] [--until DATE] [--level 1..5] [--limit N] "
         "[--json] WORDS",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "find records by words, in Chinese and English"),
         {"--vault=", "--passphrase-fd=", "--kinds=", "--from=", "--until=", "--level=", "--limit=",
          "--json"},
         search},
        {"show",
         For::Patient,
         "--vault FILE ID",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "print one record, byte for byte as it was imported"),
         {"--vault=", "--passphrase-fd="},
         show},
        {"export",
         For::Patient,
         "--vault FILE [--source NUMBER] [--replace] FILE",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "write all records as one FHIR bundle, or an imported file as it "
                                  "came (see unlock for its number)"),
         {"--vault=", "--passphrase-fd=", "--source=", "--replace"},
         exportFile},
        {"level",
         For::Patient,
         "--vault FILE --to 1..5 ID",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "decide how sensitive a record is: 1 harmless, 5 most private"),
         {"--vault=", "--passphrase-fd=", "--to="},
         level},
    };
    return verbs;
}

} // namespace apricot::cli
