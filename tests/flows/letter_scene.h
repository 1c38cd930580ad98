// SPDX-License-Identifier: GPL-3.0-or-later
// A person, two clinics, a ledger and a mailbox, between whom letters go. Real vault files, the
// embedded ledger on disk, the mailbox in a folder.
#pragma once

#include "crypto/crypto.h"
#include "crypto/hash.h"
#include "crypto/seal.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "exchange/directory_mailbox.h"
#include "exchange/envelope.h"
#include "flows/clinic/write_back.h"
#include "flows/patient/import_records.h"
#include "flows/patient/inbox.h"
#include "flows/patient/share.h"
#include "ledger/embedded_ledger.h"
#include "ledger/prefix_proof.h"
#include "ledger/receipt.h"
#include "ledger/transaction.h"

#include <QTemporaryDir>

#include <fstream>

namespace apricot::test {

inline std::string observation(std::string_view id, std::string_view value,
                               std::string_view updated = "2026-03-01T10:00:00Z") {
    return R"({"resourceType":"Observation","id":")" + std::string(id)
           + R"(","meta":{"lastUpdated":")" + std::string(updated)
           + R"("},"status":"final","category":[{"coding":[{"system":)"
             R"("http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],)"
             R"("code":{"text":"空腹血糖"},"subject":{"reference":"Patient/p"},)"
             R"("effectiveDateTime":"2026-03-01","valueQuantity":{"value":)"
           + std::string(value) + R"(,"unit":"mmol/L"}})";
}

// A ledger that can be out of reach.
class FarLedger final : public Ledger {
  public:
    explicit FarLedger(Ledger &to) : m_to(to) {}
    bool away = false;
    std::string chainId() const override { return m_to.chainId(); }
    std::optional<VerifyKey> ledgerKey() const override { return m_to.ledgerKey(); }
    Result<VerifiedAnswer> verify(const ProvenAnswer &answer) const override {
        return m_to.verify(answer);
    }
    Result<Outcome> submit(ByteView transaction) override { return m_to.submit(transaction); }
    Result<ProvenAnswer> query(ByteView key) override {
        if (away) return Error{ErrorCode::LedgerUnavailable, {}, {}};
        return m_to.query(key);
    }
    Result<ProvenPrefix> queryPrefix(const StatePrefix &prefix) override {
        return m_to.queryPrefix(prefix);
    }
    Subscription watch(Height from, std::function<void(const LedgerEvent &)> told) override {
        return m_to.watch(from, std::move(told));
    }

  private:
    Ledger &m_to;
};

struct Scene {
    FixedClock clock{1'790'000'000};
    SeededRandom random{33};
    QTemporaryDir dir;
    SigningKey admin = key();
    Desk clinic = desk(), other = desk();
    std::unique_ptr<Vault> vault;
    std::unique_ptr<Ledger> real;
    std::unique_ptr<FarLedger> ledger;
    std::unique_ptr<Mailbox> mailbox;
    Wallet wallet = Wallet::create(random);

    Scene() {
        vault =
            Vault::create(path("vault"), passphrase(), leastPasswordCost, random, clock).value();
        Consortium genesis;
        genesis.chainId = "apricot-embedded-1";
        genesis.admins = {verifyKeyOf(admin)};
        real = createEmbeddedLedger(path("ledger"), genesis, clock, random).value();
        ledger = std::make_unique<FarLedger>(*real);
        mailbox = openDirectoryMailbox(path("mailbox"), *ledger, clock).value();
        enlist(clinic, "Wujin Hospital");
        enlist(other, "Lakeside Clinic");
        import(observation("g1", "7.10"));
    }
    static SecretBytes passphrase() {
        std::string phrase = "four plum trees";
        return SecretBytes::take({reinterpret_cast<std::uint8_t *>(phrase.data()), phrase.size()});
    }
    void import(const std::string &resource) {
        std::ofstream(path("in.json")) << resource;
        if (!importRecords(*vault, path("in.json"))) qFatal("import");
    }
    std::filesystem::path path(const char *name) const {
        return std::filesystem::path(dir.path().toStdString()) / name;
    }
    SigningKey key() {
        SigningKey out;
        random.fill(out.writable());
        return out;
    }
    Desk desk() {
        return {randomFixed<OrganisationId>(random), key(), *OpenKey::from(key().view())};
    }
    Desk copyOf(const Desk &of) const {
        return {of.organisation, of.signing.clone(), of.opening.clone()};
    }
    void submit(Action action) {
        const auto t = makeTransaction(ledger->chainId(), std::move(action), clock, random);
        const auto outcome = ledger->submit(signTransaction(t, admin));
        if (!outcome || !outcome->accepted()) qFatal("refused");
    }
    void enlist(const Desk &of, const char *name) {
        Organisation o;
        o.id = of.organisation;
        o.name = name;
        o.clearance = 5;
        o.purposes = {Purpose::Treatment};
        o.admin = verifyKeyOf(admin);
        o.desks = {{verifyKeyOf(of.signing)}};
        o.sealing = sealKeyOf(of.opening);
        submit(RegisterOrganisation{o});
    }
    Scope labResults() const {
        Scope out;
        out.kinds = 1U << (static_cast<unsigned>(Kind::LabResult) - 1U);
        out.level = 3;
        return out;
    }
    SignedGrant give(const Desk &to) {
        ShareChoice choice;
        choice.clinic = to.organisation;
        choice.scope = labResults();
        choice.expiry = clock.now() + 900;
        auto rehearsal = rehearse(*vault, *ledger, choice, clock, random);
        if (!rehearsal) qFatal("rehearse: %s", nameOf(rehearsal.error().code).data());
        auto given = share(*vault, wallet, *mailbox, std::move(*rehearsal), random);
        if (!given) qFatal("share: %s", nameOf(given.error().code).data());
        return *given;
    }
    Inspection visit(const Desk &at) {
        auto seen = inspect(grantToText(give(at)), *ledger);
        if (!seen) qFatal("inspect");
        return std::move(*seen);
    }
    Result<> write(const Inspection &visit, const Desk &desk, const std::string &resource) {
        return writeBack(visit, desk, LetterKind::Result, {resource}, *ledger, *mailbox, clock);
    }
    Letter letterFor(const Inspection &visit, const std::string &resource) const {
        Letter out;
        out.organisation = visit.grant.open.audience;
        out.chainId = ledger->chainId();
        out.grant = visit.grant.open.id;
        out.inbox = visit.grant.closed.inbox;
        out.time = clock.now();
        out.resources = {resource};
        return out;
    }
    // Past all that writeBack checks.
    void post(const Inspection &visit, ByteView signedLetter) {
        const auto envelope = sealEnvelope(visit.grant.closed.inbox, signedLetter);
        if (!envelope || !mailbox->post(visit.grant.closed.inbox, *envelope)) qFatal("post");
    }
    std::vector<News> fetch() {
        auto out = fetchInbox(*vault, wallet, *ledger, *mailbox, clock);
        if (!out) qFatal("fetch: %s", nameOf(out.error().code).data());
        return std::move(*out);
    }
    std::size_t logged(std::string_view kind) {
        const auto log = vault->log({1000, std::nullopt});
        return static_cast<std::size_t>(
            std::ranges::count_if(*log, [&](const LogEntry &entry) { return entry.kind == kind; }));
    }
    Wish wish() const { return {labResults(), Purpose::Treatment, 60, 1}; }
};

} // namespace apricot::test
