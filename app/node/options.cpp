// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/options.h"

#include "base/file.h"

#include <charconv>
#include <sstream>

namespace apricot::node {
namespace {

constexpr std::uint64_t largestFile = 1U << 20U;

template <class Number>
bool readNumber(const std::string &text, Number &out) {
    const char *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, out);
    return read.ec == std::errc() && read.ptr == end;
}

// False when there is no such option or the value does not suit it.
bool set(Options &out, const std::string &name, const std::string &value) {
    if (name == "snapshot-every") return readNumber(value, out.snapshotEvery);
    if (name == "blocks-kept") return readNumber(value, out.blocksKept);
    if (name == "continues") return readNumber(value, out.continues);
    if (name == "requests-per-second")
        return readNumber(value, out.requestsPerSecond) && out.requestsPerSecond > 0;
    if (name == "connections-per-machine")
        return readNumber(value, out.connectionsOfMachine) && out.connectionsOfMachine > 0;
    if (name == "admin-port")
        return readNumber(value, out.adminPort) && out.adminPort >= 0 && out.adminPort < 65536;
    std::string *text = name == "ledger"        ? &out.ledger
                        : name == "home"        ? &out.home
                        : name == "abci"        ? &out.abci
                        : name == "engine"      ? &out.engine
                        : name == "mailbox"     ? &out.mailbox
                        : name == "listen"      ? &out.listen
                        : name == "certificate" ? &out.certificate
                        : name == "key"         ? &out.key
                        : name == "authority"   ? &out.authority
                                                : nullptr;
    if (!text || value.empty()) return false;
    *text = value;
    return true;
}

Result<> readConfig(Options &out, const std::string &file) {
    APRICOT_TRY_ASSIGN(raw, readFile(file, largestFile));
    std::istringstream lines{std::string(textOf(raw))};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string name;
        std::string value;
        if (!(words >> name) || name.starts_with('#')) continue;
        words >> value;
        if (!set(out, name, value)) return optionsUnclear(line);
    }
    return {};
}

} // namespace

Error optionsUnclear(std::string what) {
    return fail(ErrorCode::NodeOptionsUnclear, std::move(what));
}

Result<Options> readOptions(std::span<const std::string> words) {
    Options out;
    for (std::size_t i = 0; i < words.size(); i += 2) {
        const std::string &name = words[i];
        if (!name.starts_with("--") || i + 1 == words.size()) return optionsUnclear(name);
        const std::string &value = words[i + 1];
        if (name == "--config")
            APRICOT_TRY(readConfig(out, value));
        else if (!set(out, name.substr(2), value))
            return optionsUnclear(name);
    }
    if (out.ledger.empty() == out.home.empty()) return optionsUnclear("either --ledger or --home");
    if (out.mailbox.empty()) return optionsUnclear("--mailbox is needed");
    return out;
}

} // namespace apricot::node
