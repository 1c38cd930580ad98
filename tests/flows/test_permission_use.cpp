// SPDX-License-Identifier: GPL-3.0-or-later
// A use is never spent for nothing: the ledger's answer gets lost, or comes late, or never.
#include "ledger/prefix_proof.h"
#include "ledger/receipt.h"
#include "program/test_program.h"
#include "visit_scene.h"

#include <QTest>

using namespace apricot;
using Scene = apricot::test::VisitScene;

namespace {

// A ledger whose answers get lost on the way, or all that is said to it.
class LossyLedger final : public Ledger {
  public:
    explicit LossyLedger(Ledger &to) : m_to(to) {}
    enum class Submit : std::uint8_t { Answered, AnswerLost, Held } submits = Submit::Answered;
    ErrorCode says = ErrorCode::NodeUnreachable; // of what is lost: the first node's word
    bool isMute = false; // nor does it answer any question, once something was submitted
    Bytes held;
    [[nodiscard]] std::string chainId() const override { return m_to.chainId(); }
    [[nodiscard]] std::optional<VerifyKey> ledgerKey() const override { return m_to.ledgerKey(); }
    [[nodiscard]] Result<VerifiedAnswer> verify(const ProvenAnswer &a) const override {
        return m_to.verify(a);
    }
    [[nodiscard]] Result<Outcome> submit(ByteView transaction) override {
        if (submits == Submit::Answered) return m_to.submit(transaction);
        if (submits == Submit::AnswerLost && !m_to.submit(transaction)) qFatal("submit");
        held.assign(transaction.begin(), transaction.end());
        m_isDown = isMute;
        return unreachable();
    }
    [[nodiscard]] Result<ProvenAnswer> query(ByteView key) override {
        return m_isDown ? Result<ProvenAnswer>(unreachable()) : m_to.query(key);
    }
    [[nodiscard]] Result<ProvenPrefix> queryPrefix(const StatePrefix &prefix) override {
        return m_to.queryPrefix(prefix);
    }
    [[nodiscard]] Subscription watch(Height from,
                                     std::function<void(const LedgerEvent &)> told) override {
        return m_to.watch(from, std::move(told));
    }
    void restore() {
        submits = Submit::Answered;
        m_isDown = false;
    }

  private:
    Error unreachable() const { return Error{says, "test", {}}; }
    Ledger &m_to;
    bool m_isDown = false;
};

} // namespace

class TestPermissionUse : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void aLostAnswerCostsNoUse_data() {
        QTest::addColumn<bool>("mute");
        QTest::addColumn<bool>("held");
        QTest::addColumn<int>("later"); // seconds until it is redeemed again
        QTest::newRow("looked up at once") << false << false << 0;
        QTest::newRow("asked again") << true << false << 0;
        QTest::newRow("asked again when the request is void") << true << false << 1200;
        QTest::newRow("on its way, asked again") << false << true << 0;
        QTest::newRow("on its way, void meanwhile") << true << true << 1200;
    }
    // One node is busy or alone, another heard it and was silent.
    void whoeverSaysItIsNotAnsweredItMayBeSpent() {
        for (const ErrorCode says : {ErrorCode::NodeBusy, ErrorCode::LightWitnessMissing,
                                     ErrorCode::GatewayTooManyRequests}) {
            Scene s;
            const Inspection seen = s.read(s.give(s.choice()));
            LossyLedger line(*s.ledger);
            line.submits = LossyLedger::Submit::Held;
            line.says = says;
            const auto spent =
                spendUse(*s.clinic, seen, s.desk, {}, line, *s.mailbox, s.clock, s.random);
            QCOMPARE(nameOf(spent.error().code), nameOf(ErrorCode::UseUnsettled));
            QVERIFY(isOutOfReach(says));
        }
    }
    void aLostAnswerCostsNoUse() {
        QFETCH(const bool, mute);
        QFETCH(const bool, held);
        QFETCH(const int, later);
        Scene s;
        ShareChoice twice = s.choice();
        twice.uses = 2;
        twice.expiry = s.clock.now() + 7200;
        twice.eraseBy = s.clock.now() + 90'000;
        const Inspection seen = s.read(s.give(twice));
        LossyLedger line(*s.ledger);
        const auto spendOne = [&] {
            return spendUse(*s.clinic, seen, s.desk, {}, line, *s.mailbox, s.clock, s.random);
        };
        const auto used = [&] { return standingOf(seen, s.desk, *s.ledger, s.clock)->used; };
        line.submits = held ? LossyLedger::Submit::Held : LossyLedger::Submit::AnswerLost;
        line.isMute = mute;
        auto spent = spendOne();
        if (mute || held) {
            QVERIFY(!spent.ok());
            QCOMPARE(nameOf(spent.error().code), nameOf(ErrorCode::UseUnsettled));
            line.restore();
            if (held) QVERIFY(s.ledger->submit(line.held)->accepted()); // it comes late
            s.clock.advance(later);
            spent = spendOne();
        }
        QVERIFY(spent.ok());
        QCOMPARE(used(), 1U);
        QVERIFY(verifyAnswer(spent->receipt, *s.ledger->ledgerKey(), s.ledger->chainId())->value);
        QVERIFY(isRedeemedHere(*s.clinic, seen.grant.open.id).value());
        QVERIFY(openAtDesk(*s.clinic, seen, s.desk, {}, {}, *s.mailbox, s.clock, s.random).ok());
        // What was answered is over: another use is another one.
        line.restore();
        QVERIFY(spendOne().ok());
        QCOMPARE(used(), 2U);
        QCOMPARE(spendOne().error().code, ErrorCode::GrantUsedUp);
    }
    // Another use of the same grant, a minute before, is not it.
    void anEarlierOpeningIsNotTakenForIt() {
        Scene s;
        ShareChoice twice = s.choice();
        twice.uses = 2;
        const Inspection seen = s.read(s.give(twice));
        LossyLedger line(*s.ledger);
        const auto spendOne = [&] {
            return spendUse(*s.clinic, seen, s.desk, {}, line, *s.mailbox, s.clock, s.random);
        };
        QVERIFY(spendOne().ok());
        s.clock.advance(60);
        line.submits = LossyLedger::Submit::Held;
        QCOMPARE(spendOne().error().code, ErrorCode::UseUnsettled);
        line.restore();
        QVERIFY(s.ledger->submit(line.held)->accepted());
        QVERIFY(spendOne().ok());
        QCOMPARE(standingOf(seen, s.desk, *s.ledger, s.clock)->used, 2U);
        QCOMPARE(spendOne().error().code, ErrorCode::GrantUsedUp);
    }
    // What never came is asked for anew, also a day later, when an opening of then opens no more.
    void whatWasNeverCarriedOutIsSpentAnew() {
        Scene s;
        ShareChoice thrice = s.choice();
        thrice.uses = 3;
        thrice.expiry = s.clock.now() + 5 * 86'400;
        thrice.eraseBy = 0;
        const Inspection seen = s.read(s.give(thrice));
        LossyLedger line(*s.ledger);
        const auto spendOne = [&] {
            return spendUse(*s.clinic, seen, s.desk, {}, line, *s.mailbox, s.clock, s.random);
        };
        const auto used = [&] { return standingOf(seen, s.desk, *s.ledger, s.clock)->used; };
        line.submits = LossyLedger::Submit::Held;
        QCOMPARE(spendOne().error().code, ErrorCode::UseUnsettled);
        s.clock.advance(1200);
        QCOMPARE(used(), 0U);
        line.restore();
        QVERIFY(spendOne().ok());
        QCOMPARE(used(), 1U);
        line.submits = LossyLedger::Submit::AnswerLost;
        line.isMute = true;
        QCOMPARE(spendOne().error().code, ErrorCode::UseUnsettled);
        QCOMPARE(used(), 2U);
        line.restore();
        s.clock.advance(86'400);
        QVERIFY(spendOne().ok());
        QCOMPARE(used(), 3U);
        QVERIFY(openAtDesk(*s.clinic, seen, s.desk, {}, {}, *s.mailbox, s.clock, s.random).ok());
    }
};

APRICOT_TEST(TestPermissionUse)
#include "test_permission_use.moc"
