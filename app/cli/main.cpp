// SPDX-License-Identifier: GPL-3.0-or-later
// apricotctl: all of Apricot's use cases from the command line, for people and scripts.
#include "cli/options.h"
#include "cli/verb.h"
#include "crypto/crypto.h"
#include "terms/kind.h"
#include "terms/profession.h"
#include "terms/role.h"

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
    for (const Verb *verb : allVerbs())
        std::printf("  %-17s %s\n", verb->name, say(verb->help).c_str());
    std::string kinds, purposes, roles, professions;
    for (std::uint8_t r = 1; r <= roleCount; ++r)
        roles += (r > 1 ? ", " : "") + std::string(nameOf(static_cast<Role>(r)));
    for (std::uint8_t p = 1; p <= professionCount; ++p)
        professions += (p > 1 ? ", " : "") + std::string(nameOf(static_cast<Profession>(p)));
    for (std::uint8_t k = 1; k <= kindCount; ++k)
        kinds += (k > 1 ? ", " : "") + std::string(nameOf(static_cast<Kind>(k)));
    for (std::uint8_t p = 1; p <= purposeCount; ++p)
        purposes += (p > 1 ? ", " : "") + std::string(nameOf(static_cast<Purpose>(p)));
    //: In the command line program's help; %1 and %2 are lists of words to type
    const char *words = QT_TRANSLATE_NOOP("cli", "KIND is one of %1.\nPURPOSE is one of %2.");
    std::printf("\n%s\n", say(words, {kinds, purposes}).c_str());
    //: In the command line program's help; %1 and %2 are lists of words to type
    const char *who = QT_TRANSLATE_NOOP("cli", "ROLE is one of %1.\nPROFESSION is one of %2.");
    std::printf("%s\n", say(who, {roles, professions}).c_str());
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

int runVerb(const Verb &verb, std::span<const std::string> words) {
    if (std::ranges::find(words, std::string("--help")) != words.end()) {
        printHelpOf(verb);
        return Done;
    }
    const auto arguments = Arguments::parse(words, verb.options, verb.words);
    if (!arguments) return report(arguments.error());
    Output output(arguments->has("--json"));
    const auto done = verb.run(*arguments, output);
    if (!done) return report(done.error());
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
    if (!joined && at + 1 == words.end()) return Arguments::unclear("--lang lacks its value");
    const std::string language = joined ? at->substr(7) : *(at + 1);
    if (!speak(language)) return Arguments::unclear("--lang takes en or zh");
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
    return report(Arguments::unclear("no verb " + name));
}

} // namespace
} // namespace apricot::cli

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    return apricot::cli::run({argv + 1, argv + argc});
}
