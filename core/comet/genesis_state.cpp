// SPDX-License-Identifier: GPL-3.0-or-later
#include "comet/genesis_state.h"

#include <algorithm>
#include <simdjson.h>

namespace apricot::comet {
namespace {

constexpr std::uint32_t usualQuota = 3600;

struct Genesis {
    Consortium consortium;
    std::uint32_t quota = usualQuota;
    std::uint32_t rules = latestRules;
};

// A number of the text, when it is there.
bool readNumber(simdjson::dom::element root, const char *name, std::uint64_t least,
                std::uint64_t most, std::uint32_t &out) {
    simdjson::dom::element given;
    if (root[name].get(given) != simdjson::SUCCESS) return true;
    std::uint64_t number = 0;
    if (given.get(number) != simdjson::SUCCESS || number < least || number > most) return false;
    out = static_cast<std::uint32_t>(number);
    return true;
}

// Empty when the text is a genesis state; else what is wrong with it.
std::string read(std::string_view appState, Genesis &genesis) {
    Consortium &consortium = genesis.consortium;
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    simdjson::dom::array admins;
    if (appState.empty()
        || parser.parse(appState.data(), appState.size()).get(root) != simdjson::SUCCESS)
        return "not JSON";
    if (root["admins"].get(admins) != simdjson::SUCCESS) return "admins";
    for (const simdjson::dom::element admin : admins) {
        std::string_view text;
        if (admin.get(text) != simdjson::SUCCESS) return "admins";
        const auto raw = fromHex(text);
        const auto key = raw ? VerifyKey::from(*raw) : std::nullopt;
        if (!key) return "an admin's key";
        consortium.admins.push_back(*key);
    }
    std::ranges::sort(consortium.admins);
    consortium.quorum = 0;
    if (!readNumber(root, "quorum", 1, mostAdmins, consortium.quorum)) return "quorum";
    if (!readNumber(root, "quota", 1, 0xffffffffU, genesis.quota)) return "quota";
    if (!readNumber(root, "rules", 1, latestRules, genesis.rules)) return "rules";
    return {};
}

} // namespace

Result<Writes> genesisState(std::string_view appState, const std::string &chainId,
                            const ChainValidators &validators) {
    Genesis genesis;
    Consortium &consortium = genesis.consortium;
    consortium.chainId = chainId;
    std::string flaw = read(appState, genesis);
    if (flaw.empty() && (!mayBegin(consortium) || !isValid(validators))) flaw = "out of limits";
    if (!flaw.empty()) return fail(Code::GenesisMalformed, flaw);
    Writes out;
    out[consortiumKey()] = encode(consortium);
    out[validatorsKey()] = encode(validators);
    out[rulesVersionKey()] = encode(RulesVersion{genesis.rules, genesis.rules, 0});
    if (genesis.rules >= 2) out[quotaKey()] = encodeQuota(genesis.quota);
    return out;
}

} // namespace apricot::comet
