// SPDX-License-Identifier: GPL-3.0-or-later
// A block's header: a COSE_Sign1 (RFC 9052) by the ledger's key over CBOR [1, chain id, height,
// time, state root, previous, transactions]. Its state root is that of the state AFTER its own
// block, so a proof made at height H is checked against header H. (CometBFT differs: there the
// state root of height H stands in header H+1.)
#pragma once

#include "ledger/ledger.h"

namespace apricot {

struct Header {
    std::string chainId;
    Height height = 0; // genesis is 1
    UnixTime time = 0; // never less than the previous header's
    Digest stateRoot;
    Digest previous;     // SHA-256 of the previous signed header; zeros in genesis
    Digest transactions; // SHA-256 of CBOR [accepted transactions as submitted, in order]
    bool operator==(const Header &) const = default;
};

[[nodiscard]] Bytes signHeader(const Header &header, const SigningKey &ledgerKey);
// Unsigned: what a host notes of a block that consensus agreed on. HeaderMalformed.
[[nodiscard]] Bytes encodeHeader(const Header &header);
[[nodiscard]] Result<Header> decodeHeader(ByteView encoded);
// HeaderMalformed, HeaderForged, HeaderForOtherChain, and the COSE errors.
[[nodiscard]] Result<Header> verifyHeader(ByteView signedHeader, const VerifyKey &ledgerKey,
                                          std::string_view chainId);
[[nodiscard]] Digest headerHash(ByteView signedHeader);
[[nodiscard]] Digest transactionsHash(const std::vector<Bytes> &transactions);

} // namespace apricot
