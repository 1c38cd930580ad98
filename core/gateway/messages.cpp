// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/messages.h"

#include "codec/fields.h"
#include "crypto/hash.h"
#include "gateway/routes.h"
#include "ledger/node_state.h"

namespace apricot {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Outcome> &outcome) {
    archive(outcome.height, outcome.blockTime, outcome.refusal, outcome.detail,
            outcome.transaction);
    // A newer node may know more refusals than this program.
    const auto number = static_cast<std::uint64_t>(outcome.refusal);
    archive.check(refusalNumbered(number).has_value(), "a refusal unknown here");
}
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Deposit> &deposit) {
    archive(deposit.host, deposit.locator, deposit.publicPart, deposit.package, deposit.signature);
}
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, HostFacts> &host) {
    archive(host.id, host.keys);
    archive.check(complaintAbout(host.keys));
}
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, InboxNotice> &one) {
    archive(one.place.inbox, one.place.number, one.id, one.bytes, one.body);
    const bool isItself = one.body.size() == one.bytes && sha256(one.body) == one.id;
    archive.check(one.bytes <= largestMessage && (one.body.empty() || isItself), "notice");
}
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Notices> &page) {
    archive(page.live, page.more, page.notices);
    const auto &all = page.notices;
    const auto ascends =
        std::ranges::adjacent_find(all, std::greater_equal<>(), &InboxNotice::place) == all.end();
    archive.check(all.size() <= pageNotices && ascends && !(page.more && all.empty()), "notices");
}

namespace gateway {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Description> &description) {
    Bytes key;
    if (description.ledgerKey) append(key, description.ledgerKey->view());
    archive(description.chainId, key, description.height);
    if constexpr (std::is_same_v<Archive, cbor::Decoder>)
        description.ledgerKey = VerifyKey::from(key);
}
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, BlockEvents> &block) {
    archive(block.height, block.transactions);
}

namespace {

struct SaidError {
    std::string name, detail;
};
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, SaidError> &error) {
    archive(error.name, error.detail);
}

// `largest`: of its route (routes.h).
template <class T>
Result<T> read(ByteView bytes, std::size_t largest) {
    auto out = cbor::decode<T>(bytes, {largest, 6});
    if (!out) return messageMalformed(out.error().detail);
    return out;
}

consteval RouteLimits limits(std::string_view method, std::string_view path) {
    return *limitsOf(method, path);
}

} // namespace

Error messageMalformed(std::string what) {
    return fail(ErrorCode::GatewayMessageMalformed, std::move(what));
}

Error nodeBusy(std::string why) {
    return fail(ErrorCode::NodeBusy, std::move(why));
}

Bytes encode(const Description &description) {
    return cbor::encode(description);
}
Bytes encode(const Outcome &outcome) {
    return cbor::encode(outcome);
}
Bytes encode(const Deposit &deposit) {
    return cbor::encode(deposit);
}
Bytes encode(const HostFacts &host) {
    return cbor::encode(host);
}
Bytes encode(const Notices &notices) {
    return cbor::encode(notices);
}
Bytes encode(const std::vector<BlockEvents> &blocks) {
    return cbor::encode(blocks);
}
Bytes encode(const Error &error) {
    return cbor::encode(SaidError{std::string(nameOf(error.code)), error.detail});
}

Result<Description> decodeDescription(ByteView bytes) {
    return read<Description>(bytes, limits("GET", "/v1/ledger").largestAnswer);
}
Result<Outcome> decodeOutcome(ByteView bytes) {
    return read<Outcome>(bytes, limits("POST", "/v1/transactions").largestAnswer);
}
Result<Deposit> decodeDeposit(ByteView bytes) {
    return read<Deposit>(bytes, limits("POST", "/v1/packages").largestBody);
}
Result<HostFacts> decodeHost(ByteView bytes) {
    return read<HostFacts>(bytes, limits("GET", "/v1/shares").largestAnswer);
}
Result<Notices> decodeNotices(ByteView bytes) {
    return read<Notices>(bytes, limits("GET", "/v1/notices").largestAnswer);
}
Result<std::vector<BlockEvents>> decodeEvents(ByteView bytes) {
    return read<std::vector<BlockEvents>>(bytes, limits("GET", "/v1/events").largestAnswer);
}

// The code was raised by the node; here it is only passed on.
Error decodeError(ByteView bytes, const std::string &node) {
    const auto said = read<SaidError>(bytes, net::smallBody);
    const ErrorCode code = said ? codeNamed(said->name) : ErrorCode::None;
    if (code == ErrorCode::None) return messageMalformed("not an answer of ours, from " + node);
    return {code, node, said->detail};
}

} // namespace gateway
} // namespace apricot
