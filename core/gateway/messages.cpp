// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/messages.h"

#include "codec/cbor.h"
#include "crypto/hash.h"

namespace apricot::gateway {
namespace {

constexpr std::size_t largestAnswer = std::size_t{1} << 30U;

Result<cbor::Reader> readerOf(ByteView bytes, std::size_t fields) {
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(bytes, {largestAnswer, 6}));
    APRICOT_TRY_ASSIGN(count, in.array());
    if (count != fields) return messageMalformed("number of fields");
    return in;
}

} // namespace

Error messageMalformed(std::string what) {
    return fail(Code::GatewayMessageMalformed, std::move(what));
}

Error nodeBusy(std::string why) {
    return fail(Code::NodeBusy, std::move(why));
}

Bytes encode(const Description &description) {
    cbor::Writer out;
    out.array(3).text(description.chainId);
    out.bytes(description.ledgerKey ? description.ledgerKey->view() : ByteView());
    return out.unsignedInteger(description.height).take();
}

Result<Description> decodeDescription(ByteView bytes) {
    APRICOT_TRY_ASSIGN(in, readerOf(bytes, 3));
    APRICOT_TRY_ASSIGN(chainId, in.text());
    APRICOT_TRY_ASSIGN(key, in.bytes());
    APRICOT_TRY_ASSIGN(height, in.unsignedInteger());
    return Description{std::move(chainId), VerifyKey::from(key), height};
}

Bytes encode(const Outcome &outcome) {
    cbor::Writer out;
    out.array(5).unsignedInteger(outcome.height).integer(outcome.blockTime);
    out.unsignedInteger(static_cast<std::uint64_t>(outcome.refusal));
    out.text(outcome.detail);
    return out.bytes(outcome.transaction.view()).take();
}

Result<Outcome> decodeOutcome(ByteView bytes) {
    APRICOT_TRY_ASSIGN(in, readerOf(bytes, 5));
    Outcome out;
    APRICOT_TRY_ASSIGN(height, in.unsignedInteger());
    APRICOT_TRY_ASSIGN(time, in.integer());
    APRICOT_TRY_ASSIGN(number, in.unsignedInteger());
    APRICOT_TRY_ASSIGN(detail, in.text());
    APRICOT_TRY_ASSIGN(transaction, in.fixed<Digest>());
    out.height = height;
    out.blockTime = time;
    out.detail = std::move(detail);
    out.transaction = transaction;
    // A newer node may know more refusals than this program.
    const auto refusal = refusalNumbered(number);
    if (!refusal) return messageMalformed("a refusal unknown here: " + std::to_string(number));
    out.refusal = *refusal;
    return out;
}

Bytes encode(const Deposit &deposit) {
    cbor::Writer out;
    out.array(5).bytes(deposit.host.view()).bytes(deposit.locator.view());
    out.bytes(deposit.publicPart).bytes(deposit.package);
    return out.bytes(deposit.signature.view()).take();
}

Result<Deposit> decodeDeposit(ByteView bytes) {
    APRICOT_TRY_ASSIGN(in, readerOf(bytes, 5));
    APRICOT_TRY_ASSIGN(host, in.fixed<VerifyKey>());
    APRICOT_TRY_ASSIGN(locator, in.fixed<Locator>());
    APRICOT_TRY_ASSIGN(publicPart, in.bytes());
    APRICOT_TRY_ASSIGN(package, in.bytes());
    APRICOT_TRY_ASSIGN(signature, in.fixed<Signature>());
    return Deposit{host, locator, std::move(publicPart), std::move(package), signature, {}};
}

Bytes encode(const HostFacts &host) {
    cbor::Writer out;
    out.array(2).bytes(host.id.view()).array(host.keys.size());
    for (const MonthKey &key : host.keys)
        out.array(2).unsignedInteger(key.month).bytes(key.key.view());
    return out.take();
}

Result<HostFacts> decodeHost(ByteView bytes) {
    APRICOT_TRY_ASSIGN(in, readerOf(bytes, 2));
    HostFacts out;
    APRICOT_TRY_ASSIGN(id, in.fixed<VerifyKey>());
    APRICOT_TRY_ASSIGN(count, in.array());
    out.id = id;
    for (std::size_t i = 0; i < count; ++i) {
        APRICOT_TRY_ASSIGN(fields, in.array());
        APRICOT_TRY_ASSIGN(month, in.unsignedInteger());
        APRICOT_TRY_ASSIGN(key, in.fixed<SealKey>());
        if (fields != 2 || month > UINT16_MAX || count > monthsAhead + 2
            || (!out.keys.empty() && out.keys.back().month >= month))
            return messageMalformed("month keys");
        out.keys.push_back({static_cast<MonthNumber>(month), key});
    }
    return out;
}

Bytes encode(const std::vector<BlockEvents> &blocks) {
    cbor::Writer out;
    out.array(blocks.size());
    for (const BlockEvents &block : blocks) {
        out.array(2).unsignedInteger(block.height).array(block.transactions.size());
        for (const Bytes &transaction : block.transactions) out.bytes(transaction);
    }
    return out.take();
}

Result<std::vector<BlockEvents>> decodeEvents(ByteView bytes) {
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(bytes, {largestAnswer, 6}));
    APRICOT_TRY_ASSIGN(blocks, in.array());
    std::vector<BlockEvents> out;
    for (std::size_t i = 0; i < blocks; ++i) {
        APRICOT_TRY_ASSIGN(fields, in.array());
        if (fields != 2) return messageMalformed("block");
        APRICOT_TRY_ASSIGN(height, in.unsignedInteger());
        APRICOT_TRY_ASSIGN(count, in.array());
        BlockEvents block{height, {}};
        for (std::size_t j = 0; j < count; ++j) {
            APRICOT_TRY_ASSIGN(transaction, in.bytes());
            block.transactions.push_back(std::move(transaction));
        }
        out.push_back(std::move(block));
    }
    return out;
}

Bytes encode(const Notices &notices) {
    cbor::Writer out;
    out.array(3).unsignedInteger(notices.live).boolean(notices.more);
    out.array(notices.notices.size());
    for (const InboxNotice &one : notices.notices)
        out.array(5)
            .bytes(one.place.inbox.view())
            .unsignedInteger(one.place.number)
            .bytes(one.id.view())
            .unsignedInteger(one.bytes)
            .bytes(one.body);
    return out.take();
}

Result<Notices> decodeNotices(ByteView bytes) {
    APRICOT_TRY_ASSIGN(in, readerOf(bytes, 3));
    Notices out;
    APRICOT_TRY_ASSIGN(live, in.unsignedInteger());
    APRICOT_TRY_ASSIGN(more, in.boolean());
    APRICOT_TRY_ASSIGN(count, in.array());
    out.live = live;
    out.more = more;
    if (count > pageNotices || (more && count == 0)) return messageMalformed("notices");
    for (std::size_t i = 0; i < count; ++i) {
        APRICOT_TRY_ASSIGN(fields, in.array());
        if (fields != 5) return messageMalformed("notice");
        InboxNotice one;
        APRICOT_TRY_ASSIGN(inbox, in.fixed<Digest>());
        APRICOT_TRY_ASSIGN(number, in.unsignedInteger());
        APRICOT_TRY_ASSIGN(id, in.fixed<Digest>());
        APRICOT_TRY_ASSIGN(size, in.unsignedInteger());
        APRICOT_TRY_ASSIGN(body, in.bytes());
        one = {{inbox, number}, id, size, std::move(body)};
        const bool isItself = one.body.size() == size && sha256(one.body) == id;
        if (size > largestMessage || (!one.body.empty() && !isItself)
            || (!out.notices.empty() && out.notices.back().place >= one.place))
            return messageMalformed("notice");
        out.notices.push_back(std::move(one));
    }
    return out;
}

Bytes encode(const Error &error) {
    return cbor::Writer().array(2).text(nameOf(error.code)).text(error.detail).take();
}

// The code was raised by the node; here it is only passed on.
Error decodeError(ByteView bytes, const std::string &node) {
    Error out{Code::None, node, {}};
    const auto read = [&]() -> Result<> {
        APRICOT_TRY_ASSIGN(in, readerOf(bytes, 2));
        APRICOT_TRY_ASSIGN(name, in.text());
        APRICOT_TRY_ASSIGN(detail, in.text());
        out.code = codeNamed(name);
        out.detail = std::move(detail);
        return {};
    }();
    if (!read || out.code == Code::None)
        return messageMalformed("not an answer of ours, from " + node);
    return out;
}

} // namespace apricot::gateway
