// SPDX-License-Identifier: GPL-3.0-or-later
// Four hospitals with a node each, and a clinic for which the first one's node acts: what its
// audience may open and when, with one node down, lying, or in league with the clinic. Real
// gateways, mailboxes and keys; the wire between is in this process.
#include "base/file.h"
#include "crypto/crypto.h"
#include "crypto/seal.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "exchange/directory_mailbox.h"
#include "exchange/host_keys.h"
#include "exchange/package.h"
#include "flows/clinic/redeem.h"
#include "flows/patient/deliver.h"
#include "flows/patient/import_records.h"
#include "flows/patient/parcel.h"
#include "flows/patient/share.h"
#include "flows/shared/directory.h"
#include "gateway/gateway_server.h"
#include "gateway/remote_mailbox.h"
#include "ledger/memory_ledger.h"
#include "ledger/node_state.h"
#include "ledger/transaction.h"
#include "program/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace apricot;

namespace {

enum class Fault { None, Down, Silent, Lying, Impersonating, Shadowing };

constexpr std::size_t hospitals = 4, mostHospitals = 8;

class Wire final : public net::HttpClient {
  public:
    Wire(gateway::GatewayServer &server, const Fault &fault, const SealKey &audience,
         gateway::GatewayServer *other)
        : m_server(server), m_fault(fault), m_audience(audience), m_other(other) {}
    std::chrono::milliseconds waited{0};
    gateway::GatewayServer *shadowed = nullptr; // whose name it takes
    int collected = 0;                          // so often a package was asked for
    [[nodiscard]] std::string name() const override { return "https://node"; }
    [[nodiscard]] Result<net::HttpAnswer> send(const net::HttpRequest &request) override {
        if (m_fault == Fault::Down) return Error{ErrorCode::NodeUnreachable, "wire", {}};
        if (m_fault == Fault::Silent) { // for as long as it is waited for
            waited += request.within.count() == 0 ? std::chrono::hours{1} : request.within;
            return Error{ErrorCode::NodeUnreachable, "wire", {}};
        }
        net::HttpRequest asked = request;
        asked.from = "192.0.2.7";
        if (m_fault == Fault::Impersonating && request.path == "/v1/shares"
            && request.method == "GET")
            return m_other->answer(asked);
        if (request.path == "/v1/packages/collect") ++collected;
        if (m_fault == Fault::Shadowing && request.path == "/v1/shares" && request.method == "GET")
            return shadowed->answer(asked);
        if (m_fault == Fault::Shadowing && request.path == "/v1/packages/collect")
            return net::HttpAnswer{200, Bytes(5000, 7), "application/octet-stream"};
        net::HttpAnswer answer = m_server.answer(asked);
        if (request.method == "POST" && request.path == "/v1/shares"
            && (m_fault == Fault::Lying || m_fault == Fault::Impersonating))
            answer = {200, seal(m_audience, Bytes(32, 9)), "application/cbor"};
        if (request.path == "/v1/packages/collect" && m_fault == Fault::Lying)
            answer = {200, Bytes(5000, 7), "application/octet-stream"};
        return answer;
    }

  private:
    gateway::GatewayServer &m_server;
    const Fault &m_fault;
    const SealKey &m_audience;
    gateway::GatewayServer *m_other;
};

struct Hospital {
    OrganisationId id;
    std::filesystem::path home;
    std::unique_ptr<Mailbox> mailbox;
    std::unique_ptr<gateway::GatewayServer> server;
};

struct Scene {
    FixedClock clock{1'790'000'000};
    SeededRandom random{41};
    QTemporaryDir dir;
    SigningKey admin = key();
    Desk clinic{randomFixed<OrganisationId>(random), key(), *OpenKey::from(key().view())};
    SealKey sealing = sealKeyOf(clinic.opening);
    std::unique_ptr<Vault> vault;
    std::unique_ptr<Ledger> ledger;
    std::array<Hospital, mostHospitals> hospital;
    std::array<Fault, mostHospitals> faults{};
    std::vector<Wire *> wires;
    gateway::Nodes nodes;
    std::unique_ptr<gateway::RemoteMailbox> mailbox;
    Wallet wallet = Wallet::create(random);
    std::vector<NodeId> ids;

    // How many of them the state names.
    explicit Scene(std::size_t registered = hospitals, std::size_t count = hospitals) {
        std::string phrase = "four plum trees";
        const SecretBytes passphrase =
            SecretBytes::take({reinterpret_cast<std::uint8_t *>(phrase.data()), phrase.size()});
        vault = Vault::create(at("vault"), passphrase, leastPasswordCost, random, clock).value();
        Consortium genesis;
        genesis.chainId = "four-hospitals";
        genesis.admins = {verifyKeyOf(admin)};
        ledger = createMemoryLedger(genesis, clock, random).value();
        registerOne("Wujin Clinic", clinic.organisation, verifyKeyOf(clinic.signing), sealing);
        for (std::size_t i = 0; i < count; ++i) {
            Hospital &h = hospital[i];
            h.id = randomFixed<OrganisationId>(random);
            h.home = at(("node-" + std::to_string(i)).c_str());
            std::filesystem::create_directories(h.home);
            h.mailbox =
                openDirectoryMailbox(h.home / "mailbox", *ledger, clock, {}, h.home / "host-keys")
                    .value();
            h.server = std::make_unique<gateway::GatewayServer>(
                gateway::Services{*ledger, *h.mailbox, nullptr, [] { return Height{1}; }, {}},
                clock);
            registerOne("Hospital", h.id, verifyKeyOf(key()),
                        sealKeyOf(*OpenKey::from(key().view())));
            ids.push_back(h.mailbox->hosts()->front().id);
            if (i >= registered) continue;
            Node node;
            node.operatedBy = h.id;
            if (i == 0) node.actsFor = {clinic.organisation};
            submit(RegisterNode{ids[i], node}, admin);
            const auto keys = HostKeys::open(h.home / "host-keys", clock).value();
            submit(SetMonthKeys{ids[i], *keys->turn()}, *keys->signing());
        }
        for (std::size_t i = 0; i < count; ++i) {
            auto wire = std::make_unique<Wire>(*hospital[i].server, faults[i], sealing,
                                               hospital[(i + 1) % count].server.get());
            wires.push_back(wire.get());
            nodes.push_back(std::make_unique<gateway::Node>(std::move(wire)));
        }
        mailbox = std::make_unique<gateway::RemoteMailbox>(nodes, std::chrono::milliseconds{});
        std::ofstream(at("one.json")) << glucose;
        if (!importRecords(*vault, at("one.json"))) qFatal("import");
    }
    std::filesystem::path at(const char *name) const {
        return std::filesystem::path(dir.path().toStdString()) / name;
    }
    SigningKey key() {
        SigningKey out;
        random.fill(out.writable());
        return out;
    }
    void submit(Action action, const SigningKey &signer) {
        const auto t = makeTransaction(ledger->chainId(), std::move(action), clock, random);
        const auto outcome = ledger->submit(signTransaction(t, signer));
        if (!outcome || !outcome->accepted()) qFatal("%s", nameOf(outcome->refusal).data());
    }
    void registerOne(const char *name, const OrganisationId &id, const VerifyKey &desk,
                     const SealKey &opening) {
        Organisation o;
        o.id = id;
        o.name = name;
        o.clearance = 5;
        o.purposes = {Purpose::Treatment};
        o.admin = verifyKeyOf(admin);
        o.desks = {{desk}};
        o.sealing = opening;
        submit(RegisterOrganisation{o}, admin);
    }
    Result<Rehearsal> rehearsed(UnixTime life = 900) {
        ShareChoice choice;
        choice.clinic = clinic.organisation;
        choice.scope.kinds = allKinds;
        choice.scope.level = 3;
        choice.expiry = clock.now() + life;
        return rehearse(*vault, *ledger, choice, clock, random);
    }
    Shared give(UnixTime life = 900) {
        auto rehearsal = rehearsed(life);
        if (!rehearsal) qFatal("%s", nameOf(rehearsal.error().code).data());
        auto given = share(*vault, wallet, *mailbox, std::move(*rehearsal), random);
        if (!given) qFatal("%s", nameOf(given.error().code).data());
        return *given;
    }
    Inspection seen(const SignedGrant &code) { return *inspect(grantToText(code), *ledger); }
    void redeemIt(const SignedGrant &code) {
        if (!redeem(seen(code), clinic, *ledger, clock, random)) qFatal("redeem");
    }
    ErrorCode opens(const SignedGrant &code, Bytes beside = {}) {
        const auto out =
            openRecords(seen(code), clinic, *mailbox, clock, random, std::move(beside));
        if (out && *out != std::vector<std::string>{glucose}) qFatal("other records");
        return out ? ErrorCode::None : out.error().code;
    }
    std::vector<Bytes> filesOf(std::size_t node) const {
        std::vector<Bytes> out;
        for (const auto &entry : std::filesystem::recursive_directory_iterator(hospital[node].home))
            if (entry.is_regular_file()) out.push_back(readFile(entry.path(), 1U << 20U).value());
        return out;
    }
    static const std::string glucose;
};
const std::string Scene::glucose =
    R"({"resourceType":"Observation","id":"g1","status":"final","code":{"text":"HbA1c"},)"
    R"("effectiveDateTime":"2026-03-01","valueQuantity":{"value":7.10,"unit":"%"}})";

// Whoever holds the clinic's keys and all files of these nodes: does anything in them open it?
bool opensFromDisks(const Scene &s, const SignedGrant &code,
                    const std::vector<std::size_t> &disks) {
    const Grant grant = *verifyGrant(code);
    const auto half = openSealed(s.clinic.opening, grant.closed.sealedHalf);
    const auto grantHalf = SymmetricKey::from(half->view());
    const ShareBinding binding = bindingOf(grant.open);
    std::vector<Bytes> files;
    for (const std::size_t disk : disks)
        for (Bytes &file : s.filesOf(disk)) files.push_back(std::move(file));
    Bytes package;
    for (const Bytes &file : files)
        if (sharesOf(file, grant.closed.packageHash)) package = file;
    if (package.empty()) qFatal("the package is not there");
    const ShareHeader header = *sharesOf(package, grant.closed.packageHash);
    std::vector<SecretShare> shares;
    for (const std::size_t disk : disks)
        if (const auto keys = HostKeys::open(s.hospital[disk].home / "host-keys", s.clock))
            for (std::uint8_t i = 0; i < header.shares.size(); ++i) {
                const auto month = (*keys)->keyOf(header.month);
                if (!month || !*month) continue;
                auto share = openShare({header.month, static_cast<std::uint8_t>(i + 1),
                                        header.ephemeral, header.shares[i].sealed},
                                       **month, (*keys)->id(), binding);
                if (share) shares.push_back({static_cast<std::uint8_t>(i + 1), std::move(*share)});
            }
    if (const auto joined = joinHalf(header, binding, std::move(shares)))
        return openPackage(package, grant.closed.packageHash, binding, *grantHalf, *joined).ok();
    // Or any 32 bytes that lie anywhere.
    for (const Bytes &file : files)
        for (std::size_t at = 0; at + SymmetricKey::size <= file.size(); ++at) {
            const auto candidate = SymmetricKey::from(ByteView(file).subspan(at, 32));
            if (openPackage(package, grant.closed.packageHash, binding, *grantHalf, *candidate))
                return true;
        }
    return false;
}

} // namespace

class TestShares : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void whoRedeemedOpensForADay() {
        Scene s;
        const Shared code = s.give();
        QVERIFY(!code.waits);
        QCOMPARE(s.opens(code), ErrorCode::CollectionRefused);
        s.redeemIt(code);
        QCOMPARE(s.opens(code), ErrorCode::None);
        QCOMPARE(s.opens(code), ErrorCode::None);
        s.clock.advance(24 * 3600);
        QCOMPARE(s.opens(code), ErrorCode::CollectionRefused);
    }

    // It waits at the node that acts for the clinic, and its key is with the three others.
    void thePackageIsNotWhereTheSharesAre() {
        Scene s;
        const Shared code = s.give();
        const Grant grant = *verifyGrant(code);
        for (std::size_t i = 0; i < hospitals; ++i) {
            std::size_t packages = 0;
            for (const Bytes &file : s.filesOf(i)) {
                const auto header = sharesOf(file, grant.closed.packageHash);
                if (!header) continue;
                ++packages;
                QCOMPARE(header->shares.size(), hospitals - 1);
                for (const SealedShare &share : header->shares) QVERIFY(share.node != s.ids[0]);
            }
            QCOMPARE(packages, std::size_t{i == 0 ? 1U : 0U});
        }
    }

    // A hospital that ran a node held the second half for packages addressed to itself.
    void theAudienceItsNodeAndItsMailboxOpenNothing() {
        Scene s;
        const Shared code = s.give();
        QVERIFY(!opensFromDisks(s, code, {0}));
    }
    void norDoTheyWithOneHolderInLeague() {
        Scene s;
        const Shared code = s.give();
        for (std::size_t ally = 1; ally < hospitals; ++ally)
            QVERIFY(!opensFromDisks(s, code, {0, ally}));
        QVERIFY(opensFromDisks(s, code, {0, 1, 2})); // the attack works when it may
    }

    void oneFaultAtATimeDoesNoHarm_data() {
        QTest::addColumn<int>("fault");
        QTest::newRow("down") << static_cast<int>(Fault::Down);
        QTest::newRow("lying") << static_cast<int>(Fault::Lying);
        QTest::newRow("impersonating") << static_cast<int>(Fault::Impersonating);
    }
    void oneFaultAtATimeDoesNoHarm() {
        QFETCH(const int, fault);
        Scene s;
        const Shared code = s.give();
        s.redeemIt(code);
        for (std::size_t i = 1; i < hospitals; ++i) {
            s.faults = {};
            s.faults[i] = static_cast<Fault>(fault);
            gateway::RemoteMailbox fresh(s.nodes, {});
            const auto opened = openRecords(s.seen(code), s.clinic, fresh, s.clock, s.random);
            QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().detail.c_str());
        }
    }
    void aLiarBeforeThePackagesHostIsPassedOver() {
        Scene s;
        const Shared code = s.give();
        std::ranges::reverse(s.nodes);
        for (std::size_t i = 1; i < hospitals; ++i) {
            s.faults = {};
            s.faults[i] = Fault::Lying;
            gateway::RemoteMailbox fresh(s.nodes, {});
            QVERIFY(packageWaits(s.seen(code), s.clinic, *s.ledger, fresh, s.clock, s.random).ok());
        }
        s.redeemIt(code);
        gateway::RemoteMailbox fresh(s.nodes, {});
        QVERIFY(openRecords(s.seen(code), s.clinic, fresh, s.clock, s.random).ok());
    }
    // All the others say that they are the node where the package waits, and are asked before it.
    void garbageUnderTheVeryNameHidesNoPackage() {
        Scene s;
        const Shared code = s.give();
        s.redeemIt(code);
        std::ranges::reverse(s.nodes);
        for (std::size_t i = 1; i < hospitals; ++i) {
            s.wires[i]->shadowed = s.hospital[0].server.get();
            s.faults = {};
            s.faults[i] = Fault::Shadowing;
            gateway::RemoteMailbox fresh(s.nodes, {});
            const auto opened = openRecords(s.seen(code), s.clinic, fresh, s.clock, s.random);
            QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().detail.c_str());
        }
    }
    // A use after the first: what was handed out while it was looked for is not fetched again.
    void aPackageIsFetchedOnceInAnAct() {
        Scene s;
        const Shared code = s.give();
        s.redeemIt(code);
        auto package =
            packageWaits(s.seen(code), s.clinic, *s.ledger, *s.mailbox, s.clock, s.random);
        QVERIFY(package.ok() && !package->empty());
        const int before = s.wires[0]->collected;
        QVERIFY(before > 0);
        QCOMPARE(s.opens(code, std::move(*package)), ErrorCode::None);
        QCOMPARE(s.wires[0]->collected, before);
    }
    // Without a network: what the holders' number costs the nodes and the counter.
    void sevenHoldersOpenAlmostAsFastAsThree() {
        for (const std::size_t count : {hospitals, mostHospitals}) {
            Scene s(count, count);
            const Shared code = s.give();
            s.redeemIt(code);
            std::vector<double> took;
            for (int i = 0; i < 11; ++i) {
                gateway::RemoteMailbox fresh(s.nodes, {});
                QElapsedTimer timer;
                timer.start();
                QVERIFY(openRecords(s.seen(code), s.clinic, fresh, s.clock, s.random).ok());
                took.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            }
            std::ranges::sort(took);
            qInfo("%zu holders: median %.1f ms, %.1f to %.1f", count - 1, took[5], took.front(),
                  took.back());
            QVERIFY(took[5] < 500);
        }
    }
    void aSilentNodeCostsOneTimeout() {
        Scene s;
        const Shared code = s.give();
        s.redeemIt(code);
        for (const bool isKnown : {false, true}) {
            s.faults = {};
            gateway::RemoteMailbox mailbox(s.nodes, {});
            if (isKnown) QVERIFY(mailbox.hosts().ok());
            s.faults[2] = Fault::Silent;
            s.wires[2]->waited = {};
            QVERIFY(openRecords(s.seen(code), s.clinic, mailbox, s.clock, s.random).ok());
            // For who it is or for its share, not for both.
            QCOMPARE(s.wires[2]->waited, std::chrono::milliseconds{5000});
        }
    }
    void twoFaultsAreTooMany() {
        Scene s;
        const Shared code = s.give();
        s.redeemIt(code);
        s.faults[1] = Fault::Down;
        s.faults[2] = Fault::Lying;
        QCOMPARE(s.opens(code), ErrorCode::TooFewShares);
        s.faults = {};
        QCOMPARE(s.opens(code), ErrorCode::None);
    }

    void revokingEndsReleasing() {
        Scene s;
        const Shared code = s.give();
        const auto package = parcelOf(*s.vault, verifyGrant(code)->open.id);
        s.redeemIt(code);
        const Bytes onDisk = [&] {
            for (Bytes &file : s.filesOf(0))
                if (sharesOf(file, verifyGrant(code)->closed.packageHash)) return file;
            return Bytes();
        }();
        QCOMPARE(s.opens(code, onDisk), ErrorCode::None);
        const auto outcome = revoke(*s.vault, s.wallet, *s.ledger, *s.mailbox,
                                    verifyGrant(code)->open.id, s.clock, s.random);
        QVERIFY(outcome.ok() && outcome->accepted());
        QCOMPARE(s.opens(code, onDisk),
                 ErrorCode::CollectionRefused); // the package alone is not enough
        QVERIFY(!package->has_value());         // short-lived: the phone keeps nothing
    }

    void aShareIsReleasedToItsAudienceAlone() {
        Scene s;
        const Shared code = s.give();
        s.redeemIt(code);
        const Grant grant = *verifyGrant(code);
        Bytes file;
        for (Bytes &one : s.filesOf(0))
            if (sharesOf(one, grant.closed.packageHash)) file = std::move(one);
        const ShareHeader header = *sharesOf(file, grant.closed.packageHash);
        const auto holder = std::ranges::find(s.ids, header.shares[0].node);
        Hospital &h = s.hospital[static_cast<std::size_t>(holder - s.ids.begin())];
        const auto requestFor = [&](const SigningKey &desk, auto change) {
            CollectRequest r;
            r.host = *holder;
            r.organisation = s.clinic.organisation;
            r.time = s.clock.now();
            r.nonce = randomFixed<CollectNonce>(s.random);
            WantedShare wanted{code.publicPart,
                               {header.month, 1, header.ephemeral, header.shares[0].sealed}};
            change(r, wanted);
            r.share = wanted;
            return signCollectRequest(r, desk);
        };
        const auto none = [](CollectRequest &, WantedShare &) {};
        const auto released = [&](const Bytes &request) {
            return !h.mailbox->release({request}).answers.empty();
        };
        const Bytes good = requestFor(s.clinic.signing, none);
        QVERIFY(released(good));
        QCOMPARE(h.mailbox->release({good}).failure->code, ErrorCode::DeskRequestAnswered);
        QVERIFY(!released(requestFor(s.admin, none)));
        QVERIFY(!released(requestFor(
            s.clinic.signing, [](CollectRequest &r, WantedShare &) { r.host.bytes[0] ^= 1U; })));
        QVERIFY(!released(requestFor(s.clinic.signing, [](CollectRequest &r, WantedShare &) {
            r.time -= collectWindow + 1;
        })));
        QVERIFY(!released(requestFor(s.clinic.signing,
                                     [](CollectRequest &, WantedShare &w) { w.share.at = 2; })));
        QVERIFY(!released(requestFor(s.clinic.signing,
                                     [](CollectRequest &, WantedShare &w) { w.share.month = 1; })));
        QVERIFY(!released(requestFor(s.clinic.signing, [](CollectRequest &, WantedShare &w) {
            w.publicPart.back() ^= 1U;
        })));
        // Another grant's redemption does not release this one's share.
        const Shared other = s.give();
        s.redeemIt(other);
        QVERIFY(!released(requestFor(s.clinic.signing, [&](CollectRequest &, WantedShare &w) {
            w.publicPart = other.publicPart;
        })));
        // When the month after the grant's end is over, the key is gone for good.
        QVERIFY(released(requestFor(s.clinic.signing, none)));
        s.clock.advance(UnixTime{62} * 86400);
        QVERIFY(!HostKeys::open(h.home / "host-keys", s.clock)
                     .value()
                     ->keyOf(header.month)
                     ->has_value());
    }

    void sharingNeedsNoMailbox() {
        Scene s;
        (void)s.rehearsed(); // the phone has met the clinic and the nodes' keys
        s.faults.fill(Fault::Down);
        const Shared code = s.give();
        QCOMPARE(code.waits->code, ErrorCode::ClinicMailboxOutOfReach);
        QCOMPARE(*parcelsWaiting(*s.vault), std::size_t{1});
        const GrantId id = verifyGrant(code)->open.id;
        const Bytes beside = **parcelOf(*s.vault, id);
        s.redeemIt(code);
        QCOMPARE(s.opens(code), ErrorCode::NodeUnreachable);
        s.faults = {};
        // Beside the code, or delivered later.
        QCOMPARE(s.opens(code, beside), ErrorCode::None);
        QCOMPARE(s.opens(code), ErrorCode::PackageNotThere);
        QCOMPARE(deliverParcels(*s.vault, s.wallet, *s.mailbox, s.clock.now())->waiting,
                 std::size_t{0});
        QCOMPARE(s.opens(code), ErrorCode::None);
        Bytes other = beside;
        other.back() ^= 1U;
        QCOMPARE(s.opens(code, other), ErrorCode::PackageHashDiffers);
    }

    // While it waits its permission is ended: no mailbox is asked again to take it.
    void whatHasEndedIsNotSent() {
        Scene s;
        (void)s.rehearsed();
        s.faults.fill(Fault::Down);
        const Shared first = s.give(), second = s.give();
        const GrantId id = verifyGrant(first)->open.id, other = verifyGrant(second)->open.id;
        QCOMPARE(*parcelsWaiting(*s.vault), std::size_t{2});
        QVERIFY(revoke(*s.vault, s.wallet, *s.ledger, *s.mailbox, id, s.clock, s.random).ok());
        QVERIFY(!parcelOf(*s.vault, id)->has_value());
        // Ended elsewhere, so that a mailbox is the first to say it: once, and it is dropped.
        const Bytes parcel = **parcelOf(*s.vault, other);
        QVERIFY(revoke(*s.vault, s.wallet, *s.ledger, *s.mailbox, other, s.clock, s.random).ok());
        QVERIFY(keepParcel(*s.vault, other, parcel).ok());
        s.faults = {};
        const auto left = deliverParcels(*s.vault, s.wallet, *s.mailbox, s.clock.now());
        QVERIFY(left.ok());
        QCOMPARE(left->ended->code, ErrorCode::PackageOfEndedGrant);
        QCOMPARE(left->waiting, std::size_t{0});
        QVERIFY(!parcelOf(*s.vault, other)->has_value());
    }

    // A code is not sent before its package, should that wait.
    void aCodeIsSentBehindItsPackage() {
        Scene s;
        (void)s.rehearsed();
        const Organisation clinic = *activeOrganisation(*s.ledger, s.clinic.organisation);
        s.faults.fill(Fault::Down);
        const Shared code = s.give();
        const auto send = [&] {
            return sendGiven(*s.vault, s.wallet, *s.mailbox, verifyGrant(code)->open.id, clinic,
                             s.clock);
        };
        QCOMPARE(send().error().code, ErrorCode::ClinicMailboxOutOfReach);
        s.faults = {};
        QVERIFY(s.mailbox->fetch(clinic.sealing)->empty());
        // At another clinic's moment it is not left.
        QCOMPARE(deliverParcels(*s.vault, s.wallet, *s.mailbox, s.clock.now(), OrganisationId{})
                     ->waiting,
                 std::size_t{1});
        QVERIFY(send().ok());
        QCOMPARE(s.mailbox->fetch(clinic.sealing)->size(), std::size_t{1});
        s.redeemIt(code);
        QCOMPARE(s.opens(code), ErrorCode::None);
    }

    void whatIsKeptForLongIsLeftAgain() {
        Scene s;
        const Shared code = s.give(UnixTime{20} * 86400);
        const GrantId id = verifyGrant(code)->open.id;
        QVERIFY(parcelOf(*s.vault, id)->has_value());
        s.clock.advance(UnixTime{15} * 86400);
        QCOMPARE(*s.hospital[0].mailbox->sweep(), std::size_t{1});
        QCOMPARE(deliverParcels(*s.vault, s.wallet, *s.mailbox, s.clock.now())->waiting,
                 std::size_t{0});
        s.redeemIt(code);
        QCOMPARE(s.opens(code), ErrorCode::None);
        s.clock.advance(UnixTime{5} * 86400);
        QCOMPARE(deliverParcels(*s.vault, s.wallet, *s.mailbox, s.clock.now())->waiting,
                 std::size_t{0});
        QVERIFY(!parcelOf(*s.vault, id)->has_value());
    }

    // One host holds the half then, and nothing is promised; but its mailbox's disk alone has none.
    void withTooFewOperatorsOneHostHoldsIt() {
        Scene none(0);
        const Shared code = none.give();
        QCOMPARE(verifyGrant(code)->closed.shareHolders, std::uint8_t{0});
        none.redeemIt(code);
        QCOMPARE(none.opens(code), ErrorCode::None);
        Scene three(3); // one of them the clinic's
        const Shared other = three.give();
        QCOMPARE(verifyGrant(other)->closed.shareHolders, std::uint8_t{0});
        QCOMPARE(three.rehearsed()->holders.nodes.size(), std::size_t{1});
        QVERIFY(three.rehearsed()->holders.nodes[0].node == three.ids[0]);
        three.redeemIt(other);
        QCOMPARE(three.opens(other), ErrorCode::None);
    }
    // Else the words would promise what is not so, or not say what is.
    void theWordsSayHowManyHoldThem() {
        Scene s;
        const Rehearsal rehearsal = *s.rehearsed();
        QCOMPARE(rehearsal.grant.closed.shareHolders, std::uint8_t{3});
        QVERIFY(rehearsal.words.english.find("3 other organisations each guard a part")
                != std::string::npos);
        QVERIFY(Scene(0).rehearsed()->words.english.find("No other hospital helps to guard the key")
                != std::string::npos);
    }
};

APRICOT_TEST(TestShares)
#include "test_shares.moc"
