// SPDX-License-Identifier: GPL-3.0-or-later
// How the two kept ledgers beside this file were made. It compiles with the ledger as it stood
// before version 3 of the rules, and is kept to be read, not to be built:
//
//     make FOLDER    writes FOLDER/embedded (version 1) and FOLDER/consortium (version 2);
//                    then `gzip -9n` of each data.mdb, and the embedded ledger's ledger.key
//
// Every key is 32 bytes of one number (`keyOf`), every id 16 bytes of one, the time is fixed.
#include "consent/delegation.h"
#include "crypto/crypto.h"
#include "crypto/hash.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "ledger/block.h"
#include "ledger/embedded_ledger.h"
#include "ledger/store_lmdb.h"
#include "ledger/transaction.h"

#include <cstdio>
#include <cstdlib>

using namespace apricot;

namespace {

constexpr UnixTime start = 1'700'000'000;
FixedClock timeNow{start};
SeededRandom randomBytes{7};

SigningKey keyOf(std::uint8_t number) {
    return *SigningKey::from(Bytes(32, number));
}
template <class Id>
Id idOf(std::uint8_t number) {
    return *Id::from(Bytes(16, number));
}
const std::uint8_t admin = 1, otherAdmin = 2, clinicAdmin = 3, desk = 4, otherDesk = 5, patient = 6,
                   daughter = 7, pharmacyAdmin = 8, pharmacyDesk = 9;
const std::string chainId = "kept-chain";

Organisation organisation(std::uint8_t id, const char *name, std::uint8_t by,
                          std::vector<std::uint8_t> desks, std::uint8_t clearance) {
    Organisation out;
    out.id = idOf<OrganisationId>(id);
    out.name = name;
    out.tier = 2;
    out.clearance = clearance;
    out.purposes = {Purpose::Treatment, Purpose::Referral};
    out.admin = verifyKeyOf(keyOf(by));
    for (const std::uint8_t one : desks) out.deskKeys.push_back(verifyKeyOf(keyOf(one)));
    std::sort(out.deskKeys.begin(), out.deskKeys.end());
    out.sealing = *SealKey::from(Bytes(32, 40));
    return out;
}

Bytes signedBy(std::uint8_t who, Action action) {
    return signTransaction(makeTransaction(chainId, std::move(action), timeNow, randomBytes),
                           keyOf(who));
}

Bytes grant(std::uint8_t id, std::uint32_t uses, std::uint8_t by, std::vector<Bytes> under = {}) {
    Grant out;
    out.open.id = idOf<GrantId>(id);
    out.open.audience = idOf<OrganisationId>(20);
    out.open.notBefore = start - 10;
    out.open.expiry = start + 86400;
    out.open.uses = uses;
    out.open.level = 2;
    out.open.chainId = chainId;
    out.open.delegations = std::move(under);
    out.closed.scope.kinds = 1;
    out.closed.scope.level = 2;
    out.closed.sealedHalf = Bytes(80, 1);
    out.closed.eraseBy = start + 86400;
    auto made = signGrant(out, keyOf(by));
    if (!made) std::abort();
    return made->publicPart;
}

// What both ledgers were told, in order.
std::vector<Bytes> told() {
    std::vector<Bytes> out;
    const auto clinic = idOf<OrganisationId>(20);
    out.push_back(signedBy(admin, RegisterOrganisation{organisation(20, "Clinic 杏", clinicAdmin,
                                                                    {desk, otherDesk}, 3)}));
    out.push_back(signedBy(admin, RegisterOrganisation{organisation(21, "Pharmacy", pharmacyAdmin,
                                                                    {pharmacyDesk}, 1)}));
    out.push_back(signedBy(admin, SuspendOrganisation{idOf<OrganisationId>(21)}));
    const Bytes few = grant(30, 5, patient);
    for (int i = 0; i < 3; ++i) out.push_back(signedBy(desk, Redeem{clinic, few}));
    const Bytes many = grant(31, 40, patient);
    for (int i = 0; i < 20; ++i) out.push_back(signedBy(otherDesk, Redeem{clinic, many}));
    Delegation lent;
    lent.id = idOf<DelegationId>(35);
    lent.to = verifyKeyOf(keyOf(daughter));
    lent.kinds = allKinds;
    lent.purposes = 1;
    lent.level = 3;
    lent.chainId = chainId;
    lent.notBefore = start - 100;
    lent.expiry = start + 100'000;
    const auto delegation = signDelegation(lent, keyOf(patient));
    out.push_back(signedBy(desk, Redeem{clinic, grant(32, 1, daughter, {*delegation})}));
    out.push_back(signedBy(patient, RevokeDelegation{verifyKeyOf(keyOf(patient)), *delegation}));
    out.push_back(signedBy(patient, Revoke{verifyKeyOf(keyOf(patient)), idOf<GrantId>(31)}));
    out.push_back(signedBy(desk, AnchorRecord{clinic, sha256(viewOf("a kept record"))}));
    return out;
}

void must(bool good, const char *what) {
    if (good) return;
    std::fprintf(stderr, "%s\n", what);
    std::exit(1);
}

} // namespace

int main(int, char **argv) {
    must(startCrypto().ok(), "crypto");
    const std::filesystem::path folder = argv[1];
    Consortium genesis{chainId, {verifyKeyOf(keyOf(admin))}, 1};
    auto embedded = createEmbeddedLedger(folder / "embedded", genesis, timeNow, randomBytes);
    must(embedded.ok(), "embedded");
    for (const Bytes &one : told()) {
        timeNow.advance(10);
        must((*embedded)->submit(one)->accepted(), "refused");
    }
    embedded = fail(ErrorCode::LedgerMissing);

    timeNow = FixedClock(start);
    std::filesystem::create_directories(folder / "consortium");
    auto store = openLmdbStore(folder / "consortium", {});
    must(store.ok(), "store");
    genesis.admins.push_back(verifyKeyOf(keyOf(otherAdmin)));
    std::sort(genesis.admins.begin(), genesis.admins.end());
    const ChainValidators validators{{verifyKeyOf(keyOf(10)), 10}};
    Writes before{{consortiumKey(), encode(genesis)},
                  {validatorsKey(), encode(validators)},
                  {rulesVersionKey(), encode(RulesVersion{2, 2, 0})},
                  {quotaKey(), encodeQuota(1000)}};
    for (const Bytes &one : told()) {
        timeNow.advance(10);
        const auto done =
            (*store)->write([&](const CommittedState &state) -> Result<std::optional<Block>> {
                const CheckedTransaction checked = checkTransaction(one);
                const BlockContext context{chainId, state.height().value() + 1, timeNow.now()};
                auto built = buildAgreedBlock(state, context, before, {&checked}, {ByteView(one)});
                must(built.ok() && built->outcomes[0].accepted(), "refused");
                return std::move(built->block);
            });
        must(done.ok(), "block");
        before.clear();
    }
    return 0;
}
