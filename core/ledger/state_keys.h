// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger's state holds: under which key, and as which value. Keys are a letter and the
// thing's own bytes (the tree hashes them); values are deterministic CBOR. All times are block
// times. An encoding that is not exactly what the encoder writes is refused (StateMalformed).
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "codec/fields.h"
#include "ledger/grant_state.h"
#include "ledger/organisation.h"

#include <vector>

namespace apricot {

inline constexpr std::size_t mostAdmins = 64;

// Who may register and suspend organisations: any `quorum` of these keys.
struct Consortium {
    std::string chainId;
    std::vector<VerifyKey> admins; // ascending, unique, 1 to 64
    std::uint32_t quorum = 1;      // 1 to the number of admins
    bool operator==(const Consortium &) const = default;
};
// Two thirds of them, rounded up, is the most that may be asked for, so that the absence of a third
// (rounded down) never locks the consortium: 1 of 1, 2 of 2, 2 of 3, 3 of 4, 43 of 64.
[[nodiscard]] constexpr std::uint32_t largestQuorum(std::size_t admins) {
    return static_cast<std::uint32_t>((2 * admins + 2) / 3);
}

// The validators of a consortium's chain; nothing on a ledger that one organisation runs.
struct ChainValidator {
    VerifyKey key;
    std::uint32_t power = 0; // 1 to 1,000,000; in a change, 0 removes
    bool operator==(const ChainValidator &) const = default;
};
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, ChainValidator> &validator) {
    archive(validator.key, validator.power);
}
using ChainValidators = std::vector<ChainValidator>; // ascending by key, unique, 1 to 100

// Which version of the rules applies, and which one from which height on. The version is part of
// the state, so that all hosts change at the same block or stop.
struct RulesVersion {
    std::uint32_t current = 1, next = 1;
    Height from = 0; // 0: no change is planned
    bool operator==(const RulesVersion &) const = default;
};
inline constexpr std::uint32_t latestRules = 3;

// What an organisation had accepted in an hour, counted by block time.
struct QuotaUse {
    std::int64_t hour = 0; // since 1970
    std::uint32_t used = 0;
    bool operator==(const QuotaUse &) const = default;
};

// The value under a grant's or a delegation's tombstone.
struct Mark {
    UnixTime time = 0;
    Height height = 0;
    bool operator==(const Mark &) const = default;
};

[[nodiscard]] Bytes consortiumKey();
[[nodiscard]] Bytes validatorsKey();
[[nodiscard]] Bytes rulesVersionKey(); // no value: version 1
// How many transactions of one organisation are accepted in an hour: CBOR integer; no value: no
// limit. A consortium has one from version 2 of the rules on.
[[nodiscard]] Bytes quotaKey();
[[nodiscard]] Bytes quotaUseKey(const OrganisationId &organisation);
// Memory of accepted transactions: a queue of body digests, each until its notAfter.
[[nodiscard]] Bytes seenKey(const Digest &body);
[[nodiscard]] Bytes seenQueueKey();
[[nodiscard]] Bytes seenSlotKey(std::uint64_t slot);

[[nodiscard]] Bytes encode(const Consortium &value);
[[nodiscard]] Bytes encode(const Mark &value);
[[nodiscard]] Bytes encode(const ChainValidators &value);
[[nodiscard]] Bytes encode(const RulesVersion &value);
[[nodiscard]] Bytes encode(const QuotaUse &value);
[[nodiscard]] Bytes encodeQuota(std::uint32_t quota);
[[nodiscard]] Result<Consortium> decodeConsortium(ByteView value);
[[nodiscard]] Result<Mark> decodeMark(ByteView value);
[[nodiscard]] Result<ChainValidators> decodeValidators(ByteView value);
[[nodiscard]] Result<RulesVersion> decodeRulesVersion(ByteView value);
[[nodiscard]] Result<QuotaUse> decodeQuotaUse(ByteView value);
// What a count (nothing: none yet) says of the hour of `now`; of another hour it says nothing.
[[nodiscard]] Result<QuotaUse> useInHourOf(UnixTime now, const std::optional<Bytes> &count);
[[nodiscard]] Result<std::uint32_t> decodeQuota(ByteView value);

// Which field is not within the limits above.
[[nodiscard]] Complaint complaintAbout(const Consortium &consortium);
// Before it is founded, or decided from version 3 of the rules on: also a quorum that a third's
// absence would lock, and a key that cannot sign.
[[nodiscard]] Complaint complaintAboutNew(const Consortium &consortium);
[[nodiscard]] Complaint complaintAbout(const ChainValidators &validators);

} // namespace apricot
