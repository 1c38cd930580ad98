// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/nodes.h"

#include "base/error_library.h"
#include "crypto/hash.h"
#include "gateway/routes.h"

#include <thread>

namespace apricot::gateway {
namespace {

// What a node may say has failed: what the libraries raise that a node is made of. Not what only
// this side can know, nor anything of the person's own (a vault, a record, a PIN), about which it
// would only frighten.
bool mayBeSaid(ErrorCode code) {
    switch (libraryOf(code)) {
    case Library::Base:
    case Library::Crypto:
    case Library::Codec:
    case Library::Consent:
    case Library::Ledger:
    case Library::Exchange:
    case Library::Comet:
    case Library::Gateway:
    case Library::Net:
        return mayAskAnother(code);
    case Library::None:
    case Library::Records:
    case Library::Formats:
    case Library::Vault:
    case Library::Wallet:
    case Library::Diary:
    case Library::Session:
    case Library::Flows:
    case Library::Platform:
        break;
    }
    return false;
}

std::string inPath(const StatePrefix &prefix) {
    return "prefix=" + toHex(pathBytes(prefix)) + "&bits=" + std::to_string(prefix.bits);
}

} // namespace

bool mayAskAnother(ErrorCode code) {
    return code != ErrorCode::LightWitnessDisagrees && code != ErrorCode::LightTrustExpired;
}

Result<Bytes> Node::ask(const net::HttpRequest &request) {
    APRICOT_TRY_ASSIGN(answer, m_http->send(bounded(request)));
    if (answer.status != 200) {
        Error said = decodeError(answer.body, name());
        if (mayBeSaid(said.code) && said.code != ErrorCode::GatewayMessageMalformed) return said;
        // A busy node says so before it reads a request, in none of our words.
        return answer.status == 503 ? nodeBusy(name()) : decodeError({}, name());
    }
    return std::move(answer.body);
}

Result<Bytes> Node::get(const std::string &path, std::chrono::milliseconds within) {
    return ask({"GET", path, {}, {}, within});
}

Result<Bytes> Node::post(const std::string &path, Bytes body, std::chrono::milliseconds within) {
    return ask({"POST", path, std::move(body), {}, within});
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

Result<ProvenPrefix> Node::queryPrefix(const StatePrefix &prefix) {
    APRICOT_TRY_ASSIGN(body, get("/v1/states?" + inPath(prefix)));
    APRICOT_TRY_ASSIGN(answer, decodeProvenPrefix(body));
    if (answer.prefix != prefix) return decodeError({}, name()); // it answered something else
    return answer;
}

Result<Notices> Node::notices(const StatePrefix &under, const NoticePlace &after) {
    std::string path = "/v1/notices?" + inPath(under);
    if (after != NoticePlace())
        path += "&inbox=" + toHex(after.inbox.view()) + "&number=" + std::to_string(after.number);
    APRICOT_TRY_ASSIGN(body, get(path));
    APRICOT_TRY_ASSIGN(page, decodeNotices(body));
    for (const InboxNotice &one : page.notices)
        if (one.place <= after || !isUnder(under, one.place.inbox)) return decodeError({}, name());
    return page;
}

Result<Bytes> Node::message(const Digest &id, std::uint64_t bytes,
                            std::chrono::steady_clock::time_point until) {
    Bytes out;
    out.reserve(bytes);
    while (out.size() < bytes) {
        if (std::chrono::steady_clock::now() >= until) return nodeBusy(name() + ": too slow");
        Bytes wanted(id.view().begin(), id.view().end());
        append(wanted, bigEndian<8>(out.size()));
        APRICOT_TRY_ASSIGN(piece, post("/v1/messages", std::move(wanted)));
        if (piece.size() != std::min<std::uint64_t>(pieceBytes, bytes - out.size())) break;
        append(out, piece);
    }
    if (out.size() != bytes || sha256(out) != id) return decodeError({}, name());
    return out;
}

Result<comet::LightBlock> Node::lightBlock(std::int64_t height) {
    auto body = get("/v1/light-block?height=" + std::to_string(height));
    // A node a moment behind says so at once, and is asked again.
    for (int i = 0; i < 30 && !body && body.error().code == ErrorCode::HeightNotHere; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        body = get("/v1/light-block?height=" + std::to_string(height));
    }
    if (!body) return body.error();
    return comet::readLightBlock(textOf(*body));
}

} // namespace apricot::gateway
