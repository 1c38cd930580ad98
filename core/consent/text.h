// SPDX-License-Identifier: GPL-3.0-or-later
// The words a person agrees to, in English and Chinese. All of it comes from the grant and the
// organisation's registered name, so that the clinic regenerates it and compares the hash.
#pragma once

#include "consent/grant.h"
#include "consent/wish.h"

namespace apricot {

// The words of a version are never changed, with the kinds and purposes that it knows: a version is
// added instead.
inline constexpr std::uint16_t consentTextVersion = 1;

struct ConsentText {
    std::string english, chinese;
    [[nodiscard]] Digest hash() const; // SHA-256(english | two line feeds | chinese)
};

// In the version that the private part names, with times in its UTC offset. A date that begins at
// midnight there is written without a time of day. ConsentTextUnavailable: a version of a later
// Apricot, a kind or purpose that the version does not know, or a name that is not usable
// (terms/shown_name.h).
[[nodiscard]] Result<ConsentText> consentText(const Grant &grant, std::string_view organisation);

// What a clinic asks for, before anything is decided: shown, never signed. Days as at that UTC
// offset. ConsentTextUnavailable as above, and for a wish that no grant could fulfil.
[[nodiscard]] Result<ConsentText> requestText(const Wish &wish, std::string_view organisation,
                                              int utcOffsetMinutes);

} // namespace apricot
