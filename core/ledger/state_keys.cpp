// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/state_keys.h"

#include "ledger/state_codec.h"

namespace apricot {

Bytes stateKey(char letter, std::initializer_list<ByteView> parts) {
    Bytes key{static_cast<std::uint8_t>(letter)};
    for (const ByteView part : parts) append(key, part);
    return key;
}

Error stateMalformed(std::string what) {
    return fail(Code::StateMalformed, std::move(what));
}

Result<std::uint32_t> readCount(cbor::Reader &in, std::uint64_t most) {
    APRICOT_TRY_ASSIGN(count, in.unsignedInteger());
    if (count > most) return stateMalformed("number too large");
    return static_cast<std::uint32_t>(count);
}

Result<cbor::Reader> readerOf(ByteView value, std::size_t fields) {
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(value));
    APRICOT_TRY_ASSIGN(count, in.array());
    if (count != fields) return stateMalformed("number of fields");
    return in;
}

Bytes consortiumKey() {
    return stateKey('c', {});
}
Bytes validatorsKey() {
    return stateKey('v', {});
}
Bytes rulesVersionKey() {
    return stateKey('r', {});
}
Bytes quotaKey() {
    return stateKey('u', {});
}
Bytes quotaUseKey(const OrganisationId &organisation) {
    return stateKey('u', {organisation.view()});
}
Bytes anchorKey(const OrganisationId &organisation, const Digest &commitment) {
    return stateKey('a', {organisation.view(), commitment.view()});
}
Bytes seenKey(const Digest &body) {
    return stateKey('s', {body.view()});
}
Bytes seenQueueKey() {
    return stateKey('q', {});
}
Bytes seenSlotKey(std::uint64_t slot) {
    return stateKey('q', {bigEndian<8>(slot)});
}

bool isValid(const Consortium &consortium) {
    return !consortium.chainId.empty() && consortium.chainId.size() <= 64
           && !consortium.admins.empty() && consortium.admins.size() <= mostAdmins
           && ascendsStrictly(consortium.admins) && consortium.quorum >= 1
           && consortium.quorum <= consortium.admins.size();
}

bool mayBegin(const Consortium &consortium) {
    return isValid(consortium) && consortium.quorum <= largestQuorum(consortium.admins.size());
}

bool isValid(const ChainValidators &validators) {
    const auto ascends = [](const ChainValidator &a, const ChainValidator &b) {
        return !(a.key < b.key);
    };
    return !validators.empty() && validators.size() <= 100
           && std::adjacent_find(validators.begin(), validators.end(), ascends) == validators.end()
           && std::ranges::all_of(validators, [](const ChainValidator &v) {
                  return v.power >= 1 && v.power <= 1'000'000;
              });
}

Bytes encode(const Consortium &value) {
    cbor::Writer out;
    out.array(3).text(value.chainId).array(value.admins.size());
    for (const VerifyKey &admin : value.admins) out.bytes(admin.view());
    out.unsignedInteger(value.quorum);
    return out.take();
}

Result<Consortium> decodeConsortium(ByteView value) {
    APRICOT_TRY_ASSIGN(in, readerOf(value, 3));
    Consortium out;
    APRICOT_TRY_ASSIGN(chainId, in.text());
    out.chainId = std::move(chainId);
    APRICOT_TRY_ASSIGN(admins, in.array());
    for (std::size_t i = 0; i < admins; ++i) {
        APRICOT_TRY_ASSIGN(key, in.fixed<VerifyKey>());
        out.admins.push_back(key);
    }
    APRICOT_TRY_ASSIGN(quorum, readCount(in));
    out.quorum = quorum;
    if (!isValid(out)) return stateMalformed("consortium");
    return out;
}

Bytes encode(const Mark &value) {
    cbor::Writer out;
    out.array(2).integer(value.time).unsignedInteger(value.height);
    return out.take();
}

Result<Mark> decodeMark(ByteView value) {
    APRICOT_TRY_ASSIGN(in, readerOf(value, 2));
    APRICOT_TRY_ASSIGN(time, in.integer());
    APRICOT_TRY_ASSIGN(height, in.unsignedInteger());
    return Mark{time, height};
}

Bytes encode(const ChainValidators &value) {
    cbor::Writer out;
    out.array(value.size());
    for (const ChainValidator &validator : value)
        out.array(2).bytes(validator.key.view()).unsignedInteger(validator.power);
    return out.take();
}

Result<ChainValidators> decodeValidators(ByteView value) {
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(value));
    APRICOT_TRY_ASSIGN(count, in.array());
    ChainValidators out;
    for (std::size_t i = 0; i < count; ++i) {
        APRICOT_TRY_ASSIGN(fields, in.array());
        if (fields != 2) return stateMalformed("validator");
        APRICOT_TRY_ASSIGN(key, in.fixed<VerifyKey>());
        APRICOT_TRY_ASSIGN(power, readCount(in));
        out.push_back({key, power});
    }
    if (!isValid(out)) return stateMalformed("validators");
    return out;
}

Bytes encode(const RulesVersion &value) {
    cbor::Writer out;
    out.array(3).unsignedInteger(value.current).unsignedInteger(value.next);
    out.unsignedInteger(value.from);
    return out.take();
}

Result<RulesVersion> decodeRulesVersion(ByteView value) {
    APRICOT_TRY_ASSIGN(in, readerOf(value, 3));
    APRICOT_TRY_ASSIGN(current, readCount(in));
    APRICOT_TRY_ASSIGN(next, readCount(in));
    APRICOT_TRY_ASSIGN(from, in.unsignedInteger());
    return RulesVersion{current, next, from};
}

Bytes encode(const QuotaUse &value) {
    cbor::Writer out;
    out.array(2).integer(value.hour).unsignedInteger(value.used);
    return out.take();
}

Bytes encodeQuota(std::uint32_t quota) {
    return cbor::Writer().unsignedInteger(quota).take();
}

Result<std::uint32_t> decodeQuota(ByteView value) {
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(value));
    return readCount(in);
}

Result<QuotaUse> decodeQuotaUse(ByteView value) {
    APRICOT_TRY_ASSIGN(in, readerOf(value, 2));
    APRICOT_TRY_ASSIGN(hour, in.integer());
    APRICOT_TRY_ASSIGN(used, readCount(in));
    return QuotaUse{hour, used};
}
Result<QuotaUse> useInHourOf(UnixTime now, const std::optional<Bytes> &count) {
    QuotaUse out{now / 3600, 0};
    if (!count) return out;
    APRICOT_TRY_ASSIGN(last, decodeQuotaUse(*count));
    if (last.hour == out.hour) out.used = last.used;
    return out;
}

} // namespace apricot
