// SPDX-License-Identifier: GPL-3.0-or-later
#include "comet/rpc_client.h"

#include "codec/base64.h"

#include <simdjson.h>

namespace apricot::comet {
namespace {

using Element = simdjson::dom::element;

constexpr std::size_t largestAnswer = std::size_t{8} << 20U; // bytes; a commit of 10,000 signatures

Error malformed(std::string what) {
    return fail(ErrorCode::EngineAnswerMalformed, std::move(what));
}

std::string_view textIn(const Element &in, const char *name) {
    std::string_view out;
    return in[name].get(out) == simdjson::SUCCESS ? out : std::string_view();
}
std::int64_t numberIn(const Element &in, const char *name) {
    std::int64_t out = 0;
    if (in[name].get(out) == simdjson::SUCCESS) return out;
    return std::atoll(std::string(textIn(in, name)).c_str());
}

// The "result" of an answer, as text.
Result<std::string> resultIn(ByteView body) {
    simdjson::dom::parser parser;
    Element root;
    Element part;
    if (body.empty()
        || parser.parse(reinterpret_cast<const char *>(body.data()), body.size()).get(root)
               != simdjson::SUCCESS)
        return malformed("not JSON");
    if (root["error"].get(part) == simdjson::SUCCESS)
        return fail(ErrorCode::EngineRefused, std::string(textIn(part, "message")) + ": "
                                                  + std::string(textIn(part, "data")));
    if (root["result"].get(part) != simdjson::SUCCESS) return malformed("no result");
    return std::string(simdjson::minify(part));
}

} // namespace

Result<std::string> RpcClient::get(const std::string &path) {
    APRICOT_TRY_ASSIGN(answer, m_http->send({"GET", path, {}, {}, {}, largestAnswer}));
    return resultIn(answer.body);
}

Result<Broadcast> RpcClient::broadcast(ByteView transaction) {
    const std::string call =
        R"({"jsonrpc":"2.0","id":1,"method":"broadcast_tx_sync","params":{"tx":")"
        + toBase64(transaction) + "\"}}";
    const ByteView body = viewOf(call);
    APRICOT_TRY_ASSIGN(
        answer,
        m_http->send({"POST", "/", Bytes(body.begin(), body.end()), {}, {}, largestAnswer}));
    const auto result = resultIn(answer.body);
    if (!result) {
        // Already on its way, or already in a block: whoever sends again wants to hear the outcome.
        if (result.error().detail.find("already exists in cache") != std::string::npos)
            return Broadcast{};
        return result.error();
    }
    simdjson::dom::parser parser;
    Element root;
    if (parser.parse(*result).get(root) != simdjson::SUCCESS) return malformed("broadcast");
    const std::int64_t number = numberIn(root, "code");
    const auto refusal = refusalNumbered(static_cast<std::uint64_t>(number));
    if (!refusal) return malformed("a refusal unknown here: " + std::to_string(number));
    return Broadcast{*refusal, std::string(textIn(root, "log"))};
}

// All pages of them.
Result<std::string> RpcClient::validators(std::int64_t height) {
    std::string out;
    for (int page = 1;; ++page) {
        APRICOT_TRY_ASSIGN(result, get("/validators?height=" + std::to_string(height)
                                       + "&per_page=100&page=" + std::to_string(page)));
        simdjson::dom::parser parser;
        Element root;
        simdjson::dom::array list;
        if (parser.parse(result).get(root) != simdjson::SUCCESS
            || root["validators"].get(list) != simdjson::SUCCESS)
            return malformed("validators");
        for (const Element validator : list) {
            if (!out.empty()) out += ',';
            out += std::string(simdjson::minify(validator));
        }
        if (static_cast<std::int64_t>(page) * 100 >= numberIn(root, "total")) break;
    }
    // CometBFT says "voting_power", as the reader does.
    return "{\"validators\":[" + out + "]}";
}

Result<std::string> RpcClient::chainId() {
    APRICOT_TRY_ASSIGN(status, get("/status"));
    simdjson::dom::parser parser;
    Element root;
    Element node;
    if (parser.parse(status).get(root) != simdjson::SUCCESS
        || root["node_info"].get(node) != simdjson::SUCCESS || textIn(node, "network").empty())
        return malformed("status");
    return std::string(textIn(node, "network"));
}

Result<LightBlock> RpcClient::lightBlock(std::int64_t height) {
    APRICOT_TRY_ASSIGN(commit, get("/commit?height=" + std::to_string(height)));
    APRICOT_TRY_ASSIGN(now, validators(height));
    APRICOT_TRY_ASSIGN(next, validators(height + 1));
    commit.pop_back(); // the closing brace of {"signed_header": ..., "canonical": ...}
    return readLightBlock(commit + ",\"validator_set\":" + now + ",\"next_validator_set\":" + next
                          + "}");
}

} // namespace apricot::comet
