// SPDX-License-Identifier: GPL-3.0-or-later
// A ledger that an older Apricot made is brought to the newest rules when it is opened.
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include "kept.h"

#include "crypto/crypto.h"
#include "crypto/hash.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "ledger/block.h"
#include "ledger/bring_organisations.h"
#include "ledger/directory_index.h"
#include "ledger/embedded_ledger.h"
#include "ledger/grant_state.h"
#include "ledger/prefix_proof.h"
#include "ledger/proposal_trial.h"
#include "ledger/rules.h"
#include "ledger/store_lmdb.h"
#include "program/test_program.h"

#include <thread>

using namespace apricot;

#define MUST_BE(is, wanted)                                                                        \
    do {                                                                                           \
        if ((is) != (wanted)) qFatal("%s", #is);                                                   \
    } while (false)

namespace {

const OrganisationId clinic = kept::idOf<OrganisationId>(20);
const VerifyKey patient = verifyKeyOf(kept::keyOf(kept::Patient));
const VerifyKey daughter = verifyKeyOf(kept::keyOf(kept::Daughter));
const GrantId few = kept::idOf<GrantId>(30), many = kept::idOf<GrantId>(31),
              hers = kept::idOf<GrantId>(32);

// What the kept ledgers were told of grants, as version 3 has it.
void grantsCameThrough(const Look &look) {
    QVERIFY(*redeemedGrants(patient, look)
            == (std::vector<GrantName>{{patient, few}, {patient, many}}));
    QVERIFY(*redeemedGrants(daughter, look) == (std::vector<GrantName>{{daughter, hers}}));
    const auto first = openingsOf(patient, {patient, few}, look);
    QVERIFY(*first->state == (GrantState{clinic, 3, 5, kept::start + 86400}));
    QCOMPARE(first->openings.size(), std::size_t{3});
    for (std::size_t n = 0; n < 3; ++n) {
        QCOMPARE(first->openings[n]->time, kept::start + 40 + 10 * static_cast<UnixTime>(n));
        QVERIFY(first->openings[n]->desk == verifyKeyOf(kept::keyOf(kept::Desk)));
    }
    // The old ledger kept the first and the latest 16: the others were counted only.
    const auto second = openingsOf(patient, {patient, many}, look);
    QCOMPARE(second->openings.size(), std::size_t{20});
    for (std::size_t n = 0; n < 20; ++n) {
        QCOMPARE(second->openings[n].has_value(), n == 0 || n >= 4);
        if (second->openings[n])
            QCOMPARE(second->openings[n]->time, kept::start + 70 + 10 * static_cast<UnixTime>(n));
    }
    QCOMPARE(openingsOf(daughter, {daughter, hers}, look)->state->used, 1U);
    // Its tombstone stands as it stood; what was under old keys is gone.
    QVERIFY(look(tombstoneKey(patient, many))->has_value());
    QVERIFY(!look(tombstoneKey(patient, few))->has_value());
}

Result<> noOldKeyIsLeft(const CommittedState &state) {
    return state.eachValue([](ByteView key, ByteView) -> Result<bool> {
        if (key[0] == 'g' && key.size() != grantKey({}, {}, {}).size()) qFatal("an old grant");
        if (key[0] == 'd') qFatal("an old end of a delegation");
        return true;
    });
}

// A consortium's blocks, as its engine would agree on them.
class Chain {
  public:
    explicit Chain(std::shared_ptr<Store> store) : m_store(std::move(store)) {}
    // The outcome of each, or why there is no block.
    Result<std::vector<Outcome>> block(const std::vector<Bytes> &wires = {}) {
        std::vector<Outcome> out;
        m_clock.advance(10);
        APRICOT_TRY(
            m_store->write([&](const CommittedState &state) -> Result<std::optional<Block>> {
                std::vector<CheckedTransaction> checked;
                std::vector<const CheckedTransaction *> pointers;
                std::vector<ByteView> views;
                for (const Bytes &wire : wires) checked.push_back(checkTransaction(wire));
                for (const CheckedTransaction &one : checked) pointers.push_back(&one);
                for (const Bytes &wire : wires) views.emplace_back(wire);
                APRICOT_TRY_ASSIGN(height, state.height());
                APRICOT_TRY_ASSIGN(
                    built, buildAgreedBlock(state, {kept::chainId, height + 1, m_clock.now()}, {},
                                            pointers, views));
                out = std::move(built.outcomes);
                return std::move(built.block);
            }));
        return out;
    }
    Result<> look(const std::function<Result<>(const CommittedState &)> &at) {
        return m_store->read(at);
    }
    Bytes signedBy(std::uint8_t who, Action action) {
        return signTransaction(makeTransaction(kept::chainId, std::move(action), m_clock, m_random),
                               kept::keyOf(who));
    }
    [[nodiscard]] UnixTime now() const { return m_clock.now(); }

  private:
    std::shared_ptr<Store> m_store;
    FixedClock m_clock{kept::start + 400};
    SeededRandom m_random{3};
};

// A state that is read, and believed as it is.
class Believed final : public Ledger {
  public:
    explicit Believed(std::shared_ptr<Store> store) : m_store(std::move(store)) {}
    [[nodiscard]] std::string chainId() const override { return kept::chainId; }
    [[nodiscard]] std::optional<VerifyKey> ledgerKey() const override { return std::nullopt; }
    [[nodiscard]] Result<VerifiedAnswer> verify(const ProvenAnswer &answer) const override {
        return VerifiedAnswer{kept::start, answer.height, answer.key, answer.value};
    }
    [[nodiscard]] Result<Outcome> submit(ByteView /*transaction*/) override {
        return fail(ErrorCode::LedgerUnavailable);
    }
    [[nodiscard]] Result<ProvenAnswer> query(ByteView key) override {
        ProvenAnswer out;
        out.key.assign(key.begin(), key.end());
        APRICOT_TRY(m_store->read([&](const CommittedState &state) -> Result<> {
            APRICOT_TRY_ASSIGN(value, state.value(key));
            out.value = std::move(value);
            APRICOT_TRY_ASSIGN(height, state.height());
            out.height = height;
            return {};
        }));
        return out;
    }
    [[nodiscard]] Result<ProvenPrefix> queryPrefix(const StatePrefix & /*prefix*/) override {
        return fail(ErrorCode::LedgerUnavailable);
    }
    [[nodiscard]] Subscription watch(Height /*from*/,
                                     std::function<void(const LedgerEvent &)> /*told*/) override {
        return nullptr;
    }

  private:
    std::shared_ptr<Store> m_store;
};

Bytes grantOf(const Chain &chain, const GrantId &id, std::uint32_t uses) {
    Grant out;
    out.open.id = id;
    out.open.audience = clinic;
    out.open.notBefore = chain.now() - 10;
    out.open.expiry = kept::start + 86400;
    out.open.uses = uses;
    out.open.level = out.closed.scope.level = 2;
    out.open.chainId = kept::chainId;
    out.closed.scope.kinds = 1;
    return signGrant(out, kept::keyOf(kept::Patient)).value().publicPart;
}

} // namespace

class TestUpgrade : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void anEmbeddedLedgerIsUpgradedOnceByBlocksOfItsOwn() {
        const kept::Folder folder("embedded_1");
        FixedClock clock{kept::start + 3600};
        auto opened = openEmbeddedLedger(folder.path(), clock);
        QVERIFY(opened.ok());
        Ledger &ledger = **opened;
        QCOMPARE(ledger.chainId(), kept::chainId);
        const auto rules = decodeRulesVersion(**ledger.standing(rulesVersionKey()));
        QVERIFY(rules.value() == (RulesVersion{latestRules, latestRules, 0}));
        QVERIFY(!ledger.standing(quotaKey())->has_value()); // one organisation's own: no quota
        const auto brought =
            decodeOrganisation(**ledger.standing(organisationKey(kept::idOf<OrganisationId>(20))));
        QVERIFY(brought.ok() && brought->roles == bitOf(Role::Provider) && brought->tier == 2);
        QCOMPARE(brought->desks.size(), std::size_t{2});
        for (const DeskKey &desk : brought->desks)
            QVERIFY(desk.profession == Profession::Doctor && desk.level == brought->clearance);
        const auto page = decodePage(**ledger.standing(directoryPageKey(0)));
        QCOMPARE(page->size(), std::size_t{2});
        QVERIFY(page->front() == listedFrom(*brought));
        QVERIFY(page->back().status == OrganisationStatus::Suspended);
        const Height height = ledger.query(rulesVersionKey())->height;
        QCOMPARE(openEmbeddedLedger(folder.path(), clock).value()->query(rulesVersionKey())->height,
                 height);
        grantsCameThrough(lookInto(ledger));
        QVERIFY(openLmdbStore(folder.path(), {}).value()->read(noOldKeyIsLeft).ok());
    }

    void aConsortiumIsUpgradedAtThePlannedBlock() {
        const kept::Folder folder("consortium_2");
        Chain chain(openLmdbStore(folder.path(), {}).value());
        Height height = 0;
        QVERIFY(chain
                    .look([&](const CommittedState &state) -> Result<> {
                        height = state.height().value();
                        return {};
                    })
                    .ok());
        const auto redeem = [&](const GrantId &id, std::uint32_t uses) {
            return chain.signedBy(kept::Desk, Redeem{clinic, grantOf(chain, id, uses)});
        };
        const GrantId fresh = kept::idOf<GrantId>(50);
        // Before it, nothing is redeemed: the old form is not read any more.
        auto outcomes =
            chain.block({chain.signedBy(kept::Admin, ScheduleRules{3, height + 3}),
                         redeem(fresh, 2), chain.signedBy(kept::Patient, RevokeDelegation{{}}),
                         chain.signedBy(kept::Daughter, Revoke{daughter, fresh})});
        QVERIFY(outcomes.ok());
        QVERIFY(outcomes->at(0).accepted());
        QVERIFY(outcomes->at(1).refusal == Refusal::ActionNotInForce);
        QVERIFY(outcomes->at(2).refusal == Refusal::ActionNotInForce);
        QVERIFY(outcomes->at(3).accepted());
        QVERIFY(chain.block({redeem(fresh, 2)})->at(0).refusal == Refusal::ActionNotInForce);
        // In the planned block itself it is in force already; used-up grants stay so.
        outcomes =
            chain.block({redeem(fresh, 2), redeem(few, 3), redeem(few, 4), redeem(many, 40)});
        QVERIFY(outcomes->at(0).accepted());
        QVERIFY(outcomes->at(1).refusal == Refusal::GrantUsedUp);
        QVERIFY(outcomes->at(2).accepted());
        QVERIFY(outcomes->at(3).refusal == Refusal::GrantRevoked);
        const auto seen = chain.look([&](const CommittedState &state) -> Result<> {
            const Look look = [&](ByteView key) { return state.value(key); };
            MUST_BE(rulesVersionIn(state)->current, 3U);
            APRICOT_TRY_ASSIGN(opened, openingsOf(patient, {patient, few}, look));
            MUST_BE(opened.openings.size(), std::size_t{4});
            MUST_BE(opened.openings[3]->time, chain.now());
            APRICOT_TRY_ASSIGN(names, redeemedGrants(patient, look));
            MUST_BE(names.size(), std::size_t{3});
            if (names[2] != GrantName{patient, fresh}) qFatal("the index");
            return noOldKeyIsLeft(state);
        });
        QVERIFY(seen.ok());
    }

    // Whatever version 3 has made stricter: nodes that know it and nodes that do not must agree
    // about a chain of version 2.
    void whatAnOldVersionTookItTakes() {
        const VerifyKey noKey = *VerifyKey::from(Bytes(32, 0));
        std::vector<VerifyKey> admins{noKey, verifyKeyOf(kept::keyOf(kept::Admin)),
                                      verifyKeyOf(kept::keyOf(kept::OtherAdmin))};
        std::ranges::sort(admins);
        const ChangeValidators validators{{{noKey, 1}}};
        const ChangeConsortium all{admins, 3, 1000}, two{admins, 2, 1000};
        const auto outcomesOf = [&](Chain &chain) {
            std::vector<Refusal> out;
            // The last: whoever has come in must all agree, so nothing is decided after it.
            for (const Action &action : {Action(validators), Action(all)})
                out.push_back(
                    chain.block({chain.signedBy(kept::Admin, action)}).value().at(0).refusal);
            return out;
        };
        const kept::Folder folder("consortium_2");
        Chain old(openLmdbStore(folder.path(), {}).value());
        QVERIFY(outcomesOf(old) == (std::vector{Refusal::None, Refusal::None}));
        const auto seen = old.look([&](const CommittedState &state) -> Result<> {
            MUST_BE(decodeConsortium(**state.value(consortiumKey())).value(),
                    (Consortium{kept::chainId, admins, 3}));
            MUST_BE(decodeValidators(**state.value(validatorsKey()))->front().key, noKey);
            return {};
        });
        QVERIFY(seen.ok());

        const kept::Folder again("consortium_2");
        Chain moved(openLmdbStore(again.path(), {}).value());
        Height height = 0;
        QVERIFY(moved
                    .look([&](const CommittedState &state) -> Result<> {
                        height = state.height().value();
                        return {};
                    })
                    .ok());
        QVERIFY(moved.block({moved.signedBy(kept::Admin, ScheduleRules{3, height + 2})})
                    ->at(0)
                    .accepted());
        QVERIFY(moved.block().ok());
        QVERIFY(outcomesOf(moved)
                == (std::vector{Refusal::ValidatorsInvalid, Refusal::ConsortiumInvalid}));
        QVERIFY(moved.block({moved.signedBy(kept::Admin, two)})->at(0).refusal
                == Refusal::ConsortiumInvalid);
    }

    // An action that is not in force yet is not proposed.
    void whatIsNotInForceIsSaidBeforehand() {
        const kept::Folder folder("consortium_2");
        const FixedClock clock{kept::start + 400};
        SeededRandom random{4};
        Believed ledger(openLmdbStore(folder.path(), {}).value());
        const auto transaction = [&](Action action) {
            return makeTransaction(kept::chainId, std::move(action), clock, random);
        };
        const auto said = [&](Action action) {
            const auto out = tried(ledger, transaction(std::move(action)), clock);
            return out ? ErrorCode::None : out.error().code;
        };
        QCOMPARE(said(SuspendOrganisation{clinic}), ErrorCode::ActionNotInForce);
        QCOMPARE(said(SetPolicy{}), ErrorCode::ActionNotInForce);
        QCOMPARE(said(ScheduleRules{3, 1000}), ErrorCode::None);
    }

    // However many grants there are, no block is large: the step goes on from block to block, and
    // version 2 holds until it is done. APRICOT_GRANTS=100000 measures.
    void manyGrantsAreBroughtBlockByBlock() {
        const kept::Folder folder("consortium_2");
        const auto store = openLmdbStore(folder.path(), {}).value();
        const std::uint32_t count = qEnvironmentVariableIsSet("APRICOT_GRANTS")
                                        ? qEnvironmentVariable("APRICOT_GRANTS").toUInt()
                                        : 2500;
        std::vector<VerifyKey> subjects;
        SeededRandom random{9};
        Height height = 0;
        for (std::uint32_t made = 0; made < count;) {
            const std::uint32_t next = std::min(count - made, 5000U);
            Writes old = kept::oldGrants(next, subjects, random);
            made += next;
            const auto filled =
                store->write([&](const CommittedState &state) -> Result<std::optional<Block>> {
                    APRICOT_TRY_ASSIGN(last, state.height());
                    height = last + 1;
                    if (made == count)
                        old[rulesVersionKey()] = encode(RulesVersion{2, 3, height + 1});
                    APRICOT_TRY_ASSIGN(
                        built, buildAgreedBlock(state, {kept::chainId, height, kept::start + 300},
                                                old, {}, {}));
                    return std::move(built.block);
                });
            QVERIFY(filled.ok());
        }
        const std::size_t before = ownKiB();
        std::atomic<std::size_t> most = before;
        std::jthread watching([&most](const std::stop_token &stop) {
            for (; !stop.stop_requested();
                 std::this_thread::sleep_for(std::chrono::milliseconds(2)))
                most = std::max<std::size_t>(most, ownKiB());
        });
        QElapsedTimer timer;
        timer.start();
        qint64 slowest = 0;
        Chain chain(store);
        std::uint32_t version = 2;
        std::uint32_t blocks = 0;
        for (; version == 2 && blocks < count; ++blocks) {
            const GrantId id = kept::idOf<GrantId>(60);
            QElapsedTimer alone;
            alone.start();
            const auto outcomes = chain.block(
                {chain.signedBy(kept::Desk, Redeem{clinic, grantOf(chain, id, 1000)}),
                 chain.signedBy(kept::Daughter, Revoke{daughter, randomFixed<GrantId>(random)})});
            QVERIFY(outcomes.ok());
            slowest = std::max(slowest, alone.elapsed());
            const auto seen = chain.look([&](const CommittedState &state) -> Result<> {
                APRICOT_TRY_ASSIGN(rules, rulesVersionIn(state));
                version = rules.current;
                return {};
            });
            QVERIFY(seen.ok());
            // Nothing is redeemed before all is brought; ends are taken all the while.
            QVERIFY(outcomes->at(0).refusal
                    == (version == 2 ? Refusal::ActionNotInForce : Refusal::None));
            QVERIFY(outcomes->at(1).accepted());
        }
        watching = {};
        qInfo("%u grants: %u blocks, %lld ms, %lld ms the slowest, %zu KiB more at the most", count,
              blocks, static_cast<long long>(timer.elapsed()), static_cast<long long>(slowest),
              most.load() - before);
        QVERIFY(blocks > 1);
        QCOMPARE(version, 3U);
        std::uint32_t found = 0;
        QVERIFY(chain
                    .look([&](const CommittedState &state) -> Result<> {
                        const Look look = [&](ByteView key) { return state.value(key); };
                        for (const VerifyKey &subject : subjects) {
                            APRICOT_TRY_ASSIGN(names, redeemedGrants(subject, look));
                            if (names.size() != std::min(100U, count)) qFatal("the index");
                            MUST_BE(std::ranges::is_sorted(names, {}, &GrantName::id), true);
                        }
                        MUST_BE(decodeGrantCount(**look(grantCountKey(patient))).value(), 3U);
                        APRICOT_TRY(noOldKeyIsLeft(state));
                        return state.eachValue([&](ByteView key, ByteView) -> Result<bool> {
                            if (key[0] == 'p') ++found;
                            return true;
                        });
                    })
                    .ok());
        QCOMPARE(found, count * 2 + 24 + 1);
    }

    // Nor is it when there are many organisations.
    void manyOrganisationsAreBroughtBlockByBlock() {
        const kept::Folder folder("consortium_2");
        const auto store = openLmdbStore(folder.path(), {}).value();
        constexpr std::uint32_t count = 2 * organisationsOfABlock + 10;
        SeededRandom random{9};
        Writes old = kept::oldOrganisations(count, random);
        const auto filled =
            store->write([&](const CommittedState &state) -> Result<std::optional<Block>> {
                const Height height = state.height().value() + 1;
                old[rulesVersionKey()] = encode(RulesVersion{2, 3, height + 1});
                APRICOT_TRY_ASSIGN(
                    built, buildAgreedBlock(state, {kept::chainId, height, kept::start + 300}, old,
                                            {}, {}));
                return std::move(built.block);
            });
        QVERIFY(filled.ok());
        Chain chain(store);
        std::size_t brought = 0, listed = 0, blocks = 0;
        for (std::uint32_t version = 2; version == 2 && blocks < 9; ++blocks) {
            QVERIFY(chain.block().ok());
            const std::size_t before = std::exchange(brought, 0);
            const auto seen = chain.look([&](const CommittedState &state) -> Result<> {
                version = rulesVersionIn(state)->current;
                return state.eachValue([&](ByteView key, ByteView value) -> Result<bool> {
                    if (key[0] == 'o' && decodeOrganisation(value)) ++brought;
                    return true;
                });
            });
            QVERIFY(seen.ok() && brought - before <= organisationsOfABlock);
        }
        QCOMPARE(blocks, std::size_t{3});
        QCOMPARE(brought, std::size_t{count} + 2);
        const auto seen = chain.look([&](const CommittedState &state) -> Result<> {
            const auto pages = decodePages(**state.value(directoryKey()));
            for (const PageStart &page : *pages)
                listed += pageFrom(*state.value(directoryPageKey(page.page)))->size();
            return {};
        });
        QVERIFY(seen.ok());
        QCOMPARE(listed, brought);
    }

  private:
    // What this process holds of its own; the ledger's file, which is mapped, is the system's.
    static std::size_t ownKiB() {
        QFile status(QStringLiteral("/proc/self/status"));
        if (!status.open(QIODevice::ReadOnly)) return 0;
        const QByteArray all = status.readAll();
        const auto at = all.indexOf("RssAnon:");
        return at < 0 ? 0 : all.mid(at + 8, 20).simplified().split(' ').first().toULongLong();
    }
};

APRICOT_TEST(TestUpgrade)
#include "test_upgrade.moc"
