// SPDX-License-Identifier: GPL-3.0-or-later
// apricotctl: all of Apricot's use cases from the command line, for people and scripts.
#include "cli/options.h"
#include "cli/verb.h"
#include "crypto/crypto.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

namespace apricot::cli {
namespace {

std::vector<const Verb *> allVerbs() {
    std::vector<const Verb *> out;
    for (const auto verbs :
         {vaultVerbs(), recordVerbs(), shareVerbs(), clinicVerbs(), letterVerbs(), ledgerVerbs(),
          registerVerbs(), proposalVerbs(), consortiumVerbs(), nodeVerbs()})
        for (const Verb &verb : verbs) out.push_back(&verb);
    return out;
}

void printHelp() {
    //: First line of the command line program's help
    std::printf("%s\n\n",
                say(QT_TRANSLATE_NOOP("cli", "apricotctl VERB ...: carry your health record, and "
                                             "decide who reads it."))
                    .c_str());
    constexpr std::array headings = std::to_array<std::pair<For, const char *>>({
        //: In the command line program's help, above its verbs
        {For::Anybody, QT_TRANSLATE_NOOP("cli", "Everybody's own vault")},
        //: In the command line program's help, above its verbs
        {For::Patient, QT_TRANSLATE_NOOP("cli", "A patient: records, and who may read them")},
        //: In the command line program's help, above its verbs
        {For::Clinic, QT_TRANSLATE_NOOP("cli", "A clinic: its desks and patients' codes")},
        //: In the command line program's help, above its verbs
        {For::Reader, QT_TRANSLATE_NOOP("cli", "Whoever looks something up on the ledger")},
        //: In the command line program's help, above its verbs
        {For::Administrator,
         QT_TRANSLATE_NOOP("cli",
                           "A ledger's administrators: a clinic's own ledger, or a consortium")},
        //: In the command line program's help, above its verbs
        {For::Node, QT_TRANSLATE_NOOP("cli", "Whoever runs a node")},
    });
    for (const auto &[whom, heading] : headings) {
        std::printf("%s\n", say(heading).c_str());
        for (const Verb *verb : allVerbs())
            if (verb->whom == whom)
                std::printf("  %-17s %s\n", verb->name, say(verb->help).c_str());
        std::printf("\n");
    }
    printTerms();
    //: Last lines of the command line program's help
    std::printf(
        "\n%s\n",
        say(QT_TRANSLATE_NOOP(
                "cli",
                "apricotctl VERB --help says what a verb takes. --lang en|zh chooses the "
                "language.\n"
                "Passphrases are asked for at the terminal, or read from --passphrase-fd N, one a "
                "line.\nExit status: 0 done, 1 refused, 2 command not understood, 3 bad input, "
                "4 file, vault or memory."))
            .c_str());
}

// What was not understood, and what would have been.
int reportOf(const Verb &verb, const Error &error) {
    const int ended = report(error);
    if (error.code == ErrorCode::CommandUnclear)
        std::fprintf(stderr, "apricotctl %s %s\n", verb.name, verb.usage);
    return ended;
}

int runVerb(const Verb &verb, std::span<const std::string> words) {
    if (std::ranges::find(words, std::string("--help")) != words.end()) {
        printHelpOf(verb);
        return Done;
    }
    const auto arguments = Arguments::parse(words, verb.options, verb.words);
    if (!arguments) return reportOf(verb, arguments.error());
    Output output(arguments->has("--json"));
    const auto done = verb.run(*arguments, output);
    if (!done) return reportOf(verb, done.error());
    output.finish();
    return Done;
}

// --lang stands anywhere; else the environment's language, as far as it is spoken.
Result<std::vector<std::string>> withoutLanguage(std::vector<std::string> words) {
    const auto at = std::ranges::find_if(words, [](const std::string &word) {
        return word == "--lang" || word.starts_with("--lang=");
    });
    if (at == words.end()) {
        for (const char *variable : {"LC_ALL", "LC_MESSAGES", "LANG"})
            if (const char *language = std::getenv(variable); language && *language) {
                (void)speak(language);
                break;
            }
        return words;
    }
    const bool joined = at->size() > 6;
    if (!joined && at + 1 == words.end()) return lacksItsValue("--lang");
    const std::string language = joined ? at->substr(7) : *(at + 1);
    //: The command line program was given a language that it does not speak
    if (!speak(language))
        return Arguments::unclear(say(QT_TRANSLATE_NOOP("cli", "--lang takes en or zh")));
    words.erase(at, at + (joined ? 1 : 2));
    return words;
}

int run(std::vector<std::string> arguments) {
    if (const auto started = startCrypto(); !started) return report(started.error());
    const auto words = withoutLanguage(std::move(arguments));
    if (!words) return report(words.error());
    const bool help = words->empty() || words->front() == "--help" || words->front() == "help";
    if (help && words->size() < 2) {
        printHelp();
        return words->empty() ? Usage : Done;
    }
    const std::string &name = help ? (*words)[1] : words->front();
    for (const Verb *verb : allVerbs())
        if (name == verb->name) {
            if (!help) return runVerb(*verb, std::span(*words).subspan(1));
            printHelpOf(*verb);
            return Done;
        }
    //: The command line program was given a verb that it does not have; %1 is what was typed
    return report(Arguments::unclear(say(
        QT_TRANSLATE_NOOP("cli", "There is no verb %1; apricotctl --help lists all."), {name})));
}

} // namespace
} // namespace apricot::cli

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    return apricot::cli::run({argv + 1, argv + argc});
}
