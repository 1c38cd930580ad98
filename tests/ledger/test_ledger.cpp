// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule of the ledger, by name, on the ledger in memory.
#include <QTest>

#include "parties.h"

#include "crypto/crypto.h"
#include "ledger/header.h"
#include "ledger/memory_ledger.h"
#include "ledger/receipt.h"
#include "ledger/rules.h"
#include "program/test_program.h"

using namespace apricot;

namespace {

struct Scene : Parties {
    std::unique_ptr<Ledger> ledger;
    explicit Scene(std::uint32_t quorum = 1, bool registered = true) {
        ledger = std::move(createMemoryLedger(genesis(quorum), clock, random)).value();
        if (registered && quorum == 1)
            accepted(signedBy(admin, RegisterOrganisation{organisation()}));
    }
    ErrorCode submit(const Bytes &transaction) {
        const auto outcome = ledger->submit(transaction);
        return outcome ? codeOf(outcome->refusal) : outcome.error().code;
    }
    void accepted(const Bytes &transaction) {
        const ErrorCode code = submit(transaction);
        if (code != ErrorCode::None) qFatal("refused: %s", std::string(nameOf(code)).c_str());
    }
    [[nodiscard]] std::optional<Bytes> state(const Bytes &key) {
        const auto answer = ledger->query(key);
        const auto verified = verifyAnswer(answer.value(), *ledger->ledgerKey(), chainId);
        return verified.value().value;
    }
};

} // namespace

#define REFUSED(scene, transaction, code)                                                          \
    QCOMPARE(nameOf((scene).submit(transaction)), nameOf(code))

class TestLedger : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void aGrantIsRedeemedOnceAndProven() {
        Scene s;
        const Grant grant = s.grant();
        const Bytes part = s.publicPart(grant);
        s.accepted(s.redeem(part));
        const auto value =
            s.state(grantKey(verifyKeyOf(s.patient), verifyKeyOf(s.patient), grant.open.id));
        QVERIFY(value.has_value());
        const auto state = decodeGrantState(*value);
        QVERIFY(state.ok());
        QCOMPARE(state->used, 1U);
        QVERIFY(state->organisation == s.clinic);
        REFUSED(s, s.redeem(part), ErrorCode::GrantUsedUp);
    }

    void usesAreCounted() {
        Scene s;
        const Bytes part = s.publicPart(s.grant(3));
        for (int i = 0; i < 3; ++i) s.accepted(s.redeem(part));
        REFUSED(s, s.redeem(part), ErrorCode::GrantUsedUp);
    }

    void wrongChain() {
        Scene s;
        Transaction t = makeTransaction("another", Revoke{}, s.clock, s.random);
        REFUSED(s, signTransaction(t, s.patient), ErrorCode::WrongChain);
        Grant grant = s.grant();
        grant.open.chainId = "another";
        REFUSED(s, s.redeem(s.publicPart(grant)), ErrorCode::WrongChain);
    }

    void transactionExpired() {
        Scene s;
        const Bytes redeem = s.redeem(s.publicPart(s.grant()));
        s.clock.advance(usualTransactionLife);
        REFUSED(s, redeem, ErrorCode::TransactionExpired);
    }

    void transactionTooLongLived() {
        Scene s;
        const Transaction t =
            makeTransaction(s.chainId, Revoke{}, s.clock, s.random, longestTransactionLife + 1);
        REFUSED(s, signTransaction(t, s.patient), ErrorCode::TransactionTooLongLived);
    }

    void transactionReplayedAndForgottenAfterItsLife() {
        Scene s;
        const Bytes redeem = s.redeem(s.publicPart(s.grant(5)));
        const auto body = decodeTransaction(redeem);
        const Bytes seen = seenKey(checkTransaction(redeem).bodyDigest);
        s.accepted(redeem);
        REFUSED(s, redeem, ErrorCode::TransactionReplayed);
        QVERIFY(s.state(seen).has_value());
        s.clock.advance(usualTransactionLife);
        REFUSED(s, redeem, ErrorCode::TransactionExpired);
        s.accepted(s.redeem(s.publicPart(s.grant())));
        s.accepted(s.redeem(s.publicPart(s.grant())));
        QVERIFY(!s.state(seen).has_value()); // forgotten, and refused for ever all the same
        REFUSED(s, redeem, ErrorCode::TransactionExpired);
    }

    void transactionForged() {
        Scene s;
        auto t = decodeTransaction(s.redeem(s.publicPart(s.grant())));
        t->signatures[0].signature.bytes[3] ^= 1U;
        REFUSED(s, assembleTransaction(t->body, t->signatures), ErrorCode::TransactionForged);
    }

    void transactionMalformed() {
        Scene s;
        Bytes wire = s.redeem(s.publicPart(s.grant()));
        for (std::size_t n = 0; n < wire.size(); n += 7)
            QVERIFY(s.submit(Bytes(wire.begin(), wire.begin() + static_cast<std::ptrdiff_t>(n)))
                    != ErrorCode::None);
        wire.push_back(0);
        QVERIFY(s.submit(wire) != ErrorCode::None);
        QVERIFY(s.submit(Bytes(largestTransaction + 1)) != ErrorCode::None);
        // An unknown type.
        Bytes body = encodeBody(makeTransaction(s.chainId, Revoke{}, s.clock, s.random));
        body[1] = 9;
        REFUSED(s, assembleTransaction(body, {signBody(body, s.patient)}),
                ErrorCode::TransactionMalformed);
    }

    void organisationUnknown() {
        Scene s(1, false);
        REFUSED(s, s.redeem(s.publicPart(s.grant())), ErrorCode::OrganisationUnknown);
    }

    void organisationSuspendedAndReinstated() {
        Scene s;
        const Bytes part = s.publicPart(s.grant());
        s.accepted(s.signedBy(s.admin, SuspendOrganisation{s.clinic}));
        REFUSED(s, s.redeem(part), ErrorCode::OrganisationSuspended);
        s.accepted(s.signedBy(s.otherAdmin, ReinstateOrganisation{s.clinic}));
        s.accepted(s.redeem(part));
    }

    void deskKeyUnknownAndKeysChanged() {
        Scene s;
        const Bytes part = s.publicPart(s.grant());
        const Bytes stolen = s.signedBy(s.stranger, Redeem{s.clinic, part});
        REFUSED(s, stolen, ErrorCode::DeskKeyUnknown);
        const ChangeKeys change{
            s.clinic, verifyKeyOf(s.clinicAdmin), {{verifyKeyOf(s.stranger)}}, {}};
        REFUSED(s, s.signedBy(s.desk, change), ErrorCode::NotAuthorised);
        s.accepted(s.signedBy(s.clinicAdmin, change));
        REFUSED(s, s.redeem(part), ErrorCode::DeskKeyUnknown);
        s.accepted(s.signedBy(s.stranger, Redeem{s.clinic, part}));
    }

    void grantForged() {
        Scene s;
        Bytes part = s.publicPart(s.grant());
        part.back() ^= 1U;
        REFUSED(s, s.redeem(part), ErrorCode::GrantForged);
    }

    void grantForOtherOrganisation() {
        Scene s;
        Grant grant = s.grant();
        grant.open.audience.bytes[0] ^= 1U;
        REFUSED(s, s.redeem(s.publicPart(grant)), ErrorCode::GrantForOtherOrganisation);
    }

    void grantNotYetValidThenExpired() {
        Scene s;
        Grant grant = s.grant();
        grant.open.notBefore = s.clock.now() + notBeforeGrace + 1;
        const Bytes part = s.publicPart(grant);
        REFUSED(s, s.redeem(part), ErrorCode::GrantNotYetValid);
        s.clock.set(grant.open.expiry);
        REFUSED(s, s.redeem(part), ErrorCode::GrantExpired);
        s.clock.advance(-1);
        s.accepted(s.redeem(part));
    }

    void aClockSetBackOpensNothing() {
        Scene s;
        const Grant grant = s.grant();
        const Bytes part = s.publicPart(grant);
        s.clock.set(grant.open.expiry);
        s.accepted(s.redeem(s.publicPart(s.grant())));
        s.clock.advance(-100);
        REFUSED(s, s.redeem(part), ErrorCode::GrantExpired);
    }

    void purposeNotAllowed() {
        Scene s;
        Grant grant = s.grant();
        grant.open.purpose = Purpose::Insurance;
        REFUSED(s, s.redeem(s.publicPart(grant)), ErrorCode::PurposeNotAllowed);
    }

    void clearanceTooLow() {
        Scene s;
        Grant grant = s.grant();
        grant.open.level = grant.closed.scope.level = 4;
        REFUSED(s, s.redeem(s.publicPart(grant)), ErrorCode::ClearanceTooLow);
    }

    void grantRevokedEvenWhenNeverSeenAndOnlyByItsOwner() {
        Scene s;
        const Grant grant = s.grant();
        const Bytes part = s.publicPart(grant);
        // A stranger can neither use the patient's key nor, with a key of his own, the same id.
        REFUSED(s, s.signedBy(s.stranger, Revoke{verifyKeyOf(s.patient), grant.open.id}),
                ErrorCode::NotAuthorised);
        s.accepted(s.signedBy(s.stranger, Revoke{verifyKeyOf(s.stranger), grant.open.id}));
        const auto before = s.ledger->query(
            grantKey(verifyKeyOf(s.patient), verifyKeyOf(s.patient), grant.open.id));
        QVERIFY(!before->value.has_value());
        s.accepted(s.signedBy(s.patient, Revoke{verifyKeyOf(s.patient), grant.open.id}));
        REFUSED(s, s.redeem(part), ErrorCode::GrantRevoked);
    }

    void notAuthorisedWithoutAQuorum() {
        Scene s(2, false);
        const Bytes body = encodeBody(
            makeTransaction(s.chainId, RegisterOrganisation{s.organisation()}, s.clock, s.random));
        const SignedBy one = signBody(body, s.admin);
        const SignedBy two = signBody(body, s.otherAdmin);
        REFUSED(s, assembleTransaction(body, {one}), ErrorCode::NotAuthorised);
        REFUSED(s, assembleTransaction(body, {one, signBody(body, s.stranger)}),
                ErrorCode::NotAuthorised);
        REFUSED(s, assembleTransaction(body, {one, one}), ErrorCode::TransactionMalformed);
        s.accepted(assembleTransaction(body, {one, two}));
    }

    void organisationExistsAndInvalid() {
        Scene s;
        REFUSED(s, s.signedBy(s.admin, RegisterOrganisation{s.organisation()}),
                ErrorCode::OrganisationExists);
        const ChangeKeys none{s.clinic, verifyKeyOf(s.clinicAdmin), {}, {}};
        REFUSED(s, s.signedBy(s.clinicAdmin, none), ErrorCode::OrganisationInvalid);
    }

    void aReceiptIsCheckedOfflineAndNoTamperedOneIsAccepted() {
        Scene s;
        const Grant grant = s.grant();
        s.accepted(s.redeem(s.publicPart(grant)));
        const auto answer = s.ledger->query(
            grantKey(verifyKeyOf(s.patient), verifyKeyOf(s.patient), grant.open.id));
        const Bytes receipt = encodeAnswer(*answer);
        const auto truth = verifyAnswer(*decodeAnswer(receipt), *s.ledger->ledgerKey(), s.chainId);
        QVERIFY(truth.ok());
        QCOMPARE(truth->time, s.clock.now());
        for (std::size_t i = 0; i < receipt.size(); ++i) {
            Bytes bad = receipt;
            bad[i] ^= static_cast<std::uint8_t>(1U << (i % 8));
            const auto decoded = decodeAnswer(bad);
            if (!decoded) continue;
            const auto seen = verifyAnswer(*decoded, *s.ledger->ledgerKey(), s.chainId);
            // Only the height beside the header is not covered, and it is not what is reported.
            QVERIFY(!seen.ok() || (seen->value == truth->value && seen->height == truth->height));
        }
        QCOMPARE(verifyAnswer(*answer, verifyKeyOf(s.stranger), s.chainId).error().code,
                 ErrorCode::HeaderForged);
        QCOMPARE(verifyAnswer(*answer, *s.ledger->ledgerKey(), "another").error().code,
                 ErrorCode::HeaderForOtherChain);
    }

    void watchersHearThePastAndThePresentInOrder() {
        Scene s;
        std::vector<Height> heard;
        auto subscription =
            s.ledger->watch(0, [&](const LedgerEvent &event) { heard.push_back(event.height); });
        QCOMPARE(heard, std::vector<Height>{2});
        s.accepted(s.redeem(s.publicPart(s.grant())));
        REFUSED(s, s.redeem(Bytes{1}), ErrorCode::GrantMalformed);
        QCOMPARE(heard, (std::vector<Height>{2, 3}));
        subscription.reset();
        s.accepted(s.redeem(s.publicPart(s.grant())));
        QCOMPARE(heard.size(), std::size_t{2});
    }

  private:
    static Digest sha256Of(std::string_view text) {
        return checkTransaction(viewOf(text)).id; // SHA-256 of the bytes
    }
};

APRICOT_TEST(TestLedger)
#include "test_ledger.moc"
