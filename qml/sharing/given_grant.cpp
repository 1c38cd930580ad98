// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/given_grant.h"

#include "base/chosen_file.h"
#include "controls/words.h"
#include "device/device_of.h"
#include "exchange/code_file.h"
#include "exchange/frames.h"
#include "flows/patient/deliver.h"
#include "flows/patient/end_grant.h"
#include "flows/patient/looked_after.h"
#include "flows/shared/directory.h"
#include "ledger/receipt.h"
#include "sharing/ask.h"
#include "sharing/scope_words.h"

#include <QCoreApplication>

namespace apricot {

using Known = std::vector<RedemptionLeaf>;

void GivenGrant::setPerson(Person *person) {
    if (m_person) disconnect(m_person, nullptr, this, nullptr);
    m_person = person;
    if (m_person) connect(m_person, &Person::permissionsLearnt, this, &GivenGrant::read);
    load();
}

void GivenGrant::setNumber(const QString &number) {
    if (number == m_number) return;
    m_number = number;
    load();
}

void GivenGrant::load() {
    struct Found {
        Given given;
        std::string code;
        ConsentText words;
    };
    m_given.reset();
    m_opening.reset();
    m_openings.show({});
    m_code.clear();
    m_frames.clear();
    Q_EMIT changed();
    const auto id = idNamed<GrantId>(m_number);
    if (!id || !m_person) return;
    askOpen<Found>(
        m_person, this,
        [id = *id](Session &session) -> Result<Found> {
            APRICOT_TRY_ASSIGN(given, grantGiven(*session.vault, id));
            APRICOT_TRY_ASSIGN(code, signedGrantOf(*session.vault, id));
            Found out{std::move(given), grantToText(code), {}};
            if (out.given.clinic.empty()) return out;
            APRICOT_TRY_ASSIGN(words, consentText(out.given.grant, out.given.clinic));
            out.words = std::move(words);
            return out;
        },
        [this, number = m_number](Result<Found> &&found) {
            if (number != m_number) return;
            if (!found) return m_person->setProblem(found.error());
            m_given = std::move(found->given);
            m_code = utf8(found->code);
            if (const auto frames = framesOf(found->code))
                for (const std::string &frame : *frames) m_frames.append(utf8(frame));
            m_words = std::move(found->words);
            Q_EMIT changed();
            Q_EMIT ticked();
            if (m_person->ledgerIsHere()) return look();
            read();
        });
}

void GivenGrant::read() {
    if (!m_given || !m_person || m_person->ledgerIsHere()) return;
    askOpen<std::optional<Opening>>(
        m_person, this,
        [grant = m_given->grant](Session &session) { return keptOpening(grant, *session.vault); },
        [this](Result<std::optional<Opening>> &&kept) {
            if (kept && *kept && m_given) learn(std::move(**kept));
        });
}

void GivenGrant::look() {
    if (!m_given || m_asking) return;
    m_asking = true;
    Q_EMIT changed();
    askOpen<Opening>(
        m_person, this,
        [grant = m_given->grant, known = m_opening ? m_opening->openings : Known(),
         here = m_person->ledgerIsHere()](Session &session) -> Result<Opening> {
            return session.askApart([&](const Apart &way) {
                return here ? openingOf(grant, way.ledger(), known)
                            : lookAfter(grant.open.id, *session.vault, way.ledger());
            });
        },
        [this](Result<Opening> &&opening) {
            m_asking = false;
            // Asked every few seconds: that it cannot be reached is a state, not an alarm.
            if (m_given) learn(std::move(opening));
        });
}

void GivenGrant::learn(Result<Opening> &&opening) {
    m_elsewhere = !opening && opening.error().code == ErrorCode::GrantOnOtherLedger;
    m_unreachable = !opening && !m_elsewhere;
    if (opening && opening->grant.open.id == m_given->grant.open.id) {
        const int before = used();
        take(std::move(*opening));
        if (used() > before) Q_EMIT opened();
    }
    Q_EMIT changed();
}

void GivenGrant::take(Opening &&opening) {
    m_openings.show(opening.openings);
    m_opening = std::move(opening);
}

QString GivenGrant::chain() const {
    return m_given ? utf8(m_given->grant.open.chainId) : QString();
}

void GivenGrant::tick() {
    Q_EMIT ticked();
}

void GivenGrant::revoke() {
    const auto id = idNamed<GrantId>(m_number);
    if (!id) return;
    askOpen<Opening>( // as the ledger proves it
        m_person, this, [id = *id](Session &session) { return endGrant(session, id); },
        [this](Result<Opening> &&end) {
            if (!end) {
                m_person->setProblem(end.error());
                return look();
            }
            take(std::move(*end));
            m_unreachable = false;
            //: A permission was ended; %1 is when, %2 the number of the ledger's block
            const QString said = QCoreApplication::translate(
                "GivenGrant", "Ended for good at %1. It stands in the ledger's block %2; this "
                              "device has checked the proof.");
            if (m_opening->ended) m_person->setNotice(said.arg(ended(), endBlock()));
            Q_EMIT changed();
        });
}

void GivenGrant::send() {
    const auto id = idNamed<GrantId>(m_number);
    if (!id || !m_given) return;
    askOpen<bool>(
        m_person, this,
        [id = *id, to = m_given->grant.open.audience](Session &session) -> Result<bool> {
            APRICOT_TRY_ASSIGN(chosen, session.ledger());
            APRICOT_TRY_ASSIGN(clinic, activeOrganisation(chosen->ledger(), to));
            APRICOT_TRY_ASSIGN(mailbox, chosen->neededMailbox());
            APRICOT_TRY_ASSIGN(wallet, session.wallet());
            APRICOT_TRY(sendGiven(*session.vault, wallet, *mailbox, id, clinic, session.clock));
            return true;
        },
        [this](Result<bool> &&sent) {
            if (!sent) return m_person->setProblem(sent.error());
            //: A permission was sent over the network; %1 is a clinic
            const QString said = QCoreApplication::translate(
                "GivenGrant", "Sent. %1 finds it among its messages and can open it there.");
            m_person->setNotice(said.arg(clinic()));
        });
}

void GivenGrant::saveCode(const QUrl &file, bool replace) {
    const Replace over{replace};
    const auto written = [&]() -> Result<> {
        APRICOT_TRY_ASSIGN(path, deviceOf(this)->files->toWrite(file));
        if (path.extension() != ".png") return writeCodeFile(path, m_code.toStdString(), over);
        APRICOT_TRY(writeCodePicture(path, m_code.toStdString(), over));
        return {};
    }();
    if (!written) return m_person->setProblem(written.error());
    //: After a permission's code was written to a file
    m_person->setNotice(QCoreApplication::translate(
        "GivenGrant", "Saved. It works until it runs out or you end it, and for this clinic "
                      "only."));
}

void GivenGrant::saveReceipt(const QUrl &file, bool replace) {
    if (!m_opening) return;
    const Bytes receipt =
        encodeAnswer(m_opening->ended ? m_opening->endReceipt : m_opening->receipt);
    const auto written = deviceOf(this)->files->write(file, receipt, Replace{replace});
    if (!written) return m_person->setProblem(written.error());
    //: After the ledger's proof was written to a file
    m_person->setNotice(QCoreApplication::translate(
        "GivenGrant", "The ledger's proof is saved. Anybody can check it without this device. It "
                      "holds no health record."));
}

QList<PaperBlock> GivenGrant::card() const {
    if (!m_given) return {};
    // Both languages whatever the screen speaks: whoever is at the counter must be able to read it.
    return {
        {PaperBlock::Heading, QStringLiteral("杏林 Apricot  %1").arg(clinic())},
        {PaperBlock::Code, m_code},
        {PaperBlock::Text, utf8(m_words.chinese)},
        {PaperBlock::Text, utf8(m_words.english)},
        {PaperBlock::Quiet,
         QStringLiteral("遗失此卡时，请在杏林中结束该许可。本卡只有上述机构能使用。")},
        {PaperBlock::Quiet, QStringLiteral("If you lose this card, end the permission in Apricot. "
                                           "Only the clinic named here can use it.")}};
}

QString GivenGrant::clinic() const {
    return m_given ? utf8(m_given->clinic) : QString();
}

QString GivenGrant::what() const {
    if (!m_given) return {};
    const auto &closed = m_given->grant.closed;
    return inWords(closed.scope, closed.utcOffsetMinutes);
}

QString GivenGrant::words() const {
    return m_given ? inWords(m_words) : QString();
}

QString GivenGrant::otherWords() const {
    return m_given ? inWords(m_words, true) : QString();
}

QString GivenGrant::until() const {
    return m_given ? localTime(m_given->grant.open.expiry) : QString();
}

int GivenGrant::secondsLeft() const {
    if (!m_given) return 0;
    const UnixTime left = m_given->grant.open.expiry - m_clock->now();
    return static_cast<int>(std::clamp<UnixTime>(left, 0, longestGrant));
}

QString GivenGrant::timeLeft() const {
    return spanInWords(secondsLeft());
}

double GivenGrant::part() const {
    if (!m_given) return 0;
    const GrantPublic &open = m_given->grant.open;
    return std::clamp(static_cast<double>(secondsLeft())
                          / static_cast<double>(open.expiry - open.notBefore),
                      0.0, 1.0);
}

GivenGrant::State GivenGrant::state() const {
    if (!m_given) return Asking;
    switch (reachOf(m_given->grant.open, m_opening ? &*m_opening : nullptr, m_clock->now())) {
    case Reach::Open:
        return Good;
    case Reach::Fetch:
        return Fetch;
    case Reach::Over:
        return Over;
    case Reach::Ended:
        return Ended;
    case Reach::Unknown:
        break;
    }
    return Asking;
}

int GivenGrant::used() const {
    return m_opening && m_opening->state ? static_cast<int>(m_opening->state->used) : 0;
}

int GivenGrant::uses() const {
    return m_given ? static_cast<int>(m_given->grant.open.uses) : 0;
}

QString GivenGrant::fetchUntil() const {
    return m_opening && fetchableUntil(*m_opening) != 0 ? localTime(fetchableUntil(*m_opening))
                                                        : QString();
}

QString GivenGrant::eraseBy() const {
    if (used() == 0) return {};
    const UnixTime by = m_given->grant.closed.eraseBy;
    return by > m_clock->now() ? localTime(by) : QString();
}

QString GivenGrant::ended() const {
    return m_opening && m_opening->ended ? localTime(m_opening->ended->time) : QString();
}

QString GivenGrant::endBlock() const {
    return m_opening && m_opening->ended ? QString::number(m_opening->ended->height) : QString();
}

QString GivenGrant::asOf() const {
    return m_opening ? localTime(m_opening->asOf) : QString();
}

QString GivenGrant::block() const {
    return m_opening ? QString::number(m_opening->height) : QString();
}

} // namespace apricot
