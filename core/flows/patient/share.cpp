// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/patient/share.h"

#include "crypto/hash.h"
#include "crypto/seal.h"
#include "crypto/system_random.h"
#include "exchange/package.h"
#include "flows/patient/parcel.h"
#include "flows/shared/directory.h"
#include "flows/shared/grant_ledger.h"
#include "ledger/policy.h"
#include "ledger/receipt.h"
#include "ledger/transaction.h"
#include "session/known_nodes.h"
#include "vault/events.h"

namespace apricot {
namespace {

// Into `records` and `closed`. Named records may be of any kind and date: all rows are looked at.
Result<> choose(Vault &vault, const Scope &scope, Rehearsal &into) {
    Scope atAnyLevel = scope;
    atAnyLevel.level = 5;
    Page page{1000, std::nullopt};
    for (;;) {
        APRICOT_TRY_ASSIGN(rows, vault.list({}, page));
        if (rows.empty()) return {};
        page.after = rows.back().cursor;
        for (RecordRow &row : rows) {
            const RecordFacts facts{row.id, row.kind, row.level, row.dated, row.date};
            if (opens(scope, facts))
                into.records.push_back(std::move(row));
            else if (opens(atAnyLevel, facts))
                into.closed.push_back(std::move(row));
        }
    }
}

Result<std::vector<std::string>> resourcesOf(Vault &vault, const std::vector<RecordRow> &rows) {
    std::vector<std::string> out;
    for (const RecordRow &row : rows) {
        APRICOT_TRY_ASSIGN(record, vault.record(row.id));
        out.push_back(originalJson(record));
    }
    return out;
}

Digest contentsOf(const std::vector<std::string> &resources) {
    Bytes digests;
    for (const std::string &resource : resources) {
        const Digest one = sha256(viewOf(resource));
        digests.insert(digests.end(), one.bytes.begin(), one.bytes.end());
    }
    return sha256(digests);
}

Result<SignedGrant> storedGrant(Vault &vault, std::string_view name) {
    APRICOT_TRY_ASSIGN(stored, vault.get(spaces::grants, name));
    if (!stored) return fail(ErrorCode::GrantUnknownHere, std::string(name));
    return decodeGrant(stored->view());
}

Result<Grant> givenGrant(Vault &vault, std::string_view name) {
    APRICOT_TRY_ASSIGN(signedGrant, storedGrant(vault, name));
    return verifyGrant(signedGrant);
}

Result<Given> withClinic(Vault &vault, std::string_view name) {
    APRICOT_TRY_ASSIGN(grant, givenGrant(vault, name));
    APRICOT_TRY_ASSIGN(clinic, vault.get(spaces::clinics, toHex(grant.open.audience.view())));
    return Given{std::move(grant), clinic ? std::string(textOf(clinic->view())) : std::string()};
}

// By the rule of the ledger, before anything is signed. Without the ledger (a phone that is not on
// a network) the policy is not known: then the ledger says so when it is redeemed.
Result<> someDeskMayOpen(const Organisation &clinic, const ShareChoice &choice, Ledger &ledger) {
    const auto policy = standingPolicy(ledger);
    GrantPublic asked;
    asked.purpose = choice.purpose;
    asked.level = choice.scope.level;
    for (const DeskKey &desk : clinic.desks)
        if (refusalFor(asked, clinic, desk, policy ? *policy : Policy()) == Refusal::None)
            return {};
    return fail(ErrorCode::ClinicMayNotOpen, toHex(choice.clinic.view()));
}

} // namespace

Result<Rehearsal> rehearse(Vault &vault, Ledger &ledger, const ShareChoice &choice,
                           const Clock &clock, Random &random) {
    Rehearsal out;
    APRICOT_TRY_ASSIGN(clinic, knownOrganisation(vault, ledger, choice.clinic));
    APRICOT_TRY(someDeskMayOpen(clinic, choice, ledger));
    APRICOT_TRY(choose(vault, choice.scope, out));
    if (out.records.empty()) return fail(ErrorCode::NothingToShare);
    GrantPublic &open = out.grant.open;
    open.id = randomFixed<GrantId>(random);
    open.audience = choice.clinic;
    open.notBefore = clock.now() - clock.now() % 60; // whole minutes read easily
    open.expiry = choice.expiry;
    open.uses = choice.uses;
    open.purpose = choice.purpose;
    open.level = choice.scope.level;
    open.chainId = ledger.chainId();
    GrantPrivate &closed = out.grant.closed;
    closed.scope = choice.scope;
    closed.locator = randomFixed<decltype(closed.locator)>(random);
    closed.salt = randomFixed<Salt16>(random);
    closed.eraseBy = choice.eraseBy;
    closed.utcOffsetMinutes = choice.utcOffsetMinutes;
    closed.textVersion = consentTextVersion;
    APRICOT_TRY_ASSIGN(nodes, knownNodes(vault, ledger, clock));
    const MonthNumber month = keyMonthOf(open.expiry);
    if (auto holders = chooseHolders(nodes, open.audience, month, random)) {
        out.holders = std::move(*holders);
        closed.shareHolders = static_cast<std::uint8_t>(out.holders.nodes.size());
    } else if (auto single = singleHolder(nodes, open.audience, month))
        out.holders = std::move(*single);
    APRICOT_TRY_ASSIGN(words, consentText(out.grant, clinic.name));
    closed.textHash = words.hash();
    APRICOT_TRY_ASSIGN(resources, resourcesOf(vault, out.records));
    out.contents = contentsOf(resources);
    out.clinic = std::move(clinic);
    out.words = std::move(words);
    return out;
}

Result<Shared> share(Vault &vault, const Wallet &wallet, Mailbox &mailbox, Rehearsal rehearsal,
                     Random &random) {
    APRICOT_TRY_ASSIGN(resources, resourcesOf(vault, rehearsal.records));
    if (contentsOf(resources) != rehearsal.contents) return fail(ErrorCode::RecordsChanged);
    Grant &grant = rehearsal.grant;
    // One pseudonym a clinic: two clinics cannot tell that they treat the same person.
    const Pseudonym pseudonym = wallet.pseudonymFor(rehearsal.clinic.id.view());
    if (rehearsal.holders.nodes.empty()) {
        APRICOT_TRY_ASSIGN(
            host, knownHost(vault, grant.open.chainId, &mailbox, keyMonthOf(grant.open.expiry)));
        rehearsal.holders = std::move(host);
    }
    const ShareBinding binding{pseudonym.verifying, pseudonym.verifying, grant.open.id,
                               grant.open.audience};
    APRICOT_TRY_ASSIGN(package, makePackage(resources, binding, rehearsal.holders, random));
    grant.closed.packageHash = package.hash;
    grant.closed.sealedHalf = seal(rehearsal.clinic.sealing, package.grantHalf.view());
    grant.closed.inbox = pseudonym.inbox;
    Shared out;
    APRICOT_TRY_ASSIGN(signedGrant, signGrant(grant, pseudonym.signing));
    static_cast<SignedGrant &>(out) = std::move(signedGrant);
    // Noted first: a grant that is given must be in the list from which it can be revoked.
    const std::string name = toHex(grant.open.id.view());
    APRICOT_TRY(vault.put(spaces::grants, name, encodeGrant(out)));
    APRICOT_TRY(keepParcel(vault, grant.open.id, package.file));
    const auto left = deliverParcel(vault, wallet, mailbox, grant.open.id, grant.open.notBefore);
    const ErrorCode why = left ? ErrorCode::None : left.error().code;
    if (why == ErrorCode::MailboxRefusedDeposit || why == ErrorCode::PackageOfEndedGrant) {
        // Nobody has seen the signature, and there is nothing it could open.
        APRICOT_TRY(dropParcel(vault, grant.open.id));
        APRICOT_TRY(vault.remove(spaces::grants, name));
        return left.error();
    }
    if (!left) out.waits = left.error();
    out.package = std::move(package.file);
    APRICOT_TRY(vault.put(spaces::clinics, toHex(rehearsal.clinic.id.view()),
                          viewOf(rehearsal.clinic.name)));
    APRICOT_TRY(note<events::grant>(vault, name, resources.size()));
    return out;
}

Result<Outcome> revoke(Vault &vault, const Wallet &wallet, Ledger &ledger, Mailbox &mailbox,
                       const GrantId &id, const Clock &clock, Random &random) {
    const std::string name = toHex(id.view());
    APRICOT_TRY_ASSIGN(grant, givenGrant(vault, name));
    APRICOT_TRY(standsOn(ledger, grant.open));
    const Pseudonym pseudonym = wallet.pseudonymFor(grant.open.audience.view());
    const auto transaction =
        makeTransaction(ledger.chainId(), Revoke{pseudonym.verifying, id}, clock, random);
    APRICOT_TRY_ASSIGN(outcome, ledger.submit(signTransaction(transaction, pseudonym.signing)));
    if (!outcome.accepted()) return errorOf(outcome);
    APRICOT_TRY(note<events::revoke>(vault, name));
    APRICOT_TRY(dropParcel(vault, id)); // nobody can open it, and no mailbox takes it
    // It has ended whether or not a mailbox can be told now: each asks the ledger itself.
    (void)mailbox.sweep().ok();
    return outcome;
}

Result<std::vector<Given>> grantsGiven(Vault &vault) {
    APRICOT_TRY_ASSIGN(names, vault.keys(spaces::grants));
    std::vector<Given> out;
    for (const std::string &name : names) {
        APRICOT_TRY_ASSIGN(given, withClinic(vault, name));
        out.push_back(std::move(given));
    }
    std::ranges::stable_sort(out, std::greater{},
                             [](const Given &given) { return given.grant.open.notBefore; });
    return out;
}

Result<Given> grantGiven(Vault &vault, const GrantId &grant) {
    return withClinic(vault, toHex(grant.view()));
}

Result<SignedGrant> signedGrantOf(Vault &vault, const GrantId &grant) {
    return storedGrant(vault, toHex(grant.view()));
}

Result<std::vector<SignedGrant>> signedGrants(Vault &vault,
                                              const std::optional<std::string> &chain) {
    APRICOT_TRY_ASSIGN(names, vault.keys(spaces::grants));
    std::vector<SignedGrant> out;
    for (const std::string &name : names) {
        APRICOT_TRY_ASSIGN(one, storedGrant(vault, name));
        if (chain) {
            APRICOT_TRY_ASSIGN(open, decodePublicPart(one.publicPart)); // who uses it verifies it
            if (open.chainId != *chain) continue;
        }
        out.push_back(std::move(one));
    }
    return out;
}

} // namespace apricot
