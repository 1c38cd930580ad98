// SPDX-License-Identifier: GPL-3.0-or-later
// Step one and two at the counter: a code is read, and what the ledger says of it is shown. Nothing
// is spent here.
#include "clinic/counter.h"

#include "clinic/clinic_words.h"
#include "controls/words.h"
#include "crypto/sign.h"
#include "device/device_of.h"
#include "exchange/code_file.h"
#include "flows/clinic/outbox.h"

#include <QCoreApplication>

namespace apricot {
namespace {

struct Read {
    CodeNature nature = CodeNature::Permission;
    ShownCode shown;
};

// Without an answer of the ledger: what the code itself shows.
Result<Read> readOffline(CounterSession &session, const Desk &desk, std::string_view text,
                         const Error &why) {
    APRICOT_TRY_ASSIGN(known, keptRegistration(*session.vault));
    if (!known) return why;
    APRICOT_TRY_ASSIGN(signedGrant, grantFromText(text));
    APRICOT_TRY_ASSIGN(grant, verifyGrant(signedGrant));
    Read out;
    const bool ours = grant.open.audience == desk.organisation;
    Inspection seen;
    seen.grant = std::move(grant);
    if (ours) {
        APRICOT_TRY_ASSIGN(inspected, inspectOffline(text, *known));
        seen = std::move(inspected);
    }
    out.shown = clinic::shownOffline(seen, ours);
    session.seen = std::move(seen);
    return out;
}

Result<Read> readOne(CounterSession &session, std::string_view text) {
    Read out;
    out.nature = natureOf(text);
    if (out.nature != CodeNature::Permission) return out;
    APRICOT_TRY_ASSIGN(desk, deskOf(*session.vault));
    const auto chosen = session.ledger();
    if (!chosen) {
        if (isOutOfReach(chosen.error().code))
            return readOffline(session, desk, text, chosen.error());
        return chosen.error();
    }
    Ledger &ledger = (*chosen)->ledger();
    auto seen = inspect(text, ledger);
    const auto standing = seen ? standingOf(*seen, desk, ledger, session.clock) : seen.error();
    if (!standing) {
        if (isOutOfReach(standing.error().code))
            return readOffline(session, desk, text, standing.error());
        return standing.error();
    }
    out.shown = clinic::shownCode(*seen, *standing);
    session.seen = std::move(*seen);
    return out;
}

} // namespace

void Counter::check(std::function<Result<std::string>(CounterSession &)> code) {
    if (m_state != Ready) return;
    ask<Read>(
        this,
        [code = std::move(code)](CounterSession &session) -> Result<Read> {
            session.seen.reset();
            APRICOT_TRY_ASSIGN(text, code(session));
            return readOne(session, text);
        },
        [this](Read &&read) {
            if (m_state != Ready) return;
            if (read.nature != CodeNature::Permission) {
                setProblem(clinic::inWords(read.nature));
                return;
            }
            dismiss();
            setShown({});
            setCode(std::move(read.shown));
        });
}

void Counter::read(const QString &text) {
    // Scanners put spaces and line ends around a code; base45 has a space of its own inside.
    check([text = text.trimmed().toStdString()](CounterSession &) -> Result<std::string> {
        return text;
    });
}

// A picture can be hostile and takes its time: where no vault is held, so that locking waits for
// none.
void Counter::readPicture(const QUrl &file) {
    if (m_state != Ready) return;
    m_pictures.run(this, [this, device = deviceOf(this), file]() -> Work::Shown {
        const auto read = [&]() -> Result<std::string> {
            APRICOT_TRY_ASSIGN(from, device->files->toRead(file));
            return codeInFile(from.path, grantPrefix);
        };
        return [this, code = std::make_shared<Result<std::string>>(read())] {
            if (m_state == Ready && !code->ok()) return setProblem(code->error());
            check([code](CounterSession &) { return *code; });
        };
    });
}

void Counter::take(const QVariant &thing) {
    const QUrl url = thing.toUrl();
    if (thing.typeId() == QMetaType::QString)
        read(utf8(codeInLink(thing.toString().toStdString())));
    else if (deviceOf(this)->files->isFile(url))
        readPicture(url);
    else
        read(utf8(codeInLink(url.toString(QUrl::FullyEncoded).toStdString())));
}

void Counter::readAgain(const QString &visit) {
    check([id = visit.toStdString()](CounterSession &session) {
        return keptCode(*session.vault, id);
    });
}

void Counter::setCode(ShownCode code) {
    if (!code.there && !m_code.there) return;
    m_code = std::move(code);
    Q_EMIT codeChanged();
}

void Counter::putAside() {
    setCode({});
}

void Counter::refreshDesk() {
    if (m_state != Ready) return;
    struct Seen {
        Registration registration;
        VerifyKey key;
        std::string chain;
        std::size_t waiting = 0;
        std::optional<Error> away;
        std::optional<Organisation> known;
        UnixTime now = 0;
    };
    ask<Seen>(
        this,
        [](CounterSession &session) -> Result<Seen> {
            Seen out;
            out.now = session.clock.now();
            APRICOT_TRY_ASSIGN(desk, deskOf(*session.vault));
            out.key = verifyKeyOf(desk.signing);
            APRICOT_TRY_ASSIGN(waiting, waitingIn(*session.vault));
            out.waiting = waiting;
            APRICOT_TRY_ASSIGN(known, keptRegistration(*session.vault));
            out.known = std::move(known);
            const auto chosen = session.ledger();
            if (!chosen) {
                out.away = chosen.error();
                return out;
            }
            out.chain = (*chosen)->ledger().chainId();
            auto registration = registrationOf(desk, (*chosen)->ledger());
            if (!registration) {
                out.away = registration.error();
                return out;
            }
            if (registration->organisation)
                APRICOT_TRY(keepRegistration(*session.vault, *registration->organisation));
            out.registration = std::move(*registration);
            return out;
        },
        [this](Seen &&seen) {
            const std::optional<Organisation> &found =
                seen.away ? seen.known : seen.registration.organisation;
            const bool active = found && found->status == OrganisationStatus::Active;
            const bool good = !seen.away && active && seen.registration.deskKnown;
            const DeskKey *own = found ? deskWith(*found, seen.key) : nullptr;
            const Restriction *restriction = found ? restrictionAt(*found, seen.now) : nullptr;
            const ErrorCode refusal = !found    ? ErrorCode::OrganisationUnknown
                                      : !active ? ErrorCode::OrganisationSuspended
                                                : ErrorCode::DeskKeyUnknown;
            m_desk = {};
            m_desk.there = true;
            m_desk.fingerprint = clinic::fingerprintOf(seen.key);
            m_desk.good = good;
            m_desk.away = seen.away.has_value();
            m_desk.chain = utf8(seen.chain);
            m_desk.waiting = static_cast<int>(seen.waiting);
            if (found) {
                m_desk.name = utf8(found->name);
                m_desk.clearance = clinic::clearanceInWords(found->clearance);
                m_desk.purposes = clinic::listed(found->purposes);
                m_desk.kind = clinic::kindInWords(*found);
            }
            if (own) m_desk.own = clinic::deskInWords(*own);
            if (restriction) m_desk.standing = clinic::inWords(*restriction);
            if (!seen.away) m_desk.proof = localTime(seen.registration.asOf);
            //: State of a clinic's registration
            m_desk.verdict = good ? QCoreApplication::translate("Counter", "Registered and active")
                                  : inWords(seen.away ? *seen.away : Error{refusal, {}, {}});
            Q_EMIT deskChanged();
        });
}

} // namespace apricot
