// SPDX-License-Identifier: GPL-3.0-or-later
// A grant that is right in every field, for tests to make wrong one field at a time.
#pragma once

#include "consent/delegation.h"
#include "consent/grant.h"
#include "crypto/system_random.h"

#include <algorithm>

namespace apricot {

inline SigningKey signingKeyOf(std::uint8_t fill) {
    return *SigningKey::from(Bytes(32, fill));
}

inline Grant exampleGrant(std::uint64_t seed = 1) {
    SeededRandom random(seed);
    Grant grant;
    grant.open.id = randomFixed<GrantId>(random);
    grant.open.audience = randomFixed<OrganisationId>(random);
    grant.open.notBefore = 1772355600;
    grant.open.expiry = 1772355600 + 900;
    grant.open.uses = 1;
    grant.open.purpose = Purpose::Treatment;
    grant.open.level = 3;
    grant.open.chainId = "apricot-embedded-1";
    grant.closed.scope.level = 3;
    grant.closed.scope.kinds = 0b101;
    grant.closed.locator = randomFixed<decltype(grant.closed.locator)>(random);
    grant.closed.packageHash = randomFixed<Digest>(random);
    grant.closed.sealedHalf = Bytes(80);
    random.fill(grant.closed.sealedHalf);
    grant.closed.salt = randomFixed<Salt16>(random);
    grant.closed.textHash = randomFixed<Digest>(random);
    grant.closed.eraseBy = grant.open.expiry + 86400;
    grant.closed.inbox = randomFixed<SealKey>(random);
    grant.closed.utcOffsetMinutes = 480;
    return grant;
}

// All kinds, dates, kinds whatever their date, 12 records named and 12 struck out, two node hints:
// the largest that people make.
inline Grant largeGrant() {
    Grant grant = exampleGrant(2);
    SeededRandom random(3);
    Scope &scope = grant.closed.scope;
    scope.kinds = allKinds;
    scope.from = 1709222400;
    scope.until = 1772294400;
    scope.alwaysKinds = 0b11100;
    for (auto *names : {&scope.records, &scope.struckOut}) {
        for (int i = 0; i < 12; ++i) names->push_back(randomFixed<RecordName>(random));
        std::sort(names->begin(), names->end());
    }
    grant.closed.nodes = {"n1.wujin.example", "n2.wujin.example"};
    return grant;
}

// What a delegation of these kinds closes off from the chain, for exampleGrant()'s inbox.
inline DelegationOpening openingOf(const Grant &grant, std::uint16_t kinds = allKinds) {
    return {{{7}}, kinds, grant.closed.inbox};
}

} // namespace apricot
