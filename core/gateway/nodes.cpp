// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/nodes.h"

#include "ledger/receipt.h"

namespace apricot::gateway {

bool mayAskAnother(Code code) {
    return code != Code::LightWitnessDisagrees && code != Code::LightTrustExpired;
}

Result<Bytes> Node::ask(const net::HttpRequest &request) {
    APRICOT_TRY_ASSIGN(answer, m_http->send(request));
    if (answer.status != 200) return decodeError(answer.body, name());
    return std::move(answer.body);
}

Result<Bytes> Node::get(const std::string &path) {
    return ask({"GET", path, {}, {}});
}

Result<Bytes> Node::post(const std::string &path, Bytes body) {
    return ask({"POST", path, std::move(body), {}});
}

Result<Description> Node::describe() {
    APRICOT_TRY_ASSIGN(body, get("/v1/ledger"));
    return decodeDescription(body);
}

Result<Outcome> Node::submit(ByteView transaction) {
    APRICOT_TRY_ASSIGN(body,
                       post("/v1/transactions", Bytes(transaction.begin(), transaction.end())));
    return decodeOutcome(body);
}

Result<ProvenAnswer> Node::query(ByteView key) {
    APRICOT_TRY_ASSIGN(body, get("/v1/state?key=" + toHex(key)));
    return decodeAnswer(body);
}

Result<comet::LightBlock> Node::lightBlock(std::int64_t height) {
    APRICOT_TRY_ASSIGN(body, get("/v1/light-block?height=" + std::to_string(height)));
    return comet::readLightBlock(textOf(body));
}

} // namespace apricot::gateway
