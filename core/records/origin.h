// SPDX-License-Identifier: GPL-3.0-or-later
// Where a version of a record came from, and who answers for that.
#pragma once

#include "base/clock.h"
#include "terms/identifiers.h"

#include <string>

namespace apricot {

enum class OriginState : std::uint8_t {
    Unknown = 0, // from a file: nobody answers for it
    Own = 1,     // the person wrote it
    Ledger = 2,  // an organisation's desk signed it, and the ledger proved organisation and desk
    Issuer = 3   // an issuer's signature on it was verified
};

struct Origin {
    OriginState state = OriginState::Unknown;
    OrganisationId organisation; // of Ledger
    std::string name;            // of Ledger and Issuer, as it was proven; may be empty
    UnixTime time = 0;           // when it was signed; 0: unknown
};

} // namespace apricot
