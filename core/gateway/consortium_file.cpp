// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/consortium_file.h"

#include "base/file.h"

#include <algorithm>
#include <simdjson.h>

namespace apricot::gateway {
namespace {

constexpr std::size_t largestFile = std::size_t{4} << 20U;
constexpr std::size_t mostNodes = 32;
constexpr std::int64_t usualTrustingDays = 60;

using Element = simdjson::dom::element;

std::string textIn(const Element &in, const char *name) {
    std::string_view out;
    return in[name].get(out) == simdjson::SUCCESS ? std::string(out) : std::string();
}

// Empty, or what is wrong.
std::string read(const Element &root, const std::filesystem::path &folder, ConsortiumFile &out) {
    simdjson::dom::array nodes;
    if (root["nodes"].get(nodes) != simdjson::SUCCESS) return "nodes";
    for (const Element node : nodes) {
        if (out.nodes.size() == mostNodes) return "number of nodes";
        std::string_view plain;
        NodeAddress read;
        if (node.get(plain) == simdjson::SUCCESS)
            read.address = plain;
        else
            read = {textIn(node, "address"), textIn(node, "operator")};
        if (read.address.empty()) return "nodes";
        if (std::ranges::count(out.nodes, read.address, &NodeAddress::address) != 0)
            return "a node twice"; // it would confirm itself
        out.nodes.push_back(std::move(read));
    }
    if (out.nodes.empty()) return "number of nodes";
    if (const std::string name = textIn(root, "authority"); !name.empty())
        out.authority = (folder / name).string();
    std::int64_t days = usualTrustingDays;
    if (root["trusting_days"].get(days) == simdjson::SUCCESS && (days < 1 || days > 3650))
        return "trusting_days";
    out.trustingPeriod = days * 86400;
    Element genesis;
    if (root["genesis"].get(genesis) == simdjson::SUCCESS) {
        auto read = comet::readGenesis(std::string(simdjson::minify(genesis)));
        if (!read) return "genesis: " + read.error().detail;
        if (const std::string text = textIn(root, "checkpoint"); !text.empty()) {
            const auto checkpoint = comet::readCheckpoint(text);
            if (!checkpoint || checkpoint->chainId != read->chainId) return "checkpoint";
            out.checkpoint = *checkpoint;
        }
        out.chainId = read->chainId;
        out.anchor = {read->chainId, 0, read->time, {}, std::move(read->validators)};
        return {};
    }
    const auto raw = fromHex(textIn(root, "ledger_key"));
    out.ledgerKey = raw ? VerifyKey::from(*raw) : std::nullopt;
    out.chainId = textIn(root, "chain");
    return out.ledgerKey && !out.chainId.empty() ? std::string() : "neither genesis nor ledger_key";
}

} // namespace

Result<ConsortiumFile> readConsortiumFile(const std::filesystem::path &file) {
    APRICOT_TRY_ASSIGN(raw, readFile(file, largestFile));
    simdjson::dom::parser parser;
    Element root;
    ConsortiumFile out;
    std::string flaw = "not JSON";
    if (!raw.empty()
        && parser.parse(reinterpret_cast<const char *>(raw.data()), raw.size()).get(root)
               == simdjson::SUCCESS)
        flaw = read(root, file.parent_path(), out);
    if (!flaw.empty()) return fail(ErrorCode::ConsortiumFileMalformed, flaw);
    return out;
}

} // namespace apricot::gateway
