// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/event_words.h"
#include "cli/stage.h"
#include "cli/verb.h"
#include "wallet/word_list.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cstdio>
#include <unistd.h>

namespace apricot::cli {
namespace {

Result<> create(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY(stage.createVault(Wallet::create(stage.random)));
    //: The command line program made a vault; %1 is its file
    output.line(
        say(QT_TRANSLATE_NOOP(
                "cli", "Made the vault %1. Write down its recovery words: apricotctl phrase."),
            {arguments.value("--vault")}));
    return {};
}

Result<> recover(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    //: Prompt of the command line program
    APRICOT_TRY_ASSIGN(words, stage.passphrases.ask(say(
                                  QT_TRANSLATE_NOOP("cli", "The 24 words, English or Chinese"))));
    const std::string_view phrase = textOf(words.view());
    APRICOT_TRY_ASSIGN(list, loadWordList(wordLanguageOf(phrase)));
    APRICOT_TRY_ASSIGN(wallet, Wallet::fromPhrase(phrase, list));
    APRICOT_TRY(stage.createVault(wallet));
    //: A vault was made from recovery words; %1 is its file
    output.line(
        say(QT_TRANSLATE_NOOP("cli", "Made the vault %1 with your keys. The words bring back "
                                     "keys, not records: restore a backup for those."),
            {arguments.value("--vault")}));
    return {};
}

Result<> unlock(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY(stage.openVault());
    Vault &vault = stage.vault();
    APRICOT_TRY(vault.checkIntegrity());
    APRICOT_TRY(vault.verifyLog());
    APRICOT_TRY_ASSIGN(records, vault.count({}));
    APRICOT_TRY_ASSIGN(sources, vault.sources());
    //: A vault was opened and checked; %1 is the number of records
    output.line(say(QT_TRANSLATE_NOOP("cli", "The vault is whole. It holds %1 records."),
                    {std::to_string(records)}));
    QJsonArray files;
    for (const Vault::Source &source : sources) {
        //: A line for each imported file; %1 its number, %2 its name, %3 when it came in
        output.line(say(QT_TRANSLATE_NOOP("cli", "  imported file %1: %2, %3"),
                        {std::to_string(source.number), source.name, localTime(source.imported)}));
        files.append(QJsonObject{{QStringLiteral("number"), static_cast<qint64>(source.number)},
                                 {QStringLiteral("name"), utf8(source.name)},
                                 {QStringLiteral("imported"), utf8(toRfc3339(source.imported))}});
    }
    output.json = {{QStringLiteral("records"), static_cast<qint64>(records)},
                   {QStringLiteral("sources"), files}};
    return {};
}

Result<> backup(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(file, arguments.word(0, "BACKUP"));
    APRICOT_TRY(checkChosenFile(file, arguments.replace()));
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY(stage.vault().backup(file, progressOnTerminal(output), arguments.replace()));
    //: A backup was written; %1 is its file
    output.line(say(
        QT_TRANSLATE_NOOP("cli", "Backed up to %1 and checked. It opens with the same passphrase."),
        {file}));
    return {};
}

Result<> restore(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(file, arguments.word(0, "BACKUP"));
    APRICOT_TRY_ASSIGN(vault, arguments.needed("--vault"));
    //: Prompt of the command line program
    APRICOT_TRY_ASSIGN(passphrase, stage.passphrases.ask(
                                       say(QT_TRANSLATE_NOOP("cli", "Passphrase of the backup"))));
    APRICOT_TRY(Vault::restore(file, vault, passphrase));
    //: A vault was restored; %1 is its file
    output.line(say(QT_TRANSLATE_NOOP("cli", "Restored to %1."), {vault}));
    return {};
}

// For whoever writes them down: numbered, four a line.
void printNumbered(std::string_view words) {
    for (int number = 1; !words.empty(); ++number) {
        const std::size_t end = std::min(words.find(' '), words.size());
        std::printf("%2d. ", number);
        std::fwrite(words.data(), 1, end, stdout);
        std::fputs(number % 4 == 0 ? "\n" : "  ", stdout);
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

// In the language that is spoken; the other one's words bring back the same keys. A script gets
// them as one line.
Result<> phrase(const Arguments &arguments, Output &) {
    Stage stage(arguments);
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY_ASSIGN(wallet, stage.wallet());
    const auto language = speaksChinese() ? WordLanguage::Chinese : WordLanguage::English;
    APRICOT_TRY_ASSIGN(list, loadWordList(language));
    const SecretBytes words = wallet.phrase(list);
    if (isatty(STDOUT_FILENO) == 1) {
        printNumbered(textOf(words.view()));
        return {};
    }
    std::fwrite(words.view().data(), 1, words.size(), stdout);
    std::fputc('\n', stdout);
    return {};
}

Result<> changePassphrase(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(file, arguments.needed("--vault"));
    //: Prompt of the command line program
    APRICOT_TRY_ASSIGN(old,
                       stage.passphrases.ask(say(QT_TRANSLATE_NOOP("cli", "Passphrase so far"))));
    APRICOT_TRY_ASSIGN(vault, Vault::open(file, old, stage.random, stage.clock));
    //: Prompt of the command line program
    APRICOT_TRY_ASSIGN(now,
                       stage.passphrases.askNew(say(QT_TRANSLATE_NOOP("cli", "New passphrase"))));
    APRICOT_TRY(vault->changePassphrase(old, now, passwordCostHere()));
    //: The passphrase was changed
    output.line(say(QT_TRANSLATE_NOOP("cli", "The passphrase is changed.")));
    return {};
}

Result<> events(const Arguments &arguments, Output &output) {
    Stage stage(arguments);
    APRICOT_TRY_ASSIGN(limit, arguments.number("--limit", 50, 1, 100000));
    APRICOT_TRY(stage.openVault());
    APRICOT_TRY(stage.vault().verifyLog());
    APRICOT_TRY_ASSIGN(entries,
                       stage.vault().log({static_cast<std::uint32_t>(limit), std::nullopt}));
    QJsonArray all;
    for (const LogEntry &entry : entries) {
        output.line(localTime(entry.time) + "  " + inWords(entry, stage.vault()));
        all.append(QJsonObject{{QStringLiteral("number"), static_cast<qint64>(entry.number)},
                               {QStringLiteral("time"), utf8(toRfc3339(entry.time))},
                               {QStringLiteral("kind"), utf8(entry.kind)},
                               {QStringLiteral("body"), utf8(entry.body)},
                               {QStringLiteral("hash"), utf8(toHex(entry.hash.view()))}});
    }
    //: What a vault has noted
    if (entries.empty()) output.line(say(QT_TRANSLATE_NOOP("cli", "Nothing is noted yet.")));
    output.json = {{QStringLiteral("events"), all}};
    return {};
}

} // namespace

std::span<const Verb> vaultVerbs() {
    static const std::vector<Verb> verbs = {
        {"create",
         For::Anybody,
         "--vault FILE",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "make an encrypted vault"),
         {"--vault=", "--passphrase-fd="},
         create},
        {"recover",
         For::Anybody,
         "--vault FILE",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "make a vault with the keys that 24 recovery words stand for"),
         {"--vault=", "--passphrase-fd="},
         recover},
        {"unlock",
         For::Anybody,
         "--vault FILE [--json]",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "open a vault, check all of it, say what it holds"),
         {"--vault=", "--passphrase-fd=", "--json"},
         unlock},
        {"backup",
         For::Anybody,
         "--vault FILE [--replace] BACKUP",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "write the vault to one encrypted file, and check it"),
         {"--vault=", "--passphrase-fd=", "--replace"},
         backup},
        {"restore",
         For::Anybody,
         "--vault FILE BACKUP",
         1,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "make a vault from a backup"),
         {"--vault=", "--passphrase-fd="},
         restore},
        {"phrase",
         For::Anybody,
         "--vault FILE",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "show the 24 recovery words"),
         {"--vault=", "--passphrase-fd="},
         phrase},
        {"passphrase",
         For::Anybody,
         "--vault FILE",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "change the passphrase"),
         {"--vault=", "--passphrase-fd="},
         changePassphrase},
        {"events",
         For::Anybody,
         "--vault FILE [--limit N] [--json]",
         0,
         //: Help of a verb
         QT_TRANSLATE_NOOP("cli", "show what this vault has noted of what it did, newest first"),
         {"--vault=", "--passphrase-fd=", "--limit=", "--json"},
         events},
    };
    return verbs;
}

} // namespace apricot::cli
