// SPDX-License-Identifier: GPL-3.0-or-later
// A real apricot-node: it publishes its keys when it is listed, takes what is signed for it, and
// answers a desk's request once, also after it was killed.
#include "crypto/crypto.h"
#include "crypto/seal.h"
#include "exchange/holders.h"
#include "exchange/host_keys.h"
#include "exchange/package.h"
#include "gateway/remote_mailbox.h"
#include "ledger/embedded_ledger.h"
#include "ledger/node_state.h"
#include "ledger/parties.h"
#include "net/http.h"
#include "program/test_program.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace apricot;

namespace {

struct Scene {
    QTemporaryDir folder;
    Parties parties;
    OpenKey opening = *OpenKey::from(parties.key().view());
    QProcess process;
    gateway::Nodes nodes;
    std::unique_ptr<gateway::RemoteMailbox> mailbox;

    [[nodiscard]] QString in(const char *name) const {
        return folder.filePath(QLatin1String(name));
    }
    [[nodiscard]] std::string ledger() const { return in("ledger").toStdString(); }
    Scene() {
        parties.clock.advance(SystemClock().now() - parties.clock.now()); // the node has its own
        if (!createEmbeddedLedger(ledger(), parties.genesis(), parties.clock, parties.random))
            qFatal("ledger");
        process.setReadChannel(QProcess::StandardError);
        start();
        Organisation clinic = parties.organisation();
        clinic.sealing = sealKeyOf(opening);
        must(parties.signedBy(parties.admin, RegisterOrganisation{clinic}));
    }
    ~Scene() {
        process.kill();
        process.waitForFinished(10'000);
    }
    // Waits for what it says.
    bool says(const char *what) {
        while (!m_said.contains(what) && process.waitForReadyRead(20'000))
            m_said += process.readAllStandardError();
        return m_said.contains(what);
    }
    void start() {
        m_said.clear();
        process.start(QStringLiteral(APRICOT_BIN_DIR "/apricot-node"),
                      {QStringLiteral("--ledger"), in("ledger"), QStringLiteral("--mailbox"),
                       in("mailbox"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
        if (!says("\"started\"") || !says("\n")) qFatal("%s", m_said.constData());
        const auto at = m_said.lastIndexOf("127.0.0.1:");
        const std::string port = m_said.mid(at + 10).split('"').front().toStdString();
        mailbox.reset();
        nodes.clear();
        nodes.push_back(
            std::make_unique<gateway::Node>(net::connectHttp("http://127.0.0.1:" + port).value()));
        mailbox = std::make_unique<gateway::RemoteMailbox>(nodes);
    }
    void killAndStart() {
        process.kill();
        process.waitForFinished(10'000);
        start();
    }
    void must(const Bytes &transaction) {
        const auto outcome = nodes.front()->submit(transaction);
        if (!outcome || !outcome->accepted()) qFatal("refused");
    }
    HostFacts host() { return mailbox->hosts()->front(); }
    ErrorCode post(const char *path, Bytes body) {
        const auto answer = nodes.front()->post(path, std::move(body));
        return answer ? ErrorCode::None : answer.error().code;
    }

  private:
    QByteArray m_said;
};

} // namespace

class TestNodeShares : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void itPublishesItsKeysOnceItIsListed() {
        Scene s;
        const HostFacts host = s.host();
        QCOMPARE(host.keys.size(), std::size_t{monthsAhead + 1});
        Node node;
        node.operatedBy = s.parties.clinic;
        s.must(s.parties.signedBy(s.parties.admin, RegisterNode{host.id, node}));
        QVERIFY(s.says("month-keys-published"));
        s.process.terminate();
        QVERIFY(s.process.waitForFinished(10'000));
        const auto ledger = openEmbeddedLedger(s.ledger(), s.parties.clock).value();
        const auto known = nodesIn(*ledger);
        QVERIFY(known.ok());
        QCOMPARE(known->size(), std::size_t{1});
        QCOMPARE(known->front().keys, host.keys);
    }

    void whatIsLeftIsSignedForThisMailbox() {
        Scene s;
        Deposit deposit;
        const Grant grant = s.parties.grant();
        deposit.host = s.host().id;
        deposit.locator = grant.closed.locator;
        deposit.publicPart = s.parties.publicPart(grant);
        deposit.package = {1, 2, 3};
        const auto left = [&](const Deposit &what) {
            return s.post("/v1/packages", gateway::encode(what));
        };
        QCOMPARE(left(deposit), ErrorCode::DepositForged);
        QCOMPARE(left(signDeposit(deposit, s.parties.stranger)), ErrorCode::DepositForged);
        Deposit elsewhere = deposit;
        elsewhere.host = verifyKeyOf(s.parties.stranger);
        QCOMPARE(left(signDeposit(elsewhere, s.parties.patient)), ErrorCode::DepositForged);
        const Deposit good = signDeposit(deposit, s.parties.patient);
        QCOMPARE(left(good), ErrorCode::None);
        s.killAndStart(); // what lies there is known again
        QCOMPARE(left(good), ErrorCode::None);
        deposit.package = {9};
        QCOMPARE(left(signDeposit(deposit, s.parties.patient)), ErrorCode::MailboxRefusedDeposit);
    }

    void aDesksRequestIsAnsweredOnce() {
        Scene s;
        const Grant grant = s.parties.grant();
        const Bytes publicPart = s.parties.publicPart(grant);
        const GrantPublic open = *verifyPublicPart(publicPart);
        const HostFacts host = s.host();
        const MonthNumber month = keyMonthOf(open.expiry);
        const auto key = std::ranges::find(host.keys, month, &MonthKey::month);
        QVERIFY(key != host.keys.end());
        const auto made =
            makePackage({"{}"}, bindingOf(open), {month, {{host.id, key->key}}}, s.parties.random);
        QVERIFY(made.ok());
        const Package &package = *made;
        const ShareHeader header = *sharesOf(package.file, package.hash);
        const auto request = [&] {
            CollectRequest r;
            r.host = host.id;
            r.organisation = s.parties.clinic;
            r.time = SystemClock().now();
            r.nonce = randomFixed<CollectNonce>(s.parties.random);
            r.share =
                WantedShare{publicPart, {month, 1, header.ephemeral, header.shares[0].sealed}};
            return signCollectRequest(r, s.parties.desk);
        };
        const Bytes first = request();
        QCOMPARE(s.post("/v1/shares", first), ErrorCode::CollectionRefused); // not redeemed
        s.must(s.parties.redeem(publicPart));
        const auto sealed = s.nodes.front()->post("/v1/shares", first);
        QVERIFY(sealed.ok());
        auto value = openSealed(s.opening, *sealed);
        QVERIFY(value.ok());
        std::vector<SecretShare> shares;
        shares.push_back({1, std::move(*value)});
        const auto half = joinHalf(header, bindingOf(open), std::move(shares));
        QVERIFY(half.ok());
        QVERIFY(openPackage(package.file, package.hash, bindingOf(open), package.grantHalf, *half)
                    .ok());
        QCOMPARE(s.post("/v1/shares", first), ErrorCode::DeskRequestAnswered);
        s.killAndStart();
        QCOMPARE(s.post("/v1/shares", first), ErrorCode::DeskRequestAnswered);
        QCOMPARE(s.post("/v1/shares", request()), ErrorCode::None);
        s.must(s.parties.signedBy(s.parties.patient, Revoke{open.signer, open.id}));
        QCOMPARE(s.post("/v1/shares", request()), ErrorCode::CollectionRefused);
    }
};

APRICOT_TEST(TestNodeShares)
#include "test_node_shares.moc"
