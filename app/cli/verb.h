// SPDX-License-Identifier: GPL-3.0-or-later
// A verb of apricotctl: its name, what it takes, what it says of itself, what it does.
#pragma once

#include "base/result.h"
#include "cli/arguments.h"
#include "cli/output.h"

#include <span>

namespace apricot::cli {

// Whose business a verb is: the help lists them so.
enum class For : std::uint8_t { Anybody, Patient, Clinic, Reader, Administrator, Node };

struct Verb {
    const char *name;
    For whom;
    const char *usage;                     // what follows the name
    std::size_t words;                     // at most so many words that are no options
    const char *help;                      // translated in context "cli"
    std::vector<std::string_view> options; // "--vault=" takes a value, "--json" does not
    Result<> (*run)(const Arguments &arguments, Output &output);
};

[[nodiscard]] std::span<const Verb> vaultVerbs();
[[nodiscard]] std::span<const Verb> recordVerbs();
[[nodiscard]] std::span<const Verb> shareVerbs();
[[nodiscard]] std::span<const Verb> clinicVerbs();
[[nodiscard]] std::span<const Verb> letterVerbs();
[[nodiscard]] std::span<const Verb> ledgerVerbs();
[[nodiscard]] std::span<const Verb> consortiumVerbs();
[[nodiscard]] std::span<const Verb> proposalVerbs();
[[nodiscard]] std::span<const Verb> registerVerbs();
[[nodiscard]] std::span<const Verb> nodeVerbs();

} // namespace apricot::cli
