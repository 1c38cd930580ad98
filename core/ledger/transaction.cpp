// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/transaction.h"

#include "codec/cbor.h"
#include "codec/cose.h"
#include "crypto/sign.h"

namespace apricot {
namespace {

// The type numbers on the wire; never reused.
enum : std::uint64_t {
    TypeRegister = 1,
    TypeChangeKeys = 2,
    TypeSuspend = 3,
    TypeReinstate = 4,
    TypeRedeem = 5,
    TypeRevoke = 6,
    TypeRevokeDelegation = 7,
    TypeAnchor = 8,
    TypeChangeValidators = 9,
    TypeChangeConsortium = 10,
    TypeScheduleRules = 11
};
constexpr std::size_t commonFields = 4;
constexpr std::size_t mostSigners = 16;

Error malformed(std::string what) {
    return fail(Code::TransactionMalformed, std::move(what));
}

cbor::Writer open(const Transaction &t, std::uint64_t type, std::size_t fields) {
    cbor::Writer out;
    out.array(commonFields + fields).unsignedInteger(type).text(t.chainId);
    out.bytes(t.nonce.view()).integer(t.notAfter);
    return out;
}

struct Encode {
    const Transaction &t;

    Bytes operator()(const RegisterOrganisation &a) const {
        return open(t, TypeRegister, 1).bytes(encode(a.organisation)).take();
    }
    Bytes operator()(const ChangeKeys &a) const {
        cbor::Writer out = open(t, TypeChangeKeys, 4);
        out.bytes(a.organisation.view()).bytes(a.admin.view()).array(a.deskKeys.size());
        for (const VerifyKey &desk : a.deskKeys) out.bytes(desk.view());
        return out.bytes(a.sealing.view()).take();
    }
    Bytes operator()(const SuspendOrganisation &a) const {
        return open(t, TypeSuspend, 1).bytes(a.organisation.view()).take();
    }
    Bytes operator()(const ReinstateOrganisation &a) const {
        return open(t, TypeReinstate, 1).bytes(a.organisation.view()).take();
    }
    Bytes operator()(const Redeem &a) const {
        return open(t, TypeRedeem, 2).bytes(a.organisation.view()).bytes(a.grant).take();
    }
    Bytes operator()(const Revoke &a) const {
        return open(t, TypeRevoke, 2).bytes(a.pseudonym.view()).bytes(a.grant.view()).take();
    }
    Bytes operator()(const RevokeDelegation &a) const {
        return open(t, TypeRevokeDelegation, 2)
            .bytes(a.delegator.view())
            .bytes(a.delegation)
            .take();
    }
    Bytes operator()(const AnchorRecord &a) const {
        return open(t, TypeAnchor, 2)
            .bytes(a.organisation.view())
            .bytes(a.commitment.view())
            .take();
    }
    Bytes operator()(const ChangeValidators &a) const {
        cbor::Writer out = open(t, TypeChangeValidators, 1);
        out.array(a.changes.size());
        for (const ChainValidator &change : a.changes)
            out.array(2).bytes(change.key.view()).unsignedInteger(change.power);
        return out.take();
    }
    Bytes operator()(const ChangeConsortium &a) const {
        cbor::Writer out = open(t, TypeChangeConsortium, 3);
        out.array(a.admins.size());
        for (const VerifyKey &admin : a.admins) out.bytes(admin.view());
        return out.unsignedInteger(a.quorum).unsignedInteger(a.quota).take();
    }
    Bytes operator()(const ScheduleRules &a) const {
        return open(t, TypeScheduleRules, 2)
            .unsignedInteger(a.version)
            .unsignedInteger(a.from)
            .take();
    }
};

// A number of four bytes; a larger one is none that any rule takes.
Result<std::uint32_t> readNumber(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(number, in.unsignedInteger());
    if (number > 0xffffffffU) return malformed("number too large");
    return static_cast<std::uint32_t>(number);
}

Result<std::vector<VerifyKey>> readKeys(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(count, in.array());
    std::vector<VerifyKey> out;
    for (std::size_t i = 0; i < count; ++i) {
        APRICOT_TRY_ASSIGN(key, in.fixed<VerifyKey>());
        out.push_back(key);
    }
    return out;
}

Result<Action> readChangeValidators(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(count, in.array());
    ChangeValidators out;
    for (std::size_t i = 0; i < count; ++i) {
        APRICOT_TRY_ASSIGN(fields, in.array());
        if (fields != 2) return malformed("validator");
        APRICOT_TRY_ASSIGN(key, in.fixed<VerifyKey>());
        APRICOT_TRY_ASSIGN(power, readNumber(in));
        if (i > 0 && !(out.changes.back().key < key)) return malformed("order of validators");
        out.changes.push_back({key, power});
    }
    return Action(std::move(out));
}

Result<Action> readChangeConsortium(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(admins, readKeys(in));
    APRICOT_TRY_ASSIGN(quorum, readNumber(in));
    APRICOT_TRY_ASSIGN(quota, readNumber(in));
    return Action(ChangeConsortium{std::move(admins), quorum, quota});
}

Result<Action> readScheduleRules(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(version, readNumber(in));
    APRICOT_TRY_ASSIGN(from, in.unsignedInteger());
    return Action(ScheduleRules{version, from});
}

Result<Action> readChangeKeys(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(organisation, in.fixed<OrganisationId>());
    APRICOT_TRY_ASSIGN(admin, in.fixed<VerifyKey>());
    APRICOT_TRY_ASSIGN(desks, readKeys(in));
    APRICOT_TRY_ASSIGN(sealing, in.fixed<SealKey>());
    return Action(ChangeKeys{organisation, admin, std::move(desks), sealing});
}

template <class A, class First, class Second>
Result<Action> readPair(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(first, in.fixed<First>());
    APRICOT_TRY_ASSIGN(second, in.fixed<Second>());
    return Action(A{first, second});
}

Result<Action> readRedeem(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(organisation, in.fixed<OrganisationId>());
    APRICOT_TRY_ASSIGN(grant, in.bytes());
    return Action(Redeem{organisation, std::move(grant)});
}

Result<Action> readRevokeDelegation(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(delegator, in.fixed<VerifyKey>());
    APRICOT_TRY_ASSIGN(delegation, in.bytes());
    return Action(RevokeDelegation{delegator, std::move(delegation)});
}

template <class A>
Result<Action> readNamed(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(organisation, in.fixed<OrganisationId>());
    return Action(A{organisation});
}

Result<Action> readRegister(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(encoded, in.bytes());
    auto organisation = decodeOrganisation(encoded);
    if (!organisation) return malformed("organisation: " + organisation.error().detail);
    return Action(RegisterOrganisation{std::move(organisation).value()});
}

Result<Action> readAction(cbor::Reader &in, std::uint64_t type, std::size_t fields) {
    const auto has = [fields](std::size_t wanted) { return fields == commonFields + wanted; };
    if (type == TypeRegister && has(1)) return readRegister(in);
    if (type == TypeChangeKeys && has(4)) return readChangeKeys(in);
    if (type == TypeSuspend && has(1)) return readNamed<SuspendOrganisation>(in);
    if (type == TypeReinstate && has(1)) return readNamed<ReinstateOrganisation>(in);
    if (type == TypeRedeem && has(2)) return readRedeem(in);
    if (type == TypeRevoke && has(2)) return readPair<Revoke, VerifyKey, GrantId>(in);
    if (type == TypeRevokeDelegation && has(2)) return readRevokeDelegation(in);
    if (type == TypeAnchor && has(2)) return readPair<AnchorRecord, OrganisationId, Digest>(in);
    if (type == TypeChangeValidators && has(1)) return readChangeValidators(in);
    if (type == TypeChangeConsortium && has(3)) return readChangeConsortium(in);
    if (type == TypeScheduleRules && has(2)) return readScheduleRules(in);
    return malformed("type " + std::to_string(type) + " with " + std::to_string(fields)
                     + " fields");
}

} // namespace

Transaction makeTransaction(std::string chainId, Action action, const Clock &clock, Random &random,
                            UnixTime life) {
    Transaction t;
    t.chainId = std::move(chainId);
    random.fill(t.nonce.bytes);
    t.notAfter = clock.now() + life;
    t.action = std::move(action);
    return t;
}

Bytes encodeBody(const Transaction &transaction) {
    return std::visit(Encode{transaction}, transaction.action);
}

SignedBy signBody(ByteView body, const SigningKey &signer) {
    const auto message =
        cose::decodeSign1(cose::sign1(signer, body, viewOf(transactionSigningContext)));
    return {verifyKeyOf(signer), message.value().signature};
}

Bytes assembleTransaction(ByteView body, std::vector<SignedBy> signatures) {
    std::sort(signatures.begin(), signatures.end());
    cbor::Writer out;
    out.array(2).bytes(body).array(signatures.size());
    for (const SignedBy &by : signatures)
        out.array(2).bytes(by.key.view()).bytes(by.signature.view());
    return out.take();
}

Bytes signTransaction(const Transaction &transaction, const SigningKey &signer) {
    const Bytes body = encodeBody(transaction);
    return assembleTransaction(body, {signBody(body, signer)});
}

Result<Transaction> decodeBody(ByteView body) {
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(body, {largestTransaction, 8}));
    APRICOT_TRY_ASSIGN(fields, in.array());
    if (fields < commonFields) return malformed("too few fields");
    APRICOT_TRY_ASSIGN(type, in.unsignedInteger());
    APRICOT_TRY_ASSIGN(chainId, in.text());
    APRICOT_TRY_ASSIGN(nonce, in.fixed<Nonce>());
    APRICOT_TRY_ASSIGN(notAfter, in.integer());
    APRICOT_TRY_ASSIGN(action, readAction(in, type, fields));
    return Transaction{std::move(chainId), nonce, notAfter, std::move(action)};
}

Result<SubmittedTransaction> decodeTransaction(ByteView wire) {
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(wire, {largestTransaction, 8}));
    APRICOT_TRY_ASSIGN(fields, in.array());
    if (fields != 2) return malformed("not a pair of body and signatures");
    SubmittedTransaction out;
    APRICOT_TRY_ASSIGN(body, in.bytes());
    APRICOT_TRY_ASSIGN(count, in.array());
    if (count == 0 || count > mostSigners) return malformed("number of signatures");
    for (std::size_t i = 0; i < count; ++i) {
        APRICOT_TRY_ASSIGN(parts, in.array());
        if (parts != 2) return malformed("signature");
        APRICOT_TRY_ASSIGN(key, in.fixed<VerifyKey>());
        APRICOT_TRY_ASSIGN(signature, in.fixed<Signature>());
        if (i > 0 && !(out.signatures.back().key < key)) return malformed("order of signatures");
        out.signatures.push_back({key, signature});
    }
    APRICOT_TRY_ASSIGN(transaction, decodeBody(body));
    out.transaction = std::move(transaction);
    out.body = std::move(body);
    return out;
}

} // namespace apricot
