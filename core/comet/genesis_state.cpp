// SPDX-License-Identifier: GPL-3.0-or-later
#include "comet/genesis_state.h"

#include <algorithm>
#include <simdjson.h>

namespace apricot::comet {
namespace {

// Empty when the text is a genesis state; else what is wrong with it.
std::string read(std::string_view appState, Consortium &consortium, std::uint32_t &quota) {
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    simdjson::dom::array admins;
    std::uint64_t quorum = 0;
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
    if (root["quorum"].get(quorum) != simdjson::SUCCESS || quorum > 64) return "quorum";
    consortium.quorum = static_cast<std::uint32_t>(quorum);
    std::uint64_t limit = 0;
    if (root["quota"].get(limit) == simdjson::SUCCESS && limit > 0xffffffffU) return "quota";
    quota = static_cast<std::uint32_t>(limit);
    return {};
}

} // namespace

Result<Writes> genesisState(std::string_view appState, const std::string &chainId,
                            const ChainValidators &validators) {
    Consortium consortium;
    consortium.chainId = chainId;
    std::uint32_t quota = 0;
    std::string flaw = read(appState, consortium, quota);
    if (flaw.empty() && (!isValid(consortium) || !isValid(validators))) flaw = "out of limits";
    if (!flaw.empty()) return fail(Code::GenesisMalformed, flaw);
    Writes out;
    out[consortiumKey()] = encode(consortium);
    out[validatorsKey()] = encode(validators);
    out[rulesVersionKey()] = encode(quota == 0 ? RulesVersion{1, 1, 0} : RulesVersion{2, 2, 0});
    if (quota != 0) out[quotaKey()] = encodeQuota(quota);
    return out;
}

} // namespace apricot::comet
