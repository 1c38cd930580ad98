// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/state_keys.h"

#include "crypto/valid_key.h"
#include "ledger/state_codec.h"

namespace apricot {

Bytes stateKey(char letter, std::initializer_list<ByteView> parts) {
    Bytes key{static_cast<std::uint8_t>(letter)};
    for (const ByteView part : parts) append(key, part);
    return key;
}

Error stateMalformed(std::string what) {
    return fail(ErrorCode::StateMalformed, std::move(what));
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
Bytes seenKey(const Digest &body) {
    return stateKey('s', {body.view()});
}
Bytes seenQueueKey() {
    return stateKey('q', {});
}
Bytes seenSlotKey(std::uint64_t slot) {
    return stateKey('q', {bigEndian<8>(slot)});
}

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Consortium> &consortium) {
    archive(consortium.chainId, consortium.admins, consortium.quorum);
}
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Mark> &mark) {
    archive(mark.time, mark.height);
}
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, RulesVersion> &version) {
    archive(version.current, version.next, version.from);
}
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, QuotaUse> &use) {
    archive(use.hour, use.used);
}

Complaint complaintAbout(const Consortium &consortium) {
    if (consortium.chainId.empty() || consortium.chainId.size() > 64)
        return "the chain id is not 1 to 64 bytes";
    if (consortium.admins.empty() || consortium.admins.size() > mostAdmins)
        return "not 1 to 64 administrators";
    if (!ascendsStrictly(consortium.admins)) return "the administrators do not ascend";
    if (consortium.quorum < 1 || consortium.quorum > consortium.admins.size())
        return "the quorum is not 1 to the number of administrators";
    return std::nullopt;
}

Complaint complaintAboutNew(const Consortium &consortium) {
    if (auto complaint = complaintAbout(consortium)) return complaint;
    const std::uint32_t largest = largestQuorum(consortium.admins.size());
    if (consortium.quorum > largest)
        return "the quorum is more than two thirds: at most " + std::to_string(largest);
    for (const VerifyKey &admin : consortium.admins)
        if (!isValidKey(admin)) return "no key of an administrator: " + toHex(admin.view());
    return std::nullopt;
}

Complaint complaintAbout(const ChainValidators &validators) {
    if (validators.empty() || validators.size() > 100) return "not 1 to 100 validators";
    if (!ascendsByKey(validators)) return "the validators do not ascend";
    for (const ChainValidator &v : validators)
        if (v.power < 1 || v.power > 1'000'000) return "a power is not 1 to 1,000,000";
    return std::nullopt;
}

Bytes encode(const Consortium &value) {
    return cbor::encode(value);
}
Bytes encode(const Mark &value) {
    return cbor::encode(value);
}
Bytes encode(const ChainValidators &value) {
    return cbor::encode(value);
}
Bytes encode(const RulesVersion &value) {
    return cbor::encode(value);
}
Bytes encode(const QuotaUse &value) {
    return cbor::encode(value);
}
Bytes encodeQuota(std::uint32_t quota) {
    return cbor::encode(quota);
}

Result<Consortium> decodeConsortium(ByteView value) {
    return decodeState<Consortium>(value, "consortium");
}
Result<Mark> decodeMark(ByteView value) {
    return cbor::decode<Mark>(value);
}
Result<ChainValidators> decodeValidators(ByteView value) {
    return decodeState<ChainValidators>(value, "validators");
}
Result<RulesVersion> decodeRulesVersion(ByteView value) {
    return cbor::decode<RulesVersion>(value);
}
Result<QuotaUse> decodeQuotaUse(ByteView value) {
    return cbor::decode<QuotaUse>(value);
}
Result<std::uint32_t> decodeQuota(ByteView value) {
    return cbor::decode<std::uint32_t>(value);
}

Result<QuotaUse> useInHourOf(UnixTime now, const std::optional<Bytes> &count) {
    QuotaUse out{now / 3600, 0};
    if (!count) return out;
    APRICOT_TRY_ASSIGN(last, decodeQuotaUse(*count));
    if (last.hour == out.hour) out.used = last.used;
    return out;
}

} // namespace apricot
