// SPDX-License-Identifier: GPL-3.0-or-later
// What a ledger is asked to do. On the wire, deterministic CBOR: [body, [[key, signature], ...]],
// where body is the array [type, chain id, nonce, not after, fields ...] and each signature is the
// one of a COSE_Sign1 (RFC 9052 section 4.2, EdDSA) whose payload is the body: several signers
// share one body. Signers ascend by key.
//
// Every body names its chain, 16 random bytes and a time after which it is void. An accepted body
// is remembered until then, so a replay is refused for ever and the memory stays bounded.
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "consent/grant.h"
#include "ledger/action.h"
#include "ledger/actions.h"
#include "ledger/refusal.h"

namespace apricot {

using Nonce = FixedBytes<struct NonceTag, 16>;

// A transaction is refused from notAfter on, and when notAfter lies further ahead than this.
inline constexpr UnixTime longestTransactionLife = 24 * 3600;
inline constexpr UnixTime usualTransactionLife = 600;
// Bytes on the wire: what all administrators' signatures and the largest organisation need
// (TestGovernance::theLargestDecisionFits).
inline constexpr std::size_t largestTransaction = 20480;
inline constexpr std::size_t mostSigners = mostAdmins; // what may be decided can be signed

struct Transaction {
    std::string chainId;
    Nonce nonce;
    UnixTime notAfter = 0;
    Action action;
};

// A transaction for this chain that lives `life` seconds.
[[nodiscard]] Transaction makeTransaction(std::string chainId, Action action, const Clock &clock,
                                          Random &random, UnixTime life = usualTransactionLife);

// What a signature is bound to besides the body (external additional data, RFC 9052 section 4.3),
// so that none made for something else passes for a transaction's.
inline constexpr std::string_view transactionSigningContext = "apricot transaction 1";

// Encoded and signed, ready for Ledger::submit.
[[nodiscard]] Bytes signTransaction(const Transaction &transaction, const SigningKey &signer);
// For a quorum whose members do not meet: the body travels, each signs it, somebody assembles.
struct SignedBy {
    VerifyKey key;
    Signature signature;
    auto operator<=>(const SignedBy &) const = default;
};
[[nodiscard]] Bytes encodeBody(const Transaction &transaction);
[[nodiscard]] SignedBy signBody(ByteView body, const SigningKey &signer);
[[nodiscard]] Bytes assembleTransaction(ByteView body, std::vector<SignedBy> signatures);
// TransactionMalformed.
[[nodiscard]] Result<Transaction> decodeBody(ByteView body);

struct SubmittedTransaction {
    Transaction transaction;
    Bytes body;
    std::vector<SignedBy> signatures; // 1 to mostSigners, ascending by key, unique
};
// Strict; an unknown action is refused. TransactionMalformed.
[[nodiscard]] Result<SubmittedTransaction> decodeTransaction(ByteView wire);

// A transaction whose signatures have been looked at: all the curve arithmetic of the rules, done
// before them, so that a host can spread it over all cores.
struct CheckedTransaction {
    Digest id; // SHA-256 of the wire bytes
    std::optional<Error> malformed;
    Transaction transaction;
    Digest bodyDigest;
    std::vector<VerifyKey> signers; // whose signatures verified
    bool allVerified = false;
    // Redeem only: the grant with its signature and delegations verified, or why it is refused.
    std::optional<Result<GrantPublic>> grant;
};
// Pure; call it from any thread.
[[nodiscard]] CheckedTransaction checkTransaction(ByteView wire);

// The proposal with that key's signature too, once however often it is added, as it travels on.
// TransactionMalformed: mostSigners have signed.
[[nodiscard]] Result<Bytes> addSignature(SubmittedTransaction &proposal, const SigningKey &signer);

} // namespace apricot
