// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/share.h"

#include "crypto/hash.h"
#include "crypto/seal.h"
#include "crypto/system_random.h"
#include "exchange/package.h"
#include "flows/directory.h"
#include "ledger/receipt.h"
#include "ledger/transaction.h"

namespace apricot {
namespace {

Result<std::vector<RecordRow>> rowsOpenedBy(Vault &vault, const Scope &scope) {
    // Named records may be of any kind and date, so all rows up to the level are looked at.
    Filter filter;
    filter.maxLevel = scope.level;
    std::vector<RecordRow> out;
    Page page{1000, std::nullopt};
    for (;;) {
        APRICOT_TRY_ASSIGN(rows, vault.list(filter, page));
        if (rows.empty()) return out;
        page.after = rows.back().cursor;
        for (RecordRow &row : rows)
            if (opens(scope, {row.id, row.kind, row.level, row.dated, row.date}))
                out.push_back(std::move(row));
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

Result<Grant> givenGrant(Vault &vault, std::string_view name) {
    APRICOT_TRY_ASSIGN(stored, vault.get(grantSpace, name));
    if (!stored) return fail(Code::GrantUnknownHere, std::string(name));
    APRICOT_TRY_ASSIGN(signedGrant, decodeGrant(stored->view()));
    return verifyGrant(signedGrant);
}

} // namespace

Result<Rehearsal> rehearse(Vault &vault, Ledger &ledger, const ShareChoice &choice,
                           const Clock &clock, Random &random) {
    Rehearsal out;
    APRICOT_TRY_ASSIGN(clinic, activeOrganisation(ledger, choice.clinic));
    APRICOT_TRY_ASSIGN(records, rowsOpenedBy(vault, choice.scope));
    if (records.empty()) return fail(Code::NothingToShare);
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
    APRICOT_TRY_ASSIGN(words, consentText(out.grant, clinic.name));
    closed.textHash = words.hash();
    APRICOT_TRY_ASSIGN(resources, resourcesOf(vault, records));
    out.contents = contentsOf(resources);
    out.clinic = std::move(clinic);
    out.records = std::move(records);
    out.words = std::move(words);
    return out;
}

Result<SignedGrant> share(Vault &vault, const Wallet &wallet, Mailbox &mailbox, Rehearsal rehearsal,
                          Random &random) {
    APRICOT_TRY_ASSIGN(resources, resourcesOf(vault, rehearsal.records));
    if (contentsOf(resources) != rehearsal.contents) return fail(Code::RecordsChanged);
    APRICOT_TRY_ASSIGN(package, makePackage(resources, random));
    Grant &grant = rehearsal.grant;
    // One pseudonym a clinic: two clinics cannot tell that they treat the same person.
    const Pseudonym pseudonym = wallet.pseudonymFor(rehearsal.clinic.id.view());
    grant.closed.packageHash = package.hash;
    grant.closed.sealedHalf = seal(rehearsal.clinic.sealing, package.grantHalf.view());
    grant.closed.inbox = pseudonym.inbox;
    APRICOT_TRY_ASSIGN(signedGrant, signGrant(grant, pseudonym.signing));
    // Noted first: a grant that is given must be in the list from which it can be revoked.
    const std::string name = toHex(grant.open.id.view());
    APRICOT_TRY(vault.put(grantSpace, name, encodeGrant(signedGrant)));
    const ByteView half = package.mailboxHalf.view();
    APRICOT_TRY(mailbox.deposit({grant.closed.locator, signedGrant.publicPart,
                                 std::move(package.file), Bytes(half.begin(), half.end())}));
    APRICOT_TRY(vault.appendLog("grant", "{\"grant\":\"" + name + "\",\"records\":"
                                             + std::to_string(resources.size()) + "}"));
    return signedGrant;
}

Result<Outcome> revoke(Vault &vault, const Wallet &wallet, Ledger &ledger, Mailbox &mailbox,
                       const GrantId &id, const Clock &clock, Random &random) {
    const std::string name = toHex(id.view());
    APRICOT_TRY_ASSIGN(grant, givenGrant(vault, name));
    const Pseudonym pseudonym = wallet.pseudonymFor(grant.open.audience.view());
    const auto transaction =
        makeTransaction(ledger.chainId(), Revoke{pseudonym.verifying, id}, clock, random);
    APRICOT_TRY_ASSIGN(outcome, ledger.submit(signTransaction(transaction, pseudonym.signing)));
    if (outcome.accepted()) {
        APRICOT_TRY(vault.appendLog("revoke", "{\"grant\":\"" + name + "\"}"));
        APRICOT_TRY_ASSIGN(destroyed, mailbox.sweep());
        (void)destroyed;
    }
    return outcome;
}

Result<std::vector<Opening>> openings(Vault &vault, Ledger &ledger) {
    APRICOT_TRY_ASSIGN(names, vault.keys(grantSpace));
    std::vector<Opening> out;
    for (const std::string &name : names) {
        Opening opening;
        APRICOT_TRY_ASSIGN(grant, givenGrant(vault, name));
        APRICOT_TRY_ASSIGN(answer, ledger.query(grantKey(grant.open.pseudonym, grant.open.id)));
        APRICOT_TRY_ASSIGN(verified, ledger.verify(answer));
        APRICOT_TRY_ASSIGN(tombstone,
                           ledger.query(tombstoneKey(grant.open.pseudonym, grant.open.id)));
        APRICOT_TRY_ASSIGN(ended, ledger.verify(tombstone));
        if (verified.value) {
            APRICOT_TRY_ASSIGN(state, decodeGrantState(*verified.value));
            opening.state = std::move(state);
        }
        opening.grant = std::move(grant);
        opening.revoked = ended.value.has_value();
        opening.asOf = verified.time;
        opening.receipt = std::move(answer);
        out.push_back(std::move(opening));
    }
    return out;
}

} // namespace apricot
