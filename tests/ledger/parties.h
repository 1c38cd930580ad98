// SPDX-License-Identifier: GPL-3.0-or-later
// The people of the ledger's tests: a consortium, a clinic with a desk, a patient; and a clock.
#pragma once

#include "consent/delegation.h"
#include "consent/grant.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "ledger/transaction.h"

#include <cstdlib>

namespace apricot {

struct Parties {
    SeededRandom random{1};
    FixedClock clock{1'800'000'000};
    SigningKey admin = key(), otherAdmin = key(), clinicAdmin = key(), desk = key(),
               patient = key(), daughter = key(), stranger = key();
    std::string chainId = "test-chain";
    OrganisationId clinic = randomFixed<OrganisationId>(random);

    SigningKey key() {
        SigningKey out;
        random.fill(out.writable());
        return out;
    }
    [[nodiscard]] Consortium genesis(std::uint32_t quorum = 1) const {
        Consortium out{chainId, {verifyKeyOf(admin), verifyKeyOf(otherAdmin)}, quorum};
        std::sort(out.admins.begin(), out.admins.end());
        return out;
    }
    [[nodiscard]] Organisation organisation() const {
        Organisation out;
        out.id = clinic;
        out.name = "Clinic 杏";
        out.clearance = 3;
        out.purposes = {Purpose::Treatment, Purpose::Referral};
        out.admin = verifyKeyOf(clinicAdmin);
        out.desks = {{verifyKeyOf(desk)}};
        return out;
    }
    [[nodiscard]] Bytes signedBy(const SigningKey &signer, Action action) {
        return signTransaction(makeTransaction(chainId, std::move(action), clock, random), signer);
    }
    [[nodiscard]] Grant grant(std::uint32_t uses = 1) {
        Grant out;
        out.open.id = randomFixed<GrantId>(random);
        out.open.audience = clinic;
        out.open.notBefore = clock.now() - 10;
        out.open.expiry = clock.now() + 900;
        out.open.uses = uses;
        out.open.level = 2;
        out.open.chainId = chainId;
        out.closed.scope.kinds = 1;
        out.closed.scope.level = out.open.level;
        out.closed.locator = randomFixed<decltype(out.closed.locator)>(random);
        out.closed.sealedHalf = Bytes(80, 1);
        out.closed.eraseBy = clock.now() + 900;
        return out;
    }
    [[nodiscard]] Bytes publicPart(Grant grant) {
        const auto out = signGrant(grant, patient);
        if (!out) std::abort();
        return out->publicPart;
    }
    [[nodiscard]] Bytes redeem(const Bytes &publicPartOfGrant) {
        return signedBy(desk, Redeem{clinic, publicPartOfGrant});
    }
};

} // namespace apricot
