// SPDX-License-Identifier: GPL-3.0-or-later
#include "comet/genesis_state.h"

#include "crypto/valid_key.h"

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

Error genesisMalformed(std::string what) {
    return fail(ErrorCode::GenesisMalformed, std::move(what));
}

Result<std::optional<Continued>> continuedIn(std::string_view appState) {
    simdjson::dom::parser parser;
    simdjson::dom::object root;
    simdjson::dom::object given;
    // What is no JSON at all is told by whoever reads it for its own state.
    if (appState.empty()
        || parser.parse(appState.data(), appState.size()).get(root) != simdjson::SUCCESS
        || root.at_key("continues").error() == simdjson::NO_SUCH_FIELD)
        return std::optional<Continued>();
    if (root.size() != 1) return genesisMalformed("beside \"continues\" nothing can be said");
    std::uint64_t height = 0;
    std::string_view text;
    if (root["continues"].get(given) != simdjson::SUCCESS
        || given["height"].get(height) != simdjson::SUCCESS || height == 0 || height >= INT64_MAX
        || given["root"].get(text) != simdjson::SUCCESS)
        return genesisMalformed("\"continues\" needs a height and a root");
    const auto raw = fromHex(text);
    const auto hash = raw ? Digest::from(*raw) : std::nullopt;
    if (!hash) return genesisMalformed("the root is not 64 hexadecimal digits");
    return std::optional<Continued>(Continued{height, *hash});
}

Result<> verifyContinued(const CommittedState &state, const Continued &from,
                         const std::string &chainId, UnixTime begins) {
    APRICOT_TRY_ASSIGN(height, state.height());
    if (height == 0)
        return genesisMalformed("the state of block " + std::to_string(from.height)
                                + " is not here: copy data.mdb from another hospital");
    if (height != from.height)
        return genesisMalformed("the state here is of block " + std::to_string(height));
    APRICOT_TRY_ASSIGN(last, state.block(height));
    if (!last) return ledgerDamaged("the last block is missing");
    if (last->root.hash != from.root)
        return genesisMalformed("the state here has the root " + toHex(last->root.hash.view()));
    APRICOT_TRY_ASSIGN(header, decodeHeader(last->header));
    if (begins < header.time)
        return genesisMalformed("genesis_time is before the last block of the state");
    // What is read without proofs must be what the root names, wherever the file came from.
    APRICOT_TRY_ASSIGN(inTree, checkTree(state, last->root));
    std::uint64_t listed = 0;
    Result<> alike = state.eachValue([&](ByteView key, ByteView value) -> Result<bool> {
        APRICOT_TRY_ASSIGN(found, findInTree(state, last->root, key));
        if (!found.value || !std::ranges::equal(*found.value, value))
            return ledgerDamaged("a value is not the one that the root names");
        ++listed;
        return true;
    });
    if (!alike) return alike;
    if (listed != inTree) return ledgerDamaged("a value that the root names is missing");
    APRICOT_TRY_ASSIGN(standing, state.value(consortiumKey()));
    if (!standing) return ledgerDamaged("the consortium is missing");
    APRICOT_TRY_ASSIGN(consortium, decodeConsortium(*standing));
    if (consortium.chainId != chainId)
        return genesisMalformed("the state here is of the chain " + consortium.chainId);
    return {};
}

Result<Writes> genesisState(std::string_view appState, const std::string &chainId,
                            const ChainValidators &validators) {
    Genesis genesis;
    Consortium &consortium = genesis.consortium;
    consortium.chainId = chainId;
    std::string flaw = read(appState, genesis);
    if (flaw.empty()) flaw = complaintAboutNew(consortium).value_or(std::string());
    if (flaw.empty()) flaw = complaintAbout(validators).value_or(std::string());
    const auto canSign = [](const ChainValidator &v) { return isValidKey(v.key); };
    if (flaw.empty() && !std::ranges::all_of(validators, canSign)) flaw = "a validator's key";
    if (!flaw.empty()) return genesisMalformed(std::move(flaw));
    Writes out;
    out[consortiumKey()] = encode(consortium);
    out[validatorsKey()] = encode(validators);
    out[rulesVersionKey()] = encode(RulesVersion{genesis.rules, genesis.rules, 0});
    if (genesis.rules >= 2) out[quotaKey()] = encodeQuota(genesis.quota);
    return out;
}

} // namespace apricot::comet
