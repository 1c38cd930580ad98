// SPDX-License-Identifier: GPL-3.0-or-later
// apricotctl: all of Apricot's use cases from the command line, for people and scripts.
#include "cli/verb.h"
#include "crypto/crypto.h"

#include <QCoreApplication>

#include <cstdio>

namespace apricot::cli {
namespace {

std::vector<const Verb *> allVerbs() {
    std::vector<const Verb *> out;
    for (const auto verbs : {vaultVerbs(), shareVerbs(), clinicVerbs(), ledgerVerbs()})
        for (const Verb &verb : verbs) out.push_back(&verb);
    return out;
}

void printHelp() {
    //: First line of the command line program's help
    std::printf("%s\n\n",
                say(QT_TRANSLATE_NOOP("cli", "apricotctl VERB ...: carry your health record, and "
                                             "decide who reads it."))
                    .c_str());
    for (const Verb *verb : allVerbs())
        std::printf("  %-17s %s\n", verb->name, say(verb->help).c_str());
    //: Last lines of the command line program's help
    std::printf(
        "\n%s\n",
        say(QT_TRANSLATE_NOOP(
                "cli", "apricotctl VERB --help says what a verb takes. Passphrases are asked "
                       "for, or come from --passphrase-fd N.\nExit status: 0 done, 1 refused, "
                       "2 command not understood, 3 bad input, 4 file, vault or memory."))
            .c_str());
}

int runVerb(const Verb &verb, std::span<const std::string> words) {
    if (std::ranges::find(words, std::string("--help")) != words.end()) {
        std::printf("apricotctl %s %s\n\n%s\n", verb.name, verb.usage, say(verb.help).c_str());
        return Done;
    }
    const auto arguments = Arguments::parse(words, verb.options);
    if (!arguments) return report(arguments.error());
    Output output(arguments->has("--json"));
    const auto done = verb.run(*arguments, output);
    if (!done) return report(done.error());
    output.finish();
    return Done;
}

int run(std::span<const std::string> words) {
    if (const auto started = startCrypto(); !started) return report(started.error());
    if (words.empty() || words[0] == "--help" || words[0] == "help") {
        printHelp();
        return words.empty() ? Usage : Done;
    }
    for (const Verb *verb : allVerbs())
        if (words[0] == verb->name) return runVerb(*verb, words.subspan(1));
    return report(Arguments::unclear("no verb " + words[0]));
}

} // namespace
} // namespace apricot::cli

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    const std::vector<std::string> words(argv + 1, argv + argc);
    return apricot::cli::run(words);
}
