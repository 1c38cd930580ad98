// SPDX-License-Identifier: GPL-3.0-or-later
// A clinic asks; the person approves, narrows or declines. A request gives nothing away: what is
// opened is decided by the grant that the person signs. On a screen it lives 15 minutes, in a
// letter 14 days; answered or expired it is shown no more.
#pragma once

#include "exchange/request.h"
#include "flows/patient/share.h"

namespace apricot {

struct AskedFor {
    RequestId id;
    Organisation
        clinic; // proven by the ledger; out of a letter list (flows/patient/inbox.h) id and name
    Wish wish;
    UnixTime asked = 0, expires = 0;
    Bytes signedRequest; // exchange/request.h
};

inline constexpr std::size_t mostOpenRequests = 200; // in one vault

// Who asks, proven by the ledger. NotARequest, RequestMalformed, RequestForged, RequestExpired,
// RequestForOtherLedger, ClinicNotOnLedger, DeskNotOnLedger.
[[nodiscard]] Result<AskedFor> readRequest(std::string_view code, Ledger &ledger,
                                           const Clock &clock);
// The same for the signed bytes that a letter holds or a vault keeps.
[[nodiscard]] Result<AskedFor> proveRequest(ByteView signedRequest, Ledger &ledger,
                                            const Clock &clock);
// In plain words, generated from the values. ConsentTextUnavailable.
[[nodiscard]] Result<ConsentText> wordsOf(const AskedFor &asked, int utcOffsetMinutes);

// What rehearse() would be given to allow exactly what is asked.
[[nodiscard]] ShareChoice choiceFor(const AskedFor &asked, UnixTime now, int utcOffsetMinutes);
// RequestExceeded unless the choice opens to the same clinic, for the same purpose, nothing that
// was not asked for, no longer and no more often.
[[nodiscard]] Result<> checkNarrowed(const AskedFor &asked, const ShareChoice &choice,
                                     UnixTime now);

// Notes it, to be answered later. RequestAnswered: it was, before; TooManyRequests.
[[nodiscard]] Result<> keepRequest(Vault &vault, const AskedFor &asked);
// What can still be answered, newest first, each proven anew; those of suspended clinics are left
// out. The ledger's errors.
[[nodiscard]] Result<std::vector<AskedFor>> openRequests(Vault &vault, Ledger &ledger,
                                                         const Clock &clock);
// RequestUnknownHere, RequestAnswered. By flows/patient/answer.h, before anything is given.
[[nodiscard]] Result<> closeRequest(Vault &vault, const RequestId &id, bool granted);
// When nothing came of the answer. RequestUnknownHere.
[[nodiscard]] Result<> openRequestAgain(Vault &vault, const RequestId &id);

} // namespace apricot
