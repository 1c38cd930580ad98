// SPDX-License-Identifier: GPL-3.0-or-later
// A clinic asks a person to open records: COSE_Sign1 (RFC 9052) by a desk key. It opens nothing, so
// that a copy of it gives nothing away but the question; it is short-lived all the same.
#pragma once

#include "consent/grant.h"
#include "consent/wish.h"

namespace apricot {

using RequestId = FixedBytes<struct RequestIdTag, 16>;

inline constexpr std::string_view requestPrefix = "APRICOT:ASK:1:";
inline constexpr UnixTime longestRequest = UnixTime{30} * 86400; // seconds

struct Request {
    RequestId id;
    OrganisationId organisation;
    VerifyKey desk; // who signs
    std::string chainId;
    Wish wish;
    UnixTime asked = 0, expires = 0; // asked <= t < expires
};

// Fills `desk`. RequestInvalid: a wish that no grant could fulfil, a life over longestRequest.
[[nodiscard]] Result<Bytes> signRequest(Request request, const SigningKey &desk);
// Genuine by the desk key it names; whose desk that is, the ledger says (flows/patient/request.h).
// RequestMalformed, RequestForged.
[[nodiscard]] Result<Request> verifyRequest(ByteView request);

[[nodiscard]] std::string requestToText(ByteView request);          // "APRICOT:ASK:1:" + base45
[[nodiscard]] Result<Bytes> requestFromText(std::string_view text); // NotARequest

} // namespace apricot
