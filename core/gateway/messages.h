// SPDX-License-Identifier: GPL-3.0-or-later
// What client and server of the gateway write to each other, as deterministic CBOR.
#pragma once

#include "exchange/mailbox.h"
#include "ledger/ledger.h"

namespace apricot::gateway {

// What a node says it is: [chain id, the ledger's key or empty, height].
struct Description {
    std::string chainId;
    std::optional<VerifyKey> ledgerKey;
    Height height = 0;
};
[[nodiscard]] Bytes encode(const Description &description);
[[nodiscard]] Result<Description> decodeDescription(ByteView bytes);

// [height, block time, refusal's number (ledger/refusal.h), detail, transaction].
[[nodiscard]] Bytes encode(const Outcome &outcome);
[[nodiscard]] Result<Outcome> decodeOutcome(ByteView bytes);

// [host, locator, public part of the grant, package, signature].
[[nodiscard]] Bytes encode(const Deposit &deposit);
[[nodiscard]] Result<Deposit> decodeDeposit(ByteView bytes);

// [id, [[month, key] ...]].
[[nodiscard]] Bytes encode(const HostFacts &host);
[[nodiscard]] Result<HostFacts> decodeHost(ByteView bytes);

// [live, more, [[inbox, number, id, bytes, body] ...]].
[[nodiscard]] Bytes encode(const Notices &notices);
// Ascending; each body of its id and size.
[[nodiscard]] Result<Notices> decodeNotices(ByteView bytes);

// [[height, [transaction ...]] ...].
struct BlockEvents {
    Height height = 0;
    std::vector<Bytes> transactions;
};
[[nodiscard]] Bytes encode(const std::vector<BlockEvents> &blocks);
[[nodiscard]] Result<std::vector<BlockEvents>> decodeEvents(ByteView bytes);

// GatewayMessageMalformed: of everything that is no message of ours.
[[nodiscard]] Error messageMalformed(std::string what);
[[nodiscard]] Error nodeBusy(std::string why);

// An error: [name, detail].
[[nodiscard]] Bytes encode(const Error &error);
// The node's own error, or GatewayMessageMalformed.
[[nodiscard]] Error decodeError(ByteView bytes, const std::string &node);

} // namespace apricot::gateway
