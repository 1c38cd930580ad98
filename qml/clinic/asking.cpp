// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/asking.h"

#include "consent/text.h"
#include "controls/words.h"
#include "exchange/request.h"
#include "flows/clinic/desk_messages.h"
#include "flows/clinic/permission_use.h"
#include "flows/clinic/write_back.h"
#include "flows/shared/directory.h"

#include <QCoreApplication>
#include <QLocale>

namespace apricot {
namespace {

// Not expired, and not opened here already.
Result<bool> isNew(CounterSession &session, const std::string &code) {
    const auto signedGrant = grantFromText(code);
    const auto grant = signedGrant ? verifyGrant(*signedGrant) : signedGrant.error();
    if (!grant || session.clock.now() >= grant->open.expiry) return false;
    APRICOT_TRY_ASSIGN(redeemed, isRedeemedHere(*session.vault, grant->open.id));
    return !redeemed;
}

} // namespace

Asking::Asking(QObject *parent) : QObject(parent) {
    m_poll.setInterval(5000);
    connect(&m_poll, &QTimer::timeout, this, &Asking::look);
}

void Asking::ask(int kinds, int days, int level, int hours) {
    if (!m_counter) return;
    struct Made {
        std::string code;
        Request request;
        ConsentText words;
    };
    m_counter->ask<Made>(
        this,
        [=](CounterSession &session) -> Result<Made> {
            APRICOT_TRY_ASSIGN(chosen, session.ledger());
            APRICOT_TRY_ASSIGN(desk, deskOf(*session.vault));
            Wish wish;
            wish.scope.kinds = static_cast<std::uint16_t>(kinds);
            wish.scope.level = static_cast<std::uint8_t>(level);
            if (days > 0) {
                const UnixTime now = session.clock.now();
                wish.scope.from = now - now % 86400 - UnixTime{days} * 86400;
            }
            wish.minutes = static_cast<std::uint32_t>(hours) * 60;
            Made out;
            APRICOT_TRY_ASSIGN(
                code, askInCode(desk, wish, chosen->ledger(), session.clock, session.random));
            APRICOT_TRY_ASSIGN(signedRequest, requestFromText(code));
            APRICOT_TRY_ASSIGN(request, verifyRequest(signedRequest));
            APRICOT_TRY_ASSIGN(us, activeOrganisation(chosen->ledger(), desk.organisation));
            const int offset = QDateTime::currentDateTime().offsetFromUtc() / 60;
            APRICOT_TRY_ASSIGN(words, requestText(wish, us.name, offset - offset % 15));
            return Made{std::move(code), std::move(request), std::move(words)};
        },
        [this](Made &&made) {
            const bool chinese = QLocale().language() == QLocale::Chinese;
            m_code = utf8(made.code);
            m_words = utf8(chinese ? made.words.chinese : made.words.english);
            m_until = localTime(made.request.expires);
            m_id = made.request.id;
            m_answer.clear();
            m_poll.start();
            Q_EMIT changed();
        });
}

void Asking::stop() {
    m_poll.stop();
    m_code.clear();
    m_words.clear();
    m_answer.clear();
    m_id.reset();
    Q_EMIT changed();
}

void Asking::look() {
    if (!m_counter || m_counter->isBusy()) return;
    struct Came {
        QList<ArrivedCode> codes; // newest first
        std::string answered;
        bool declined = false;
    };
    m_counter->ask<Came>(
        this,
        [id = m_id](CounterSession &session) -> Result<Came> {
            APRICOT_TRY_ASSIGN(chosen, session.ledger());
            APRICOT_TRY_ASSIGN(mailbox, chosen->neededMailbox());
            APRICOT_TRY_ASSIGN(desk, deskOf(*session.vault));
            APRICOT_TRY_ASSIGN(messages, fetchDesk(desk, chosen->ledger(), *mailbox));
            Came out;
            for (const DeskMessage &message : messages) {
                if (id && message.declined == id) out.declined = true;
                if (message.code.empty()) continue;
                APRICOT_TRY_ASSIGN(fresh, isNew(session, message.code));
                if (!fresh) continue;
                if (id && message.answers == id) out.answered = message.code;
                out.codes.prepend({localTime(message.time), utf8(message.code)});
            }
            return out;
        },
        [this](Came &&came) {
            m_arrived = std::move(came.codes);
            if (!came.answered.empty()) {
                stop();
                m_counter->read(utf8(came.answered)); // as if it had been scanned
                return;
            }
            if (came.declined) {
                m_poll.stop();
                //: The answer to a clinic's request
                m_answer = QCoreApplication::translate(
                    "Asking",
                    "The patient declined. Nothing was opened, and nothing more happens.");
            }
            Q_EMIT changed();
        });
}

} // namespace apricot
