// SPDX-License-Identifier: GPL-3.0-or-later
// A mailbox in a folder, with two clinics on its ledger and a patient's grant to one of them.
#pragma once

#include "crypto/seal.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "exchange/collect_request.h"
#include "exchange/directory_mailbox.h"
#include "ledger/memory_ledger.h"
#include "ledger/transaction.h"

#include <QTemporaryDir>

namespace apricot {

struct MailboxScene {
    FixedClock clock{1'800'000'000};
    SeededRandom random{11};
    SigningKey admin = key(), desk = key(), otherDesk = key(), patient = key();
    Organisation clinic = organisation("Wujin Hospital", desk);
    Organisation other = organisation("Lakeside Clinic", otherDesk);
    std::unique_ptr<Ledger> ledger;
    QTemporaryDir dir;
    std::unique_ptr<Mailbox> mailbox;
    Deposit deposit;
    Grant grant;

    MailboxScene() {
        Consortium genesis;
        genesis.chainId = "mailbox-test";
        genesis.admins = {verifyKeyOf(admin)};
        auto made = createMemoryLedger(genesis, clock, random);
        if (!made) qFatal("%s", made.error().detail.c_str());
        ledger = std::move(*made);
        must(submit(RegisterOrganisation{clinic}, admin));
        must(submit(RegisterOrganisation{other}, admin));
        mailbox = openDirectoryMailbox(folder(), *ledger, clock).value();
        make();
    }
    std::filesystem::path folder() const { return dir.path().toStdString(); }
    SigningKey key() {
        SigningKey out;
        random.fill(out.writable());
        return out;
    }
    Organisation organisation(const char *name, const SigningKey &deskKey) {
        Organisation out;
        out.id = randomFixed<OrganisationId>(random);
        out.name = name;
        out.clearance = 5;
        out.purposes = {Purpose::Treatment};
        out.admin = verifyKeyOf(admin);
        out.desks = {{verifyKeyOf(deskKey)}};
        out.sealing = sealKeyOf(*OpenKey::from(key().view()));
        return out;
    }
    Outcome submit(Action action, const SigningKey &signer) {
        const auto t = makeTransaction(ledger->chainId(), std::move(action), clock, random);
        auto outcome = ledger->submit(signTransaction(t, signer));
        if (!outcome) qFatal("%s", outcome.error().detail.c_str());
        return *outcome;
    }
    static void must(const Outcome &outcome) {
        if (!outcome.accepted()) qFatal("%s", nameOf(outcome.refusal).data());
    }
    void make(UnixTime life = 900) {
        grant.open.id = randomFixed<GrantId>(random);
        grant.open.audience = clinic.id;
        grant.open.notBefore = clock.now() - 1;
        grant.open.expiry = clock.now() + life;
        grant.open.chainId = ledger->chainId();
        grant.closed.scope.kinds = 1;
        grant.closed.locator = randomFixed<Locator>(random);
        grant.closed.eraseBy = clock.now() + 86400;
        const auto signedGrant = signGrant(grant, patient);
        if (!signedGrant) qFatal("%s", signedGrant.error().detail.c_str());
        deposit = {host(), grant.closed.locator, signedGrant->publicPart, Bytes{1, 2, 3}, {}, {}};
        deposit = signDeposit(deposit, patient);
    }
    VerifyKey host() const { return mailbox->hosts()->front().id; }
    // Somebody whom nobody knows, with a grant for the clinic.
    Deposit invented(std::size_t bytes, const std::string &source) {
        const SigningKey nobody = key();
        Grant made = grant;
        made.open.id = randomFixed<GrantId>(random);
        made.closed.locator = randomFixed<Locator>(random);
        const auto signedGrant = signGrant(made, nobody);
        return signDeposit(
            {host(), made.closed.locator, signedGrant->publicPart, Bytes(bytes, 1), {}, source},
            nobody);
    }
    void redeem() { must(submit(Redeem{clinic.id, deposit.publicPart}, desk)); }
    Bytes request(const Organisation &by, const SigningKey &deskKey) {
        CollectRequest r;
        r.host = host();
        r.package = deposit.locator;
        r.organisation = by.id;
        r.time = clock.now();
        r.nonce = randomFixed<decltype(r.nonce)>(random);
        return signCollectRequest(r, deskKey);
    }
    ErrorCode refusal(ByteView request) {
        const auto out = mailbox->collect(request);
        return out.ok() ? ErrorCode::None : out.error().code;
    }
    std::size_t filesLeft() const {
        std::size_t n = 0;
        for (const auto &entry : std::filesystem::directory_iterator(folder() / "packages"))
            n += entry.is_regular_file();
        return n;
    }
};

} // namespace apricot
