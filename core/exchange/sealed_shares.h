// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of a package's key, split and sealed to the nodes that hold it: each share to a
// node's key for one month (X25519, BLAKE2b with the binding in its info, XChaCha20-Poly1305), with
// a commitment, so that a wrong share shows. One ephemeral key serves all shares of a package.
#pragma once

#include "consent/grant.h"
#include "crypto/split.h"
#include "ledger/month.h"

namespace apricot {

inline constexpr std::size_t mostHolders = 7, fewestHolders = 3; // else one, and no promise

// What shares belong to: a node finds the redemption by it, and the seal does not open for another.
struct ShareBinding {
    VerifyKey subject, signer;
    GrantId grant;
    OrganisationId audience;
};
[[nodiscard]] ShareBinding bindingOf(const GrantPublic &grant);

struct Holder {
    VerifyKey node;
    SealKey key; // of the month
    bool operator==(const Holder &) const = default;
};
struct Holders {
    MonthNumber month = 0;
    std::vector<Holder> nodes; // 1, or 3 to 7
    bool operator==(const Holders &) const = default;
};
// Of n holders, as many rebuild the half: n / 2 + 1.
[[nodiscard]] constexpr std::size_t thresholdOf(std::size_t holders) {
    return holders / 2 + 1;
}

using SealedShareBytes = FixedBytes<struct SealedShareTag, 48>;
struct SealedShare {
    VerifyKey node;
    SealedShareBytes sealed;
    Digest commitment; // BLAKE2b over binding, place and share
    bool operator==(const SealedShare &) const = default;
};
// number of shares (1 byte) | month (2, big-endian) | ephemeral key (32) | 112 bytes a share.
struct ShareHeader {
    MonthNumber month = 0;
    SealKey ephemeral;
    std::vector<SealedShare> shares; // at places 1, 2 ...
    bool operator==(const ShareHeader &) const = default;
};
[[nodiscard]] constexpr std::size_t encodedSize(std::size_t shares) {
    return 35 + 112 * shares;
}
[[nodiscard]] Bytes encode(const ShareHeader &header);
// The header that `bytes` begin with, if they do; encodedSize() says where it ends.
[[nodiscard]] std::optional<ShareHeader> decodeShareHeader(ByteView bytes);

// HoldersUnknown: not 1 or 3 to 7, or one twice; KeyAgreementRefused: a month key that is none.
[[nodiscard]] Result<ShareHeader> sealShares(const SymmetricKey &half, const ShareBinding &binding,
                                             const Holders &holders, Random &random);
// One node's part, as it lies in a header, and what the node is told of it.
struct AskedShare {
    MonthNumber month = 0;
    std::uint8_t at = 1;
    SealKey ephemeral;
    SealedShareBytes sealed;
};
// CiphertextRejected: another key, node, grant or month.
[[nodiscard]] Result<SecretBytes> openShare(const AskedShare &asked, const OpenKey &monthKey,
                                            const VerifyKey &node, const ShareBinding &binding);
// Is this the share that was committed to?
[[nodiscard]] bool isCommitted(const ShareHeader &header, const ShareBinding &binding,
                               const SecretShare &share);
// The half, from the shares that were committed to; the others do not count. TooFewShares.
[[nodiscard]] Result<SymmetricKey> joinHalf(const ShareHeader &header, const ShareBinding &binding,
                                            std::vector<SecretShare> shares);

} // namespace apricot
