// SPDX-License-Identifier: GPL-3.0-or-later
// A person who gives, a clinic's counter, a ledger and a mailbox. Real vaults, ledger and mailbox.
#pragma once

#include "crypto/crypto.h"
#include "crypto/seal.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "exchange/directory_mailbox.h"
#include "flows/clinic/desk.h"
#include "flows/clinic/standing.h"
#include "flows/clinic/visit.h"
#include "flows/patient/import_records.h"
#include "flows/patient/share.h"
#include "ledger/embedded_ledger.h"
#include "ledger/transaction.h"
#include "line.h"

#include <QTemporaryDir>

namespace apricot::test {

inline SecretBytes secret(std::string text) {
    return SecretBytes::take({reinterpret_cast<std::uint8_t *>(text.data()), text.size()});
}

inline SigningKey newKey(Random &random) {
    SigningKey out;
    random.fill(out.writable());
    return out;
}

struct VisitScene {
    FixedClock clock{1'790'000'000};
    SeededRandom random{22};
    QTemporaryDir dir;
    SigningKey admin = newKey(random);
    std::unique_ptr<Vault> person, clinic;
    std::unique_ptr<Ledger> ledger;
    std::unique_ptr<Mailbox> mailbox;
    Wallet wallet = Wallet::create(random);
    Desk desk, other;

    std::filesystem::path path(const char *name) const {
        return std::filesystem::path(dir.path().toStdString()) / name;
    }
    VisitScene() {
        person = Vault::create(path("person"), secret("four plum trees"), leastPasswordCost, random,
                               clock)
                     .value();
        clinic = Vault::create(path("clinic"), secret("four plum trees"), leastPasswordCost, random,
                               clock)
                     .value();
        Consortium genesis;
        genesis.admins = {verifyKeyOf(admin)};
        ledger = createEmbeddedLedger(path("ledger"), genesis, clock, random).value();
        mailbox = openDirectoryMailbox(path("mailbox"), *ledger, clock).value();
        auto organisation = makeDeskOrganisation();
        submit(RegisterOrganisation{organisation});
        desk = deskOf(*clinic).value();
        other = {randomFixed<OrganisationId>(random), newKey(random),
                 *OpenKey::from(newKey(random).view())};
        if (!importRecords(*person, APRICOT_SOURCE_DIR "/packaging/sample/lin-guifang.json"))
            qFatal("import");
    }
    Organisation makeDeskOrganisation() {
        return makeDesk(*clinic, "Wujin Hospital", 3, {Purpose::Treatment}, random).value();
    }
    void submit(const Action &action) {
        const auto t = makeTransaction(ledger->chainId(), action, clock, random);
        const auto outcome = ledger->submit(signTransaction(t, admin));
        if (!outcome || !outcome->accepted()) qFatal("refused");
    }
    ShareChoice choice() const {
        ShareChoice out;
        out.clinic = desk.organisation;
        out.scope.kinds = 1U << (static_cast<unsigned>(Kind::Allergy) - 1U);
        out.scope.level = 3;
        out.expiry = clock.now() + 900;
        out.eraseBy = clock.now() + 3600;
        return out;
    }
    // Also what a well-behaved app would not sign: a purpose or level that the clinic may not open.
    SignedGrant give(const ShareChoice &as) {
        ShareChoice allowed = as;
        allowed.purpose = Purpose::Treatment;
        allowed.scope.level = std::min<std::uint8_t>(as.scope.level, 3);
        auto rehearsal = rehearse(*person, *ledger, allowed, clock, random);
        if (!rehearsal) qFatal("rehearse: %s", nameOf(rehearsal.error().code).data());
        Grant &grant = rehearsal->grant;
        grant.open.purpose = as.purpose;
        grant.open.level = grant.closed.scope.level = as.scope.level;
        grant.closed.textHash = consentText(grant, rehearsal->clinic.name)->hash();
        return share(*person, wallet, *mailbox, std::move(*rehearsal), random).value();
    }
    Inspection read(const SignedGrant &grant) {
        return inspect(grantToText(grant), *ledger).value();
    }
    Result<Visit> begin(const Inspection &seen, bool spend = true) {
        return beginVisit(*clinic, seen, desk, "Nurse 王", spend, *ledger, *mailbox, clock, random);
    }
    ErrorCode refusal(const Inspection &seen) {
        return standingOf(seen, desk, *ledger, clock).value().refusal;
    }
};

} // namespace apricot::test
